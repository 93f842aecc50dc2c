"""Days told by a word of their own, counted from another: 次日, 昨日, 上周五, 近日, 后两天."""

from __future__ import annotations

import re

from extractors import lexicon
from extractors.reading import numerals
from extractors.reading.points import Point
from extractors.reading.timewords import DIGITS, words

_NUMERALS = frozenset(f"0123456789{DIGITS}十")
_AFTER = re.compile(
    rf"(?:后的?|之后)(?P<n>[两{DIGITS}十\d]{{1,2}})(?:天|日)"
    rf"|(?P<m>[两{DIGITS}十\d]{{1,2}})(?P<v>天|日|周)(?:后|之后|以后)"
)


def relative_day(text: str, at: int) -> tuple[Point, int] | None:
    """A day, or an unnamed day, that is told by a word of its own: 次日, 昨日, 近日, 后两天."""
    if text[at] in _NUMERALS:
        found = _AFTER.match(text, at)
        return None if found is None else _days_after(found)
    known, table = words(), lexicon.table("dates")
    if found := known.days.match(text, at):
        return Point(day_shift=table["days"][found[0]]), found.end()
    if found := known.writing.match(text, at):
        return Point(writing_shift=table["writing"][found[0]]), found.end()
    if found := known.weeks.match(text, at):
        shift, weekday = table["weeks"][found["week"]], table["weekdays"][found["day"]]
        return Point(writing_shift=7 * shift, weekday=weekday), found.end()
    if found := known.vague.match(text, at):
        return Point(vague=True), found.end()
    if found := _AFTER.match(text, at):
        return _days_after(found)
    return None


def _days_after(found: re.Match[str]) -> tuple[Point, int] | None:
    """后两天 or 一周后 as a day counted from the day told last."""
    count = numerals.number(found["n"] or found["m"])
    if count is None:
        return None
    return Point(day_shift=count * (7 if found["v"] == "周" else 1)), found.end()
