"""Notices among the entries of a chronicle: a list of appointments with its title and session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.reading.dates import find
from extractors.reading.line import Kind, Line
from extractors.reading.openings import patterns
from extractors.reading.parts import Segment

_LONGEST_RUN = 4
"""No more headlines than so many stand over the text of a notice: body, title, session, number."""


_UNDATED = frozenset((Kind.PLAIN, Kind.MARKED, Kind.NUMBERED, Kind.TITLED))


class Notice(NamedTuple):
    """A notice as an entry, and the number of the first line after it."""

    entry: Segment
    after: int


def notice_at(lines: Sequence[Line], number: int, text: str) -> Notice | None:
    """The notice whose title is the line ``number``; None where no notice opens there.

    Under the title (任免名单, 通知) stand headlines, then a text that is no dated item. Its day is
    told in a headline ((2月24日…通过)), in the first line of the text (11月3日研究决定:) or by a
    full date that closes it; without one it is a heading over the entries that follow.
    """
    if not _is_title(lines[number], text):
        return None
    first = number + 1
    while first < len(lines) and first - number < _LONGEST_RUN and _heads(lines[first], text):
        first += 1
    after = first
    while after < len(lines) and _is_body(lines, after, text):
        after += 1
    if not any(line.kind in (Kind.PLAIN, Kind.NUMBERED) for line in lines[first:after]):
        return None
    tail = lines[after] if after < len(lines) and _is_full_day(lines[after]) else None
    if tail is not None and after + 1 < len(lines) and lines[after + 1].kind in _UNDATED:
        tail = None  # a date over the entry that follows
    told = any(_tells_day(line, text) for line in lines[number : first + 1])
    if not told and tail is None:
        return None
    body = [replace(line, kind=Kind.PLAIN, body=line.start) for line in lines[first:after]]
    entry = Segment(heads=list(lines[number:first]), body=body, tail=tail, report=True)
    return Notice(entry, after + (tail is not None))


def _is_title(line: Line, text: str) -> bool:
    return line.kind is Kind.HEAD and bool(patterns().notice.search(text, line.start, line.end))


def _heads(line: Line, text: str) -> bool:
    """Whether a line under the title of a notice is no part of its text yet: the addressed, the
    session, the day on which it was posted."""
    if _is_full_day(line):
        return True
    if line.kind is Kind.PLAIN:
        bracketed = text[line.start] in "(〔[" and text[line.end - 1] in ")〕]"
        return bracketed and _tells_day(line, text)
    return line.kind is Kind.HEAD and not _announces(line, text)


def _announces(line: Line, text: str) -> bool:
    """Whether a short line leads to a list (一、任命:)."""
    numbered = patterns().number.match(text, line.start, line.end) is not None
    return numbered or text[line.end - 1] == ":"


def _is_body(lines: Sequence[Line], number: int, text: str) -> bool:
    """Whether a line goes on with the text of a notice."""
    line = lines[number]
    if line.kind in (Kind.PLAIN, Kind.NUMBERED):
        return True
    if line.kind is not Kind.HEAD or line.level or _is_title(line, text):
        return False
    if _announces(line, text):
        return True
    following = lines[number + 1] if number + 1 < len(lines) else None
    return not line.blank and (following is None or following.kind is not Kind.DATED)


def _tells_day(line: Line, text: str) -> bool:
    return any(
        date.first.day is not None and date.first.month is not None
        for date in find(text, line.start, line.end)
    )


def _is_full_day(line: Line) -> bool:
    """Whether a line is a day with its year and nothing else."""
    first = line.date.first if line.date is not None and line.kind is Kind.DATE else None
    return first is not None and first.year is not None and first.day is not None
