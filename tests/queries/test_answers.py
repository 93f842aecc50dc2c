"""Every canned query over a graph small enough to know by heart."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import kglite
import pytest

from queries.catalogue import Query, bind, catalogue, find
from tests.queries.small_graph import small_graph

MEETING, INSPECTION = datetime.date(1998, 5, 3), datetime.date(1998, 5, 5)
SIGNING, AWARD = datetime.date(1998, 5, 8), datetime.date(2001, 6, 1)
APPOINTED = datetime.date(1998, 5, 9)

# Query, what is given, and the rows that are expected: some columns of each, in order.
ANSWERS: list[tuple[str, Mapping[str, str], list[Mapping[str, Any]]]] = [
    (
        "attendance",
        {},
        [
            {"date": MEETING, "person": "沈德明", "capacities": ["chair"], "entry": "n1"},
            {"date": MEETING, "person": "顾春兰", "capacities": ["attend"], "entry": "n1"},
        ],
    ),
    ("attendance", {"person": "沈明"}, [{"person": "沈德明", "roles": ["县长"]}]),
    ("attendance", {"kind": "inspection", "from": "1998-05-06"}, []),
    (
        "person-events",
        {"person": "顾春兰", "from": "1998-05-04"},
        [
            {"event": "沈德明到青溪镇调研", "capacities": ["accompany"]},
            {"event": "签署供水协议", "capacities": ["sign"], "span_start": 71},
            {"event": "任命顾春兰", "date": None, "roles": ["临河县副县长"]},
        ],
    ),
    (
        "person-posts",
        {"person": "顾春兰"},
        [{"post": "临河县政府副县长", "started": APPOINTED, "ended": None, "entry": "n4"}],
    ),
    (
        "post-holders",
        {"body": "临河县人民政府"},
        [
            {"post": "临河县政府副县长", "person": "顾春兰", "first_seen": APPOINTED},
            {"post": "临河县政府县长", "person": "沈德明", "first_seen": MEETING, "entry": "n1"},
            {"post": "临河县政府县长", "person": "梁启文", "first_seen": AWARD, "entry": "n5"},
        ],
    ),
    (
        "post-holders",
        {"body": "临河县", "office": "县长"},
        [{"person": "沈德明", "inferred_end": AWARD}, {"person": "梁启文", "inferred_end": None}],
    ),
    (
        "successors",
        {"body": "县政府", "office": "县长"},
        [
            {"person": "沈德明", "successor": "梁启文", "gap_days": 1125, "told": False},
            {"person": "梁启文", "began": AWARD, "successor": None, "gap_days": None},
        ],
    ),
    (
        "meets-most",
        {},
        [
            {
                "person": "沈德明",
                "other": "顾春兰",
                "events": 2,
                "entries": ["n1", "n2"],
                "first_day": MEETING,
                "last_day": INSPECTION,
            }
        ],
    ),
    ("meets-most", {"least": "3"}, []),
    (
        "companions",
        {"person": "顾春兰"},
        [{"other": "沈德明", "events": 2, "entries": ["n1", "n2"]}],
    ),
    (
        "common-events",
        {"person": "沈德明", "other": "顾春兰"},
        [
            {"date": MEETING, "person_as": ["chair"], "other_as": ["attend"], "entry": "n1"},
            {"date": INSPECTION, "person_as": ["lead"], "other_as": ["accompany"], "entry": "n2"},
        ],
    ),
    (
        "body-events",
        {"body": "临河县政府"},
        [
            {"date": MEETING, "body": "临河县政府", "capacity": "host"},
            {"date": SIGNING, "body": "临河县政府", "capacity": "sign"},
            {"date": AWARD, "body": "青溪镇农技站", "capacity": "awarded", "entry": "n5"},
        ],
    ),
    (
        "place-events",
        {"place": "临河县"},
        [{"place": "青溪镇", "kind": "inspection", "entry": "n2"}],
    ),
    (
        "inspections",
        {"person": "顾春兰"},
        [{"led": ["沈德明"], "accompanied": ["顾春兰"], "places": ["青溪镇"], "entry": "n2"}],
    ),
    ("inspections", {"person": "梁启文"}, []),
    (
        "signings",
        {"body": "东江"},
        [{"parties": ["临河县政府", "东江公司"], "people": ["顾春兰"], "documents": ["供水协议"]}],
    ),
    ("signings", {"to": "1998-05-07"}, []),
    (
        "documents",
        {},
        [
            {"document": "水库管理条例", "capacity": "studied", "entry": "n1"},
            {"document": "供水协议", "capacity": "signed", "entry": "n3"},
        ],
    ),
    ("documents", {"capacity": "signed"}, [{"document": "供水协议"}]),
    ("appointments", {}, [{"person": "顾春兰", "capacities": ["appointed"], "entry": "n4"}]),
    ("awards", {}, [{"people": ["梁启文"], "bodies": ["青溪镇农技站"], "entry": "n5"}]),
    ("meeting-series", {}, [{"series": "县政府常务会议", "ordinal": 12, "chair": ["沈德明"]}]),
    ("meeting-series", {"series": "党组"}, []),
    (
        "entries-about",
        {"words": "水库"},
        [{"entry": "n1", "kinds": ["meeting"]}, {"entry": "n2", "kinds": ["inspection"]}],
    ),
    ("entries-about", {"words": "水库", "limit": "1"}, [{"entry": "n1"}]),
    ("warnings", {}, [{"entry": "n3", "warnings": ["heading_month: 标题为四月,条目为五月"]}]),
    (
        "namesakes",
        {},
        [
            {
                "scope": "青溪镇",
                "other_scope": "临河县",
                "score": 0.6,
                "entry": "n5",
                "other_entry": None,
            }
        ],
    ),
    (
        "people",
        {},
        [
            {"person": "顾春兰", "events": 4, "first_day": MEETING, "last_day": SIGNING},
            {"person": "沈德明", "events": 2, "entry": "n1"},
            {"person": "何雨", "events": 1},
            {"person": "梁启文", "events": 1, "scope": "青溪镇"},
        ],
    ),
    (
        "first-and-last",
        {"name": "沈"},
        [
            {
                "first_day": MEETING,
                "last_day": INSPECTION,
                "days": 2,
                "entry": "n1",
                "last_entry": "n2",
            }
        ],
    ),
    ("said", {"person": "梁启文"}, [{"date": AWARD, "places": [], "entry": "n5"}]),
    ("named-before", {"person": "沈德明"}, [{"other": "顾春兰", "before": 2, "after": 0}]),
    ("named-before", {"person": "顾春兰"}, [{"other": "沈德明", "before": 0, "after": 2}]),
    ("stand-ins", {}, [{"post": "临河县政府副县长", "person": "顾春兰", "entry": "n4"}]),
    (
        "vacancies",
        {},
        [{"person": "沈德明", "successor": "梁启文", "gap_days": 1125, "told": False}],
    ),
    ("vacancies", {"least": "2000"}, []),
    (
        "holders-on",
        {"body": "临河县", "day": "1998-05-20"},
        [{"person": "顾春兰", "status": "acting"}, {"person": "沈德明", "since": MEETING}],
    ),
    ("holders-on", {"body": "临河县", "day": "1999-05-20"}, []),
    (
        "offices",
        {"body": "临河县"},
        [
            {"office": "副县长", "people": 1},
            {"office": "县长", "people": 2, "entries": ["n1", "n5"]},
        ],
    ),
    ("sign-together", {}, [{"body": "临河县政府", "other": "东江公司", "entries": ["n3"]}]),
    ("body-parts", {"body": "临河县政府"}, [{"part": "青溪镇农技站", "inferred": False}]),
    (
        "renamed-bodies",
        {"body": "青溪镇"},
        [
            {
                "body": "青溪镇农技站",
                "became": "青溪镇农业服务中心",
                "change": "renamed",
                "entry": "n5",
            }
        ],
    ),
    ("host-years", {"body": "临河县政府"}, [{"year": 1998, "kind": "meeting", "events": 1}]),
    (
        "events-between",
        {"from": "1998-05-04", "to": "1998-05-31"},
        [{"date": INSPECTION, "entry": "n2"}, {"date": SIGNING, "entry": "n3"}],
    ),
    (
        "agenda",
        {"series": "常务会议"},
        [{"ordinal": 12, "documents": ["水库管理条例"], "done": ["studied"], "entry": "n1"}],
    ),
    ("agenda", {"series": "常务会议", "ordinal": "13"}, []),
    ("most-visited", {}, [{"place": "青溪镇", "events": 1, "entries": ["n2"]}]),
    ("most-visited", {"person": "梁启文"}, []),
    ("place-parts", {"place": "临河县"}, [{"part": "青溪镇", "events": 1, "entry": "n2"}]),
    (
        "document-counts",
        {},
        [{"document": "供水协议", "done": ["signed"]}, {"document": "水库管理条例", "events": 1}],
    ),
    ("bodies-together", {"body": "东江公司"}, [{"other": "临河县政府", "events": 1}]),
    ("low-confidence-people", {}, [{"confidence": 0.5, "person": "梁启文", "entry": "n5"}]),
    ("low-confidence-people", {"percent": "50"}, []),
    ("low-confidence-bodies", {}, [{"confidence": 0.6, "body": "青溪镇农技站", "entry": "n5"}]),
    ("low-confidence-places", {}, [{"confidence": 0.7, "place": "青溪镇", "entry": "n2"}]),
    ("people-without-post", {}, [{"person": "何雨", "events": 1, "entry": "n5"}]),
    (
        "circles",
        {"least": "2"},
        [
            {
                "circle": 1,
                "members": 2,
                "people": ["沈德明", "顾春兰"],
                "events": 2,
                "first_day": MEETING,
                "last_day": INSPECTION,
                "entry": "n1",
                "source": "临河县大事记.txt",
                "span_start": 10,
            },
            {
                "circle": 2,
                "members": 2,
                "people": ["梁启文", "何雨"],
                "events": 1,
                "first_day": AWARD,
                "entry": "n5",
                "source": "青溪镇志.txt",
            },
        ],
    ),
    ("circles", {}, []),
    (
        "circle-members",
        {"person": "沈明"},
        [
            {
                "person": "沈德明",
                "circle": 1,
                "other": "顾春兰",
                "events": 2,
                "acquaintances": 1,
                "betweenness": 0.2,
                "entry": "n1",
                "span_start": 10,
            }
        ],
    ),
    (
        "go-betweens",
        {},
        [
            {
                "person": "顾春兰",
                "betweenness": 0.2,
                "circle": 1,
                "outside": 0,
                "entries": ["n1", "n2", "n3"],
            },
            {"person": "何雨", "scope": "青溪镇", "betweenness": 0.1, "entries": ["n5"]},
        ],
    ),
    (
        "undated-events",
        {},
        [{"precision": "month", "date": AWARD}, {"date": None, "event": "任命顾春兰"}],
    ),
    (
        "sources",
        {},
        [
            {"source": "临河县大事记.txt", "entries": 4, "events": 4, "first_day": MEETING},
            {"source": "青溪镇志.txt", "entries": 1, "last_day": datetime.date(2001, 6, 30)},
        ],
    ),
]


@pytest.fixture(scope="module")
def graph() -> kglite.KnowledgeGraph:
    return small_graph()


@pytest.mark.parametrize(("name", "given", "expected"), ANSWERS)
def test_a_query_answers_from_the_small_graph(
    graph: kglite.KnowledgeGraph,
    name: str,
    given: Mapping[str, str],
    expected: list[Mapping[str, Any]],
) -> None:
    query = find(name)
    rows = [dict(row) for row in graph.cypher(query.cypher, params=bind(query, given))]
    shown = [{key: row[key] for key in wanted} for row, wanted in zip(rows, expected, strict=True)]
    assert shown == expected


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_the_columns_are_those_of_the_header(graph: kglite.KnowledgeGraph, query: Query) -> None:
    given = next(given for name, given, rows in ANSWERS if name == query.name and rows)
    rows = list(graph.cypher(query.cypher, params=bind(query, given)))
    assert list(rows[0]) == [column.name for column in query.columns]
