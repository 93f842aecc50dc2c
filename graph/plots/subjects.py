"""Whom a picture is about: one person or one body, found by name or id."""

from __future__ import annotations

from dataclasses import dataclass

from graph.naming import Ask, person_id
from graph.stores.store import StoreError


@dataclass(frozen=True, slots=True)
class Subject:
    """A node: ``label`` is Person or Organisation."""

    label: str
    id: str
    name: str


_NAMED = "MATCH (n:Person) WHERE n.id = $id RETURN n.name AS name, n.id AS id ORDER BY id"
_BODY = (
    "MATCH (n:Organisation) WHERE n.name = $key OR n.id = $key OR $key IN n.aliases "
    "RETURN n.id AS id, n.name AS name, n.kind AS told ORDER BY id"
)


def find_person(ask: Ask, key: str) -> Subject:
    """The one person whom a name, an alias, pinyin or an id means; raises NamingError."""
    own = person_id(ask, key)
    ((name, _),) = ask(_NAMED, {"id": own}).rows
    return Subject("Person", own, name)


def find_body(ask: Ask, key: str) -> Subject:
    """The one body of that name, alias or id.

    Raises StoreError where there is none, and where several have the name: then their ids are
    in the sentence.
    """
    rows = ask(_BODY, {"key": key}).rows
    exact = [row for row in rows if key in (row[0], row[1])] or list(rows)
    if not exact:
        raise StoreError(f"{key}: the graph has no body of that name; `graph query offices` helps.")
    if len(exact) > 1:
        several = ", ".join(f"{own} ({told})" for own, _, told in exact)
        raise StoreError(f"{key} is the name of more than one body; give an id: {several}.")
    own, name, _ = exact[0]
    return Subject("Organisation", own, name)
