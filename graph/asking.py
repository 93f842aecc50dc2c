"""Asking a graph: what a store answers, and a canned query with the people whom it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from graph.naming import Ask, Candidate, person_id
from graph.stores.store import UNLIMITED, Limits, Rows
from graph.targets import store_of
from queries.catalogue import Query, bind, by_id

Choose = Callable[[Sequence[Candidate]], Candidate]
"""Picks whom a name means, where several people fit."""


def asking(target: str, limits: Limits = UNLIMITED) -> Ask:
    """What asks the graph of a target, within limits; a file is loaded here and only once.

    Raises StoreError where there is no graph, or no such store.
    """
    store = store_of(target)
    if "://" not in target:
        from graph.stores import kglite_store

        opened = kglite_store.open_graph(target)
        return lambda cypher, params: opened.query(cypher, params, limits)
    return lambda cypher, params: store.query(target, cypher, params, limits)


def answer(
    ask: Ask,
    query: Query,
    given: Mapping[str, str],
    choose: Choose | None = None,
    names: Ask | None = None,
) -> Rows:
    """The rows of a canned query for what is given, people by name, alias, pinyin or id.

    ``names`` looks up who is meant, where ``ask`` has a limit that would hide somebody. Raises
    QueryError for a parameter that the query cannot take; NamingError where nobody fits, and where
    several do and ``choose`` is not there to pick one.
    """
    people = {parameter.name for parameter in query.parameters if parameter.kind == "person"}
    values = {
        name: person_id(names or ask, str(value), choose) if name in people and value else value
        for name, value in bind(query, given).items()
    }
    return ask(by_id(query), values)
