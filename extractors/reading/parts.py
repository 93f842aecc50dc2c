"""What a document is made of, headings and entries, and how its lines stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.reading.dates import find, match
from extractors.reading.line import Kind, Line
from extractors.reading.openings import patterns

OPENERS = frozenset((Kind.DATED, Kind.WIRE, Kind.MARKED, Kind.TITLED, Kind.INSIDE))
BODY = OPENERS | {Kind.NUMBERED, Kind.PLAIN}


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that holds for the entries after it, until another of its kind."""

    line: Line


@dataclass(slots=True)
class Segment:
    """The lines of one entry. ``opener`` bears the date and the marker, if any.

    ``heads`` are the headlines before the telling; ``sure`` says that a sign opens it: one that is
    not needs a date of its own to be an entry. ``tail`` is a closing line, which may give a date.
    ``unsigned`` says that neither date nor marker opens it: it has the date of its heading.
    """

    heads: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    sure: bool = True
    tail: Line | None = None
    monthly: bool = False
    unsigned: bool = False
    report: bool = False

    @property
    def lines(self) -> list[Line]:
        """All its lines in order."""
        return [*self.heads, *self.body]

    @property
    def opener(self) -> Line:
        """The line that tells its date: a date alone above it, else its first line of telling."""
        dated = (line for line in self.heads if line.kind is Kind.DATE)
        return next(dated, self.body[0] if self.body else self.heads[0])


_PLACE = re.compile(
    r"[一-龥]{1,12}(?:省|自治区|市|自治州|州|盟|地区|县|自治县|区|旗|镇|乡|街道|特区|兵团)[::]?"
)


_HAPPENING = re.compile(
    "书记|[省市县区乡镇州]长|主任|调研|考察|视察|检查|督[查导]|会见|召开|举行|访问|慰问|走进|领导|建设|赴"
)


def bare_place(words: str) -> bool:
    """Whether a heading is the name of a place and nothing else."""
    if len(words) > 14 or _PLACE.fullmatch(words) is None:
        return False
    return _HAPPENING.search(words) is None


def closing_dates(lines: Sequence[Line]) -> set[int]:
    """Which lines that are full dates alone close a report rather than head one."""
    full = [
        number
        for number, line in enumerate(lines)
        if line.kind is Kind.DATE and line.date and line.date.first.year and line.date.first.day
    ]
    if not full or not any(line.kind in BODY for line in lines[: full[0]]):
        return set()
    after = [lines[n + 1] if n + 1 < len(lines) else None for n in full]
    heads = (Kind.HEAD, Kind.WIRE, Kind.DATE, Kind.TAIL)
    if all(line is None or line.kind in heads for line in after):
        return set(full)
    closed = all(line is None or line.blank for line in after)
    if closed and not any(lines[n].blank for n in full):
        return set(full)  # each right under a text, an empty line after it
    return set()


PAGE = "[ ,]*(?:星期[一二三四五六日天])?[ ,]*(?:第? ?[0-9A-Z一二三四]{1,3} ?版.{0,8})?$"
"""What may stand after the date of a newspaper page; a pattern."""

_MASTHEAD = re.compile(
    rf"[^,。;:\d]{{2,16}}(?:19|20)\d\d ?[-./年] ?\d{{1,2}} ?[-./月] ?\d{{1,2}}日?{PAGE}"
)


def heads_page(line: Line, text: str) -> bool:
    """Whether a heading is the title of a page (一周要闻) or its masthead (某报 2019年4月9日)."""
    words = text[line.start : line.end]
    return patterns().title.search(words) is not None or _MASTHEAD.fullmatch(words) is not None


def headlines(line: Line, text: str) -> bool:
    """Whether a heading is a headline: no place, time, section (一、重要会议) or page title."""
    words = text[line.start : line.end].strip("#【】 ")
    if patterns().section.fullmatch(words):
        return False
    if not line.level and patterns().number.match(words):
        return False
    return not bare_place(words) and patterns().title.search(words) is None


def in_blocks(lines: Sequence[Line]) -> bool:
    """Whether empty lines part the document into blocks of a headline and its text."""
    starts = [n for n, line in enumerate(lines) if line.blank or n == 0]
    if len(starts) < 2 or len(starts) > 0.6 * len(lines):
        return False
    headed = sum(
        lines[n].kind is Kind.HEAD and n + 1 < len(lines) and not lines[n + 1].blank for n in starts
    )
    return 10 * headed >= 7 * len(starts)


def spans_days(line: Line) -> bool:
    """Whether a date alone is a span of days, as of a week, and not a day or a month."""
    date = line.date
    return date is not None and date.last is not None and date.last.day is not None


def of_days(lines: Sequence[Line], text: str) -> bool:
    """Whether a heading says that what follows is of a span of days, as a week's roundup does."""
    for line in lines:
        if line.kind is Kind.DATE and spans_days(line):
            return True
        if line.kind is Kind.HEAD and patterns().title.search(text, line.start, line.end):
            found = find(text, line.start, line.end)
            if any(date.last is not None and date.last.day is not None for date in found):
                return True
        if line.kind in BODY:
            return False
    return False


def told_again(line: Line, before: Line | None, text: str) -> bool:
    """Whether a line is the report under its own dated headline (8月6日省长开会, …8月6日讯)."""
    if before is None or before.kind is not Kind.DATED or line.blank or before.date is None:
        return False
    if text[before.end - 1] in "。!?;" or line.kind not in (Kind.WIRE, Kind.DATED):
        return False
    days = {
        (date.first.month, date.first.day)
        for date in find(text, line.start, min(line.end, line.start + 40))
    }
    return (before.date.first.month, before.date.first.day) in days and before.date.first.day != 0


def is_notice(part: Segment, text: str) -> bool:
    """Whether a report is a notice (通知, 公示, 主席令) with its day below it."""
    if part.tail is None or part.tail.date is None:
        return False
    return any(patterns().notice.search(text, head.start, head.end) for head in part.heads)


def of_list(line: Line, text: str) -> bool:
    """Whether a line is an item of a list that counts in figures (1、 2、), not ① ② of one day."""
    return line.kind is Kind.NUMBERED and text[line.start].isdecimal()


def unnamed_day(part: Segment, text: str) -> bool:
    """Whether an entry says itself that its day is not told (近日,…)."""
    line = part.body[0]
    found = match(text, line.body)
    return found is not None and found.end <= line.end and found.first.vague
