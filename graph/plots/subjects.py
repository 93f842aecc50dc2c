"""Whom a picture is about: one person or one body, found by name or id."""

from __future__ import annotations

from dataclasses import dataclass

from graph.naming import Ask
from graph.stores.store import StoreError


@dataclass(frozen=True, slots=True)
class Subject:
    """A node: ``label`` is Person or Organisation."""

    label: str
    id: str
    name: str


_ASKED = {
    "Person": "MATCH (n:Person) WHERE n.name = $key OR n.id = $key "
    "RETURN n.id AS id, n.name AS name, n.scope AS told ORDER BY id",
    "Organisation": "MATCH (n:Organisation) "
    "WHERE n.name = $key OR n.id = $key OR $key IN n.aliases "
    "RETURN n.id AS id, n.name AS name, n.kind AS told ORDER BY id",
}  # fmt: skip
_WORD = {"Person": "person", "Organisation": "body"}


def find_subject(ask: Ask, label: str, key: str) -> Subject:
    """The one node of that label and name, alias or id.

    Raises StoreError where there is none, and where several have the name: then their ids are
    in the sentence.
    """
    rows = ask(_ASKED[label], {"key": key}).rows
    exact = [row for row in rows if key in (row[0], row[1])] or list(rows)
    word = _WORD[label]
    if not exact:
        raise StoreError(f"{key}: the graph has no {word} of that name; see `graph query people`.")
    if len(exact) > 1:
        several = ", ".join(f"{own} ({told or 'scope unknown'})" for own, _, told in exact)
        raise StoreError(f"{key} is the name of more than one {word}; give an id: {several}.")
    own, name, _ = exact[0]
    return Subject(label, own, name)
