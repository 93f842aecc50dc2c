"""Lines that open with a year of an era that a line above names: 民国元年,… and then 二年,…."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from extractors import lexicon
from extractors.reading.dates import find
from extractors.reading.line import Kind, Line, dated
from extractors.reading.numerals import number
from extractors.reading.openings import Opening, opening
from extractors.reading.timewords import DIGITS, NUMBER, SPACE, words

_OPEN = frozenset((Kind.PLAIN, Kind.HEAD, Kind.DATED, Kind.DATE))
_BARE = re.compile(
    rf"(?P<n>元|[二三四五六]?十[{DIGITS}]?|{NUMBER}){SPACE}年(?![级制来间内以前后多度期计规限]|\d+[个天余])"
)
_GREGORIAN = re.compile(r"\d{4} ?年?|[一二][〇零○一二三四五六七八九]{3}年")


@lru_cache(maxsize=1)
def _lengths() -> dict[str, int]:
    """How many years each era had."""
    rows = lexicon.rows("eras")
    return {row["name"]: int(row["last_year"]) - int(row["first_year"]) + 1 for row in rows}


def with_years_of_eras(found: list[Line], text: str) -> list[Line]:
    """The lines of a document, those made dated that open with a year of the era told above.

    The years do not run down. A line that opens with a year of the new calendar ends the era.
    """
    if not any(era in text for era in _lengths()):
        return found
    era, last = "", 0
    for position, line in enumerate(found):
        if named := words().era.match(text, line.start, line.end):
            era, last = named["era"], number(named["n"]) or 0
            continue
        if line.kind in (Kind.HEAD, Kind.DATE) and (headed := _headed(text[line.start : line.end])):
            era, last = headed, 0
            continue
        if not era or line.kind not in _OPEN:
            continue
        if _GREGORIAN.match(text, line.start, line.end):
            era = ""
            continue
        bare = _BARE.match(text, line.start, line.end)
        nth = number(bare["n"]) if bare else None
        if nth is None or not last <= nth <= _lengths()[era]:
            continue
        read = _read(era, text, line)
        if read is not None and read.date.first.year is not None:
            last = nth
            found[position] = replace(dated(line, read.date, read.body), glued_year=False)
    return found


def _headed(title: str) -> str:
    """The era that a short heading names alone (民国, 清光绪年间); empty where it names none."""
    if len(title) > 16 or any(date.first.years is None for date in find(title)):
        return ""
    return next((era for era in sorted(_lengths(), key=len, reverse=True) if era in title), "")


def _read(era: str, text: str, line: Line) -> Opening | None:
    """The opening of a line, read as if its era stood before its year."""
    whole = era + text[line.start : line.end]
    read = opening(whole, 0, len(whole))
    if read is None:
        return None
    shift = line.start - len(era)
    date = replace(read.date, start=line.start, end=read.date.end + shift)
    return replace(read, date=date, body=read.body + shift)
