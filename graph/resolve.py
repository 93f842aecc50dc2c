"""Records with every name resolved: bodies, places, posts and entries have their ids.

Only persons stay open here, for who is who is decided over all records at once
(`graph.identity.persons`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.identity.bodies import Body, body_of
from graph.identity.judgements import Rulings, rulings
from graph.identity.naming import acting_for, heads, rank_of
from graph.identity.places import Home, Site, home_of, locate
from graph.ids import make_id
from graph.keeping import sorted_records
from schema.records import (
    DateRange,
    EventRecord,
    Mention,
    PersonMention,
    Record,
    RoleMention,
    Span,
)

_BEFORE_HEADLINE = re.compile(
    r"^(?:[^\u3400-\u9fffA-Za-z《“]|年|月|日|是日|同日|当日|当天|上旬|中旬|下旬|上半月|下半月|至|到)+"
)
_HEADLINE_LENGTH = 40  # characters; a caption, not the sentence
_STARTS = re.compile(r"为|当选|担任|出任|接任|就任|兼任|(?<!兼)任(?![命免职何务期])")
_ENDS = re.compile(r"免去|辞去|不再担任|不再兼任|卸任|撤销|(?<!任)免(?![疫费税责])")
_STARTING = frozenset({"appointed", "elected"})
_APPOINTMENT = _STARTING | {"removed"}


@dataclass(frozen=True, slots=True)
class RoleFact:
    """A post given to a person: ``act`` is held, started or ended; ``body`` None where unknown.

    ``office`` is the full office and ``status`` acting where somebody fills in for its holder
    (代县长); ``single`` is true where one person at a time has the post.
    """

    id: str
    name: str
    office: str
    body: Body | None
    mention: RoleMention
    surface: str
    act: str
    status: str
    rank: str
    single: bool


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person in an event; ``number`` counts the sightings of the whole input."""

    number: int
    mention: PersonMention
    surface: str
    roles: tuple[RoleFact, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        return tuple(role.body for role in self.roles if role.body is not None)


@dataclass(frozen=True, slots=True)
class BodyFact:
    id: str
    body: Body
    mention: Mention
    surface: str


@dataclass(frozen=True, slots=True)
class SiteFact:
    id: str
    site: Site
    mention: Mention
    surface: str


@dataclass(frozen=True, slots=True)
class PaperFact:
    id: str
    mention: Mention
    surface: str


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event with its id, a headline, and whom and what it concerns."""

    id: str
    record: EventRecord
    headline: str
    persons: tuple[PersonFact, ...]
    bodies: tuple[BodyFact, ...]
    sites: tuple[SiteFact, ...]
    papers: tuple[PaperFact, ...]


@dataclass(frozen=True, slots=True)
class EntryFact:
    """A record with the ids of its entry and its source; what a reader refused is left out."""

    id: str
    source: str
    record: Record
    home: Home
    events: tuple[EventFact, ...]


def body_id(body: Body) -> str:
    return _named_id("organisation", body.key)


def site_id(key: str) -> str:
    return _named_id("location", key)


def source_id(name: str) -> str:
    return _named_id("source", name)


def paper_id(name: str) -> str:
    return _named_id("document", name)


@lru_cache(maxsize=262_144)
def _named_id(label: str, *parts: str) -> str:
    """The same few names come again and again; hashing them once is worth the memory."""
    return make_id(label, *parts)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one entry is read: where it is at home, what readers ruled, which bodies are others."""

    record: Record
    entry: str
    home: Home
    ruled: Rulings
    same: Mapping[str, Body]

    def body(self, name: str) -> Body:
        found = body_of(name, self.home)
        return self.same.get(found.key, found) if self.same else found


def resolve(
    records: Iterable[Record],
    ruled: Rulings | None = None,
    same: Mapping[str, Body] | None = None,
) -> tuple[EntryFact, ...]:
    """The records in order of source and position, each name resolved; doubles are dropped.

    ``ruled`` takes out what readers refused, ``same`` gives for the key of a body the body that
    it really is.
    """
    ruled = ruled or rulings(())
    seen: Counter[tuple[str, str]] = Counter()
    found: list[EntryFact] = []
    number = 0
    for record in sorted_records(records):
        key = (record.source, record.text)
        entry = make_id("entry", *key, seen[key])  # the n-th entry of these very words
        seen[key] += 1
        home = home_of(record.context.place)
        reading = _Reading(record, entry, home, ruled, same or {})
        events = []
        doubles: Counter[str] = Counter()
        for event in record.events:
            fact = _event(event, reading, number, doubles)
            number += len(fact.persons)
            events.append(fact)
        found.append(EntryFact(entry, source_id(record.source), record, home, tuple(events)))
    return tuple(found)


def _event(event: EventRecord, reading: _Reading, number: int, doubles: Counter[str]) -> EventFact:
    record, ruled = reading.record, reading.ruled
    start, end = event.span[0] - record.start, event.span[1] - record.start
    content = f"{start} {end} {event.when.start} {event.when.end} {event.type}"
    own = make_id("event", reading.entry, content, doubles[content])
    doubles[content] += 1
    named = [p for p in event.persons if (p.name, reading.entry) not in ruled.names]
    if record.source in ruled.undated:
        event = replace(event, when=DateRange("", "", event.when.precision))
    return EventFact(
        own,
        event,
        event.headline or headline(record.text[start:end]),
        tuple(_person(person, reading, number + index) for index, person in enumerate(named)),
        tuple(_body(mention, reading) for mention in event.organisations),
        tuple(_site(mention, reading) for mention in event.locations),
        tuple(
            PaperFact(paper_id(mention.name), mention, surface(record, mention.span, mention.name))
            for mention in event.documents
        ),
    )


def _body(mention: Mention, reading: _Reading) -> BodyFact:
    body = reading.body(mention.name)
    words = surface(reading.record, mention.span, mention.name)
    return BodyFact(body_id(body), body, mention, words)


def _site(mention: Mention, reading: _Reading) -> SiteFact:
    site = locate(mention.name, reading.home)
    words = surface(reading.record, mention.span, mention.name)
    return SiteFact(site_id(site.key), site, mention, words)


def _person(person: PersonMention, reading: _Reading, number: int) -> PersonFact:
    record = reading.record
    acts = _acts(person, record)
    roles = tuple(
        _role(role, act, reading)
        for role, act in zip(person.roles, acts, strict=True)
        if (person.name, role.surface, reading.entry) not in reading.ruled.posts
    )
    return PersonFact(number, person, surface(record, person.span, person.name), roles)


def _role(role: RoleMention, act: str, reading: _Reading) -> RoleFact:
    body = reading.body(role.organisation) if role.organisation else None
    written = role.title or role.surface
    office = acting_for(written) or written
    return RoleFact(
        id=_named_id("role", body.key if body else "", office),
        name=f"{body.called} {office}" if body else office,
        office=office,
        body=body,
        mention=role,
        surface=surface(reading.record, role.span, role.surface),
        act=act,
        status=role.status or ("acting" if office != written else ""),
        rank=rank_of(office),
        single=body is not None and heads(office, body.kind, body.name),
    )


def _acts(person: PersonMention, record: Record) -> list[str]:
    """Which posts an appointment starts or ends: 市委书记李明当选为主任 starts only the last.

    The nearest verb before a post in its sentence decides; where no post has one, all are meant
    (a list of appointments).
    """
    capacities = _APPOINTMENT & set(person.capacities)
    if not capacities:
        return ["held"] * len(person.roles)
    starting, ending = bool(capacities & _STARTING), "removed" in capacities
    verbs = [_verb_before(role, record) for role in person.roles]
    wanted = {"started"} if not ending else {"ended"} if not starting else {"started", "ended"}
    if len(person.roles) > 1 and any(verb in wanted for verb in verbs):
        return [verb if verb in wanted else "held" for verb in verbs]
    default = "started" if starting else "ended"
    found = [verb if verb in wanted else default for verb in verbs]
    return [
        "held" if role.status == "former" and act == "started" else act
        for role, act in zip(person.roles, found, strict=True)
    ]


def _verb_before(role: RoleMention, record: Record) -> str:
    at = role.span[0] - record.start
    sentence = re.split(r"[。;;\n]", record.text[:at])[-1]
    start = max((match.start() for match in _STARTS.finditer(sentence)), default=-1)
    end = max((match.start() for match in _ENDS.finditer(sentence)), default=-1)
    return "" if start == end else "started" if start > end else "ended"


def surface(record: Record, span: Span, name: str) -> str:
    """The words of the source at this span, white space taken out; the name where it is empty."""
    words = record.text[max(0, span[0] - record.start) : max(0, span[1] - record.start)]
    return re.sub(r"\s+", "", words) or name


def headline(words: str) -> str:
    """A caption from the words that tell of an event: the first clause after marker and date."""
    text = re.sub(r"\s+", " ", _BEFORE_HEADLINE.sub("", words)).strip() or words.strip()
    first = re.split(r"[。;;!!??]", text, maxsplit=1)[0]
    if len(first) <= _HEADLINE_LENGTH:
        return first
    cut = max(first.rfind(mark, 10, _HEADLINE_LENGTH) for mark in ",,、")
    return first[:cut] if cut > 0 else first[: _HEADLINE_LENGTH - 1] + "…"


def span_of(span: Span) -> dict[str, int]:
    return {"span_start": span[0], "span_end": span[1]}
