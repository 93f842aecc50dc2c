"""Pages that are forms: what happened is told in lines with labels (会议时间:…, 地点:…, 内容:…)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extractors import lexicon
from extractors.reading.dates import match
from extractors.reading.line import Kind, Line
from extractors.reading.parts import OPENERS, Heading, Segment, heads_page
from extractors.reading.points import Expression


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.table("openings")
    return re.compile(table["form_day"]), re.compile(table["form_label"])


def forms(lines: Sequence[Line], text: str) -> list[Heading | Segment]:
    """The headings and entries of a page of forms; empty where it is none.

    A form is a day with its label and at least two other lines with labels around it; it goes on
    up to the headline of the next. A page on which dates or markers open lines is no page of forms.
    """
    if any(line.kind in OPENERS or line.kind is Kind.DATE for line in lines):
        return []
    starts = [
        (first, date)
        for number, line in enumerate(lines)
        if (date := _day(line, text)) is not None
        if (first := _first_of_form(lines, number, text)) is not None
    ]
    if not starts:
        return []
    found: list[Heading | Segment] = [Heading(line) for line in lines[: starts[0][0]]]
    ends = [first for first, _ in starts[1:]]
    for (first, date), end in zip(starts, [*ends, len(lines)], strict=True):
        form = [line for line in lines[first:end] if line.kind is not Kind.TAIL]
        headed = not _labelled(form[0], text)
        body = [replace(line, kind=Kind.PLAIN, body=line.start) for line in form[headed:]]
        opens = date.end if body[0].start <= date.start < body[0].end else body[0].start
        body[0] = replace(body[0], kind=Kind.DATED, date=date, body=opens)
        found.append(Segment(heads=form[:headed], body=body, report=True))
    return found


def _day(line: Line, text: str) -> Expression | None:
    """The day that a line gives after its label."""
    label = _labels()[0].match(text, line.start, line.end)
    date = match(text, label.end()) if label else None
    return date if date is not None and date.first.names_day and date.end <= line.end else None


def _labelled(line: Line, text: str) -> bool:
    return _labels()[1].match(text, line.start, line.end) is not None


def _first_of_form(lines: Sequence[Line], number: int, text: str) -> int | None:
    """The first line of the form whose day stands in the line ``number``, its headline included."""
    first, last = number, number + 1
    while first and _labelled(lines[first - 1], text):
        first -= 1
    while last < len(lines) and _labelled(lines[last], text):
        last += 1
    if last - first < 3:
        return None
    above = lines[first - 1] if first else None
    if above is not None and above.kind is Kind.HEAD and not heads_page(above, text):
        return first - 1
    return first
