"""Who meets whom: people who took part in one event are joined, the more often the thicker."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

import networkx as nx

from graph.naming import Ask
from graph.plots.draw import BACK, COLOURS, INK, QUIET, Language, Picture
from graph.plots.subjects import Subject

_SEED = 7
_WIDTH = 900
_GROUPS = 8
"""So many home units have a colour of their own."""
_CELL = 96
"""Side of the square that one person takes, on average, in the picture's units."""

_ROOM = (60.0, 46.0)
"""What a dot with its name takes, across and down."""
_ROUNDS = 200

_ATTENDANCE = (
    "MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Event) "
    "WHERE e.date IS NOT NULL AND e.date >= date($first) AND e.date <= date($last) "
    "RETURN DISTINCT e.id AS event, p.id AS id, p.name AS name, p.scope AS scope "
    "ORDER BY event, id"
)
_TEXT = {
    "zh": {
        "title": "同场网络", "ego": "{name} 的同场网络", "scope": "所属", "other": "其他",
        "none": "未知", "shown": "{people} 人，{pairs} 对同场关系；线越粗，同场次数越多",
        "left": "另有 {count} 人未画出（按同场次数取前 {limit} 人）",
    },
    "en": {
        "title": "Who meets whom", "ego": "Whom {name} meets", "scope": "unit", "other": "other",
        "none": "unknown", "shown": "{people} people, {pairs} pairs; the thicker, the more often",
        "left": "{count} people are left out (those who meet most are drawn: {limit})",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Network:
    """People by id with (name, home unit or None), and how many events each pair shares."""

    people: dict[str, tuple[str, str | None]]
    shared: dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands in the picture."""

    x: float
    y: float


def attendance(ask: Ask, first: date, last: date) -> Network:
    """Everybody who took part in events of these days, and each pair's number of events."""
    people: dict[str, tuple[str, str | None]] = {}
    present: dict[str, list[str]] = {}
    days = {"first": first.isoformat(), "last": last.isoformat()}
    for event, own, name, scope in ask(_ATTENDANCE, days).rows:
        people[own] = (name, scope)
        present.setdefault(event, []).append(own)
    shared = Counter(pair for group in present.values() for pair in combinations(sorted(group), 2))
    return Network(people, dict(shared))


def cut(whole: Network, limit: int, about: str | None) -> tuple[Network, int]:
    """The ``limit`` people who meet most, with ``about`` those who meet that person most.

    Gives the network and how many people are left out of it. Who meets nobody is not counted.
    """
    meets: Counter[str] = Counter()
    for (one, other), times in whole.shared.items():
        if about is None:
            meets[one] += times
            meets[other] += times
        elif about in (one, other):
            meets[other if one == about else one] += times
    ranked = sorted(meets, key=lambda own: (-meets[own], whole.people[own][0], own))
    chosen = {*ranked[:limit], *([about] if about else [])}
    return Network(
        {own: whole.people[own] for own in sorted(chosen) if own in whole.people},
        {pair: n for pair, n in whole.shared.items() if chosen.issuperset(pair)},
    ), max(0, len(ranked) - limit)


def network(
    ask: Ask, subject: Subject | None, first: date, last: date, limit: int, language: Language
) -> Picture:
    """The network of the whole graph or around one person, between two days."""
    shown, missing = cut(attendance(ask, first, last), limit, subject.id if subject else None)
    words = _TEXT[language]
    left = (words["left"].format(count=missing, limit=limit),) if missing else ()
    title = words["ego"].format(name=subject.name) if subject else words["title"]
    counted = words["shown"].format(people=len(shown.people), pairs=len(shown.shared))
    spec = _spec(shown, words, subject.id if subject else None)
    spec["title"] = {"text": title, "subtitle": [counted, *left]}
    return Picture("vega", spec, left, empty=not shown.shared)


def places(shown: Network) -> tuple[dict[str, Place], int]:
    """A place for everybody, and the height that they take; groups that never meet lie apart."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(shown.people))
    graph.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(shown.shared.items()))
    groups = sorted(nx.connected_components(graph), key=lambda group: (-len(group), min(group)))
    rows: list[list[tuple[set[str], float, float]]] = [[]]
    for group in groups:
        width, height = _size(len(group))
        if rows[-1] and sum(row[1] for row in rows[-1]) + width > _WIDTH:
            rows.append([])
        rows[-1].append((group, width, height))
    found: dict[str, Place] = {}
    top = 0.0
    for row in rows:
        left = (_WIDTH - sum(width for _, width, _ in row)) / 2
        for group, width, height in row:
            inner = nx.Graph()
            inner.add_nodes_from(sorted(group))
            inner.add_edges_from(
                (a, b, {"weight": math.sqrt(n)})
                for (a, b), n in sorted(shown.shared.items())
                if a in group
            )
            found.update(_laid(inner, left, top, width, height))
            left += width
        top += max((height for _, _, height in row), default=0.0)
    return found, int(top)


def _size(people: int) -> tuple[float, float]:
    area = people * _CELL**2
    width = min(_WIDTH, max(1.3 * _CELL, math.sqrt(area * 1.5)))
    return width, max(_CELL, area / width)


def _laid(graph: Any, left: float, top: float, width: float, height: float) -> dict[str, Place]:
    layout = nx.spring_layout(
        graph, k=3 / math.sqrt(len(graph)), seed=_SEED, iterations=400, weight="weight"
    )
    edge = _CELL * 0.42
    spans = [
        (min(at[axis] for at in layout.values()), max(at[axis] for at in layout.values()))
        for axis in (0, 1)
    ]

    def scaled(value: float, axis: int, start: float, size: float) -> float:
        low, high = spans[axis]
        share = (value - low) / (high - low) if high - low > 1e-9 else 0.5
        return round(start + edge + share * (size - 2 * edge), 1)

    return _apart(
        {
            own: Place(scaled(at[0], 0, left, width), scaled(at[1], 1, top, height))
            for own, at in sorted(layout.items())
        },
        (left + edge, left + width - edge),
        (top + edge, top + height - edge),
    )


def _apart(
    found: dict[str, Place], across: tuple[float, float], down: tuple[float, float]
) -> dict[str, Place]:
    """The same places, moved until nobody stands on the name of another or the box is full."""
    at = {own: [place.x, place.y] for own, place in found.items()}
    for _ in range(_ROUNDS):
        moved = False
        for one, other in combinations(at, 2):
            a, b = at[one], at[other]
            short = [room - abs(a[axis] - b[axis]) for axis, room in enumerate(_ROOM)]
            if min(short) <= 0:
                continue
            moved = True
            axis = 0 if short[0] / _ROOM[0] < short[1] / _ROOM[1] else 1
            push = short[axis] / 2 if a[axis] >= b[axis] else -short[axis] / 2
            a[axis], b[axis] = a[axis] + push, b[axis] - push
            for point in (a, b):
                point[0] = min(max(point[0], across[0]), across[1])
                point[1] = min(max(point[1], down[0]), down[1])
        if not moved:
            break
    return {own: Place(round(x, 1), round(y, 1)) for own, (x, y) in at.items()}


def _spec(shown: Network, words: dict[str, str], about: str | None) -> dict[str, Any]:
    at, height = places(shown)
    scopes = Counter(scope or words["none"] for _, scope in shown.people.values())
    groups = [name for name, _ in sorted(scopes.items(), key=lambda item: (-item[1], item[0]))]
    named = groups[:_GROUPS]
    domain = [*named, words["other"]] if len(groups) > _GROUPS else named
    times = Counter[str]()
    for (one, other), count in shown.shared.items():
        times[one] += count
        times[other] += count
    nodes: list[dict[str, Any]] = [
        {
            "name": name, "x": at[own].x, "y": at[own].y, "times": times[own] or 1,
            "group": unit if (unit := scope or words["none"]) in named else words["other"],
            "weight": "bold" if own == about else "normal",
            "first": 2 if own == about else 1,
        }
        for own, (name, scope) in shown.people.items()
    ]  # fmt: skip
    # Whoever meets most is drawn first, so that small dots are not hidden by large ones.
    nodes.sort(key=lambda node: (-node["first"], -node["times"], node["name"], node["x"]))
    most = max(shown.shared.values(), default=1)
    edges = [
        {"x": at[a].x, "y": at[a].y, "x2": at[b].x, "y2": at[b].y,
         "width": round(0.8 + 5 * (count - 1) / max(1, most - 1), 2)}
        for (a, b), count in sorted(shown.shared.items(), key=lambda item: (item[1], item[0]))
    ]  # fmt: skip
    return {
        "width": _WIDTH,
        "height": max(height, _CELL),
        "data": [{"name": "edges", "values": edges}, {"name": "nodes", "values": nodes}],
        "scales": [
            {"name": "group", "type": "ordinal", "domain": domain,
             "range": [*COLOURS[: len(named)], COLOURS[-1]]},
            {"name": "size", "type": "sqrt", "domain": {"data": "nodes", "field": "times"},
             "range": [60, 620], "zero": True},
        ],
        "legends": [
            {"fill": "group", "title": words["scope"], "orient": "bottom", "columns": 4,
             "symbolType": "circle", "offset": 16, "labelLimit": 260}
        ],
        "marks": list(_marks()),
    }  # fmt: skip


def _marks() -> Iterable[dict[str, Any]]:
    yield {
        "type": "rule", "from": {"data": "edges"},
        "encode": {"enter": {
            **{name: {"field": name} for name in ("x", "y", "x2", "y2")},
            "strokeWidth": {"field": "width"}, "stroke": {"value": QUIET},
            "strokeOpacity": {"value": 0.3}, "strokeCap": {"value": "round"},
        }},
    }  # fmt: skip
    yield {
        "type": "symbol", "name": "dots", "from": {"data": "nodes"},
        "encode": {"enter": {
            "x": {"field": "x"}, "y": {"field": "y"},
            "size": {"scale": "size", "field": "times"},
            "fill": {"scale": "group", "field": "group"},
            "stroke": {"value": "#ffffff"}, "strokeWidth": {"value": 1.5},
        }},
    }  # fmt: skip
    # A name stands below its dot; a pale copy under it keeps it readable where lines cross it.
    for outline in (3.0, 0.0):
        yield {
            "type": "text",
            "from": {"data": "nodes"},
            "encode": {
                "enter": {
                    "text": {"field": "name"},
                    "x": {"field": "x"},
                    "y": {
                        "field": "y",
                        "offset": {"signal": "sqrt(scale('size', datum.times)) / 2 + 9"},
                    },
                    "align": {"value": "center"},
                    "baseline": {"value": "middle"},
                    "fontSize": {"value": 12.5},
                    "fontWeight": {"field": "weight"},
                    "fill": {"value": BACK if outline else INK},
                    "stroke": {"value": BACK},
                    "strokeWidth": {"value": outline},
                }
            },
        }
