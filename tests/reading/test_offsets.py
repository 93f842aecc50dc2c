"""The map from clean text to source."""

from __future__ import annotations

import pytest

from extractors.reading.offsets import identity


def test_an_edit_drops_and_replaces_and_keeps_the_places_of_the_rest() -> None:
    text = identity("甲(jia)乙,,丙").rewrite([(1, 6, ""), (7, 9, ",")])
    assert text.text == "甲乙,丙"
    assert [text.source_span(i, i + 1) for i in range(4)] == [(0, 1), (6, 7), (7, 9), (9, 10)]
    assert text.source_span(0, 2) == (0, 7)


def test_new_words_share_out_the_place_of_the_old() -> None:
    text = identity("一———二").rewrite([(1, 4, "——")])
    assert [text.source_span(i, i + 1) for i in range(4)] == [(0, 1), (1, 2), (2, 4), (4, 5)]


def test_edits_of_an_edited_text_lead_back_to_the_first_source() -> None:
    text = identity("甲  乙  丙").rewrite([(1, 3, " ")]).rewrite([(1, 2, ""), (3, 5, " ")])
    assert text.text == "甲乙 丙"
    assert text.source_span(1, 4) == (3, 7)


def test_a_slice_and_a_choice_of_characters_still_count_in_the_whole_source() -> None:
    text = identity("甲乙丙丁")
    assert text.slice(2, 4).source_span(0, 1) == (2, 3)
    assert text.keep([0, 3]).text == "甲丁"
    assert text.keep([0, 3]).source_span(0, 2) == (0, 4)


def test_an_empty_span_has_no_place() -> None:
    with pytest.raises(ValueError, match="no place"):
        identity("甲").source_span(1, 1)


def test_words_longer_than_what_they_replace_are_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        identity("甲").rewrite([(0, 1, "乙丙")])
    with pytest.raises(ValueError, match="respell"):
        identity("甲").respell("乙丙")
