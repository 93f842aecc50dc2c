"""Spaces inside a line: which divide items, which a column's edge left in the middle of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractors.lexicon import words
from extractors.reading.characters import HAN, is_han
from extractors.reading.offsets import CleanText, Edit

_RUN = re.compile(r"[ \u3000]+")
_PROSE = re.compile("[,。;、]")
_DATE_BEFORE = re.compile(r"(?:\d[-:./]\d{1,4}|日)$")
_DAY_BEFORE = re.compile(r"\d日$")
_MONTH_OPENS = re.compile(r"\W*(?:\d{4} ?年 ?)?\d{1,2} ?月$")
_DAY_AFTER = re.compile(r"[\d ]{1,4}[日—~至-]")
_DATE_AFTER = re.compile(r"\d{1,2}月|\d{4}[年./-]")
_NUMBER_BEFORE = re.compile(r"^[#\s]*\d{1,4}(?: ?[-—~至到、./]{1,2} ?\d{1,4}){0,5}$")
_UNIT_AFTER = re.compile("[年月日号时点分秒届次个名人位项亿万元余多岁周]")
_CLOSE = frozenset("、。》”’】…〉〕")
_OPEN = frozenset("《“‘【〈〔")
_REPORT = frozenset("讯电报社")
_MARKS = frozenset(",;:!?)%")
_BULLETS = frozenset("△▲☆★●○◎◇◆□■※▶►•◢◣·→①②③④⑤⑥⑦⑧⑨⑩")
NARROWEST = 16
"""A newspaper column has at least this many half-width places."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A run of spaces in a line: where it stands, how far from the line's start, what it parts."""

    start: int
    end: int
    column: int
    wide: bool


@cache
def _letters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters with gaps between them, and one before a full-width gap; few texts need either,
    and both take long to compile."""
    return (
        re.compile(rf"(?<![{HAN}])[{HAN}](?:[ \u3000]+[{HAN}])+(?![{HAN}])"),
        re.compile(rf"(?<![{HAN} \u3000])[{HAN}]\u3000+(?=[{HAN}])"),
    )


def width(text: str) -> int:
    """Half-width places that the text takes on a page; a Chinese comma took two before cleaning.

    GBK writes in two bytes what takes two places.
    """
    return len(text.encode("gbk", "replace")) + sum(map(text.count, ",;:()!?"))


def _letter_spaced(text: str) -> frozenset[int]:
    """Where the gaps inside ``张　三`` and ``任 命 名 单`` stand: these are one word each.

    Two lone characters are one name padded to three places; in a longer run, gaps of two kinds
    mean that every other one parts two names, and gaps of one kind a spaced heading. A lone
    surname before a full-width gap is half a name, whatever follows (``张　三出席``).
    """
    within: set[int] = set()
    alone, padded = _letters()
    for found in alone.finditer(text):
        gaps = list(_RUN.finditer(found[0]))
        kinds = {width(gap[0]) for gap in gaps}
        if len(kinds) > 1 and len(gaps) % 2 == 1:
            gaps = gaps[::2]
        within.update(found.start() + gap.start() for gap in gaps)
    if "\u3000" in text:
        surnames = frozenset(words("surnames"))
        within.update(
            found.start() + 1 for found in padded.finditer(text) if found[0][0] in surnames
        )
    return frozenset(within)


_DIGITS_APART = re.compile(
    r"(?<!\d)[12](?: +\d){3}(?= *年)|(?<![\d ])1 +0(?= *月)|(?:(?<=年)|(?<=年 ))1 +[12](?= *月)"
    r"|(?:(?<=月)|(?<=月 ))[123] +\d(?= *日)"
)


def _in_dates(line: str) -> frozenset[int]:
    """Where the gaps among the digits of one number of a date stand: 1 9 5 6 年, 1 0 月 1 8 日."""
    return frozenset(
        found.start() + gap.start()
        for found in _DIGITS_APART.finditer(line)
        for gap in _RUN.finditer(found[0])
    )


def _needless(line: str, gap: _Gap) -> bool:
    """Whether the characters on both sides say that no space belongs between them."""
    before, after = line[gap.start - 1], line[gap.end]
    if before == "#" or (before in _REPORT and _DATE_AFTER.match(line, gap.end)):
        return False
    if before in _CLOSE or after in _CLOSE or before in _OPEN or after in _OPEN:
        return True
    if before == "—" or after == "—" or before in _BULLETS:
        return True
    han_before, han_after = is_han(before), is_han(after)
    if before in _MARKS or before == "(":
        beyond = line[gap.start - 2 : gap.start - 1]
        return han_after or is_han(beyond) or beyond in _CLOSE
    if after in _MARKS or after == "(":
        return han_before or before == ")"
    if han_before and after.isalnum() and not han_after:
        if before == "月" and _MONTH_OPENS.match(line, 0, gap.start):
            return _DAY_AFTER.match(line, gap.end) is not None  # 1998年10月 90周年校庆
        return not _DATE_BEFORE.search(line[: gap.start])
    if han_after and before.isalnum() and not han_before:
        head = line[: gap.start]
        if _UNIT_AFTER.match(after) and not _DATE_BEFORE.search(head):
            return True
        return not _DATE_BEFORE.search(head) and not _NUMBER_BEFORE.match(head)
    return False


def _gaps(line: str) -> list[_Gap]:
    gaps = []
    column, at = 0, 0
    for found in _RUN.finditer(line):
        column += width(line[at : found.start()])
        at = found.end()
        wide = "\u3000" in found[0] or len(found[0]) > 1
        gaps.append(_Gap(found.start(), found.end(), column, wide))
    return gaps


def _column(line: str, gaps: Sequence[_Gap]) -> int:
    """The width of the column that the line's single spaces keep to; 0 where they keep to none."""
    if len(gaps) < 2 or not _PROSE.search(line):
        return 0
    places = [0, *(gap.column for gap in gaps if not gap.wide)]
    pieces = [late - early for early, late in pairwise(places)]
    broad = max(pieces, default=0)
    if broad < NARROWEST:
        return 0
    full, length = 0, 0
    for number, piece in enumerate(pieces):
        length += piece
        if length > broad + 4:
            return 0
        if length >= broad - (8 if number == 0 else 5):
            full, length = full + 1, 0
    return broad if full >= 2 else 0


