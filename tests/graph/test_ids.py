from __future__ import annotations

from graph.ids import make_id


def test_the_same_content_gives_the_same_id() -> None:
    assert make_id("Person", "李明", "甘肃省") == make_id("Person", "李明", "甘肃省")


def test_the_label_stands_before_the_hash() -> None:
    label, _, digits = make_id("Organisation", "县委").partition(":")
    assert label == "organisation"
    assert len(digits) == 16


def test_where_one_part_ends_and_the_next_begins_matters() -> None:
    assert make_id("Role", "县委", "书记") != make_id("Role", "县", "委书记")


def test_one_content_under_two_labels_has_two_ids() -> None:
    assert make_id("Person", "白云") != make_id("Location", "白云")
