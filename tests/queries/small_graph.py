"""A graph small enough to know by heart: invented people of an invented county."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import kglite

from schema.vocabulary import Property, load


def _measured(acquaintances: int, betweenness: float, community: int | None) -> dict[str, Any]:
    return {
        "acquaintances": acquaintances, "betweenness": betweenness, "community": community,
    }  # fmt: skip


# Nodes by label, then edges as (label, from, to, properties): the graph of DESIGN, in little.
NODES: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "Source": [
        {"id": "s1", "name": "临河县大事记.txt", "heading": "临河县大事记", "sha256": "ab12"},
        {"id": "s2", "name": "青溪镇志.txt", "heading": "青溪镇志", "sha256": "cd34"},
    ],
    "Entry": [
        {
            "id": "n1",
            "name": "1",
            "text": "3日,县长沈德明主持召开县政府第12次常务会议,学习《水库管理条例》。",
            "span_start": 10,
            "span_end": 46,
        },
        {
            "id": "n2",
            "name": "2",
            "text": "5日,沈德明到青溪镇调研水库建设,顾春兰陪同。",
            "span_start": 47,
            "span_end": 70,
        },
        {
            "id": "n3",
            "name": "3",
            "text": "8日,临河县政府与东江公司签署《供水协议》,顾春兰代表县政府签字。",
            "span_start": 71,
            "span_end": 104,
            "warnings": ["heading_month: 标题为四月,条目为五月"],
        },
        {
            "id": "n4",
            "name": "4",
            "text": "任命顾春兰为临河县副县长。",
            "span_start": 105,
            "span_end": 118,
        },
        {
            "id": "n5",
            "name": "1",
            "text": "六月,镇农技站获先进集体,梁启文获先进个人。",
            "span_start": 0,
            "span_end": 22,
        },
    ],
    "Event": [
        {
            "id": "e1",
            "name": "县政府第12次常务会议",
            "kind": "meeting",
            "date": "1998-05-03",
            "date_end": "1998-05-03",
            "precision": "day",
            "year": 1998,
            "series": "县政府常务会议",
            "ordinal": 12,
        },
        {
            "id": "e2",
            "name": "沈德明到青溪镇调研",
            "kind": "inspection",
            "date": "1998-05-05",
            "date_end": "1998-05-05",
            "precision": "day",
            "year": 1998,
        },
        {
            "id": "e3",
            "name": "签署供水协议",
            "kind": "signing",
            "date": "1998-05-08",
            "date_end": "1998-05-08",
            "precision": "day",
            "year": 1998,
        },
        {"id": "e4", "name": "任命顾春兰", "kind": "appointment", "precision": "day"},
        {
            "id": "e5",
            "name": "镇农技站获先进集体",
            "kind": "award",
            "date": "2001-06-01",
            "date_end": "2001-06-30",
            "precision": "month",
            "year": 2001,
        },
    ],
    "Person": [
        # The measures are as if written; tests/graph/test_measures.py has those that are true.
        {
            "id": "p1",
            "name": "沈德明",
            "scope": "临河县",
            "aliases": ["沈明"],
            **_measured(1, 0.0, 1),
        },
        {"id": "p2", "name": "顾春兰", "scope": "临河县", **_measured(1, 0.2, 1)},
        {"id": "p3", "name": "梁启文", "scope": "青溪镇", **_measured(1, 0.0, 2)},
        {"id": "p4", "name": "梁启文", "scope": "临河县", **_measured(0, 0.0, None)},
        {"id": "p5", "name": "何雨", "scope": "青溪镇", "pinyin": "He Yu", **_measured(1, 0.1, 2)},
    ],
    "Role": [
        {"id": "r1", "name": "临河县政府县长", "office": "县长", "rank": "chief"},
        {"id": "r2", "name": "临河县政府副县长", "office": "副县长", "rank": "deputy"},
    ],
    "Organisation": [
        {"id": "o1", "name": "临河县政府", "kind": "government", "aliases": ["临河县人民政府"]},
        {"id": "o2", "name": "东江公司", "kind": "company"},
        {"id": "o3", "name": "青溪镇农技站", "kind": "unit"},
        {"id": "o4", "name": "青溪镇农业服务中心", "kind": "unit"},
    ],
    "Location": [
        {"id": "l1", "name": "临河县", "kind": "county"},
        {"id": "l2", "name": "青溪镇", "kind": "township"},
    ],
    "Document": [
        {"id": "d1", "name": "水库管理条例", "kind": "law"},
        {"id": "d2", "name": "供水协议", "kind": "agreement"},
    ],
}

EDGES: Sequence[tuple[str, str, str, Mapping[str, Any]]] = [
    *(("FROM_SOURCE", f"n{i}", "s2" if i == 5 else "s1", {}) for i in range(1, 6)),
    *(("RECORDED_IN", f"e{i}", f"n{i}", {}) for i in range(1, 6)),
    ("PARTICIPATED_IN", "p1", "e1", {"capacities": ["chair"], "roles": ["县长"], "span_start": 15}),
    ("PARTICIPATED_IN", "p2", "e1", {"capacities": ["attend"], "roles": [], "span_start": 30}),
    ("PARTICIPATED_IN", "p1", "e2", {"capacities": ["lead"], "roles": [], "span_start": 50}),
    ("PARTICIPATED_IN", "p2", "e2", {"capacities": ["accompany"], "roles": [], "span_start": 63}),
    ("PARTICIPATED_IN", "p2", "e3", {"capacities": ["sign"], "roles": [], "span_start": 92}),
    (
        "PARTICIPATED_IN",
        "p2",
        "e4",
        {"capacities": ["appointed"], "roles": ["临河县副县长"], "span_start": 107},
    ),
    (
        "PARTICIPATED_IN",
        "p3",
        "e5",
        {"capacities": ["awarded", "speak"], "roles": [], "span_start": 12, "confidence": 0.5},
    ),
    ("PARTICIPATED_IN", "p5", "e5", {"capacities": ["attend"], "roles": [], "span_start": 18}),
    (
        "HELD",
        "p1",
        "r1",
        {
            "first_seen": "1998-05-03",
            "last_seen": "1998-05-03",
            "inferred_end": "2001-06-01",
            "successor": "p3",
            "gap_days": 1125,
            "evidence": 1,
            "entry": "n1",
        },
    ),
    (
        "HELD",
        "p3",
        "r1",
        {
            "first_seen": "2001-06-01",
            "last_seen": "2001-06-01",
            "predecessor": "p1",
            "evidence": 1,
            "entry": "n5",
        },
    ),
    (
        "HELD",
        "p2",
        "r2",
        {
            "first_seen": "1998-05-09",
            "last_seen": "1998-05-09",
            "started": "1998-05-09",
            "status": "acting",
            "evidence": 1,
            "entry": "n4",
        },
    ),
    ("ROLE_IN", "r1", "o1", {}),
    ("ROLE_IN", "r2", "o1", {}),
    ("INVOLVED", "o1", "e1", {"capacity": "host", "span_start": 22}),
    ("INVOLVED", "o1", "e3", {"capacity": "sign", "span_start": 74}),
    ("INVOLVED", "o2", "e3", {"capacity": "sign", "span_start": 80}),
    ("INVOLVED", "o3", "e5", {"capacity": "awarded", "span_start": 3, "confidence": 0.6}),
    ("BECAME", "o3", "o4", {"change": "renamed", "date": "2002-03-01", "entry": "n5"}),
    ("PART_OF", "o3", "o1", {"entry": "n2"}),
    ("PART_OF", "l2", "l1", {"entry": "n2"}),
    ("HELD_AT", "e2", "l2", {"span_start": 54, "confidence": 0.7}),
    ("CONCERNS", "e1", "d1", {"capacity": "studied"}),
    ("CONCERNS", "e3", "d2", {"capacity": "signed"}),
    ("POSSIBLY_SAME", "p3", "p4", {"score": 0.6, "reason": "same name, neighbouring places"}),
]

_LABEL = {node["id"]: label for label, nodes in NODES.items() for node in nodes}


def small_graph() -> kglite.KnowledgeGraph:
    """The graph above in memory; what a node or edge leaves out is null."""
    graph = kglite.KnowledgeGraph()
    vocabulary = load()
    for label, nodes in NODES.items():
        for node in nodes:
            values = _values(vocabulary.nodes[label].properties, node)
            graph.cypher(f"CREATE (:{label} {_map(values)})", params=values)
    for label, start, end, given in EDGES:
        values = _values(vocabulary.edges[label].properties, given)
        graph.cypher(
            f"MATCH (a:{_LABEL[start]}), (b:{_LABEL[end]}) WHERE a.id = $a_ AND b.id = $b_ "
            f"CREATE (a)-[:{label} {_map(values)}]->(b)",
            params={**values, "a_": start, "b_": end},
        )
    return graph


def _values(properties: Sequence[Property], given: Mapping[str, Any]) -> dict[str, Any]:
    """Every property of the type, days as dates."""
    return {
        prop.name: datetime.date.fromisoformat(given[prop.name])
        if prop.kind == "date" and prop.name in given
        else given.get(prop.name)
        for prop in properties
    }


def _map(values: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: ${key}" for key in values) + "}"
