"""The dated entries of a document: the text between one date or list marker and the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from extractors.reading import context, structure, telling
from extractors.reading.context import State, in_month_of_last
from extractors.reading.dates import find
from extractors.reading.entry import DatedSpan, Entry
from extractors.reading.line import Kind
from extractors.reading.lines import lines
from extractors.reading.offsets import CleanText
from extractors.reading.parts import Heading, Segment, is_notice, of_list, unnamed_day
from extractors.reading.points import Expression
from extractors.reading.reckoning import (
    Known,
    day_range,
    month_range,
    parts,
    resolve,
    year_range,
)
from extractors.reading.repeats import without_repeats
from schema.records import Context, DateRange, Warning

NEWS = 45
"""A report tells of no more than so many days before it is published; earlier is background."""

NO_DATE = "no-date"
NO_MONTH = "no-month"


def entries(
    name: str,
    text: str,
    clean: CleanText,
    *,
    place: str | None = None,
    year: int | None = None,
    month: int | None = None,
    title: str | None = None,
) -> tuple[tuple[Entry, ...], tuple[Warning, ...]]:
    """The entries of the source ``text`` in order, and warnings about the document as a whole.

    ``clean`` is its clean text; ``name`` becomes each entry's ``source``. ``place``, ``year``,
    ``month`` and ``title`` are what the user knows of the document; all may be missing. A document
    without a dated entry gives none and a warning ``no-date``.
    """
    found = structure.segments(lines(clean, text), clean.text)
    state = context.start(text, place=place, year=year, month=month, title=title)
    state = context.weigh(state, found, clean.text, month)
    order = context.order(found)
    made: list[Entry] = []
    follows = False
    for part in found:
        if isinstance(part, Heading):
            state, follows = context.headed(state, part.line, clean.text, place), False
            continue
        when, state = _date(part, state, clean.text, order, follows)
        follows = follows or not part.unsigned
        if when is not None:
            made.append(_entry(len(made) + 1, name, text, clean, part, when, state, place))
    made = without_repeats(made)
    if not made:
        message = f"{name} has no dated entry; give its year and month if you know them."
        return (), (*state.warnings, Warning(NO_DATE, message))
    return tuple(made), state.warnings


def _date(
    part: Segment, state: State, text: str, order: int, follows: bool
) -> tuple[DateRange | None, State]:
    """The date of an entry, None where it has none, and the state after it.

    ``order`` says how the months run, ``follows`` that no heading parts it from one that tells it.
    """
    opener = part.opener
    state_here = _published(part, state, text)
    if part.report:
        state_here = _in_month_of_headline(part, in_month_of_last(state_here))
    known = state_here.known
    when: DateRange | None = None
    if opener.date is not None:
        known = state_here.known
        if not part.report or known.written is None:
            known = _rolled(opener.date, state_here, order)
        if opener.date.first.year is not None:
            known = replace(known, lunar=opener.date.first.lunar)
        when = _resolved(opener.date, known, state_here)
        if when is not None and when.precision == "month" and opener is not part.body[0]:
            month, closing = known.told(when), telling.closing_date(text, part.body[-1])
            day = None if closing is None or part.report else _resolved(closing, month, state)
            when = day or _bare_day(part, text, month, replace(state, last=None)) or when
        if when is not None and part.report and when.precision != "day" and known.written:
            when = None  # background: a report tells of a day
        if when is None and opener.date.first.month is not None and known.year is not None:
            known = replace(known, month=None)  # a month or day that its calendar does not have
        if when is None and opener.date.first.day is not None and known.month is None:
            when = _whole(known)
    elif (closing := telling.closing_date(text, part.body[-1])) and not part.report:
        when = _resolved(closing, known, state)
    elif part.monthly:
        when = _whole(known)
        return when, state
    elif part.unsigned and state.under is not None:
        # under a title of the year alone, where each line tells its month, the line before counts
        years = isinstance(state.under, Known) and state.under.month is None
        above = state.last if years and follows and state.own_month else _under(state)
        return _told_first(part, text, known, state) or above, state
    elif state.known.week is not None and unnamed_day(part, text):
        return state.known.week, state
    elif of_list(opener, text) and isinstance(state.under, Known):
        # an item of a list of the year that tells no date of its own: not that of the item before
        when = _embedded(part, text, state.under, state) or _whole(state.under)
        return when or state.last, state
    elif opener.kind is Kind.WIRE and not part.report and state_here.known != state.known:
        when = _embedded(part, text, known, state_here) or _wired_day(known)
    elif day := _bare_day(part, text, known, state):
        return day, replace(state, last=day, known=known.told(day))
    elif state.last is not None and not part.report and opener.kind is not Kind.INSIDE:
        return _told_first(part, text, known, state) or _same_day(state), state
    if when is None and is_notice(part, text) and state_here.known.written is not None:
        decided = telling.decided_day(text, part.body[0].start, part.body[:3][-1].end)
        when = _resolved(decided, known, state_here) if decided is not None else None
        when = when or day_range(state_here.known.written)
    if when is None:
        when = _embedded(part, text, known, state_here)
    if when is None and part.report:
        when = _above(part, text, state_here)
    if when is None and part.sure:
        when = _fallback(part, text, replace(state_here, known=known))
    if when is None:
        return None, state
    if part.report or (opener.date is not None and opener.date.first.years):
        if state.known.year is None and when.start[0] != "-":
            state = replace(state, known=replace(state.known, year=parts(when.start)[0]))
        return when, replace(state, last=when)
    told = replace(state.known, year=known.year).told(when)
    first = opener.date.first if opener.date is not None else None
    if opener.date is not None:
        told = replace(told, moon=known.moon_of(opener.date))
    own = first is not None and first.month is not None
    if first is not None and first.year is not None and not first.lunar:
        told = replace(told, lunar=False)
    dated_above = any(line.kind is Kind.DATE for line in part.heads)
    after = replace(
        state,
        known=told,
        last=when,
        under=when if dated_above else state.under,
        own_month=own or (state.own_month and first is not None),
        month_told=state.month_told or own,
        year_told=state.year_told or (first is not None and first.year is not None),
    )
    return when, after


def _bare_day(part: Segment, text: str, known: Known, state: State) -> DateRange | None:
    """The day that an item under a month tells behind its subject, not before that of the last."""
    line = part.body[0]
    if part.report or line.kind is not Kind.MARKED or known.month is None:
        return None
    told = telling.day_of_month_told(text, line.body, line.end)
    when = None if told is None else _resolved(told, known, state)
    if when is not None and state.last is not None and when.start < state.last.start:
        return None
    return when


def _same_day(state: State) -> DateRange | None:
    """The date of the entry before; that of the heading over both where it told a longer span of
    its own (1日, under it ▲1—2日,…, and then ▲…)."""
    last, under = state.last, state.under
    if isinstance(under, DateRange) and last is not None and under.start == last.start:
        return under if under.end < last.end else last
    return last


def _above(part: Segment, text: str, state: State) -> DateRange | None:
    """The full day that the headlines of a report give ((2022年6月10日…通过)), or that which they
    close with as all of the page do."""
    for head in part.heads:
        if head.date is not None:
            return _resolved(head.date, state.known, state)
        for told in find(text, head.start, head.end):
            if told.first.year is not None and told.first.day is not None:
                return resolve(told, state.known)
    return None


def _under(state: State) -> DateRange | None:
    """The date of an entry without a sign: that of the heading over it, at its precision."""
    under = state.under
    return _whole(under) if isinstance(under, Known) else under


def _published(part: Segment, state: State, text: str) -> State:
    """The state with the entry's own day of publication, if it has one."""
    posted = part.body[-1].posted
    if posted is None and part.tail is not None and part.tail.date is not None:
        found = resolve(part.tail.date, state.known)
        posted = date.fromisoformat(found.start) if found and found.start[0] != "-" else None
    if posted is None and part.report:
        posted = next((line.posted for line in part.heads if line.posted is not None), None)
    if posted is None:
        posted = _wired(part, state, text)
    if posted is None:
        return state
    known = Known(posted.year, posted.month, None, posted)
    return replace(state, known=known, year_told=False, month_told=False)


