"""One dated entry between the reading of a source and the reading of its language."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.reading.offsets import CleanText
from schema.records import Context, DateRange, Span, Warning


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A date that opens a stretch of an entry: ``start``, ``end`` are offsets in its clean text."""

    start: int
    end: int
    when: DateRange


@dataclass(frozen=True, slots=True)
class Entry:
    """The text between one date or list marker and the next.

    ``start`` and ``end`` are source offsets, ``text`` the source there. ``clean`` is the cleaned
    text of the entry, its map counting in the whole source. ``body`` is the offset in
    ``clean.text`` where the telling begins (after marker, date, by-line); headline lines that
    stand before it are ``clean.text[:body]``. ``dates`` holds, in order, each date that opens a
    stretch of the telling (``28日凌晨,…``, a later paragraph ``17日,…``); dates inside phrases
    (传达7月3日会议精神) are not among them. ``when`` is the entry's own date.
    """

    number: int
    source: str
    start: int
    end: int
    text: str
    clean: CleanText
    body: int
    context: Context
    when: DateRange
    dates: tuple[DatedSpan, ...] = ()
    warnings: tuple[Warning, ...] = ()

    def source_span(self, start: int, end: int) -> Span:
        """Source span (half-open) of ``clean.text[start:end]``."""
        return self.clean.source_span(start, end)
