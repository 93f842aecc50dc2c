"""Rows of the node tables from resolved entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.identity.bodies import Body
from graph.identity.naming import document_kind, rank_of
from graph.identity.persons import Person
from graph.identity.places import Place, Site, parent_of, site_of
from graph.identity.romanise import pinyin_of
from graph.identity.venues import Parent
from graph.keeping import dump_record
from graph.resolve import EntryFact, EventFact, body_id, site_id, source_id
from graph.tables import SourceRow
from schema.records import DateRange, Figure

Row = dict[str, Any]
_PRIVATE = frozenset(
    {"company", "school", "hospital", "association", "institute", "media", "other"}
)
_BRACKETED_READING = re.compile(r"[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜ]+[)）]")
_OUR_OWN = re.compile(r"^(?:我|本|全|该)[省市州区县旗盟镇乡]")


def full_date(iso: str) -> date | None:
    """The day, or None where the year is not known (``--07-12``) or the date is no date."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _aliases(written: Iterable[str], name: str) -> list[str]:
    """The other forms that name the thing: not 我市, a single character, or 區(qū)-like damage."""
    forms = set(written) - {name}
    return sorted(
        form
        for form in forms
        if len(form) > 1 and not _OUR_OWN.match(form) and not _BRACKETED_READING.search(form)
    )


def lineage(body: Body) -> Iterator[Body]:
    """The body and those that its name holds, upwards."""
    current: Body | None = body
    while current is not None:
        yield current
        current = current.parent


def sites_above(place: Place | None) -> Iterator[Place]:
    """The unit and those above it."""
    while place is not None:
        yield place
        place = parent_of(place)


def all_bodies(entries: Iterable[EntryFact]) -> dict[str, Body]:
    """Every body that the entries name, in posts or as such, with those in their names, by id."""
    found: dict[str, Body] = {}
    for event in (event for entry in entries for event in entry.events):
        named = [fact.body for fact in event.bodies]
        named += [body for person in event.persons for body in person.bodies]
        for body in named:
            if body_id(body) not in found:
                for one in lineage(body):
                    found.setdefault(body_id(one), one)
    return found


def person_rows(persons: Sequence[Person], entries: Sequence[EntryFact]) -> Iterator[Row]:
    surfaces: dict[int, str] = {
        fact.number: fact.surface
        for entry in entries
        for event in entry.events
        for fact in event.persons
    }
    for person in persons:
        written = {surfaces[number] for number in person.sightings}
        yield {
            "id": person.id,
            "name": person.name,
            "pinyin": pinyin_of(person.name),
            "aliases": _aliases(written, person.name),
            "scope": person.scope,
        }


def role_rows(entries: Iterable[EntryFact]) -> Iterator[Row]:
    for event in (event for entry in entries for event in entry.events):
        for role in (role for person in event.persons for role in person.roles):
            yield {
                "id": role.id,
                "name": role.name,
                "office": role.office,
                "rank": rank_of(role.office),
            }


def organisation_rows(
    bodies: Mapping[str, Body], entries: Iterable[EntryFact], renamed: Iterable[tuple[str, str]]
) -> Iterator[Row]:
    """``renamed`` are pairs of ids, the second body's names being aliases of the first."""
    written: dict[str, set[str]] = defaultdict(set)
    for event in (event for entry in entries for event in entry.events):
        for fact in event.bodies:
            written[fact.id] |= {fact.surface, fact.mention.name}
        for role in (role for person in event.persons for role in person.roles):
            if role.body is not None:
                written[body_id(role.body)].add(role.mention.organisation)
    for own, body in bodies.items():
        written[own].add(body.called)
    for own, other in sorted(renamed):
        written[own] |= {bodies[other].name, bodies[other].called}
    for own, body in bodies.items():
        yield {
            "id": own,
            "name": body.name,
            "kind": body.kind,
            "level": _level(body),
            "aliases": _aliases(written[own], body.name),
        }


def _level(body: Body) -> str | None:
    """The level of the unit that a public body belongs to; none for a company or a school."""
    if body.place is None or body.kind in _PRIVATE:
        return None
    return body.place.kind


def location_rows(
    bodies: Mapping[str, Body], entries: Iterable[EntryFact], parents: Mapping[str, Parent]
) -> Iterator[Row]:
    written: dict[str, set[str]] = defaultdict(set)
    sites: dict[str, Site] = {}
    places: set[Place] = set()
    for fact in (fact for entry in entries for event in entry.events for fact in event.sites):
        written[fact.id] |= {fact.surface, fact.mention.name}
        sites.setdefault(fact.id, fact.site)
        if fact.site.parent is not None:
            places.add(fact.site.parent)
    places |= {parent.place for parent in parents.values()}
    places |= {body.place for body in bodies.values() if based_in(body) and body.place}
    for place in sorted(places, key=lambda place: place.names):
        for above in sites_above(place):
            sites.setdefault(site_id(above.full), site_of(above))
    for own, site in sites.items():
        yield {
            "id": own,
            "name": site.name,
            "kind": site.kind,
            "adcode": site.code or None,
            "aliases": _aliases(written[own], site.name),
        }


def based_in(body: Body) -> bool:
    """True for a body with a seat that its name tells: not one of the whole country."""
    return body.place is not None and body.place.kind != "country"


def event_row(event: EventFact) -> Row:
    record = event.record
    first, last = full_date(record.when.start), full_date(record.when.end)
    return {
        "id": event.id,
        "name": event.headline,
        "kind": record.type,
        "date": first,
        "date_end": last,
        "precision": record.when.precision,
        "year": first.year if first else None,
        "date_text": _date_text(record.when),
        "series": record.series or None,
        "ordinal": record.ordinal,
        "figures": [_figure(figure) for figure in record.figures],
    }


def _date_text(when: DateRange) -> str:
    return when.start if when.start == when.end else f"{when.start}/{when.end}"


def _figure(figure: Figure) -> str:
    number = int(figure.value) if figure.value.is_integer() else figure.value
    return f"{figure.of} {number}{figure.unit}".strip()


def document_rows(entries: Iterable[EntryFact]) -> Iterator[Row]:
    for fact in (fact for entry in entries for event in entry.events for fact in event.papers):
        name = fact.mention.name
        yield {"id": fact.id, "name": name, "kind": document_kind(name)}


def entry_row(entry: EntryFact) -> Row:
    record = entry.record
    return {
        "id": entry.id,
        "name": record.entry_id,
        "text": record.text,
        "span_start": record.start,
        "span_end": record.end,
        "place": record.context.place,
        "heading": record.context.heading,
        "warnings": [f"{warning.code}: {warning.message}" for warning in record.warnings],
        "record": dump_record(record),
    }


def source_rows(
    sources: Iterable[SourceRow], entries: Iterable[EntryFact], judgements: str
) -> Iterator[Row]:
    """The sources given, and a bare one for each that only the records name.

    The first of them keeps ``judgements``, the lines that a later build is to replay.
    """
    given = {source.name: source for source in sources}
    named = {entry.record.source for entry in entries}
    for number, name in enumerate(sorted(given.keys() | named)):
        source = given.get(name, SourceRow(name))
        yield {
            "id": source_id(name),
            "name": name,
            "url": source.url,
            "heading": source.heading,
            "sha256": source.sha256,
            "length": source.length,
            "judgements": judgements if number == 0 else None,
        }
