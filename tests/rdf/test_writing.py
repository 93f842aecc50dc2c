"""The RDF export: what it says, in which order, and what a change of the graph changes in it."""

from __future__ import annotations

import difflib
from operator import itemgetter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SKOS, URIRef
from rdflib.namespace import FOAF, PROV, XSD

from graph.stores import rdf, tabular
from graph.stores.rdf.spill import Cursor, Sorter
from graph.stores.rdf.syntax import checked_base, escaped
from graph.tables import Tables
from queries import sparql
from schema.mapping import load_mapping
from schema.vocabulary import load
from tests.rdf.conftest import SUFFIXES, tables_of

ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = rdflib.Namespace("https://schema.org/")
TIME = rdflib.Namespace("http://www.w3.org/2006/time#")
CG = rdflib.Namespace(load_mapping().namespace)


@pytest.fixture(scope="module")
def graph(small: Tables, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    path = tmp_path_factory.mktemp("small") / "g.ttl"
    rdf.write_turtle(small, path)
    return rdflib.Graph().parse(path)


def event(graph: rdflib.Graph, known: str) -> URIRef:
    found = graph.value(None, CG.dateAsKnown, rdflib.Literal(known))
    assert isinstance(found, URIRef)
    return found


def test_names_have_their_script_and_pinyin_its_own_tag(tmp_path: Path, small: Tables) -> None:
    rdf.write_turtle(small, tmp_path / "g.ttl")
    text = (tmp_path / "g.ttl").read_text("utf-8")
    assert 'foaf:name "李明"@zh-Hans ;' in text
    assert 'foaf:name "Li Ming"@zh-Latn-pinyin ;' in text


@pytest.mark.parametrize(
    ("known", "datatype", "value"),
    [
        ("2024-07-02", XSD.date, "2024-07-02"),
        ("2024-08-01/2024-08-31", XSD.gYearMonth, "2024-08"),
        ("2024-01-01/2024-12-31", XSD.gYear, "2024"),
    ],
)
def test_a_date_is_no_finer_than_it_is_known(
    known: str, datatype: URIRef, value: str, graph: rdflib.Graph
) -> None:
    start = graph.value(event(graph, known), SCHEMA.startDate)
    assert isinstance(start, rdflib.Literal)
    assert (str(start), start.datatype) == (value, datatype)
    time = graph.value(event(graph, known), SEM.hasTime)
    assert (time, RDF.type, TIME.Instant) in graph
    position = {XSD.date: "inXSDDate", XSD.gYearMonth: "inXSDgYearMonth", XSD.gYear: "inXSDgYear"}
    assert graph.value(time, TIME[position[datatype]]) == start


def test_a_range_of_days_is_an_interval_between_them(graph: rdflib.Graph) -> None:
    time = graph.value(event(graph, "2024-10-08/2024-10-10"), SEM.hasTime)
    assert (time, RDF.type, TIME.ProperInterval) in graph
    ends = [graph.value(graph.value(time, TIME[end]), TIME.inXSDDate)
            for end in ("hasBeginning", "hasEnd")]  # fmt: skip
    assert [str(end) for end in ends] == ["2024-10-08", "2024-10-10"]


def test_a_period_has_bounds_but_no_first_day_of_the_event(graph: rdflib.Graph) -> None:
    own = event(graph, "2024-09-01/2024-09-10")
    assert (graph.value(own, SEM.hasTime), RDF.type, TIME.ProperInterval) in graph
    assert graph.value(own, SCHEMA.startDate) is None


def test_a_day_without_a_year_has_no_time(graph: rdflib.Graph) -> None:
    own = event(graph, "--09-03")
    assert graph.value(own, SEM.hasTime) is None
    assert graph.value(own, CG.year) is None


def test_taking_part_is_a_node_with_capacities_that_have_labels(graph: rdflib.Graph) -> None:
    person = graph.value(None, FOAF.name, rdflib.Literal("王红", "zh-Hans"))
    part = graph.value(None, CG.participant, person)
    assert (part, RDF.type, CG.Participation) in graph
    capacity = graph.value(part, CG.capacity)
    labels = {str(label) for label in graph.objects(capacity, SKOS.prefLabel)}
    assert labels == {"出席", "attended"}
    assert graph.value(capacity, SKOS.inScheme) == CG["capacity-of-person"]


def test_a_tenure_is_a_membership_with_post_and_body(graph: rdflib.Graph) -> None:
    person = graph.value(None, FOAF.name, rdflib.Literal("李明", "zh-Hans"))
    tenure = graph.value(None, ORG.member, person)
    assert (tenure, RDF.type, ORG.Membership) in graph
    post, body = graph.value(tenure, CG.post), graph.value(tenure, ORG.organization)
    assert (person, ORG.holds, post) in graph
    assert (post, ORG.postIn, body) in graph
    assert graph.value(tenure, ORG.memberDuring) is None  # nobody says when it began or ended


def test_every_fact_leads_to_the_very_words(graph: rdflib.Graph) -> None:
    spans = list(graph.subjects(RDF.type, OA.SpecificResource))
    assert spans
    for span in spans:
        entry, selectors = graph.value(span, rdflib.DCTERMS.isPartOf), graph.objects(
            span, OA.hasSelector)  # fmt: skip
        values = {p: o.toPython() for s in selectors for p, o in graph.predicate_objects(s)
                  if isinstance(o, rdflib.Literal)}  # fmt: skip
        text, offset = str(graph.value(entry, CG.text)), graph.value(entry, CG.start)
        assert isinstance(offset, rdflib.Literal)
        start, end = values[OA.start] - offset.toPython(), values[OA.end] - offset.toPython()
        assert text[start:end] == values[OA.exact]
    for kind in (CG.Participation, CG.Presence, RDF.Statement, ORG.Membership, SEM.Event):
        for fact in graph.subjects(RDF.type, kind):
            assert (graph.value(fact, PROV.wasDerivedFrom), RDF.type, OA.SpecificResource) in graph


def test_an_entry_comes_from_a_source_by_a_run(graph: rdflib.Graph) -> None:
    for entry in graph.subjects(RDF.type, CG.Entry):
        run, source = graph.value(entry, PROV.wasGeneratedBy), graph.value(
            entry, PROV.wasQuotedFrom)  # fmt: skip
        assert (run, RDF.type, PROV.Activity) in graph
        assert (run, PROV.used, source) in graph


def test_nothing_claims_that_two_are_the_same(graph: rdflib.Graph) -> None:
    assert not list(graph.subject_objects(rdflib.OWL.sameAs))


def test_a_city_in_the_table_of_links_leads_to_geonames_and_a_village_to_nothing(
    graph: rdflib.Graph,
) -> None:
    linked = {
        str(graph.value(place, CG.divisionCode)): str(other)
        for place, other in graph.subject_objects(SKOS.closeMatch)
    }
    assert linked["620700"] == "https://sws.geonames.org/1785036/"  # 张掖市
    assert "None" not in linked


def test_nothing_that_the_graph_knows_is_left_out(small: Tables, graph: rdflib.Graph) -> None:
    mapping, vocabulary = load_mapping(), load()
    for edge, kind in mapping.edges.items():
        rows = sum(t.num_rows for key, t in small.edges.items() if key[0] == edge)
        if kind.node and kind.node.kind != "rdf:Statement" and rows:
            assert len(list(graph.subjects(RDF.type, URIRef(mapping.expand(kind.node.kind))))) == (
                rows
            ), edge
    for label in vocabulary.nodes:
        kind = URIRef(mapping.expand(mapping.nodes[label].classes[0]))
        assert len(set(graph.subjects(RDF.type, kind))) == small.nodes[label].num_rows, label


def test_the_base_opens_every_name_of_the_graph_and_no_term(small: Tables, tmp_path: Path) -> None:
    rdf.write(small, tmp_path / "g.nt", "ntriples", "https://data.example.org/c/")
    text = (tmp_path / "g.nt").read_text("utf-8")
    assert load_mapping().base not in text
    assert "<https://data.example.org/c/person/" in text
    assert f"<{CG}inEvent>" in text


@pytest.mark.parametrize("base", ["nonsense", "https://a.example/x", "https://a example/", ""])
def test_a_base_that_cannot_open_a_name_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match="absolute IRI"):
        checked_base(base)


