"""Where names of bodies end in a text: the endings of the lexicon, numbered units, and words that
only end like one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache

import ahocorasick

from extractors.lexicon import columns, words


@lru_cache(maxsize=1)
def unit_endings() -> frozenset[str]:
    """Ends of the names of numbered units: 五十七师, 117师, 第三军."""
    return frozenset(
        n + unit for n in "0123456789一二三四五六七八九十〇" for unit in "军师旅团营连"
    )


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for ending, kind in columns("body_endings"):
        automaton.add_word(ending, (ending, kind))
    for ending in unit_endings():
        automaton.add_word(ending, (ending, "military"))
    for word in words("not_bodies"):
        automaton.add_word(word, (word, ""))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=1)
def endings() -> frozenset[str]:
    """All endings of names of bodies."""
    return frozenset(row[0] for row in columns("body_endings"))


@lru_cache(maxsize=1024)  # read once for all names and once for those that posts leave
def ending_spans(text: str, start: int) -> tuple[tuple[int, int, str], ...]:
    """Endings of bodies from ``start`` on, with their kind; of two that overlap the later one."""
    spans: list[tuple[int, int, str]] = []
    for last, (word, kind) in _automaton().iter(text, start):
        first, end = last + 1 - len(word), last + 1
        if spans and spans[-1][1] == end and spans[-1][0] <= first:
            continue  # the longest comes first
        while kind and spans and spans[-1][0] >= first:
            spans.pop()
        spans.append((first, end, kind))
    return tuple(_apart(spans))


def _apart(spans: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Endings that do not overlap, from the left: of two, the one that ends later stands; words
    that are no endings (大学联合) keep others from standing, and fall out. What overlaps one that
    stands keeps nothing from standing: 政工组成立 is 组 and 成立, though 组成 is a word."""
    kept: list[tuple[int, int, str]] = []
    before = sys.maxsize
    for span in reversed(spans):
        if span[1] <= before:
            kept.append(span)
            before = span[0]
    return (span for span in reversed(kept) if span[2])
