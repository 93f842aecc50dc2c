"""A canned query as text that can be pasted into Neo4j Browser, its parameters set before it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from queries.catalogue import Query, Value, bind


def browser_text(query: Query, given: Mapping[str, str]) -> str:
    """The query with a ``:param`` line for each parameter: what is given, else default or example.

    Browser evaluates what stands behind ``=>`` as Cypher; a JSON string is a Cypher string too.
    Raises QueryError for a value that the query cannot take.
    """
    examples = {p.name: str(p.example) for p in query.parameters if p.required}
    values = bind(query, {**examples, **given})
    lines = [f":param {name} => {_literal(value)};" for name, value in values.items()]
    return "\n".join([*lines, query.cypher.rstrip("\n") + ";\n"])


def _literal(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)
