"""What a database holds, in a form that two of them can be compared by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.assemble import assemble
from graph.tables import SourceRow, Tables
from schema.records import Record
from tests.graph.invented import Told, record

if TYPE_CHECKING:  # which takes the samples from here
    from tests.neo4j.conftest import Target

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"

Held = dict[str, list[tuple[object, ...]]]


def held(target: Target) -> Held:
    """Nodes by label and edges by type with all their properties, in order of their ids."""
    nodes = target.rows(
        "MATCH (n) RETURN labels(n) AS labels, n.id AS id, properties(n) AS more ORDER BY id"
    )
    edges = target.rows(
        "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, "
        "properties(r) AS more ORDER BY type, start, end, r._row"
    )
    return {"nodes": [_steady(row) for row in nodes], "edges": [_steady(row) for row in edges]}


def counted(target: Target) -> dict[str, int]:
    """How many nodes of each label and edges of each type."""
    nodes = target.rows("MATCH (n) RETURN labels(n)[0], count(*)")
    edges = target.rows("MATCH ()-[r]->() RETURN type(r), count(*)")
    return {str(name): int(str(number)) for name, number in [*nodes, *edges]}


def wanted(tables: Tables) -> dict[str, int]:
    """The same from tables."""
    found = {label: table.num_rows for label, table in tables.nodes.items()}
    for (edge, _, _), table in tables.edges.items():
        found[edge] = found.get(edge, 0) + table.num_rows
    return {name: number for name, number in found.items() if number}


def told(source: str, *names: str, months: int = 1) -> list[Record]:
    """A source in which these people meet once a month."""
    return [
        record(
            "县长" + "、".join(names) + f"出席第{month}次会议,学习《防洪条例》。",
            tuple(Told(name, (("县长", "新宁县政府", "县长"),)) for name in names),
            day=f"2024-{month:02}-03",
            source=source,
            start=200 * month,
            papers=("防洪条例",),
        )
        for month in range(1, months + 1)
    ]


def tables_of(*sources: list[Record]) -> Tables:
    """The graph of these sources."""
    records = [record for source in sources for record in source]
    names = sorted({record.source for record in records})
    return assemble(records, [SourceRow(name, sha256="ab" * 32, length=9000) for name in names])


def _steady(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(sorted(v.items()) if isinstance(v, dict) else v for v in row)
