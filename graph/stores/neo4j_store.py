"""The graph on a Neo4j server, addressed as ``neo4j://HOST:PORT`` or ``bolt://HOST:PORT``.

A load brings the database to what the tables say, and touches nothing that it has not made: see
`graph.stores.neo4j_rows` for how it knows its own. It goes in batches, so that an interrupted load
leaves whole batches and the next one writes only what is missing. Entries and sources, from which
everything else can be built again, go first; until they are complete, a node ``GraphLoad`` names
the sources that are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import neo4j
from neo4j import exceptions as failures

from graph.identity.judgements import parse
from graph.keeping import Inputs, load_record
from graph.stores.neo4j_compare import Difference, difference
from graph.stores.neo4j_connection import opened
from graph.stores.neo4j_rows import MARK, Part, edge_parts, native, node_parts
from graph.stores.neo4j_write import BATCH, put_changed, put_new, remove
from graph.stores.store import MEASURED, UNLIMITED, Limits, Rows, Step, StoreError, no_step
from graph.tables import SourceRow, Tables
from schema.ddl import neo4j_statements
from schema.vocabulary import load

UNFINISHED = "GraphLoad"
"""The label of the node that stands in the database while a load is not finished."""

_INPUTS = ("Entry", "Source")


def write(
    tables: Tables, target: str, step: Step = no_step, *, batch: int = BATCH
) -> tuple[str, ...]:
    """Make the database hold these tables and keep what an analyst has added to it.

    ``step`` hears what is done: a label or edge type, rows written, rows to write in all; a
    transaction has at most ``batch`` rows. Gives sentences about what stayed although the tables no
    longer have it. Raises StoreError; what was written until then stays, and the same call again
    finishes the work.
    """
    with opened(target) as (driver, where), driver.session(database=where.database) as session:
        _schema(session)
        nodes, edges = node_parts(tables), edge_parts(tables)
        found = {part.name: difference(session, part) for part in nodes.values()}
        joined = [difference(session, part) for part in edges.values()]
        every = [*found.values(), *joined]
        total = sum(d.size for d in every)
        if not total:
            session.execute_write(_finished)
            return ()
        session.execute_write(_begun, _touched(session, tables, found))
        done = 0

        def wrote(part: Part) -> Callable[[int], None]:
            def count(rows: int) -> None:
                nonlocal done
                done += rows
                step(part.name, done, total)

            return count

        def put(several: Iterable[Difference]) -> None:
            for one in several:
                put_new(session, one, wrote(one.part), batch)
                put_changed(session, one, wrote(one.part), batch)

        def drop(several: Iterable[Difference]) -> int:
            return sum(remove(session, one, wrote(one.part), batch) for one in several)

        inputs = [found[label] for label in _INPUTS]
        others = [one for label, one in found.items() if label not in _INPUTS]
        put(inputs)
        kept = drop(inputs)
        session.execute_write(_begun, [])
        put(others)
        put(joined)
        kept += drop(joined) + drop(others)
        session.execute_write(_finished)
        session.run("CALL db.awaitIndexes(600)").consume()
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    if kept:
        return (
            f"{where}: {kept} nodes or edges that the sources no longer give stay there, because "
            "something was added to them by hand.",
        )
    return ()


def query(
    target: str,
    cypher: str,
    params: Mapping[str, Any] | None = None,
    limits: Limits = UNLIMITED,
) -> Rows:
    """The rows of a reading query; raises StoreError, also for a query that would write."""

    def read(tx: Any) -> tuple[tuple[str, ...], list[Any], bool]:
        answer = tx.run(cypher, dict(params or {}))
        if limits.rows is None:
            return tuple(answer.keys()), list(answer), False
        kept = answer.fetch(limits.rows)
        return tuple(answer.keys()), kept, answer.peek() is not None

    with opened(target) as (driver, where), driver.session(database=where.database) as session:
        try:
            asked = neo4j.unit_of_work(timeout=limits.seconds)(read)
            columns, records, more = session.execute_read(asked)
        except failures.Neo4jError as error:
            if "TransactionTimedOut" in str(error.code) and limits.seconds is not None:
                raise StoreError(
                    f"{where}: the query was given up after {limits.seconds:g} seconds; "
                    "ask for less, or start from one person, body or day."
                ) from error
            raise
    rows = tuple(tuple(native(value) for value in record.values()) for record in records)
    return Rows(columns, rows, more)


def load_inputs(target: str) -> Inputs:
    """The records and sources that the graph there was built from; empty where there is none.

    Sources whose entries an interrupted load left incomplete are not given but named in
    ``unfinished``.
    """
    with opened(target) as (driver, where), driver.session(database=where.database) as session:
        return session.execute_read(_inputs, target)  # type: ignore[no-any-return]


def _schema(session: Any) -> None:
    for statement in neo4j_statements(load()):
        session.run(statement).consume()
    session.run("CALL db.awaitIndexes(600)").consume()


def _begun(tx: Any, names: list[str]) -> None:
    tx.run(f"MERGE (n:{UNFINISHED}) SET n.name = '未完成的载入', n.sources = $names", names=names)


def _finished(tx: Any) -> None:
    tx.run(f"MATCH (n:{UNFINISHED}) DETACH DELETE n")


def _touched(session: Any, tables: Tables, found: Mapping[str, Difference]) -> list[str]:
    """The names of the sources of which something will be written or removed, and of those that
    an earlier load left open."""
    sources = tables.nodes["Source"].select(["id", "name"]).to_pylist()
    name_of = {row["id"]: row["name"] for row in sources}
    ids = tables.nodes["Entry"]["id"]
    entries = found["Entry"]
    written = {ids[n].as_py() for n in entries.new}
    written |= {ids[n].as_py() for n, _ in entries.changed}
    table = tables.edges["FROM_SOURCE", "Entry", "Source"]
    pairs = zip(table["from_id"].to_pylist(), table["to_id"].to_pylist(), strict=True)
    names = {name_of[end] for start, end in pairs if start in written}
    own = found["Source"]
    rows = [*own.new, *(number for number, _ in own.changed)]
    names |= {sources[number]["name"] for number in rows}
    lost = [[handle for handle, _ in stale] for stale in (entries.stale, own.stale)]
    gone = session.execute_read(_names_of, *lost)
    return sorted({*names, *gone})


def _names_of(tx: Any, entries: list[str], sources: list[str]) -> list[str]:
    open_before = tx.run(f"MATCH (n:{UNFINISHED}) RETURN n.sources").values()
    by_entry = tx.run(
        "UNWIND $ids AS id MATCH (:Entry {id: id})-[:FROM_SOURCE]->(s:Source) "
        "RETURN DISTINCT s.name",
        ids=entries,
    ).values()
    own = tx.run("UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN s.name", ids=sources).values()
    return [*(name for (names,) in open_before for name in names or ()),
            *(name for (name,) in [*by_entry, *own])]  # fmt: skip


def _inputs(tx: Any, target: str) -> Inputs:
    open_still = {
        name
        for (names,) in tx.run(f"MATCH (n:{UNFINISHED}) RETURN n.sources").values()
        for name in names or ()
    }
    entries = tx.run(
        f"MATCH (e:Entry) WHERE e.{MARK} IS NOT NULL "
        "RETURN e.record AS record, e.text AS text, e.id AS id ORDER BY id"
    )
    try:
        records = tuple(load_record(row["record"], row["text"] or "") for row in entries)
    except (TypeError, ValueError, KeyError) as error:
        raise StoreError(
            f"{target}: its entries hold no readable records ({error}); build it anew elsewhere."
        ) from error
    names = ("name", "url", "heading", "sha256", "length", "judgements")
    columns = ", ".join(f"s.{name} AS {name}" for name in names)
    rows = tx.run(f"MATCH (s:Source) WHERE s.{MARK} IS NOT NULL RETURN {columns} ORDER BY s.id")
    rows = list(rows)
    sources = tuple(SourceRow(*(row[name] for name in names[:5])) for row in rows)
    return Inputs(
        tuple(record for record in records if record.source not in open_still),
        tuple(source for source in sources if source.name not in open_still),
        tuple(sorted(open_still)),
        tuple(found for row in rows for found in parse(row["judgements"] or "")),
        tx.run(MEASURED).peek() is not None,
    )
