"""The whole way, from inputs to a stored graph, in one function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractors.reading.sources import Hints
from graph.assemble import assemble
from graph.harvest import Failure, Harvest, harvest
from graph.identity.judgements import beside, read
from graph.keeping import Inputs, union
from graph.stores.store import Step, StoreError, no_step
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
    prune: bool = False,
    step: Callable[[str, int], None] = lambda name, entries: None,
    written: Step = no_step,
) -> Built:
    """Read the inputs, add them to what the target holds, and store the graph of it all.

    ``target`` is a file that need not exist yet. A source that the
    target holds already is replaced by its new reading, so that a second build of the same inputs
    changes nothing. The target is changed at the end and at once: whatever stops the build before
    leaves it whole (a server keeps whole batches, see `graph.stores.neo4j_store`). With ``prune``
    the target holds these inputs alone afterwards; where one of them failed nothing is pruned.
    ``step`` hears each document's name and number of entries when it is done, ``written`` how far
    the writing is.
    Judgements that stand beside the inputs are kept with the graph and replayed, now and later
    (`graph.identity.judgements`).
    Raises StoreError where the target cannot be read or written, JudgementError for a line that is
    no judgement.
    """
    store = store_of(target)
    judged = tuple(found for path in beside(inputs) for found in read(path))
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
        judgements=judged,
    )
    if prune and problems:
        notes.append(f"Nothing was pruned from {target}, because an input failed.")
    size = store_inputs(kept, new, target, notes, prune=prune and not problems, written=written)
    return Built(target, size, tuple(problems), tuple(notes))


def store_inputs(
    kept: Inputs,
    new: Inputs,
    target: str,
    notes: list[str],
    *,
    prune: bool = False,
    written: Step = no_step,
) -> Size:
    """Store the graph of what the target held and what is new, or with ``prune`` of that alone.

    Adds to ``notes`` what the user should know. Raises StoreError where it cannot be written.
    """
    added = union(kept, new)
    notes.extend(
        f"{name}: its content is not what {target} held under that name; it was replaced."
        for name in added.replaced
    )
    given = {source.name for source in new.sources}
    notes.extend(
        f"{name}: the load of it into {target} was cut short and it is no longer there; "
        "give it again."
        for name in kept.unfinished
        if name not in given
    )
    inputs = replace(new, measured=added.inputs.measured) if prune else added.inputs
    return store_tables(made(inputs), target, notes, written)


def remeasure(target: str, measured: bool, written: Step = no_step) -> tuple[Size, tuple[str, ...]]:
    """Store the graph of a target again, its people measured or no longer so (`graph.measures`).

    Gives its size, and sentences that the user should read. Raises StoreError where there is no
    graph or it cannot be written.
    """
    kept = store_of(target).load_inputs(target)
    if not kept.records:
        raise StoreError(f"{target}: there is no graph; make one with graph build.")
    notes: list[str] = []
    size = store_tables(made(replace(kept, measured=measured)), target, notes, written)
    return size, tuple(notes)


def made(inputs: Inputs) -> Tables:
    """The tables of the graph of these inputs, with what was asked for: judgements, measures."""
    tables = assemble(inputs.records, inputs.sources, inputs.judgements)
    if inputs.measured:
        from graph.measures import measured

        return measured(tables)
    return tables


def store_tables(tables: Tables, target: str, notes: list[str], written: Step = no_step) -> Size:
    """Store them, and add to ``notes`` what the user should know; raises StoreError."""
    notes.extend(tables.notes)
    notes.extend(store_of(target).write(tables, target, written))
    return _size(tables)


def _size(tables: Tables) -> Size:
    return Size(
        tables.nodes["Source"].num_rows,
        tables.nodes["Entry"].num_rows,
        sum(table.num_rows for table in tables.nodes.values()),
        sum(table.num_rows for table in tables.edges.values()),
    )
