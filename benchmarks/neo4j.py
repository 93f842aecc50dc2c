"""How fast a graph goes into Neo4j: over Bolt, again unchanged, and in bulk.

    python -m benchmarks.neo4j [ENTRIES]...       10000 and 100000 where none are named

The graph is the sample chronicles over and over (`benchmarks.many_entries`). Each measurement has
a fresh server of its own (Neo4j Community from Maven, as in the tests). The yardstick is a bare
loop: the same rows, the same driver, the same constraints and indexes, batches of the same size,
``UNWIND $rows … CREATE``, nothing compared and nothing looked up but an edge's two nodes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.many_entries import many, tiled
from graph.assemble import assemble
from graph.stores import neo4j_admin, neo4j_store
from graph.stores.neo4j_write import BATCH
from graph.tables import Tables
from schema.ddl import neo4j_statements
from schema.vocabulary import load
from tests.neo4j.servers import PASSWORD, Server, running

SIZES = (10_000, 100_000)
TILE = 10_000


def tables_of(entries: int) -> Tables:
    """A graph of so many entries: ten thousand of them read and assembled, then repeated."""
    inputs = many(min(entries, TILE))
    tables = assemble(inputs.records, inputs.sources)
    return tiled(tables, -(-entries // TILE))


def measure(entries: int) -> dict[str, float]:
    """Seconds of every way, and how many rows (nodes and edges) there were."""
    tables = tables_of(entries)
    rows = sum(t.num_rows for t in (*tables.nodes.values(), *tables.edges.values()))
    found: dict[str, float] = {
        "entries": tables.nodes["Entry"].num_rows,
        "nodes": sum(table.num_rows for table in tables.nodes.values()),
        "rows": rows,
    }
    say(f"{entries} entries: {rows} nodes and edges")
    with fresh() as server:
        found["bare loop"] = seconds(lambda: bare_loop(tables, server))
    with fresh() as server:
        found["bolt"] = seconds(lambda: neo4j_store.write(tables, server.address))
        found["bolt again"] = seconds(lambda: neo4j_store.write(tables, server.address))
        assert count(server) == rows, "the load is not complete"
    with tempfile.TemporaryDirectory() as folder:
        found["bulk export"] = seconds(lambda: neo4j_admin.write(tables, folder))
        home = Path(folder) / "home"
        server = Server(home, heap="2g", quick_start=False)
        found["bulk import"] = seconds(lambda: bulk_import(server, Path(folder)))
        with running(server):
            assert count(server) == rows, "the import is not complete"
    found["bulk"] = found["bulk export"] + found["bulk import"]
    say(json.dumps({name: round(value, 2) for name, value in found.items()}))
    return found


def say(line: str) -> None:
    """Progress, on standard error."""
    print(line, file=sys.stderr, flush=True)


def bare_loop(tables: Tables, server: Server) -> None:
    """What a script of ten lines would do."""
    with server.driver() as driver:
        for statement in neo4j_statements(load()):
            driver.execute_query(statement, database_="neo4j")
        for label, table in tables.nodes.items():
            cypher = f"UNWIND $rows AS row CREATE (n:{label}) SET n = row"
            for batch in table.to_batches(max_chunksize=BATCH):
                driver.execute_query(cypher, rows=batch.to_pylist(), database_="neo4j")
        for (edge, start, end), table in tables.edges.items():
            cypher = (
                f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from_id}}) "
                f"MATCH (b:{end} {{id: row.to_id}}) CREATE (a)-[r:{edge}]->(b) SET r = row.more"
            )
            for batch in table.to_batches(max_chunksize=BATCH):
                rows = [
                    {"from_id": row.pop("from_id"), "to_id": row.pop("to_id"), "more": row}
                    for row in batch.to_pylist()
                ]
                driver.execute_query(cypher, rows=rows, database_="neo4j")


def bulk_import(server: Server, folder: Path) -> None:
    """``neo4j-admin database import`` from within the folder."""
    server.admin("database", "import", "full", "neo4j", "@import.args", folder=folder)


def count(server: Server) -> int:
    """Nodes and edges in the database."""
    with server.driver() as driver:
        nodes = driver.execute_query("MATCH (n) RETURN count(n)", database_="neo4j")
        edges = driver.execute_query("MATCH ()-[r]->() RETURN count(r)", database_="neo4j")
    return int(nodes.records[0][0]) + int(edges.records[0][0])


@contextmanager
def fresh() -> Iterator[Server]:
    """A server with an empty database, and with the compiler that a real one has."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Server(Path(folder), heap="2g", quick_start=False)) as server,
    ):
        yield server


def seconds(work: Callable[[], Any]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def report(small: dict[str, float], large: dict[str, float]) -> Iterator[str]:
    """What the issue asks, as lines."""
    for found in (small, large):
        rows = found["rows"]
        yield f"{found['entries']:,.0f} entries, {rows:,.0f} nodes and edges"
        for name in ("bare loop", "bolt", "bolt again", "bulk export", "bulk import", "bulk"):
            yield f"  {name:12} {found[name]:8.1f} s {rows / found[name]:12,.0f} rows a second"
        yield f"  Bolt at {found['bare loop'] / found['bolt']:.2f} of the bare loop's rate (0.8)"
        yield f"  unchanged again {found['bolt'] / found['bolt again']:.1f} times faster (3)"
        yield f"  bulk {found['bolt'] / found['bulk']:.1f} times faster than Bolt (5)"
    if small is not large:
        growth = (large["bolt"] / large["rows"]) / (small["bolt"] / small["rows"])
        yield f"seconds a row, large over small: {growth:.2f} (1.1)"


def main() -> None:
    """Measure and print."""
    os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=PASSWORD)
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    found = [measure(size) for size in sizes]
    for line in report(found[0], found[-1]):
        print(line)


if __name__ == "__main__":
    main()
