"""What a person should look at first: questions about a graph, the most valuable before others.

The value of an answer is how unsure the graph is of it, times how much hangs on it (the namings
that would be joined, parted or taken out). Each question comes with the words of the source.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.assemble import Decided
from graph.identity.clusters import first_entry
from graph.identity.judgements import (
    DATES,
    NAME,
    POST,
    SAME_BODY,
    SAME_PERSON,
    subject,
)
from graph.identity.succession import overlaps
from graph.resolve import EntryFact, PersonFact, body_id

DOUBTFUL = 0.75
"""A name that the extractor is less sure of is asked about."""

_AROUND = 36  # characters of the source on either side of the words in question
_DATE_WARNINGS = frozenset({"heading-month", "year", "order"})


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source: offsets of the words in question there, and what stands around."""

    source: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question that can be answered by yes or no; ``what`` is the subject of the judgement."""

    what: tuple[str, ...]
    question: str
    reason: str
    value: float
    quotes: tuple[Quote, ...]


def items(decided: Decided) -> list[Item]:
    """The open questions, the most valuable first; equal ones in order of their subjects."""
    entries = {entry.id: entry for entry in decided.entries}
    found: dict[tuple[str, ...], Item] = {}
    for make in (_namesakes, _joined, _overlaps, _dates, _names, _bodies):
        for item in make(decided, entries):
            known = found.get(item.what)
            if known is None or known.value < item.value:
                found[item.what] = item
    open_still = [
        item for item in found.values() if decided.ruled.verdict(item.what) not in ("yes", "no")
    ]
    return sorted(open_still, key=lambda item: (-item.value, item.what))


Entries = Mapping[str, EntryFact]


def _worth(unsure: float, hanging: int) -> float:
    return round(unsure * math.log2(1 + hanging), 3)


def _unsure(score: float) -> float:
    """1 for an even chance, 0 for certainty."""
    return 1 - abs(2 * score - 1)


def _namesakes(decided: Decided, entries: Entries) -> Iterator[Item]:
    persons = {person.id: person for person in decided.persons}
    for pair in decided.alike["Person"]:
        a, b = persons[pair.first], persons[pair.second]
        what = subject(SAME_PERSON, a.name, first_entry(a.cluster), first_entry(b.cluster))
        yield Item(
            what,
            f"Is {a.name} of {a.scope} the same person as {b.name} of {b.scope}?",
            pair.reason,
            _worth(_unsure(pair.score), min(len(a.sightings), len(b.sightings)) + 1),
            tuple(_quote(entries[entry], a.name) for entry in what[2:]),
        )


def _joined(decided: Decided, entries: Entries) -> Iterator[Item]:
    """Persons whom the signs of a career made one: right most of the time."""
    for person in decided.persons:
        for join in person.cluster.joins:
            what = subject(SAME_PERSON, person.name, join.one, join.other)
            yield Item(
                what,
                f"{person.name} was taken for one person in these two places. Is that right?",
                join.reason,
                _worth(_unsure(join.score), len(person.sightings)),
                tuple(_quote(entries[entry], person.name) for entry in what[2:]),
            )


def _overlaps(decided: Decided, entries: Entries) -> Iterator[Item]:
    """Two holders of one post at a time: the one who is seen less often is asked about."""
    names = {person.id: person.name for person in decided.persons}
    facts: dict[str, list[PersonFact]] = {}
    for one, other in overlaps(decided.tenures):
        doubted, firm = sorted((one, other), key=lambda t: (t.evidence, t.begin, t.person))
        if doubted.entry not in facts:
            events = entries[doubted.entry].events
            facts[doubted.entry] = [fact for event in events for fact in event.persons]
        for fact in facts[doubted.entry]:
            if decided.who[fact.number] != doubted.person:
                continue
            for role in (role for role in fact.roles if role.id == doubted.role):
                name = fact.mention.name
                what = subject(POST, name, role.mention.surface, doubted.entry)
                days = f"{doubted.begin} to {doubted.end}"
                yield Item(
                    what,
                    f"Did {name} really hold the post {role.name} then?",
                    f"{name} is seen in it {days}, {names[firm.person]} "
                    f"{firm.begin} to {firm.end}, and one holds it at a time",
                    _worth(0.8, doubted.evidence + firm.evidence),
                    (_quote(entries[doubted.entry], name),
                     _quote(entries[firm.entry], names[firm.person])),
                )  # fmt: skip


def _dates(decided: Decided, entries: Entries) -> Iterator[Item]:
    """Sources whose heading and text disagree about the date: one question a source."""
    by_source: dict[str, list[EntryFact]] = {}
    for entry in decided.entries:
        if any(warning.code in _DATE_WARNINGS for warning in entry.record.warnings):
            by_source.setdefault(entry.record.source, []).append(entry)
    for source, told in by_source.items():
        record = told[0].record
        (warning, *_) = [w for w in record.warnings if w.code in _DATE_WARNINGS]
        day = record.events[0].when.start if record.events else "no date"
        yield Item(
            (DATES, source),
            f"Are the dates right that {source} was read with? The first of them is {day}.",
            f"{warning.message} ({len(told)} entries)",
            _worth(0.5, len(told)),
            (_quote(told[0], record.text[:4]),),
        )


def _names(decided: Decided, entries: Entries) -> Iterator[Item]:
    seen = {
        number: len(person.sightings) for person in decided.persons for number in person.sightings
    }
    for entry in decided.entries:
        for event in entry.events:
            for fact in event.persons:
                if fact.mention.confidence < DOUBTFUL:
                    name = fact.mention.name
                    yield Item(
                        (NAME, name, entry.id),
                        f"Is {name} the name of a person here?",
                        f"confidence {fact.mention.confidence:.2f}",
                        _worth(_unsure(fact.mention.confidence), seen[fact.number]),
                        (_quote(entry, name),),
                    )


def _bodies(decided: Decided, entries: Entries) -> Iterator[Item]:
    firsts: dict[str, Quote] = {}
    times: dict[str, int] = {}
    wanted = {own for p in decided.alike["Organisation"] for own in (p.first, p.second)}
    for entry in decided.entries if wanted else ():
        for event in entry.events:
            named = [(fact.id, fact.surface) for fact in event.bodies]
            named += [
                (body_id(role.body), role.surface)
                for person in event.persons
                for role in person.roles
                if role.body is not None
            ]
            for own, words in named:
                if own in wanted:
                    times[own] = times.get(own, 0) + 1
                    firsts.setdefault(own, _quote(entry, words))
    for pair in decided.alike["Organisation"]:
        a, b = decided.bodies[pair.first], decided.bodies[pair.second]
        quotes = [firsts[own] for own in (pair.first, pair.second) if own in firsts]
        yield Item(
            subject(SAME_BODY, a.key, b.key),
            f"Are {a.name} and {b.name} one body?",
            pair.reason,
            _worth(_unsure(pair.score), min(times.get(pair.first, 0), times.get(pair.second, 0))),
            tuple(quotes),
        )


def _quote(entry: EntryFact, words: str) -> Quote:
    """The words in the entry's text with what stands around them; its head where they do not."""
    text, start = entry.record.text, entry.record.start
    at = max(0, text.find(words))
    end = min(len(text), at + len(words))
    left, right = max(0, at - _AROUND), min(len(text), end + _AROUND)
    around = " ".join(text[left:right].split())
    shown = ("…" if left else "") + around + ("…" if right < len(text) else "")
    return Quote(entry.record.source, start + at, start + end, shown)
