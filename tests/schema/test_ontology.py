"""The ontology, the shapes, the context and the page are made from the vocabulary, and current."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, URIRef

from schema.generate import generated, write_all
from schema.mapping import load_mapping, parse_mapping
from schema.vocabulary import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ROOT / "schema" / "ontology.ttl")


@pytest.mark.parametrize("name", sorted(generated()))
def test_a_generated_file_is_current(name: str) -> None:
    """After a change of the vocabulary: python -m schema.generate."""
    assert (ROOT / name).read_text("utf-8") == generated()[name]


def test_the_files_are_written_where_they_belong(tmp_path: Path) -> None:
    write_all(tmp_path)
    assert {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.*")} == set(generated())


def test_every_own_term_is_labelled_and_explained_in_both_languages(
    ontology: rdflib.Graph,
) -> None:
    mapping = load_mapping()
    for name in (*mapping.classes, *mapping.terms):
        own = URIRef(mapping.namespace + name)
        for predicate in (RDFS.label, RDFS.comment):
            languages = {label.language for label in ontology.objects(own, predicate)}
            assert languages == {"zh-Hans", "en"}, name
        assert (own, RDFS.isDefinedBy, URIRef(mapping.namespace)) in ontology


def test_the_ontology_names_its_version(ontology: rdflib.Graph) -> None:
    own = URIRef(load_mapping().namespace)
    assert (own, RDF.type, OWL.Ontology) in ontology
    assert str(ontology.value(own, OWL.versionInfo)) == load_mapping().version


def test_domains_and_ranges_are_classes_that_are_declared_or_somebody_elses(
    ontology: rdflib.Graph,
) -> None:
    space = load_mapping().namespace
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf):
        for other in set(ontology.objects(None, predicate)):
            if str(other).startswith(space):
                assert (other, RDF.type, OWL.Class) in ontology, other


def test_every_property_says_what_has_it_and_what_it_leads_to(ontology: rdflib.Graph) -> None:
    own = [*ontology.subjects(RDF.type, OWL.ObjectProperty)]
    own += ontology.subjects(RDF.type, OWL.DatatypeProperty)
    for term in own:
        for one, several in ((RDFS.domain, "domainIncludes"), (RDFS.range, "rangeIncludes")):
            includes = list(ontology.objects(term, rdflib.SDO[several]))
            assert (ontology.value(term, one) is None) == bool(includes), term


def test_every_word_is_a_concept_of_its_scheme_with_both_labels(ontology: rdflib.Graph) -> None:
    concepts = set(ontology.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == sum(len(words) for words in load().words.values())
    for concept in concepts:
        assert {label.language for label in ontology.objects(concept, SKOS.prefLabel)} == {
            "zh-Hans", "en",
        }  # fmt: skip
        assert (ontology.value(concept, SKOS.inScheme), RDF.type, SKOS.ConceptScheme) in ontology


def test_every_class_that_is_written_has_a_shape() -> None:
    shapes = rdflib.Graph().parse(ROOT / "schema" / "shapes.ttl")
    targets = set(shapes.objects(None, SH.targetClass))
    mapping = load_mapping()
    written = {node.classes[0] for node in mapping.nodes.values()}
    written |= {edge.node.kind for edge in mapping.edges.values() if edge.node}
    assert {URIRef(mapping.expand(name)) for name in written} <= targets


def test_the_context_is_json_and_expands_every_own_key() -> None:
    context = json.loads((ROOT / "schema" / "context.jsonld").read_text("utf-8"))["@context"]
    mapping = load_mapping()
    assert context["cg"] == mapping.namespace
    for name in mapping.terms:
        assert context[name]["@id"] == f"cg:{name}"


def test_the_page_is_whole_html_and_has_a_place_for_every_term() -> None:
    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.ids: set[str] = set()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.ids |= {value for name, value in attrs if name == "id" and value}
            if tag not in ("meta",):
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    reader = Reader()
    reader.feed((ROOT / "docs" / "ontology.html").read_text("utf-8"))
    assert reader.open == []
    assert {*load_mapping().terms, *load_mapping().classes} <= reader.ids


def test_a_property_that_the_mapping_forgets_is_named() -> None:
    text = (ROOT / "schema" / "vocabulary.yaml").read_text("utf-8")
    with pytest.raises(ValueError, match=r"Role\.rank: say under rdf"):
        parse_mapping(text.replace("        rank: {iri: cg:rank, scheme: ranks}\n", ""), load())


def test_a_term_that_is_used_must_be_defined() -> None:
    text = (ROOT / "schema" / "vocabulary.yaml").read_text("utf-8")
    with pytest.raises(ValueError, match="uses cg:ordnal, which it does not define"):
        parse_mapping(text.replace("iri: cg:ordinal", "iri: cg:ordnal"), load())
