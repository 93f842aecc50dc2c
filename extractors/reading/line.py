"""One line of a clean text, and what it looks like."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from enum import Enum

from extractors.reading.points import Expression


class Kind(Enum):
    """What a line looks like by itself."""

    DATE = "a date alone"
    DATED = "opens with its date"
    WIRE = "opens with a by-line"
    MARKED = "opens with a marker"
    NUMBERED = "opens with a number"
    TITLED = "opens with a title in 【】"
    HEAD = "a headline or heading"
    TAIL = "source, author, editor"
    LEAD = "an abstract or a word from the editor"
    INSIDE = "tells its date in its first sentence, as its neighbours do"
    PLAIN = "anything else"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ``text[start:end]`` of the clean text (half-open).

    ``body`` is where its telling begins: after marker, number, by-line and date. ``level`` counts
    the ``#`` of a Markdown heading. ``blank`` says that an empty line stood before it in the
    source, ``posted`` is a day of publication that the source gives right after it.
    """

    start: int
    end: int
    kind: Kind
    body: int
    date: Expression | None = None
    glued_year: bool = False
    level: int = 0
    blank: bool = True
    posted: datetime.date | None = None
    dropped: int = 0
    """Where the source's publication line after it ends (source offset); 0 without one."""


def dated(line: Line, date: Expression, body: int) -> Line:
    """The line with a date, and its telling from ``body`` on if there is one."""
    kind = Kind.DATE if body >= line.end else Kind.DATED
    return replace(line, kind=kind, date=date, body=min(body, line.end))


def month_and_day(line: Line) -> tuple[int, int] | None:
    """Month and day that a line opens with, None where it opens with none."""
    first = line.date.first if line.date is not None else None
    if first is None or first.month is None or first.day is None:
        return None
    return first.month, first.day
