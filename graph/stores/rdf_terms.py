"""Which public term stands for which part of the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Mapping[str, str] = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": XSD,
}

LABELS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "Person": (("foaf:Person",), "foaf:name"),
    "Role": (("org:Post",), "skos:prefLabel"),
    "Organisation": (("org:FormalOrganization",), "skos:prefLabel"),
    "Location": (("dct:Location",), "skos:prefLabel"),
    "Event": (("sem:Event", "schema:Event"), "schema:name"),
    "Document": (("foaf:Document",), "dct:title"),
    "Entry": (("prov:Entity",), "dct:identifier"),
    "Source": (("prov:Entity", "foaf:Document"), "dct:identifier"),
}
"""Node label: its classes, and the property that holds its name."""

DIRECT: Mapping[tuple[str, str], tuple[str, bool]] = {
    ("PARTICIPATED_IN", ""): ("sem:hasActor", True),
    ("INVOLVED", ""): ("sem:hasActor", True),
    ("HELD", ""): ("org:holds", False),
    ("ROLE_IN", ""): ("org:postIn", False),
    ("HELD_AT", ""): ("sem:hasPlace", False),
    ("CONCERNS", ""): ("schema:about", False),
    ("PART_OF", "Organisation"): ("org:subOrganizationOf", False),
    ("PART_OF", "Location"): ("dct:isPartOf", False),
    ("BASED_IN", ""): ("schema:location", False),
    ("RECORDED_IN", ""): ("prov:wasDerivedFrom", False),
    ("FROM_SOURCE", ""): ("prov:wasDerivedFrom", False),
}
"""Edge type (and label it leaves): the plain predicate, and whether it points backwards."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An edge as a node: its class (``kind`` a public one, else ``own``) and its two ends."""

    own: str
    start: str
    end: str
    kind: str = ""


REIFIED: Mapping[str, Shape] = {
    "PARTICIPATED_IN": Shape("Participation", "participant", "event"),
    "PRESENT_AT": Shape("Presence", "post", "event"),
    "INVOLVED": Shape("Involvement", "participant", "event"),
    "CONCERNS": Shape("Treatment", "event", "document"),
    "HELD": Shape("Tenure", "org:member", "post", "org:Membership"),
    "POSSIBLY_SAME": Shape("Resemblance", "one", "other"),
}


@lru_cache(maxsize=1024)
def a(name: str) -> NamedNode:
    """The term that a prefixed name stands for (``foaf:Person``); KeyError for another prefix."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def own_prefixes(base: str) -> dict[str, str]:
    """Prefixes for what lies under the graph's own base."""
    return {"cg": f"{base}vocabulary:"}
