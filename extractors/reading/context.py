"""What a reader knows at each point of a document, from headings and hints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from extractors.reading import evidence
from extractors.reading.dates import find
from extractors.reading.line import Kind, Line
from extractors.reading.openings import patterns
from extractors.reading.parts import PAGE, Heading, Segment, bare_place
from extractors.reading.points import Expression
from extractors.reading.reckoning import Known, parts, resolve
from schema.records import DateRange, Warning

HEADING_MONTH = "heading-month"


@dataclass(frozen=True, slots=True)
class State:
    """What holds at one point of a document.

    ``year_told`` and ``month_told`` say that the user, a heading or an entry told them: the day of
    writing does not change them then. ``last`` is the date of the entry before, ``own_month`` says
    that it told its month itself. ``under`` is what the last heading with a date told: an entry
    without a sign of its own has its date from there. ``misread`` maps the month of a wrong
    heading to the better one.
    """

    known: Known
    place: str | None
    under: Known | DateRange | None = None
    heading: str | None = None
    year_told: bool = False
    month_told: bool = False
    last: DateRange | None = None
    own_month: bool = False
    misread: tuple[int, int] | None = None
    warnings: tuple[Warning, ...] = ()


_BLANK = r"[ \u3000]{0,3}"
_PUBLISHED = re.compile(
    rf"(?:时间|日期|发[表布]于|更新于){_BLANK}[:：]?{_BLANK}"
    r"(?P<y>(?:19|20)\d\d)[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})"
    r"|(?P<y2>(?:19|20)\d\d)[-./年](?P<m2>\d{1,2})[-./月](?P<d2>\d{1,2})日?"
    r"[ \u3000]{1,4}\d{1,2}[:：]\d\d"
)
_OFFICE = re.compile(
    r"([一-龥]{1,8}?(?:[省市盟县区旗镇乡]|州(?![市区县])))[省市州盟县区旗镇乡]?(?:委|党委|政府|人民政府)?"
    r"(?:副?书记|代?市长|代?区长|代?县长|代?州长)"
)
_COUNTY = re.compile(r"(?<=[市州盟区])[一-龥]{1,10}?[县区旗市]$")


def published(source: str) -> date | None:
    """The day of publication that the head of a page gives, or None."""
    for found in _PUBLISHED.finditer(source, 0, 1200):
        numbers = [int(found[k] or found[k + "2"]) for k in ("y", "m", "d")]
        try:
            return date(*numbers)
        except ValueError:
            continue
    return None


def start(
    source: str, *, place: str | None, year: int | None, month: int | None, title: str | None
) -> State:
    """What is known before the first line: the user's hints, the title, the day of publication."""
    written = published(source)
    titled_year = titled_month = None
    for named_year, named_month, named_day in evidence.full_dates(title or "")[:1]:
        titled_year, titled_month = named_year, named_month
        if named_month and named_day:
            written, titled_month = date(named_year, named_month, named_day), None
    known = Known(
        year=year or titled_year or (written.year if written else None),
        month=month or titled_month,
        written=written,
    )
    for spanned in find(title or ""):
        begins = spanned.first.year if spanned.last is not None else None
        if known.year is None and begins is not None and not spanned.first.lunar:
            known = replace(known, year=begins)
        if spanned.last is not None and spanned.last.day is not None:
            known = replace(known, week=_week(spanned, known))
    told = bool(year or titled_year)
    return State(known, place, year_told=told, month_told=known.month is not None)


def headed(state: State, line: Line, text: str, base: str | None) -> State:
    """The state after a heading: its date, the place it switches to, its words.

    ``base`` is the place of the whole document.
    """
    words = text[line.start : line.end].strip("#*【】[]()<> :")
    if words.count("(") > words.count(")"):
        words += ")"
    if line.kind is Kind.DATE and line.date is not None:
        return _dated(state, line.date)
    if bare_place(words):
        return replace(state, place=within(base, words), heading=words)
    state = replace(state, heading=words)
    told = _title_date(words)
    return state if told is None else _dated(state, told)


