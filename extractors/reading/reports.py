"""The entries of a run of reports: a headline or a by-line opens one, later dates belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.reading.line import Kind, Line, month_and_day
from extractors.reading.openings import patterns
from extractors.reading.parts import (
    Heading,
    Segment,
    bare_place,
    closing_dates,
    heads_page,
    in_blocks,
    told_again,
)
from extractors.reading.telling import tells_day

_NOTICE = re.compile(
    "(?:决定|如下|单位|机构|部门|机关|直属|通知|名单|职务|任命|免去|同志|政府|委员会):$"
)


def _colon(line: Line, text: str) -> bool:
    """Whether a headline announces what follows (某区委书记某某:), not whom a notice addresses."""
    return text[line.end - 1] == ":" and not _NOTICE.search(text, line.start, line.end)


def _tell_by_headline(report: Segment, before: Line, text: str) -> None:
    """A headline with nothing but a link under it is all that the report tells."""
    if report.heads != [before] or not re.search("[一-龥]{6}", text[before.start : before.end]):
        return
    words = text[before.start : before.end]
    body = before.start + len(words) - len(words.lstrip("# "))
    report.heads, report.body = [], [replace(before, kind=Kind.PLAIN, body=body)]


def _briefs(run: Sequence[Line], text: str) -> bool:
    """Whether a headline says that short news follow, each marked."""
    return any(patterns().briefs.search(text, head.start, head.end) for head in run)


_CONTENTS = re.compile("#* ?(?:新闻|本期|内容)?(?:摘要|提要|目录|目次|导读|要目)$")

_DECIDED = re.compile("(?:决定|决定如下|任命|免去|通过|公示|批准)[^。]{0,12}:$")


def _opens_notice(run: Sequence[Line], current: Segment, text: str) -> bool:
    """Whether headlines after an empty line and a finished text are the title of a notice."""
    if not run or not run[0].blank or text[current.body[-1].end - 1] not in "。!?;)”":
        return False
    return any(patterns().notice.search(text, head.start, head.end) for head in run[:2])


def _each_headed(lines: Sequence[Line]) -> bool:
    """Whether headlines stand over dated lines, two times of three and more than once."""
    under = [after.kind for head, after in pairwise(lines) if head.kind is Kind.HEAD]
    dated = under.count(Kind.DATED)
    return dated >= 2 and dated >= 2 * under.count(Kind.PLAIN)


def _dated_headline(lines: Sequence[Line], number: int, text: str) -> bool:
    """Whether a line is a headline behind the day it was posted on (2024-03-05 市长开会), the text
    under it telling that day again."""
    line = lines[number]
    first = line.date.first if line.date is not None else None
    full = first is not None and first.year is not None and first.day is not None
    return full and number + 1 < len(lines) and told_again(lines[number + 1], line, text)


_APART = 6
"""So many days behind the one that a report opened with, a dated paragraph is no part of it."""


def _later(current: Segment, line: Line, days: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether a dated paragraph behind a finished report of one paragraph is an item of its own.

    The days of the page run up, and it opens with one so long after that of the report that the
    report cannot have told of it.
    """
    told, last = month_and_day(line), month_and_day(current.body[0])
    if len(days) < 3 or told is None or last is None or len(current.body) > 1:
        return False
    if any(a > b for a, b in pairwise(days)) or text[current.body[0].end - 1] not in "。.!?;":
        return False
    (month, day), (before, began) = told, last
    return 31 * (month - before) + day - began >= _APART


