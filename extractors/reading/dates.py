"""The grammar of dates: from the words of a date to its parts, without reckoning what day it is.

`match` reads one date expression at an offset, `find` all of a text. A date of a chronicle may be a
day, a list or range of days, months or years, a part of a month or year, or relative to the date
told before (同日, 次年1月2日, 签署后两天). What it means is reckoned in `reckoning`, with what the
document has told so far. Offsets are offsets of the text given, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from extractors import lexicon
from extractors.reading import numerals
from extractors.reading.ages import age
from extractors.reading.points import Expression, Point
from extractors.reading.relative import relative_day
from extractors.reading.timewords import (
    BRANCHES,
    CYCLE,
    DIGITS,
    GLOSSED,
    JOIN,
    NUMBER,
    SPACE,
    TO,
    UNIT,
    eras,
    words,
)

_OPEN, _CLOSE = r"[(（]", r"[)）]"
_GAP = re.compile(SPACE)
_NUMERIC = re.compile(
    r"(?P<y>(?:1[89]|20)\d\d)(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d.])"
    r"|(?P<y2>(?:19|20)\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>[0-2]\d|3[01])(?!\d)"
)
_SAME_YEAR = re.compile(
    rf"{SPACE}{TO}{SPACE}(?:(?P<m>\d{{1,2}})[./-])?(?P<d>\d{{1,2}})(?![\d.:]|{SPACE}[年月时点])"
)
_NO_UNIT = f"(?!{UNIT})[一-龥]"
_YEAR_MONTH = re.compile(
    rf"(?P<y>(?:1[89]|20)\d\d){SPACE}[./-]{SPACE}(?P<m>0[1-9]|1[0-2]|[1-9])"
    rf"(?:{SPACE}{TO}{SPACE}(?P<n>1[0-2]|0?[1-9])(?!\d|{SPACE}[月年]))?"
    rf"月?(?=[ :：,，—“《]|$|{_NO_UNIT})"
)
_LUNAR = re.compile(r"(?:农历|旧历|阴历|夏历)" + SPACE)
_CYCLIC = re.compile(rf"[{CYCLE}][{BRANCHES}]年?{SPACE}(?=闰?(?:{NUMBER}|正|冬|腊)月)")
_YEAR = re.compile(
    rf"(?:公元)?(?P<year>\d{{4}}|[〇零○{DIGITS}]{{4}}|1?\d{{2}}(?={SPACE}年{SPACE}\d{{1,2}}{SPACE}月)){SPACE}年"
    r"(?![度代级鉴期间多])"
)
_YEARS = re.compile(rf"(?P<year>\d{{4}}){SPACE}年?{SPACE}{TO}{SPACE}(?=\d{{4}}{SPACE}年(?!代))")
_YEAR_GLOSS = re.compile(
    rf"{SPACE}{_OPEN}{SPACE}(?:公元)?(?P<g>\d{{4}})?[^()（）\n]{{0,12}}{_CLOSE}{SPACE}"
)
_CYCLE_ALONE = re.compile(rf"[(（] ?[{CYCLE}][{BRANCHES}] ?[)）]")
_CYCLE_BEHIND = re.compile(rf"{SPACE}(?:岁次)?[{CYCLE}][{BRANCHES}]年?(?![\u4e00-\u9fff])")
_NO_DAY = re.compile(
    rf"{SPACE}{_OPEN}(?:具体)?[年月日期时间子]{{0,4}}(?:不详|不明|待考|待查|失考|失记|缺){_CLOSE}"
)
_MONTHS = re.compile(
    rf"(?P<leap>闰)?(?P<first>(?:{NUMBER}{SPACE}月?{SPACE}{JOIN}{SPACE}){{0,4}})"
    rf"(?P<month>{NUMBER}|正|冬|腊|元){SPACE}月(?!饼|球|刊|报|薪|票|台|季花)"
    rf"(?:份(?!额)|(?:间|里|内|的一天|某[日天])(?=[,: ]))?{SPACE}"
)
_DAYS = re.compile(
    rf"(?P<first>(?:{NUMBER}{SPACE}[日号]?{SPACE}(?:{JOIN}|,(?=\d{{1,2}}日)){SPACE}){{0,12}})(?P<day>{NUMBER}){SPACE}"
    rf"(?:[两三四五]?日(?!元)|[两三四五]天|号(?!线|楼|院|令|文)|(?={TO}{SPACE}{NUMBER}{SPACE}月{SPACE}{NUMBER}{SPACE}日))"
)
_LUNAR_DAY = re.compile(rf"(?P<day>初[{DIGITS}十]|[十廿][{DIGITS}]|二十[{DIGITS}]?|三十|廿|十)日?")
_TIME = re.compile(
    rf"{SPACE}(?:上午|下午|早上|早晨|清晨|一早|清早|拂晓|黎明|午间|凌晨|中午|正午|午后|傍晚|晚上|晚间|夜间|夜里|深夜|午夜|晚|夜|晨|早)?"
    rf"(?:{SPACE}{NUMBER}(?:[:：]\d{{2}}|{SPACE}[时点](?!刻|滴)(?:{SPACE}(?:{NUMBER}|\d\d){SPACE}分|半|整)?))?(?:许|左右)?"
)
_GLOSS = re.compile(rf"{SPACE}{_OPEN}(?P<in>[^()（）\n]{{1,24}}){_CLOSE}")
_WEEKDAY = re.compile(r" ?(?:星期|周|礼拜)[一二三四五六日天]")


def _year(text: str, at: int) -> tuple[Point, int] | None:
    """A year at ``at``: Gregorian, of an era, or relative; with its gloss (1897年)."""
    known = words()
    table = lexicon.table("dates")
    if found := _YEAR.match(text, at):
        value = numerals.year(found["year"])
        if value is not None and 100 <= value < 200:  # 110年8月: Taiwan counts from 1912
            value += 1911
        if value is not None and value < 100:  # 58年6月: a year of the century that fits a record
            value += 1900 if value > 40 else 2000
        if value is None or not 100 < value < 2200:
            return None
        point = Point(year=value)
    elif found := GLOSSED.match(text, at):
        year = int(found["g"])
        return Point(year=year, lunar=year < 1912), found.end()  # the year of the new calendar
    elif text[at : at + 1].isascii():
        return None
    elif found := known.era.match(text, at):
        first, nth = eras()[found["era"]], numerals.number(found["n"])
        if nth is None:
            return None
        point = Point(year=first + nth - 1, lunar=not found["era"].endswith("民国"))
    elif found := known.years.match(text, at):
        return Point(year_shift=table["years"][found[0]]), found.end()
    else:
        return None
    end = found.end()
    if "era" in found.re.groupindex and (cycle := _CYCLE_BEHIND.match(text, end)):
        end = cycle.end()  # 光绪廿一年 乙未
    if gloss := _YEAR_GLOSS.match(text, end):
        inside = gloss[0]
        if gloss["g"] or "年" in inside or _CYCLE_ALONE.search(inside):
            if gloss["g"] and "era" in found.re.groupindex:
                point = replace(point, year=int(gloss["g"]))
            return point, gloss.end()
    return point, end


def _first_of(listed: str) -> int | None:
    """The first number of a list such as ``21—`` or ``3日、5日、``."""
    found = re.match(NUMBER, listed.strip())
    return numerals.number(found[0]) if found else None


def _is_item(listed: str, last: str) -> bool:
    """Whether what looks like a list is the number of an item before a date: 四、3月, 二、5日."""
    return bool(listed) and last.isascii() and not listed[0].isascii() and "、" in listed


class _Month(NamedTuple):
    """A month as read: ``last`` where it is a list, ``shift`` where it is relative."""

    end: int
    month: int | None = None
    last: int | None = None
    shift: int | None = None
    traditional: bool = False
    leap: bool = False
    spoken: bool = False


def _month(text: str, at: int) -> _Month | None:
    """A month, or a list of months."""
    if found := _MONTHS.match(text, at):
        month = numerals.number(found["month"])
        if month is None or not 1 <= month <= 12 or _is_item(found["first"], found["month"]):
            return None
        leap = found["leap"] is not None
        traditional = leap or found["month"] in "正冬腊"
        spoken = not found["month"].isdigit()
        first = _first_of(found["first"])
        if first is not None and 1 <= first <= 12:
            return _Month(found.end(), first, month, None, traditional, leap, spoken)
        return _Month(found.end(), month, None, None, traditional, leap, spoken)
    if text[at : at + 1].isascii():
        return None
    if found := words().months.match(text, at):
        return _Month(found.end(), shift=lexicon.table("dates")["months"][found[0]])
    return None


class _Day(NamedTuple):
    """A day as read; ``traditional`` where it is written as only a lunar day is (初五, 十五)."""

    end: int
    day: int | None = None
    last: int | None = None
    traditional: bool = False


def _day(text: str, at: int, month: int | None, lunar: bool) -> _Day | None:
    """A day, or a list of days; after a month also a lunar day without 日."""
    if found := _DAYS.match(text, at):
        day, first = numerals.number(found["day"]), _first_of(found["first"])
        if _is_item(found["first"], found["day"]):
            return None
        if day is None or not 1 <= day <= 31 or (first is not None and not 1 <= first <= 31):
            return None
        if first is None:
            if month is None and found[0].endswith("号") and not found["day"].isdigit():
                return None  # 一号高炉
            return _Day(found.end(), day)
        return _Day(found.end(), first, day)
    if month is not None and (found := _LUNAR_DAY.match(text, at)):
        day = numerals.number(found["day"])
        if day is not None and (lunar or found["day"][0] in "初廿"):
            return _Day(found.end(), day, None, True)
    return None


def _point(text: str, at: int) -> tuple[Point, Point | None, int] | None:
    """The date at ``at`` as (first, last of a list or None, end)."""
    if at >= len(text):
        return None
    digit = text[at].isascii()
    if digit and (found := _NUMERIC.match(text, at)):
        year, month, day = (int(found[k] or found[k + "2"]) for k in ("y", "m", "d"))
        if month > 12 or day > 31:
            return None
        if same := _SAME_YEAR.match(text, found.end()):
            until = int(same["m"] or month), int(same["d"])
            if (month, day) < until <= (12, 31) and until[1] <= 31:
                return Point(year, month, day), Point(year, *until), same.end()
        return Point(year, month, day), None, found.end()
    if relative := relative_day(text, at) or age(text, at):
        return relative[0], None, relative[1]
    known, pos, lunar = words(), at, False
    if not digit and (found := _LUNAR.match(text, pos)):
        lunar, pos = True, found.end()
    if digit and (found := _YEARS.match(text, pos)):
        later = _year(text, found.end())
        if later is not None:
            return Point(year=int(found["year"])), later[0], later[1]
    base = Point()
    if (dated := _year(text, pos)) is not None:
        base, pos = dated
        pos = _past_space(text, pos)
        if found := _LUNAR.match(text, pos):
            lunar, pos = True, found.end()
        lunar = lunar or base.lunar
    if found := _CYCLIC.match(text, pos):
        lunar, pos = True, found.end()
    told = _month(text, pos)
    if told is not None:
        pos = told.end
        lunar = lunar or told.traditional
    elif dated is not None and (found := known.year_part.match(text, pos)):
        return replace(base, part=found[0].strip()), None, found.end()
    named = _Month(pos) if told is None else told
    of_month: _Day | None = None
    part = ""
    if named.last is None and (told is not None or dated is None or base.year_shift is not None):
        of_month = _day(text, pos, named.month, lunar)
        if of_month is not None:
            lunar, pos = lunar or of_month.traditional, of_month.end
        elif told is not None and (found := known.month_part.match(text, pos)):
            part, pos = found[0].strip(), found.end()
    if dated is None and told is None and of_month is None:
        return _lone_part(text, at)
    point = Point(
        year=base.year,
        year_shift=base.year_shift,
        month=named.month,
        month_shift=named.shift,
        day=of_month.day if of_month else None,
        part=part,
        lunar=lunar,
        leap=named.leap,
        spoken=named.spoken,
    )
    last: Point | None = None
    if named.last is not None:
        last = replace(point, month=named.last)
    elif of_month is not None and of_month.last is not None:
        last = Point(day=of_month.last, lunar=lunar)
    while text[pos - 1] in " \t":  # 7月 keeps no space that follows it
        pos -= 1
    return point, last, pos


def _past_space(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at


def _lone_part(text: str, at: int) -> tuple[Point, Point | None, int] | None:
    """A part of the month or year told last: 上旬, 月底, 冬."""
    found = words().lone_part.match(text, at)
    if found is None:
        return None
    if found["month"]:
        return Point(month_shift=0, part=found["month"].removeprefix("月")), None, found.end()
    return Point(year_shift=0, part=found["year"].removeprefix("年")), None, found.end()


def _trail(text: str, at: int, point: Point) -> tuple[Point, int, bool]:
    """Time of day and glosses after a day: (the day, end, whether a time stands there).

    A bracketed Gregorian day after a lunar one is the better reading; 今天(3月16日) likewise.
    """
    timed = False
    for _ in range(2):
        if found := _TIME.match(text, at):
            timed, at = timed or bool(found[0].strip()), found.end() if found[0].strip() else at
        gloss = _GLOSS.match(text, at)
        if gloss is None:
            break
        inside = _point(gloss["in"], 0)
        if inside is not None and inside[2] == len(gloss["in"]):
            if inside[0].names_day and (point.lunar or point.writing_shift is not None):
                point = inside[0]
            elif not (inside[0].lunar or inside[0].names_day):
                break
        elif not _WEEKDAY.match(gloss["in"]) and not _LUNAR.match(gloss["in"]):
            break
        at = gloss.end()
    if found := _WEEKDAY.match(text, at):
        at = found.end()
    return point, at, timed


_LINK = re.compile(rf"{SPACE}{JOIN}{SPACE}")
_COMMA = re.compile(rf"{SPACE}[,，、]{SPACE}")


def match(text: str, at: int = 0) -> Expression | None:
    """The date expression that starts at ``at``, as long as it goes; None where none starts."""
    if words().begins.match(text, at) is None:
        return None
    read = _point(text, at)
    if read is None:
        return None
    first, last, end = read
    timed = False
    if first.names_day:
        first, end, timed = _trail(text, end, first)
    elif unknown := _NO_DAY.match(text, end):
        end = unknown.end()  # 12月(具体日期不详)
    for _ in range(12):
        if link := _LINK.match(text, end):
            following = _point(text, link.end())
            if following is not None and _continues(first, following[0]):
                last, end = following[1] or following[0], following[2]
                if last.names_day:
                    last, end, later = _trail(text, end, last)
                    timed = timed or later
                continue
        comma = _COMMA.match(text, end)
        if comma is None or not timed:
            break
        hour = _TIME.match(text, comma.end())
        if hour and re.search(r"\d", hour[0]) and text[hour.end() : hour.end() + 1] in ",，、":
            end = hour.end()  # 8:00、22:00 of one day
            continue
        following = _point(text, comma.end())
        if following is None or following[0].day is None:
            break
        day, stop, later = _trail(text, following[2], following[1] or following[0])
        if not later or text[stop : stop + 1] not in ",，":
            break
        last, end = day, stop
    return Expression(at, end, first, last, timed)


def _continues(first: Point, following: Point) -> bool:
    """Whether a date after 至 or 、 goes on with the one before: both days, months or years."""
    if following.vague or following.writing_shift is not None:
        return False
    if first.years or following.years:
        return bool(first.years and following.years)
    if first.names_day:
        return following.names_day
    if first.names_month:
        return following.names_month
    return following.year is not None or following.year_shift is not None or bool(following.part)


def year_month(text: str, at: int, end: int) -> Expression | None:
    """A month written 2015.08, or months 1986.10—12; None where neither stands at ``at``.

    Only the head of a line is read so: elsewhere it is a number.
    """
    found = _YEAR_MONTH.match(text, at, end)
    if found is None:
        return None
    first = Point(year=int(found["y"]), month=int(found["m"]))
    last = replace(first, month=int(found["n"])) if found["n"] else None
    if last is not None and int(found["n"]) <= int(found["m"]):
        return None
    return Expression(at, found.end(), first, last)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """All date expressions of ``text[start:end]``, from left to right, none inside another."""
    end = len(text) if end is None else end
    begins, starts = words().begins, words().start
    while found := begins.search(text, start, end):
        at = found.start()
        expression = match(text, at) if starts.match(text, at) else None
        if expression is None or expression.end <= at:
            start = at + 1
            continue
        if expression.end > end:
            return
        yield expression
        start = expression.end
