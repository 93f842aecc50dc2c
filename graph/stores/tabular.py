"""The graph as plain tables: one CSV (RFC 4180) or Parquet file a label and an edge type.

An edge file holds all pairs of labels that its type joins, told by ``from_label`` and
``to_label``. In CSV a list is a JSON array, a date is ISO, true and false are words, and null is
an empty cell; lines end with CR LF and the text is UTF-8 without a mark.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph.tables import Tables, edge_schema, node_schema
from schema.vocabulary import exported, load


def csv_header(name: str) -> tuple[str, ...]:
    """The columns of a label's or an edge type's file; raises KeyError for any other name."""
    vocabulary = load()
    if name in vocabulary.nodes:
        return tuple(prop.name for prop in exported(vocabulary.nodes[name].properties))
    properties = tuple(prop.name for prop in exported(vocabulary.edges[name].properties))
    return ("from_id", "from_label", "to_id", "to_label", *properties)


def write_csv(tables: Tables, folder: str | Path) -> tuple[Path, ...]:
    """Write ``LABEL.csv`` and ``TYPE.csv`` into the folder; gives the paths, sorted."""
    return _write(tables, Path(folder), ".csv", _csv_file)


def write_parquet(tables: Tables, folder: str | Path) -> tuple[Path, ...]:
    """Write ``LABEL.parquet`` and ``TYPE.parquet`` into the folder; gives the paths, sorted."""
    return _write(tables, Path(folder), ".parquet", _parquet_file)


def flat_tables(tables: Tables) -> Iterator[tuple[str, pa.Table]]:
    """Each file's name and table: labels, then edge types, without internal properties."""
    vocabulary = load()
    for label in vocabulary.nodes:
        columns = list(csv_header(label))
        yield label, tables.nodes.get(label, node_schema(label).empty_table()).select(columns)
    for edge in vocabulary.edges.values():
        parts = []
        for start, end in edge.ends:
            table = tables.edges.get((edge.name, start, end), edge_schema(edge.name).empty_table())
            for name, value in (("from_label", start), ("to_label", end)):
                table = table.append_column(
                    name, pa.array([value] * table.num_rows, type=pa.string())
                )
            parts.append(table.select(list(csv_header(edge.name))))
        yield edge.name, pa.concat_tables(parts)


def _write(tables: Tables, folder: Path, suffix: str, write_one: Any) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, table in flat_tables(tables):
        path = folder / f"{name}{suffix}"
        beside = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            write_one(table, beside)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
        written.append(path)
    return tuple(sorted(written))


def _parquet_file(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression="zstd")


def _csv_file(table: pa.Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=10_000):
            columns = [column.to_pylist() for column in batch.columns]
            writer.writerows([_cell(value) for value in row] for row in zip(*columns, strict=True))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
