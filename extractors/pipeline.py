"""The door of the extractors: a document in, its records out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import document as documents
from extractors.language.by_default import by_default
from extractors.language.confidence import Judge, calibrated, judged
from extractors.language.document import (
    CharacterTokenizer,
    Found,
    Frame,
    Memory,
    Named,
    PersonSpan,
    PostSpan,
)
from extractors.language.document_posts import held
from extractors.language.elided import subject_again
from extractors.language.figures import figures, headline, series
from extractors.language.gazetteer import is_place_name
from extractors.language.memory import evidence, officials, sure
from extractors.language.own_names import scopes
from extractors.language.people import people_of_entry
from extractors.language.scope import Scope
from extractors.reading.clean import clean
from extractors.reading.entries import entries
from extractors.reading.entry import Entry
from extractors.reading.sources import Document
from schema.records import EventRecord, Figure, Mention, PersonMention, Record, RoleMention, Warning

if TYPE_CHECKING:
    from extractors.language.changes import Change

_PLACED = re.compile(
    "(?:[省市县区州盟旗镇乡村校院厂局委府部]|大学|公司|集团)$|^(?:中共|中国|全国|国家)$"
)
_TERM = re.compile("第?[0-9一二三四五六七八九十]+届")

COMPONENTS = ("frames", "papers", "people", "appointments", "acts", "bodies", "places")
"""In this order: each reads what those before it left."""


@lru_cache(maxsize=1)
def language() -> Language:
    """The spaCy pipeline that reads one entry; components can be replaced by name."""
    import extractors.language.appointments
    import extractors.language.bodies
    import extractors.language.capacities
    import extractors.language.frames
    import extractors.language.locations
    import extractors.language.papers
    import extractors.language.people  # noqa: F401  (each registers its component)

    documents.register()
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def extract(
    document: Document, nlp: Language | None = None, judge: Judge = calibrated
) -> list[Record]:
    """The records of a document, in the order of its text; ``judge`` says how sure each fact is."""
    return extract_with_warnings(document, nlp, judge)[0]


def extract_with_warnings(
    document: Document, nlp: Language | None = None, judge: Judge = calibrated
) -> tuple[list[Record], tuple[Warning, ...]]:
    """The records of a document, and what was noticed about the document as a whole."""
    nlp = nlp or language()
    hints = document.hints
    found, warnings = entries(
        document.name,
        document.text,
        clean(document.text),
        place=hints.place,
        year=hints.year,
        month=hints.month,
        title=hints.title,
    )
    around = scopes_of(document, found)
    memory = remember(found, around)
    docs = (documents.make_doc(nlp, *own, memory) for own in zip(found, around, strict=True))
    return [record(nlp_doc(nlp, doc), judge) for doc in docs], warnings


def scopes_of(document: Document, found: Sequence[Entry]) -> list[Scope]:
    """The scope of each entry of a document, whose title is what is given or its first words."""
    title = document.hints.title or document.text.lstrip()[:40].split("\n")[0]
    return list(scopes(found, title))


def nlp_doc(nlp: Language, doc: Doc) -> Doc:
    """The Doc after every component of the pipeline."""
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def remember(found: Sequence[Entry], around: Sequence[Scope]) -> Memory:
    """What the whole document makes sure: its names, who its officials are and whose their posts.

    ``around`` are the scopes of the entries.
    """
    counts: Counter[str] = Counter()
    people: list[PersonSpan] = []
    for entry, scope in zip(found, around, strict=True):
        counts.update(evidence(entry.clean.text, scope, entry.body))
        people.extend(people_of_entry(entry.clean.text, entry.body, scope))
    return Memory(sure(counts), officials=officials(people), posts=held(people))


def record(doc: Doc, judge: Judge = calibrated) -> Record:
    """One entry's record from what the components left on its Doc."""
    found = documents.found_in(doc)
    entry = found.entry
    events = tuple(judged(_event(found, frame), found, frame, judge) for frame in found.frames)
    return Record(
        f"{_stem(entry.source)}-{entry.number:03d}",
        entry.source,
        entry.text,
        entry.start,
        entry.end,
        entry.context,
        events,
        entry.warnings,
    )


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0]


def _event(found: Found, frame: Frame) -> EventRecord:
    entry = found.entry
    stretch = found.text[frame.start : frame.end]
    name, ordinal = series(stretch)
    first = frame is found.frames[0]
    title = headline(found.text, entry.body) if first else headline(stretch, 0)
    return EventRecord(
        frame.when,
        frame.type,
        entry.source_span(frame.start, frame.end),
        title,
        _persons(found, frame),
        _mentions(entry, frame, found.bodies, True),
        _mentions(entry, frame, found.places),
        _mentions(entry, frame, found.papers),
        name,
        ordinal,
        tuple(
            Figure(v, unit, of, entry.source_span(frame.start + a, frame.start + b))
            for v, unit, of, a, b in figures(stretch)
        ),
    )