def reports(lines: Sequence[Line], text: str, deepest: int) -> Iterator[Heading | Segment]:
    """The parts of a run of reports: entries open at headlines over a dated text, and by-lines."""
    blocks, tails = in_blocks(lines), closing_dates(lines)
    colons = {n for n, line in enumerate(lines) if line.kind is Kind.HEAD and _colon(line, text)}
    colons = colons if len(colons) >= 3 else set()
    switches = {
        n
        for n, line in enumerate(lines)
        if line.kind is Kind.HEAD and not line.level and bare_place(text[line.start : line.end])
    }
    switches = switches if len(switches) >= 2 else set()
    each_headed = _each_headed(lines)
    run: list[Line] = []
    days: list[tuple[int, int]] = []  # those that the reports so far open with
    current: Segment | None = None
    closed = brief = False
    contents = ""  # what opened the table of contents that is being passed over
    for number, line in enumerate(lines):
        if number in tails or line.kind is Kind.TAIL:
            if current is not None and not current.body:
                _tell_by_headline(current, lines[number - 1], text)
            if current is not None and current.body:
                current.tail = current.tail or line
                closed = True
            run = []
            continue
        if number in switches:
            if current is not None:
                yield current
            yield Heading(line)
            current, run, closed = None, [], False
            continue
        if line.kind is Kind.LEAD and (current is None or closed):
            contents = contents or "a word"
            continue
        if contents == "a word" and line.kind not in (Kind.PLAIN, Kind.NUMBERED, Kind.MARKED):
            contents = ""
        if contents and not line.level:
            continue
        if line.level and line.kind in (Kind.HEAD, Kind.DATE):
            if current is not None:
                yield current
            current, run, closed = None, [], False
            contents = "a heading" if _CONTENTS.match(text, line.start, line.end) else ""
            if line.level == deepest and line.kind is Kind.HEAD and not contents:
                current = Segment(heads=[line], report=True)
            else:
                yield Heading(line)
            continue
        if line.kind is Kind.DATE and (current is None or not current.body or closed or run):
            if current is not None and current.body:
                yield current
                current = None
            yield Heading(line)
            continue
        if line.kind is Kind.HEAD:
            if current is None and not run and heads_page(line, text):
                yield Heading(line)
            else:
                run = [line] if number in colons else [*run, line]
            continue
        inside = current is not None and not closed
        marked = line.kind in (Kind.MARKED, Kind.DATED) and patterns().marker.match(
            text, line.start
        )
        if marked and (brief or _briefs(run, text)):
            brief = True
            if current is not None:
                yield current
            current, run, closed = Segment(body=[line], report=True), [], False
            continue
        brief = False
        if inside and current is not None and (deepest or not current.body):
            new = False
        elif line.kind is Kind.DATED and current is not None and _later(current, line, days, text):
            new = True
        elif line.kind is Kind.WIRE:
            new = run != [] or number == 0 or not told_again(line, lines[number - 1], text)
        elif line.kind is Kind.DATED:
            new = bool(run) or not inside or _dated_headline(lines, number, text)
        else:
            announced = bool(run) and bool(colons) and _colon(run[0], text)
            announced = announced or any(head.posted or head.date for head in run)
            new = not inside or announced or (blocks and bool(run) and run[0].blank)
            new = new or (current is not None and _opens_notice(run, current, text))
            new = new or (each_headed and len(run) == 1 and tells_day(text, line.start, line.end))
        if new:
            if current is not None:
                yield current
            sure = bool(run) or line.kind in (Kind.WIRE, Kind.DATED)
            heads = [head for head in run if re.search("[一-龥]{3}", text[head.start : head.end])]
            told = [head for head in heads if _DECIDED.search(text, head.start, head.end)]
            told = heads[heads.index(told[0]) :] if told else []
            heads = heads[: len(heads) - len(told)]
            told = [replace(head, kind=Kind.PLAIN, body=head.start) for head in told]
            current = Segment(heads=heads, body=[*told, line], sure=sure, report=True)
            if (opened := month_and_day(line)) is not None:
                days.append(opened)
            closed = False
        elif current is not None:
            current.body += [*run, line]
        run = []
        if line.posted is not None and blocks:
            closed = True
    if current is not None:
        if run and not current.body and current.heads:
            current.body += run
        yield current
