"""Lines whose date is told only by the lines around them: a bare day or year, a date at the end."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from extractors.reading.bare_numbers import with_bare_numbers
from extractors.reading.dates import match
from extractors.reading.era_years import with_years_of_eras
from extractors.reading.line import Kind, Line
from extractors.reading.points import Expression, Point
from extractors.reading.repairs import splits


def with_dates_of_neighbours(found: list[Line], text: str) -> list[Line]:
    """The lines of a document, those made dated that open or close as their neighbours do."""
    found = with_years_of_eras(with_bare_numbers(found, text), text)
    for read in (
        _with_lost_days,
        _with_lost_marks,
        _with_lost_months,
        _with_closing_dates,
        _with_days_of_headlines,
    ):
        found = read(found, text)
    return found


_BARE = re.compile(r"(?P<day>\d{1,4})(?: +(?=[一-龥“])|$)")


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
    under = [found[n + 1].kind in (Kind.DATED, Kind.WIRE) for n in closing if n + 1 < len(found)]
    if 3 * sum(under) >= 2 * len(closing):
        # headlines with the day that they were posted on, their texts below them
        return [
            replace(line, kind=Kind.HEAD, posted=_full_day(text, closing[number]))
            if number in closing
            else line
            for number, line in enumerate(found)
        ]
    for number, last in closing.items():
        date = match(text, last.start("date" if last["date"] else "month"))
        if date is not None and date.end <= found[number].end:
            line = found[number]
            body = line.body if line.kind is Kind.MARKED else line.start
            found[number] = replace(line, kind=Kind.DATED, date=date, body=body)
    return found


def _full_day(text: str, last: re.Match[str]) -> datetime.date | None:
    """The day that closes a line, if there is such a day."""
    told = match(text, last.start("date")) if last["date"] else None
    point = told.first if told is not None else None
    if point is None or not (point.year and point.month and point.day):
        return None
    try:
        return datetime.date(point.year, point.month, point.day)
    except ValueError:
        return None


_DAY_LAST = re.compile(
    r"(?<![月日至到—~、\d-])[ (\[]*(?P<date>\d{1,2}月\d{1,2}日[^()\[\],。]{0,8})[)\]]?$"
)


def _with_days_of_headlines(found: list[Line], text: str) -> list[Line]:
    """The headlines of a page that each close with their day (市长调研企业 3月2日) given it."""
    closing: dict[int, Expression] = {}
    for number, line in enumerate(found):
        last = _DAY_LAST.search(text, line.start, line.end) if _is_title(line) else None
        date = match(text, last.start("date")) if last else None
        if last is not None and date is not None and date.end == last.end("date"):
            closing[number] = date
    heads = sum(_is_title(line) for line in found)
    if len(closing) < 3 or 2 * len(closing) < heads:
        return found
    return [
        replace(line, date=closing[number]) if number in closing else line
        for number, line in enumerate(found)
    ]


def _is_title(line: Line) -> bool:
    return line.kind is Kind.HEAD and line.date is None