@pytest.mark.parametrize("form", SUFFIXES)
def test_two_runs_are_the_same_bytes_whatever_the_order_of_the_input(
    form: str, small: Tables, tmp_path: Path
) -> None:
    rdf.write(small, tmp_path / "one", form)
    rdf.write(tables_of("b.txt", "a.txt"), tmp_path / "two", form)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("form", ["turtle", "ntriples"])
def test_one_more_source_only_adds_lines_but_for_what_both_tell(
    form: str, small: Tables, tmp_path: Path
) -> None:
    rdf.write(tables_of("a.txt"), tmp_path / "one", form)
    rdf.write(small, tmp_path / "two", form)
    one, two = ((tmp_path / name).read_text("utf-8").splitlines() for name in ("one", "two"))
    lost = [line[2:] for line in difflib.ndiff(one, two) if line.startswith("- ")]
    # Both tell of the mayor, who is now seen earlier, first in another entry, and twice.
    changed = ("firstSeen", "evidenceCount", "recordedIn", "wasDerivedFrom", "basis")
    assert all(any(word in line for word in changed) for line in lost)
    assert len(lost) < 12


def test_a_folder_of_parquet_gives_the_same_file_as_the_tables(
    small: Tables, tmp_path: Path
) -> None:
    tabular.write_parquet(small, tmp_path / "tables")
    for form in SUFFIXES:
        rdf.write(small, tmp_path / "one", form)
        rdf.write(tmp_path / "tables", tmp_path / "two", form)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes(), form


