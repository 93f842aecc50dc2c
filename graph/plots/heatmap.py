"""How many events of each kind, or of each person, fall into each month, year or decade."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.naming import Ask
from graph.plots.draw import ACCENT, BACK, INK, Language, Picture
from graph.plots.subjects import Subject
from schema.vocabulary import load

Rows = Literal["kind", "person"]

_MONTHS = _YEARS = 36
"""More months than this are drawn as years, and more years as decades."""

_OF = {
    None: "MATCH (e:Event) WHERE 1 = 1 ",
    "Person": "MATCH (s:Person)-[:PARTICIPATED_IN]->(e:Event) WHERE s.id = $id ",
    "Organisation": "MATCH (s:Organisation)-[:INVOLVED]->(e:Event) WHERE s.id = $id ",
}
_RANGE = "AND e.date IS NOT NULL AND e.date >= date($first) AND e.date <= date($last) "
_BY: dict[Rows, str] = {
    "kind": "RETURN DISTINCT e.kind AS row, '' AS who, e.date AS date, e.precision AS precision, "
    "e.id AS id ORDER BY id, row",
    "person": "MATCH (p:Person)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS row, "
    "p.id AS who, e.date AS date, e.precision AS precision, e.id AS id ORDER BY id, row, who",
}
_TEXT = {
    "zh": {
        "kind": "活动类型分布", "person": "人物活动分布", "of": "{name}：", "count": "件数",
        "month": "按月", "year": "按年", "decade": "按年代",
        "decades": "replace(datum.value, 's', '年代')",
        "left": "另有 {count} 人未列出（按件数取前 {limit} 人）",
        "vague": "{count} 件活动只知年份，未计入", "total": "{step}，共 {count} 件活动",
    },
    "en": {
        "kind": "Events by kind", "person": "Events by person", "of": "{name}: ", "count": "events",
        "month": "by month", "year": "by year", "decade": "by decade", "decades": "datum.value",
        "left": "{count} people are left out (those with most events are drawn: {limit})",
        "vague": "{count} events of which only the year is known are left out",
        "total": "{step}, {count} events",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """Events in each cell; ``rows`` and ``columns`` in the order in which they are drawn.

    ``cells`` goes by the place of a row in ``rows`` and by column.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[int, str], int]
    step: Literal["month", "year", "decade"]
    events: int
    missing: int
    vague: int


def count(
    ask: Ask, rows: Rows, subject: Subject | None, first: date, last: date, limit: int
) -> Counts:
    """What the heatmap shows of the events between two days, of all or of one subject.

    Rows by kind are in the order of the vocabulary; rows by person are the ``limit`` busiest.
    """
    asked = _OF[subject.label if subject else None] + _RANGE + _BY[rows]
    params = {"first": first.isoformat(), "last": last.isoformat()}
    found = ask(asked, {**params, **({"id": subject.id} if subject else {})}).rows
    days = [row[2] for row in found]
    step = _step(days)
    vague = {row[4] for row in found if step == "month" and row[3] in ("year", "period")}
    used = [row for row in found if row[4] not in vague]
    totals = Counter((row[0], row[1]) for row in used)
    if rows == "kind":
        order = list(load().terms("event_types"))
        ranked = sorted(totals, key=lambda key: order.index(key[0]) if key[0] in order else 99)
        chosen = ranked
    else:
        ranked = sorted(totals, key=lambda key: (-totals[key], key))
        chosen = ranked[:limit]
    at = {key: number for number, key in enumerate(chosen)}
    cells = Counter(
        (at[name, who], _column(day, step)) for name, who, day, _, _ in used if (name, who) in at
    )
    return Counts(
        tuple(name for name, _ in chosen),
        _columns([row[2] for row in used], step),
        dict(cells),
        step,
        len({row[4] for row in used}),
        len(ranked) - len(chosen),
        len(vague),
    )


