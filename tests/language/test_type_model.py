"""Types by the words that open a telling, beside what the rules say."""

import pytest

from extractors.language.type_model import features, likelier


def test_date_and_marks_before_the_telling_are_not_seen() -> None:
    assert features("△3月5日,县城通电。") == features("●12月下旬 县城通电。")


def test_figures_are_one_sign() -> None:
    assert features("建桥3座。") == features("建桥120座。")


def test_only_the_first_sentence_is_seen() -> None:
    assert features("县城通电。全县集会。") == features("县城通电。")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("incident", "6月,东坪一带螟害严重,稻田减收三成。"),
        ("project", "5月2日,西岭至安江的长途电话线路架设完毕。"),
        ("condolence", "春节前,县里领导到孤寡老人家中送年货。"),
    ],
)
def test_words_that_no_rule_knows_still_tell_a_type(expected: str, text: str) -> None:
    assert likelier("other", 0.0, text) == expected


def test_a_sure_rule_is_not_overruled_by_doubtful_words() -> None:
    assert likelier("signing", 1.12, "两校就共建学院签约。") == "signing"