_PAGE = re.compile(PAGE)
_OF_YEAR = re.compile(r"(?<=\d{4})年度")
_POSTED = re.compile(r"(?:时间|日期|发[布表稿]|更新|上传|录入|转载)于?[ :]*$")
"""What stands before the day on which a page was posted: that is not the time of its entries."""

_STAMP = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
"""A day in figures behind other words stamps a page: 某某大学 2023-04-13."""


def _title_date(words: str) -> Expression | None:
    """The date by which a heading says what time its entries are of, or None."""
    titled = patterns().title.search(words) is not None
    words = _PAGE.sub("", words)
    if titled:
        words = _OF_YEAR.sub("年", words)
    for found in find(words):
        point = found.first
        if not (point.year is not None or (titled and point.month is not None)):
            continue
        if _POSTED.search(words, 0, found.start) or (
            not titled and _STAMP.fullmatch(words, found.start, found.end) and found.start > 2
        ):
            continue
        edge = found.start <= 1 or found.end >= len(words) - 1
        if not titled and patterns().caption.match(words, found.end):
            continue
        spans_years = found.last is not None and found.last.year not in (None, point.year)
        if edge or titled or spans_years or words[found.start - 1] in "((":
            return found
    return None


def _dated(state: State, told: Expression) -> State:
    """The state after a date that heads what follows."""
    point, known = told.first, state.known
    if point.years is not None:
        return replace(state, under=resolve(told, known), last=None)
    listed = told.last is not None and told.last.year not in (None, point.year)
    if listed and known.year is None and state.last is None and not point.lunar:
        # a span of years heads the page (1951年1月—1952年9月任…): it begins in the first of them
        return replace(state, known=replace(known, year=point.year))
    if listed or (point.lunar and point.names_month):
        return state
    known = replace(known, week=None)
    year_told, month_told = state.year_told, state.month_told
    if point.year is not None:
        # before any entry, the month that the user gave holds
        same = known.year in (None, point.year) and state.last is None
        month = known.month if same else None
        known = replace(known, year=point.year, month=month, day=None, lunar=point.lunar)
        year_told, month_told = True, same and month_told
    elif point.year_shift is not None and known.year is not None:
        known = replace(known, year=known.year + point.year_shift, month=None, day=None)
    if point.month is not None:
        month = point.month
        before = known.month if point.year is None and state.last is not None else None
        if before is not None and known.year is not None and month - before <= -6:
            known = replace(known, year=known.year + 1)  # 十二月 and then 一月
        if state.misread is not None and state.misread[0] == month:
            month = state.misread[1]
        known, month_told = replace(known, month=month, day=None), True
    if point.day is not None and told.last is None:
        known = replace(known, day=point.day)
        if known.year is not None and known.month is not None and point.year is not None:
            try:  # a page of one day: what it tells may lie in the days before
                written = date(known.year, known.month, point.day)
            except ValueError:
                return state
            known, month_told, year_told = replace(known, written=written), False, False
    if told.last is not None and told.last.day is not None:
        known = replace(known, week=_week(told, known))
    elif point.day is not None and point.month is not None and point.year is None:
        known = replace(known, week=resolve(told, known))  # 今日要闻(8月6日): all are of that day
    return replace(
        state,
        known=known,
        under=known,
        year_told=year_told,
        month_told=month_told,
        last=None,
        own_month=False,
    )


def _week(told: Expression, known: Known) -> DateRange | None:
    """The span of days that a heading gives, of no more than a month."""
    span = resolve(told, replace(known, day=None))
    if span is None or span.start == span.end:
        return None
    return DateRange(span.start, span.end, "period")


def within(base: str | None, place: str) -> str:
    """The full name of a place that a heading names, inside the place of the document.

    成都市 and 郫都区 give 成都市郫都区; a county of the document gives way to its neighbour.
    """
    if not base or place in base or place.endswith("省"):
        return base if base and base.endswith(place) else place
    if re.search("[县区旗]$", base) and re.search("[县区旗市]$", place):
        base = _COUNTY.sub("", base)
    return base + place


