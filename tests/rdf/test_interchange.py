"""What is written is read alike by rdflib, Oxigraph and Apache Jena, which others wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from graph.stores import rdf
from graph.tables import Tables
from schema.mapping import instance_prefixes, load_mapping
from tests.rdf.jena import riot

READERS = {
    "turtle": ("turtle", ox.RdfFormat.TURTLE), "ntriples": ("nt", ox.RdfFormat.N_TRIPLES),
    "trig": ("trig", ox.RdfFormat.TRIG), "jsonld": ("json-ld", ox.RdfFormat.JSON_LD),
}  # fmt: skip


def by_oxigraph(path: Path, form: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=str(path), format=READERS[form][1])}


@pytest.mark.parametrize("form", READERS)
def test_rdflib_oxigraph_and_jena_count_the_same(
    form: str, files: dict[str, Path], jena: str
) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(files[form], format=READERS[form][0])
    by_rdflib = len(set(dataset.quads()))
    in_file = sum(1 for _ in ox.parse(path=str(files[form]), format=READERS[form][1]))
    by_jena, complaints = riot(jena, files[form])
    assert by_rdflib == in_file == by_jena > 10_000
    assert complaints == []


@pytest.mark.parametrize("form", ["ntriples", "jsonld"])
def test_every_format_says_the_same(form: str, files: dict[str, Path]) -> None:
    assert by_oxigraph(files[form], form) == by_oxigraph(files["turtle"], "turtle")


def test_the_graphs_of_trig_together_say_what_turtle_says(files: dict[str, Path]) -> None:
    more = by_oxigraph(files["trig"], "trig") - by_oxigraph(files["turtle"], "turtle")
    assert {triple.predicate.value for triple in more} == {"http://purl.org/dc/terms/source"}
    assert by_oxigraph(files["turtle"], "turtle") <= by_oxigraph(files["trig"], "trig")


def test_turtle_goes_through_rdflib_and_stays_the_same_graph(small: Tables, tmp_path: Path) -> None:
    rdf.write_turtle(small, tmp_path / "one.ttl")
    one = rdflib.Graph().parse(tmp_path / "one.ttl")
    one.serialize(tmp_path / "two.ttl", format="turtle")
    assert isomorphic(one, rdflib.Graph().parse(tmp_path / "two.ttl"))
    assert not [term for triple in one for term in triple if isinstance(term, rdflib.BNode)]


def test_a_reader_of_json_finds_names_by_language_and_plain_values(
    small: Tables, tmp_path: Path
) -> None:
    rdf.write(small, tmp_path / "g.jsonld", "jsonld")
    things = json.loads((tmp_path / "g.jsonld").read_text("utf-8"))["@graph"]
    (person,) = (t for t in things if t.get("name", {}).get("zh-Hans") == "李明")
    assert person["@type"] == "foaf:Person"
    assert person["name"]["zh-Latn-pinyin"] == "Li Ming"
    part = next(t for t in things if t.get("participant") == person["@id"] and "confidence" in t)
    assert part["inEvent"].startswith("event:")
    assert part["capacity"] == "capacity-of-person:attend"
    entry = next(t for t in things if t["@type"] == "cg:Entry" and t["start"] == 0)
    assert isinstance(entry["end"], int)


def test_jsonld_keys_and_prefixes_do_not_get_in_each_others_way(
    small: Tables, tmp_path: Path
) -> None:
    rdf.write(small, tmp_path / "g.jsonld", "jsonld")
    context = json.loads((tmp_path / "g.jsonld").read_text("utf-8"))["@context"]
    prefixes = set(instance_prefixes(load_mapping(), load_mapping().base))
    defined = {name: m["@id"] for name, m in context.items() if isinstance(m, dict)}
    assert not prefixes & set(defined)
    assert len(set(defined.values())) == len(defined)
