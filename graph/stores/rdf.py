"""The graph as RDF, streamed subject by subject: Turtle, N-Triples, TriG or JSON-LD.

Terms are those of FOAF, the W3C Organization, Time, PROV and Web Annotation vocabularies, SKOS,
Dublin Core, schema.org and the Simple Event Model; what none of them says is under the graph's
own base. Every node of the graph is an IRI made of its id; an edge that carries evidence is a node
of its own beside the plain triple. No ``owl:sameAs`` is written: only a person can say that.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from graph.ids import make_id
from graph.stores.rdf_terms import (
    DIRECT,
    LABELS,
    PREFIXES,
    REIFIED,
    XSD,
    a,
    own_prefixes,
)
from graph.tables import Tables
from schema.vocabulary import Vocabulary, load

BASE = "urn:chronicle-graph:"
FORMATS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
}
_XSD_DATE = {"day": "date", "month": "gYearMonth", "year": "gYear"}
_TIME_DATE = {"day": "inXSDDate", "month": "inXSDgYearMonth", "year": "inXSDgYear"}
_LENGTH = {"day": 10, "month": 7, "year": 4}

Row = Mapping[str, Any]


def write(tables: Tables, path: str | Path, form: str = "turtle", base: str = BASE) -> None:
    """Write the graph to a file in one of FORMATS; the file is replaced when all is written.

    ``base`` opens every IRI of the graph itself; it ends in ``:``, ``/`` or ``#``. Raises KeyError
    for an unknown format.
    """
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    statements: Iterable[Triple] | Iterable[Quad] = triples(tables, base)
    if FORMATS[form].supports_datasets:
        statements = (Quad(t.subject, t.predicate, t.object) for t in triples(tables, base))
    prefixes = None if form == "ntriples" else {**PREFIXES, **own_prefixes(base)}
    try:
        with beside.open("wb") as file:
            serialize(statements, file, FORMATS[form], prefixes=prefixes)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def write_turtle(tables: Tables, path: str | Path) -> None:
    """Turtle with prefixes, a subject's statements together."""
    write(tables, path, "turtle")


def write_ntriples(tables: Tables, path: str | Path) -> None:
    """N-Triples, one statement a line."""
    write(tables, path, "ntriples")


def triples(tables: Tables, base: str = BASE) -> Iterator[Triple]:
    """Every statement, those of one subject together, in an order that the tables fix."""
    vocabulary = load()
    writer = _Terms(base)
    yield from _concepts(vocabulary, writer)
    direct = _direct(tables)
    for label, table in tables.nodes.items():
        for batch in table.to_batches(max_chunksize=5_000):
            for row in batch.to_pylist():
                yield from _node(label, row, direct.get(row["id"], ()), writer)
    for (edge, _, _), table in tables.edges.items():
        if edge in REIFIED:
            for batch in table.to_batches(max_chunksize=5_000):
                for row in batch.to_pylist():
                    yield from _reified(edge, row, writer)
    yield from _mentions(tables, writer)


@dataclass(frozen=True, slots=True)
class _Terms:
    """The IRIs under one base."""

    base: str

    def iri(self, own: str) -> NamedNode:
        return NamedNode(self.base + own)

    def own(self, name: str) -> NamedNode:
        return NamedNode(f"{self.base}vocabulary:{name}")

    def concept(self, word_list: str, name: str) -> NamedNode:
        return NamedNode(f"{self.base}{word_list}:{name}")


def _concepts(vocabulary: Vocabulary, writer: _Terms) -> Iterator[Triple]:
    """The controlled words as SKOS concepts, each list a scheme, with both labels."""
    for word_list, terms in vocabulary.words.items():
        scheme = writer.own(word_list)
        yield Triple(scheme, a("rdf:type"), a("skos:ConceptScheme"))
        for term in terms.values():
            concept = writer.concept(word_list, term.name)
            yield Triple(concept, a("rdf:type"), a("skos:Concept"))
            yield Triple(concept, a("skos:inScheme"), scheme)
            yield Triple(concept, a("skos:prefLabel"), Literal(term.zh, language="zh"))
            yield Triple(concept, a("skos:prefLabel"), Literal(term.en, language="en"))


