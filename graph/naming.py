"""Which person of a graph is meant by a name, an alias, pinyin or an id."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.stores.store import Rows, StoreError

Ask = Callable[[str, Mapping[str, Any]], Rows]
"""Runs Cypher with parameters on one graph."""

_BY_NAME = """
MATCH (p:Person)
WHERE p.id = $value OR p.name = $value OR $value IN p.aliases
RETURN p.id AS id, p.name AS name, p.scope AS scope
ORDER BY name, id
"""
_EVERYBODY = "MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.scope AS scope, p.pinyin AS pinyin ORDER BY name, id"  # noqa: E501
_POSTS = """
MATCH (p:Person)-[h:HELD]->(o:Role)
WHERE p.id IN $ids
RETURN p.id AS id, o.name AS post, h.first_seen AS seen
ORDER BY id, seen, post
"""
_POSTS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be meant, with what tells him from the others."""

    id: str
    name: str
    scope: str
    posts: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = "; ".join(part for part in (self.scope, ", ".join(self.posts)) if part)
        return f"{self.name} ({told})" if told else self.name


class NamingError(StoreError):
    """Nobody is meant, or more than one; the sentence says what to give instead.

    ``candidates`` are those who may be meant; empty where nobody is.
    """

    def __init__(self, sentence: str, candidates: Sequence[Candidate] = ()) -> None:
        super().__init__(sentence)
        self.candidates = tuple(candidates)


def candidates(ask: Ask, value: str) -> tuple[Candidate, ...]:
    """Everybody whom ``value`` may mean, by name and id; by pinyin where it is nobody's name.

    Pinyin counts with or without spaces, tones and capitals. Empty where nobody fits.
    """
    found = ask(_BY_NAME, {"value": value}).dicts()
    if not found and value.strip():
        wanted = _plain(value)
        found = [row for row in ask(_EVERYBODY, {}).dicts() if _plain(row["pinyin"]) == wanted]
    posts: dict[str, list[str]] = {}
    if len(found) > 1:
        for row in ask(_POSTS, {"ids": [row["id"] for row in found]}).dicts():
            posts.setdefault(row["id"], []).append(row["post"])
    return tuple(
        Candidate(
            row["id"],
            row["name"],
            row["scope"] or "",
            tuple(posts.get(row["id"], ())[:_POSTS_SHOWN]),
        )
        for row in found
    )


def person_id(
    ask: Ask, value: str, choose: Callable[[Sequence[Candidate]], Candidate] | None = None
) -> str:
    """The id of the one person whom ``value`` means.

    ``choose`` picks where several fit; without it, and where nobody fits, raises NamingError.
    """
    found = candidates(ask, value)
    if len(found) == 1:
        return found[0].id
    if found and choose is not None:
        return choose(found).id
    if found:
        listed = "; ".join(f"{candidate} {candidate.id}" for candidate in found)
        raise NamingError(
            f"{len(found)} people fit {value!r}: {listed}: give the id of one.", found
        )
    names = names_like(ask, value)
    hint = f"did you mean {' or '.join(names)}?" if names else "`graph query people` lists them."
    raise NamingError(f"Nobody in the graph is called {value!r}; {hint}")


def names_like(ask: Ask, value: str) -> tuple[str, ...]:
    """Up to three names that resemble ``value``, the nearest first."""
    names = sorted({row["name"] for row in ask(_EVERYBODY, {}).dicts()})
    return tuple(difflib.get_close_matches(value, names, n=3, cutoff=0.4))


def _plain(pinyin: str | None) -> str:
    """Letters alone, without tones and capitals: Ōuyáng Míngchuān is ouyangmingchuan."""
    apart = unicodedata.normalize("NFD", pinyin or "")
    return "".join(char for char in apart.lower() if char.isalpha() and char.isascii())
