"""Records as JSON lines: the form of the gold files, with spans (character offsets, half-open)."""

from __future__ import annotations

import json
from typing import Any

from schema.records import (
    Context,
    DateRange,
    EventRecord,
    Figure,
    Mention,
    PersonMention,
    Record,
    RoleMention,
    Span,
    Warning,
)


def to_line(record: Record) -> str:
    """One line of JSON (no line break), keys in a fixed order, UTF-8 without escapes."""
    return _encode(to_json(record))


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def to_json(record: Record) -> dict[str, Any]:
    """The record as plain data; `from_json` gives it back unchanged."""
    context = record.context
    return {
        "entry_id": record.entry_id,
        "source": record.source,
        "text": record.text,
        "start": record.start,
        "end": record.end,
        "context": {
            "place": context.place,
            "year": context.year,
            "month": context.month,
            "day": context.day,
            "heading": context.heading,
        },
        "events": [_event_json(event) for event in record.events],
        "warnings": [{"code": w.code, "message": w.message} for w in record.warnings],
    }


def _event_json(event: EventRecord) -> dict[str, Any]:
    return {
        "date": event.when.start,
        "date_end": event.when.end,
        "precision": event.when.precision,
        "type": event.type,
        "headline": event.headline,
        "span": list(event.span),
        "persons": [
            {
                "name": p.name,
                "span": list(p.span),
                "roles": [
                    {
                        "surface": r.surface,
                        "organisation": r.organisation,
                        "title": r.title,
                        "span": list(r.span),
                        "status": r.status,
                        "confidence": r.confidence,
                    }
                    for r in p.roles
                ],
                "capacities": list(p.capacities),
                "confidence": p.confidence,
                "capacity_confidence": list(p.capacity_confidence),
            }
            for p in event.persons
        ],
        "organisations": [m.name for m in event.organisations],
        "locations": [m.name for m in event.locations],
        "documents": [m.name for m in event.documents],
        "mentions": {
            "organisations": [_mention_json(m) for m in event.organisations],
            "locations": [_mention_json(m) for m in event.locations],
            "documents": [_mention_json(m) for m in event.documents],
        },
        "series": event.series,
        "ordinal": event.ordinal,
        "figures": [
            {"value": f.value, "unit": f.unit, "of": f.of, "span": list(f.span)}
            for f in event.figures
        ],
        "type_confidence": event.type_confidence,
        "date_confidence": event.date_confidence,
    }


def _mention_json(mention: Mention) -> dict[str, Any]:
    return {
        "name": mention.name,
        "span": list(mention.span),
        "capacity": mention.capacity,
        "confidence": mention.confidence,
    }


def from_json(data: dict[str, Any]) -> Record:
    """A record from the data that `to_json` makes; raises KeyError where a key is missing."""
    context = data["context"]
    return Record(
        data["entry_id"],
        data["source"],
        data["text"],
        data["start"],
        data["end"],
        Context(
            context["place"], context["year"], context["month"], context["day"], context["heading"]
        ),
        tuple(_event(event) for event in data["events"]),
        tuple(Warning(w["code"], w["message"]) for w in data["warnings"]),
    )


def _event(data: dict[str, Any]) -> EventRecord:
    mentions = data["mentions"]
    return EventRecord(
        DateRange(data["date"], data["date_end"], data["precision"]),
        data["type"],
        _span(data["span"]),
        data["headline"],
        tuple(_person(person) for person in data["persons"]),
        tuple(_mention(m) for m in mentions["organisations"]),
        tuple(_mention(m) for m in mentions["locations"]),
        tuple(_mention(m) for m in mentions["documents"]),
        data["series"],
        data["ordinal"],
        tuple(Figure(f["value"], f["unit"], f["of"], _span(f["span"])) for f in data["figures"]),
        data["type_confidence"],
        data["date_confidence"],
    )


def _person(data: dict[str, Any]) -> PersonMention:
    return PersonMention(
        data["name"],
        _span(data["span"]),
        tuple(
            RoleMention(
                r["surface"],
                r["organisation"],
                r["title"],
                _span(r["span"]),
                r["status"],
                r["confidence"],
            )
            for r in data["roles"]
        ),
        tuple(data["capacities"]),
        data["confidence"],
        tuple(data["capacity_confidence"]),
    )


def _mention(data: dict[str, Any]) -> Mention:
    return Mention(data["name"], _span(data["span"]), data["capacity"], data["confidence"])


def _span(pair: list[int]) -> Span:
    return pair[0], pair[1]
