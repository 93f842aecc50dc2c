"""The graph as Arrow tables: what `assemble` makes and every store reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from graph.source import SourceRow as SourceRow
from schema.vocabulary import Property, Vocabulary, load

EdgeKey = tuple[str, str, str]
"""Edge type, label of the node it leaves, label of the node it reaches."""

_ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
    "bool": pa.bool_(),
}


@dataclass(frozen=True, slots=True)
class Tables:
    """Node tables by label and edge tables by EdgeKey: one for every type of the vocabulary.

    A node table has the properties of its label as columns, sorted by ``id``. An edge table has
    ``from_id`` and ``to_id`` and then its properties, sorted by the two ids; a pair stands in it
    once. A type that the input knows nothing of has a table without rows. ``notes`` are sentences
    that whoever made them should read: judgements that fit nothing.
    """

    nodes: Mapping[str, pa.Table]
    edges: Mapping[EdgeKey, pa.Table]
    notes: tuple[str, ...] = ()


def node_schema(label: str) -> pa.Schema:
    """The Arrow schema of a node type; raises KeyError where there is no such type."""
    return pa.schema([_field(prop) for prop in load().nodes[label].properties])


def edge_schema(edge: str) -> pa.Schema:
    """The Arrow schema of an edge type, the two ids first; raises KeyError likewise."""
    ends = [pa.field("from_id", pa.string(), False), pa.field("to_id", pa.string(), False)]
    return pa.schema(ends + [_field(prop) for prop in load().edges[edge].properties])


def edge_keys(vocabulary: Vocabulary) -> tuple[EdgeKey, ...]:
    """Every edge table there has to be, in the order of the vocabulary."""
    return tuple(
        (edge.name, start, end) for edge in vocabulary.edges.values() for start, end in edge.ends
    )


def to_table(rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows as a table, in their order; a property that a row lacks is null there."""
    rows = rows if isinstance(rows, Sequence) else list(rows)
    columns = [pa.array([row.get(f.name) for row in rows], type=f.type) for f in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _field(prop: Property) -> pa.Field:
    return pa.field(prop.name, _ARROW[prop.kind], nullable=not prop.required)
