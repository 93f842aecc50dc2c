"""Records written from a few words, with the spans found in an invented entry."""

from __future__ import annotations

from dataclasses import dataclass

from schema.records import (
    Context,
    DateRange,
    EventRecord,
    Mention,
    PersonMention,
    Record,
    RoleMention,
    Span,
)


@dataclass(frozen=True)
class Told:
    """One person of an entry: posts are (surface, organisation, title) or with a status behind."""

    name: str
    posts: tuple[tuple[str, ...], ...] = ()
    capacities: tuple[str, ...] = ("attend",)


def record(
    text: str,
    persons: tuple[Told, ...] = (),
    *,
    day: str = "2024-07-02",
    last: str = "",
    precision: str = "day",
    place: str | None = "甘肃省张掖市",
    source: str = "a.txt",
    start: int = 0,
    kind: str = "meeting",
    bodies: tuple[str, ...] = (),
    sites: tuple[str, ...] = (),
    papers: tuple[str, ...] = (),
) -> Record:
    def span(words: str) -> Span:
        at = text.index(words)
        return start + at, start + at + len(words)

    def mentions(names: tuple[str, ...]) -> tuple[Mention, ...]:
        return tuple(Mention(name, span(name)) for name in names)

    event = EventRecord(
        when=DateRange(day, last or day, precision),
        type=kind,
        span=(start, start + len(text)),
        persons=tuple(
            PersonMention(
                person.name,
                span(person.name),
                tuple(RoleMention(p[0], p[1], p[2], span(p[0]), *p[3:]) for p in person.posts),
                person.capacities,
            )
            for person in persons
        ),
        organisations=mentions(bodies),
        locations=mentions(sites),
        documents=mentions(papers),
    )
    end = start + len(text)
    return Record(f"{source}-{start}", source, text, start, end, Context(place), (event,))
