"""The lines of a clean text, each with what it looks like: a date, a dated item, a headline…"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.reading.cuts import YEAR_IN_BRACKETS, cuts
from extractors.reading.dates import find, year_month
from extractors.reading.line import Kind, Line
from extractors.reading.neighbours import with_dates_of_neighbours
from extractors.reading.numerals import year as year_of
from extractors.reading.offsets import CleanText
from extractors.reading.openings import Opening, glued_year, opening, patterns
from extractors.reading.points import Expression, Point
from extractors.reading.repairs import broken, month_in_letters, tells_months

_HASHES = re.compile(r"(#{1,6}) *")
_TITLE = re.compile(r"【[^【】\n]{1,60}】 ?")
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)[一二三四五六日天][, :]?(?=[(\d])")
_CLOSING = re.compile(r" ?[)）】\]>〕]{1,2}[:： ,]?")
_HEAD_END = re.compile(r"[。;,、]$|……$")
_BRACKETED = re.compile(r"[(（【\[<〔〖]{1,2} ?|[★☆◆◇■□●○※§—=~*·-]{1,8} ?")
_CLOSED = re.compile(
    r"(?: [晴阴雨雪雾多云小中大雷阵转有风到]{1,8})? ?[)）】\]>〕〗★☆◆◇■□●○※§—=~*·-]{0,8}[::]?$"
)
_ORNAMENTS = re.compile(r" ?[★☆◆◇■□●○※§=~*|/]{1,8}[::]?$")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\r?\n")
_POSTED = re.compile(
    r"(?P<y>(?:19|20)\d\d) ?[-./年] ?(?P<m>\d{1,2}) ?[-./月] ?(?P<d>\d{1,2})(?!\d)"
)
_YEARS_ALONE = re.compile(r"(?P<from>(?:1[89]|20)\d\d) ?(?:[—~至-]{1,2}) ?(?P<to>(?:1[89]|20)\d\d)")
LONGEST_HEAD = 48


def lines(clean: CleanText, source: str) -> list[Line]:
    """The lines of a clean text in order; a marker or by-line after a full stop begins a line too.

    ``source`` is the decoded source that the clean text's map counts in.
    """
    text = clean.text
    found: list[Line] = []
    edges, monthly = cuts(text), tells_months(text)
    counted = _counted(text, edges)
    for number, (start, end) in enumerate(edges):
        blank = True
        if found:
            gap = source[clean.ends[found[-1].end - 1] : clean.starts[start]]
            blank = _EMPTY_LINE.search(gap) is not None
        following = clean.starts[edges[number + 1][0]] if number + 1 < len(edges) else len(source)
        after = source[clean.ends[end - 1] : min(following, clean.ends[end - 1] + 200)]
        posted, dropped = _posting(after)
        if dropped:
            dropped += clean.ends[end - 1]
        item = counted.get(start, start)
        found.append(_line(text, start, end, blank, posted, dropped, monthly, item))
    return with_dates_of_neighbours(found, text)


_COUNT = re.compile(r"\(?(\d{1,3})[、.)](?=[\d一-龥“《]) ?")


def _counted(text: str, edges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Where the items of lists that count their lines up begin to tell (3、4月17日…), by line.

    Four or more, from 1 on, each the next, or from 1 again under each heading: not 3 and 4 April.
    """
    counts = [(start, found) for start, end in edges if (found := _COUNT.match(text, start, end))]
    told = [int(found[1]) for _, found in counts]
    if len(told) < 4 or any(n not in (1, last + 1) for last, n in pairwise([0, *told])):
        return {}
    return {start: found.end() for start, found in counts}


def _posting(after: str) -> tuple[datetime.date | None, int]:
    """A publication day in what the source has after a line, and how far its line reaches.

    Only what stands before an empty line belongs to the line.
    """
    if _POSTED.search(after) is None:
        return None, 0
    near = _EMPTY_LINE.split(after.lstrip(" \r\n\t\u3000") if after.strip() else "")[0]
    found = _POSTED.search(near)
    if found is None:
        return None, 0
    try:
        day = datetime.date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None, 0
    return day, after.index(near) + len(near.rstrip())


def _line(
    text: str,
    start: int,
    end: int,
    blank: bool,
    posted: datetime.date | None,
    dropped: int,
    monthly: bool,
    item: int,
) -> Line:
    at, level = start, 0
    if hashes := _HASHES.match(text, at, end):
        level, at = len(hashes[1]), hashes.end()

    def made(kind: Kind, body: int, found: Opening | None = None) -> Line:
        year_only = found is not None and glued_year(found)
        date = found.date if found else None
        return Line(start, end, kind, body, date, year_only, level, blank, posted, dropped)

    if alone := _date_alone(text, at, end):
        return made(Kind.DATE, end, alone)
    marker = None if level else patterns().marker.match(text, at, end)
    if marker:
        at = marker.end()
    if item > at:
        found = _opening(text, item, end)
        if found is None or found.body >= end:
            return made(Kind.NUMBERED, item)
        return made(Kind.DATED, found.body, found)
    number = patterns().number.match(text, at, end)
    if number and (alone := _date_alone(text, number.end(), end)):
        return made(Kind.DATE, end, alone)
    if patterns().abstract.match(text, at, end):
        return made(Kind.LEAD, start)
    wire = patterns().wire.match(text, at, end)
    if wire and wire.end() == end and patterns().tail.fullmatch(text, at, end):
        return made(Kind.TAIL, end)  # who wrote the item above
    if wire:
        found = opening(text, wire.end(), end) or _day_after_wire(
            text, wire.start(), wire.end(), end
        )
        return made(Kind.WIRE, found.body if found else wire.end(), found)
    found = _opening(text, at, end) or broken(text, at, end, monthly)
    if found is not None and _heads_page(found, text[at:end]):
        return made(Kind.HEAD, end)
    if found is None and number:
        found = _opening(text, number.end(), end)
    if found is not None and not (level and found.glued) and not (marker and glued_year(found)):
        if found.body >= end:
            return made(Kind.DATE, end, found)
        after = patterns().marker.match(text, found.body, end)
        if after and after.end() < end:
            found = replace(found, body=after.end())
        return made(Kind.DATED, found.body, found)
    if marker:
        return made(Kind.MARKED, at)
    if level:
        return made(Kind.HEAD, end)
    if patterns().tail.fullmatch(text, at, end):
        return made(Kind.TAIL, end)
    if (title := _TITLE.match(text, at, end)) and title.end() < end:
        return made(Kind.TITLED, title.end())
    if _is_head(text[at:end]):
        return made(Kind.HEAD, end)
    if number:
        return made(Kind.NUMBERED, number.end())
    return made(Kind.PLAIN, start)


