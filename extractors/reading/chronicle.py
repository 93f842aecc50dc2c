"""The entries of a chronicle: each dated or marked line opens one, headlines head several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.reading.lines import Kind, Line
from extractors.reading.openings import patterns
from extractors.reading.parts import OPENERS, Heading, Segment, closing_dates


def _opens_itself(
    line: Line, before: Line | None, entry: Segment | None, uniform: bool, text: str
) -> bool:
    """Whether a plain line of a chronicle is an entry without a sign of its own."""
    if patterns().occasion.match(text, line.start):
        return True
    if not uniform or entry is None or before is None or text[before.end - 1] not in "。!?;”)":
        return False
    words = text[line.start : line.end]
    return len(words) >= 6 and words[-1] in "。!?" and not patterns().goes_on.match(words)


def _uniform(lines: Sequence[Line], text: str) -> bool:
    """Whether nearly every line of a chronicle is an entry, so that a plain one is too."""
    signed = sum(line.kind in (Kind.DATED, Kind.MARKED, Kind.TITLED) for line in lines)
    plain, follows, going, days = 0, 0, 0, 0
    for number, line in enumerate(lines):
        if line.kind is Kind.DATE:
            days += 1
        if line.kind is not Kind.PLAIN:
            continue
        if number and lines[number - 1].kind is Kind.DATE:
            follows += 1
            continue
        plain += 1
        going += patterns().goes_on.match(text, line.start) is not None
    if plain == 0:
        return True
    if signed >= 5 and 4 * plain <= signed:
        return True
    return days >= 2 and follows >= 2 and signed == 0 and 5 * going <= plain


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
    uniform, tails, numbered = _uniform(lines, text), closing_dates(lines), _numbered_items(lines)
    now = _Open()
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if number in tails:
            if now.entry is not None:
                now.entry.tail = line
        elif line.kind is Kind.TAIL:
            yield from now.close()
        elif line.kind is Kind.DATE:
            yield from now.close()
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
            or (line.kind is Kind.NUMBERED and numbered)
            or (line.kind is Kind.PLAIN and _opens_itself(line, before, now.entry, uniform, text))
        ):
            occasion = line.kind is Kind.PLAIN and patterns().occasion.match(text, line.start)
            if now.waiting and _own_day(line):
                yield from now.close()
            heads, now.waiting = now.waiting, []
            yield from now.close()
            now.entry = Segment(heads=heads, body=[line], monthly=bool(occasion) and not heads)
        elif now.waiting:
            now.entry = Segment(heads=now.waiting, body=[line])
            now.waiting = []
        elif now.entry is not None:
            now.entry.body.append(line)
    yield from now.close()


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
    return following is not None and following.kind in (Kind.PLAIN, Kind.WIRE)


def _own_day(line: Line) -> bool:
    """Whether a line's date does not just lean on the date told before it."""
    return line.date is not None and line.date.first.day_shift is None


def _numbered_items(lines: Sequence[Line]) -> bool:
    """Whether numbers are the markers of the entries: items stand right under dates, or alone."""
    numbered = sum(line.kind is Kind.NUMBERED for line in lines)
    if numbered < 2:
        return False
    under = sum(
        line.kind is Kind.NUMBERED and number > 0 and lines[number - 1].kind is Kind.DATE
        for number, line in enumerate(lines)
    )
    others = sum(line.kind in (Kind.DATED, Kind.MARKED, Kind.TITLED) for line in lines)
    return under > 0 or others == 0
