"""Tables as the rows that a Neo4j load sends, each with its fingerprint.

The fingerprint is kept on the node or edge as the property ``_row``. It says that the load made
it (what an analyst adds by hand has none) and, when it is equal, that nothing in it changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from neo4j.graph import Entity, Path

from graph.tables import EdgeKey, Tables
from schema.ddl import TEXT_LIMIT
from schema.vocabulary import load

MARK = "_row"
BUCKETS = 1024
"""Rows are compared with the server's by sums over this many groups of fingerprints."""

SUM_SHIFT = 1 << 22
"""Fingerprints have 62 bits; their upper 40 are summed, which overflows at eight million rows."""

_FINGERPRINT_BITS = 62


@dataclass(frozen=True)
class Part:
    """One label or one edge type between two labels: what is sent together.

    ``key`` names the columns that tell its rows apart; ``columns`` are all columns in order.
    """

    name: str
    table: pa.Table
    key: tuple[str, ...]
    ends: tuple[str, str] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.table.column_names)

    @property
    def properties(self) -> tuple[str, ...]:
        """The columns that are properties of the node or edge."""
        return self.columns[2:] if self.ends else self.columns

    @cached_property
    def fingerprints(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """One number a row, from all its columns: int64, not negative."""
        return np.fromiter(
            (
                fingerprint(line)
                for batch in self.table.to_batches(max_chunksize=20_000)
                for line in _lines(batch)
            ),
            dtype=np.int64,
            count=self.table.num_rows,
        )

    def sums(self) -> Mapping[int, tuple[int, int]]:
        """For each bucket with rows: how many, and the sum of their fingerprints' upper part."""
        marks = self.fingerprints
        buckets = marks % BUCKETS
        counts = np.bincount(buckets, minlength=BUCKETS)
        totals = np.zeros(BUCKETS, dtype=np.int64)
        np.add.at(totals, buckets, marks // SUM_SHIFT)
        return {int(b): (int(counts[b]), int(totals[b])) for b in np.flatnonzero(counts)}

    def in_buckets(self, buckets: Iterable[int]) -> Sequence[int]:
        """The numbers of the rows whose fingerprint falls into one of the buckets."""
        found = np.isin(self.fingerprints % BUCKETS, np.array(sorted(buckets), dtype=np.int64))
        return [int(number) for number in np.flatnonzero(found)]

    def identities(self, numbers: Sequence[int]) -> list[tuple[str, ...]]:
        """The values of the key of these rows, as text."""
        taken = self.table.select(list(self.key)).take(pa.array(numbers, pa.int64()))
        columns = [column.to_pylist() for column in taken.columns]
        return [tuple(map(str, row)) for row in zip(*columns, strict=True)]

    def rows(self, numbers: Sequence[int]) -> list[list[Any]]:
        """These rows as lists, the fingerprint first, then every column in order."""
        taken = self.table.take(pa.array(numbers, pa.int64()))
        marks = self.fingerprints[np.array(numbers, dtype=np.int64)].tolist()
        columns = [_values(cut_column(self, name, taken[name])) for name in self.columns]
        return [list(row) for row in zip(marks, *columns, strict=True)]


def node_parts(tables: Tables) -> dict[str, Part]:
    """A part for every label, in the order of the vocabulary."""
    return {label: Part(label, tables.nodes[label], ("id",)) for label in load().nodes}


def edge_parts(tables: Tables) -> dict[EdgeKey, Part]:
    """A part for every edge type and pair of labels."""
    types = load().edges
    return {
        (edge, start, end): Part(edge, table, ("from_id", "to_id", *types[edge].key), (start, end))
        for (edge, start, end), table in tables.edges.items()
    }


def fingerprint(line: bytes) -> int:
    """A number of 62 bits from a row's bytes; equal rows have equal ones on any machine."""
    return int.from_bytes(blake2b(line, digest_size=8).digest()) >> (64 - _FINGERPRINT_BITS)


def _lines(batch: pa.RecordBatch) -> list[bytes]:
    """Each row as bytes: every value as text after its length, so that no two rows run together."""
    cells: list[Any] = []
    for column in batch.columns:
        if pa.types.is_list(column.type):
            column, length = pc.binary_join(column, "\x1f"), pc.list_value_length(column)
        else:
            column = column.cast(pa.string())
            length = pc.binary_length(column)
        cells += [pc.fill_null(length.cast(pa.string()), "-"), pc.fill_null(column, "")]
    joined = pc.binary_join_element_wise(*cells, "\x1e")
    lines: list[bytes] = joined.cast(pa.binary()).to_pylist()
    return lines


def _values(column: Any) -> list[Any]:
    """A column's values; an empty list is left out, since an import in bulk cannot say it."""
    values: list[Any] = column.to_pylist()
    return [value or None for value in values] if pa.types.is_list(column.type) else values


def cut_column(part: Part, name: str, column: Any) -> Any:
    """The column with each string that is too long for its index cut, with … for the rest.

    Nothing is lost by it: the record on the Entry keeps every name whole.
    """
    if part.ends or name not in _indexed_strings(part.name):
        return column
    longest = pc.max(pc.binary_length(column)).as_py()
    if longest is None or longest <= TEXT_LIMIT:
        return column
    return pa.array([_cut(value) for value in column.to_pylist()], pa.string())


def _indexed_strings(label: str) -> frozenset[str]:
    properties = load().nodes[label].properties
    return frozenset(p.name for p in properties if p.indexed and p.kind == "string")


def _cut(value: str | None) -> str | None:
    if value is None or len(value.encode()) <= TEXT_LIMIT:
        return value
    return value.encode()[: TEXT_LIMIT - 4].decode(errors="ignore") + "…"


def native(value: Any) -> Any:
    """A value of the driver as the rest of the program knows it: its days become dates, a node or
    edge becomes its properties, a path the list of its nodes."""
    if isinstance(value, list):
        return [native(item) for item in value]
    if isinstance(value, Path):
        return [native(node) for node in value.nodes]
    if isinstance(value, (dict, Entity)):
        return {name: native(item) for name, item in value.items()}
    to_native = getattr(value, "to_native", None)
    if to_native is not None:
        found = to_native()
        return found if isinstance(found, date) else str(found)
    return value
