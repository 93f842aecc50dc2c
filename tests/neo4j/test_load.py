"""Loading into a real server: twice is once, more adds, withdrawn goes, the analyst's stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.build import build
from graph.cli import main
from graph.stores import neo4j_store
from graph.stores.neo4j_compare import difference
from graph.stores.neo4j_rows import edge_parts
from graph.stores.neo4j_write import remove
from graph.stores.store import StoreError
from tests.graph.chronicles import JUNE, MAY
from tests.graph.chronicles import write as write_chronicles
from tests.neo4j.conftest import Target
from tests.neo4j.graphs import counted, held, tables_of, told, wanted

A = told("a.txt", "沈德明", "顾春兰", months=3)
B = told("b.txt", "沈德明", "梁启文", months=2)


def test_a_load_holds_what_the_tables_hold(target: Target) -> None:
    tables = tables_of(A, B)
    assert neo4j_store.write(tables, target.address) == ()
    assert counted(target) == wanted(tables)
    event = tables.nodes["Event"].to_pylist()[0]
    ((found,),) = target.rows("MATCH (e:Event {id: $id}) RETURN properties(e)", id=event["id"])
    assert isinstance(found, dict)
    shown = {key: value for key, value in found.items() if key != "_row"}
    shown |= {key: shown[key].to_native() for key in ("date", "date_end")}
    assert shown == {key: value for key, value in event.items() if value not in (None, [])}


def test_a_second_load_writes_nothing(target: Target) -> None:
    tables = tables_of(A, B)
    neo4j_store.write(tables, target.address)
    before = held(target)
    steps: list[str] = []
    neo4j_store.write(tables, target.address, lambda name, done, total: steps.append(name))
    assert steps == []
    assert held(target) == before


def test_sources_added_one_by_one_give_the_graph_of_all(target: Target) -> None:
    neo4j_store.write(tables_of(A), target.address)
    neo4j_store.write(tables_of(A, B), target.address)
    added = held(target)
    target.empty()
    neo4j_store.write(tables_of(B, A), target.address)
    assert held(target) == added


def test_what_rests_on_a_withdrawn_source_alone_goes_with_it(target: Target) -> None:
    neo4j_store.write(tables_of(A), target.address)
    only_a = held(target)
    neo4j_store.write(tables_of(A, B), target.address)
    assert target.rows("MATCH (p:Person {name: '梁启文'}) RETURN count(p)") == [(1,)]
    neo4j_store.write(tables_of(A), target.address)
    assert held(target) == only_a


def test_sources_that_take_the_place_of_others_leave_nothing_of_them(target: Target) -> None:
    neo4j_store.write(tables_of(A, B), target.address)
    other = tables_of(told("c.txt", "顾春兰", months=9), told("d.txt", "梁启文", months=9))
    assert neo4j_store.write(other, target.address) == ()
    assert counted(target) == wanted(other)
    replaced = held(target)
    target.empty()
    neo4j_store.write(other, target.address)
    assert held(target) == replaced


def test_an_edge_that_got_the_element_id_of_a_removed_one_is_not_taken_for_it(
    target: Target,
) -> None:
    neo4j_store.write(tables_of(A), target.address)
    with target.driver.session(database="neo4j") as session:
        (part,) = (p for p in edge_parts(tables_of(B)).values() if p.ends == ("Entry", "Source"))
        gone = difference(session, part)
        ids = {handle for handle, _ in gone.stale}
        assert len(ids) == 3
        target.rows("MATCH (:Entry)-[r:FROM_SOURCE]->() DELETE r")
        reused: set[object] = set()
        while not reused & ids:  # the server gives ids anew a moment after the removal
            ((reused_id,),) = target.rows(
                "MATCH (e:Entry), (s:Source) WITH e, s LIMIT 1 "
                "CREATE (e)-[r:FROM_SOURCE {_row: 1}]->(s) RETURN elementId(r)"
            )
            reused.add(reused_id)
        before = target.rows("MATCH ()-[r:FROM_SOURCE]->() RETURN count(r)")
        assert remove(session, gone, lambda rows: None) == 0
        assert target.rows("MATCH ()-[r:FROM_SOURCE {_row: 1}]->() RETURN count(r)") == before


def test_what_an_analyst_added_stays(target: Target) -> None:
    neo4j_store.write(tables_of(A, B), target.address)
    target.rows(
        "MATCH (p:Person {name: '沈德明'}), (e:Event) WITH p, collect(e)[0] AS e "
        "SET p:Watched, p.note = '见卷宗' "
        "CREATE (n:Note {text: '核对过'})-[:ABOUT {by: 'w'}]->(p) "
        "CREATE (p)-[:PARTICIPATED_IN {capacity: 'mine'}]->(e) "
        "WITH p, e MATCH (p)-[r:PARTICIPATED_IN]->(e) WHERE r._row IS NOT NULL SET r.checked = true"
    )
    target.rows("CREATE (:Person {id: 'mine', name: '我的'})")
    changed = [*A[:2], *told("c.txt", "沈德明", months=1)]
    neo4j_store.write(tables_of(changed, B), target.address)
    assert target.rows(
        "MATCH (n:Note)-[a:ABOUT]->(p:Person:Watched {note: '见卷宗'}) RETURN n.text, a.by, p.name"
    ) == [("核对过", "w", "沈德明")]
    assert target.rows("MATCH (p:Person {id: 'mine'}) RETURN p.name") == [("我的",)]
    assert target.rows("MATCH ()-[r:PARTICIPATED_IN {capacity: 'mine'}]->() RETURN count(r)") == [
        (1,)
    ]
    assert target.rows("MATCH ()-[r {checked: true}]->() RETURN count(r)") == [(1,)]


def test_a_withdrawn_node_with_a_note_on_it_stays_and_is_told(target: Target) -> None:
    neo4j_store.write(tables_of(A, B), target.address)
    target.rows("MATCH (p:Person {name: '梁启文'}) CREATE (:Note)-[:ABOUT]->(p)")
    (sentence,) = neo4j_store.write(tables_of(A), target.address)
    assert "1 nodes or edges" in sentence
    assert target.rows(
        "MATCH (p:Person {name: '梁启文'}) OPTIONAL MATCH (p)-[r]-() "
        "RETURN collect(type(r)), p._row"
    ) == [(["ABOUT"], None)]
    assert neo4j_store.write(tables_of(A, B), target.address) == ()
    assert target.rows("MATCH (p:Person {name: '梁启文'}) RETURN count(p), count(p._row)") == [
        (1, 1)
    ]


def test_a_changed_row_is_brought_up_to_date_in_place(target: Target) -> None:
    neo4j_store.write(tables_of(A), target.address)
    ((before,),) = target.rows("MATCH (p:Person {name: '沈德明'}) RETURN elementId(p)")
    target.rows("MATCH (p:Person {name: '沈德明'}) SET p.pinyin = 'x', p._row = 1")
    neo4j_store.write(tables_of(A), target.address)
    ((after, pinyin),) = target.rows(
        "MATCH (p:Person {name: '沈德明'}) RETURN elementId(p), p.pinyin"
    )
    assert (after, pinyin) == (before, "Shen Deming")


def test_what_an_analyst_deleted_comes_back(target: Target) -> None:
    neo4j_store.write(tables_of(A), target.address)
    whole = held(target)
    target.rows("MATCH (p:Person {name: '沈德明'}) DETACH DELETE p")
    neo4j_store.write(tables_of(A), target.address)
    assert held(target) == whole


def test_a_graph_gives_back_what_it_was_built_from(target: Target) -> None:
    neo4j_store.write(tables_of(A, B), target.address)
    kept = neo4j_store.load_inputs(target.address)
    assert sorted(kept.records, key=lambda r: (r.source, r.start)) == [*A, *B]
    assert sorted(source.name for source in kept.sources) == ["a.txt", "b.txt"]


def test_an_empty_database_gives_nothing(target: Target) -> None:
    assert neo4j_store.load_inputs(target.address).records == ()


def test_a_query_cannot_write(target: Target) -> None:
    with pytest.raises(StoreError, match="refused"):
        neo4j_store.query(target.address, "CREATE (n:Person {id: 'x'}) RETURN n.id")
    assert target.rows("MATCH (n) RETURN count(n)") == [(0,)]


def test_names_and_texts_are_found_by_pairs_of_characters(target: Target) -> None:
    neo4j_store.write(tables_of(A), target.address)
    found = target.rows(
        "CALL db.index.fulltext.queryNodes('chronicle_text', '防洪') YIELD node "
        "RETURN DISTINCT labels(node)[0] AS label ORDER BY label"
    )
    assert found == [("Document",), ("Entry",), ("Event",)]


NASTY = (
    "'}) DETACH DELETE n //",
    '"双引号"和\\反斜线',
    "第一行\n第二行\r\n",
    "会议\N{GRINNING FACE}\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}",
    "长" * 10_000,
    "$rows`{}[]",
    "\N{RIGHT-TO-LEFT OVERRIDE}反向",
    " 空白 ",
)


@pytest.mark.parametrize("name", NASTY, ids=map(str, range(len(NASTY))))
def test_a_name_is_stored_as_text_whatever_is_in_it(target: Target, name: str) -> None:
    tables = tables_of(A)
    papers = tables.nodes["Document"].to_pylist()
    papers[0]["name"] = name
    documents = type(tables.nodes["Document"]).from_pylist(papers, tables.nodes["Document"].schema)
    named = type(tables)({**tables.nodes, "Document": documents}, tables.edges)
    neo4j_store.write(named, target.address)
    assert target.rows("MATCH (d:Document) RETURN d.name") == [(name,)]
    assert counted(target) == wanted(named)


def test_a_name_too_long_for_any_index_is_cut_and_marked(target: Target) -> None:
    tables = tables_of(told("a.txt", "沈德明"))
    papers = tables.nodes["Document"].to_pylist()
    papers[0]["name"] = "😀" * 10_000
    documents = type(tables.nodes["Document"]).from_pylist(papers, tables.nodes["Document"].schema)
    neo4j_store.write(
        type(tables)({**tables.nodes, "Document": documents}, tables.edges), target.address
    )
    assert target.rows("MATCH (d:Document) RETURN d.name") == [("😀" * 7_999 + "…",)]


def test_the_commands_build_load_prune_and_ask(target: Target, tmp_path: Path) -> None:
    def run(*words: str) -> str:
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.stderr
        return done.stdout + done.stderr

    may = str(write_chronicles(tmp_path / "may", may=MAY))
    june = str(write_chronicles(tmp_path / "june", june=JUNE))
    file = str(tmp_path / "june.kgl")
    run("build", june, "--to", file)
    assert "1 source and" in run("build", may, "--to", target.address)
    assert "2 sources" in run("load", "--from", file, "--to", target.address)
    assert "沈德明" in run("query", "people", "--on", target.address)
    assert "1 source and" in run("build", june, "--to", target.address, "--prune")
    assert "沈德明" not in run("query", "people", "--on", target.address)
    assert "june.txt" in run("query", "sources", "--on", target.address, "--format", "csv")


def test_nothing_is_pruned_where_an_input_failed(target: Target, tmp_path: Path) -> None:
    build([str(write_chronicles(tmp_path / "may", may=MAY))], target.address)
    june = write_chronicles(tmp_path / "june", june=JUNE)
    built = build([str(june), str(tmp_path / "gone.txt")], target.address, prune=True)
    assert any("Nothing was pruned" in note for note in built.notes)
    assert target.rows("MATCH (s:Source) RETURN s.name ORDER BY s.name") == [
        ("june.txt",),
        ("may.txt",),
    ]
