"""Which store keeps a target: a file is kglite's."""

from __future__ import annotations

from graph.stores import kglite_store
from graph.stores.store import Store, StoreError


def store_of(target: str) -> Store:
    """The store for a path; raises StoreError for an address, since no server is supported."""
    if "://" in target:
        raise StoreError(f"{target}: only a file can hold a graph; give one as build/graph.kgl.")
    return kglite_store
