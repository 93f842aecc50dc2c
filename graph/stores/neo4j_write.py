"""The batches of a Neo4j load: each is one managed transaction, written whole or not at all.

A batch may be sent twice (the driver tries again where the connection was lost) and does no harm:
nodes are merged by id, edges by the fingerprint between their two nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from graph.stores.neo4j_compare import Difference
from graph.stores.neo4j_rows import MARK, Part
from graph.stores.store import StoreError

BATCH = 2000
"""Rows of a transaction, where nothing else is asked for."""

Item = TypeVar("Item")
Wrote = Callable[[int], None]


def put_new(session: Any, difference: Difference, wrote: Wrote, size: int = BATCH) -> None:
    """Write the rows that the database lacks; raises StoreError where an edge's end is missing."""
    part = difference.part
    cypher = _new_edges(part) if part.ends else _new_nodes(part)
    for numbers in batches(difference.new, size):
        _send(session, part, cypher, part.rows(numbers))
        wrote(len(numbers))


def put_changed(session: Any, difference: Difference, wrote: Wrote, size: int = BATCH) -> None:
    """Bring rows that have changed up to date; properties of the analyst's stay."""
    part = difference.part
    cypher = _changed_edges(part) if part.ends else _new_nodes(part)
    for batch in batches(difference.changed, size):
        rows = part.rows([number for number, _ in batch])
        if part.ends:
            rows = [[*row, *handle] for row, (_, handle) in zip(rows, batch, strict=True)]
        _send(session, part, cypher, rows)
        wrote(len(batch))


def remove(session: Any, difference: Difference, wrote: Wrote, size: int = BATCH) -> int:
    """Remove what the tables no longer have; gives how many nodes and edges stay all the same.

    They stay where the analyst has put something on them (a label, a property, for a node an
    edge): they lose the fingerprint, and with it count as the analyst's own.
    """
    part = difference.part
    statements = _remove_edges(part.name) if part.ends else _remove_nodes(part.name)
    kept = 0
    for batch in batches(difference.stale, size):
        handles = [list(handle) for handle in batch]
        kept += session.execute_write(_remove, statements, handles, list(part.properties))
        wrote(len(handles))
    return kept


def batches(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items in runs of at most ``size``."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _send(session: Any, part: Part, cypher: str, rows: list[list[Any]]) -> None:
    done = session.execute_write(_write, cypher, rows)
    if done != len(rows):
        raise StoreError(
            f"{part.name}: {len(rows) - done} edges lack a node that was there a moment ago; "
            "does something else change the database? Run the same command again."
        )


def _write(tx: Any, cypher: str, rows: list[list[Any]]) -> int:
    record = tx.run(cypher, rows=rows).single(strict=True)
    return int(record[0])


def _remove(tx: Any, statements: Sequence[str], handles: list[list[Any]], own: list[str]) -> int:
    kept = 0
    for cypher in statements:
        record = tx.run(cypher, handles=handles, own=[*own, MARK]).single()
        kept += int(record[0]) if record else 0
    return kept


def _map(names: Sequence[str], first: int) -> str:
    """A map of a row's cells: the fingerprint, then the named properties from a position on."""
    cells = [f"{name}: row[{place}]" for place, name in enumerate(names, first)]
    return "{" + ", ".join([f"{MARK}: row[0]", *cells]) + "}"


def _new_nodes(part: Part) -> str:
    place = 1 + part.columns.index("id")
    return (
        f"UNWIND $rows AS row MERGE (n:{part.name} {{id: row[{place}]}}) "
        f"SET n += {_map(part.properties, 1)} RETURN count(*)"
    )


def _new_edges(part: Part) -> str:
    start, end = part.ends or ("", "")
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row[1]}}) MATCH (b:{end} {{id: row[2]}}) "
        f"MERGE (a)-[r:{part.name} {{{MARK}: row[0]}}]->(b) "
        f"SET r += {_map(part.properties, 3)} RETURN count(*)"
    )


def _changed_edges(part: Part) -> str:
    handle = 1 + len(part.columns)
    return (
        f"UNWIND $rows AS row MATCH ()-[r:{part.name}]->() "
        f"WHERE elementId(r) = row[{handle}] AND r.{MARK} IN [row[{handle + 1}], row[0]] "
        f"SET r += {_map(part.properties, 3)} RETURN count(*)"
    )


def _remove_edges(name: str) -> tuple[str, str]:
    found = (
        f"UNWIND $handles AS h MATCH ()-[r:{name}]->() "
        f"WHERE elementId(r) = h[0] AND r.{MARK} = h[1]"
    )
    return (
        f"{found} AND any(k IN keys(r) WHERE NOT k IN $own) REMOVE r.{MARK} RETURN count(r)",
        f"{found} DELETE r",
    )


def _remove_nodes(label: str) -> tuple[str, str]:
    found = f"UNWIND $handles AS h MATCH (n:{label} {{id: h[0]}}) WHERE n.{MARK} = h[1]"
    return (
        f"{found} AND (size(labels(n)) > 1 OR any(k IN keys(n) WHERE NOT k IN $own) "
        f"OR EXISTS {{ (n)-[r]-() WHERE r.{MARK} IS NULL }}) "
        f"REMOVE n.{MARK} WITH n OPTIONAL MATCH (n)-[r]-() WHERE r.{MARK} IS NOT NULL "
        "DELETE r RETURN count(DISTINCT n)",
        f"{found} DETACH DELETE n",
    )
