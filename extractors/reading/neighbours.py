"""Lines whose date is told only by the lines around them: a bare day or year, a date at the end."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from itertools import pairwise

from extractors.reading.dates import match
from extractors.reading.line import Kind, Line
from extractors.reading.numerals import year as year_of
from extractors.reading.points import Expression, Point
from extractors.reading.repairs import splits


def with_dates_of_neighbours(found: list[Line], text: str) -> list[Line]:
    """The lines of a document, those made dated that open or close as their neighbours do."""
    for read in (
        _with_bare_years,
        _with_bare_months,
        _with_lost_days,
        _with_lost_marks,
        _with_lost_months,
        _with_lost_years,
        _with_numeric_days,
        _with_closing_dates,
    ):
        found = read(found, text)
    return found


_YEAR_LINE = re.compile(r"(?:1[89]|20)\d\d|[一二][〇零○一二三四五六七八九]{3}")


def _with_bare_years(found: list[Line], text: str) -> list[Line]:
    """Lines that are the bare number of a year (1949) made years, where they count up and most of
    them stand over a line that opens with a date without one, or with a marker."""
    heads = {
        number: year
        for number, line in enumerate(found)
        if line.kind in (Kind.PLAIN, Kind.HEAD, Kind.NUMBERED)
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
        found[number] = replace(line, kind=Kind.DATE, date=date, body=line.end)
    return found


def _tells_no_year(line: Line, text: str) -> bool:
    """Whether a line opens with a date that needs a year above it, or with a marker."""
    if line.date is not None:
        return line.date.first.year is None and line.date.first.year_shift is None
    return line.kind is Kind.MARKED or _NUMERIC_DAY.match(text, line.start, line.end) is not None


_BARE = re.compile(r"(?P<day>\d{1,4})(?: +(?=[一-龥“])|$)")
_NUMBER = re.compile(r"(?:1[0-2]|[1-9])$")


def _with_bare_months(found: list[Line], text: str) -> list[Line]:
    """Lines that are a bare number made months, where they count up over lines that open with days
    or bare numbers in their place."""
    heads = [
        number
        for number, line in enumerate(found)
        if line.kind in (Kind.PLAIN, Kind.HEAD) and _NUMBER.match(text, line.start, line.end)
    ]
    months = [int(text[found[number].start : found[number].end]) for number in heads]
    if len(months) < 2 or any(a >= b for a, b in pairwise(months)):
        return found
    told = [n for n in range(heads[0] + 1, len(found)) if n not in heads]
    days = sum(
        found[n].kind is Kind.DATED or _BARE.match(text, found[n].start) is not None for n in told
    )
    if len(told) < 2 * len(heads) or 2 * days < len(told):
        return found
    for number, month in zip(heads, months, strict=True):
        line = found[number]
        date = Expression(line.start, line.end, Point(month=month))
        found[number] = replace(line, kind=Kind.DATE, date=date, body=line.end)
    return found


def _with_lost_days(found: list[Line], text: str) -> list[Line]:
    """Lines that open with a bare number made days where the days around them leave it room."""
    days = [
        (number, line.date.first.day)
        for number, line in enumerate(found)
        if line.date is not None and line.date.first.day is not None
    ]
    if not days:
        return found
    for number, line in enumerate(found):
        bare = _BARE.match(text, line.start, line.end)
        if bare is None or line.kind not in (Kind.PLAIN, Kind.HEAD):
            continue
        span = _bare_days(bare["day"])
        if span is None:
            continue
        near = [(at, day) for at, day in days if _under_one_month(found, number, at)]
        before = max((day for at, day in near if at < number and number - at <= 6), default=1)
        after = min((day for at, day in near if at > number and at - number <= 6), default=31)
        if before <= span[0] <= after:
            first, last = Point(day=span[0]), Point(day=span[-1]) if span[1:] else None
            date = Expression(line.start, bare.end("day"), first, last)
            kind = Kind.DATE if bare.end() == line.end else Kind.DATED
            found[number] = replace(line, kind=kind, date=date, body=bare.end())
    return found


def _bare_days(digits: str) -> tuple[int, ...] | None:
    """The day that bare digits are, or the two days whose dash was lost (57, 1718); else None."""
    if 1 <= int(digits) <= 31:
        return (int(digits),)
    spans = [(a, b) for a, b in splits(digits, 31) if a < b]
    return spans[0] if len(spans) == 1 else None


def _under_one_month(found: list[Line], one: int, other: int) -> bool:
    """Whether no line between two names a month."""
    return not any(
        line.date is not None and line.date.first.month is not None
        for line in found[min(one, other) : max(one, other)]
    )


_NO_MARKS = re.compile(r"(\d{3,4}) ?[,:]? ?(?=[一-龥“《])(?![年个名余人多元])")


def _with_lost_marks(found: list[Line], text: str) -> list[Line]:
    """Lines that open with three or four digits (1015 ,县委…) made days of a month, both marks of
    which were lost, where the months of the lines around leave room for one reading alone."""
    months = [
        (number, line.date.first.month)
        for number, line in enumerate(found)
        if line.date is not None and line.date.first.month is not None
    ]
    if len(months) < 3:
        return found
    for number, line in enumerate(found):
        bare = _NO_MARKS.match(text, line.start, line.end)
        if bare is None or line.kind not in (Kind.PLAIN, Kind.HEAD):
            continue
        before = next((month for at, month in reversed(months) if at < number), 1)
        after = next((month for at, month in months if at > number), 12)
        room = [point for point in splits(bare[1], 12) if before <= point[0] <= after]
        if len(room) == 1:
            date = Expression(line.start, bare.end(1), Point(month=room[0][0], day=room[0][1]))
            found[number] = replace(line, kind=Kind.DATED, date=date, body=bare.end())
    return found


_LOST_MONTH = re.compile(
    r"(?P<m>[3-9])(?P<d>[1-9])日(?!元)(?:[至到—-](?P<e>[1-3]?\d)日?(?![\d月年个次名]))?[ ,:]*"
)


def _with_lost_months(found: list[Line], text: str) -> list[Line]:
    """Lines that open with a day that there is not (71日, 73日至5) made days whose 月 was lost,
    where two or more do so, in order."""
    lost = {
        number: day
        for number, line in enumerate(found)
        if line.kind in (Kind.PLAIN, Kind.HEAD) and (day := _LOST_MONTH.match(text, line.start))
        if int(day["m"] + day["d"]) > 31
    }
    told = [(day["m"], day["d"]) for day in lost.values()]
    if len(told) < 2 or told != sorted(told):
        return found
    for number, day in lost.items():
        line = found[number]
        last = Point(day=int(day["e"])) if day["e"] else None
        end = day.end("e") if day["e"] else day.end("d") + 1
        date = Expression(line.start, end, Point(month=int(day["m"]), day=int(day["d"])), last)
        kind = Kind.DATE if day.end() >= line.end else Kind.DATED
        found[number] = replace(line, kind=kind, date=date, body=min(day.end(), line.end))
    return found


_YEAR_ALONE = re.compile(r"(?P<y>(?:1[89]|20)\d\d) +(?=[一-龥“])")


def _with_lost_years(found: list[Line], text: str) -> list[Line]:
    """Lines that open with the bare number of a year (2019 建成) made years, where others open so
    or with full dates in numbers."""
    bare = {n: m for n, line in enumerate(found) if (m := _YEAR_ALONE.match(text, line.start))}
    numeric = re.compile(r"(?:1[89]|20)\d\d[-./]\d")
    alike = len(bare) + sum(1 for line in found if numeric.match(text, line.start))
    if alike < 3:
        return found
    for number, year in bare.items():
        line = found[number]
        if line.date is None and line.kind in (Kind.PLAIN, Kind.HEAD):
            date = Expression(line.start, year.end("y"), Point(year=int(year["y"])))
            found[number] = replace(line, kind=Kind.DATED, date=date, body=year.end())
    return found


_DATE_LAST = re.compile(
    r"[ (\[]?[(\[]?(?P<date>(?:19|20)\d\d ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2}日?)[)\]]?$"
    r"|[(\[](?P<month>(?:19|20)\d\d年\d{1,2}月)[)\]]$"
)


def _with_closing_dates(found: list[Line], text: str) -> list[Line]:
    """The items of a list that each close with a date made dated lines."""
    closing = {}
    for number, line in enumerate(found):
        if line.date is None and line.end - line.start <= 90 and not line.level:
            last = _DATE_LAST.search(text, line.start, line.end)
            if last and (line.kind is Kind.HEAD or last.start() - line.body >= 4):
                closing[number] = last
    if len(closing) < 3 or 2 * len(closing) < len(found):
        return found
    for number, last in closing.items():
        date = match(text, last.start("date" if last["date"] else "month"))
        if date is not None and date.end <= found[number].end:
            line = found[number]
            body = line.body if line.kind is Kind.MARKED else line.start
            found[number] = replace(line, kind=Kind.DATED, date=date, body=body)
    return found


_NUMERIC_DAY = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])\.(?P<d>[0-3]?\d)"
    r"(?: ?[-—~至] ?(?:(?P<n>1[0-2]|0?[1-9])\.)?(?P<e>[0-3]?\d))?[ :,]+(?=[一-龥“《])"
)


def _with_numeric_days(found: list[Line], text: str) -> list[Line]:
    """Lines that open with month and day in numbers (1.6, 2.14-2.16) made days.

    Three or more, in order under each year, and not counted up like the sections of a text (1.1,
    1.2, 2.1).
    """
    days: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate(found):
        day = _NUMERIC_DAY.match(text, line.start, line.end)
        if day and line.kind in (Kind.PLAIN, Kind.HEAD, Kind.NUMBERED) and line.date is None:
            days.append((number, day))
    years = [n for n, line in enumerate(found) if line.date and line.date.first.year is not None]
    told = [(int(day["m"]), int(day["d"])) for _, day in days]
    counted = sum(b in ((m, d + 1), (m + 1, 1)) for (m, d), b in pairwise(told))
    if len(told) < 3 or counted == len(told) - 1:
        return found
    under = [(bisect(years, number), *day) for (number, _), day in zip(days, told, strict=True)]
    if under != sorted(under):
        return found
    if any(not 1 <= d <= 31 for _, d in told):
        return found
    for number, day in days:
        first = Point(month=int(day["m"]), day=int(day["d"]))
        month = int(day["n"]) if day["n"] else None
        last = Point(month=month, day=int(day["e"])) if day["e"] else None
        date = Expression(day.start(), day.end("e") if day["e"] else day.end("d"), first, last)
        found[number] = replace(found[number], kind=Kind.DATED, date=date, body=day.end())
    return found
