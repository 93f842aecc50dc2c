"""The JSON-LD context: short keys and plain values for whoever reads the graph as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from schema.mapping import Linked, Predicate, instance_prefixes, json_key

_LINKS = (
    "cg:recordedIn", "dct:isPartOf", "oa:hasBody", "oa:hasSelector", "oa:hasSource",
    "oa:hasTarget", "org:holds", "org:memberDuring", "org:organization", "org:postIn",
    "org:subOrganizationOf", "prov:used", "prov:wasAssociatedWith", "prov:wasDerivedFrom",
    "prov:wasGeneratedBy", "prov:wasQuotedFrom", "rdf:object", "rdf:predicate", "rdf:subject",
    "schema:about", "schema:location", "sem:hasActor", "sem:hasPlace", "sem:hasTime",
    "skos:closeMatch", "skos:hasTopConcept", "skos:inScheme", "skos:topConceptOf",
    "time:hasBeginning", "time:hasEnd",
)  # fmt: skip
_PLAIN = (
    "oa:end", "oa:exact", "oa:start", "schema:endDate", "schema:softwareVersion",
    "schema:startDate", "skos:notation", "time:inXSDDate", "time:inXSDgYear",
    "time:inXSDgYearMonth",
)  # fmt: skip
_IN_LANGUAGES = ("rdfs:label", "skos:prefLabel")


def context(mapping: Linked, prefixes: Mapping[str, str]) -> dict[str, object]:
    """Key to definition; ``prefixes`` are those that the document's compact IRIs use.

    Raises ValueError where two terms would share a key (`schema.mapping.JSON_NAMES` tells them
    apart).
    """
    found: dict[str, object] = {name: iri for name, iri in prefixes.items()}
    meant: dict[str, str] = {name: f"{name}:" for name in prefixes}
    for name, definition in _definitions(mapping):
        key = json_key(name)
        if meant.setdefault(key, name) != name:
            raise ValueError(f"the JSON key {key} would stand for {meant[key]} and for {name}")
        found.setdefault(key, {"@id": name, **definition})
    return dict(sorted(found.items()))


def _definitions(mapping: Linked) -> Iterator[tuple[str, dict[str, str]]]:
    for name in _LINKS:
        yield name, {"@type": "@id"}
    for name in _PLAIN:
        yield name, {}
    for name in _IN_LANGUAGES:
        yield name, {"@container": "@language"}
    predicates = [p for node in mapping.nodes.values() for p in node.properties]
    predicates += [p for edge in mapping.edges.values() for p in edge.properties]
    for predicate in (one for one in predicates if one.made != "event"):
        yield predicate.iri, _definition(predicate)
    for edge in mapping.edges.values():
        if edge.node:
            for name in (edge.node.start, edge.node.end):
                yield name, {"@type": "@id"}


def context_text(mapping: Linked, prefixes: Mapping[str, str]) -> str:
    """The context as JSON text, a key a line."""
    lines = [
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in context(mapping, prefixes).items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}"


def context_document(mapping: Linked) -> str:
    """The context as a file of its own, for the data's base that the mapping names."""
    return f'{{"@context": {context_text(mapping, instance_prefixes(mapping, mapping.base))}}}\n'


def _definition(predicate: Predicate) -> dict[str, str]:
    if predicate.scheme or predicate.node:
        return {"@type": "@id"}
    if predicate.lang:
        return {"@container": "@language"}
    if predicate.datatype == "xsd:decimal":
        return {"@type": predicate.datatype}
    return {}
