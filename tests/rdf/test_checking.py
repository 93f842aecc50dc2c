"""What is wrong with a graph is found and said in plain words, with the entry concerned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from graph.checking import Fault, check, check_data
from graph.cli import main
from graph.stores import kglite_store, rdf
from graph.stores.store import StoreError
from graph.tables import Tables
from schema.mapping import load_mapping
from tests.rdf.conftest import tables_of

Term = ox.NamedNode | ox.Literal
XSD = "http://www.w3.org/2001/XMLSchema#"


def name(prefixed: str) -> ox.NamedNode:
    return ox.NamedNode(load_mapping().expand(prefixed))


def typed(value: str, kind: str) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(XSD + kind))


def chinese(value: str) -> ox.Literal:
    return ox.Literal(value, language="zh-hans")


class Planted:
    """A graph to be spoiled; each fault takes a victim of its own."""

    def __init__(self, path: Path) -> None:
        self.data = ox.Store()
        self.data.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
        self._taken: set[str] = set()

    def victim(self, kind: str, having: str = "rdf:type") -> ox.NamedNode:
        """The first node of a class with a property, that no fault has taken yet."""
        nodes = sorted(
            (q.subject for q in self.data.quads_for_pattern(None, name("rdf:type"), name(kind))),
            key=str,
        )
        found = next(
            node for node in nodes
            if str(node) not in self._taken
            and any(True for _ in self.data.quads_for_pattern(node, name(having), None))
        )  # fmt: skip
        self._taken.add(str(found))
        assert isinstance(found, ox.NamedNode)
        return found

    def remove(self, node: ox.NamedNode, predicate: str) -> None:
        for quad in list(self.data.quads_for_pattern(node, name(predicate), None)):
            self.data.remove(quad)

    def add(self, node: ox.NamedNode, predicate: str, value: Term) -> None:
        self.data.add(ox.Quad(node, name(predicate), value))

    def put(self, node: ox.NamedNode, predicate: str, value: Term) -> None:
        self.remove(node, predicate)
        self.add(node, predicate, value)


@dataclass(frozen=True)
class Plan:
    """A fault: on which class, how it is made, and words that the report has of it."""

    kind: str
    spoil: Callable[[Planted, ox.NamedNode], None]
    words: str
    having: str = "rdf:type"
    placed: bool = True


NOWHERE = ox.NamedNode("https://chronicle-graph.example/id/person/0000000000000000")
FAULTS: dict[str, Plan] = {
    "a person without a name": Plan(
        "foaf:Person", lambda g, n: g.remove(n, "foaf:name"), "has no name"),
    "a person with pinyin alone": Plan(
        "foaf:Person",
        lambda g, n: g.put(n, "foaf:name", ox.Literal("Li", language="zh-latn-pinyin")),
        "no name in Chinese characters"),
    "a person with two names": Plan(
        "foaf:Person", lambda g, n: g.add(n, "foaf:name", chinese("又名")), "more than one name"),
    "a name of nothing but a space": Plan(
        "org:Post", lambda g, n: g.put(n, "skos:prefLabel", chinese(" ")), "not the form"),
    "a post without an office": Plan(
        "org:Post", lambda g, n: g.remove(n, "cg:office"), "has no office"),
    "a post with a rank that there is not": Plan(
        "org:Post", lambda g, n: g.put(n, "cg:rank", name("post-rank:lord")), "none of the words"),
    "a post in a place instead of a body": Plan(
        "org:Post", lambda g, n: g.put(n, "org:postIn", g.victim("dct:Location")),
        "no org:FormalOrganization", "org:postIn"),
    "a body of no kind": Plan(
        "org:FormalOrganization", lambda g, n: g.remove(n, "org:classification"),
        "has no classification"),
    "a body with the kind of a place": Plan(
        "org:FormalOrganization",
        lambda g, n: g.put(n, "org:classification", name("kind-of-place:city")),
        "none of the words"),
    "a place with half a division code": Plan(
        "dct:Location", lambda g, n: g.put(n, "cg:divisionCode", ox.Literal("43")),
        "not the form", "cg:divisionCode"),
    "a place linked to what is no place": Plan(
        "dct:Location",
        lambda g, n: g.put(n, "skos:closeMatch", ox.NamedNode("https://a.example/x")),
        "not the form"),
    "an event without a kind": Plan(
        "sem:Event", lambda g, n: g.remove(n, "sem:eventType"), "has no event type"),
    "an event of two kinds": Plan(
        "sem:Event", lambda g, n: (g.put(n, "sem:eventType", name("event-type:visit")),
                                   g.add(n, "sem:eventType", name("event-type:award")))[0],
        "more than 1 event type"),
    "an event that no entry tells": Plan(
        "sem:Event", lambda g, n: g.remove(n, "cg:recordedIn"), "has no recorded in"),
    "an event that no words tell": Plan(
        "sem:Event", lambda g, n: g.remove(n, "prov:wasDerivedFrom"), "has no was derived from"),
    "an event that ends before it begins": Plan(
        "sem:Event", lambda g, n: g.put(n, "schema:endDate", typed("1900-01-01", "date")),
        "after its end date", "schema:startDate"),
    "a date that is none": Plan(
        "sem:Event", lambda g, n: g.put(n, "schema:startDate", ox.Literal("last spring")),
        "not the form", "schema:startDate"),
    "an event with a date and no time": Plan(
        "sem:Event", lambda g, n: g.remove(n, "sem:hasTime"), "first day but no time",
        "sem:hasTime"),
    "an event with a number in words": Plan(
        "sem:Event", lambda g, n: g.put(n, "cg:ordinal", ox.Literal("twelfth")),
        "no xsd:integer", "cg:ordinal"),
    "a predicate that is misspelt": Plan(
        "sem:Event", lambda g, n: g.add(n, "schema:startdate", typed("2020-01-01", "date")),
        "nothing of its kind has"),
    "somebody of whom nothing is said": Plan(
        "cg:Participation", lambda g, n: g.put(n, "cg:participant", NOWHERE),
        "of which nothing is said"),
    "a capacity of bodies for a person": Plan(
        "cg:Participation",
        lambda g, n: g.put(n, "cg:capacity", name("capacity-of-body:founded")),
        "none of the words"),
    "a confidence above one": Plan(
        "cg:Participation", lambda g, n: g.put(n, "cg:confidence", typed("1.5", "decimal")),
        "above 1"),
    "a tenure seen last before it is seen first": Plan(
        "org:Membership", lambda g, n: g.put(n, "cg:lastSeen", typed("1900-01-01", "date")),
        "after its last seen", "cg:firstSeen"),
    "a tenure with nobody to hold it": Plan(
        "org:Membership", lambda g, n: g.remove(n, "org:member"), "has no member"),
    "a statement that is not made": Plan(
        "rdf:Statement", lambda g, n: g.put(n, "rdf:object", g.victim("dct:Location")),
        "not made"),
    "an entry with the wrong end": Plan(
        "cg:Entry", lambda g, n: g.put(n, "cg:end", typed("9999999", "integer")),
        "not as long as"),
    "an entry of no source": Plan(
        "cg:Entry", lambda g, n: g.remove(n, "prov:wasQuotedFrom"), "has no was quoted from"),
    "a quotation that stands elsewhere": Plan(
        "oa:SpecificResource",
        lambda g, n: next(g.put(q.object, "oa:exact", ox.Literal("別的話"))
                          for q in list(g.data.quads_for_pattern(n, name("oa:hasSelector"), None))
                          if "/quote/" in str(q.object)),
        "not what stands at that place"),
    "a place in the source that ends before it starts": Plan(
        "oa:TextPositionSelector", lambda g, n: g.put(n, "oa:end", typed("0", "integer")),
        "is after its end"),
    "a checksum that is cut off": Plan(
        "cg:Source", lambda g, n: g.put(n, "cg:sha256", ox.Literal("ab12")), "not the form"),
    "a day given as a month too": Plan(
        "time:Instant",
        lambda g, n: g.add(n, "time:inXSDgYearMonth", typed("2020-01", "gYearMonth")),
        "exactly one precision", "time:inXSDDate"),
}  # fmt: skip


@pytest.fixture(scope="module")
def spoiled(files: dict[str, Path]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Every fault in one graph, each on a victim of its own; the victims, and the report."""
    planted = Planted(files["turtle"])
    victims = {}
    for title, plan in FAULTS.items():
        node = planted.victim(plan.kind, plan.having)
        plan.spoil(planted, node)
        victims[title] = node.value
    return victims, check_data(planted.data)


