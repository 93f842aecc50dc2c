"""The timeline of a person or a body: posts as bars, events as points, one row each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from graph.naming import Ask
from graph.plots.draw import ACCENT, COLOURS, Language, Picture
from graph.plots.subjects import Subject
from schema.vocabulary import load

_WIDTH, _ROW = 620, 24
_BAR_FROM = 80
"""What is shorter than this part of all the time that is shown is a point, not a bar."""

_LABEL = 30
"""So many characters of a headline stand in its row."""

_POSTS = {
    "Person": "MATCH (p:Person)-[h:HELD]->(r:Role) WHERE p.id = $id "
    "RETURN r.name AS name, coalesce(h.started, h.first_seen) AS begin, "
    "coalesce(h.ended, h.last_seen) AS until, r.id AS id ORDER BY begin, name, id, until",
    "Organisation": "MATCH (o:Organisation)<-[:ROLE_IN]-(r:Role)<-[h:HELD]-(p:Person) "
    "WHERE o.id = $id RETURN r.office + ' ' + p.name AS name, "
    "coalesce(h.started, h.first_seen) AS begin, coalesce(h.ended, h.last_seen) AS until, "
    "p.id AS id ORDER BY begin, name, id, until",
}
_EVENTS = {
    "Person": "MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Event) WHERE p.id = $id ",
    "Organisation": "MATCH (o:Organisation)-[:INVOLVED]->(e:Event) WHERE o.id = $id ",
}
_EVENT = (
    "RETURN DISTINCT e.date AS begin, e.date_end AS until, e.date_text AS told, e.name AS name, "
    "e.kind AS kind, e.id AS id ORDER BY begin, name, id"
)
_TEXT = {
    "zh": {
        "title": "{name}：职务与活动", "body": "{name}：任职者与活动", "posts": "职务",
        "events": "活动", "kind": "活动类型", "dates": "{posts} 段任职，{events} 件活动",
        "left": "另有 {count} {unit}较早的{what}未列出",
        "undated": "{count} 件活动没有日期，未列出",
    },
    "en": {
        "title": "{name}: posts and events", "body": "{name}: holders of posts, and events",
        "posts": "Posts", "events": "Events", "kind": "kind of event",
        "dates": "{posts} tenures, {events} events",
        "left": "{count} earlier {what} are left out",
        "undated": "{count} events without a date are left out",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what it says, from which day to which, and the kind of an event."""

    text: str
    begin: date
    end: date
    kind: str = ""


def timeline(
    ask: Ask, subject: Subject, first: date, last: date, limit: int, language: Language
) -> Picture:
    """Posts and events between two days, the latest ``limit`` of each."""
    posts = [
        Bar(_short(name), begin, end or begin)
        for name, begin, end, _ in ask(_POSTS[subject.label], {"id": subject.id}).rows
        if begin and begin <= last and (end or begin) >= first
    ]
    events, undated = [], 0
    for begin, end, told, name, kind, _ in ask(
        _EVENTS[subject.label] + _EVENT, {"id": subject.id}
    ).rows:
        if begin is None:
            undated += 1
        elif begin <= last and (end or begin) >= first:
            events.append(Bar(f"{told or begin}  {_short(name)}", begin, end or begin, kind))
    words = _TEXT[language]
    left = [
        words["left"].format(
            count=len(rows) - limit, what=words[what], unit="段" if what == "posts" else "件"
        )
        for what, rows in (("posts", posts), ("events", events))
        if len(rows) > limit
    ]
    if undated:
        left.append(words["undated"].format(count=undated))
    heading = words["body" if subject.label == "Organisation" else "title"]
    counted = words["dates"].format(posts=len(posts), events=len(events))
    spec = _spec(posts[-limit:], events[-limit:], words, language)
    spec["title"] = {
        "text": heading.format(name=subject.name),
        "subtitle": [counted, *left],
    }
    return Picture("vega-lite", spec, tuple(left), empty=not (posts or events))


def _short(text: str) -> str:
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1]}…"


