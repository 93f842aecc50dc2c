"""Where the lines of a clean text are cut: at marks, and at sentences that open entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from extractors import lexicon
from extractors.reading.openings import Opening, opening, patterns
from extractors.reading.timewords import NUMBER

_AFTER_STOP = re.compile(r"[。!?;”)] ?(?=[\d一二三四五六七八九十同次翌是本该年月上中下春夏秋冬])")
_FULL_STOP = re.compile(r"[。!?] ?(?=[\d一二三四五六七八九十同是本当年])")
YEAR_IN_BRACKETS = re.compile(
    r"[【\[〔〖(](?P<y>(?:1[89]|20)\d\d|[一二][〇零一二三四五六七八九]{3})年?[】\]〕〗)] ?"
)
"""The year over the entries behind it: 【一九八九】★…, its digits in the group ``y``."""

TOP = 5
"""The title of a page stands among so many first lines."""

_TITLE_BEFORE = re.compile(
    r"[^。,;\n]{2,30}(?:记|记事|纪事|简报|动态|要闻)(?:\([^()\n]{2,20}\))?"
    r" ?(?=[\d正一二三四五六七八九十])"
)


@lru_cache(maxsize=1)
def _inner_mark() -> re.Pattern[str]:
    marker = patterns().marker.pattern.split("|")[0]
    wire = r"(?:新华社|新华网|中新社|中新网|人民网|央视网|本[报网台社站])"
    return re.compile(
        rf"[。!?;”)] ?(?={marker}|本(?:报|站|网|台)讯[ (])"
        rf"|(?<=[。!?;”)摄]) ?(?={wire}[^,。;\n]{{0,10}}\d{{1,2}}月\d{{1,2}}日[电讯])"
    )


def cuts(text: str) -> list[tuple[int, int]]:
    """Start and end of each line, without the spaces around it.

    A marker or a by-line after a full stop begins a line too, as do 同日 and 是月 with a space
    behind them, and so do the dates of a line that holds a whole run of dated entries: at least
    three sentences of it open with a day or month, none before the one before, and the document
    does not rather date its lines.
    """
    raw: list[tuple[int, int, list[int], list[int]]] = []
    circled = "①" in text
    for line in _LINE.finditer(text):
        start, end = line.span()
        marks = [m.end() for m in _inner_mark().finditer(text, start, end)]
        title = _TITLE_BEFORE.match(text, start, end) if len(raw) < TOP else None
        opened = opening(text, title.end(), end) if title else None
        telling = opened and (end - opened.body >= 8 or text[end - 1] in "。!?")
        if title and telling and _day_opens(text, title.end(), end):
            marks.insert(0, title.end())
        headed = YEAR_IN_BRACKETS.match(text, start, end)
        if headed and patterns().marker.match(text, headed.end(), end):
            marks.insert(0, headed.end())
        marks += _headed_marks(text, start, end)
        marks += _same_time(text, start, end)
        marks += _dates_apart(text, start, end)
        if circled and (first := _first_item(text, start, end)):
            marks += [m.end() for m in _NEXT_ITEM.finditer(text, first, end)]
        raw.append((start, end, marks, _dated_sentences(text, start, end, marks)))
    months = _months_in_years(text, raw)
    inside = sum(len(inner) for _, _, _, inner in raw)
    whole = inside > 0 and inside < sum(
        any(_day_opens(text, at, end) for at in (start, *marks)) for start, end, marks, _ in raw
    )
    cut = []
    for start, end, marks, inner in raw:
        within = sorted({*marks, *(() if whole else inner), *months.get(start, ())})
        for begin, stop in zip([start, *within], [*within, end], strict=True):
            kept = text[begin:stop].strip()
            if kept:
                begin = text.index(kept[0], begin)
                cut.append((begin, begin + len(kept)))
    return cut


def _dated_sentences(text: str, start: int, end: int, marks: Sequence[int]) -> list[int]:
    """Where the sentences of a line begin that open with dates, if they are a run of entries."""
    if end <= start + 20:
        return []
    stops = [m.end() for m in _AFTER_STOP.finditer(text, start, end)]
    opened = {at: opening(text, at, end) for at in stops if at not in marks}
    if not any(_day(found, True) for found in opened.values()):
        return []
    begins = {at: opening(text, at, end) for at in (start, *marks)}
    head = next((found for found in begins.values() if found is not None), None)
    alike = _parted_alike(text, head, opened)
    for told, glued, least in ((opened, False, 3), (alike, False, 3), (opened, True, _RUN)):
        inner = {at: day for at, found in told.items() if (day := _day(found, glued))}
        first = {at: day for at, found in begins.items() if (day := _day(found, glued))}
        days = _carried([day for _, day in sorted((inner | first).items())])
        if inner and len(days) >= least and _run_up(days):
            leaning = {at for at, found in opened.items() if _leans(text, at, found)}
            return sorted({*inner, *leaning})
    return []


def _leans(text: str, at: int, found: Opening | None) -> bool:
    """Whether a sentence opens with a time that goes back to that of the entry before it: 同月,
    是日, 下旬, 秋."""
    if found is None or found.glued:
        return False
    first = found.date.first
    if first.day_shift is not None:
        return text[at] in "同是"
    return first.month_shift == 0 or (first.year_shift == 0 and bool(first.part))


def _parted_alike(
    text: str, first: Opening | None, opened: dict[int, Opening | None]
) -> dict[int, Opening | None]:
    """Of the dates inside a line those with the same mark behind them as the one that opens it:
    where entries open with 1月15日 and a space, 3月22日 and a comma tells on."""
    if first is None:
        return {}
    mark = text[first.date.end : first.date.end + 1]
    return {
        at: found
        for at, found in opened.items()
        if found is not None and text[found.date.end : found.date.end + 1] == mark
    }


def _months_in_years(
    text: str, raw: Sequence[tuple[int, int, list[int], list[int]]]
) -> dict[int, list[int]]:
    """The sentences that open with a month, by line, where each paragraph tells of one year.

    At least three paragraphs open with their year, none with a month or day alone, and five
    sentences or more inside them with a month or 同年, in order.
    """
    years, found = 0, {}
    for start, end, _, _ in raw:
        opened = opening(text, start, end)
        if opened is None or opened.body >= end:
            continue
        first = opened.date.first
        if first.year is None or first.years is not None:
            return {}
        years += 1
        stops = [m.end() for m in _FULL_STOP.finditer(text, start, end)]
        inner = {at: told for at in stops if (told := opening(text, at, end)) and _in_year(told)}
        months = (first.month, *(told.date.first.month for told in inner.values()))
        told_months = [month for month in months if month is not None]
        if told_months == sorted(told_months):
            found[start] = list(inner)
    return found if years >= 3 and sum(map(len, found.values())) >= _RUN else {}


def _in_year(found: Opening) -> bool:
    """Whether an opening leans on the year of its paragraph: 5月, 8月2日, 同年, 是月."""
    first = found.date.first
    return first.year is None and (first.names_month or first.year_shift == 0)


_RUN = 5
"""So many sentences that open with days are a run where no mark parts day and telling."""


_SAME_TIME = re.compile(r"[。!?;”)] ?(?=(?:[同是]日|[同是本当]月) [一-龥“《])")


def _same_time(text: str, start: int, end: int) -> list[int]:
    """Where a line goes on to another entry of its day or month, if its date and 同日 or 是月 both
    have a space behind them as heads of entries have."""
    found = opening(text, start, end) if _SAME_TIME.search(text, start, end) else None
    if found is None or not text.startswith(" ", found.date.end):
        return []
    return [m.end() for m in _SAME_TIME.finditer(text, start, end)]


_DATE_APART = re.compile(r"[。!?] ?(?=\d{1,2}月(?:\d{1,2}日)? [一-龥“《])")


def _dates_apart(text: str, start: int, end: int) -> list[int]:
    """Where a line goes on to entries of later months, three or more, if a space parts each of
    their dates from the telling as it does that of the line: 4月3日 …。8月15日 …。11月 …."""
    stops = [m.end() for m in _DATE_APART.finditer(text, start, end)]
    found = opening(text, start, end) if len(stops) >= 2 else None
    if found is None or not text.startswith(" ", found.date.end):
        return []
    told = [found, *(inner for at in stops if (inner := opening(text, at, end)) is not None)]
    months = [each.date.first.month or 0 for each in told]
    return stops if months == sorted(months) else []


@lru_cache(maxsize=1)
def _month_and_mark() -> re.Pattern[str]:
    marker = patterns().marker.pattern.split("|")[0]
    month = rf"(?:\d{{4}}年)?{NUMBER}月份?"
    return re.compile(rf"(?:(?<=[。!?;”)])|(?<=[。!?;”)] )|(?<![^\n])){month} ?(?={marker})")


def _headed_marks(text: str, start: int, end: int) -> list[int]:
    """Where a month that heads marked items of its line begins, and the first of these: 1月 ▲3日 ….

    Only items with a date of their own: 7月 △ heads one of the month.
    """
    cut: list[int] = []
    for month in _month_and_mark().finditer(text, start, end):
        mark = patterns().marker.match(text, month.end(), end)
        if mark and opening(text, mark.end(), end):
            cut += [month.start(), month.end()]
    return cut


_LINE = re.compile(r"[^\n]+")
_NEXT_ITEM = re.compile("[。;!?] ?(?=[②-⑳])")


def _first_item(text: str, start: int, end: int) -> int:
    """Where a line begins to tell its items ①…。②…。; 0 where it tells none."""
    found = opening(text, start, end)
    at = found.body if found else start
    return at + 1 if text[at : at + 1] == "①" else 0


def _carried(days: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The days with years and months that are not told taken from the day before."""
    full: list[tuple[int, ...]] = []
    for day in days:
        last = full[-1] if full else (0, 0, 0, 0)
        month = day[1] if day[0] else day[1] or last[1]
        wrapped = not day[0] and month < last[1] - 6
        full.append((day[0] or last[0] + wrapped, month, *day[2:]))
    return full


def _run_up(days: list[tuple[int, ...]]) -> bool:
    """Whether none lies before the one before; a month or a part of one stands anywhere in it."""
    return all(
        one[:2] < other[:2] or (one[:2] == other[:2] and one[2] <= other[3])
        for one, other in pairwise(days)
    )


def _day_opens(text: str, at: int, end: int) -> tuple[int, ...]:
    """Year, month (0 where not told), first and last day of a date that opens a sentence, or
    empty."""
    return _day(opening(text, at, end), glued=False)


def _day(found: Opening | None, glued: bool) -> tuple[int, ...]:
    """The same of an opening that is read already.

    ``glued`` also takes a date that no mark parts from what it dates.
    """
    if found is None or (found.glued and not (glued and found.date.first.names_day)):
        return ()
    point = found.date.first
    if not (point.day or point.month or point.year):
        return ()
    part = lexicon.table("dates")["month_parts"].get(point.part, (0, 0)) if point.part else (0, 0)
    first, last = (point.day, point.day) if point.day else part
    return point.year or 0, point.month or 0, first, last or 31
