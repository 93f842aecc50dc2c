"""The entries of a chronicle: each dated or marked line opens one, headlines head several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors import lexicon
from extractors.reading.ages import age
from extractors.reading.line import Kind, Line
from extractors.reading.notices import notice_at
from extractors.reading.openings import patterns
from extractors.reading.parts import (
    OPENERS,
    Heading,
    Segment,
    closing_dates,
    of_days,
    spans_days,
    told_again,
)

_STOPS = "。!?;”)"


def _opens_itself(
    line: Line, before: Line | None, entry: Segment | None, uniform: bool, text: str
) -> bool:
    """Whether a plain line of a chronicle is an entry without a sign of its own.

    It is where the whole document is so built, also right under a heading.
    """
    if patterns().occasion.match(text, line.start):
        return True
    if not uniform or before is None or before.kind is Kind.LEAD:
        return False
    if entry is not None and text[before.end - 1] not in _STOPS:
        return False
    words = text[line.start : line.end]
    if len(words) < 6 or words[-1] not in "。!?":
        return False
    return not _goes_on(words, "" if entry is None else _telling(entry, text))


def _telling(entry: Segment, text: str) -> str:
    return text[entry.body[0].body : entry.body[-1].end]


_NAME = re.compile("[一-龥]{2,3}")


def _goes_on(words: str, told: str) -> bool:
    """Whether a line speaks on of what the entry before it has told: 会议强调, or a name of it."""
    if patterns().goes_on.match(words) or patterns().summary.match(words) or age(words, 0):
        return True
    name = _NAME.match(words)
    if name is None or words[0] not in _surnames():
        return False
    return any(told.find(name[0][:length], 1) > 0 for length in (3, 2))


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(surname[0] for surname in lexicon.words("surnames"))


def is_uniform(lines: Sequence[Line], text: str) -> bool:
    """Whether nearly every line of a chronicle is an entry, so that a plain one is too."""
    signed = sum(line.kind in (Kind.DATED, Kind.MARKED, Kind.TITLED) for line in lines)
    plain, follows, going, days, heads = 0, 0, 0, 0, 0
    told = ""
    for number, line in enumerate(lines):
        days += line.kind is Kind.DATE
        heads += line.kind is Kind.HEAD
        if line.kind in OPENERS:
            told = text[line.body : line.end]
        if line.kind is not Kind.PLAIN:
            continue
        if number and lines[number - 1].kind is Kind.DATE:
            follows += 1
            continue
        plain += 1
        going += _goes_on(text[line.start : line.end], told)
    if plain == 0:
        return True
    if signed >= 5 and 4 * plain <= signed:
        return True
    if signed == 0:
        listed = (days >= 2 and follows >= 2) or of_days(lines, text)
        return listed and 5 * going <= plain
    return days + heads > 0 and going == 0 and plain <= 2 * (signed + follows)


@dataclass(slots=True)
class _Open:
    """The entry that is being read, or a date alone that waits for its telling (with headlines)."""

    entry: Segment | None = None
    waiting: list[Line] = field(default_factory=list)

    def close(self) -> Iterator[Heading | Segment]:
        """What is complete: the entry, or a date that nothing told of and so is a heading."""
        if self.entry is not None:
            yield self.entry
        yield from map(Heading, self.waiting)
        self.entry, self.waiting = None, []


def chronicle(lines: Sequence[Line], text: str) -> Iterator[Heading | Segment]:
    """The parts of a chronicle: entries open at dates, markers and titles."""
    uniform, tails, numbered = (
        is_uniform(lines, text),
        closing_dates(lines),
        _numbered_items(lines, text),
    )
    days = sum(line.kind is Kind.DATE for line in lines)
    now = _Open()
    passed = 0
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if number < passed:
            continue
        if not now.waiting and (notice := notice_at(lines, number, text)):
            yield from now.close()
            yield notice.entry
            passed = notice.after
            continue
        if now.entry is not None and told_again(line, before, text):
            now.entry.body.append(line)
        elif number in tails:
            if now.entry is not None:
                now.entry.tail = line
        elif line.kind in (Kind.TAIL, Kind.LEAD) or _sums_up(line, lines, number, text):
            yield from now.close()
        elif line.kind is Kind.DATE:
            yield from now.close()
            if spans_days(line) and days == 1:
                yield Heading(line)
            else:
                now.waiting = [line]
        elif line.kind is Kind.HEAD:
            if now.waiting and _headline(line, lines, number, now.waiting[0]):
                now.waiting.append(line)
            elif now.entry is not None and _runs_on(line, lines, number, text):
                now.entry.body.append(line)
            else:
                yield from now.close()
                yield Heading(line)
        elif (
            line.kind in OPENERS
            or (line.kind is Kind.NUMBERED and (numbered or _on_one_line(before, line, text)))
            or (line.kind is Kind.PLAIN and _opens_itself(line, before, now.entry, uniform, text))
        ):
            plain = line.kind is Kind.PLAIN
            occasion = plain and patterns().occasion.match(text, line.start)
            if now.waiting and _own_day(line) and not _same_day(line, now.waiting[0]):
                yield from now.close()
            heads, now.waiting = now.waiting, []
            yield from now.close()
            monthly = bool(occasion) and not heads
            now.entry = Segment(heads, [line], monthly=monthly, unsigned=plain and not heads)
        elif now.waiting:
            now.entry = Segment(heads=now.waiting, body=[line])
            now.waiting = []
        elif now.entry is not None:
            now.entry.body.append(line)
    yield from now.close()


def _sums_up(line: Line, lines: Sequence[Line], number: int, text: str) -> bool:
    """Whether a line between entries leads to those after it: 7月以来,…; 现将…如下。"""
    if line.kind is not Kind.PLAIN or not patterns().summary.match(text, line.start):
        return False
    return number + 1 < len(lines) and lines[number + 1].kind in OPENERS | {Kind.DATE}


def _runs_on(line: Line, lines: Sequence[Line], number: int, text: str) -> bool:
    """Whether a short line goes on with an entry whose last line stops in the middle."""
    if line.level or text[lines[number - 1].end - 1] in "。!?;”)":
        return False
    return number + 1 == len(lines) or lines[number + 1].kind is Kind.PLAIN


def _headline(line: Line, lines: Sequence[Line], number: int, waiting: Line) -> bool:
    """Whether a headline belongs to the one entry that a date on the line before it opens."""
    if waiting.date is None or not waiting.date.first.names_day or line.level:
        return False
    following = lines[number + 1] if number + 1 < len(lines) else None
    if following is None:
        return False
    return following.kind in (Kind.PLAIN, Kind.WIRE) or _same_day(following, waiting)


def _same_day(line: Line, waiting: Line) -> bool:
    """Whether a line tells once more, with its month, the day that stands above it."""
    if line.date is None or waiting.date is None or line.date.last is not None:
        return False
    if waiting.date.last is not None:
        return False
    first, above = line.date.first, waiting.date.first
    day = first.month, first.day
    return first.month is not None and first.day is not None and day == (above.month, above.day)


def _own_day(line: Line) -> bool:
    """Whether a line's date does not just lean on the date told before it."""
    return line.date is not None and line.date.first.day_shift is None


