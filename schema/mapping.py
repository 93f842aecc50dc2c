"""How the graph reads as linked data, from the ``rdf`` part of ``vocabulary.yaml``.

Ontology, SHACL shapes, JSON-LD context and the RDF export all take classes and predicates from
here, so that they can never disagree. Terms are prefixed names (``foaf:name``); ``cg:`` stands for
the graph's own namespace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from schema.vocabulary import Vocabulary, exported, load

OWN = "cg"
"""The prefix of the graph's own terms."""

MADE = frozenset({"", "event", "seen", "time", "words"})
_DATATYPES = {"int": "xsd:integer", "float": "xsd:decimal", "bool": "xsd:boolean"}
NODE_PATHS = ("position", "quote", "reading", "software", "told-by", "when", "words")
"""What stands between the base and the local name of an IRI, besides labels and edge nodes."""
JSON_NAMES = {
    "oa:end": "positionEnd", "oa:start": "positionStart", "schema:location": "basedIn",
    "schema:name": "headline",
}  # fmt: skip
"""Where a JSON key is not the local name of its predicate, since that is taken."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a property of the graph becomes.

    A literal has ``lang`` or ``datatype`` (``xsd:string`` where nothing else holds); ``scheme``
    names the word list whose concepts are the values; ``node`` says that they are nodes of the
    graph. ``made`` is empty, or says which rule of the export makes the value: ``time`` and
    ``seen`` (dates no finer than they are known), ``words`` (the span's own node), ``event``
    (nothing: the event beside it says it).
    """

    name: str
    iri: str
    lang: str = ""
    datatype: str = ""
    scheme: str = ""
    node: bool = False
    made: str = ""
    many: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class NodeMapping:
    """The classes and predicates of a node label."""

    label: str
    classes: tuple[str, ...]
    properties: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Direct:
    """The plain statement that an edge makes; ``backwards`` from its end to its start."""

    iri: str
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class EdgeNode:
    """An edge as a node of its own: its class, the path in its IRI, predicates of its two ends."""

    kind: str
    path: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class EdgeMapping:
    """What an edge type becomes; ``direct`` by the label that the edge leaves."""

    edge: str
    direct: Mapping[str, Direct]
    node: EdgeNode | None
    properties: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A word list as a SKOS scheme: the prefix of its concepts, and its own labels."""

    word_list: str
    prefix: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class of the graph's own, with labels and comments in both languages."""

    name: str
    parents: tuple[str, ...]
    zh: str
    en: str
    comment_zh: str
    comment_en: str


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A property of the graph's own; ``domain`` and ``range`` are empty where several hold."""

    name: str
    parents: tuple[str, ...]
    domain: str
    range: str
    zh: str
    en: str
    comment_zh: str
    comment_en: str

    @property
    def is_link(self) -> bool:
        """Whether its values are IRIs."""
        return bool(self.range) and not self.range.startswith(("xsd:", "rdf:langString"))


@dataclass(frozen=True, slots=True)
class Linked:
    """The whole of it. ``prefixes`` holds every prefix but those of the instance data."""

    namespace: str
    base: str
    version: str
    prefixes: Mapping[str, str]
    schemes: Mapping[str, Scheme]
    nodes: Mapping[str, NodeMapping]
    edges: Mapping[str, EdgeMapping]
    classes: Mapping[str, OwnClass]
    terms: Mapping[str, OwnTerm]

    def expand(self, name: str) -> str:
        """The IRI of a prefixed name; KeyError for a prefix that is not known."""
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local


@lru_cache(maxsize=1)
def load_mapping() -> Linked:
    """The mapping of this package; raises ValueError where it leaves a property out."""
    text = files("schema").joinpath("vocabulary.yaml").read_text(encoding="utf-8")
    return parse_mapping(text, load())


