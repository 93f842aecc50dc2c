"""The whole way, from inputs to a stored graph, in one function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.reading.sources import Hints
from graph.assemble import assemble
from graph.harvest import Failure, Harvest, harvest
from graph.keeping import Inputs, union
from graph.tables import Tables
from graph.targets import store_of


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    ``problems`` and ``notes`` are sentences that name their file; with problems the build is only
    partly what was asked for. ``stored`` is None where no input gave anything: the target is then
    as it was.
    """

    target: str
    stored: Size | None
    problems: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a stored graph is; ``sources`` and ``entries`` are nodes of it too."""

    sources: int
    entries: int
    nodes: int
    edges: int


def build(
    inputs: Sequence[str],
    target: str,
    *,
    hints: Hints | None = None,
    workers: int | None = None,
    step: Callable[[str, int], None] = lambda name, entries: None,
) -> Built:
    """Read the inputs, add them to what the target holds, and store the graph of it all.

    ``target`` is a file that need not exist yet. A source that the
    target holds already is replaced by its new reading, so that a second build of the same inputs
    changes nothing. The target is changed at the end and at once: whatever stops the build before
    leaves it whole. ``step`` hears each document's name and number of entries when it is done.
    Raises StoreError where the target cannot be read or written.
    """
    store = store_of(target)
    kept = store.load_inputs(target)
    reaped: list[Harvest] = []
    problems: list[str] = []
    notes: list[str] = []
    for result in harvest(inputs, hints, workers):
        if isinstance(result, Failure):
            problems.append(result.problem)
            continue
        problems.extend(result.problems)
        notes.extend(result.notes)
        step(result.source.name, len(result.records))
        if result.records:
            reaped.append(result)
    if not reaped:
        return Built(target, None, tuple(problems), tuple(notes))
    new = Inputs(
        tuple(record for result in reaped for record in result.records),
        tuple(result.source for result in reaped),
    )
    added = union(kept, new)
    notes.extend(
        f"{name}: its content is not what {target} held under that name; it was replaced."
        for name in added.replaced
    )
    tables = assemble(added.inputs.records, added.inputs.sources)
    store.write(tables, target)
    return Built(target, _size(tables), tuple(problems), tuple(notes))


def _size(tables: Tables) -> Size:
    return Size(
        tables.nodes["Source"].num_rows,
        tables.nodes["Entry"].num_rows,
        sum(table.num_rows for table in tables.nodes.values()),
        sum(table.num_rows for table in tables.edges.values()),
    )
