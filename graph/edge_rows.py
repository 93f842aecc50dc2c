"""Rows of the edge tables from resolved entries: each with the span of the words that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

from graph.identity.bodies import Body
from graph.identity.changes import Change, Named, changes
from graph.identity.places import Place, Site, site_of
from graph.identity.resemblance import Resemblance
from graph.identity.tenure import Carrier, Statement, Tenure
from graph.identity.venues import Parent, Seen
from graph.node_rows import based_in, full_date, lineage, sites_above
from graph.resolve import EntryFact, EventFact, PersonFact, body_id, site_id, source_id, span_of
from graph.tables import EdgeKey
from schema.records import Span
from schema.vocabulary import load

_APPOINTMENT = frozenset({"appointed", "elected", "removed"})


@dataclass(frozen=True, slots=True)
class Edge:
    """One row to be: its table, its ends and its properties."""

    key: EdgeKey
    from_id: str
    to_id: str
    properties: Mapping[str, Any]


def statements(entries: Iterable[EntryFact], who: Mapping[int, str]) -> Iterator[Statement]:
    """What the entries say of who holds which post; ``who`` gives the person of each sighting."""
    for entry in entries:
        for event in entry.events:
            when = event.record.when
            first, last = full_date(when.start), full_date(when.end)
            for person in event.persons:
                for role in person.roles:
                    yield Statement(
                        person=who[person.number],
                        role=role.id,
                        act=role.act,
                        first=first.isoformat() if first else "",
                        last=last.isoformat() if last else "",
                        precision=when.precision,
                        status=role.status,
                        source=entry.record.source,
                        event=event.id,
                        entry=entry.id,
                        span=role.mention.span,
                    )


def entry_edges(
    entry: EntryFact, who: Mapping[int, str], carried: Mapping[tuple[str, str], Carrier]
) -> Iterator[Edge]:
    """The edges that one entry gives, in the order of its events."""
    record = entry.record
    yield Edge(
        ("FROM_SOURCE", "Entry", "Source"), entry.id, source_id(record.source),
        span_of((record.start, record.end)),
    )  # fmt: skip
    for event in entry.events:
        yield Edge(("RECORDED_IN", "Event", "Entry"), event.id, entry.id,
                   span_of(event.record.span))  # fmt: skip
        for person in event.persons:
            yield _participation(event, person, who[person.number])
            yield from _presence(entry, event, person, who[person.number], carried)
            yield from _role_edges(entry, person)
        yield from _event_edges(entry, event)
    yield from _mentions(entry, who)


def _participation(event: EventFact, person: PersonFact, own: str) -> Edge:
    capacities = list(dict.fromkeys(person.mention.capacities))
    ranked = sorted(capacities, key=lambda c: _order().get(c, len(_order())))
    return Edge(
        ("PARTICIPATED_IN", "Person", "Event"), own, event.id,
        {
            "capacities": capacities,
            "capacity": ranked[0] if ranked else None,
            "roles": [role.mention.surface for role in person.roles],
            **span_of(person.mention.span),
            "confidence": person.mention.confidence,
        },
    )  # fmt: skip


@lru_cache(maxsize=1)
def _order() -> dict[str, int]:
    """The place of each capacity in the vocabulary: the first is the caption of an edge."""
    return {capacity: place for place, capacity in enumerate(load().terms("capacities"))}


def _presence(
    entry: EntryFact, event: EventFact, person: PersonFact, own: str,
    carried: Mapping[tuple[str, str], Carrier],
) -> Iterator[Edge]:  # fmt: skip
    """The posts in which a person was there; none for one who is only appointed or removed."""
    capacities = set(person.mention.capacities)
    if capacities and capacities <= _APPOINTMENT:
        return
    key = ("PRESENT_AT", "Role", "Event")
    for role in person.roles:
        if role.act == "held" and role.status not in ("former", "proposed"):
            said = {"person": own, "inferred": False, **span_of(role.mention.span)}
            yield Edge(key, role.id, event.id, said)
    carrier = carried.get((own, entry.record.source))
    if person.roles or carrier is None:
        return
    day = full_date(event.record.when.start)
    for role_id in carrier.posts_on(day.isoformat() if day else ""):
        inferred = {"person": own, "inferred": True, **span_of(person.mention.span)}
        yield Edge(key, role_id, event.id, inferred)


def _role_edges(entry: EntryFact, person: PersonFact) -> Iterator[Edge]:
    for role in person.roles:
        if role.body is not None:
            span = role.mention.span
            yield Edge(("ROLE_IN", "Role", "Organisation"), role.id, body_id(role.body),
                       {"entry": entry.id, **span_of(span)})  # fmt: skip


def _event_edges(entry: EntryFact, event: EventFact) -> Iterator[Edge]:
    for body in event.bodies:
        yield Edge(
            ("INVOLVED", "Organisation", "Event"), body.id, event.id,
            {
                "capacity": body.mention.capacity or "other",
                **span_of(body.mention.span),
                "confidence": body.mention.confidence,
            },
        )  # fmt: skip
    for site in event.sites:
        there = {**span_of(site.mention.span), "confidence": site.mention.confidence}
        yield Edge(("HELD_AT", "Event", "Location"), event.id, site.id, there)
    for paper in event.papers:
        yield Edge(
            ("CONCERNS", "Event", "Document"), event.id, paper.id,
            {
                "capacity": paper.mention.capacity or None,
                **span_of(paper.mention.span),
                "confidence": paper.mention.confidence,
            },
        )  # fmt: skip


def _seat(body: Body, entry: str, span: Span) -> Iterator[Edge]:
    """What a body's name tells: the bodies it is part of, and the unit where it sits."""
    for one in lineage(body):
        if one.parent is not None:
            yield Edge(("PART_OF", "Organisation", "Organisation"), body_id(one),
                       body_id(one.parent), _derived("name", False, entry, span))  # fmt: skip
        if based_in(one) and one.place is not None:
            yield Edge(("BASED_IN", "Organisation", "Location"), body_id(one),
                       site_id(one.place.full), _derived("name", False, entry, span))  # fmt: skip
            yield from _place_parts(one.place, entry, span)


