"""Ages that have a name instead of a year: decades (1990年代, 80年代初) and times (解放初)."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors import lexicon
from extractors.reading import numerals
from extractors.reading.points import Point

_DECADE = re.compile(
    r"(?:(?P<century>\d\d|二十|十九|上个?|本)世纪)?"
    r"(?P<decade>(?:1[89]|20)\d0|[1-9]0|[一二三四五六七八九]十)年代"
)
_GLOSS = re.compile(r" ?[(（][^()（）\n]{0,12}\d{4}[^()（）\n]{0,12}[)）]")
_CENTURIES = {"二十": 1900, "十九": 1800, "上": 1900, "上个": 1900, "本": 1900}


@lru_cache(maxsize=1)
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.table("dates")
    names, parts = (sorted(table[key], key=len, reverse=True) for key in ("ages", "decade_parts"))
    return re.compile("|".join(names)), re.compile("|".join(parts))


def age(text: str, at: int) -> tuple[Point, int] | None:
    """The age at ``at`` and where it ends, its years in brackets included; None without one.

    A decade without its century is of the twentieth, as is 上世纪: nearly all chronicles that
    say so were written after 2000 of the time before.
    """
    table = lexicon.table("dates")
    names, parts = _named()
    if decade := _DECADE.match(text, at):
        written = numerals.number(decade["decade"]) or int(decade["decade"])
        century = decade["century"]
        base = _CENTURIES.get(century or "上") or 100 * (int(century) - 1)
        first = written if written > 100 else base + written
        begins, lasts, end = 0, 9, decade.end()
        if part := parts.match(text, end):
            begins, lasts = table["decade_parts"][part[0]]
            end = part.end()
        years = (first + begins, first + lasts)
    elif name := names.match(text, at):
        years, end = tuple(table["ages"][name[0]]), name.end()
    else:
        return None
    gloss = _GLOSS.match(text, end)
    return Point(years=(years[0], years[1])), gloss.end() if gloss else end
