"""The rows of a graph in chunks, from tables in memory or from a folder of Parquet files.

Neither way holds more than one chunk as Python values. Rows come in the order of the tables (nodes
by id, edges by their two ids); dates come as ISO text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from graph.tables import EdgeKey, Tables, edge_keys
from schema.vocabulary import load

Row = tuple[Any, ...]
CHUNK = 1_024
"""Rows turned into Python values at a time."""


class Stored:
    """Where the rows of a graph come from: its tables, or a folder as `write_parquet` makes it.

    In a folder an edge type has one file, told apart by ``from_label`` and ``to_label``; what has
    no file has no rows.
    """

    def __init__(self, graph: Tables | Path) -> None:
        self._graph = graph

    def nodes(self, label: str, columns: Sequence[str]) -> Iterator[Row]:
        """Rows of a label with these columns."""
        if isinstance(self._graph, Tables):
            return _rows(self._graph.nodes[label].select(list(columns)))
        return _file_rows(self._graph / f"{label}.parquet", columns, None)

    def edges(self, key: EdgeKey, columns: Sequence[str]) -> Iterator[Row]:
        """Rows of an edge table: ``from_id``, ``to_id`` and then these columns."""
        named = ["from_id", "to_id", *columns]
        if isinstance(self._graph, Tables):
            return _rows(self._graph.edges[key].select(named))
        return _file_rows(self._graph / f"{key[0]}.parquet", named, key)


def keys_of(edge: str) -> tuple[EdgeKey, ...]:
    """The tables of an edge type."""
    return tuple(key for key in edge_keys(load()) if key[0] == edge)


def _rows(table: pa.Table) -> Iterator[Row]:
    for batch in table.to_batches(max_chunksize=CHUNK):
        yield from _batch(batch)


def _file_rows(path: Path, columns: Sequence[str], key: EdgeKey | None) -> Iterator[Row]:
    if not path.is_file():
        return
    several = key is not None and len(keys_of(key[0])) > 1
    wanted = [*columns, "from_label", "to_label"] if several else list(columns)
    ends = key[1:] if key else ()
    with pq.ParquetFile(path, pre_buffer=False) as file:
        for batch in file.iter_batches(batch_size=CHUNK, columns=wanted, use_threads=False):
            batch = batch.select(wanted)  # in this order, and a column as often as it is named
            if several:  # compared here: a comparison by Arrow loads pandas, and 40 MB with it
                yield from (row[:-2] for row in _batch(batch) if row[-2:] == ends)
            else:
                yield from _batch(batch)


def _batch(batch: pa.RecordBatch) -> Iterator[Row]:
    values = []
    for column in batch.columns:
        if pa.types.is_date(column.type):
            column = pc.cast(column, pa.string())
        values.append(column.to_pylist())
    return zip(*values, strict=True)
