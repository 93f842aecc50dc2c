"""A stored graph loaded into another store, without reading any text again."""

from __future__ import annotations

from dataclasses import dataclass

from graph.build import Size, store_inputs
from graph.stores.store import Step, StoreError, no_step
from graph.targets import store_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the target holds after a load, and sentences that the user should read."""

    stored: Size
    notes: tuple[str, ...]


def load(origin: str, target: str, *, prune: bool = False, written: Step = no_step) -> Loaded:
    """Add the sources of one stored graph to another; with ``prune`` it holds those alone.

    A source that the target holds already is replaced, so that a second load changes nothing.
    Raises StoreError where the one cannot be read or the other not written.
    """
    new = store_of(origin).load_inputs(origin)
    if not new.records:
        raise StoreError(f"{origin}: there is no graph; make one with graph build.")
    notes: list[str] = []
    kept = store_of(target).load_inputs(target)
    size = store_inputs(kept, new, target, notes, prune=prune, written=written)
    return Loaded(size, tuple(notes))
