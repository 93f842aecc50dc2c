"""Rows to statements: which column becomes which predicate, worked out once for a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.stores.rdf.rows import Row, Stored
from graph.stores.rdf.spill import Sorter
from graph.stores.rdf.syntax import Syntax, Term
from graph.stores.rdf.told import Told
from graph.tables import EdgeKey
from schema.mapping import EdgeMapping, EdgeNode, Linked, Predicate
from schema.vocabulary import load

Pairs = list[tuple[str, Term]]
Piece = tuple[str, int, Pairs]
"""A subject, the graphs that its statements stand in (see `told`), and its statements."""


@dataclass(frozen=True, slots=True)
class Export:
    """What every part of an export needs; ``times`` and ``spans`` gather what is described last.

    ``spans`` holds (entry, start, end); ``times`` codes of `dates`.
    """

    stored: Stored
    mapping: Linked
    syntax: Syntax
    told: Told
    folder: Path
    spans: Sorter
    times: set[str] = field(default_factory=set)

    def words(self, entry: str, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` (in the source) as a node, to be described later."""
        self.spans.add((entry, start, end))
        return self.words_named(entry, start, end)

    def words_named(self, entry: str, start: int, end: int) -> str:
        """The same, described by the caller."""
        return self.syntax.node(f"words:{local(entry)}-{start}-{end}")

    def when(self, code: str) -> str:
        """A time as a node, to be described later."""
        self.times.add(code)
        return self.syntax.node(f"when:{code}")

    def type_pairs(self, classes: Iterable[str]) -> Pairs:
        """The statements of class."""
        kind = self.syntax.predicate("rdf:type")
        return [(kind, self.syntax.name(name)) for name in classes]


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns to ask for, and what each becomes."""

    columns: tuple[str, ...]
    steps: tuple[tuple[str, Callable[[Any], Term], bool], ...]

    def pairs(self, values: Sequence[Any], pairs: Pairs) -> Pairs:
        """Add the statements of a row's values, which stand in the order of the columns."""
        for value, (predicate, render, many) in zip(values, self.steps, strict=False):
            if value is None:
                continue
            if many:
                for item in dict.fromkeys(value):
                    pairs.append((predicate, render(item)))
            else:
                pairs.append((predicate, render(value)))
        return pairs


def local(own: str) -> str:
    """The part of an id behind its label."""
    return own[own.find(":") + 1 :]


def plan_of(
    predicates: Iterable[Predicate], export: Export, leave: frozenset[str] = frozenset()
) -> Plan:
    """The plan of the properties that no special rule makes, but for those to ``leave``."""
    plain = [p for p in predicates if not p.made and p.name not in leave]
    steps = tuple(
        (export.syntax.predicate(p.iri), renderer(p, export.mapping, export.syntax), p.many)
        for p in plain
    )
    return Plan(tuple(p.name for p in plain), steps)


def renderer(predicate: Predicate, mapping: Linked, syntax: Syntax) -> Callable[[Any], Term]:
    """How a value of the property is written."""
    if predicate.node:
        return syntax.node
    if predicate.scheme:
        prefix = mapping.schemes[predicate.scheme].prefix
        return lru_cache(maxsize=256)(lambda word: syntax.concept(prefix, word))
    if predicate.lang:
        lang, text = predicate.lang, syntax.text
        return lambda value: text(value, lang)
    if predicate.datatype == "xsd:string":
        return lambda value: syntax.text(value, "")
    datatype = predicate.datatype
    if datatype == "xsd:decimal":
        return lru_cache(maxsize=256)(lambda value: syntax.typed(_decimal(value), datatype))
    if datatype == "xsd:boolean":
        return lambda value: syntax.typed("true" if value else "false", datatype)
    return lambda value: syntax.typed(str(value), datatype)


def _decimal(value: float) -> str:
    """The shortest decimal of a number; a decimal has no exponent."""
    text = repr(float(value))
    return f"{value:.17f}".rstrip("0") + "0" if "e" in text else text


@dataclass(frozen=True, slots=True)
class EdgePlan:
    """An edge as a node: rows are (from_id, to_id, the plan's columns, span_start, span_end).

    Where the edge says its own entry, the row's last value is that.
    """

    columns: tuple[str, ...]
    node: EdgeNode
    plan: Plan
    entry: bool
    spans: bool
    _key: tuple[int, ...]
    _prefix: str
    _opening: Pairs
    _start: str
    _end: str
    _said: str

    def piece(
        self, row: Row, entry: str | None, graph: int, export: Export, described: bool = False
    ) -> Piece:
        """The node of a row; ``entry`` is where it is said, if the row does not say so.

        ``described`` says that the caller describes the words of the row's span itself.
        """
        start, end = row[0], row[1]
        own = f"{self._prefix}{local(start)}-{local(end)}"
        for index in self._key:
            own = f"{own}-{local(str(row[index]))}"
        node = export.syntax.node
        pairs = self._opening.copy()
        pairs.append((self._start, node(start)))
        pairs.append((self._end, node(end)))
        self.plan.pairs(row[2:], pairs)
        said = row[-1] if self.entry else entry
        if said is not None and self.spans:
            at = -3 if self.entry else -2
            words = export.words_named if described else export.words
            pairs.append((self._said, words(said, row[at], row[at + 1])))
        return node(own), graph, pairs


def edge_plan(key: EdgeKey, export: Export) -> EdgePlan:
    """The plan of an edge table; raises KeyError for an edge that is no node of its own."""
    edge: EdgeMapping = export.mapping.edges[key[0]]
    if edge.node is None:
        raise KeyError(key[0])
    kind = load().edges[key[0]]
    plan = plan_of(edge.properties, export)
    made = {p.name: p.iri for p in edge.properties if p.made == "words"}
    has_entry = "entry" in {p.name for p in edge.properties}
    spans = ("span_start", "span_end") if made else ()
    columns = (*plan.columns, *spans, *(("entry",) if has_entry else ()))
    opening = export.type_pairs([edge.node.kind])
    predicate, name = export.syntax.predicate, export.syntax.name
    if edge.node.kind == "rdf:Statement":
        opening.append((predicate("rdf:predicate"), name(edge.direct[key[1]].iri)))
    told_apart = f"{key[1].lower()}-" if len({start for start, _ in kind.ends}) > 1 else ""
    return EdgePlan(
        columns, edge.node, plan, has_entry, bool(made),
        tuple(2 + columns.index(column) for column in kind.key),
        f"{edge.node.path}:{told_apart}", opening,
        predicate(edge.node.start), predicate(edge.node.end),
        predicate(made.get("span_start", "prov:wasDerivedFrom")),
    )  # fmt: skip
