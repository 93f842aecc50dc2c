"""What every store that answers Cypher offers; a module with these functions is one.

How a build uses a store, so that a failure leaves the last good graph in place::

    kept = store.load_inputs(target)          # empty Inputs where there is no graph yet
    added = graph.keeping.union(kept, new)    # say which sources were replaced
    tables = assemble(added.inputs.records, added.inputs.sources)
    store.write(tables, target)               # a file stands as it was until this has succeeded
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from graph.keeping import Inputs
from graph.tables import Tables


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query; values are str, int, float, bool, date, list or None.

    ``more`` says that a limit kept rows back; ``notes`` are sentences about the query itself, as
    of a label that no graph has, which a writer of Cypher should read.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False
    notes: tuple[str, ...] = field(default=(), compare=False)

    def dicts(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Limits:
    """How many rows an answer may have, and how many seconds it may take; None for any."""

    rows: int | None = None
    seconds: float | None = None


UNLIMITED = Limits()

MEASURED = (
    "MATCH (p:Person) WHERE p.acquaintances IS NOT NULL RETURN p.id AS id ORDER BY id LIMIT 1"
)
"""Gives a row where the people of a graph are measured."""

Step = Callable[[str, int, int], None]
"""Hears how far a write is: what is being written, rows done, rows in all."""


def no_step(name: str, done: int, total: int) -> None:
    """For a caller that does not want to hear."""


class StoreError(Exception):
    """What went wrong, with which target, and what to do, in one sentence."""


class Store(Protocol):
    """A place that keeps a graph and answers Cypher; ``target`` is a path or an address."""

    def write(self, tables: Tables, target: str, step: Step = no_step) -> tuple[str, ...]:
        """Put these tables in place of the graph that is at the target.

        A file is replaced all or nothing; a server gets whole batches, which the next write
        completes. Gives sentences that the user should read.
        """

    def query(
        self,
        target: str,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        limits: Limits = UNLIMITED,
    ) -> Rows:
        """The rows that a reading query gives; raises StoreError, also for one that would write.

        A query that takes longer than the limit is given up with a StoreError.
        """

    def load_inputs(self, target: str) -> Inputs:
        """What the graph there was built from; empty where there is none yet."""
