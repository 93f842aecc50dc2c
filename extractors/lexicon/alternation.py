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
_CLASS = re.compile(r"\[[^\]]+\](?:\{\d+\}(?![?+]))?(?![?*+{])")
_REPEATS = ("?", "*", "+", "{")
_BEGIN = re.compile(
    r"\((?P<look>\?<[!=])(?P<behind>[^()|]+)\)"
    r"|(?:\(\?:(?P<words>(?:[^()[\]]|\[[^]]*\])+)\)|\[(?P<class>[^]^\\-]+)\])(?![*+{]|\?[?+])(?P<may>\??)"
    r"|(?P<char>\w)(?P<may_char>\?)(?![?+])"
)
_PLAIN = re.compile(r"\w(?![?*+{])")
_LONGEST_SPREAD = 600
_BAR = re.compile(r"\|(?![^][]*\])")


def any_of(*lists: Iterable[str]) -> str:
    """A regex (a group of its own, without a number) for any word of the lists.

    Of the words that stand at a place those of an earlier list go first, and of one list the
    longer. A word may be a regex; it must not have ``|`` outside brackets. A list is searched place
    by place where a word of it begins with a range, with what is repeated, or with a look ahead.
    """
    ordered = [word for words in lists for word in sorted(words, key=lambda w: (-len(w), w))]
    return f"(?:{_shared([each for word in ordered for each in _spread(word)])})"


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


def _spread(word: str) -> list[str]:
    """The word as alternatives that begin with plain characters, in the order in which it tries
    them (``被?[评选]为``: 被评为, 被选为, 评为, 选为); the word itself where it has no such form.

    A look behind goes after the first character: ``(?<!修)改`` is ``改(?<!修改)``.
    """
    if not (begin := _BEGIN.match(word)):
        return [word]
    rest = word[begin.end() :]
    if begin["look"]:
        spread = _spread(rest)
        if not all(_PLAIN.match(each) for each in spread):
            return [word]
        return [f"{e[0]}({begin['look']}{begin['behind']}{e[0]}){e[1:]}" for e in spread]
    if begin["words"]:
        heads = _BAR.split(begin["words"])
    else:
        heads = [re.escape(char) for char in begin["class"] or begin["char"]]
    if len(heads) * len(rest) > _LONGEST_SPREAD:
        return [word]  # what is compiled slowly and searched quickly is no gain
    spread = [each for head in heads for each in _spread(head + rest)]
    return spread + (_spread(rest) if begin["may"] or begin["may_char"] else [])


def _shared(alternatives: Sequence[str]) -> str:
    """The alternatives with the beginnings that they share written once.

    Two that begin with different characters never match at one place, so that their order is
    free; what begins with anything but a plain character keeps its place in the order, and shares
    a class of characters only with its neighbours.
    """
    parts: list[str] = []
    by_head: dict[str, list[str]] = {}
    plain = True  # each head so far is one character
    for alternative in dict.fromkeys(alternatives):
        head = _head(alternative)
        if head not in by_head and not (plain and len(head) == 1):
            parts += _grouped(by_head)
            by_head, plain = {}, True
        if head:
            by_head.setdefault(head, []).append(alternative[len(head) :])
            plain = plain and len(head) == 1
        else:
            parts.append(alternative)
    return "|".join([*parts, *_grouped(by_head)])


def _head(alternative: str) -> str:
    """The character or class of characters that it begins with; empty where that is repeated."""
    if found := _CLASS.match(alternative):
        return found[0]
    plain = alternative[:1].isalnum() and alternative[1:2] not in _REPEATS
    return alternative[0] if plain else ""


def _grouped(by_head: dict[str, list[str]]) -> list[str]:
    return [
        head + (rests[0] if len(rests) == 1 else f"(?:{_shared(rests)})")
        for head, rests in by_head.items()
    ]
