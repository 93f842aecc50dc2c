"""How sure each fact is: the chance that it is right, from what the text shows for it.

What speaks for or against a fact is named in words (``post before``, ``doubtful name``), and each
of these words has a weight in ``lexicon/confidence.csv``: log odds of a logistic regression for
each kind of fact, fitted on annotated entries by ``benchmarks/train_confidence.py``. A fact without
anything unusual gets the odds of its kind. Nothing here changes what is found.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from extractors.language.document import Found, Frame, Named, PersonSpan
from extractors.language.gazetteer import units_named
from extractors.language.scope import own_place
from extractors.lexicon import rows
from schema.records import EventRecord, Mention, PersonMention, RoleMention

Judge = Callable[[str, Sequence[str]], float]
"""The confidence of a kind of fact (`KINDS`) for which the named evidence is seen."""

KINDS = (
    "person",
    "capacity",
    "role",
    "organisation",
    "location",
    "document",
    "type",
    "date",
)

_OUTING = frozenset(("inspection", "visit", "condolence"))
_FIRMS = ("公司", "集团", "银行", "厂", "企业", "合作社")
_STUDY = ("大学", "学院", "学校", "中学", "小学", "医院", "研究院", "研究所", "中心", "园")
_GOVERNING = ("委", "政府", "人大", "政协", "常委会", "委员会", "法院", "检察院")
_OFFICES = ("局", "厅", "部", "处", "科", "办", "室")
_JOINING = frozenset("、和与及")
_OPENING = frozenset(("", *"\n。,;日 "))
_NAME_STEPS = ((2.0, "doubtful"), (5.0, "fair"), (9.0, "clear"), (math.inf, "known"))
_TYPE_STEPS = ((0.35, "none"), (0.6, "weak"), (0.8, "fair"), (0.95, "good"), (math.inf, "clear"))


def chance(odds: float) -> float:
    """The probability that log odds (natural logarithm) stand for."""
    return 1 / (1 + math.exp(-odds))


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """By kind of fact and evidence; ``""`` is the evidence that every fact of a kind has."""
    weights: dict[str, dict[str, float]] = {}
    for row in rows("confidence"):
        weights.setdefault(row["fact"], {})[row["evidence"]] = float(row["weight"])
    return weights


def calibrated(kind: str, evidence: Sequence[str]) -> float:
    """The chance, in hundredths, that a fact of this kind is right; 0.01 to 0.99.

    Evidence without a weight counts nothing.
    """
    return _calibrated(kind, tuple(evidence))


@lru_cache(maxsize=4096)  # facts of a kind show the same again and again
def _calibrated(kind: str, evidence: tuple[str, ...]) -> float:
    weights = _weights().get(kind, {})
    odds = weights.get("", 0.0)
    for word in evidence:
        if word in weights:
            odds += weights[word]
    return min(max(round(chance(odds), 2), 0.01), 0.99)


def judged(
    event: EventRecord, found: Found, frame: Frame, judge: Judge = calibrated
) -> EventRecord:
    """The event with a confidence on itself and on everything in it, each from ``judge``."""
    return replace(
        event,
        persons=_people(event, found, frame, judge) if event.persons else (),
        organisations=_mentions(
            "organisation", event.organisations, found.bodies, found, frame, judge
        ),
        locations=_mentions("location", event.locations, found.places, found, frame, judge),
        documents=_mentions("document", event.documents, found.papers, found, frame, judge),
        type_confidence=judge("type", _of_type(found, frame)),
        date_confidence=judge("date", _of_date(found, frame)),
    )


def _step(value: float, steps: Sequence[tuple[float, str]], what: str) -> str:
    return next(f"{name} {what}" for limit, name in steps if value < limit)


def _people(
    event: EventRecord, found: Found, frame: Frame, judge: Judge
) -> tuple[PersonMention, ...]:
    acts, appointments, sure = found.acts, found.appointments, found.memory.names
    own = own_place(found.scope)
    spans: dict[str, list[PersonSpan]] = {}
    takes_part: dict[str, str] = {}
    for i, span in enumerate(found.people):
        spans.setdefault(span.name, []).append(span)
        if frame.start <= span.start < frame.end:
            if i in appointments:
                takes_part[span.name] = "appointed"
            elif acts.get(i):
                takes_part.setdefault(span.name, "acts")
    judged_people = []
    for person in event.persons:
        how = takes_part.get(person.name, "only named")
        name = _of_name(person.name, spans.get(person.name, ()), sure)
        roles = tuple(
            RoleMention(r.surface, r.organisation, r.title, r.span, r.status,
                        judge("role", [*_of_role(r, person, own), name[0], how]))
            for r in person.roles
        )  # fmt: skip
        capacities = tuple(
            judge("capacity", [*_of_capacity(c, person, event), name[0], how])
            for c in person.capacities
        )
        judged_people.append(
            PersonMention(
                person.name, person.span, roles, person.capacities,
                judge("person", [*name, how]), capacities,
            )
        )  # fmt: skip
    return tuple(judged_people)


def _of_name(name: str, spans: Sequence[PersonSpan], sure: frozenset[str]) -> list[str]:
    """What speaks for a name: its characters, its length, what stands around it, where else."""
    best = max((p.confidence for p in spans), default=0.5)
    evidence = [_step(math.log(best / (1 - best)) if best < 1 else 99.0, _NAME_STEPS, "name")]
    foreign = "·" in name or name.isascii()
    evidence.append("foreign name" if foreign else f"{min(len(name), 4)} characters")
    posts = [(p.start, q.start) for p in spans for q in p.posts]
    if any(post < at for at, post in posts):
        evidence.append("post before")
    else:
        evidence.append("post behind" if posts else "no post")
    if name in sure:
        evidence.append("sure elsewhere")
    return evidence


def _of_role(role: RoleMention, person: PersonMention, own: str) -> list[str]:
    evidence = []
    if not role.organisation:
        evidence.append("no body")
    elif len(role.surface) > len(role.title):
        evidence.append("body written")
    else:
        evidence.append("body carried")
    if own and role.organisation.startswith(own):
        evidence.append("own place")
    elif len(role.organisation) <= 4:
        evidence.append("short body")
    elif len(role.organisation) >= 13:
        evidence.append("long body")
    if role.organisation.endswith("政府"):
        evidence.append("government")
    if role.status:
        evidence.append("status")
    if len(person.roles) > 1:
        evidence.append("several posts")
    if not person.span[0] - 60 <= role.span[0] <= person.span[1] + 60:
        evidence.append("far away")
    return evidence


def _of_capacity(capacity: str, person: PersonMention, event: EventRecord) -> list[str]:
    evidence = [capacity, "outing" if event.type in _OUTING else event.type]
    if len(person.capacities) > 1:
        evidence.append("one of several")
    if len(event.persons) > 6:
        evidence.append("many people")
    return evidence


def _mentions(
    kind: str,
    mentions: Sequence[Mention],
    named: Sequence[Named],
    found: Found,
    frame: Frame,
    judge: Judge,
) -> tuple[Mention, ...]:
    if not mentions:
        return ()
    where: dict[str, Named] = {}
    for n in named:
        if frame.start <= n.start < frame.end:
            where.setdefault(n.name, n)
    return tuple(
        Mention(
            m.name, m.span, m.capacity, judge(kind, _of_named(kind, where[m.name], found, frame))
        )
        for m in mentions
    )


def _of_named(kind: str, named: Named, found: Found, frame: Frame) -> list[str]:
    """What speaks for a body, place or document: its form, its capacity, its surroundings."""
    text, name = found.text, named.name
    evidence = [named.capacity] if named.capacity else []
    if named.confidence < 1:
        evidence.append("likely")
    evidence.append("outing" if frame.type in _OUTING else frame.type)
    if kind == "document":
        return evidence
    if kind == "organisation":
        evidence.append(_form(name))
    elif units_named(name):
        evidence.append("unit")
    else:
        evidence.append("long name" if len(name) > 10 else "name")
    before, behind = text[max(0, named.start - 1) : named.start], text[named.end : named.end + 1]
    if before in _JOINING or behind in _JOINING:
        evidence.append("in a list")
    elif before in _OPENING:
        evidence.append("opens a clause")
    if named.end <= found.entry.body:
        evidence.append("headline")
    return evidence


def _form(name: str) -> str:
    """What kind of body a name speaks of, by its end."""
    if len(name) <= 3:
        return "short form"
    for form, endings in (
        ("firm", _FIRMS),
        ("school or centre", _STUDY),
        ("governing body", _GOVERNING),
        ("office", _OFFICES),
    ):
        if name.endswith(endings):
            return form
    return "other form"


def _of_type(found: Found, frame: Frame) -> list[str]:
    evidence = [_step(frame.sure, _TYPE_STEPS, "trigger"), frame.type]
    if len(found.frames) > 1:
        evidence.append("several events")
    return evidence


def _of_date(found: Found, frame: Frame) -> list[str]:
    evidence = [frame.when.precision]
    if frame.when != found.entry.when:
        evidence.append("own date")
    if frame.when.start.startswith("--"):
        evidence.append("no year")
    if len(found.frames) > 1:
        evidence.append("several events")
    evidence.extend(f"warning {w.code}" for w in found.entry.warnings)
    return evidence