def _in_month_of_headline(part: Segment, state: State) -> State:
    """The state of a report in the month of the day that its headline closes with."""
    for head in part.heads:
        if head.kind is Kind.HEAD and head.date is not None:
            return replace(state, known=replace(state.known, month=head.date.first.month))
    return state


def _wired(part: Segment, state: State, text: str) -> date | None:
    """The day that a report's by-line gives (本报长沙4月30日电, 据某报4月30日消息), if it lies
    shortly before that on which the page was published or no such day is known."""
    line, written = part.body[0], state.known.written
    if line.kind is not Kind.WIRE:
        return None
    for told in find(text, line.start, line.body):
        if not text.startswith(("电", "讯", "消息", "报道"), told.end):
            continue
        when = _resolved(told, state.known, state)
        if when is not None and when.precision == "day" and when.start[0] != "-":
            day = date.fromisoformat(when.start)
            near = written is None or not part.report or 0 < (written - day).days <= NEWS
            return day if near else None
    return None


def _wired_day(known: Known) -> DateRange | None:
    """The day of a by-line, where the report tells none of its own."""
    return day_range(known.written) if known.written is not None else None


def _rolled(told: Expression, state: State, order: int) -> Known:
    """What is known, the year or month moved on where the entries have run over its end."""
    known, first = state.known, told.first
    if state.last is None or first.year is not None or first.year_shift is not None:
        return known
    _, month, day = parts(state.last.start)
    if first.month is not None and known.year is not None and order:
        step = first.month - month
        if order * step <= -6:
            return replace(known, year=known.year + order)
    bare = first.month is None and first.day is not None and first.day <= 5
    if bare and state.own_month and order >= 0 and day >= 25 and known.month is not None:
        over = known.month == 12
        later = known.year + 1 if over and known.year is not None else known.year
        return replace(known, year=later, month=1 if over else known.month + 1)
    return known