@pytest.mark.parametrize("title", FAULTS)
def test_a_planted_fault_is_found(
    title: str, spoiled: tuple[dict[str, str], tuple[Fault, ...]]
) -> None:
    victims, faults = spoiled
    told = [fault for fault in faults if fault.subject == victims[title]]
    found = [fault for fault in told if FAULTS[title].words in fault.sentence]
    assert found, (victims[title], [str(fault) for fault in told])
    assert found[0].entry.startswith("entry "), str(found[0])


def test_at_least_thirty_faults_are_planted() -> None:
    assert len(FAULTS) >= 30


def test_the_graph_of_the_samples_has_no_fault(files: dict[str, Path]) -> None:
    assert [str(fault) for fault in check(str(files["turtle"]))] == []


def test_a_store_is_checked_as_it_stands(seeds_target: str) -> None:
    done = CliRunner().invoke(main, ["check", seeds_target])
    assert done.exit_code == 0, done.output
    assert "no faults" in done.output


def test_a_store_that_lost_an_edge_is_told(tmp_path: Path, small: Tables) -> None:
    key = ("HELD_AT", "Event", "Location")
    cut = Tables(small.nodes, {**small.edges, key: small.edges[key].slice(1)})
    kglite_store.write(cut, tmp_path / "g.kgl")
    (fault,) = check(str(tmp_path / "g.kgl"))
    assert str(fault).startswith("Event HELD_AT Location: the store holds 1, its records give 2")


def test_faults_are_lines_of_the_output_and_an_exit_code(tmp_path: Path) -> None:
    file = tmp_path / "g.ttl"
    rdf.write_turtle(tables_of("b.txt"), file)
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("sem:eventType event-type:inspection", "sem:eventType event-type:visits"),
        "utf-8",
    )
    done = CliRunner().invoke(main, ["check", str(file)])
    assert done.exit_code == 1
    assert "none of the words there are for it. [entry b.txt-0 of b.txt, 0-" in done.output


@pytest.mark.parametrize(("text", "said"), [("this is no turtle", "cannot be read"),
                                            ("# nothing\n", "nothing in it")])  # fmt: skip
def test_a_file_that_holds_no_graph_is_named(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text(text)
    with pytest.raises(StoreError, match=rf"g\.ttl.*{said}"):
        check(str(tmp_path / "g.ttl"))
