"""Punctuation: doubled marks made one, straight quotes made a pair."""

from __future__ import annotations

import re

from extractors.reading.characters import HAN
from extractors.reading.offsets import CleanText

_DOUBLED = re.compile(
    r"[,、;:。—.!?-](?:(?<=[,、;:。])(?:[ ]?[,、;:。])+|(?<=—)—{2,}|(?<=-)-+(?!-*\n)|(?<=\.)\.{2,}"
    r"|(?<=!)!+|(?<=\?)\?+)"
)
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
