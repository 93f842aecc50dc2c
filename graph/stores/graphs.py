"""The graph for network analysis: a networkx MultiDiGraph, and GraphML and GEXF files of it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx

from graph.tables import Tables
from schema.vocabulary import exported, load

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids (production 2 of the recommendation)."""


def to_networkx(tables: Tables) -> Any:
    """A MultiDiGraph: nodes by id with ``label`` and properties, edges keyed by their type.

    Edge data hold ``label`` (the type) and the properties. Nulls are left out; dates are dates and
    lists are lists.
    """
    graph = nx.MultiDiGraph()
    vocabulary = load()
    for label, node in vocabulary.nodes.items():
        names = [prop.name for prop in exported(node.properties)]
        for row in tables.nodes[label].select(names).to_pylist():
            own = row.pop("id")
            graph.add_node(own, label=label, **_present(row))
    for (edge, _, _), table in tables.edges.items():
        for row in table.to_pylist():
            start, end = row.pop("from_id"), row.pop("to_id")
            key = ":".join([edge, *(str(row[name]) for name in vocabulary.edges[edge].key)])
            graph.add_edge(start, end, key=key, label=edge, **_present(row))
    return graph


def write_graphml(tables: Tables, path: str | Path) -> None:
    """GraphML with ISO dates and lists joined by ``; ``; edge ids are left to the reader."""
    _write(_plain(to_networkx(tables)), Path(path), nx.write_graphml)


def write_gexf(tables: Tables, path: str | Path) -> None:
    """GEXF 1.2 with the same values; a node's or edge's caption is its name or type."""
    graph = _plain(to_networkx(tables))
    for _, data in graph.nodes(data=True):
        data["kind_of_node"], data["label"] = data["label"], data["name"]
    _write(graph, Path(path), nx.write_gexf)


def _present(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _plain(graph: Any) -> Any:
    for _, data in graph.nodes(data=True):
        data.update({name: _scalar(value) for name, value in data.items()})
    for _, _, data in graph.edges(data=True):
        data.update({name: _scalar(value) for name, value in data.items()})
    return graph


def _scalar(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        value = "; ".join(value)
    return _NOT_XML.sub("", value) if isinstance(value, str) else value


def _write(graph: Any, path: Path, write_one: Callable[[Any, str], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        write_one(graph, str(beside))
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
