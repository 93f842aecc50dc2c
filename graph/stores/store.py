"""What every store that answers Cypher offers; a module with these functions is one.

How a build uses a store, so that a failure leaves the last good graph in place::

    kept = store.load_inputs(target)          # empty Inputs where there is no graph yet
    added = graph.keeping.union(kept, new)    # say which sources were replaced
    tables = assemble(added.inputs.records, added.inputs.sources)
    store.write(tables, target)               # the old graph stands until this has succeeded
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph.keeping import Inputs
from graph.tables import Tables


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query; values are str, int, float, bool, date, list or None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def dicts(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class StoreError(Exception):
    """What went wrong, with which target, and what to do, in one sentence."""


class Store(Protocol):
    """A place that keeps a graph and answers Cypher; ``target`` is a path or an address."""

    def write(self, tables: Tables, target: str) -> None:
        """Put these tables in place of whatever graph is at the target, all or nothing."""

    def query(self, target: str, cypher: str, params: Mapping[str, Any] | None = None) -> Rows:
        """The rows that a reading query gives; raises StoreError."""

    def load_inputs(self, target: str) -> Inputs:
        """What the graph there was built from; empty where there is none yet."""
