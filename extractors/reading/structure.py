"""How a document is built: which lines open an entry, which go on with one, which are headings.

Two kinds of document are told apart. In a chronicle each dated or marked line opens an entry, and
headlines are headings over several. In a run of reports a headline or a by-line opens an entry and
later dates belong to it. Lines before the first opening and after a closing line are no entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.reading.lines import Kind, Line
from extractors.reading.openings import patterns
from extractors.reading.reckoning import Known
from extractors.reading.telling import day_told

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
    not needs a date of its own to be an entry. ``posted`` is a closing line that gives a date.
    """

    heads: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    sure: bool = True
    tail: Line | None = None
    monthly: bool = False
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


def bare_place(words: str) -> bool:
    """Whether a heading is the name of a place and nothing else."""
    return len(words) <= 14 and _PLACE.fullmatch(words) is not None


def segments(lines: Sequence[Line], text: str) -> list[Heading | Segment]:
    """The headings and entries of a document, in order."""
    lines = [_demoted(line, lines) for line in lines]
    lines = _dated_inside(lines, text)
    deepest = _deepest(lines)
    if _are_reports(lines, text, deepest):
        parts = list(_reports(lines, text, deepest))
    else:
        parts = list(_chronicle(lines, text))
    return [part for part in parts if isinstance(part, Heading) or part.body]


def _demoted(line: Line, lines: Sequence[Line]) -> Line:
    """A year glued to its line opens it only where this is how the document dates."""
    if not line.glued_year:
        return line
    alike = sum(1 for other in lines if other.glued_year)
    if alike >= 3 and 3 * alike >= sum(1 for other in lines if other.kind in BODY):
        return line
    return replace(line, kind=Kind.PLAIN, date=None, body=line.start)


