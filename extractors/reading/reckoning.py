"""What day a date is: its parts filled in from what the document has told so far.

Nothing is padded: a month stays a month, with its first and last day as the range; where no year is
known, dates are ``--MM-DD``; where a day's month is not known, there is no date.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors import lexicon
from extractors.reading import lunar
from extractors.reading.points import Expression, Point
from schema.records import DateRange

LEAP_YEAR = 2000
"""Stands for an unknown year, so that 29 February can be reckoned with."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known where a date stands: the date told last, and the day of writing if any.

    ``week`` is the span of days that the entries lie in, where a heading tells no more than one;
    ``lunar`` says that months are of the lunar calendar (under 光绪二十三年); ``moon`` is the lunar
    date told last, with its year, which 同月 goes back to.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    written: date | None = None
    week: DateRange | None = None
    lunar: bool = False
    moon: Point | None = None

    def told(self, when: DateRange) -> Known:
        """The same after a date has been told."""
        year, month, day = parts(when.start)
        if when.precision == "year":
            return replace(self, year=year, month=None, day=None, moon=None)
        day_told = day if when.precision == "day" else None
        return replace(self, year=year, month=month, day=day_told, moon=None)

    def moon_of(self, expression: Expression) -> Point | None:
        """The lunar date that an expression tells here, with its year; None where it is none."""
        point = _of_moon(expression.first, self)
        if point.month is None or not (point.lunar or (self.lunar and point.spoken)):
            return None
        return replace(point, year=_year(point, self), year_shift=None, lunar=True)


@dataclass(frozen=True, slots=True)
class _Span:
    """First and last day of a point; ``known`` tells whether the year is."""

    first: date
    last: date
    precision: str
    known: bool


_COARSE = ("day", "period", "month", "year")


def parts(iso: str) -> tuple[int | None, int, int]:
    """Year (None for ``--MM-DD``), month and day of a date of a DateRange."""
    year, month, day = iso[:-6], iso[-5:-3], iso[-2:]
    return (None if year == "-" else int(year)), int(month), int(day)


def iso(day: date, known: bool = True) -> str:
    """``YYYY-MM-DD``, or ``--MM-DD`` where the year is not known."""
    return day.isoformat() if known else f"--{day.month:02d}-{day.day:02d}"


def month_range(year: int | None, month: int) -> DateRange:
    """A whole month."""
    first = date(year or LEAP_YEAR, month, 1)
    last = first.replace(day=monthrange(first.year, month)[1])
    return DateRange(iso(first, year is not None), iso(last, year is not None), "month")


def year_range(year: int) -> DateRange:
    """A whole year."""
    return DateRange(f"{year:04d}-01-01", f"{year:04d}-12-31", "year")


def day_range(day: date) -> DateRange:
    """One day."""
    return DateRange(day.isoformat(), day.isoformat(), "day")


def resolve(expression: Expression, known: Known) -> DateRange | None:
    """The days that a date means, or None where that cannot be known or there is no such day.

    A year that is not told is the year told last; a month that is not told is the month told last.
    A range that runs backwards goes over into the next month or year.
    """
    first = _span(expression.first, known)
    if first is None:
        return None
    last = first
    if expression.last is not None:
        found = _last(expression.last, first, known)
        if found is None:
            return None
        last = found
    precision = max((first.precision, last.precision), key=_COARSE.index)
    return DateRange(iso(first.first, first.known), iso(last.last, last.known), precision)


def _last(end: Point, first: _Span, known: Known) -> _Span | None:
    """The end of a range, its open parts taken from the beginning."""
    year = first.first.year if first.known else None
    base = replace(known, year=year, month=first.first.month, day=first.first.day)
    span = _span(end, base)
    if span is None or span.last >= first.first:
        return span
    if end.month is None and end.day is not None:  # 28日至3日 ends in the next month
        following = (first.first.replace(day=1) + timedelta(days=32)).replace(day=1)
        carried = replace(base, year=following.year if year else None, month=following.month)
        return _span(end, carried)
    if end.year is None and end.year_shift is None and year is not None:
        return _span(end, replace(base, year=year + 1))
    return span if year is None else None