def _on_one_line(before: Line | None, line: Line, text: str) -> bool:
    """Whether a numbered item was cut from the line of the one before it (①…。②…)."""
    return before is not None and "\n" not in text[before.end : line.start]


_COUNT = re.compile(r"\(?(\d{1,3})[、.)]")


def _counted_up(lines: Sequence[Line], text: str) -> bool:
    """Whether nearly all lines are the items of one list that counts up (1、… 2、4月17日…)."""
    counts = [m and int(m[1]) for ln in lines if (m := _COUNT.match(text, ln.start, ln.end))]
    told = [line for line in lines if line.kind in OPENERS or line.kind is Kind.PLAIN]
    others = len(told) + sum(line.kind is Kind.NUMBERED for line in lines) - len(counts)
    return (
        len(counts) >= 4 and others <= 1 and counts == [*range(counts[0], counts[0] + len(counts))]
    )


def _numbered_items(lines: Sequence[Line], text: str) -> bool:
    """Whether numbers are the markers of the entries: items stand right under dates, or alone."""
    numbered = sum(line.kind is Kind.NUMBERED for line in lines)
    if numbered < 2:
        return False
    if _counted_up(lines, text):
        return True
    under = sum(
        line.kind is Kind.NUMBERED and number > 0 and lines[number - 1].kind is Kind.DATE
        for number, line in enumerate(lines)
    )
    others = sum(line.kind in (Kind.DATED, Kind.MARKED, Kind.TITLED) for line in lines)
    return under > 0 or others == 0
