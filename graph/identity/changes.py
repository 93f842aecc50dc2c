"""Reforms that a chronicle tells: which body was renamed, merged or replaced, and into which.

The names are those that the entry's event has as bodies, so that nothing is guessed from words
that are no body; `changes.toml` holds the forms of saying it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from schema.records import Span

RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class Named:
    """A body in the words of an entry: its id, key and the span within those words."""

    id: str
    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """One body became another: ``kind`` is renamed, merged or replaced.

    Ids and keys of both; ``span`` are the words that say so, within the text given.
    """

    kind: str
    old: str
    new: str
    old_key: str
    new_key: str
    span: Span


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = files("graph.identity").joinpath("changes.toml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = tomllib.loads(text)
    return tuple(
        (change["kind"], re.compile(_marked(form, data["between"])))
        for change in data["change"]
        for form in change["forms"]
    )


def _marked(form: str, between: str) -> str:
    """The form as a pattern over text in which every body is one private character."""
    olds = rf"(?P<olds>(?:[\ue000-\uf8ff]{between})+)"
    news = rf"{between}(?P<new>[\ue000-\uf8ff])"
    return form.replace("{old}", olds).replace("{new}", news)


def changes(text: str, bodies: Sequence[Named]) -> Iterator[Change]:
    """The changes that ``text`` tells of these bodies, each once, in the order of the forms."""
    kept = _longest(bodies)
    if len(kept) < 2:
        return
    marked, where = _mark(text, kept)
    seen: set[tuple[str, str]] = set()
    for kind, pattern in _forms():
        for match in pattern.finditer(marked):
            new = kept[ord(match["new"]) - 0xE000]
            for mark in re.findall("[\ue000-\uf8ff]", match["olds"]):
                old = kept[ord(mark) - 0xE000]
                if old.key != new.key and (old.key, new.key) not in seen:
                    seen.add((old.key, new.key))
                    span = (where[match.start()], where[match.end()])
                    yield Change(kind, old.id, new.id, old.key, new.key, span)


def _longest(bodies: Sequence[Named]) -> list[Named]:
    """The bodies by place, without those that stand inside another."""
    ordered = sorted(set(bodies), key=lambda b: (b.span[0], -b.span[1], b.key))
    found: list[Named] = []
    for body in ordered:
        if not found or body.span[0] >= found[-1].span[1]:
            found.append(body)
    return found


def _mark(text: str, bodies: Sequence[Named]) -> tuple[str, list[int]]:
    """Every body as one private character; and for each position of that text, the one in ours."""
    pieces: list[str] = []
    where: list[int] = []
    position = 0
    for number, body in enumerate(bodies):
        start, end = body.span
        pieces.append(text[position:start] + chr(0xE000 + number))
        where += [*range(position, start), start]
        position = end
    pieces.append(text[position:])
    where += range(position, len(text) + 1)
    return "".join(pieces), where


def renamings(found: Iterable[Change]) -> dict[str, str]:
    """For every body that was renamed, the key of the least one of its line (union-find)."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        root.setdefault(key, key)
        while root[key] != key:
            key = root[key]
        return key

    for change in found:
        if change.kind == RENAMED:
            a, b = sorted((find(change.old_key), find(change.new_key)))
            root[b] = a
    return {key: find(key) for key in root}


def alias_pairs(found: Iterable[Change]) -> set[tuple[str, str]]:
    """Ids of renamed bodies, both ways: each name is an alias of the other body."""
    pairs = {(c.old, c.new) for c in found if c.kind == RENAMED}
    return pairs | {(b, a) for a, b in pairs}