def _wrapped(gaps: Sequence[_Gap], broad: int) -> Iterator[_Gap]:
    """The gaps that stand at the column's edge."""
    edge = 0
    for gap in gaps:
        slack = 10 if edge == 0 else 6
        if not gap.wide and broad - slack <= gap.column - edge <= broad + 5:
            yield gap
            edge = gap.column


def _nearest(columns: Sequence[int], number: int) -> int:
    """The column of the closest line that has one, at most eight lines away."""
    for away in range(9):
        for other in (number - away, number + away):
            if 0 <= other < len(columns) and columns[other]:
                return columns[other]
    return 0


def spaced(clean: CleanText) -> tuple[CleanText, bool]:
    """The text with spaces between items only, and whether it came in newspaper columns.

    The spaces at the head of a line stay: they may be an indent.
    """
    lines = clean.text.split("\n")
    found = [_gaps(line) if " " in line or "\u3000" in line else [] for line in lines]
    columns = [_column(line, gaps) for line, gaps in zip(lines, found, strict=True)]
    newspaper = sum(1 for column in columns if column) >= 3
    edits: list[Edit] = []
    at = 0
    for number, (line, gaps) in enumerate(zip(lines, found, strict=True)):
        broad = columns[number] or (_nearest(columns, number) if newspaper and gaps else 0)
        inner = any(gap.start and gap.end < len(line) for gap in gaps)
        within = _letter_spaced(line) | _in_dates(line) if inner else frozenset()
        edges = set(_wrapped(gaps, broad)) if broad and _PROSE.search(line) else set()
        for gap in gaps:
            if gap.start == 0:
                continue
            if gap.end == len(line) or gap.start in within or _needless(line, gap):
                new = ""
            else:
                latin = line[gap.start - 1].isascii() and line[gap.end].isascii()
                dated = _DAY_BEFORE.search(line, 0, gap.start) is not None
                new = "" if gap in edges and not latin and not dated else " "
            if new != line[gap.start : gap.end]:
                edits.append((at + gap.start, at + gap.end, new))
        at += len(line) + 1
    return clean.rewrite(edits), newspaper
