"""Dates that scanning or typing has damaged: a lost 月 or 日, spaces between digits, l for 1."""

from __future__ import annotations

import re

from extractors.reading.dates import match
from extractors.reading.openings import Opening
from extractors.reading.points import Expression, Point

_LOST_MONTH = re.compile(r"(?P<m>1[0-2]|[1-9])(?: {1,2}|(?=\d\d日))(?P<d>[0-3]?\d)日(?!元)")
_DAMAGED = re.compile(r"(?=[\dlIO])[\dlIO 月、~—\-至到]{1,14}[日曰](?!元)")
_PARTING = re.compile(r"[,: 。]*")
_LETTERS = str.maketrans("lIO曰", "110日")
_MONTHS = re.compile(r"^[^\w\n]*\d{1,2} ?月 ?\d{1,2} ?日", re.MULTILINE)
_DAYS = re.compile(r"^[^\w\n]*\d{1,2} ?日", re.MULTILINE)


def tells_months(text: str) -> bool:
    """Whether the lines of a text open with month and day rather than with a day alone."""
    return len(_MONTHS.findall(text)) >= len(_DAYS.findall(text))


def broken(text: str, at: int, end: int, monthly: bool) -> Opening | None:
    """The damaged date at ``at``: 3 12日, 312日, 2 1—2 3日, l5曰; None where there is none.

    ``monthly`` says that the lines around it tell their months, so that 1 2日 is 2 January there
    and the twelfth elsewhere.
    """
    readings = (_lost_month, _squeezed) if monthly else (_squeezed, _lost_month)
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
