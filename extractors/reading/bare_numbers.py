"""Lines that date themselves in numbers alone: years (1964 建校), months and days under them
(5 县委…, 18至20), month and day (1.6, 2/14—16, 88.1.3).

A number may count, measure or date. It dates where several lines open so, run up as the days of a
month or year do, and are not counted up like the items of a list.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import groupby, pairwise

from extractors.reading.dates import find
from extractors.reading.line import Kind, Line, dated, month_and_day
from extractors.reading.numerals import year as year_of
from extractors.reading.points import Expression, Point
from extractors.reading.timewords import AND, TO, UNIT

_OPEN = frozenset((Kind.PLAIN, Kind.HEAD, Kind.NUMBERED))
_YEAR = r"(?:1[89]|20)\d\d"
_TELLING = "[一-龥“《]"
_YEAR_LINE = re.compile(rf"{_YEAR}|[一二][〇零○一二三四五六七八九]{{3}}")
_NUMBER = re.compile(r"(?:1[0-2]|[1-9])$")
_BARE = re.compile(r"\d{1,2}(?: +(?=[一-龥“])|$)")


def with_bare_numbers(found: list[Line], text: str) -> list[Line]:
    """The lines of a document, those made dated that open with numbers as their neighbours do."""
    for read in (_with_years, _with_months, _with_opening_years, _with_months_and_days, _with_days):
        found = read(found, text)
    return found


def _with_years(found: list[Line], text: str) -> list[Line]:
    """Lines that are the bare number of a year (1949) made years, where they count up and most of
    them stand over a line that opens with a date without one, with a marker, or is a bare month."""
    heads = {
        number: year
        for number, line in enumerate(found)
        if line.kind in _OPEN
        and _YEAR_LINE.fullmatch(text, line.start, line.end)
        and (year := year_of(text[line.start : line.end])) is not None
    }
    years = list(heads.values())
    over = sum(_tells_no_year(found[n + 1], text) for n in heads if n + 1 < len(found))
    if any(a >= b for a, b in pairwise(years)) or 2 * over <= len(heads):
        return found
    for number, year in heads.items():
        line = found[number]
        date = Expression(line.start, line.end, Point(year=year))
        found[number] = dated(line, date, line.end)
    return found


def _tells_no_year(line: Line, text: str) -> bool:
    """Whether a line opens with a date that needs a year above it, or with a marker."""
    if line.date is not None:
        return line.date.first.year is None and line.date.first.year_shift is None
    if line.kind is Kind.MARKED or _NUMBER.match(text, line.start, line.end):
        return True
    return _MONTH_AND_DAY.match(text, line.start, line.end) is not None


def _with_months(found: list[Line], text: str) -> list[Line]:
    """Lines that are a bare number made months, where they count up, in each year that a line
    alone gives, over lines that open with days or bare numbers in their place."""
    years = [n for n, line in enumerate(found) if line.kind is Kind.DATE and _names_year(line)]
    heads = [
        number
        for number, line in enumerate(found)
        if line.kind in (Kind.PLAIN, Kind.HEAD) and _NUMBER.match(text, line.start, line.end)
    ]
    told = [(bisect(years, n), int(text[found[n].start : found[n].end])) for n in heads]
    if len(told) < 2 or any(a >= b for a, b in pairwise(told)):
        return found
    under = [n for n in range(heads[0] + 1, len(found)) if n not in heads and n not in years]
    days = sum(
        found[n].kind is Kind.DATED or _BARE.match(text, found[n].start) is not None for n in under
    )
    told_so = len(under) >= 2 * len(heads) and 2 * days >= len(under)
    if not told_so and (len(years) < 2 or told[0][0] == 0):
        return found
    for number, (_, month) in zip(heads, told, strict=True):
        line = found[number]
        date = Expression(line.start, line.end, Point(month=month))
        found[number] = dated(line, date, line.end)
    return found


_OPENING_YEAR = re.compile(
    rf"(?P<y>{_YEAR})(?:(?:[—~至-]{{1,2}})(?P<z>(?:1[89]|20)?\d\d))?(?: *[.:、,—-]{{1,2}} ?| +)"
    rf"(?={_TELLING})"
)
_NUMERIC_YEAR = re.compile(rf"{_YEAR}[-./]\d")


def _with_opening_years(found: list[Line], text: str) -> list[Line]:
    """Lines that open with the bare number of a year (2019 建成, 1964: 建校, 1958—1960 …) made
    years, where others open so or with full dates in numbers."""
    bare = {
        n: year
        for n, line in enumerate(found)
        if line.date is None and line.kind in _OPEN
        if (year := _OPENING_YEAR.match(text, line.start, line.end))
    }
    alike = len(bare) + sum(1 for line in found if _NUMERIC_YEAR.match(text, line.start))
    if alike < 3:
        return found
    for number, year in bare.items():
        line, first, last = found[number], year["y"], year["z"]
        until = Point(year=int(first[: 4 - len(last)] + last)) if last else None
        date = Expression(line.start, year.end("z" if last else "y"), Point(year=int(first)), until)
        found[number] = dated(line, date, year.end())
    return found


_MONTH_AND_DAY = re.compile(
    rf"(?:(?P<y>{_YEAR}|[5-9]\d)(?=([./-])\d{{1,2}}\2))?(?:(?<=\d)[./-])?"
    r"(?P<m>1[0-2]|0?[1-9])(?P<s>[./·-])(?:(?P<part>[上中下]旬|[初底末])|(?P<d>0?[1-9]|[12]\d|3[01])(?![\d.])日?)"
    rf"(?: ?{TO} ?(?:(?P<n>1[0-2]|0?[1-9])(?P=s))?(?P<e>0?[1-9]|[12]\d|3[01])(?![\d.])日?)?"
    r"(?: ?\((?:星期|周)?[一二三四五六日天]\))?(?:上午|下午|中午|凌晨|晚|夜|晨)?"
    rf"(?P<mark>[ :,、]+|(?!{UNIT}))(?={_TELLING})"
)


def _telling_at(line: Line) -> int:
    """Where the words of a line begin, behind its marker if it has one."""
    return line.body if line.kind is Kind.MARKED else line.start


_SHORT_YEARS = range(50, 100)


def _with_months_and_days(found: list[Line], text: str) -> list[Line]:
    """Lines that open with month and day in numbers (1.6, 2.14-2.16, 3/8, 88.1.3) made days.

    Three or more, in order under each year, and not counted up like the sections of a text (1.1,
    1.2, 2.1); fewer where each lies between the days of the lines around it. Numbers that no mark
    parts from the telling, or that a dash joins, may be anything: there nearly all lines open so.
    """
    days = {
        number: day
        for number, line in enumerate(found)
        if (day := _MONTH_AND_DAY.match(text, _telling_at(line), line.end))
        if day["part"] or ((line.kind in _OPEN or line.kind is Kind.MARKED) and line.date is None)
    }
    told = [(int(day["m"]), int(day["d"] or 0)) for day in days.values()]
    counted = sum(b in ((m, d + 1), (m + 1, 1)) for (m, d), b in pairwise(told))
    among = 0 < len(told) < 3 and all(
        _lies_among(found, n, at) for n, at in zip(days, told, strict=True)
    )
    if not among and (len(told) < 3 or counted == len(told) - 1):
        return found
    doubtful = sum(not day["mark"] or day["s"] == "-" for day in days.values())
    others = sum(line.kind in (Kind.PLAIN, Kind.NUMBERED) for line in found) - len(days)
    padded = any(day["m"][0] == "0" for day in days.values())
    spans = any(day["s"] == "-" for day in days.values())
    sure = padded or any(d < m for m, d in told) or (not spans and len(told) > 3)
    if not among and 2 * doubtful > len(days) and (others > len(days) or not sure):
        return found
    years = [n for n, line in enumerate(found) if _names_year(line)]
    under = [
        (_year(day["y"]) or bisect(years, n), *at)
        for (n, day), at in zip(days.items(), told, strict=True)
        if at[1]
    ]
    if sum(a > b for a, b in pairwise(under)) > len(under) // 10:
        return found
    for number, day in days.items():
        first = Point(
            year=_year(day["y"]),
            month=int(day["m"]),
            day=int(day["d"]) if day["d"] else None,
            part=day["part"] or "",
        )
        month = int(day["n"]) if day["n"] else None
        last = Point(month=month, day=int(day["e"])) if day["e"] and _runs_on(day) else None
        end = day.end("e") if day["e"] else day.end("d") if day["d"] else day.end("part")
        date = Expression(day.start(), end, first, last)
        found[number] = dated(found[number], date, day.end())
    return found


def _runs_on(day: re.Match[str]) -> bool:
    """Whether the second day of a span lies behind the first."""
    month = int(day["m"])
    return (month, int(day["d"] or 0)) < (int(day["n"] or month), int(day["e"]))


def _lies_among(found: Sequence[Line], number: int, day: tuple[int, int]) -> bool:
    """Whether a month and day lie between those of the dated lines before and after."""
    before, after = (
        next((point for line in side if (point := _day_of(line)) is not None), None)
        for side in (reversed(found[:number]), found[number + 1 :])
    )
    return before is not None and after is not None and before <= day <= after


def _day_of(line: Line) -> tuple[int, int] | None:
    return month_and_day(line) if line.kind is Kind.DATED else None


def _year(digits: str | None) -> int | None:
    """The year of four digits or of two (88); None without one."""
    if digits is None:
        return None
    return int(digits) + (1900 if int(digits) in _SHORT_YEARS else 0)


_DAYS = re.compile(
    rf"(?P<d>[0-3]?\d)(?: ?(?:{TO}|{AND}) ?(?P<e>[0-3]?\d))*(?:(?: +|[:,] ?)(?={_TELLING})|$)"
)


def _with_days(found: list[Line], text: str) -> list[Line]:
    """Lines that open with bare numbers (5 县委…, 18至20 …) made days of the month above them,
    where half of all lines do so, in order."""
    days = {
        number: day
        for number, line in enumerate(found)
        if line.kind in _OPEN and line.date is None
        if (day := _DAYS.match(text, line.start, line.end)) and _is_span(day)
    }
    told = [line for line in found if line.kind in (Kind.PLAIN, Kind.NUMBERED, Kind.DATED)]
    months = [n for n, line in enumerate(found) if line.date and line.date.first.names_month]
    if len(days) < 3 or 2 * len(days) < len(told):
        return found
    if not months and (len(days) < 4 or not _titled(found, min(days), text)):
        return found
    by_month = groupby(days, key=lambda number: bisect(months, number))
    runs = [[int(days[n]["d"]) for n in under] for _, under in by_month]
    wrong = sum(a > b for run in runs for a, b in pairwise(run))
    if 10 * wrong > len(days) or all(_is_counted(run) for run in runs):
        return found
    for number, day in days.items():
        last = Point(day=int(day["e"])) if day["e"] else None
        end = day.end("e" if day["e"] else "d")
        date = Expression(day.start(), end, Point(day=int(day["d"])), last)
        found[number] = dated(found[number], date, day.end())
    return found


def _is_span(day: re.Match[str]) -> bool:
    """Whether bare numbers are days of a month, the last not before the first."""
    return 1 <= int(day["d"]) <= int(day["e"] or 31) <= 31


def _titled(found: Sequence[Line], before: int, text: str) -> bool:
    """Whether one of the first lines says what month it is; a page of days alone leaves that to
    its reader, and then no line says anything else."""
    heads = found[:before]
    months = (date.first.names_month for line in heads for date in find(text, line.start, line.end))
    return not heads or any(months)


def _is_counted(run: Sequence[int]) -> bool:
    """Whether numbers are counted up from 1 as the items of a list are."""
    return list(run) == list(range(1, len(run) + 1))


def _names_year(line: Line) -> bool:
    return line.date is not None and line.date.first.year is not None
