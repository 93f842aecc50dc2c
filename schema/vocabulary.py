"""The vocabulary of the graph, read from ``vocabulary.yaml`` into frozen values.

Whatever needs to know which labels, properties or controlled words exist asks here, so that Arrow
schemas, CSV headers and constraints can never disagree with one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

KINDS = frozenset({"string", "int", "float", "date", "list", "bool"})
RESERVED = frozenset({"type", "title"})
"""Property names that the embedded engine keeps for itself."""

WORD_LISTS = (
    "event_types", "capacities", "organisation_capacities", "document_capacities",
    "organisation_kinds", "location_kinds", "document_kinds", "precisions", "role_statuses",
    "ranks",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A controlled word with its Chinese and English label."""

    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Property:
    """A property: ``kind`` is one of KINDS, ``list`` being a list of strings."""

    name: str
    kind: str
    zh: str
    en: str
    required: bool = False
    unique: bool = False
    indexed: bool = False
    internal: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class NodeType:
    """A node label with its properties in column order."""

    name: str
    zh: str
    en: str
    about: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """An edge label, the pairs of node labels (from, to) that it may join, and its properties.

    Two nodes have one edge of a type, or one for each value of the properties named in ``key``.
    """

    name: str
    zh: str
    en: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...]
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a store has to enforce or make fast: ``kind`` is unique, required or index."""

    label: str
    property: str
    kind: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every type and controlled word; the mappings keep the order of the file."""

    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]
    words: Mapping[str, Mapping[str, Term]]

    def terms(self, word_list: str) -> Mapping[str, Term]:
        """One of WORD_LISTS by name; raises KeyError for another name."""
        return self.words[word_list]


@lru_cache(maxsize=1)
def load() -> Vocabulary:
    """The vocabulary of this package; raises ValueError where the file breaks its own rules."""
    return parse(files("schema").joinpath("vocabulary.yaml").read_text(encoding="utf-8"))


def parse(text: str) -> Vocabulary:
    """A vocabulary from YAML text; raises ValueError naming the first thing that is wrong."""
    data = yaml.safe_load(text)
    nodes = {
        name: NodeType(
            name, body["zh"], body["en"], body.get("about", ""),
            _properties(name, body["properties"]),
        )
        for name, body in data["nodes"].items()
    }  # fmt: skip
    edges = {}
    for name, body in data["edges"].items():
        ends = tuple((start, end) for start, end in body["ends"])
        for label in (label for pair in ends for label in pair):
            if label not in nodes:
                raise ValueError(f"edge {name} ends at {label}, which is no node type")
        properties = _properties(name, body["properties"])
        key = tuple(body.get("key", ()))
        edges[name] = EdgeType(name, body["zh"], body["en"], ends, properties, key)
    for node in nodes.values():
        if [p.name for p in node.properties if p.unique] != ["id"]:
            raise ValueError(f"node type {node.name} needs exactly one unique property, its id")
    words = {
        key: MappingProxyType(
            {name: Term(name, label["zh"], label["en"]) for name, label in data[key].items()}
        )
        for key in WORD_LISTS
    }
    return Vocabulary(MappingProxyType(nodes), MappingProxyType(edges), MappingProxyType(words))


def constraints(vocabulary: Vocabulary) -> tuple[Constraint, ...]:
    """Unique ids first, then required node properties, then indexes, in the order of the file."""
    found: dict[str, list[Constraint]] = {"unique": [], "required": [], "index": []}
    for node in vocabulary.nodes.values():
        for prop in node.properties:
            if prop.unique:
                found["unique"].append(Constraint(node.name, prop.name, "unique"))
            elif prop.required:
                found["required"].append(Constraint(node.name, prop.name, "required"))
            if prop.indexed:
                found["index"].append(Constraint(node.name, prop.name, "index"))
    return tuple(constraint for group in found.values() for constraint in group)


def exported(properties: tuple[Property, ...]) -> tuple[Property, ...]:
    """The properties that leave the store: all but the internal ones."""
    return tuple(prop for prop in properties if not prop.internal)


def _properties(owner: str, body: Mapping[str, Mapping[str, Any]]) -> tuple[Property, ...]:
    found = []
    for name, spec in body.items():
        if name in RESERVED:
            raise ValueError(f"{owner} has a property called {name}, a name that stores reserve")
        if spec["kind"] not in KINDS:
            raise ValueError(f"{owner}.{name} has the unknown kind {spec['kind']}")
        found.append(Property(name=name, **spec))
    return tuple(found)
