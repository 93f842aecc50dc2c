"""Which store keeps a target: a file is kglite's, the address of a server Neo4j's."""

from __future__ import annotations

from graph.stores.store import Store, StoreError

NEO4J = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def store_of(target: str) -> Store:
    """The store for a path or an address; raises StoreError for an address of something else.

    Only the store that is asked for is loaded, and with it its database driver.
    """
    scheme, separator, _ = target.partition("://")
    if not separator:
        from graph.stores import kglite_store

        return kglite_store
    if scheme not in NEO4J:
        raise StoreError(
            f"{scheme}://: no such store; a graph is kept in a file, as build/graph.kgl, or on a "
            "server, as neo4j://localhost:7687."
        )
    from graph.stores import neo4j_store

    return neo4j_store
