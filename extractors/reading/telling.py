"""Which dates of an entry's text are dates of what it tells.

A date counts where it opens a clause or is told as the day of the happening; not where it is part
of a phrase (传达7月3日会议精神, 建于1958年, 截至6月底, 计划于5月12日), a title or a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as day_of
from datetime import timedelta

from extractors.reading.dates import find, match
from extractors.reading.entry import DatedSpan
from extractors.reading.line import Line
from extractors.reading.numerals import number
from extractors.reading.openings import patterns
from extractors.reading.points import Expression
from extractors.reading.reckoning import Known, resolve
from schema.records import DateRange

EARLY = 600
"""So many characters of an entry are searched for its date where none opens it."""

_CLAUSE = re.compile(r"[。!?;,:\n”)—]$|^$")
_SENTENCE = re.compile(r"[。!?\n]")
_NAMED = re.compile(r"[一-龥·]{2,14}")
_ACTS = re.compile(
    "(?:[上下]午|晚)?(?:[到赴来往前在于对向率带主出参会亲]|因|被|又|再|深入|看望|检查|视察)"
)
"""What follows a date behind the one who acts: 县长甲7月6日到现场."""

_SUBJECT = re.compile(r"[一-龥·]{1,12}(?:已|又|还|再)?(?:于|在)$")


_QUOTES = (("《", "》", 120), ("“", "”", 60))
"""Marks that enclose a title or quotation, and how long it may be."""


def _quoted(text: str, start: int, end: int, at: int) -> bool:
    """Whether the offset ``at`` stands inside a title or quotation of ``text[start:end]``."""
    for opens, closes, longest in _QUOTES:
        begin = text.rfind(opens, max(start, at - longest - 1), at)
        if begin < 0 or text.find(closes, begin, at) >= 0:
            continue
        stop = text.find(closes, at, min(end, begin + longest + 2))
        if stop >= 0 and text.find(opens, at, stop) < 0 and text.find("\n", begin, stop) < 0:
            return True
    return False


def _in_phrase(text: str, date: Expression, start: int) -> bool:
    """Whether the words around a date make it part of a phrase."""
    before = text[max(start, date.start - 8) : date.start]
    if patterns().before.search(before):
        return True
    return patterns().after.match(text, date.end) is not None


def day_told(text: str, start: int, end: int, known: Known) -> Expression | None:
    """The day that ``text[start:end]`` tells as its own, where no date opens it.

    The first day of the first three sentences that is not part of a phrase; failing that, a month
    that opens a clause of them; failing that, the first day that only a phrase or another year
    makes doubtful (根据会议于2023年7月25日的决定).
    """
    end = min(end, start + EARLY)
    stops = [m.end() for m in _SENTENCE.finditer(text, start, end)]
    soon = stops[2] if len(stops) > 2 else end
    month: Expression | None = None
    doubtful: Expression | None = None
    for date in find(text, start, end):
        point = date.first
        if _quoted(text, start, end, date.start):
            continue
        if point.day is None and point.writing_shift is None:
            opens = point.names_month and date.start < soon and point.month_shift is None
            clause = _CLAUSE.search(text[max(start, date.start - 2) : date.start])
            if opens and month is None and clause and text[date.end : date.end + 1] == ",":
                month = date if not _in_phrase(text, date, start) else None
            continue
        other_year = point.year is not None and known.year not in (None, point.year)
        named = patterns().named_by.match(text, date.end)
        if date.start < soon and not other_year and (named or not _in_phrase(text, date, start)):
            return date
        if doubtful is None and not patterns().before.search(text[date.start - 4 : date.start]):
            doubtful = date
    return month or doubtful


def tells_day(text: str, start: int, end: int) -> bool:
    """Whether the first sentence of a paragraph tells a day of its own, with its month."""
    if patterns().goes_on.match(text, start):
        return False
    stop = text.find("。", start, end)
    told = day_told(text, start, stop if stop > 0 else end, Known())
    return told is not None and told.first.day is not None and told.first.month is not None


def closing_date(text: str, line: Line) -> Expression | None:
    """The date in brackets that closes an item, and is nothing but a date: ….(5月8日)."""
    if text[line.end - 1] not in ")]。":
        return None
    found = _CLOSING.search(text, max(line.body, line.end - 24), line.end)
    if found is None:
        return None
    told = match(text, found.start() + 1)
    whole = told is not None and told.end == found.end("date")
    if told is None or not whole or (told.first.month is None and told.first.day is None):
        return None
    return told


def day_of_subject(text: str, start: int, end: int) -> Expression | None:
    """The day, with its month, that follows the subject of the first clause (县医院4月7日举行…)."""
    clause = _COMMA.search(text, start, end)
    stop = clause.start() if clause else end
    for date in find(text, start, min(stop, start + 40)):
        point, before = date.first, text[start : date.start]
        if point.day is None or point.month is None or point.year is not None:
            continue
        if date.start == start or not _SUBJECT_ALONE.fullmatch(before):
            return None
        return None if _in_phrase(text, date, start) else date
    return None


def day_of_month_told(text: str, start: int, end: int) -> Expression | None:
    """The bare day that follows who acts, or whom, in the first sentence of an item of a month
    (省政府常务会议20日通过…; 受省厅委托,处长甲27日到…)."""
    stop = _SENTENCE.search(text, start, end)
    for date in find(text, start, min(stop.start() if stop else end, start + 60)):
        point = date.first
        if point.day is None or point.day_shift is not None:
            continue
        if point.month is not None or point.year is not None or date.start == start:
            return None
        if _quoted(text, start, end, date.start) or _in_phrase(text, date, start):
            continue
        if not _DAY_ALONE.match(text, date.end) or not _WORD.match(text, date.start - 1):
            return None
        return date
    return None


_DAY_ALONE = re.compile("(?!内|的|前|后|底|起|止|间|游|制|均|报|刊)[一-龥]")
_WORD = re.compile("(?![第满近达过逾约足每延超于至到同本共有限计])[一-龥]|,")


def decided_day(text: str, start: int, end: int) -> Expression | None:
    """The full day on which what a notice tells was decided (市政府2022年5月17日决定:)."""
    for date in find(text, start, end):
        point = date.first
        if point.day is None or point.month is None:
            continue
        clause = _CLAUSE_HEAD.search(text, start, date.start)
        by_meeting = clause is not None and clause[0][:1] in "经根据按"  # 经11月9日会议研究,决定
        if _DECIDED.match(text, date.end) and not by_meeting:
            return date
    return None


_CLAUSE_HEAD = re.compile(r"[^,。;:\n]*$")
_DECIDED = re.compile("(?:会议)?(?:研究)?(?:决定|任命|批准|选举)")


def day_of_sentence(text: str, start: int, end: int, year: int | None) -> Expression | None:
    """The day, with its month, that the first sentence tells its happening by.

    It opens a clause of it (为…,9月24日,县里举行…) or stands behind 于 (全会于2月8日开幕).
    """
    stop = _SENTENCE.search(text, start, end)
    last = stop.start() if stop else end
    for date in find(text, start, last):
        point = date.first
        if point.day is None or point.month is None or point.year not in (None, year):
            continue
        if _quoted(text, start, end, date.start) or _in_phrase(text, date, start):
            continue
        before = text[max(start, date.start - 1) : date.start]
        opens = before == "," and text[date.end : date.end + 1] in ",，" + "上下"
        if (opens or before == "于") and not patterns().named_by.match(text, date.end):
            return date
    return None


_CLOSING = re.compile(r"[(\[](?P<date>[^()\[\]]{2,20})[)\]]。?$")
_COMMA = re.compile("[,;。:!?《“]")
_SUBJECT_ALONE = re.compile(r"[一-龥·]{2,14}")


def _clause_start(text: str, start: int, at: int) -> int | None:
    """Where the clause begins that a date at ``at`` opens, short words before it included."""
    for edge in range(at, max(start, at - 8) - 1, -1):
        begins = edge == start or _CLAUSE.match(text[edge - 1])
        if begins and patterns().lead.fullmatch(text[edge:at].lstrip()):
            return edge
    return None


_SUMS_UP = re.compile(",(?:共|累计|总计)")
_UNTIL = re.compile(r"[,;。:\n](?:一直|直|延续|持续|延至)?[至到]$")
_AFTER_SIGNING = re.compile(r"(?:就?在|自|距)[^,。;\n]{1,50}$")


def _opens(text: str, start: int, date: Expression) -> int | None:
    """Where the stretch begins that a date opens, or None where it opens none."""
    point, follow = date.first, text[date.end : date.end + 1]
    begin = _clause_start(text, start, date.start)
    if point.day_shift is not None and text[date.start] in "后之":
        clause = re.split(r"[。!?;,\n]", text[max(start, date.start - 60) : date.start])[-1]
        if _AFTER_SIGNING.fullmatch(clause) and follow in ",":
            return date.start - len(clause)
        return None
    if begin is None:
        sentence = re.split(r"[。!?\n]", text[max(start, date.start - 20) : date.start])[-1]
        if point.day is not None and len(sentence) <= 14:
            whole = point.month is not None and point.year is None and date.last is None
            if _SUBJECT.fullmatch(sentence) or (whole and _ACTS.match(text, date.end)):
                return date.start - len(sentence) if _NAMED.fullmatch(sentence) else None
        return None
    if point.vague or (not point.names_day and not point.names_month):
        return None
    if not point.names_day and follow not in (",", " "):
        glued = begin == date.start > start and text[begin - 1] in "。\n" and point.month
        if not glued or date.last is not None or not _DAY_ALONE.match(text, date.end):
            return None
    inner = begin > start and text[begin - 1] not in "。\n!?;"
    leaves = patterns().ends.match(text, date.end) is not None  # 住一宿,次日往邻县
    if point.day_shift is not None and inner and follow != "," and not leaves:
        return None
    return begin


def dates_told(
    text: str, start: int, end: int, when: DateRange, known: Known
) -> tuple[DateRange, tuple[DatedSpan, ...]]:
    """The entry's range of days and the dates that open later stretches of ``text[start:end]``.

    ``when`` is the entry's own date; a day of leaving or closing (21日离开) makes it a range. Each
    span holds the words of the date, with words that lead to it (就在此前的4月1日); dates that are
    relative (次日, 签署后两天) count from the date told before; 当天 does not go back to a day
    before the entry's own.
    """
    spans: list[DatedSpan] = []
    known = known.told(when)
    for begin, date in _candidates(text, start, end):
        same = date.first.day_shift == 0 and spans and spans[-1].when.start < when.start
        told = resolve(date, known.told(when) if same else known)
        if told is None:
            continue
        until = text[begin] in "至到"
        leaves = patterns().ends.match(text, date.end) is not None
        leaves = (leaves and date.first.names_day) or until
        ongoing = until and "起" in text[max(0, start - 3) : start]  # 2月9日起,…。至11月底,…
        days = when.precision == "day" and (told.precision == "day" or ongoing)
        months = until and text[date.end : date.end + 1] != ","  # 2月…,至5月离厂
        months = months and when.precision == told.precision == "month"
        if leaves and (days or months) and told.end > when.end and not spans:
            when = DateRange(when.start, told.end, when.precision)
            continue
        if until:
            continue
        known = known.told(told)
        spans.append(DatedSpan(begin, date.end, told))
    return _lasting(text, start, spans[0].start if spans else end, when), tuple(spans)


_LASTING = re.compile(
    r"(?:会期|历时|共开|开了|会议进行了)(?:共|了)?(?P<n>[2-9]|[1-3]\d|[二三四五六七八九十]{1,3}|两)[天日]"
)
_BEGINS_OR_CLOSES = re.compile("(?P<closes>闭幕|结束|结业)|开幕|开班|开学|开馆|报到")


def _lasting(text: str, start: int, end: int, when: DateRange) -> DateRange:
    """The days that a meeting or journey took (会期4天), counted from its own or, where it closes,
    back from it; an opening is told of its own day alone."""
    if when.start != when.end or when.precision != "day" or when.start[0] == "-":
        return when
    found = _LASTING.search(text, start, end)
    days = number(found["n"]) if found else None
    kind = _BEGINS_OR_CLOSES.search(text, start, found.start()) if found else None
    if days is None or (kind is not None and not kind["closes"]):
        return when
    own, more = day_of.fromisoformat(when.start), timedelta(days=days - 1)
    first, last = (own - more, own) if kind else (own, own + more)
    return DateRange(first.isoformat(), last.isoformat(), "day")


def _ends_until(text: str, start: int, date: Expression) -> bool:
    """Whether a clause says when that which was told ended: 至9月12日返回."""
    until = _UNTIL.search(text, max(start, date.start - 4), date.start) is not None
    until = until or text[start : date.start] in ("至", "到")
    if not until or date.last is not None or date.first.year is not None:
        return False
    follow = text[date.end : date.end + 1]
    if follow == ",":
        return date.first.names_month or _SUMS_UP.match(text, date.end) is not None
    if follow in ("。", ";", ""):
        return date.first.day is not None or date.first.names_month
    dated = date.first.day is not None or date.first.month is not None
    return dated and patterns().ends.match(text, date.end) is not None


def _candidates(text: str, start: int, end: int) -> Iterator[tuple[int, Expression]]:
    for date in find(text, start, end):
        if _quoted(text, start, end, date.start):
            continue
        begin = _opens(text, start, date)
        if begin is None and _ends_until(text, start, date):
            yield date.start - 1, date
            continue
        if begin is None or patterns().named_by.match(text, date.end):
            continue
        if patterns().before.search(text[max(start, date.start - 8) : date.start]):
            continue
        if patterns().after.match(text, date.end):
            continue
        yield begin, date
