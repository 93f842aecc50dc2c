"""Lists of people behind what they do: 出席开幕式的领导有甲、乙, 随同视察的有丙."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.language.verbs import data
from extractors.lexicon.alternation import any_word

_LONGEST = 40


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = [word for group in data()["inverted"].values() for word in group]
    return re.compile(
        rf"(?P<verb>{any_word(words)})[^,。;]{{0,20}}的[^,。;的有]{{0,10}}(?:还|主要|分别)?有:?$"
    )


@lru_cache(maxsize=1)
def _capacities() -> dict[str, str]:
    return {word: capacity for capacity, words in data()["inverted"].items() for word in words}


def done_before(text: str, at: int) -> str:
    """The capacity of those whose list opens at ``at`` (a clean offset), where what they do stands
    before it; empty where none does."""
    if not text.endswith(("有", "有:"), 0, at):
        return ""
    start = max(0, at - _LONGEST, *(text.rfind(mark, 0, at) + 1 for mark in "。;,\n"))
    match = _pattern().search(text, start, at)
    return _capacities()[match["verb"]] if match else ""