def _spec(
    posts: list[Bar], events: list[Bar], words: dict[str, str], language: Language
) -> dict[str, Any]:
    every = [*posts, *events]
    if not every:
        return {"width": _WIDTH, "height": 40, "data": {"values": [{}]}, "mark": "point"}
    ends = [min(bar.begin for bar in every), max(bar.end for bar in every)]
    views = []
    for rows, title, colour in (
        (posts, words["posts"], {"value": ACCENT}),
        (events, words["events"], _by_kind(events, words, language)),
    ):
        if rows:
            views.append(_view(rows, title, colour, ends, language))
    return {
        "vconcat": views,
        "spacing": 18,
        "resolve": {"scale": {"x": "shared"}},
    }


def _view(
    rows: list[Bar], title: str, colour: dict[str, Any], ends: list[date], language: Language
) -> dict[str, Any]:
    kinds = load().terms("event_types")
    values = [
        {
            # A number keeps rows apart that say the same.
            "row": number,
            "text": bar.text,
            "begin": _moment(bar.begin),
            "end": _moment(bar.end),
            "long": (bar.end - bar.begin) * _BAR_FROM >= ends[1] - ends[0],
            "kind": getattr(kinds[bar.kind], language) if bar.kind in kinds else "",
        }
        for number, bar in enumerate(rows)
    ]
    names = [bar.text for bar in rows]
    time = {
        "field": "begin", "type": "temporal", "title": None,
        "scale": {"type": "utc", "domain": [_moment(day) for day in ends], "padding": 14,
                  "nice": False},
        "axis": {"labelExpr": _days(ends), "labelOverlap": "greedy", "tickCount": 8,
                 "labelSeparation": 12},
    }  # fmt: skip
    row = {
        "field": "row", "type": "ordinal", "title": title,
        "axis": {
            "labelExpr": f"{_array(names)}[datum.value]", "labelLimit": 460, "labelPadding": 8,
            "ticks": False, "domain": False, "grid": True, "labelAlign": "right",
            "titleAngle": 0, "titleAlign": "right", "titleAnchor": "start", "titleY": -10,
            "titleX": -8, "titleBaseline": "bottom",
        },
    }  # fmt: skip
    long, short = ({"test": test, "value": 1} for test in ("datum.long", "!datum.long"))
    return {
        "width": _WIDTH,
        "height": {"step": _ROW},
        "data": {"values": values},
        "encoding": {"y": row, "x": time, "color": colour},
        "layer": [
            {
                "mark": {"type": "bar", "height": 10, "cornerRadius": 5},
                "encoding": {
                    "x2": {"field": "end"},
                    "opacity": {"condition": long, "value": 0},
                },
            },
            {
                "mark": {"type": "circle", "size": 78},
                "encoding": {"opacity": {"condition": short, "value": 0}},
            },
        ],
    }  # fmt: skip


def _by_kind(events: list[Bar], words: dict[str, str], language: Language) -> dict[str, Any]:
    """Each kind has the colour of its place in the vocabulary, in whatever picture."""
    terms = load().terms("event_types")
    present = {bar.kind for bar in events}
    pairs = [
        (getattr(term, language), colour)
        for (name, term), colour in zip(terms.items(), COLOURS, strict=False)
        if name in present
    ]
    return {
        "field": "kind", "type": "nominal",
        "scale": {"domain": [name for name, _ in pairs], "range": [c for _, c in pairs]},
        "legend": {"title": words["kind"], "orient": "bottom", "columns": 6, "symbolType": "circle",
                   "symbolOpacity": 1, "offset": 14},
    }  # fmt: skip


def _days(ends: list[date]) -> str:
    """Years alone over a long time, years and months over a shorter one, else days."""
    days = (ends[1] - ends[0]).days
    pattern = "%Y" if days > 365 * 8 else "%Y-%m" if days > 120 else "%Y-%m-%d"
    return f"utcFormat(datum.value, '{pattern}')"


def _moment(day: date) -> int:
    """Milliseconds in UTC, so that no picture depends on where it is drawn."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def _array(texts: list[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)
