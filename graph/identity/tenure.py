"""Who held which post, and when: from single statements to tenures.

A person who left a post and came back has two tenures in it: after a removal, or where another
held the post in between (`succession` knows of the others).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schema.records import Span

_COARSE = ("day", "period", "month", "year")
_FAREWELL = 2  # months after a removal in which a chronicle may still use the old post
_ABSENCE = 12  # months that another must fill for a holder to have been away


@dataclass(frozen=True, slots=True)
class Statement:
    """An entry says that a person holds, takes up or leaves a post.

    ``act`` is ``held``, ``started`` or ``ended``; ``first`` and ``last`` are ISO days (empty where
    no year is known): equal for a day, the ends of the month or year where only that is known.
    ``status`` is as in RoleMention.
    """

    person: str
    role: str
    act: str
    first: str
    last: str
    precision: str
    status: str
    source: str
    event: str
    entry: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tenure:
    """All that statements say of one person in one post; dates are ISO days or None.

    ``started`` and ``ended`` stand only where an appointment, an election or a removal says so.
    Words that call the person a former holder (原市长) are evidence, but no sighting in the post.
    ``stint`` counts the tenures of one person in one post from 1. ``predecessor`` and
    ``successor`` are persons, in a post that one holds at a time; ``gap_days`` are the days from
    the last sign of this holder to the first of the next, negative where they overlap;
    ``inferred_end`` is the day from which a successor is there, where no removal is told.
    """

    person: str
    role: str
    first_seen: str | None
    last_seen: str | None
    started: str | None
    ended: str | None
    precision: str | None
    status: str | None
    evidence: int
    started_event: str | None
    ended_event: str | None
    entry: str
    span: Span
    stint: int = 1
    predecessor: str | None = None
    successor: str | None = None
    gap_days: int | None = None
    inferred_end: str | None = None

    @property
    def begin(self) -> str:
        """The first sign of the holder, empty where no day is known."""
        return min((day for day in (self.started, self.first_seen) if day), default="")

    @property
    def end(self) -> str:
        """The day of the removal, else the last sign."""
        return self.ended or self.last_seen or self.started or ""


def tenures(statements: Iterable[Statement]) -> tuple[Tenure, ...]:
    """The tenures, sorted by person, post and stint; a mere proposal (拟任) makes none."""
    by_role: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        if statement.status != "proposed":
            by_role[statement.role][statement.person].append(statement)
    found = []
    for holders in by_role.values():
        days = sorted((own, person) for person, said in holders.items() if (own := _days(said)))
        for person, said in holders.items():
            ordered = sorted(said, key=_order)
            for stint, group in enumerate(_stints(ordered, person, days), 1):
                found.append(_tenure(group, stint))
    return tuple(sorted(found, key=lambda t: (t.person, t.role, t.stint)))


def _days(statements: Iterable[Statement]) -> tuple[str, str] | None:
    """First and last day on which somebody is in the post."""
    days = [s.first for s in statements if s.first and s.status != "former"]
    return (min(days), max(days)) if days else None


def _stints(
    ordered: Sequence[Statement], person: str, holders: Sequence[tuple[tuple[str, str], str]]
) -> list[list[Statement]]:
    """The statements of one person in one post, cut where the person was out of it.

    ``holders`` are the first and last days of everybody in the post, in order.
    """
    parts: list[list[Statement]] = [[]]
    ended = last = ""
    for statement in ordered:
        day = statement.first
        back = statement.act != "ended" and statement.status != "former" and day
        if back and parts[-1]:
            returned = ended and (statement.act == "started" or _months(ended, day) > _FAREWELL)
            away = last and _months(last, day) >= _ABSENCE
            if (returned and day > ended) or (away and _held_between(last, day, person, holders)):
                parts.append([])
                ended = ""
        parts[-1].append(statement)
        if statement.act == "ended" and day:
            ended = day
        if back:
            last = day
    return parts


def _held_between(
    last: str, day: str, person: str, holders: Sequence[tuple[tuple[str, str], str]]
) -> bool:
    """True where somebody else came and went between two days."""
    at = bisect_right(holders, ((last, "\uffff"), ""))
    for (first, end), other in holders[at:]:
        if first >= day:
            break
        if end < day and other != person:
            return True
    return False


def _months(early: str, late: str) -> int:
    return (int(late[:4]) - int(early[:4])) * 12 + int(late[5:7]) - int(early[5:7])


def _order(statement: Statement) -> tuple[str, str, str, Span]:
    return statement.first or "9999", statement.source, statement.event, statement.span


def _tenure(group: Sequence[Statement], stint: int) -> Tenure:
    ordered = sorted(group, key=_order)
    seen = [s for s in ordered if s.first and (s.status != "former" or s.act != "held")]
    starts = [s for s in ordered if s.act == "started"]
    ends = [s for s in ordered if s.act == "ended"]
    start, end = (starts[0] if starts else None), (ends[-1] if ends else None)
    precisions = [s.precision for s in seen if s.precision in _COARSE]
    return Tenure(
        person=ordered[0].person,
        role=ordered[0].role,
        first_seen=min((s.first for s in seen), default=None),
        last_seen=max((s.last for s in seen), default=None),
        started=(start.first or None) if start else None,
        ended=(end.last or None) if end else None,
        precision=max(precisions, key=_COARSE.index, default=None),
        status=_status(ordered),
        evidence=len(ordered),
        started_event=start.event if start else None,
        ended_event=end.event if end else None,
        entry=ordered[0].entry,
        span=ordered[0].span,
        stint=stint,
    )


def _status(statements: Sequence[Statement]) -> str | None:
    """A word that every statement has; one that only some have is no property of the tenure."""
    words = {statement.status for statement in statements}
    only = words.pop() if len(words) == 1 else ""
    return only or None


@dataclass(frozen=True, slots=True)
class Carrier:
    """The posts that one person is given in one source, to be carried over to bare names there."""

    statements: tuple[Statement, ...]

    def posts_on(self, day: str) -> tuple[str, ...]:
        """The posts that are clear on an ISO day (empty: unknown): ids, sorted.

        Clear are posts that every statement of the source agrees on: one entry says 市委副书记、
        市长 and another 市长, so 市长 is clear. A post taken up later, or left before, is none of
        the day; statements of it count only from or until that day. Where statements share
        nothing, no post is clear.
        """
        agreed: set[str] | None = None
        by_event: dict[str, set[str]] = defaultdict(set)
        for statement in self.statements:
            if statement.act == "held" and statement.status not in ("former", "proposed"):
                by_event[statement.event].add(statement.role)
        ended = {s.role for s in self.statements if s.act == "ended" and _by(s, day)}
        started = {s.role for s in self.statements if s.act == "started"}
        for posts in by_event.values():
            agreed = set(posts) if agreed is None else agreed & posts
        taken_up = {s.role for s in self.statements if s.act == "started" and _by(s, day)}
        if started and not agreed:
            agreed = taken_up if len(taken_up) == 1 else set()
        not_yet = started - taken_up
        return tuple(sorted((agreed or set()) - ended - not_yet))


def _by(statement: Statement, day: str) -> bool:
    """True where the statement's day has come; an unknown day on either side counts as come."""
    return not day or not statement.first or statement.first <= day


def carriers(statements: Iterable[Statement]) -> dict[tuple[str, str], Carrier]:
    """A Carrier for each person and source."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.person, statement.source].append(statement)
    return {key: Carrier(tuple(sorted(group, key=_order))) for key, group in groups.items()}