def parse_mapping(text: str, vocabulary: Vocabulary) -> Linked:
    """The mapping in YAML text; raises ValueError naming the first thing that is wrong."""
    data = yaml.safe_load(text)["rdf"]
    schemes = {key: Scheme(key, **body) for key, body in data["schemes"].items()}
    space = data["namespace"]
    prefixes = dict(data["prefixes"]) | {OWN: space}
    prefixes |= {scheme.prefix: f"{space}{scheme.prefix}/" for scheme in schemes.values()}
    nodes = {
        label: NodeMapping(label, tuple(body["classes"]), _predicates(label, body, vocabulary))
        for label, body in data["nodes"].items()
    }
    edges = {edge: _edge(edge, body, vocabulary) for edge, body in data["edges"].items()}
    for kind, mapped in (("nodes", nodes), ("edges", edges)):
        missing = set(getattr(vocabulary, kind)) - set(mapped)
        if missing:
            raise ValueError(
                f"{min(missing)}: say under rdf.{kind} in vocabulary.yaml what it is as linked data"
            )
    mapping = Linked(
        space, data["base"], str(data["version"]),
        MappingProxyType(dict(sorted(prefixes.items()))),
        MappingProxyType(schemes), MappingProxyType(nodes), MappingProxyType(edges),
        MappingProxyType({name: _own_class(name, body) for name, body in data["classes"].items()}),
        MappingProxyType({name: _own_term(name, body) for name, body in data["terms"].items()}),
    )  # fmt: skip
    _check(mapping)
    return mapping


def instance_prefixes(mapping: Linked, base: str) -> dict[str, str]:
    """Every prefix of an export, sorted by name; an id is a prefixed name as it stands."""
    edges = (edge.node.path for edge in mapping.edges.values() if edge.node)
    labels = (label.lower() for label in mapping.nodes)
    own = {path: f"{base}{path}/" for path in (*labels, *NODE_PATHS, *edges)}
    return dict(sorted({**mapping.prefixes, **own}.items()))


@lru_cache(maxsize=256)
def json_key(predicate: str) -> str:
    """The JSON key of a predicate: its local name, unless two share one."""
    if predicate == "rdf:type":
        return "@type"
    return JSON_NAMES.get(predicate, predicate.partition(":")[2])


def names_used(mapping: Linked) -> frozenset[str]:
    """Every class and predicate that nodes and edges are mapped to."""
    found: set[str] = set()
    for node in mapping.nodes.values():
        found |= {*node.classes, *(p.iri for p in node.properties)}
    for edge in mapping.edges.values():
        found |= {p.iri for p in edge.properties} | {d.iri for d in edge.direct.values()}
        if edge.node:
            found |= {edge.node.kind, edge.node.start, edge.node.end}
    return frozenset(found)


def _edge(edge: str, body: Mapping[str, Any], vocabulary: Vocabulary) -> EdgeMapping:
    direct = {label: Direct(**spec) for label, spec in body.get("direct", {}).items()}
    spec = body.get("node")
    node = EdgeNode(spec["class"], spec["as"], spec["from"], spec["to"]) if spec else None
    return EdgeMapping(
        edge, MappingProxyType(direct), node, _predicates(edge, body, vocabulary, edges=True)
    )


def _predicates(
    owner: str, body: Mapping[str, Any], vocabulary: Vocabulary, edges: bool = False
) -> tuple[Predicate, ...]:
    kind = vocabulary.edges[owner] if edges else vocabulary.nodes[owner]
    mapped = body.get("properties", {})
    found = []
    for prop in exported(kind.properties):
        if prop.name == "id":
            continue
        if prop.name not in mapped:
            raise ValueError(
                f"{owner}.{prop.name}: say under rdf in vocabulary.yaml what it is as linked data"
            )
        spec = dict(mapped[prop.name])
        if not {"lang", "scheme", "node", "made", "datatype"} & set(spec):
            spec["datatype"] = _DATATYPES.get(prop.kind, "xsd:string")
        if spec.get("made", "") not in MADE:
            raise ValueError(f"rdf: {owner}.{prop.name} is made by an unknown rule")
        found.append(Predicate(prop.name, many=prop.kind == "list", required=prop.required, **spec))
    extra = set(mapped) - {predicate.name for predicate in found}
    if extra:
        raise ValueError(f"rdf maps {owner}.{min(extra)}, which is no exported property")
    return tuple(found)


def _own_class(name: str, body: Mapping[str, Any]) -> OwnClass:
    return OwnClass(name, **{**body, "parents": tuple(body["parents"])})


def _own_term(name: str, body: Mapping[str, Any]) -> OwnTerm:
    plain = {"domain": "", "range": "", **body, "parents": tuple(body.get("parents", ()))}
    return OwnTerm(name, **plain)


def _check(mapping: Linked) -> None:
    own = {f"{OWN}:{name}" for name in (*mapping.classes, *mapping.terms)}
    used = names_used(mapping)
    for name in sorted(used):
        mapping.expand(name)
        if name.startswith(f"{OWN}:") and name not in own:
            raise ValueError(f"rdf uses {name}, which it does not define")
    idle = own - used
    if idle:
        raise ValueError(f"rdf defines {min(idle)}, which nothing uses")
