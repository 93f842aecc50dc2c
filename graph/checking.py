"""Whether a graph is whole: SHACL shapes and rules over its linked data, in plain words.

A store is first compared with what its records give. Then its linked data, or a file of linked
data, goes through pySHACL with ``schema/shapes.ttl``. The SPARQL rules of those shapes are asked
once for the whole graph rather than once a node, by Oxigraph: the answers are the same.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH, Graph, URIRef

from graph.stores import rdf
from graph.stores.store import StoreError
from graph.targets import store_of
from schema.mapping import load_mapping

FILE_FORMATS: Mapping[str, ox.RdfFormat] = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG, ".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML,
}  # fmt: skip
_TO_ENTRY = ("recordedIn", "isPartOf", "inEvent", "wasDerivedFrom", "hasTarget")
_FROM_ENTRY = (
    "hasBody", "hasSelector", "startedBy", "hasTime", "subject", "object", "member",
    "wasQuotedFrom", "used", "participant", "post", "hasSource", "treatedDocument",
)  # fmt: skip
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one thing: a sentence, and where in the sources it comes from.

    ``subject`` is an IRI or the name of a table, ``named`` what to call it; ``entry`` is empty
    where no entry is concerned.
    """

    subject: str
    named: str
    sentence: str
    entry: str = ""

    def __str__(self) -> str:
        where = f" [{self.entry}]" if self.entry else ""
        return f"{self.named}: {self.sentence}{where}"


def check(target: str) -> tuple[Fault, ...]:
    """Every fault of a stored graph or of a file of linked data, sorted; none for a sound one.

    Raises StoreError where there is nothing to check or the file cannot be read.
    """
    path = Path(target)
    if path.suffix in FILE_FORMATS:
        return check_data(_loaded(path, FILE_FORMATS[path.suffix]))
    from graph.export import stored_tables

    tables = stored_tables(target)
    counted = list(_counts(target, tables))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nt"
        rdf.write(tables, file, "ntriples")
        return (*counted, *check_data(_loaded(file, ox.RdfFormat.N_TRIPLES)))


def check_data(data: ox.Store) -> tuple[Fault, ...]:
    """Every fault of linked data, all its graphs taken as one."""
    names = _Names(data)
    shapes = Graph().parse(data=files("schema").joinpath("shapes.ttl").read_text("utf-8"))
    found = {*_rules(shapes, data, names), *_dangling(data, names)}
    shapes.remove((None, SH.sparql, None))
    found |= set(_shapes(shapes, data, names))
    return tuple(sorted(found, key=lambda fault: (fault.entry, fault.subject, fault.sentence)))


def _counts(target: str, tables: Any) -> Iterator[Fault]:
    """Where the store holds more or less than the records that it was built from give."""
    store = store_of(target)
    for label, table in tables.nodes.items():
        asked = f"MATCH (n:{label}) RETURN count(n) AS n"
        yield from _compare(label, store.query(target, asked).rows[0][0], table.num_rows)
    for (edge, start, end), table in tables.edges.items():
        held = 0
        if table.num_rows:
            asked = f"MATCH (:{start})-[r:{edge}]->(:{end}) RETURN count(r) AS n"
            held = store.query(target, asked).rows[0][0]
        yield from _compare(f"{start} {edge} {end}", held, table.num_rows)


def _compare(name: str, held: int, given: int) -> Iterator[Fault]:
    if held != given:
        yield Fault(name, name, f"the store holds {held}, its records give {given}; build it anew.")


def _loaded(path: Path, form: ox.RdfFormat) -> ox.Store:
    if not path.is_file():
        raise StoreError(f"{path}: there is no such file; write one with graph export.")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=form, to_graph=None)
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: this cannot be read as linked data ({error}).") from error
    if not len(store):
        raise StoreError(f"{path}: there is nothing in it to check.")
    return store


def _ask(data: ox.Store, query: str) -> Any:
    prefixes = dict(load_mapping().prefixes)
    return data.query(query, prefixes=prefixes, use_default_graph_as_union=True)


def _rules(shapes: Graph, data: ox.Store, names: _Names) -> Iterator[Fault]:
    """The SPARQL constraints, each asked once, of all that its shape is about."""
    for shape, rule in shapes.subject_objects(SH.sparql):
        select, message = str(shapes.value(rule, SH.select)), str(shapes.value(rule, SH.message))
        kind = shapes.value(shape, SH.targetClass)
        asked = select.replace("WHERE {", f"WHERE {{ $this a <{kind}> . ", 1)
        for row in _ask(data, asked):
            yield names.fault(row["this"].value, message[0].lower() + message[1:])


def _dangling(data: ox.Store, names: _Names) -> Iterator[Fault]:
    """IRIs that are spoken of as things of the graph, but of which nothing is said."""
    asked = (
        "SELECT ?this ?path ?value WHERE { ?this ?path ?value . FILTER (isIRI(?value) && ?path NOT "
        "IN (rdf:type, rdf:predicate, skos:closeMatch, rdfs:isDefinedBy, skos:inScheme)) "
        "FILTER NOT EXISTS { ?value ?any ?thing } }"
    )
    for row in _ask(data, asked):
        sentence = f"its {names.term(row['path'].value)} is {names.short(row['value'].value)}, "
        yield names.fault(row["this"].value, f"{sentence}of which nothing is said.")


