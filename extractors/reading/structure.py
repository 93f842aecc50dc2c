"""How a document is built: which lines open an entry, which go on with one, which are headings.

Two kinds of document are told apart. In a chronicle each dated or marked line opens an entry, and
headlines are headings over several. In a run of reports a headline or a by-line opens an entry and
later dates belong to it. Lines before the first opening and after a closing line are no entries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.reading.chronicle import chronicle, is_uniform
from extractors.reading.forms import forms
from extractors.reading.line import Kind, Line
from extractors.reading.notices import notice_at
from extractors.reading.openings import opening, patterns
from extractors.reading.parts import (
    BODY,
    OPENERS,
    Heading,
    Segment,
    closing_dates,
    headlines,
    in_blocks,
    of_days,
)
from extractors.reading.reports import reports
from extractors.reading.telling import tells_day


def segments(lines: Sequence[Line], text: str) -> list[Heading | Segment]:
    """The headings and entries of a document, in order."""
    if pages := forms(lines, text):
        return pages
    lines = _listed(_without_comparisons(_without_ages(_without_phrases(lines)), text), text)
    lines = _dated_inside(lines, text)
    deepest = _deepest(lines)
    if _are_reports(lines, text, deepest):
        parts = list(reports(lines, text, deepest))
    else:
        parts = list(chronicle(lines, text))
    return [part for part in parts if isinstance(part, Heading) or part.body]


def _without_phrases(lines: Sequence[Line]) -> list[Line]:
    """A year glued to its line opens it only where this is how the document dates.

    Either many lines open so, or the years run up through it, with those of other lines.
    """
    alike = sum(1 for line in lines if line.glued_year)
    dates_so = alike >= 3 and 3 * alike >= sum(1 for line in lines if line.kind in BODY)
    years = [(n, line.date.first.year) for n, line in enumerate(lines) if line.date is not None]
    told = [(n, year) for n, year in years if year is not None]
    rising = len({year for _, year in told}) >= 3 and all(a[1] <= b[1] for a, b in pairwise(told))
    last, kept = 0, []
    for line in lines:
        year = line.date.first.year if line.date is not None else None
        if line.glued_year and not dates_so and not (rising and year is not None and year > last):
            line = replace(line, kind=Kind.PLAIN, date=None, body=line.start)
        kept.append(line)
        last = max(last, year or 0)
    return kept


LOOSE = 10
"""So many years an age may lie off the years told around it: 清末 stands before 1898 too."""


def _without_ages(lines: Sequence[Line]) -> list[Line]:
    """An age (上世纪90年代,…) opens a line only where it stands in the order of the years told.

    Elsewhere it tells the background of what a chronicle of a later time reports.
    """
    years = [(n, line.date.first.year) for n, line in enumerate(lines) if line.date is not None]
    told = [(n, year) for n, year in years if year is not None]
    several = len({year for _, year in told}) >= 2
    kept = []
    for number, line in enumerate(lines):
        age = line.date.first.years if line.date is not None else None
        if age is not None and line.kind is Kind.DATED:
            before = max((year for n, year in told if n < number), default=age[0])
            after = min((year for n, year in told if n > number), default=age[1])
            if not several or before > age[1] + LOOSE or after < age[0] - LOOSE:
                line = replace(line, kind=Kind.PLAIN, date=None, body=line.start)
        kept.append(line)
    return kept


def _without_comparisons(lines: Sequence[Line], text: str) -> list[Line]:
    """A year alone that opens a line or two (2012年,全区收入…) dates none of a list of days.

    Behind the last day it closes the list with what is told of the whole year, if a space parts it
    from that or the title of the list names it.
    """
    days = sum(_is_day(line) for line in lines)
    last = max((n for n, line in enumerate(lines) if _is_day(line)), default=len(lines))
    years = [n for n, line in enumerate(lines) if _is_year(line)]
    if all(n > last and _closes(lines[n], lines[0], text) for n in years):
        return list(lines)
    if not 1 <= len(years) <= 2 or days < 4 * len(years):
        return list(lines)
    return [
        replace(line, kind=Kind.PLAIN, date=None, body=line.start) if n in years else line
        for n, line in enumerate(lines)
    ]


def _closes(line: Line, title: Line, text: str) -> bool:
    """Whether a line sums up the year of a list: a space behind it, or the title names it too."""
    if line.date is None:
        return False
    named = f"{line.date.first.year}年" in text[title.start : title.end]
    return text[line.date.end : line.date.end + 1] == " " or named


def _is_day(line: Line) -> bool:
    point = line.date.first if line.date is not None else None
    return point is not None and point.day is not None and point.year is None


def _is_year(line: Line) -> bool:
    point = line.date.first if line.date is not None and line.kind is Kind.DATED else None
    return point is not None and point.year is not None and not point.names_month and not point.part


_ENDED = "。!?;”)…"


def _listed(lines: list[Line], text: str) -> list[Line]:
    """Items without full stops under the dates of a list made items, where there is no prose."""
    days = [n for n, line in enumerate(lines) if line.kind is Kind.DATE]
    dated = [n for n, line in enumerate(lines) if line.kind is Kind.DATED]
    first = min((*days, *dated), default=len(lines))
    unended = sum(text[lines[n].end - 1] not in _ENDED for n in dated)
    bare = (len(days) >= 2 and not dated) or (len(dated) >= 3 and 4 * unended >= 3 * len(dated))
    if not bare or any(line.kind in (Kind.PLAIN, Kind.WIRE) or line.level for line in lines):
        return lines
    return [
        replace(line, kind=Kind.MARKED, body=line.start)
        if n > first and line.kind is Kind.HEAD and not line.blank and _is_item(line, text)
        else line
        for n, line in enumerate(lines)
    ]


def _is_item(line: Line, text: str) -> bool:
    words = text[line.start : line.end]
    return headlines(line, text) and len(words) >= 5 and words[-1] != ":"


def _dated_inside(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """Paragraphs that each tell a day in their first sentence made entries of their own.

    Only where nothing else in the document opens entries, and nearly all of three paragraphs or
    more tell one.
    """
    if any(line.kind in OPENERS or line.level for line in lines):
        return lines
    plain = [line for line in lines if line.kind is Kind.PLAIN and line.end - line.start >= 20]
    told = {line.start for line in plain if tells_day(text, line.start, line.end)}
    if len(told) < 3 or 10 * len(told) < 7 * len(plain):
        return lines
    return [replace(ln, kind=Kind.INSIDE) if ln.start in told else ln for ln in lines]


def _deepest(lines: Sequence[Line]) -> int:
    """The level of the Markdown headings that stand right over text; 0 without any."""
    levels = [
        line.level
        for line, following in pairwise(lines)
        if line.level and line.kind is Kind.HEAD and following.kind in BODY
    ]
    return max(levels, default=0)


def _are_reports(lines: Sequence[Line], text: str, deepest: int) -> bool:
    """Whether headlines and by-lines open the entries, not dates and markers."""
    if sum(notice_at(lines, n, text) is not None for n in range(len(lines))) >= 2:
        return False  # lists of appointments, each with its session
    wires = sum(line.kind is Kind.WIRE for line in lines)
    tails = closing_dates(lines)
    dates = sum(line.kind is Kind.DATE and n not in tails for n, line in enumerate(lines))
    marked = sum(line.kind in (Kind.MARKED, Kind.TITLED, Kind.INSIDE) for line in lines)
    if wires and any(patterns().briefs.search(text, ln.start, ln.end) for ln in lines if ln.blank):
        marked = 0  # they are the short news of a page of reports
    plain = sum(line.kind is Kind.PLAIN for line in lines)
    dated = headed = 0
    for number, line in enumerate(lines):
        if line.kind is not Kind.DATED:
            continue
        dated += 1
        before = lines[number - 1] if number else None
        headed += before is not None and before.kind is Kind.HEAD and headlines(before, text)
    heads = sum(line.level == deepest for line in lines if line.kind is Kind.HEAD) if deepest else 0
    if wires == 1 and headed <= 1 and dated >= 3:
        first = next(line.kind for line in lines if line.kind in (Kind.WIRE, Kind.DATED))
        if first is Kind.DATED or (not headed and 10 * dated >= 6 * (dated + plain)):
            return False  # one by-line in or over a list of dated lines
    if wires and wires >= marked and 2 * wires >= dates:
        return True
    if heads and 2 * heads >= dated + marked + dates:
        return True
    if in_blocks(lines) and marked == 0 and dates == 0:
        return True
    published = _published_heads(lines, text)
    if published > marked and 2 * published >= dates and 2 * published >= dated:
        return True
    if dated == 0 and dates <= 1 and marked == 0:
        if _is_list_of_days(lines, text):
            return False
        return not (plain >= 2 and of_days(lines, text) and is_uniform(lines, text))
    enough = 2 * headed >= dated if plain else 10 * headed >= 6 * dated
    return headed > 0 and enough and 2 * (marked + dates) <= headed


def _is_list_of_days(lines: Sequence[Line], text: str) -> bool:
    """Whether nothing but numbered items stands under the title, most of which tell a day."""
    items = [line for line in lines if line.kind is Kind.NUMBERED]
    others = sum(line.kind in BODY for line in lines) - len(items)
    told = sum(tells_day(text, line.body, line.end) or _day_later(line, text) for line in items)
    return len(items) >= 3 and others <= 1 and 2 * told >= len(items)


def _day_later(line: Line, text: str) -> bool:
    """Whether a day opens the second sentence of an item, behind its headline."""
    stop = text.find("。", line.body, line.end)
    found = opening(text, stop + 1, line.end) if stop > 0 else None
    return found is not None and found.date.first.day is not None


def _published_heads(lines: Sequence[Line], text: str) -> int:
    """How many headlines have their day of publication right below them."""
    found = 0
    for line, following in pairwise(lines):
        if line.kind is not Kind.HEAD or not headlines(line, text):
            continue
        point = following.date.first if following.date and following.kind is Kind.DATE else None
        full = point is not None and point.year is not None and point.day is not None
        found += full or line.posted is not None
    return found
