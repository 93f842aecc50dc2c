"""SHACL shapes of the graph as linked data, made from the vocabulary and its mapping.

One shape a class. A property shape says how many values there may be, of what kind, and which words
of a scheme; each has a sentence for whoever reads the report. What no count can say (the words of
a span are the words of its entry) is a SPARQL constraint, from ``_RULES``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from schema.mapping import OWN, EdgeMapping, Linked, Predicate
from schema.turtle import block, prefix_lines, text
from schema.vocabulary import Vocabulary

_DATES = ("xsd:date", "xsd:gYearMonth", "xsd:gYear")
_DATE_PATTERN = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_AGENTS = ("foaf:Person", "org:FormalOrganization")
_WITHIN = {
    "cg:confidence": (0, 1), "cg:score": (0, 1), "cg:start": (0, None), "cg:end": (1, None),
    "cg:length": (0, None), "cg:times": (1, None), "cg:evidenceCount": (1, None),
    "cg:stint": (1, None), "cg:acquaintances": (0, None), "cg:betweenness": (0, 1),
    "cg:circle": (1, None),
}  # fmt: skip
_PATTERNS = {"cg:sha256": "^[0-9a-f]{64}$", "cg:divisionCode": "^[0-9]{6}$"}
_NOT_AFTER = {
    "schema:startDate": "schema:endDate", "cg:firstSeen": "cg:lastSeen",
    "cg:start": "cg:end", "oa:start": "oa:end",
}  # fmt: skip

_ANY_OF = "any of"
"""Stands in Parts for a union of classes."""
Parts = list[tuple[str, str]]
"""Predicates and values of a property shape."""


def shapes_turtle(mapping: Linked, vocabulary: Vocabulary) -> str:
    """All shapes as one Turtle file."""
    shapes = _Shapes(mapping, vocabulary)
    parts = [prefix_lines(mapping), _declarations(mapping)]
    parts += shapes.nodes()
    parts += shapes.edges()
    parts += _fixed(mapping)
    return "\n".join(parts)


class _Shapes:
    def __init__(self, mapping: Linked, vocabulary: Vocabulary) -> None:
        self._mapping, self._vocabulary = mapping, vocabulary
        self._direct: dict[str, list[Parts]] = defaultdict(list)
        for edge in mapping.edges.values():
            for start, end in vocabulary.edges[edge.edge].ends:
                direct = edge.direct.get(start)
                if direct:
                    owner, other = (end, start) if direct.backwards else (start, end)
                    classes = _classes([self._kind(other)])
                    self._direct[owner].append([("sh:path", direct.iri), *classes])

    def nodes(self) -> Iterator[str]:
        """A shape for each label."""
        for label, node in self._mapping.nodes.items():
            kind = self._vocabulary.nodes[label]
            properties = self._properties(node.properties)
            properties += _together(self._direct[label])
            properties += [list(parts) for parts in _MORE.get(label, ())]
            yield _shape(label, node.classes[-1 if label == "Source" else 0], properties,
                         kind.en.lower(), _RULES.get(label, ()))  # fmt: skip

    def edges(self) -> Iterator[str]:
        """A shape for each class of edges that are nodes; edges of one class share it."""
        by_class: dict[str, list[EdgeMapping]] = defaultdict(list)
        for edge in self._mapping.edges.values():
            if edge.node:
                by_class[edge.node.kind].append(edge)
        for kind, edges in by_class.items():
            name = kind.partition(":")[2]
            if len(edges) > 1:
                yield _shape(name, kind, self._statement(edges), "statement", _RULES[name])
                continue
            properties = self._ends(edges[0]) + self._properties(edges[0].properties)
            properties += [list(parts) for parts in _MORE.get(name, ())]
            words = self._vocabulary.edges[edges[0].edge].en
            yield _shape(name, kind, properties, f"node of “{words}”", _RULES.get(name, ()))

    def _kind(self, label: str) -> str:
        return self._mapping.nodes[label].classes[0]

    def _ends(self, edge: EdgeMapping) -> list[Parts]:
        node = edge.node
        assert node is not None
        ends = self._vocabulary.edges[edge.edge].ends
        return [
            [("sh:path", path), *_exactly_one(),
             *_classes(dict.fromkeys(self._kind(pair[at]) for pair in ends))]
            for at, path in ((0, node.start), (1, node.end))
        ]  # fmt: skip

    def _statement(self, edges: Iterable[EdgeMapping]) -> list[Parts]:
        predicates = sorted({direct.iri for edge in edges for direct in edge.direct.values()})
        found: dict[str, Predicate] = {}
        for edge in edges:
            for predicate in edge.properties:
                found.setdefault(predicate.iri, predicate)
        loose = [p for p in self._properties(found.values(), required=False)
                 if p[0][1] != "prov:wasDerivedFrom"]  # fmt: skip
        return [
            [("sh:path", "rdf:subject"), *_exactly_one(), ("sh:nodeKind", "sh:IRI")],
            [("sh:path", "rdf:object"), *_exactly_one(), ("sh:nodeKind", "sh:IRI")],
            [("sh:path", "rdf:predicate"), *_exactly_one(), ("sh:in", _list(predicates))],
            [
                ("sh:path", "prov:wasDerivedFrom"),
                *_exactly_one(),
                *_classes(["oa:SpecificResource"]),
            ],
            *loose,
        ]

    def _properties(self, predicates: Iterable[Predicate], required: bool = True) -> list[Parts]:
        by_iri: dict[str, list[Predicate]] = defaultdict(list)
        for predicate in predicates:
            if predicate.made != "event":
                by_iri[predicate.iri].append(predicate)
        return [self._property(iri, shared, required) for iri, shared in by_iri.items()]

    def _property(self, iri: str, shared: list[Predicate], required: bool) -> Parts:
        first = shared[0]
        parts: Parts = [("sh:path", iri)]
        needed = required and any(p.required for p in shared)
        languages = [p.lang for p in shared if p.lang]
        if needed:
            parts.append(("sh:minCount", "1"))
        if not any(p.many for p in shared) and len(languages) < 2:
            parts.append(("sh:maxCount", "1"))
        if first.made == "words":
            parts += _classes(["oa:SpecificResource"])
        elif first.made == "time" and iri == "org:memberDuring":
            parts.append(("sh:nodeKind", "sh:IRI"))
        elif first.made:
            parts += [("sh:nodeKind", "sh:Literal"), ("sh:pattern", text(_DATE_PATTERN))]
        elif first.scheme:
            parts.append(("sh:in", _list(self._concepts(first.scheme))))
        elif first.node:
            parts += self._range(iri)
        elif languages:
            parts += [("sh:datatype", "rdf:langString"), ("sh:pattern", text("\\S"))]
            parts.append(("sh:languageIn", _list(text(language) for language in languages)))
            if not any(p.many for p in shared):
                parts.append(("sh:uniqueLang", "true"))
            if len(languages) > 1:
                parts += [
                    ("sh:qualifiedValueShape", f"[ sh:languageIn ( {text(languages[0])} ) ]"),
                    ("sh:qualifiedMinCount", "1"),
                ]
        else:
            parts.append(("sh:datatype", first.datatype))
        return parts + _limits(iri)

    def _concepts(self, word_list: str) -> Iterator[str]:
        prefix = self._mapping.schemes[word_list].prefix
        return (f"{prefix}:{name}" for name in self._vocabulary.terms(word_list))

    def _range(self, iri: str) -> Parts:
        kind = self._mapping.terms[iri.partition(":")[2]].range
        return _classes(_AGENTS if kind == "foaf:Agent" else [kind])


def _together(direct: Iterable[Parts]) -> list[Parts]:
    """One shape for all edges that give the same predicate: any of their classes will do."""
    classes: dict[str, list[str]] = defaultdict(list)
    for parts in direct:
        kinds = [value for key, value in parts if key == "sh:class"]
        classes[parts[0][1]] += [kind for kind in kinds if kind not in classes[parts[0][1]]]
    return [[("sh:path", path), *_classes(kinds)] for path, kinds in classes.items()]


def _limits(iri: str) -> Parts:
    parts: Parts = []
    low, high = _WITHIN.get(iri, (None, None))
    if low is not None:
        parts.append(("sh:minInclusive", str(low)))
    if high is not None:
        parts.append(("sh:maxInclusive", str(high)))
    if iri in _PATTERNS:
        parts.append(("sh:pattern", text(_PATTERNS[iri])))
    if iri in _NOT_AFTER:
        parts.append(("sh:lessThanOrEquals", _NOT_AFTER[iri]))
    return parts


def _classes(names: Iterable[str]) -> Parts:
    """One class; or any of several, which becomes a rule of the shape (quicker than ``sh:or``)."""
    names = list(names)
    if len(names) == 1:
        return [("sh:class", names[0])]
    return [("sh:nodeKind", "sh:IRI"), (_ANY_OF, ", ".join(names))]


def _any_of(path: str, kinds: str) -> tuple[str, str]:
    return (
        f"The value of {path} is none of {kinds}.",
        f"SELECT $this ?value WHERE {{ $this {path} ?value . "
        f"FILTER NOT EXISTS {{ ?value a ?kind . FILTER (?kind IN ({kinds})) }} }}",
    )


def _exactly_one() -> Parts:
    return [("sh:minCount", "1"), ("sh:maxCount", "1")]


def _list(values: Iterable[str]) -> str:
    return f"( {' '.join(values)} )"


def _shape(
    name: str, target: str, properties: Iterable[Parts], words: str,
    rules: Iterable[tuple[str, str]],
) -> str:  # fmt: skip
    """A closed shape: a predicate that it does not name is a fault too."""
    said: Parts = [
        ("a", "sh:NodeShape"),
        ("sh:targetClass", target),
        ("sh:name", text(words, "en")),
        ("sh:closed", "true"),
        ("sh:ignoredProperties", "( rdf:type )"),
    ]
    unions = []
    for parts in properties:
        inside = " ; ".join(f"{key} {value}" for key, value in parts if key != _ANY_OF)
        said.append(("sh:property", f"[ {inside} ]"))
        unions += [_any_of(parts[0][1], kinds) for key, kinds in parts if key == _ANY_OF]
    for message, select in (*unions, *rules):
        said.append(
            ("sh:sparql", f"[ sh:prefixes {OWN}: ; sh:message {text(message, 'en')} ; "
             f'sh:select """{select}""" ]')
        )  # fmt: skip
    return block(f"{OWN}:{name}Shape", said)


def _declarations(mapping: Linked) -> str:
    names = sorted(set(mapping.prefixes) - {scheme.prefix for scheme in mapping.schemes.values()})
    declared = [
        ("sh:declare",
         f'[ sh:prefix "{name}" ; sh:namespace "{mapping.prefixes[name]}"^^xsd:anyURI ]')
        for name in names
    ]  # fmt: skip
    return block(f"{OWN}:", declared)


def _fixed(mapping: Linked) -> Iterator[str]:
    """What is no label and no edge: words and their selectors, times, runs, concepts."""
    del mapping
    link = ("sh:nodeKind", "sh:IRI")
    positions = ("time:inXSDDate", "time:inXSDgYearMonth", "time:inXSDgYear")
    label: Parts = [("sh:path", "skos:prefLabel"), ("sh:minCount", "2"), ("sh:uniqueLang", "true")]
    yield _shape("SpecificResource", "oa:SpecificResource", [
        [("sh:path", "oa:hasSource"), *_exactly_one(), *_classes([f"{OWN}:Source"])],
        [("sh:path", "dct:isPartOf"), *_exactly_one(), *_classes([f"{OWN}:Entry"])],
        [("sh:path", "oa:hasSelector"), ("sh:minCount", "1"), ("sh:maxCount", "2"),
         *_classes(["oa:TextPositionSelector", "oa:TextQuoteSelector"])],
    ], "words of a source", _RULES["SpecificResource"])  # fmt: skip
    yield _shape("TextPositionSelector", "oa:TextPositionSelector", [
        [("sh:path", name), *_exactly_one(), ("sh:datatype", "xsd:integer"), *_limits(name)]
        for name in ("oa:start", "oa:end")
    ], "place in a source", ())  # fmt: skip
    yield _shape("TextQuoteSelector", "oa:TextQuoteSelector", [
        [("sh:path", "oa:exact"), *_exactly_one(), ("sh:datatype", "xsd:string")],
    ], "quotation", ())  # fmt: skip
    yield _shape("Instant", "time:Instant", [
        [("sh:path", name), ("sh:maxCount", "1"), ("sh:datatype", kind)]
        for name, kind in zip(positions, _DATES, strict=True)
    ], "date", _RULES["Instant"])  # fmt: skip
    for name in ("Interval", "ProperInterval"):
        yield _shape(name, f"time:{name}", [
            [("sh:path", f"time:has{end}"), ("sh:maxCount", "1"), *_classes(["time:Instant"])]
            for end in ("Beginning", "End")
        ], "interval", _RULES["Interval"])  # fmt: skip
    yield _shape("Activity", "prov:Activity", [
        [("sh:path", "prov:used"), *_exactly_one(), *_classes([f"{OWN}:Source"])],
        [("sh:path", "prov:wasAssociatedWith"), *_exactly_one(),
         *_classes(["prov:SoftwareAgent"])],
    ], "run", ())  # fmt: skip
    yield _shape("Concept", "skos:Concept", [
        [("sh:path", "skos:inScheme"), *_exactly_one(), *_classes(["skos:ConceptScheme"])],
        [("sh:path", "skos:topConceptOf"), ("sh:maxCount", "1"), link],
        [("sh:path", "skos:notation"), *_exactly_one(), ("sh:datatype", "xsd:string")],
        [("sh:path", "rdfs:isDefinedBy"), link],
        label,
    ], "controlled word", ())  # fmt: skip


_MORE: Mapping[str, tuple[Parts, ...]] = {
    "Entry": (
        [("sh:path", "prov:wasGeneratedBy"), *_exactly_one(), ("sh:class", "prov:Activity")],
        [("sh:path", "prov:wasQuotedFrom"), *_exactly_one()],
    ),
    "Event": (
        [("sh:path", "sem:hasTime"), ("sh:maxCount", "1"),
         *_classes(["time:Instant", "time:ProperInterval"])],
        [("sh:path", "prov:wasDerivedFrom"), ("sh:minCount", "1"),
         ("sh:class", "oa:SpecificResource")],
        [("sh:path", "cg:recordedIn"), ("sh:minCount", "1")],
    ),
    "Location": (
        [("sh:path", "skos:closeMatch"), ("sh:nodeKind", "sh:IRI"),
         ("sh:pattern", text("^https://sws\\.geonames\\.org/[0-9]+/$"))],
    ),
    "Membership": ([("sh:path", "org:organization"), ("sh:class", "org:FormalOrganization")],),
}  # fmt: skip
"""Property shapes that no property of the graph gives."""

_RULES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Entry": (
        ("The text of the entry is not as long as its start and end say.",
         "SELECT $this ?value WHERE { $this cg:text ?value ; cg:start ?start ; cg:end ?end . "
         "FILTER (STRLEN(STR(?value)) != ?end - ?start) }"),
    ),
    "Event": (
        ("The event has a first day but no time, or a time that no known date gives.",
         "SELECT $this WHERE { $this cg:dateAsKnown ?date . "
         "OPTIONAL { $this sem:hasTime ?time } "
         "FILTER (BOUND(?time) = STRSTARTS(STR(?date), '--')) }"),
    ),
    "SpecificResource": (
        ("The quotation is not what stands at that place of the entry.",
         "SELECT $this ?value WHERE { $this dct:isPartOf ?entry ; oa:hasSelector ?place, ?quote . "
         "?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?value . "
         "?entry cg:text ?text ; cg:start ?offset . "
         "FILTER (SUBSTR(STR(?text), ?start - ?offset + 1, ?end - ?start) != STR(?value)) }"),
        ("The words are of another source than their entry.",
         "SELECT $this ?value WHERE { $this dct:isPartOf ?entry ; oa:hasSource ?value . "
         "?entry prov:wasQuotedFrom ?source . FILTER (?source != ?value) }"),
    ),
    "Statement": (
        ("The statement has words behind it, but is not made.",
         "SELECT $this WHERE { $this rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . "
         "FILTER NOT EXISTS { ?s ?p ?o } }"),
    ),
    "Instant": (
        ("The date is not given in exactly one precision.",
         "SELECT $this (COUNT(?v) AS ?value) WHERE { $this a time:Instant . OPTIONAL { $this "
         "time:inXSDDate|time:inXSDgYearMonth|time:inXSDgYear ?v } } "
         "GROUP BY $this HAVING (COUNT(?v) != 1)"),
    ),
    "Interval": (
        ("The interval has neither beginning nor end.",
         "SELECT $this WHERE { $this a ?kind . "
         "FILTER NOT EXISTS { $this time:hasBeginning|time:hasEnd ?end } }"),
        ("The interval ends before it begins.",
         "SELECT $this WHERE { $this time:hasBeginning/time:inXSDDate ?first ; "
         "time:hasEnd/time:inXSDDate ?last . FILTER (?last < ?first) }"),
    ),
}  # fmt: skip
"""By shape: the sentence of the report, and the query that finds what is wrong."""