def place_of(heads: Sequence[Line], text: str, base: str | None) -> str | None:
    """The place that the headline of a report switches to (某区委书记某某:), or None."""
    for head in heads:
        words = text[head.start : head.end].strip("#*【】 ")
        if bare_place(words):
            return within(base, words.rstrip(":"))
        if words.endswith(":"):
            offices = _OFFICE.findall(words)
            if offices:
                return within(base, offices[-1])
    return None


def weigh(state: State, parts: Sequence[Heading | Segment], text: str, hint: int | None) -> State:
    """The state with the month that the whole text supports best, and a warning where it is not
    the one that the heading says."""
    headings = [
        told.first.month
        for part in parts
        if isinstance(part, Heading) and (told := _heading_date(part.line, text)) is not None
        if told.first.month is not None
    ]
    days = _days(parts, text)
    if not days or len(set(headings)) > 1 or (hint is not None and _under_hint(parts, text)):
        return state
    heading = headings[0] if headings else None
    weights = evidence.months(
        days,
        year=state.known.year,
        heading=heading,
        hint=hint or (state.known.month if heading is None else None),
        published=state.known.written,
    )
    stated = heading or state.known.month
    month = evidence.better(weights, stated)
    if month is None:
        return state
    warnings = state.warnings
    for source, said in (("heading", heading), ("given month", hint)):
        if said is not None and said != month:
            message = (
                f"The {source} is month {said}, the text supports month {month}; read as {month}."
            )
            warnings += (Warning(HEADING_MONTH, message),)
    misread = (heading, month) if heading is not None and heading != month else None
    known = replace(state.known, month=month)
    return replace(state, known=known, month_told=True, misread=misread, warnings=warnings)


def _days(parts: Sequence[Heading | Segment], text: str) -> list[tuple[int, str]]:
    """The day and text of each entry of a chronicle that tells a day without its month.

    An entry under the date of the one before has its day.
    """
    days: list[tuple[int, str]] = []
    day: int | None = None
    for part in parts:
        if isinstance(part, Heading) or part.report:
            day = None
            continue
        if part.opener.date is not None:
            point = part.opener.date.first
            lone = point.month is None and point.month_shift is None and point.year is None
            day = point.day if lone else None
        if day is not None:
            days.append((day, text[part.lines[0].start : part.body[-1].end]))
    return days


def _under_hint(parts: Sequence[Heading | Segment], text: str) -> bool:
    """Whether days stand before the first heading of a month: they are of the month given."""
    for part in parts:
        if isinstance(part, Segment):
            point = part.opener.date.first if part.opener.date is not None else None
            if point is not None and point.day is not None and not part.report:
                return point.month is None
        elif (told := _heading_date(part.line, text)) is not None and told.first.names_month:
            return False
    return False


def _heading_date(line: Line, text: str) -> Expression | None:
    if line.kind is Kind.DATE:
        return line.date
    return _title_date(text[line.start : line.end].strip("#*【】[]()<> :"))


def in_month_of_last(state: State) -> State:
    """The state of a report: where no month is known, that of the day which the report before told
    (5月21日下午,…; and then 25日6时,…)."""
    known, last = state.known, state.last
    if known.month is not None or known.written is not None:
        return state
    if last is None or last.precision != "day" or known.year is None:
        return state
    year, month, _ = parts(last.start)
    return replace(state, known=replace(known, month=month)) if year == known.year else state


def order(found: Sequence[Heading | Segment]) -> int:
    """1 where the months of a chronicle run up, -1 where they run down, 0 where they do neither.

    0 also where the document tells the years itself, so that none is to be reckoned.
    """
    years = [
        told.first.year
        for part in found
        if (told := part.line.date if isinstance(part, Heading) else part.opener.date) is not None
        if told.first.year is not None
    ]
    if len(set(years)) > 1:
        return 0
    months = [
        part.opener.date.first.month
        for part in found
        if isinstance(part, Segment) and not part.report and part.opener.date is not None
        if part.opener.date.first.month is not None
    ]
    steps = [b - a for a, b in pairwise(months) if a != b]
    against_up = sum(-6 < step < 0 for step in steps)
    against_down = sum(0 < step < 6 for step in steps)
    if 10 * min(against_up, against_down) > len(steps):
        return 0
    return -1 if against_up > against_down + 1 else 1