def heatmap(
    ask: Ask,
    rows: Rows,
    subject: Subject | None,
    first: date,
    last: date,
    limit: int,
    language: Language,
) -> Picture:
    """The counts as coloured cells, each with its number."""
    counts, words = count(ask, rows, subject, first, last, limit), _TEXT[language]
    left = []
    if counts.missing:
        left.append(words["left"].format(count=counts.missing, limit=limit))
    if counts.vague:
        left.append(words["vague"].format(count=counts.vague))
    title = (words["of"].format(name=subject.name) if subject else "") + words[rows]
    total = words["total"].format(step=words[counts.step], count=counts.events)
    spec = _spec(counts, rows, words, language)
    spec["title"] = {"text": title, "subtitle": [total, *left]}
    return Picture("vega-lite", spec, tuple(left), empty=not counts.rows)


def _spec(counts: Counts, rows: Rows, words: dict[str, str], language: Language) -> dict[str, Any]:
    terms = load().terms("event_types")
    names = [
        getattr(terms[name], language) if rows == "kind" and name in terms else name
        for name in counts.rows
    ]
    most = max(counts.cells.values(), default=1)
    values = [
        {"row": row, "column": column, "count": counts.cells.get((row, column), 0)}
        for row in range(len(names))
        for column in counts.columns
    ]
    picked = " : ".join(f"datum.value == {n} ? {_quoted(name)}" for n, name in enumerate(names))
    axis = {"domain": False, "ticks": False, "labelPadding": 6, "title": None}
    wide = counts.step == "month"
    told = words["decades"] if counts.step == "decade" else "datum.value"
    return {
        "width": {"step": 42 if wide else 52},
        "height": {"step": 26},
        "data": {"values": values},
        "encoding": {
            "x": {"field": "column", "type": "ordinal",
                  "axis": {**axis, "labelAngle": -45 if wide else 0, "orient": "bottom",
                           "labelExpr": told}},
            "y": {"field": "row", "type": "ordinal",
                  "axis": {**axis, "labelLimit": 260,
                           "labelExpr": f"{picked} : ''" if names else "''"}},
        },
        "layer": [
            {
                "mark": {"type": "rect", "stroke": BACK, "strokeWidth": 2, "cornerRadius": 3},
                "encoding": {"color": {
                    "field": "count", "type": "quantitative",
                    "scale": {"domain": [0, most], "range": ["#f1f4f7", ACCENT]},
                    "legend": {"title": words["count"], "gradientLength": 110, "tickMinStep": 1,
                               "format": "d", "tickCount": min(5, most)},
                }},
            },
            {
                "transform": [{"filter": "datum.count > 0"}],
                "mark": {"type": "text", "fontSize": 11},
                "encoding": {
                    "text": {"field": "count", "type": "quantitative"},
                    "color": {"condition": {"test": f"datum.count > {most * 0.55}", "value": BACK},
                              "value": INK},
                },
            },
        ],
    }  # fmt: skip


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _step(days: list[date]) -> Literal["month", "year", "decade"]:
    if not days:
        return "month"
    years = max(days).year - min(days).year + 1
    months = (years - 1) * 12 + max(days).month - min(days).month + 1
    return "month" if months <= _MONTHS else "year" if years <= _YEARS else "decade"


def _column(day: date, step: str) -> str:
    if step == "month":
        return f"{day.year:04d}-{day.month:02d}"
    return f"{day.year:04d}" if step == "year" else f"{day.year // 10}0s"


def _columns(days: list[date], step: str) -> tuple[str, ...]:
    """Every column from the first day to the last, those without events as well."""
    if not days:
        return ()
    low, high = min(days), max(days)
    months = (
        date(year, month, 1) for year in range(low.year, high.year + 1) for month in range(1, 13)
    )
    between = (month for month in months if low.replace(day=1) <= month <= high)
    return tuple(dict.fromkeys(_column(month, step) for month in between))
