"""The segmentation model, the model of names, and when the rules ask them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extractors.language import name_model, opinions, segmenter
from extractors.language.names import Name, best
from extractors.language.people import people
from extractors.language.scope import scope_of


def test_the_words_of_a_cut_are_the_text() -> None:
    text = "区委书记林岳平主持召开区委常委会会议,研究部署2024年防汛工作。"
    assert "".join(segmenter.cut(text)) == text
    assert {"主持召开", "防汛"} & set(segmenter.cut(text))


def test_nothing_cut_is_nothing() -> None:
    assert segmenter.cut("") == ()


def test_the_ends_of_a_text_are_ends_of_words() -> None:
    text = "会议强调"
    assert segmenter.boundary(text, 0) > 5
    assert segmenter.boundary(text, len(text)) > 5


def test_a_boundary_is_surer_between_words_than_inside_one() -> None:
    text = "会议听取工作汇报。"
    assert segmenter.boundary(text, 2) > 0 > segmenter.boundary(text, 1)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("市长何立远调研防汛工作。", (2, 5), (2, 4)),
        ("县长冯晓强调要抓好落实。", (2, 4), (2, 5)),
        ("副县长杨林峰主持会议。", (3, 6), (3, 5)),
    ],
)
def test_a_name_is_likelier_a_word_with_its_own_end(
    text: str, right: tuple[int, int], wrong: tuple[int, int]
) -> None:
    assert segmenter.word(text, *right) > segmenter.word(text, *wrong)


def test_a_stretch_that_is_none_is_no_word() -> None:
    assert segmenter.word("会议召开", 2, 2) < -5
    assert segmenter.word("会议召开", 2, 9) < -5


def test_words_do_not_depend_on_other_sentences() -> None:
    sentence = "会议由副县长杨林峰主持。"
    alone = segmenter.word(sentence, 6, 9)
    assert segmenter.word("大家纷纷表示。" + sentence, 13, 16) == pytest.approx(alone)


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("石远征出席会议并讲话。", (0, 3), (3, 5)),
        ("郑晓丽、高志飞、许国安参加调研。", (4, 7), (8, 10)),
        ("高质量发展迈出新步伐。", (8, 10), (0, 3)),
    ],
)
def test_the_model_of_names_tells_names_from_words(
    text: str, name: tuple[int, int], word: tuple[int, int]
) -> None:
    if text.startswith("高质量"):
        assert name_model.odds(text, *word) < 0
    else:
        assert name_model.odds(text, *name) > 0 > name_model.odds(text, *word)


def test_of_two_close_ends_the_one_that_is_a_word_is_taken() -> None:
    text = "县长冯晓强调要抓好落实。"
    options = [Name(2, 4, "冯晓", 1.0), Name(2, 5, "冯晓强", 1.2)]
    chosen = opinions.ended(text, options)
    assert chosen is not None
    assert chosen.name == "冯晓"
    assert chosen.weight == 1.0


def test_of_two_distant_ends_the_heavier_is_taken() -> None:
    options = [Name(0, 2, "林平", -1.0), Name(0, 3, "林平主", 8.0)]
    chosen = opinions.ended("林平主持会议。", options)
    assert chosen is not None
    assert chosen.name == "林平主"


def test_no_option_is_no_name() -> None:
    assert opinions.ended("会议召开", []) is None


def test_a_name_that_the_rules_do_not_doubt_keeps_its_weight() -> None:
    name = Name(0, 3, "石远征", 9.0)
    assert opinions.weighed("石远征出席会议。", name) is name


def test_a_doubtful_name_gains_and_a_doubtful_word_loses() -> None:
    text = "石远征出席会议,高质量完成任务。"
    named = opinions.weighed(text, Name(0, 3, "石远征", 2.0))
    word = opinions.weighed(text, Name(8, 11, "高质量", 2.0))
    assert named.weight > 2.0 > word.weight


def test_a_name_without_a_post_is_found_at_the_head_of_a_clause() -> None:
    found = people("石远征出席会议并讲话。", scope_of("云南省"))
    assert [person.name for person in found] == ["石远征"]


def test_the_same_text_gives_the_same_odds() -> None:
    text = "会上,冯晓强调要抓好落实。"
    first = best(text, 3)
    name_model._likely.cache_clear()
    segmenter._lattice.cache_clear()
    assert best(text, 3) == first


def test_the_models_are_not_loaded_before_something_is_open() -> None:
    code = (
        "import sys; from extractors.language.people import people; "
        "from extractors.language.scope import scope_of; "
        "people('会议听取汇报。', scope_of('')); "
        "sys.exit(any(m in sys.modules for m in ('spacy_pkuseg', 'pycrfsuite')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