def _mentions(
    entry: Entry, frame: Frame, named: Sequence[Named], in_full: bool = False
) -> tuple[Mention, ...]:
    """Each name once, where it first stands in the frame; ``in_full`` drops short forms of
    others."""
    seen: dict[str, Mention] = {}
    for n in named:
        if frame.start <= n.start < frame.end and n.name not in seen:
            seen[n.name] = Mention(
                n.name, entry.source_span(n.start, n.end), n.capacity, n.confidence
            )
    return tuple(
        m
        for m in seen.values()
        if not (in_full and any(_is_short_for(m.name, o, m.capacity == "founded") for o in seen))
    )


def _is_short_for(name: str, other: str, founded: bool) -> bool:
    """Whether the event names the same thing in full: 区委 beside 青江区委, 市人大常委会 beside
    市五届人大常委会; what is ``founded`` is another than one that only ends so (县文教卫生局 and
    卫生局)."""
    if other == name or len(name) < 2 or other[:1] in "原新老":
        return False
    if (
        founded
        and len(name) > 2
        and other.endswith(name)
        and not _PLACED.search(other[: -len(name)])
    ):
        return is_place_name(other[: -len(name)] + name[:1])
    return other.endswith(name) or (
        "届" in other and "届" not in name and _TERM.sub("", other).endswith(name)
    )


def _persons(found: Found, frame: Frame) -> tuple[PersonMention, ...]:
    """People who take part in the frame, once each, with what all its sentences give them."""
    entry, people, acts, changes = found.entry, found.people, found.acts, found.appointments
    known: dict[str, tuple[PostSpan, ...]] = {}
    for person in people:
        if person.posts and person.name not in known:
            known[person.name] = person.posts
    telling = found.text.rfind("\n", 0, entry.body) + 1
    merged: dict[str, PersonMention] = {}
    opening = max(frame.start, telling)
    for index, person in enumerate(people):
        if not opening <= person.start < frame.end:
            continue
        if index in acts or index in changes:
            merged[person.name] = _merge(
                merged.get(person.name), entry, person, changes.get(index), acts.get(index, ())
            )
    if frame is found.frames[0]:
        # A headline adds to what the telling says of somebody, and names nobody else.
        for index, person in enumerate(people):
            if person.start < telling and person.name in merged and index in acts:
                merged[person.name] = _merge(
                    merged[person.name], entry, person, changes.get(index), acts[index]
                )
    if not merged and (index := found.frames.index(frame)):
        again, done = subject_again(found.text, frame, found.frames[index - 1], people)
        for person in again:
            merged[person.name] = _merge(None, entry, person, None, (done,))
    return tuple(_complete(p, known.get(p.name, ()), entry, frame.type) for p in merged.values())


def _merge(
    before: PersonMention | None,
    entry: Entry,
    person: PersonSpan,
    change: Change | None,
    done: Sequence[str],
) -> PersonMention:
    given = person.posts + (change.posts if change else ())
    roles = tuple(
        RoleMention(p.surface, p.organisation, p.title, entry.source_span(p.start, p.end), p.status)
        for p in given
    )
    capacities = change.capacities if change else tuple(done)
    if before is None:
        return PersonMention(
            person.name,
            entry.source_span(person.start, person.end),
            roles,
            capacities,
            person.confidence,
        )
    have = {(r.organisation, r.title) for r in before.roles}
    return PersonMention(
        before.name,
        before.span,
        before.roles + tuple(r for r in roles if (r.organisation, r.title) not in have),
        tuple(dict.fromkeys(before.capacities + capacities)),
        max(before.confidence, person.confidence),
    )


def _complete(
    person: PersonMention, known: tuple[PostSpan, ...], entry: Entry, kind: str
) -> PersonMention:
    """A capacity for everybody, by the ``kind`` of event where no verb gives one. And the posts
    that the entry gives him in an earlier event of it."""
    roles = person.roles or tuple(
        RoleMention(p.surface, p.organisation, p.title, entry.source_span(p.start, p.end), p.status)
        for p in known
    )
    capacities = person.capacities or (by_default(kind, any(r.status != "former" for r in roles)),)
    return PersonMention(person.name, person.span, roles, capacities, person.confidence)
