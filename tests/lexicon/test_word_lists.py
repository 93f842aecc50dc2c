"""Word lists made ready to be looked for: as one regex, and at the end of a stretch."""

from __future__ import annotations

import re

import pytest

from extractors.lexicon.alternation import any_of, any_word, beginning, first_of, matches
from extractors.lexicon.suffixes import suffixes

TEXT = "传达会议精神,传递火炬,由市长传话"


def found(regex: str, text: str = TEXT) -> list[str]:
    return [match[0] for match in re.finditer(regex, text)]


def test_the_longest_word_that_stands_at_a_place_is_found() -> None:
    assert found(any_word(["传", "传达", "传达会议", "由"])) == ["传达会议", "传", "由", "传"]


def test_a_shorter_word_is_found_where_what_must_follow_stands_behind_it() -> None:
    assert found(any_word(["传达", "传达会议"]) + "会") == ["传达会"]


def test_words_of_an_earlier_list_go_before_longer_ones_of_a_later() -> None:
    assert found(any_word(["传达"], ["传达会议", "传递"])) == ["传达", "传递"]


def test_a_sign_in_a_word_stands_for_itself() -> None:
    assert found(any_word(["A.B", "A+"]), "AxB A.B A+") == ["A.B", "A+"]


def test_a_word_may_be_a_regex_that_looks_about_itself() -> None:
    assert found(any_of(["传(?!达)", "由(?<!,由)"]), "传达,由传话;由") == ["传", "由"]


def test_what_begins_with_a_class_keeps_its_place_in_the_order() -> None:
    words = ["[甲乙]{2}市", "甲乙", "[甲乙]{2}县", "甲"]
    assert found(any_of(words), "甲乙县甲乙市甲乙镇") == ["甲乙县", "甲乙市", "甲乙"]


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("被?(?:评|选)为", ["被评为", "被选为", "评为", "选为"]),
        ("(?:动工|开工)?[修兴]建(?!的)", ["动工兴建", "开工修建", "修建", "兴建"]),
        ("(?<!维)[修改]建", ["修建", "改建"]),
        ("(?:[校厂]址|地点)选在", ["校址选在", "厂址选在", "地点选在"]),
    ],
)
def test_a_word_is_found_with_whatever_it_may_begin(word: str, same: list[str]) -> None:
    text = "、".join([*same, "维修建、评选、修建的、动工"])
    assert found(any_of([word]), text) == found(word, text)
    assert set(same) <= set(found(any_of([word]), text))


def test_of_optional_beginnings_the_longest_is_taken() -> None:
    assert found(any_of(["被?评为", "为"]), "被评为,评为,为") == ["被评为", "评为", "为"]


@pytest.mark.parametrize("text", ["", "甲", "传达会议传", "由由传递"])
def test_shared_beginnings_change_nothing_that_is_found(text: str) -> None:
    words = ["传", "传达", "传达会议", "传递", "由", "会"]
    plain = "|".join(sorted(words, key=len, reverse=True))
    assert found(any_word(words), text) == found(plain, text)


def test_a_regex_is_tried_where_its_first_characters_stand() -> None:
    pair = beginning("传由", "传[达递]|由市长")
    assert [m[0] for m in matches(pair, TEXT, 0, len(TEXT))] == ["传达", "传递", "由市长"]


def test_matches_do_not_overlap() -> None:
    assert [m.start() for m in matches(beginning("甲", "甲甲"), "甲甲甲甲甲", 0, 5)] == [0, 2]


def test_a_look_behind_is_no_first_character() -> None:
    assert first_of(["(?<!修)改", "传达"]) == {"改", "传"}


def test_a_word_is_known_at_the_end_of_a_stretch() -> None:
    bodies = suffixes(["局", "委员会"])
    assert bodies.end("市教育局")
    assert bodies.end("市委员会开会", stop=4)
    assert not bodies.end("市委员会开会")


def test_a_word_that_begins_before_the_stretch_does_not_end_it() -> None:
    assert not suffixes(["委员会"]).end("委员会", start=1)
    assert not suffixes(["局"]).end("", 0)
