"""Whether Cypher that a stranger wrote does no more than read the graph.

Both stores refuse by themselves whatever would write: kglite is asked on a snapshot that cannot
change, Neo4j in a transaction that may only read. Neither refuses what reads beyond the graph, so
``LOAD CSV`` and several statements in one text are looked for here, and on Neo4j its own plan of
the query is asked as well, which also names the procedures that would be called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.stores.store import StoreError

_BETWEEN = r"(?:\s|/\*.*?\*/|//[^\r\n]*)+"
_LOAD_CSV = re.compile(rf"\bload{_BETWEEN}csv\b", re.IGNORECASE | re.DOTALL)
# What a semicolon may stand in without ending a statement: texts, quoted names, comments.
_INERT = re.compile(
    r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|/\*.*?\*/|//[^\r\n]*", re.DOTALL
)
_OWN_PROCEDURES = "db."


def refuse_more_than_reading(target: str, cypher: str) -> None:
    """Raises StoreError, with the reason, for Cypher that does more than read this graph."""
    if _LOAD_CSV.search(cypher):
        # Looked for in comments and texts as well: to refuse too much does no harm.
        raise StoreError("LOAD CSV reads files, and a query may only read the graph.")
    if ";" in _INERT.sub(" ", cypher).rstrip().removesuffix(";"):
        raise StoreError("Ask one query at a time: there is a semicolon before the end.")
    if "://" in target:
        _refuse_by_plan(target, cypher)


def _refuse_by_plan(target: str, cypher: str) -> None:
    from graph.stores.neo4j_connection import opened

    with (
        opened(target) as (driver, where),
        driver.session(database=where.database, default_access_mode="READ") as session,
    ):
        summary = session.run("EXPLAIN " + cypher).consume()
    if summary.query_type != "r":
        raise StoreError(f"{target}: a query may only read this graph.")
    for operator, details in _steps(summary.plan):
        if operator.startswith("LoadCSV"):
            raise StoreError("LOAD CSV reads files, and a query may only read the graph.")
        if operator.startswith("ProcedureCall") and not details.startswith(_OWN_PROCEDURES):
            raise StoreError(f"Only procedures of db. may be called, not {details.split('(')[0]}.")


def _steps(plan: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    """Operator and details of every step of Neo4j's plan."""
    if plan is not None:
        yield str(plan["operatorType"]), str(plan.get("args", {}).get("Details", ""))
        for child in plan.get("children", ()):
            yield from _steps(child)
