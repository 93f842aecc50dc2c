"""Dates that scanning or typing has damaged: a lost 月, dash or 日, spaces in digits, l for 1."""

from __future__ import annotations

import re

from extractors.reading.dates import match
from extractors.reading.openings import Opening
from extractors.reading.points import Expression, Point

_LOST_MONTH = re.compile(r"(?P<m>1[0-2]|[1-9])(?: {1,2}|(?=\d\d日))(?P<d>[0-3]?\d)日(?!元)")
_DAMAGED = re.compile(r"(?=[\dlIO])[\dlIO 月、~—\-至到]{1,14}[日曰](?!元)")
_LOST_DASH = re.compile(r"(?P<m>1[0-2]|0?[1-9])月(?P<days>\d{2,4})日(?!元)")
_LOST_MONTH_OF_RANGE = re.compile(
    r"(?P<point>\d{2,4})(?: |—{1,2}|-|~|至| ?至 ?)(?P<e>[0-3]?\d)日(?!元)"
)
_PARTING = re.compile(r"[,: 。]*")
_LETTERS = str.maketrans("lIO曰", "110日")
_MONTHS = re.compile(r"^[^\w\n]*\d{1,2} ?月 ?\d{1,2} ?日", re.MULTILINE)
_DAYS = re.compile(r"^[^\w\n]*\d{1,2} ?日", re.MULTILINE)


_MONTH_IN_LETTERS = re.compile(r"(?=.?[lIO])[lI1O]?[lI1O012]月$")


def month_in_letters(text: str, at: int, end: int) -> Opening | None:
    """A month alone on its line with a letter for a figure: l月, 1O月; None where none stands."""
    found = _MONTH_IN_LETTERS.match(text, at, end)
    month = int(found[0][:-1].translate(_LETTERS)) if found else 0
    if not 1 <= month <= 12:
        return None
    return Opening(Expression(at, end, Point(month=month)), end, False)


def tells_months(text: str) -> bool:
    """Whether the lines of a text open with month and day rather than with a day alone."""
    return len(_MONTHS.findall(text)) >= len(_DAYS.findall(text))


def broken(text: str, at: int, end: int, monthly: bool) -> Opening | None:
    """The damaged date at ``at``: 3 12日, 312日, 2 1—2 3日, l5曰; None where there is none.

    ``monthly`` says that the lines around it tell their months, so that 1 2日 is 2 January there
    and the twelfth elsewhere.
    """
    readings = (
        (_lost_month, _lost_month_of_range, _lost_dash, _squeezed)
        if monthly
        else (_squeezed, _lost_month, _lost_dash)
    )
    return next((found for read in readings if (found := read(text, at, end))), None)


def _opening(text: str, date: Expression, end: int) -> Opening:
    parted = _PARTING.match(text, date.end, end)
    return Opening(date, parted.end() if parted else date.end, False)


def _lost_month(text: str, at: int, end: int) -> Opening | None:
    """A day whose 月 was lost."""
    found = _LOST_MONTH.match(text, at, end)
    if found is None or not 1 <= int(found["d"]) <= 31:
        return None
    if " " not in found[0] and int(found["m"] + found["d"]) <= 31:
        return None
    point = Point(month=int(found["m"]), day=int(found["d"]))
    return _opening(text, Expression(at, found.end(), point), end)


def splits(digits: str, most: int) -> list[tuple[int, int]]:
    """The two numbers that a run of digits may be, the first no more than ``most`` and the second
    a day: 1015 is 10 and 15, 111 is 1 and 11 or 11 and 1."""
    pairs = [(digits[:at], digits[at:]) for at in range(1, len(digits))]
    return [
        (int(first), int(day))
        for first, day in pairs
        if day[0] != "0" and len(day) <= 2 and 1 <= int(first) <= most and 1 <= int(day) <= 31
    ]


def _lost_dash(text: str, at: int, end: int) -> Opening | None:
    """Two days whose dash was lost: 2月1718日."""
    found = _LOST_DASH.match(text, at, end)
    if found is None or int(found["days"]) <= 31:
        return None
    days = [(a, b) for a, b in splits(found["days"], 31) if a < b]
    if len(days) != 1:
        return None
    month, (first, last) = int(found["m"]), days[0]
    date = Expression(at, found.end(), Point(month=month, day=first), Point(month=None, day=last))
    return _opening(text, date, end)


def _lost_month_of_range(text: str, at: int, end: int) -> Opening | None:
    """Two days whose 月 was lost: 120 27日, 1112—15日. Of two readings the shorter time counts."""
    found = _LOST_MONTH_OF_RANGE.match(text, at, end)
    if found is None or int(found["point"]) <= 31 or not 1 <= int(found["e"]) <= 31:
        return None
    last = int(found["e"])
    points = [(m, d) for m, d in splits(found["point"], 12) if d < last]
    if not points:
        return None
    month, day = max(points, key=lambda point: point[1])
    date = Expression(at, found.end(), Point(month=month, day=day), Point(month=None, day=last))
    return _opening(text, date, end)


def _squeezed(text: str, at: int, end: int) -> Opening | None:
    """A date with spaces among its digits, or letters in their place."""
    found = _DAMAGED.match(text, at, end)
    if found is None:
        return None
    words = found[0].translate(_LETTERS).replace(" ", "")
    date = match(words)
    if date is None or date.end != len(words) or date.first.day is None:
        return None
    return _opening(text, Expression(at, found.end(), date.first, date.last), end)