def _shapes(shapes: Graph, data: ox.Store, names: _Names) -> Iterator[Fault]:
    graph = Graph()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nt"
        triples = (ox.Triple(q.subject, q.predicate, q.object) for q in data)
        ox.serialize(triples, str(file), ox.RdfFormat.N_TRIPLES)
        graph.parse(file, format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        yield names.fault(str(focus), _sentence(report, result, shapes, names))


def _sentence(report: Graph, result: Any, shapes: Graph, names: _Names) -> str:
    """What a result says, in words."""
    component = str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2]
    kind = component.removesuffix("ConstraintComponent")
    shape = report.value(result, SH.sourceShape)
    path = names.term(str(report.value(result, SH.resultPath) or ""))
    value = report.value(result, SH.value)
    shown = names.short(str(value)) if isinstance(value, URIRef) else f"“{value}”"

    def bound(name: str) -> str:
        limit = shapes.value(shape, SH[name])
        return names.short(str(limit)) if isinstance(limit, URIRef) else str(limit)

    sentences = {
        "MinCount": f"it has no {path}, or too few.",
        "MaxCount": f"it has more than {bound('maxCount')} {path}.",
        "QualifiedMinCount": f"it has no {path} in Chinese characters.",
        "Datatype": f"its {path} is {shown}, which is no {bound('datatype')}.",
        "NodeKind": f"its {path} is {shown}, which is no {bound('nodeKind').partition(':')[2]}.",
        "Class": f"its {path} is {shown}, which is no {bound('class')}.",
        "In": f"its {path} is {shown}, which is none of the words there are for it.",
        "LanguageIn": f"its {path} is {shown}, in a language that it cannot be in.",
        "UniqueLang": f"it has more than one {path} in one language.",
        "Pattern": f"its {path} is {shown}, which has not the form of one.",
        "MinInclusive": f"its {path} is {shown}, below {bound('minInclusive')}.",
        "MaxInclusive": f"its {path} is {shown}, above {bound('maxInclusive')}.",
        "LessThanOrEquals": f"its {path} ({shown}) is after its "
        f"{names.term(str(shapes.value(shape, SH.lessThanOrEquals)))}.",
        "Closed": f"it has a {path} ({shown}), which nothing of its kind has.",
    }
    return sentences.get(kind, str(report.value(result, SH.resultMessage)))


class _Names:
    """What to call things and terms, and which entry a thing comes from."""

    def __init__(self, data: ox.Store) -> None:
        self._data = data
        mapping = load_mapping()
        own = {mapping.namespace + name: term.en for name, term in mapping.terms.items()}
        self._terms = own
        self._prefixes = sorted(mapping.prefixes.items(), key=lambda item: -len(item[1]))
        self._entry_class = ox.NamedNode(mapping.expand("cg:Entry"))
        self._labels = [
            ox.NamedNode(mapping.expand(name))
            for name in ("foaf:name", "skos:prefLabel", "schema:name", "dct:title",
                         "dct:identifier", "oa:exact")
        ]  # fmt: skip

    def fault(self, subject: str, sentence: str) -> Fault:
        """A fault with its subject named and its entry found."""
        return Fault(subject, self._called(subject), sentence, self._entry(subject))

    def term(self, iri: str) -> str:
        """A predicate in words: the ontology's label, or its local name taken apart."""
        local = re.split(r"[/#]", iri)[-1]
        return self._terms.get(iri) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower()

    def short(self, iri: str) -> str:
        """An IRI as a person reads it: a prefixed name, or the last two parts of an id."""
        for prefix, space in self._prefixes:
            if iri.startswith(space):
                return f"{prefix}:{iri.removeprefix(space)}"
        return ":".join(iri.rsplit("/", 2)[1:]) if iri.count("/") > 2 else iri

    def _called(self, iri: str) -> str:
        label = self._label(iri)
        return f"{self.short(iri)} {label}" if label else self.short(iri)

    def _label(self, iri: str) -> str:
        node = _node(iri)
        for name in self._labels:
            found = sorted(
                quad.object.value for quad in self._data.quads_for_pattern(node, name, None, None)
                if isinstance(quad.object, ox.Literal)
            ) if node else []  # fmt: skip
            if found:
                return found[-1]
        return ""

    def _entry(self, iri: str) -> str:
        """The nearest entry, by what the thing rests on and what rests on it."""
        start = _node(iri)
        level: list[Any] = [start] if start else []
        seen = set(level)
        for _ in range(_STEPS):
            for node in level:
                if next(iter(self._data.quads_for_pattern(
                    node, ox.NamedNode(RDF.type), self._entry_class, None)), None):  # fmt: skip
                    return self._place(node)
            around = {other for node in level for other in self._around(node)} - seen
            level = sorted(around, key=lambda node: node.value)
            seen |= around
        return ""

    def _around(self, node: ox.NamedNode) -> Iterator[ox.NamedNode]:
        for quad in self._data.quads_for_pattern(node, None, None, None):
            name = re.split(r"[/#]", quad.predicate.value)[-1]
            if name in _TO_ENTRY and isinstance(quad.object, ox.NamedNode):
                yield quad.object
        for quad in self._data.quads_for_pattern(None, None, node, None):
            name = re.split(r"[/#]", quad.predicate.value)[-1]
            if name in _FROM_ENTRY and isinstance(quad.subject, ox.NamedNode):
                yield quad.subject

    def _place(self, entry: ox.NamedNode) -> str:
        source = self._one(entry, "prov:wasQuotedFrom")
        file = self._label(source) if source else ""
        start, end = self._one(entry, "cg:start"), self._one(entry, "cg:end")
        return f"entry {self._label(entry.value)} of {file or 'an unknown source'}, {start}-{end}"

    def _one(self, node: ox.NamedNode, name: str) -> str:
        predicate = ox.NamedNode(load_mapping().expand(name))
        values = sorted(
            str(quad.object.value)
            for quad in self._data.quads_for_pattern(node, predicate, None, None)
            if not isinstance(quad.object, ox.Triple)
        )
        return values[0] if values else ""


def _node(iri: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None
