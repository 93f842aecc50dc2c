"""The embedded store: one ``.kgl`` file, written by kglite and read by its Cypher.

Exactly one version of kglite is pinned, since the file format changes between releases; nothing
outside this module knows the package. Equal tables give equal files, byte for byte.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kglite
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graph.identity.judgements import parse
from graph.keeping import Inputs, load_record
from graph.stores.store import MEASURED, UNLIMITED, Limits, Rows, Step, StoreError, no_step
from graph.tables import SourceRow, Tables
from schema.vocabulary import constraints, load

_COLUMN_TYPES = {
    "string": "string",
    "int": "integer",
    "float": "float",
    "date": "datetime",  # kglite's word for a day without a time of day
    "list": "list",
}


# What the engine has to say about a query is kept with its rows, and not printed here and there.
kglite.set_query_warning_policy("silent")

_NAMED = re.compile(r"'([^']+)'")


@dataclass(frozen=True, slots=True)
class Opened:
    """A graph in memory, for several queries in a row; ``handle`` is a snapshot that only reads."""

    path: str
    handle: Any

    def query(
        self, cypher: str, params: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED
    ) -> Rows:
        """The rows of a reading query; raises StoreError where it cannot be run.

        A query that would write is refused by the engine; one that reads files is not, and who
        passes on the Cypher of others must see to that (`graph.stores.reading`).
        """
        milliseconds = None if limits.seconds is None else max(1, round(limits.seconds * 1000))
        try:
            view = self.handle.cypher(
                cypher,
                params=dict(params or {}),
                timeout_ms=milliseconds,
                row_limit=limits.rows,
            )
        except kglite.ReadOnlyError as error:
            raise StoreError(f"{self.path}: a query may only read this graph.") from error
        except kglite.CypherTimeoutError as error:
            raise StoreError(
                f"{self.path}: the query was given up after {limits.seconds or 180:g} seconds; "
                "ask for less, or start from one person, body or day."
            ) from error
        except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
            raise StoreError(f"{self.path}: the query cannot be run: {error}") from error
        if isinstance(view, str):
            raise StoreError(f"{self.path}: the query cannot be run: leave out FORMAT CSV.")
        columns = tuple(view.columns)
        rows = tuple(tuple(row[name] for name in columns) for row in view)
        more = (view.diagnostics or {}).get("total_rows") is not None
        return Rows(columns, rows, more, tuple(w for w in view.warnings if _is_news(w)))


def _is_news(warning: str) -> bool:
    """Whether the engine warns of more than a limit that was asked for, and of more than a type
    or property of the vocabulary that this graph happens to have none of."""
    named = _NAMED.search(warning)
    return "row_limit" not in warning and (named is None or named[1] not in _known())


def _known() -> frozenset[str]:
    vocabulary = load()
    kinds = [node.properties for node in vocabulary.nodes.values()]
    kinds += [edge.properties for edge in vocabulary.edges.values()]
    properties = (prop.name for several in kinds for prop in several)
    return frozenset([*vocabulary.nodes, *vocabulary.edges, *properties])


def write(tables: Tables, target: str | Path, step: Step = no_step) -> tuple[str, ...]:
    """Write the graph beside the target, then put it in its place in one step.

    Until then the graph that stood there is untouched, whatever fails. Makes the folder where it
    is missing; raises StoreError where the file cannot be written.
    """
    path = Path(target)
    graph = build(tables)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            # It says which columns a mapped load keeps on the heap, which is no news to a user.
            warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
            graph.save(str(beside))
        os.replace(beside, path)
    except (OSError, kglite.KgError) as error:
        raise StoreError(
            f"{path}: the graph cannot be written there ({error}); choose another place with --to"
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return ()


def build(tables: Tables) -> Any:
    """The tables as a kglite graph in memory, with its indexes."""
    graph = kglite.KnowledgeGraph()
    vocabulary = load()
    for label, table in tables.nodes.items():
        if table.num_rows:
            kinds = {prop.name: prop.kind for prop in vocabulary.nodes[label].properties}
            graph.add_nodes(_frame(table, kinds), label, "id", "name", column_types=_types(kinds))
    for (edge, start, end), table in tables.edges.items():
        if table.num_rows:
            kinds = {prop.name: prop.kind for prop in vocabulary.edges[edge].properties}
            graph.add_relationships(
                _frame(table, kinds), edge, start, "from_id", end, "to_id",
                column_types=_types(kinds),
            )  # fmt: skip
    for constraint in constraints(vocabulary):
        if constraint.kind == "index" and tables.nodes[constraint.label].num_rows:
            graph.create_index(constraint.label, constraint.property)
    return graph


def open_graph(target: str | Path) -> Opened:
    """The graph of a file, loaded once; raises StoreError where it is missing or is no graph."""
    path = Path(target)
    if not path.is_file():
        raise StoreError(f"{path}: there is no graph; make one with graph build")
    try:
        return Opened(str(path), kglite.load(str(path)).freeze())
    except (OSError, kglite.KgError) as error:
        raise StoreError(
            f"{path}: this is no graph that can be read ({error}); build it again"
        ) from error


def query(
    target: str | Path,
    cypher: str,
    params: Mapping[str, Any] | None = None,
    limits: Limits = UNLIMITED,
) -> Rows:
    """Open, ask once, and give the rows; see `open_graph` for several queries."""
    return open_graph(target).query(cypher, params, limits)


def load_inputs(target: str | Path) -> Inputs:
    """The records and sources that a graph was built from; empty where there is no file yet."""
    if not Path(target).exists():
        return Inputs()
    graph = open_graph(target)
    entries = graph.query(
        "MATCH (e:Entry) RETURN e.record AS record, e.text AS text, e.id AS id ORDER BY id"
    )
    sources = graph.query(
        "MATCH (s:Source) RETURN s.name AS name, s.url AS url, s.heading AS heading, "
        "s.sha256 AS sha256, s.length AS length, s.judgements AS judgements, s.id AS id ORDER BY id"
    )
    try:
        records = tuple(load_record(record, text or "") for record, text, _ in entries.rows)
        judgements = tuple(j for row in sources.rows for j in parse(row[5] or ""))
    except (TypeError, ValueError, KeyError) as error:
        raise StoreError(
            f"{target}: its entries hold no readable records ({error}); build it anew elsewhere"
        ) from error
    rows = tuple(SourceRow(*row[:5]) for row in sources.rows)
    measured = bool(graph.query(MEASURED).rows)
    return Inputs(records, rows, judgements=judgements, measured=measured)


def _types(kinds: Mapping[str, str]) -> dict[str, str]:
    return {name: _COLUMN_TYPES[kind] for name, kind in kinds.items() if kind in _COLUMN_TYPES}


def _frame(table: pa.Table, kinds: Mapping[str, str]) -> pd.DataFrame:
    """The table as kglite wants it: nullable integers and truth values, lists, days as text."""
    columns: dict[str, Any] = {}
    for name in table.column_names:
        column, kind = table[name], kinds.get(name, "string")
        if kind == "date":
            column = pc.strftime(column, format="%Y-%m-%d")
        if kind == "int":
            columns[name] = column.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
        elif kind == "bool":
            columns[name] = column.to_pandas(types_mapper={pa.bool_(): pd.BooleanDtype()}.get)
        elif kind == "float":
            columns[name] = column.to_pandas(types_mapper={pa.float64(): pd.Float64Dtype()}.get)
        else:
            columns[name] = pd.Series(column.to_pylist(), dtype=object)
    return pd.DataFrame(columns)
