"""What the page knows: the tables as one JSON object of short rows, each fact with its words.

Nodes, entries and sources are numbered by their place in a list, and rows name one another by
these numbers. The object, as ``content`` gives it::

    nodes     [label, id, name, Pinyin, first letters, {other properties}]
    edges     [type, from, to, entry or -1, start, end, {other properties} or 0]
    entries   [id, name, source, text, heading, place, [warnings]]
    sources   [name, heading, address]
    recorded  [event, entry, start, end]
    mentions  [entry, node, start, end]
    network   the nodes that the network view shows, the best connected first
    left      how many nodes, entries and nodes of the network are left out

``start`` and ``end`` are UTF-16 offsets in the text of the entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.explorer.spans import Passages, Words, passages
from graph.explorer.spelling import keys
from graph.tables import EdgeKey, Tables
from schema.vocabulary import load

LABELS = ("Person", "Organisation", "Event", "Location", "Role", "Document")
"""The nodes that have a page of their own."""

NODES_OF_PAGE = 20_000
NODES_OF_NETWORK = 5_000

_WITHOUT_PINYIN = frozenset({"Event"})
_NOT_SHOWN = frozenset({"from_id", "to_id", "entry", "span_start", "span_end"})
_NODE_REFERENCES = frozenset(
    {"person", "predecessor", "successor", "started_event", "ended_event", "event"}
)
_OWN = frozenset({"id", "name", "pinyin"})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of the graph is not on the page, or only not in its network view."""

    nodes: int
    entries: int
    network: int

    def sentences(self) -> Iterator[str]:
        """What the user should read; nothing where all is there."""
        if self.nodes or self.entries:
            yield (
                f"The graph is too large for one page: the best connected nodes are on it, "
                f"{self.nodes} nodes and {self.entries} entries are left out."
            )
        if self.network:
            yield (
                f"The network view shows the best connected nodes; {self.network} nodes of the "
                "page are left out of it."
            )


@dataclass(frozen=True, slots=True)
class Content:
    """The data of a page, ready for JSON, and what it leaves out."""

    data: Mapping[str, Any]
    left: LeftOut


@dataclass(frozen=True, slots=True)
class _Kept:
    """Numbers of what is on the page, by id."""

    nodes: Mapping[str, int]
    entries: Mapping[str, int]


def content(tables: Tables, nodes: int = NODES_OF_PAGE, network: int = NODES_OF_NETWORK) -> Content:
    """What a page of these tables holds: at most so many nodes, the best connected of them."""
    degree = _degrees(tables)
    every = [(label, row) for label in LABELS for row in tables.nodes[label].to_pylist()]
    best = sorted(every, key=lambda found: (-degree[found[1]["id"]], found[1]["id"]))
    chosen = {row["id"] for _, row in best[:nodes]}
    node_rows = [(label, row) for label, row in every if row["id"] in chosen]
    recorded = [
        row for row in _rows(tables, ("RECORDED_IN", "Event", "Entry")) if row["from_id"] in chosen
    ]
    entry_rows = tables.nodes["Entry"].to_pylist()
    if len(chosen) < len(every):
        wanted = {row["to_id"] for row in recorded} | _named_entries(tables, chosen)
        entry_rows = [row for row in entry_rows if row["id"] in wanted]
    kept = _Kept(
        {row["id"]: number for number, (_, row) in enumerate(node_rows)},
        {row["id"]: number for number, row in enumerate(entry_rows)},
    )
    source_of = {
        row["from_id"]: row["to_id"] for row in _rows(tables, ("FROM_SOURCE", "Entry", "Source"))
    }
    where = passages(entry_rows, source_of)
    in_network = [kept.nodes[row["id"]] for _, row in best[: min(nodes, network)]]
    left = LeftOut(
        len(every) - len(node_rows),
        tables.nodes["Entry"].num_rows - len(entry_rows),
        len(node_rows) - len(in_network),
    )
    sources = tables.nodes["Source"].to_pylist()
    data = {
        "nodes": [_node(label, row) for label, row in node_rows],
        "edges": list(_edges(tables, kept, where, recorded)),
        "entries": _entries(entry_rows, sources, source_of),
        "sources": [[row["name"], row["heading"] or "", row["url"] or ""] for row in sources],
        "recorded": list(_recorded(recorded, kept, where)),
        "mentions": list(_mentions(tables, kept, where)),
        "network": in_network,
        "left": {"nodes": left.nodes, "entries": left.entries, "network": left.network},
    }
    return Content(data, left)