def _day_after_wire(text: str, start: int, at: int, end: int) -> Opening | None:
    """The day behind a stroke after a by-line, in the month of that: …5月22日电/21日,…."""
    found = opening(text, at + 1, end) if text[at : at + 1] in "/|" else None
    if found is None or found.date.first.day is None or found.date.first.month is not None:
        return found
    months = [date.first.month for date in find(text, start, at) if date.first.month is not None]
    if not months:
        return found
    first = replace(found.date.first, month=months[-1])
    return replace(found, date=replace(found.date, first=first))


def _date_alone(text: str, at: int, end: int) -> Opening | None:
    """A date that is the whole line, in brackets or not, with or without a colon."""
    if end - at > 40:
        return None
    if end - at <= 3 and (month := month_in_letters(text, at, end)):
        return month
    if year := YEAR_IN_BRACKETS.fullmatch(text, at, end):
        return Opening(Expression(at, end, Point(year=year_of(year["y"]))), end, False)
    if bracket := _BRACKETED.match(text, at, end):
        at = bracket.end()
    if (years := _YEARS_ALONE.fullmatch(text, at, end)) and years["from"] < years["to"]:
        points = Point(year=int(years["from"])), Point(year=int(years["to"]))
        return Opening(Expression(at, end, *points), end, False)
    found = opening(text, at, end)
    if found is None and (closed := _ORNAMENTS.search(text, at, end)):
        found = opening(text, at, closed.start())  # ※1961年※
    if found is not None and _CLOSED.fullmatch(text, found.date.end, end):
        return found
    return None


def _opening(text: str, at: int, end: int) -> Opening | None:
    """The date that opens a line, also before, in or after a title: 8日【标题】, 【标题】8日.

    Brackets may stand around it ([2019-03-04]) and a short word before it (此外,8月28日).
    """
    found = opening(text, at, end) or _numbers(text, at, end)
    if found is None and (bracket := _BRACKETED.match(text, at, end)):
        inside = opening(text, bracket.end(), end)
        closed = _CLOSING.match(text, inside.date.end, end) if inside else None
        if inside is not None and closed:
            return _with_day_behind(text, inside.date, closed.end(), end)
    if found is None and (day := _WEEKDAY.match(text, at, end)):
        return _opening(text, day.end(), end)
    if found is None and (word := patterns().leading.match(text, at, end)):
        found = opening(text, word.end(), end)
    if found is not None:
        title = _TITLE.match(text, found.body, end)
        if title and title.end() < end:
            return Opening(found.date, title.end(), found.glued)
        return found
    if title := _TITLE.match(text, at, end):
        inside = opening(text, at + 1, title.end())
        if inside is not None:
            return Opening(inside.date, title.end(), False)
        return opening(text, title.end(), end)
    return None


def _with_day_behind(text: str, bracketed: Expression, at: int, end: int) -> Opening:
    """A date in brackets as an opening, with what stands behind it.

    The day behind a month belongs to it ([三月]五日). The day that a telling opens with behind the
    full day on which it was posted goes before that ([2019-03-14] 3月13日,…); it lies in the same
    year, or in the year before where its month is a later one.
    """
    behind, first = opening(text, at, end), bracketed.first
    told = behind.date.first if behind is not None else None
    if behind is None or told is None or first.month is None:
        return Opening(bracketed, at, False)
    if first.day is None and not told.names_month:
        point = replace(first, day=told.day, part=told.part)
    elif first.day and first.year and told.month and told.day and told.year is None:
        point = replace(told, year=first.year - (told.month > first.month))
    else:
        return Opening(bracketed, at, False)
    return replace(behind, date=replace(behind.date, start=bracketed.start, first=point))


def _numbers(text: str, at: int, end: int) -> Opening | None:
    """A month in numbers alone that opens a line: 2015.08, 1986.10—12."""
    date = year_month(text, at, end)
    if date is None:
        return None
    parted = re.compile(r"[ :：,]*").match(text, date.end, end)
    return Opening(date, parted.end() if parted else date.end, False)


def _heads_page(found: Opening, words: str) -> bool:
    """Whether a month or year is glued to the title of a page (2019年3月大事记)."""
    if not found.glued or (found.date.first.names_day and found.date.last is None):
        return False
    return len(words) <= 30 and patterns().title.search(words) is not None and _is_head(words)


def _is_head(line: str) -> bool:
    """Whether a line reads as a headline: short, not a sentence, not a list of names."""
    if len(line) > LONGEST_HEAD or "。" in line or _HEAD_END.search(line):
        return False
    if line.count("、") > (4 if line.endswith((":", ":")) else 2) or line.count(",") > 2:
        return False
    return len(re.findall(r"[一-龥A-Za-z]", line)) >= 2