def _site_parts(site: Site, entry: str, span: Span) -> Iterator[Edge]:
    if site.parent is not None:
        yield Edge(
            ("PART_OF", "Location", "Location"), site_id(site.key), site_id(site.parent.full),
            _derived(site.parent_basis, site.parent_basis != "name", entry, span),
        )  # fmt: skip
        yield from _place_parts(site.parent, entry, span)


def _place_parts(place: Place, entry: str, span: Span) -> Iterator[Edge]:
    for one in sites_above(place):
        site = site_of(one)
        if site.parent is not None:
            yield Edge(
                ("PART_OF", "Location", "Location"), site_id(site.key), site_id(site.parent.full),
                _derived(site.parent_basis, site.parent_basis != "name", entry, span),
            )  # fmt: skip


def _derived(basis: str, inferred: bool, entry: str, span: Span) -> dict[str, Any]:
    return {"basis": basis, "inferred": inferred, "entry": entry, **span_of(span)}


def structure_edges(
    entries: Iterable[EntryFact], bodies: Mapping[str, Body], parents: Mapping[str, Parent]
) -> Iterator[Edge]:
    """What names tell of bodies and places, with the words that name each first.

    A body is part of the bodies that its name holds and sits in the unit that its name opens with;
    a department is part of its unit's government, where ``bodies`` (all by id) has it. ``parents``
    are the units of venues whose name holds none.
    """
    by_key = {body.key: own for own, body in bodies.items()}
    seen: set[str] = set()
    for entry in entries:
        for event in entry.events:
            for body, span in _bodies_named(event):
                if body.key not in seen:
                    seen.add(body.key)
                    yield from _seat(body, entry.id, span)
                    yield from _government(body, by_key, entry.id, span)
            for site in event.sites:
                if site.id not in seen:
                    seen.add(site.id)
                    yield from _site_parts(site.site, entry.id, site.mention.span)
                    if site.site.key in parents:
                        yield from _venue_parts(site.site, parents[site.site.key])


def _venue_parts(site: Site, parent: Parent) -> Iterator[Edge]:
    entry, span = cast(tuple[str, Span], parent.mark)
    yield Edge(("PART_OF", "Location", "Location"), site_id(site.key), site_id(parent.place.full),
               _derived(parent.basis, True, entry, span))  # fmt: skip
    yield from _place_parts(parent.place, entry, span)


