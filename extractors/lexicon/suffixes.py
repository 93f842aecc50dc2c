"""Whether one of many words stands at the end of a stretch, without trying them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suffixes:
    """Words by their last character; ``suffixes`` makes them."""

    by_last: dict[str, tuple[str, ...]]

    def end(self, text: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether ``text[start:stop]`` ends with one of the words."""
        stop = len(text) if stop is None else stop
        words = self.by_last.get(text[stop - 1 : stop])
        return words is not None and text.endswith(words, start, stop)


def suffixes(words: Iterable[str]) -> Suffixes:
    """The words, none of them empty, made ready to be looked for."""
    by_last: dict[str, list[str]] = {}
    for word in words:
        by_last.setdefault(word[-1], []).append(word)
    return Suffixes({last: tuple(ending) for last, ending in by_last.items()})
