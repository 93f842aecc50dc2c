"""One regex for the words of a list, made so that most places are left after one look.

Python's regexes try the alternatives of ``甲|乙|…`` one after the other at every place. Here words
that begin alike share their beginning (``传(?:达|递)``), so that few are tried, and where all begin
with a character of their own a search passes over the places where none of these stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

Pair = tuple[re.Pattern[str], re.Pattern[str]]
"""A class of characters with which every match of a regex begins, and the regex."""

_LOOKS = re.compile(r"^(?:\(\?<?[!=][^)]*\))+")
_REPEATS = ("?", "*", "+", "{")


def any_of(*lists: Iterable[str]) -> str:
    """A regex (a group of its own, without a number) for any word of the lists.

    Of the words that stand at a place those of an earlier list go first, and of one list the
    longer. A word may be a regex; it must not have ``|`` outside brackets.
    """
    ordered = [word for words in lists for word in sorted(words, key=lambda w: (-len(w), w))]
    return f"(?:{_shared(ordered)})"


def any_word(*lists: Iterable[str]) -> str:
    """As ``any_of`` for words that are no regexes."""
    return any_of(*(map(re.escape, words) for words in lists))


def first_of(words: Iterable[str]) -> frozenset[str]:
    """The characters with which the words begin, looks ahead and behind left out."""
    return frozenset(_LOOKS.sub("", word)[0] for word in words)


def matches(pair: Pair, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of a long regex in ``text[start:end]``, tried only where it can begin.

    ``pair`` are a class of characters with which every match begins, and the regex. Matches do not
    overlap.
    """
    firsts, whole = pair
    reach = start
    for first in firsts.finditer(text, start, end):
        if first.start() >= reach and (match := whole.match(text, first.start(), end)):
            reach = match.end()
            yield match


def beginning(firsts: Iterable[str], regex: str) -> Pair:
    """The compiled regex with a class of the characters with which its matches begin."""
    return re.compile(f"[{re.escape(''.join(sorted(set(firsts))))}]"), re.compile(regex)


def _shared(alternatives: Sequence[str]) -> str:
    """The alternatives with the beginnings that they share written once.

    Two that begin with different characters never match at one place, so that their order is
    free; what begins with anything but a plain character keeps its place in the order.
    """
    parts: list[str] = []
    by_first: dict[str, list[str]] = {}
    for alternative in dict.fromkeys(alternatives):
        if _plain(alternative):
            by_first.setdefault(alternative[0], []).append(alternative[1:])
        else:
            parts += _grouped(by_first)
            parts.append(alternative)
            by_first = {}
    return "|".join([*parts, *_grouped(by_first)])


def _plain(alternative: str) -> bool:
    """Whether it begins with a character that stands for itself, once."""
    return alternative[:1].isalnum() and alternative[1:2] not in _REPEATS


def _grouped(by_first: dict[str, list[str]]) -> list[str]:
    return [
        first + (rests[0] if len(rests) == 1 else f"(?:{_shared(rests)})")
        for first, rests in by_first.items()
    ]
