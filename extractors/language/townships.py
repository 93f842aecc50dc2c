"""The townships of a county by their bare names: 石庄 for 石庄镇 in a chronicle of its county.

``extractors/lexicon/townships.txt`` has the townships of today. Their names are older than they
are: the commune, the district and the market of the same place bore them, and a chronicle names
such places without any word for what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from extractors import lexicon
from extractors.language.gazetteer import PEOPLES, Unit, unit_of_code

_KIND = re.compile(rf"(?:(?:(?:{PEOPLES})族?)+乡|[\u4e00-\u9fff]族乡|街道|[镇乡]|苏木)$")


def bare_names(units: Sequence[Unit]) -> tuple[str, ...]:
    """The bare names of the townships in the lowest of ``units`` that is a county or a prefecture.

    Longer names first. Names that the county or the prefecture bears as well (兴化 in 兴化市), and
    those of one character, are left out; none for a province or for no unit.
    """
    own = next((unit for unit in reversed(units) if unit.code), None)
    if own is None or own.level == "province":
        return ()
    return _bare(own.code if own.level == "county" else own.code[:4])


def townships_named(name: str, code: str) -> tuple[tuple[str, str], ...]:
    """The townships of that name, full (石庄镇) or bare, in a county or prefecture of six digits:
    the code of the county and the full name of each."""
    return tuple(
        (town.county, town.name)
        for town in _towns(code.removesuffix("00"))
        if name in (town.name, town.bare)
    )


class _Town(NamedTuple):
    county: str
    name: str
    bare: str


@lru_cache(maxsize=64)
def _towns(code: str) -> tuple[_Town, ...]:
    """The townships of the counties whose codes begin so."""
    table = lexicon.words("townships")  # sorted by code
    following = (table[i] for i in range(bisect_left(table, code), len(table)))
    lines = takewhile(lambda line: line.startswith(code), following)
    return tuple(
        _Town(line[:6], name, _KIND.sub("", name)) for line in lines for name in line.split()[1:]
    )


@lru_cache(maxsize=64)
def _bare(code: str) -> tuple[str, ...]:
    above = {
        unit.short
        for unit in (unit_of_code(code.ljust(6, "0")), unit_of_code(code[:4] + "00"))
        if unit is not None
    }
    names = {town.bare for town in _towns(code)} - above
    return tuple(sorted((n for n in names if len(n) >= 2), key=lambda n: (-len(n), n)))
