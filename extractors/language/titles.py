"""Where the heads of posts stand in a text: 书记, 副市长, 常务副主任."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from extractors.lexicon import columns, table, words


class Title(NamedTuple):
    """The head of a post with what modifies it: ``text[start:end]`` (clean offsets, half-open).

    ``name`` is the title as a record gives it: modifiers that belong to the post (副, 常务副,
    第一) are in it, those that say when it is held (原, 时任, 兼) are in ``status``.
    """

    start: int
    end: int
    head: str
    name: str
    status: str = ""


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    """Heads of posts, and longer words that only look like one (委员会, 主席团)."""
    automaton = ahocorasick.Automaton()
    groups = table("chains")["groups"]
    for head in (*groups["none"], *groups["reporters"], *words("posts")):
        automaton.add_word(head, (head, True))
    for word in words("not_posts"):
        automaton.add_word(word, (word, False))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=1)
def _modifiers() -> dict[str, list[tuple[str, str, bool]]]:
    """By last character: (modifier, status, stays in the title), in the order in which to try
    them."""
    dropped = frozenset(table("chains")["modifiers"]["dropped"])
    by_last: dict[str, list[tuple[str, str, bool]]] = {}
    for row in columns("post_modifiers"):
        status = {"-": "", "designate": "proposed"}.get(row[1], row[1])
        by_last.setdefault(row[0][-1], []).append((row[0], status, row[0] not in dropped))
    return by_last


@lru_cache(maxsize=1)
def _guards() -> tuple[str, ...]:
    return tuple(table("chains")["modifiers"]["guards"])


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(table("chains")["modifiers"]["verbs"])


def _follows_name(text: str, at: int) -> bool:
    """Whether a name may stand before ``at``, so that 当选 there tells of a choice: 甲当选主席."""
    if at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff" or text[at - 1] == "的":
        return False
    return text[at - 1] not in "新刚" or _ends_name(text, at)


_OF_BODIES = frozenset("局委府会院校厂司部处室所站队团党区县市省镇乡村社区行")


def _ends_name(text: str, at: int) -> bool:
    """Whether the 新 or 刚 that ends at ``at`` is a name's last character: 陈立新, 王刚."""
    known = _surnames()
    if text[max(0, at - 2) : at - 1] in _OF_BODIES:
        return False
    return text[max(0, at - 3) : at - 2] in known or text[max(0, at - 2) : at - 1] in known


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    """The usual surnames."""
    return frozenset(r[0] for r in columns("surnames") if r[1][0] in "12")


@lru_cache(maxsize=1024)  # a document is read twice: for its names, then entry by entry
def titles(text: str) -> tuple[Title, ...]:
    """Every head of a post in the text, in order; of two that overlap the one that ends later."""
    spans: list[tuple[int, int, str, bool]] = []
    for last, (word, is_head) in _automaton().iter(text):
        start, end = last + 1 - len(word), last + 1
        if spans and spans[-1][1] == end and spans[-1][0] <= start:
            continue
        while spans and spans[-1][1] > start:
            spans.pop()
        spans.append((start, end, word, is_head))
    found: list[Title] = []
    for start, end, head, is_head in spans:
        if is_head:
            found.append(_modified(text, start, end, head, found[-1].end if found else 0))
            if len(found) > 1 and text.startswith("(", found[-1].start - 1):
                _add_other_name(text, found)
    return tuple(found)


def _add_other_name(text: str, found: list[Title]) -> None:
    """Joins the last title to the one before where it stands in brackets behind that as its other
    name: 主席(会长)."""
    title, other = found[-2:]
    if title.end + 1 == other.start and text.startswith(")", other.end):
        name = f"{title.name}({other.name})"
        found[-2:] = [Title(title.start, other.end + 1, title.head, name, title.status)]


def _modified(text: str, start: int, end: int, head: str, floor: int) -> Title:
    name, status, at = head, "", start
    again = True
    while again and at > floor:
        again = False
        for modifier, says, stays in _modifiers().get(text[at - 1], ()):
            if (
                at - len(modifier) >= floor
                and text.startswith(modifier, at - len(modifier))
                and not text.endswith(_guards(), floor, at)
                and not (modifier in _verbs() and _follows_name(text, at - len(modifier)))
                and not (modifier[0] == "新" and _ends_name(text, at - len(modifier) + 1))
            ):
                at -= len(modifier)
                name = modifier + name if stays else name
                status = status or says
                again = True
                break
    return Title(at, end, head, name, status)
