"""Punctuation: doubled marks made one, points made full stops, straight quotes made a pair."""

from __future__ import annotations

import re

from extractors.reading.characters import HAN
from extractors.reading.offsets import CleanText

_DOUBLED = re.compile(
    r"[,、;:。—.!?-](?:(?<=[,、;:。])(?:[ ]?[,、;:。])+|(?<=—)—{2,}|(?<=-)-+(?!-*\n)|(?<=\.)\.{2,}"
    r"|(?<=!)!+|(?<=\?)\?+)"
)
_POINTED = re.compile(rf"^[^\n]*[{HAN})”》%]\.[ \u3000]*$", re.MULTILINE)
_DOT_LAST = re.compile(r"\.(?=[ \u3000]*$)")
_DOT_BEFORE_DAY = re.compile(rf"(?<=[{HAN}]{{2}})\.(?=(?:[1-9]|[12]\d|3[01])(?:日|月\d))")
_DOT_BETWEEN = re.compile(rf"(?<=[{HAN}]{{3}})\.(?=[{HAN}]{{3}})")
_SINGLE = re.compile(f"'([^'\n]{{0,40}}[{HAN}][^'\n]{{0,40}})'")
_RANK = "。;:、,"


def _one(run: str) -> str:
    if run[0] in "—-":
        return "——"
    if run[0] in "!?":
        return run[0]
    if run[0] == "." or (len(run) > 2 and set(run) == {"。"}):
        return "……"
    return next(mark for mark in _RANK if mark in run)


def single_marks(clean: CleanText) -> CleanText:
    """``,、`` becomes ``、``, ``,。`` becomes ``。``; three dashes or more become ``——``."""
    return clean.rewrite((m.start(), m.end(), _one(m[0])) for m in _DOUBLED.finditer(clean.text))


def full_stops(clean: CleanText) -> CleanText:
    """Points that end sentences become ``。``: before a day (防汛.24日), at the end of a line, and
    between the Chinese words of a line that ends so and has no ``。``."""
    if "." not in clean.text:
        return clean
    text = _POINTED.sub(_pointed, clean.text)
    return clean.respell(_DOT_BEFORE_DAY.sub("。", text))


def _pointed(line: re.Match[str]) -> str:
    """A line that ends with a point, its points made full stops."""
    told = line[0] if "。" in line[0] else _DOT_BETWEEN.sub("。", line[0])
    return _DOT_LAST.sub("。", told)


def paired_quotes(clean: CleanText) -> CleanText:
    """Straight quotes become “ and ” in turn, in every line that has an even number of them.

    Straight single quotes around Chinese words become ‘ and ’.
    """
    if '"' not in clean.text and "'" not in clean.text:
        return clean
    lines = clean.text.split("\n")
    for number, line in enumerate(lines):
        pieces = line.split('"')
        if len(pieces) % 2 == 1 and len(pieces) > 1:
            marks = ("“", "”") * (len(pieces) // 2)
            ends = zip(pieces, (*marks, ""), strict=True)
            lines[number] = "".join(piece + mark for piece, mark in ends)
    return clean.respell(_SINGLE.sub(r"‘\1’", "\n".join(lines)))
