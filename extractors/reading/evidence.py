"""What a document's text says about its month, where a heading may be wrong or missing.

Each kind of evidence gives a month some weight: the heading, the user, months named in the text
(传达7月3日会议精神 on the 9th), holidays near the day of an entry, the day of publication. Months
too short for a day that occurs, or that lie after the publication, are ruled out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from extractors import lexicon
from extractors.reading.dates import find

HEADING, HINT, PUBLISHED, NAMED, HOLIDAY = 2.0, 4.0, 1.5, 1.0, 1.0
"""Weights; several mentions of one kind count for at most three."""

MARGIN = 1.5
"""Another month must be better supported than the heading's by so much to win."""

_DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")


def months(
    entries: Iterable[tuple[int, str]],
    *,
    year: int | None,
    heading: int | None,
    hint: int | None,
    published: date | None,
) -> dict[int, float]:
    """How well each month is supported; ruled-out months are left out.

    ``entries`` are the day of the month and the text of each entry whose month is not told.
    """
    days: list[int] = []
    named: dict[int, int] = defaultdict(int)
    holidays: dict[int, int] = defaultdict(int)
    occasions = [(r["name"], int(r["month"]), int(r["day"])) for r in lexicon.rows("occasions")]
    for day, text in entries:
        days.append(day)
        for found in _DAY.finditer(text):
            if int(found[1]) <= 12 and int(found[2]) <= day:
                named[int(found[1])] += 1
        for name, month, holiday in occasions:
            if name in text and f"{name}月" not in text:
                if abs(holiday - day) <= 10:
                    holidays[month] += 1
                elif holiday <= 10 and day >= 20:
                    holidays[(month - 2) % 12 + 1] += 1
    weights: dict[int, float] = defaultdict(float)
    for month, count in named.items():
        weights[month] += NAMED * min(count, 3)
    for month, count in holidays.items():
        weights[month] += HOLIDAY * min(count, 3)
    if published is not None:
        before = (published.month - 2) % 12 + 1
        weights[published.month if max(days, default=31) <= published.day else before] += PUBLISHED
    if heading is not None:
        weights[heading] += HEADING
    if hint is not None:
        weights[hint] += HINT
    longest = max(days, default=1)
    return {m: w for m, w in weights.items() if monthrange(year or 2000, m)[1] >= longest}


def better(weights: dict[int, float], stated: int | None) -> int | None:
    """The month to read: the stated one unless another is better supported by the margin."""
    if not weights:
        return stated
    best = max(weights, key=lambda month: (weights[month], -month))
    if stated is None:
        return best if weights[best] >= PUBLISHED else None
    return best if weights[best] >= weights.get(stated, 0.0) + MARGIN else stated


def full_dates(words: str) -> list[tuple[int, int | None, int | None]]:
    """Year, month and day of each date with a year in a heading; a range of years gives none."""
    found = []
    for expression in find(words):
        point = expression.first
        if point.year is None or point.lunar:
            continue
        if expression.last is not None and expression.last.year not in (None, point.year):
            continue
        day = point.day if expression.last is None else None
        found.append((point.year, point.month, day))
    return found
