"""How much a name says by itself: two people called 王军 are soon found, two 尉迟广平 are not."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph.identity.romanise import compound_surname

COMMON, ORDINARY, RARE = "common", "ordinary", "rare"


@dataclass(frozen=True, slots=True)
class _Lists:
    surnames: frozenset[str]
    given: frozenset[str]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    text = files("graph.identity").joinpath("common_names.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return _Lists(frozenset(data["surnames"]), frozenset(data["given"]))


@lru_cache(maxsize=65536)
def rarity(name: str) -> str:
    """``common``, ``ordinary`` or ``rare``.

    Common are names of two characters and those with a given name that many share; rare are names
    with a compound surname or one outside the hundred commonest, and transcribed names of four
    characters and more.
    """
    lists = _lists()
    if compound_surname(name):
        return RARE if len(name) > 3 else ORDINARY
    if len(name) > 3:
        return RARE
    known = name[:1] in lists.surnames
    if len(name) == 3 and name[1:] not in lists.given:
        return ORDINARY if known else RARE
    return COMMON if known else ORDINARY