def test_a_write_that_fails_leaves_the_old_file(small: Tables, tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("here")
    with pytest.raises(KeyError):
        rdf.write(Tables({}, {}), tmp_path / "g.ttl")
    assert [p.name for p in tmp_path.iterdir()] == ["g.ttl"]
    assert (tmp_path / "g.ttl").read_text() == "here"


def withdrawn(tables: Tables, name: str, folder: Path) -> set[ox.Triple]:
    """What a store still says of the graph after a source was taken back."""
    rdf.write(tables, folder / "g.trig", "trig")
    store = ox.Store()
    store.bulk_load(path=str(folder / "g.trig"), format=ox.RdfFormat.TRIG)
    store.update(sparql.bound("withdraw", [name]))
    return {quad.triple for quad in store if quad.graph_name != ox.DefaultGraph()}


def test_a_source_that_is_withdrawn_leaves_nothing_that_only_it_told(
    small: Tables, tmp_path: Path
) -> None:
    left = withdrawn(small, "b.txt", tmp_path)
    rdf.write_turtle(tables_of("a.txt"), tmp_path / "a.ttl")
    store = ox.Store()  # both through a store, since a store writes numbers in its own way
    store.bulk_load(path=str(tmp_path / "a.ttl"), format=ox.RdfFormat.TURTLE)
    alone = {quad.triple for quad in store}
    assert left
    assert left <= alone
    # What rested on both sources goes too, until the next export: the mayor's tenure.
    gone = {t.subject.value for t in alone - left if "/tenure/" in t.subject.value}
    assert len(gone) == 1
    names = {t.object.value for t in left if t.predicate.value.endswith("foaf/0.1/name")}
    assert {"李明", "王红", "赵平"} <= names
    assert "周海" not in names


def test_withdrawing_a_source_that_is_not_there_changes_nothing(
    small: Tables, tmp_path: Path
) -> None:
    rdf.write(small, tmp_path / "all.trig", "trig")
    store = ox.Store()
    store.bulk_load(path=str(tmp_path / "all.trig"), format=ox.RdfFormat.TRIG)
    whole = {quad.triple for quad in store if quad.graph_name != ox.DefaultGraph()}
    assert withdrawn(small, "c.txt", tmp_path) == whole


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    line = f'<urn:a> <urn:b> "{escaped(text)}" .\n'.encode()
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == text


@given(
    rows=st.lists(st.tuples(st.sampled_from("abcdefg"), st.integers(-9, 9))),
    run=st.integers(1, 7),
)
@settings(max_examples=60, deadline=None)
def test_rows_that_do_not_fit_in_memory_come_back_sorted_and_stable(
    rows: list[tuple[str, int]], run: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("spill")
    sorter = Sorter(itemgetter(0), folder, "rows", run).add_all(rows)
    assert list(sorter) == sorted(rows, key=itemgetter(0))


def test_many_runs_are_merged_before_they_are_too_many_files(tmp_path: Path) -> None:
    rows = [(f"{number % 97:03}", number) for number in range(300)]
    sorter = Sorter(itemgetter(0), tmp_path, "rows", run=2).add_all(rows)
    assert len(list(tmp_path.iterdir())) < 64
    assert list(sorter) == sorted(rows, key=itemgetter(0))


def test_a_cursor_gives_each_key_its_rows_and_passes_over_the_rest() -> None:
    cursor = Cursor([("a", 1), ("b", 2), ("b", 3), ("d", 4)])
    assert [cursor.take(key) for key in "bcd"] == [[("b", 2), ("b", 3)], [], [("d", 4)]]