def _direct(tables: Tables) -> dict[str, list[tuple[str, str]]]:
    """The plain triples that edges give, by the id of their subject."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (edge, start, _), table in tables.edges.items():
        predicate, backwards = DIRECT.get((edge, start)) or DIRECT.get((edge, "")) or ("", False)
        if not predicate:
            continue
        starts, ends = table["from_id"].to_pylist(), table["to_id"].to_pylist()
        for one, other in zip(starts, ends, strict=True):
            subject, thing = (other, one) if backwards else (one, other)
            found[subject].append((predicate, thing))
    for pairs in found.values():
        pairs.sort()
    return found


def _node(
    label: str, row: Row, direct: Iterable[tuple[str, str]], writer: _Terms
) -> Iterator[Triple]:
    subject = writer.iri(row["id"])
    classes, named = LABELS[label]
    for name in classes:
        yield Triple(subject, a("rdf:type"), a(name))
    if not classes:
        yield Triple(subject, a("rdf:type"), writer.own(label))
    chinese = label not in ("Entry", "Source")
    yield Triple(subject, a(named), Literal(row["name"], language="zh" if chinese else None))
    for alias in row.get("aliases") or ():
        yield Triple(subject, a("skos:altLabel"), Literal(alias, language="zh"))
    kinds = {"Event": "event_types", "Organisation": "organisation_kinds",
             "Location": "location_kinds", "Document": "document_kinds"}  # fmt: skip
    if label in kinds and row["kind"]:
        predicate = a("sem:eventType") if label == "Event" else a("dct:type")
        yield Triple(subject, predicate, writer.concept(kinds[label], row["kind"]))
    plain = ("pinyin", "scope", "office", "rank", "adcode", "text", "place", "heading", "series",
             "ordinal", "figures", "warnings", "sha256", "length", "span_start",
             "span_end")  # fmt: skip
    for name in plain:
        values = row.get(name)
        for value in values if isinstance(values, list) else [values]:
            if value is not None:
                yield Triple(subject, writer.own(name), _literal(value))
    if row.get("url"):
        yield Triple(subject, a("schema:url"), Literal(row["url"], datatype=a("xsd:anyURI")))
    time = writer.iri(f"{row['id']}:time")
    if label == "Event" and row["date"] is not None:
        yield Triple(subject, a("sem:hasTime"), time)
        for name, day in (("startDate", row["date"]), ("endDate", row["date_end"])):
            yield Triple(subject, a(f"schema:{name}"), _day(day, row["precision"]))
    for predicate_name, other in direct:
        yield Triple(subject, a(predicate_name), writer.iri(other))
    if label == "Event" and row["date"] is not None:
        yield from _time(time, row, writer)


def _time(time: NamedNode, row: Row, writer: _Terms) -> Iterator[Triple]:
    """An instant for a day, month or year; an interval between two days for anything longer."""
    first, last, precision = row["date"], row["date_end"], row["precision"]
    same = precision in ("month", "year") or first == last
    if same:
        yield Triple(time, a("rdf:type"), a("time:Instant"))
        yield Triple(time, a(f"time:{_TIME_DATE.get(precision, 'inXSDDate')}"),
                     _day(first, precision))  # fmt: skip
        return
    yield Triple(time, a("rdf:type"), a("time:ProperInterval"))
    ends = [("hasBeginning", first, "begin"), ("hasEnd", last, "end")]
    for name, _, part in ends:
        yield Triple(time, a(f"time:{name}"), writer.iri(f"{row['id']}:time:{part}"))
    for _, day, part in ends:
        instant = writer.iri(f"{row['id']}:time:{part}")
        yield Triple(instant, a("rdf:type"), a("time:Instant"))
        yield Triple(instant, a("time:inXSDDate"), _day(day, "day"))


def _reified(edge: str, row: Row, writer: _Terms) -> Iterator[Triple]:
    """An edge with evidence as a node: its ends and each property that it has."""
    shape = REIFIED[edge]
    key = (row["from_id"], row["to_id"], row.get("person") or "")
    subject = writer.iri(make_id(edge, *key))
    yield Triple(subject, a("rdf:type"), a(shape.kind) if shape.kind else writer.own(shape.own))
    for name, other in ((shape.start, row["from_id"]), (shape.end, row["to_id"])):
        predicate = a(name) if ":" in name else writer.own(name)
        yield Triple(subject, predicate, writer.iri(other))
    for name, value in row.items():
        if name in ("from_id", "to_id") or value is None:
            continue
        for item in value if isinstance(value, list) else [value]:
            yield Triple(subject, writer.own(name), _edge_value(edge, name, item, writer))


def _edge_value(edge: str, name: str, item: Any, writer: _Terms) -> Literal | NamedNode:
    if name in ("person", "entry", "started_event", "ended_event"):
        return writer.iri(item)
    if name in ("capacity", "capacities"):
        lists = {"INVOLVED": "organisation_capacities", "CONCERNS": "document_capacities"}
        return writer.concept(lists.get(edge, "capacities"), item)
    return _literal(item)


def _mentions(tables: Tables, writer: _Terms) -> Iterator[Triple]:
    """Each mention as a Web Annotation: what is named, and where in the source it stands."""
    from_source = tables.edges["FROM_SOURCE", "Entry", "Source"]
    entries, sources = from_source["from_id"].to_pylist(), from_source["to_id"].to_pylist()
    source_of = dict(zip(entries, sources, strict=True))
    for (edge, _, _), table in tables.edges.items():
        if edge != "MENTIONS":
            continue
        for batch in table.to_batches(max_chunksize=5_000):
            for row in batch.to_pylist():
                yield from _mention(row, source_of[row["from_id"]], writer)


def _mention(row: Row, source: str, writer: _Terms) -> Iterator[Triple]:
    own = make_id("mention", row["from_id"], row["to_id"])
    parts = ("target", "position", "quote")
    target, position, quote = (writer.iri(f"{own}:{part}") for part in parts)
    yield Triple(writer.iri(own), a("rdf:type"), a("oa:Annotation"))
    yield Triple(writer.iri(own), a("oa:hasBody"), writer.iri(row["to_id"]))
    yield Triple(writer.iri(own), a("oa:hasTarget"), target)
    yield Triple(writer.iri(own), a("prov:wasDerivedFrom"), writer.iri(row["from_id"]))
    yield Triple(target, a("rdf:type"), a("oa:SpecificResource"))
    yield Triple(target, a("oa:hasSource"), writer.iri(source))
    yield Triple(target, a("oa:hasSelector"), position)
    yield Triple(target, a("oa:hasSelector"), quote)
    yield Triple(position, a("rdf:type"), a("oa:TextPositionSelector"))
    yield Triple(position, a("oa:start"), _literal(row["span_start"]))
    yield Triple(position, a("oa:end"), _literal(row["span_end"]))
    yield Triple(quote, a("rdf:type"), a("oa:TextQuoteSelector"))
    yield Triple(quote, a("oa:exact"), Literal(row["surface"]))


def _day(day: Any, precision: str) -> Literal:
    """A date no finer than it is known: 2024-07 for a month, 2024 for a year."""
    kind = precision if precision in _LENGTH else "day"
    text = day.isoformat()[: _LENGTH[kind]]
    return Literal(text, datatype=NamedNode(XSD + _XSD_DATE[kind]))


def _literal(value: Any) -> Literal:
    if hasattr(value, "isoformat"):
        return Literal(value.isoformat(), datatype=NamedNode(XSD + "date"))
    return Literal(value)