def _span(point: Point, known: Known) -> _Span | None:
    """First and last day of one point."""
    if point.vague:
        return None
    if point.years is not None:
        begins, lasts = point.years
        return _Span(date(begins, 1, 1), date(lasts, 12, 31), "period", True)
    if point.writing_shift is not None:
        if known.written is None:
            return None
        day = known.written + timedelta(days=point.writing_shift)
        if point.weekday is not None:
            day += timedelta(days=point.weekday - known.written.weekday())
        return _Span(day, day, "day", True)
    if point.day_shift is not None:
        if known.month is None or known.day is None:
            return None
        try:
            told = date(known.year or LEAP_YEAR, known.month, known.day)
        except ValueError:
            return None
        day = told + timedelta(days=point.day_shift)
        return _Span(day, day, "day", known.year is not None)
    point = _of_moon(point, known)
    year, month = _year(point, known), _month(point, known)
    if point.month_shift is not None and month is not None and known.month is not None:
        month += point.month_shift
        if month in (0, 13):
            year = None if year is None else year + (1 if month else -1)
            month = 1 if month else 12
    if month is not None and (point.lunar or (known.lunar and point.spoken)):
        return _lunar(point, year, month)
    if point.day is not None and month is not None:
        return _day(year, month, point.day)
    if point.day is not None or (point.names_month and month is None):
        return None
    if month is not None and (point.names_month or point.year is None):
        return _part_of_month(point.part, year, month)
    return _part_of_year(point.part, year)


def _of_moon(point: Point, known: Known) -> Point:
    """同月 after a lunar date as that month; any other point as it is."""
    moon = known.moon
    if moon is None or point.month_shift != 0 or point.part or point.year is not None:
        return point
    return replace(moon, day=point.day, part="")


def _year(point: Point, known: Known) -> int | None:
    if point.year is not None:
        return point.year
    return None if known.year is None else known.year + (point.year_shift or 0)


def _month(point: Point, known: Known) -> int | None:
    if point.month is not None:
        return point.month
    if point.day is not None or point.month_shift is not None:
        return known.month
    return None


def _day(year: int | None, month: int, day: int) -> _Span | None:
    try:
        found = date(year or LEAP_YEAR, month, day)
    except ValueError:
        return None
    return _Span(found, found, "day", year is not None)


def _lunar(point: Point, year: int | None, month: int) -> _Span | None:
    """A lunar day or month in Gregorian days; a lunar month is a period of two Gregorian ones."""
    if year is None:
        return None
    if point.day is not None:
        day = lunar.gregorian(year, month, point.day, point.leap)
        return None if day is None else _Span(day, day, "day", True)
    days = lunar.month(year, month, point.leap)
    return None if days is None else _Span(*days, "period", True)


def _part_of_month(part: str, year: int | None, month: int) -> _Span:
    start = date(year or LEAP_YEAR, month, 1)
    length = monthrange(start.year, month)[1]
    if not part:
        return _Span(start, start.replace(day=length), "month", year is not None)
    first, last = lexicon.table("dates")["month_parts"][part]
    return _Span(
        start.replace(day=first), start.replace(day=last or length), "period", year is not None
    )


def _part_of_year(part: str, year: int | None) -> _Span | None:
    if not part:
        return None if year is None else _Span(date(year, 1, 1), date(year, 12, 31), "year", True)
    ranges = lexicon.table("dates")["year_parts"]
    first, last = ranges[part] if part in ranges else ranges[part.removeprefix("第")]
    base = year or LEAP_YEAR
    end = date(base + (last > 12), (last - 1) % 12 + 1, 1)
    end = end.replace(day=monthrange(end.year, end.month)[1])
    return _Span(date(base, first, 1), end, "period", year is not None)