def _dated_inside(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """Paragraphs that each tell a day in their first sentence made entries of their own.

    Only where nothing else in the document opens entries, and nearly all of three paragraphs or
    more tell one.
    """
    if any(line.kind in OPENERS or line.level for line in lines):
        return lines
    plain = [line for line in lines if line.kind is Kind.PLAIN and line.end - line.start >= 20]
    told = {line.start for line in plain if _tells_day(line, text)}
    if len(told) < 3 or 10 * len(told) < 7 * len(plain):
        return lines
    return [replace(ln, kind=Kind.INSIDE) if ln.start in told else ln for ln in lines]


def _tells_day(line: Line, text: str) -> bool:
    """Whether the first sentence of a paragraph tells a day of its own, with its month."""
    if patterns().goes_on.match(text, line.start):
        return False
    stop = text.find("。", line.start, line.end)
    told = day_told(text, line.start, stop if stop > 0 else line.end, Known())
    return told is not None and told.first.day is not None and told.first.month is not None


def _deepest(lines: Sequence[Line]) -> int:
    """The level of the Markdown headings that stand right over text; 0 without any."""
    levels = [
        line.level
        for line, following in pairwise(lines)
        if line.level and line.kind is Kind.HEAD and following.kind in BODY
    ]
    return max(levels, default=0)


def _tails(lines: Sequence[Line]) -> set[int]:
    """Which lines that are full dates alone close a report rather than head one."""
    full = [
        number
        for number, line in enumerate(lines)
        if line.kind is Kind.DATE and line.date and line.date.first.year and line.date.first.day
    ]
    if not full or not any(line.kind in BODY for line in lines[: full[0]]):
        return set()
    kinds = [lines[n + 1].kind if n + 1 < len(lines) else Kind.HEAD for n in full]
    if all(kind in (Kind.HEAD, Kind.WIRE, Kind.DATE, Kind.TAIL) for kind in kinds):
        return set(full)
    return set()


def _are_reports(lines: Sequence[Line], text: str, deepest: int) -> bool:
    """Whether headlines and by-lines open the entries, not dates and markers."""
    wires = sum(line.kind is Kind.WIRE for line in lines)
    tails = _tails(lines)
    dates = sum(line.kind is Kind.DATE and n not in tails for n, line in enumerate(lines))
    marked = sum(line.kind in (Kind.MARKED, Kind.TITLED, Kind.INSIDE) for line in lines)
    plain = sum(line.kind is Kind.PLAIN for line in lines)
    dated = headed = 0
    for number, line in enumerate(lines):
        if line.kind is not Kind.DATED:
            continue
        dated += 1
        before = lines[number - 1] if number else None
        headed += before is not None and before.kind is Kind.HEAD and _headlines(before, text)
    heads = sum(line.level == deepest for line in lines if line.kind is Kind.HEAD) if deepest else 0
    if wires == 1 and not headed and dated >= 3 and 10 * dated >= 6 * (dated + plain):
        return False  # one by-line over a list of dated lines
    if wires and wires >= marked and 2 * wires >= dates:
        return True
    if heads and 2 * heads >= dated + marked + dates:
        return True
    if _blocks(lines) and marked == 0 and dates == 0:
        return True
    published = _published_heads(lines, text)
    if published > marked and 2 * published >= dates and 2 * published >= dated:
        return True
    if dated == 0 and dates <= 1 and marked == 0:
        return True
    enough = 2 * headed >= dated if plain else 10 * headed >= 6 * dated
    return headed > 0 and enough and 2 * (marked + dates) <= headed


def _published_heads(lines: Sequence[Line], text: str) -> int:
    """How many headlines have their day of publication right below them."""
    found = 0
    for line, following in pairwise(lines):
        if line.kind is not Kind.HEAD or not _headlines(line, text):
            continue
        point = following.date.first if following.date and following.kind is Kind.DATE else None
        full = point is not None and point.year is not None and point.day is not None
        found += full or line.posted is not None
    return found


def _headlines(line: Line, text: str) -> bool:
    """Whether a heading is a headline: not a place, nor the title of the page."""
    words = text[line.start : line.end].strip("#【】 ")
    return not bare_place(words) and patterns().title.search(words) is None


def _blocks(lines: Sequence[Line]) -> bool:
    """Whether empty lines part the document into blocks of a headline and its text."""
    starts = [n for n, line in enumerate(lines) if line.blank or n == 0]
    if len(starts) < 2 or len(starts) > 0.6 * len(lines):
        return False
    headed = sum(
        lines[n].kind is Kind.HEAD and n + 1 < len(lines) and not lines[n + 1].blank for n in starts
    )
    return 10 * headed >= 7 * len(starts)


def _opens_itself(
    line: Line, before: Line | None, entry: Segment | None, uniform: bool, text: str
) -> bool:
    """Whether a plain line of a chronicle is an entry without a sign of its own."""
    if patterns().occasion.match(text, line.start):
        return True
    if not uniform or entry is None or before is None or text[before.end - 1] not in "。!?;”)":
        return False
    words = text[line.start : line.end]
    return len(words) >= 6 and words[-1] in "。!?" and not patterns().goes_on.match(words)


def _uniform(lines: Sequence[Line], text: str) -> bool:
    """Whether nearly every line of a chronicle is an entry, so that a plain one is too."""
    signed = sum(line.kind in (Kind.DATED, Kind.MARKED, Kind.TITLED) for line in lines)
    plain, follows, going, days = 0, 0, 0, 0
    for number, line in enumerate(lines):
        if line.kind is Kind.DATE:
            days += 1
        if line.kind is not Kind.PLAIN:
            continue
        if number and lines[number - 1].kind is Kind.DATE:
            follows += 1
            continue
        plain += 1
        going += patterns().goes_on.match(text, line.start) is not None
    if plain == 0:
        return True
    if signed >= 5 and 4 * plain <= signed:
        return True
    return days >= 2 and follows >= 2 and signed == 0 and 5 * going <= plain


@dataclass(slots=True)
class _Open:
    """The entry that is being read, or a date alone that waits for its telling (with headlines)."""

    entry: Segment | None = None
    waiting: list[Line] = field(default_factory=list)

    def close(self) -> Iterator[Heading | Segment]:
        """What is complete: the entry, or a date that nothing told of and so is a heading."""
        if self.entry is not None:
            yield self.entry
        yield from map(Heading, self.waiting)
        self.entry, self.waiting = None, []


def _chronicle(lines: Sequence[Line], text: str) -> Iterator[Heading | Segment]:
    """The parts of a chronicle: entries open at dates, markers and titles."""
    uniform, tails, numbered = _uniform(lines, text), _tails(lines), _numbered_items(lines)
    now = _Open()
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if number in tails:
            if now.entry is not None:
                now.entry.tail = line
        elif line.kind is Kind.TAIL:
            yield from now.close()
        elif line.kind is Kind.DATE:
            yield from now.close()
            now.waiting = [line]
        elif line.kind is Kind.HEAD:
            if now.waiting and _headline(line, lines, number, now.waiting[0]):
                now.waiting.append(line)
            elif now.entry is not None and _runs_on(line, lines, number, text):
                now.entry.body.append(line)
            else:
                yield from now.close()
                yield Heading(line)
        elif (
            line.kind in OPENERS
            or (line.kind is Kind.NUMBERED and numbered)
            or (line.kind is Kind.PLAIN and _opens_itself(line, before, now.entry, uniform, text))
        ):
            occasion = line.kind is Kind.PLAIN and patterns().occasion.match(text, line.start)
            if now.waiting and _own_day(line):
                yield from now.close()
            heads, now.waiting = now.waiting, []
            yield from now.close()
            now.entry = Segment(heads=heads, body=[line], monthly=bool(occasion) and not heads)
        elif now.waiting:
            now.entry = Segment(heads=now.waiting, body=[line])
            now.waiting = []
        elif now.entry is not None:
            now.entry.body.append(line)
    yield from now.close()


def _runs_on(line: Line, lines: Sequence[Line], number: int, text: str) -> bool:
    """Whether a short line goes on with an entry whose last line stops in the middle."""
    if line.level or text[lines[number - 1].end - 1] in "。!?;”)":
        return False
    return number + 1 == len(lines) or lines[number + 1].kind is Kind.PLAIN


def _headline(line: Line, lines: Sequence[Line], number: int, waiting: Line) -> bool:
    """Whether a headline belongs to the one entry that a date on the line before it opens."""
    if waiting.date is None or not waiting.date.first.names_day or line.level:
        return False
    following = lines[number + 1] if number + 1 < len(lines) else None
    return following is not None and following.kind in (Kind.PLAIN, Kind.WIRE)


def _own_day(line: Line) -> bool:
    """Whether a line's date does not just lean on the date told before it."""
    return line.date is not None and line.date.first.day_shift is None


def _numbered_items(lines: Sequence[Line]) -> bool:
    """Whether numbers are the markers of the entries: items stand right under dates, or alone."""
    numbered = sum(line.kind is Kind.NUMBERED for line in lines)
    if numbered < 2:
        return False
    under = sum(
        line.kind is Kind.NUMBERED and number > 0 and lines[number - 1].kind is Kind.DATE
        for number, line in enumerate(lines)
    )
    others = sum(line.kind in (Kind.DATED, Kind.MARKED, Kind.TITLED) for line in lines)
    return under > 0 or others == 0


def _colon(line: Line, text: str) -> bool:
    """Whether a headline announces what follows (某区委书记某某:)."""
    return text[line.end - 1] == ":"


def _reports(lines: Sequence[Line], text: str, deepest: int) -> Iterator[Heading | Segment]:
    """The parts of a run of reports: entries open at headlines over a dated text, and by-lines."""
    blocks, tails = _blocks(lines), _tails(lines)
    colons = {n for n, line in enumerate(lines) if line.kind is Kind.HEAD and _colon(line, text)}
    colons = colons if len(colons) >= 3 else set()
    run: list[Line] = []
    current: Segment | None = None
    closed = False
    for number, line in enumerate(lines):
        if number in tails or line.kind is Kind.TAIL:
            if current is not None and current.body:
                current.tail = current.tail or line
                closed = True
            run = []
            continue
        if line.level and line.kind in (Kind.HEAD, Kind.DATE):
            if current is not None:
                yield current
            current, run, closed = None, [], False
            if line.level == deepest and line.kind is Kind.HEAD:
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
            if current is None and not run and patterns().title.search(text, line.start, line.end):
                yield Heading(line)
            else:
                run = [line] if number in colons else [*run, line]
            continue
        inside = current is not None and not closed
        if inside and current is not None and (deepest or not current.body):
            new = False
        elif line.kind is Kind.WIRE:
            new = True
        elif line.kind is Kind.DATED:
            new = bool(run) or not inside
        else:
            announced = bool(run) and bool(colons) and _colon(run[0], text)
            announced = announced or any(head.posted is not None for head in run)
            new = not inside or announced or (blocks and bool(run) and run[0].blank)
        if new:
            if current is not None:
                yield current
            sure = bool(run) or line.kind in (Kind.WIRE, Kind.DATED)
            heads = [head for head in run if re.search("[一-龥]{3}", text[head.start : head.end])]
            current = Segment(heads=heads, body=[line], sure=sure, report=True)
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
