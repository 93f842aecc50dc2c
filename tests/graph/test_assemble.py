"""Records to tables: what stands in the graph, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from graph.assemble import assemble
from graph.keeping import Inputs, dump_record, load_record, union
from graph.tables import SourceRow, Tables, edge_keys, edge_schema, node_schema
from schema.records import Context, Figure, Record, Warning
from schema.vocabulary import load
from tests.graph.invented import Told, record

MAYOR = ("市长", "张掖市政府", "市长")
CHIEF = ("市委书记", "张掖市委", "书记")


def nodes(tables: Tables, label: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tables.nodes[label].to_pylist()
    return found


def edges(tables: Tables, name: str, start: str, end: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tables.edges[name, start, end].to_pylist()
    return found


def entry(number: int = 0, **more: Any) -> Record:
    named = {"bodies": ("市教育局",), "sites": ("市会议中心",), "papers": ("防洪条例",)}
    return record(
        "7月2日,市长李明在市会议中心主持召开会议,市教育局汇报,学习《防洪条例》。",
        (Told("李明", (MAYOR,), ("chair", "speak")),),
        start=number * 100,
        **named,
        **more,
    )


def test_every_table_of_the_vocabulary_is_there_with_its_schema() -> None:
    tables = assemble([], [])
    assert set(tables.nodes) == set(load().nodes)
    assert set(tables.edges) == set(edge_keys(load()))
    assert all(table.schema == node_schema(label) for label, table in tables.nodes.items())
    assert all(table.schema == edge_schema(key[0]) for key, table in tables.edges.items())


def test_an_entry_becomes_its_nodes_and_edges() -> None:
    tables = assemble([entry()], [SourceRow("a.txt", url="https://a.example/1", length=99)])
    (person,), (role,), (event,) = (nodes(tables, x) for x in ("Person", "Role", "Event"))
    assert (person["name"], person["scope"]) == ("李明", "甘肃省张掖市")
    assert (role["name"], role["office"], role["rank"]) == ("张掖市政府 市长", "市长", "chief")
    assert (event["date"], event["year"], event["kind"]) == (date(2024, 7, 2), 2024, "meeting")
    assert event["name"] == "市长李明在市会议中心主持召开会议,市教育局汇报,学习《防洪条例》"
    (taken,) = edges(tables, "PARTICIPATED_IN", "Person", "Event")
    assert (taken["from_id"], taken["to_id"]) == (person["id"], event["id"])
    assert (taken["capacities"], taken["capacity"]) == (["chair", "speak"], "chair")
    (there,) = edges(tables, "PRESENT_AT", "Role", "Event")
    assert (there["person"], there["inferred"]) == (person["id"], False)
    (source,) = nodes(tables, "Source")
    assert (source["url"], source["length"]) == ("https://a.example/1", 99)


def test_every_edge_ends_at_nodes_that_are_there() -> None:
    tables = assemble([entry(), entry(1, source="b.txt", place="四川省成都市")], [])
    ids = {label: set(table["id"].to_pylist()) for label, table in tables.nodes.items()}
    for (name, start, end), table in tables.edges.items():
        assert set(table["from_id"].to_pylist()) <= ids[start], name
        assert set(table["to_id"].to_pylist()) <= ids[end], name


def test_the_words_of_a_mention_stand_at_its_span() -> None:
    told = entry(3)
    tables = assemble([told], [])
    for key, table in tables.edges.items():
        if key[0] == "MENTIONS":
            assert table.num_rows == 1
            (row,) = table.to_pylist()
            words = told.text[row["span_start"] - told.start : row["span_end"] - told.start]
            assert words == row["surface"]


def test_the_tables_do_not_depend_on_the_order_of_the_input() -> None:
    records = [
        entry(), entry(1), entry(2, source="b.txt"),
        record("李明出席会议。", (Told("李明"),), start=500),
    ]  # fmt: skip
    sources = [SourceRow("a.txt"), SourceRow("b.txt")]
    answers = [
        assemble(order, sources[::step])
        for order, step in zip(permutations(records), [1, -1] * 12, strict=True)
    ]
    for answer in answers[1:]:
        assert all(t.equals(answers[0].nodes[k]) for k, t in answer.nodes.items())
        assert all(t.equals(answers[0].edges[k]) for k, t in answer.edges.items())


def test_ids_do_not_depend_on_what_else_is_there() -> None:
    alone = assemble([entry()], [])
    together = assemble([entry(), entry(1, source="b.txt", place="四川省成都市")], [])
    for label, table in alone.nodes.items():
        assert set(table["id"].to_pylist()) <= set(together.nodes[label]["id"].to_pylist())


def test_an_entry_that_is_given_twice_is_there_once() -> None:
    assert assemble([entry(), entry()], []).nodes["Entry"].num_rows == 1


def test_two_entries_of_the_same_words_in_one_source_are_two() -> None:
    assert assemble([entry(), entry(1)], []).nodes["Entry"].num_rows == 2


def test_a_post_goes_over_to_a_bare_name_and_is_marked() -> None:
    bare = record("李明出席会议。", (Told("李明"),), start=500, day="2024-07-09")
    tables = assemble([entry(), bare], [])
    assert len(nodes(tables, "Person")) == 1
    inferred = [e["inferred"] for e in edges(tables, "PRESENT_AT", "Role", "Event")]
    assert sorted(inferred) == [False, True]
    (held,) = edges(tables, "HELD", "Person", "Role")
    assert held["evidence"] == 1


def test_two_deputies_at_one_event_hold_one_role_apart() -> None:
    deputy = ("副市长", "张掖市政府", "副市长")
    both = record("副市长王红、赵平出席。", (Told("王红", (deputy,)), Told("赵平", (deputy,))))
    tables = assemble([both], [])
    assert len(nodes(tables, "Role")) == 1
    assert len({e["person"] for e in edges(tables, "PRESENT_AT", "Role", "Event")}) == 2


def test_who_is_only_appointed_is_not_there_in_that_post() -> None:
    text = "任命李明为市教育局局长。"
    posts = (("市教育局局长", "张掖市教育局", "局长"),)
    named = record(text, (Told("李明", posts, ("appointed",)),), kind="appointment")
    tables = assemble([named], [])
    assert edges(tables, "PRESENT_AT", "Role", "Event") == []
    (held,) = edges(tables, "HELD", "Person", "Role")
    assert held["started"] == date(2024, 7, 2)
    assert held["started_event"] == nodes(tables, "Event")[0]["id"]


def test_an_election_starts_the_new_post_alone() -> None:
    text = "市委书记李明当选为市人大常委会主任。"
    posts = (CHIEF, ("市人大常委会主任", "张掖市人大常委会", "主任"))
    chosen = record(text, (Told("李明", posts, ("elected",)),), kind="appointment")
    tables = assemble([chosen], [])
    names = {row["id"]: row["name"] for row in nodes(tables, "Role")}
    held = edges(tables, "HELD", "Person", "Role")
    started = {names[row["to_id"]]: row["started"] for row in held}
    assert started == {"张掖市委 书记": None, "张掖市人大常委会 主任": date(2024, 7, 2)}


def test_one_sentence_may_end_one_post_and_start_another() -> None:
    text = "免去李明的市财政局局长职务,任命为市教育局局长。"
    posts = (("市财政局局长", "张掖市财政局", "局长"), ("市教育局局长", "张掖市教育局", "局长"))
    moved = record(text, (Told("李明", posts, ("appointed", "removed")),), kind="appointment")
    tables = assemble([moved], [])
    names = {row["id"]: row["name"] for row in nodes(tables, "Role")}
    held = {names[row["to_id"]]: row for row in edges(tables, "HELD", "Person", "Role")}
    assert held["张掖市财政局 局长"]["ended"] == date(2024, 7, 2)
    assert held["张掖市财政局 局长"]["started"] is None
    assert held["张掖市教育局 局长"]["started"] == date(2024, 7, 2)


def test_a_day_without_a_year_has_no_date_but_keeps_its_words() -> None:
    tables = assemble([entry(day="--07-12")], [])
    (event,) = nodes(tables, "Event")
    assert (event["date"], event["date_end"], event["year"]) == (None, None, None)
    assert event["date_text"] == "--07-12"


def test_a_month_is_not_padded_to_a_day() -> None:
    tables = assemble([entry(day="2024-07-01", last="2024-07-31", precision="month")], [])
    (event,) = nodes(tables, "Event")
    assert event["precision"] == "month"
    assert (event["date"], event["date_end"]) == (date(2024, 7, 1), date(2024, 7, 31))


def test_a_department_is_part_of_a_government_only_if_the_graph_knows_it() -> None:
    def parts(tables: Tables) -> list[tuple[str, str, bool]]:
        names = {row["id"]: row["name"] for row in nodes(tables, "Organisation")}
        rows = edges(tables, "PART_OF", "Organisation", "Organisation")
        return [(names[r["from_id"]], names[r["to_id"]], r["inferred"]) for r in rows]

    alone = record("市教育局召开会议。", bodies=("市教育局",))
    assert parts(assemble([alone], [])) == []
    both = record("市政府、市教育局召开会议。", bodies=("市政府", "市教育局"))
    assert parts(assemble([both], [])) == [("张掖市教育局", "张掖市人民政府", True)]


def test_places_stand_in_the_units_above_them() -> None:
    tables = assemble([entry()], [])
    names = {row["id"]: row["name"] for row in nodes(tables, "Location")}
    rows = edges(tables, "PART_OF", "Location", "Location")
    assert {(names[r["from_id"]], names[r["to_id"]], r["basis"]) for r in rows} == {
        ("张掖市会议中心", "张掖市", "name"),
        ("张掖市", "甘肃省", "gazetteer"),
    }


def test_written_forms_are_aliases() -> None:
    tables = assemble([record("市教育局召开会议。", bodies=("市教育局",))], [])
    (body,) = [row for row in nodes(tables, "Organisation") if row["name"] == "张掖市教育局"]
    assert body["aliases"] == ["市教育局"]


def test_damaged_and_own_forms_are_no_aliases() -> None:
    words = "我市召开會(huì)議。"
    told = record(words, sites=("我市",))
    event = told.events[0]
    damaged = replace(event.locations[0], name="张掖市", span=(4, 10))
    tables = assemble([replace(told, events=(replace(event, locations=(damaged,)),))], [])
    (city,) = [row for row in nodes(tables, "Location") if row["name"] == "张掖市"]
    assert city["aliases"] == []


def test_a_source_without_records_is_kept() -> None:
    assert [row["name"] for row in nodes(assemble([], [SourceRow("x.txt")]), "Source")] == ["x.txt"]


def test_an_event_type_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match=r"entry a\.txt-0 of a\.txt .* 'party'"):
        assemble([entry(kind="party")], [])


def test_a_record_comes_back_from_its_json() -> None:
    told = entry()
    full = replace(
        told,
        context=Context("甘肃省张掖市", 2024, 7, heading="七月"),
        warnings=(Warning("year", "two years"),),
        events=(
            replace(told.events[0], series="市政府常务会议", ordinal=3,
                    figures=(Figure(8.0, "个", "项目", (1, 3)),)),
        ),
    )  # fmt: skip
    assert load_record(dump_record(full), full.text) == full


def test_a_source_that_is_given_again_replaces_itself() -> None:
    old = Inputs((entry(), entry(source="b.txt")), (SourceRow("a.txt", sha256="1"),))
    new = Inputs((entry(2),), (SourceRow("a.txt", sha256="2"),))
    added = union(old, new)
    assert {(r.source, r.start) for r in added.inputs.records} == {("b.txt", 0), ("a.txt", 200)}
    assert added.replaced == ("a.txt",)


def test_the_same_source_again_changes_nothing() -> None:
    old = Inputs((entry(),), (SourceRow("a.txt", sha256="1"),))
    assert union(old, old).inputs == old
    assert union(old, old).replaced == ()