def _resolved(told: Expression, known: Known, state: State) -> DateRange | None:
    """A date's days; where year or month were only guessed they do not lie after the writing."""
    if known.month is None and known.written is not None and told.first.day is not None:
        known = replace(known, month=known.written.month)
    when = resolve(told, known)
    written = known.written
    if written is None or (when is not None and when.start[0] == "-"):
        return when
    if when is not None and date.fromisoformat(when.start) <= written + timedelta(days=1):
        return when
    if told.first.month is None and told.first.day is not None and not state.month_told:
        last = written.replace(day=1) - timedelta(days=1)
        return resolve(told, replace(known, year=last.year, month=last.month)) or when
    if told.first.year is None and not state.year_told and not _runs_on(when, state):
        return resolve(told, replace(known, year=written.year - 1)) or when
    return when


def _runs_on(when: DateRange | None, state: State) -> bool:
    """Whether a day follows the entry before it within weeks: then the day of writing that it lies
    behind was that of an earlier report of the page, not that of the page."""
    last = state.last
    if when is None or last is None or last.start[0] == "-":
        return False
    return 0 <= (date.fromisoformat(when.start) - date.fromisoformat(last.start)).days <= NEWS


def _told_first(part: Segment, text: str, known: Known, state: State) -> DateRange | None:
    """The day, with its month, that the first sentence of an entry without a date tells."""
    line = part.body[0]
    day = telling.day_of_subject(text, line.body, line.end)
    day = day or telling.day_of_sentence(text, line.body, line.end, known.year)
    return None if day is None else _resolved(day, known, state)


def _embedded(part: Segment, text: str, known: Known, state: State) -> DateRange | None:
    """The day that the telling gives inside its first sentences."""
    start, end = part.body[0].body, part.body[-1].end
    told = telling.day_told(text, start, end, known)
    when = None if told is None else _resolved(told, known, state)
    written = state.known.written
    if when is None or written is None or not part.report or when.start[0] == "-":
        return when
    return when if -1 <= (written - date.fromisoformat(when.start)).days <= NEWS else None


def _fallback(part: Segment, text: str, state: State) -> DateRange | None:
    """The date of an entry whose telling gives none: by-line, publication, page, month, year."""
    line = part.body[0]
    for told in find(text, line.start, line.body):
        when = _resolved(told, state.known, state)
        if when is not None and when.precision == "day":
            return when
    if part.report and state.known.written is not None:
        return day_range(state.known.written)
    return _whole(state.known)


def _whole(known: Known) -> DateRange | None:
    """The week that is known, else the month, else the year."""
    if known.week is not None:
        return known.week
    if known.month is not None:
        return month_range(known.year, known.month)
    return None if known.year is None else year_range(known.year)


def _entry(
    number: int,
    name: str,
    text: str,
    clean: CleanText,
    part: Segment,
    when: DateRange,
    state: State,
    base: str | None,
) -> Entry:
    """An entry of these lines with this date."""
    start, end = part.lines[0].start, part.body[-1].end
    body = min(part.body[0].body, end)
    when, dates = telling.dates_told(clean.text, body, end, when, state.known)
    source_start, source_end = clean.source_span(start, end)
    if part.body[-1].dropped:
        source_end = part.body[-1].dropped
    elif part.tail is not None and part.tail.kind is Kind.DATE:
        source_end = clean.ends[part.tail.end - 1]
    year, month, day = parts(when.start)
    place = context.place_of(part.heads, clean.text, base) if part.report else None
    warnings = state.warnings
    opener = part.opener.date
    if when.precision == "year" and opener is not None and opener.first.day is not None:
        message = "The month of this entry is not told; give it if you know it."
        warnings += (Warning(NO_MONTH, message),)
    return Entry(
        number=number,
        source=name,
        start=source_start,
        end=source_end,
        text=text[source_start:source_end],
        clean=clean.slice(start, end),
        body=body - start,
        context=Context(
            place=place or state.place,
            year=year,
            month=None if when.precision == "year" or _is_of_years(when) else month,
            day=day if when.precision == "day" else None,
            heading=_heading(part, clean.text) or state.heading,
        ),
        when=when,
        dates=tuple(DatedSpan(d.start - start, d.end - start, d.when) for d in dates),
        warnings=warnings,
    )


def _is_of_years(when: DateRange) -> bool:
    """Whether a range is of whole years."""
    return when.start[5:] == "01-01" and when.end[5:] == "12-31"


def _heading(part: Segment, text: str) -> str | None:
    """The first headline of an entry, without its marks."""
    heads = [line for line in part.heads if line.kind is Kind.HEAD]
    return text[heads[0].start : heads[0].end].strip("#* ") if heads else None
