"""Neo4j's constraints and indexes, generated from the vocabulary.

Community enforces unique ids; constraints that a property must exist are for the paid edition, so
what is ``required`` is left to the tables. Strings get text indexes rather than range indexes: a
range index refuses a transaction with a value beyond 8 kB, a text index one beyond `TEXT_LIMIT`.
"""

from __future__ import annotations

import re

from schema.vocabulary import Vocabulary, constraints

FULLTEXT = "chronicle_text"
"""The full-text index over names and entry texts, with the ``cjk`` analyzer (pairs of characters).

One character alone finds nothing in it; ``CONTAINS`` does, and the text indexes serve that.
"""

TEXT_LIMIT = 32_000
"""Bytes of UTF-8 that an indexed string may have; Neo4j's manual gives 32,766 for text indexes."""

_SEARCHED = ("name", "text")


def neo4j_statements(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Cypher that makes each constraint and index where it is missing; harmless to run again."""
    statements = []
    for constraint in constraints(vocabulary):
        label, prop = constraint.label, constraint.property
        name = f"{_snake(label)}_{prop}"
        if constraint.kind == "unique":
            statements.append(
                f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{prop} IS UNIQUE"
            )
        elif constraint.kind == "index":
            (kind,) = (p.kind for p in vocabulary.nodes[label].properties if p.name == prop)
            form = "TEXT INDEX" if kind == "string" else "INDEX"
            statements.append(f"CREATE {form} {name} IF NOT EXISTS FOR (n:{label}) ON (n.{prop})")
    labels = "|".join(vocabulary.nodes)
    searched = ", ".join(f"n.{prop}" for prop in _SEARCHED)
    statements.append(
        f"CREATE FULLTEXT INDEX {FULLTEXT} IF NOT EXISTS FOR (n:{labels}) ON EACH [{searched}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', "
        "`fulltext.eventually_consistent`: true}}"
    )
    return tuple(statements)


def _snake(label: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", label).lower()
