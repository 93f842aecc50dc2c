"""How long every canned query takes on a large graph, in kglite and in Neo4j.

    python -m benchmarks.queries [ENTRIES]        100000 where nothing is named

The graph is that of `benchmarks.neo4j`, measured. People, bodies and places that are asked about
are the busiest of it, which is the worst case; other parameters have the example of the query. A
query is asked once to warm up, then some times more; the median counts, in milliseconds, with all
its rows fetched. Those above the limit must say in their header why they read the whole graph; ends
with exit code 1 where one does not.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.neo4j import bulk_import, tables_of
from graph.measures import measured
from graph.naming import person_id
from graph.stores import kglite_store, neo4j_admin
from queries.catalogue import Query, Value, bind, by_id, catalogue
from schema.ddl import neo4j_statements
from schema.vocabulary import load
from tests.neo4j.servers import PASSWORD, Server, running

ROUNDS = 5
LIMIT_MS = 100.0
Ask = Callable[[str, Mapping[str, Any]], Any]

_BUSIEST = {
    "person": "MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Event)"
    " RETURN p.id AS one, count(e) AS n ORDER BY n DESC, one LIMIT 2",
    "body": "MATCH (b:Organisation)-[:INVOLVED]->(e:Event)"
    " RETURN b.name AS one, count(e) AS n ORDER BY n DESC, one LIMIT 1",
    "place": "MATCH (l:Location)<-[:HELD_AT]-(e:Event)"
    " RETURN l.name AS one, count(e) AS n ORDER BY n DESC, one LIMIT 1",
}


def values(query: Query, busiest: Mapping[str, list[str]]) -> dict[str, Value]:
    """A value for every parameter: the busiest where there is one, else the example."""
    given = {p.name: str(p.example) for p in query.parameters}
    for parameter in query.parameters:
        if parameter.name == "other":
            given["other"] = busiest["person"][1]
        elif parameter.name in busiest and (parameter.required or parameter.name == "person"):
            given[parameter.name] = busiest[parameter.name][0]
    return bind(query, given)


def median_ms(ask: Ask, cypher: str, given: Mapping[str, Value]) -> tuple[float, int]:
    """Milliseconds of the middle round, and how many rows came."""
    rows = len(ask(cypher, given))
    taken = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        ask(cypher, given)
        taken.append((time.perf_counter() - before) * 1000)
    return statistics.median(taken), rows


@contextmanager
def on_neo4j(tables: Any) -> Iterator[Ask]:
    """The graph on a fresh server, with its indexes."""
    with tempfile.TemporaryDirectory() as folder:
        neo4j_admin.write(tables, folder)
        server = Server(Path(folder) / "home", heap="4g", quick_start=False)
        bulk_import(server, Path(folder))
        with running(server), server.driver() as driver:
            for statement in neo4j_statements(load()):
                driver.execute_query(statement, database_="neo4j")
            driver.execute_query("CALL db.awaitIndexes(600)", database_="neo4j")
            yield (
                lambda cypher, given: (
                    driver.execute_query(cypher, dict(given), database_="neo4j").records
                )
            )


def main() -> int:
    os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=PASSWORD)
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    tables = measured(tables_of(entries))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.kgl"
        kglite_store.write(tables, path)
        opened = kglite_store.open_graph(path)
    busiest = {
        what: [row[0] for row in opened.query(cypher).rows] for what, cypher in _BUSIEST.items()
    }

    def embedded(cypher: str, given: Mapping[str, Any]) -> Any:
        return opened.query(cypher, given).rows

    with on_neo4j(tables) as server:
        print(f"{tables.nodes['Entry'].num_rows:,} entries, median of {ROUNDS}, milliseconds\n")
        print("| query | rows | kglite | Neo4j | whole graph |\n|---|--:|--:|--:|---|")
        slow = 0
        for query in catalogue():
            given = values(query, busiest)
            cypher = by_id(query)
            here, rows = median_ms(embedded, cypher, given)
            there, _ = median_ms(server, cypher, given)
            slow += max(here, there) > LIMIT_MS and not query.whole_graph
            cells = (f"`{query.name}`", f"{rows:,}", f"{here:.0f}", f"{there:.0f}",
                     query.whole_graph)  # fmt: skip
            print("| " + " | ".join(cells) + " |", flush=True)
    before = time.perf_counter()
    person_id(opened.query, busiest["person"][0])
    print(f"\nFinding a person by id: {(time.perf_counter() - before) * 1000:.0f} ms in kglite")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