def events_seen(entries: Iterable[EntryFact]) -> Iterator[Seen]:
    """The sites of every event, for `venue_parents`: each marked with entry and span."""
    for entry in entries:
        for event in entry.events:
            if event.sites:
                ordered = sorted(event.sites, key=lambda fact: fact.mention.span)
                marked = tuple((fact.site, (entry.id, fact.mention.span)) for fact in ordered)
                yield Seen(entry.home, event.record.type == "visit", marked)


def body_changes(entries: Iterable[EntryFact]) -> Iterator[tuple[EventFact, str, Change]]:
    """Reforms that events tell, each with its event and the id of its entry."""
    for entry in entries:
        for event in entry.events:
            if len(event.bodies) > 1:
                start = entry.record.start
                named = [
                    Named(fact.id, fact.body.key,
                          (fact.mention.span[0] - start, fact.mention.span[1] - start))
                    for fact in event.bodies
                ]  # fmt: skip
                for change in changes(entry.record.text, named):
                    span = (change.span[0] + start, change.span[1] + start)
                    yield event, entry.id, replace(change, span=span)


def change_edge(event: EventFact, entry: str, change: Change) -> Edge:
    return Edge(
        ("BECAME", "Organisation", "Organisation"), change.old, change.new,
        {
            "change": change.kind,
            "date": full_date(event.record.when.start),
            "event": event.id,
            "entry": entry,
            **span_of(change.span),
        },
    )  # fmt: skip


def _bodies_named(event: EventFact) -> Iterator[tuple[Body, Span]]:
    for person in event.persons:
        for role in person.roles:
            if role.body is not None:
                yield role.body, role.mention.span
    for fact in event.bodies:
        yield fact.body, fact.mention.span


def _government(body: Body, by_key: Mapping[str, str], entry: str, span: Span) -> Iterator[Edge]:
    for one in lineage(body):
        if one.above in by_key:
            yield Edge(("PART_OF", "Organisation", "Organisation"), body_id(one),
                       by_key[one.above], _derived("kind", True, entry, span))  # fmt: skip


def _mentions(entry: EntryFact, who: Mapping[int, str]) -> Iterator[Edge]:
    """One edge for each thing that the entry names: the first span, and how many there are."""
    found: dict[tuple[str, str], tuple[Span, str]] = {}
    times: Counter[tuple[str, str]] = Counter()
    spans: set[tuple[str, str, Span]] = set()
    for label, own, span, words in sorted(_named(entry, who), key=lambda m: (m[2], m[0], m[1])):
        found.setdefault((label, own), (span, words))
        if (label, own, span) not in spans:
            spans.add((label, own, span))
            times[label, own] += 1
    for (label, own), (span, words) in found.items():
        yield Edge(("MENTIONS", "Entry", label), entry.id, own,
                   {**span_of(span), "surface": words, "times": times[label, own]})  # fmt: skip


def _named(entry: EntryFact, who: Mapping[int, str]) -> Iterator[tuple[str, str, Span, str]]:
    for event in entry.events:
        for person in event.persons:
            yield "Person", who[person.number], person.mention.span, person.surface
            for role in person.roles:
                yield "Role", role.id, role.mention.span, role.surface
        for body in event.bodies:
            yield "Organisation", body.id, body.mention.span, body.surface
        for site in event.sites:
            yield "Location", site.id, site.mention.span, site.surface
        for paper in event.papers:
            yield "Document", paper.id, paper.mention.span, paper.surface


def tenure_edge(tenure: Tenure) -> Edge:
    days = ("first_seen", "last_seen", "started", "ended", "inferred_end")
    dates = {name: full_date(getattr(tenure, name) or "") for name in days}
    return Edge(
        ("HELD", "Person", "Role"), tenure.person, tenure.role,
        {
            "stint": tenure.stint,
            **dates,
            "predecessor": tenure.predecessor,
            "successor": tenure.successor,
            "gap_days": tenure.gap_days,
            "precision": tenure.precision,
            "status": tenure.status,
            "evidence": tenure.evidence,
            "inferred": False,
            "started_event": tenure.started_event,
            "ended_event": tenure.ended_event,
            "entry": tenure.entry,
            **span_of(tenure.span),
        },
    )  # fmt: skip


def resemblance_edge(pair: Resemblance, label: str) -> Edge:
    properties = {"score": pair.score, "reason": pair.reason, "inferred": True}
    return Edge(("POSSIBLY_SAME", label, label), pair.first, pair.second, properties)
