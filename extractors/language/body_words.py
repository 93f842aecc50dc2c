"""What the names of bodies say of themselves: how they end, whose committee they are, what lies in
what.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from extractors.lexicon import table, words
from extractors.lexicon.suffixes import Suffixes, suffixes


@cache
def data() -> Any:
    """The content of chains.toml."""
    return table("chains")


@cache
def among(*keys: str) -> frozenset[str]:
    """A list of chains.toml, found by its table and name, as a set."""
    found = data()
    for key in keys:
        found = found[key]
    return frozenset(found)


@lru_cache(maxsize=1)
def _endings() -> Suffixes:
    return suffixes(words("body_endings"))


def ends_body(text: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether ``text[start:stop]`` ends as names of bodies end."""
    return _endings().end(text, start, stop)


@cache
def _party() -> tuple[str, ...]:
    """Party bodies and boards inside a body, the longest first."""
    return tuple(sorted(data()["party"], key=len, reverse=True))


def base(organisation: str) -> str:
    """The parent of a party body or board inside a body: 河西学院党委 is 河西学院."""
    for suffix in _party():
        rest = organisation.removesuffix(suffix)
        if (
            rest != organisation
            and len(rest) >= 2
            and not (suffix in data()["standing"] and not ends_body(rest))
        ):
            return rest
    committee = _COMMITTEE_IN.match(organisation)
    return committee[1] if committee and ends_body(committee[1]) else organisation


_COMMITTEE_IN = re.compile(r"^(?:中共|中国共产党)?([^中].+)委员会$")
_OF_PLACE = re.compile(
    r"^(.{1,14}(?:[省市区县州盟旗镇乡](?=委|政府|人民政府|人大|政协|纪委|监委|党工委|检察院|法院)|"
    r"(?:[镇乡]|街道)(?=党委|党工委|办事处|人大工委)))"
)


def place_of(organisation: str) -> str:
    """The place whose committee, government or congress this is: 绵阳市委 is 绵阳市."""
    match = _OF_PLACE.match(organisation.removeprefix("中共").removeprefix("共青团"))
    place = match[1] if match else ""
    return place[:2] if len(place) == 3 and place[1] == place[2] else place  # 泾县县委