def words_of_vocabulary() -> dict[str, Any]:
    """Chinese and English labels of types, properties and controlled words."""
    vocabulary = load()
    return {
        "labels": list(LABELS),
        "types": list(vocabulary.edges),
        "nodes": {name: [node.zh, node.en] for name, node in vocabulary.nodes.items()},
        "edges": {name: [edge.zh, edge.en] for name, edge in vocabulary.edges.items()},
        "words": {
            name: {term.name: [term.zh, term.en] for term in terms.values()}
            for name, terms in vocabulary.words.items()
        },
    }


def _node(label: str, row: Mapping[str, Any]) -> list[Any]:
    full, letters = ("", "") if label in _WITHOUT_PINYIN else keys(row["name"], row.get("pinyin"))
    others = {name: _plain(value) for name, value in row.items() if name not in _OWN and value}
    if label == "Person" and row.get("pinyin"):
        others["pinyin"] = row["pinyin"]
    return [LABELS.index(label), row["id"], row["name"], full, letters, others]


def _entries(
    rows: Sequence[Mapping[str, Any]],
    sources: Sequence[Mapping[str, Any]],
    source_of: Mapping[str, str],
) -> list[list[Any]]:
    number = {row["id"]: place for place, row in enumerate(sources)}
    return [
        [
            row["id"], row["name"], number.get(source_of.get(row["id"], ""), -1), row["text"],
            row["heading"] or "", row["place"] or "", row["warnings"] or [],
        ]
        for row in rows
    ]  # fmt: skip


def _edges(
    tables: Tables, kept: _Kept, where: Passages, recorded: Sequence[Mapping[str, Any]]
) -> Iterator[list[Any]]:
    types = list(load().edges)
    told: dict[str, list[str]] = {}
    for row in recorded:
        told.setdefault(row["from_id"], []).append(row["to_id"])
    for key, table in tables.edges.items():
        edge, start, end = key
        if start not in LABELS or end not in LABELS:
            continue
        for row in table.to_pylist():
            first, second = kept.nodes.get(row["from_id"]), kept.nodes.get(row["to_id"])
            if first is None or second is None:
                continue
            event = row["to_id"] if end == "Event" else row["from_id"]
            found = _words(row, told.get(event, ()), where)
            place = [found.entry, found.start, found.end] if found else [-1, 0, 0]
            yield [types.index(edge), first, second, *place, _others(row, kept) or 0]


def _words(row: Mapping[str, Any], entries: Sequence[str], where: Passages) -> Words | None:
    """The words of an edge: it names their entry itself, or its event does."""
    if row.get("span_start") is None:
        return None
    for entry in [row["entry"]] if row.get("entry") else entries:
        found = where.find(entry, row["span_start"], row["span_end"])
        if found is not None:
            return found
    return None


def _others(row: Mapping[str, Any], kept: _Kept) -> dict[str, Any]:
    """The properties of an edge that say something, its references as numbers."""
    return {
        name: kept.nodes.get(value, -1) if name in _NODE_REFERENCES else _plain(value)
        for name, value in row.items()
        if name not in _NOT_SHOWN and value
    }


def _recorded(
    rows: Sequence[Mapping[str, Any]], kept: _Kept, where: Passages
) -> Iterator[list[int]]:
    for row in rows:
        found = where.find(row["to_id"], row["span_start"], row["span_end"])
        if found is not None:
            yield [kept.nodes[row["from_id"]], found.entry, found.start, found.end]


def _mentions(tables: Tables, kept: _Kept, where: Passages) -> Iterator[list[int]]:
    for key in tables.edges:
        if key[0] != "MENTIONS":
            continue
        for row in _rows(tables, key):
            if row["from_id"] not in kept.entries or row["to_id"] not in kept.nodes:
                continue
            found = where.find(row["from_id"], row["span_start"], row["span_end"])
            if found is not None:
                yield [found.entry, kept.nodes[row["to_id"]], found.start, found.end]


def _degrees(tables: Tables) -> Counter[str]:
    """How many edges each node has among those that are drawn."""
    degree: Counter[str] = Counter()
    for (_, start, end), table in tables.edges.items():
        if start in LABELS and end in LABELS:
            degree.update(table["from_id"].to_pylist())
            degree.update(table["to_id"].to_pylist())
    return degree


def _named_entries(tables: Tables, chosen: set[str]) -> set[str]:
    """The entries whose words an edge between chosen nodes names."""
    return {
        row["entry"]
        for key, table in tables.edges.items()
        if "entry" in table.column_names
        for row in _rows(tables, key)
        if row["entry"] and row["from_id"] in chosen and row["to_id"] in chosen
    }


def _rows(tables: Tables, key: EdgeKey) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tables.edges[key].to_pylist()
    return rows


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
