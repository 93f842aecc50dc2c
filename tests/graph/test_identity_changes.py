"""Reforms that a text tells, and the units under which venues hang."""

from __future__ import annotations

from typing import Any

import pytest

from graph.assemble import assemble
from graph.identity.changes import Named, changes, renamings
from graph.tables import Tables
from tests.graph.invented import record


def told(text: str, *bodies: str) -> list[tuple[str, str, str]]:
    named = [Named(b, b, (text.index(b), text.index(b) + len(b))) for b in bodies]
    return [(change.kind, change.old, change.new) for change in changes(text, named)]


@pytest.mark.parametrize(
    ("text", "old", "new", "kind"),
    [
        ("市农业局更名为市农业农村局。", "市农业局", "市农业农村局", "renamed"),
        ("河滨师范学校升格为河滨学院。", "河滨师范学校", "河滨学院", "renamed"),
        ("市农业农村局(原市农业局)挂牌。", "市农业局", "市农业农村局", "renamed"),
        ("撤销市旅游局,组建市文化和旅游局。", "市旅游局", "市文化和旅游局", "replaced"),
        ("江北机械厂并入东风集团。", "江北机械厂", "东风集团", "merged"),
    ],
)
def test_a_reform_joins_the_old_body_to_the_new(text: str, old: str, new: str, kind: str) -> None:
    assert told(text, old, new) == [(kind, old, new)]


def test_several_bodies_are_merged_into_one() -> None:
    text = "市文化局、市旅游局合并组建市文化和旅游局。"
    assert told(text, "市文化局", "市旅游局", "市文化和旅游局") == [
        ("merged", "市文化局", "市文化和旅游局"), ("merged", "市旅游局", "市文化和旅游局"),
    ]  # fmt: skip


def test_bodies_that_only_meet_are_not_changed() -> None:
    assert told("市农业局与市财政局召开会议。", "市农业局", "市财政局") == []


def test_a_line_of_renamings_has_one_root() -> None:
    text = "甲局更名为乙局。乙局更名为丙局。"
    spans = [("甲局", (0, 2)), ("乙局", (5, 7)), ("乙局", (8, 10)), ("丙局", (13, 15))]
    found = changes(text, [Named(name, name, span) for name, span in spans])
    assert len(set(renamings(found).values())) == 1


def rows(tables: Tables, *key: str) -> list[dict[str, Any]]:
    table = tables.nodes[key[0]] if len(key) == 1 else tables.edges[key[0], key[1], key[2]]
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def test_the_old_and_the_new_body_are_linked_and_know_each_others_names() -> None:
    text = "市农业局更名为市农业农村局。"
    tables = assemble(
        [record(text, bodies=("市农业局", "市农业农村局"), kind="organisation_change")], []
    )
    names = {row["id"]: row for row in rows(tables, "Organisation")}
    (edge,) = rows(tables, "BECAME", "Organisation", "Organisation")
    assert names[edge["from_id"]]["name"] == "张掖市农业局"
    assert names[edge["to_id"]]["name"] == "张掖市农业农村局"
    assert edge["change"] == "renamed"
    assert text[edge["span_start"] : edge["span_end"]] == text[:-1]
    assert "张掖市农业局" in names[edge["to_id"]]["aliases"]
    assert names[edge["to_id"]]["level"] == "city"


def parts(*told: Any) -> set[tuple[str, str, str]]:
    tables = assemble(told, [])
    names = {row["id"]: row["name"] for row in rows(tables, "Location")}
    edges = rows(tables, "PART_OF", "Location", "Location")
    return {(names[e["from_id"]], names[e["to_id"]], e["basis"]) for e in edges}


DISTRICT = "四川省成都市青白江区"


def test_a_venue_hangs_under_the_unit_that_its_event_names() -> None:
    found = parts(record("到城厢镇察看河心公园。", sites=("城厢镇", "河心公园"), place=DISTRICT))
    assert ("河心公园", "城厢镇", "event") in found
    assert ("城厢镇", "青白江区", "home") in found


def test_a_venue_that_no_event_places_hangs_under_the_chronicles_own_place() -> None:
    found = parts(record("会议在礼堂召开。", sites=("礼堂",), place=DISTRICT))
    assert ("礼堂", "青白江区", "home") in found


def test_a_venue_of_a_visit_elsewhere_is_not_drawn_home() -> None:
    found = parts(record("考察临港码头。", sites=("临港码头",), place=DISTRICT, kind="visit"))
    assert {name for name, _, _ in found} == set()


def test_two_events_that_disagree_leave_what_their_units_share() -> None:
    one = record("到城厢镇察看河心公园。", sites=("城厢镇", "河心公园"), place=DISTRICT)
    other = record("到清泉镇察看河心公园。", sites=("清泉镇", "河心公园"), place=DISTRICT, start=50)
    assert ("河心公园", "青白江区", "event") in parts(one, other)
