"""The stores keep what the tables hold."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import pytest

from graph.assemble import assemble
from graph.stores import graphs, kglite_store, tabular
from graph.stores.store import StoreError
from graph.tables import SourceRow, Tables
from schema.records import Record
from tests.graph.invented import Told, record

MAYOR = ("市长", "张掖市政府", "市长")


def records() -> list[Record]:
    return [
        record("市长李明、王红主持召开会议,学习《防洪条例》。",
               (Told("李明", (MAYOR,)), Told("王红")), papers=("防洪条例",)),
        record("李明到中兴机械厂调研。", (Told("李明"),), start=200, day="2024-08-01",
               last="2024-08-31", precision="month", kind="inspection", sites=("中兴机械厂",)),
        record("赵平讲话, 说:“=1+1”。", (Told("赵平"),), start=400, day="--09-03"),
    ]  # fmt: skip


SOURCES = [SourceRow("a.txt", "https://a.example/", "大事记", "ab" * 32, 900)]


@pytest.fixture
def tables() -> Tables:
    return assemble(records(), SOURCES)


def test_a_stored_graph_answers_with_days_numbers_and_lists(tables: Tables, tmp_path: Path) -> None:
    kglite_store.write(tables, tmp_path / "new" / "graph.kgl")
    rows = kglite_store.query(
        tmp_path / "new" / "graph.kgl",
        "MATCH (p:Person)-[t:PARTICIPATED_IN]->(e:Event) "
        "WHERE p.name = $name AND e.date >= date($day) "
        "RETURN e.date AS day, e.year AS year, t.capacities AS capacities ORDER BY day",
        {"name": "李明", "day": "2024-07-15"},
    )
    assert rows.columns == ("day", "year", "capacities")
    assert rows.rows == ((date(2024, 8, 1), 2024, ["attend"]),)
    assert rows.dicts()[0]["year"] == 2024


def test_every_node_and_edge_is_stored(tables: Tables, tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    kglite_store.write(tables, path)
    graph = kglite_store.open_graph(path)
    for label, table in tables.nodes.items():
        count = graph.query(f"MATCH (n:{label}) RETURN count(n) AS n").rows[0][0]
        assert count == table.num_rows, label
    for (edge, start, end), table in tables.edges.items():
        if table.num_rows:
            asked = f"MATCH (:{start})-[r:{edge}]->(:{end}) RETURN count(r) AS n"
            assert graph.query(asked).rows[0][0] == table.num_rows, (edge, start, end)


def test_equal_tables_give_equal_files(tables: Tables, tmp_path: Path) -> None:
    kglite_store.write(tables, tmp_path / "one.kgl")
    kglite_store.write(assemble(records()[::-1], SOURCES), tmp_path / "two.kgl")
    assert (tmp_path / "one.kgl").read_bytes() == (tmp_path / "two.kgl").read_bytes()


def test_a_graph_gives_back_what_it_was_built_from(tables: Tables, tmp_path: Path) -> None:
    kglite_store.write(tables, tmp_path / "graph.kgl")
    kept = kglite_store.load_inputs(tmp_path / "graph.kgl")
    assert sorted(kept.records, key=lambda r: r.start) == records()
    assert list(kept.sources) == SOURCES


def test_a_graph_that_is_not_there_was_built_from_nothing(tmp_path: Path) -> None:
    assert kglite_store.load_inputs(tmp_path / "none.kgl").records == ()


def test_a_write_that_fails_leaves_the_old_graph_and_no_litter(
    tables: Tables, tmp_path: Path
) -> None:
    path = tmp_path / "graph.kgl"
    path.mkdir()  # a folder in the way: the last step, the swap, cannot succeed
    (path / "kept").write_text("here")
    with pytest.raises(StoreError, match="cannot be written there"):
        kglite_store.write(tables, path)
    assert [p.name for p in tmp_path.iterdir()] == ["graph.kgl"]
    assert (path / "kept").read_text() == "here"


def test_a_missing_and_a_broken_graph_are_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.kgl: there is no graph"):
        kglite_store.query(tmp_path / "none.kgl", "MATCH (n) RETURN n.id")
    (tmp_path / "broken.kgl").write_text("no graph")
    with pytest.raises(StoreError, match=r"broken\.kgl: this is no graph"):
        kglite_store.query(tmp_path / "broken.kgl", "MATCH (n) RETURN n.id")


def test_a_query_with_a_fault_says_so(tables: Tables, tmp_path: Path) -> None:
    kglite_store.write(tables, tmp_path / "graph.kgl")
    with pytest.raises(StoreError, match="the query cannot be run"):
        kglite_store.query(tmp_path / "graph.kgl", "MATCH (n RETURN n")


def test_csv_has_a_file_a_type_and_reads_back(tables: Tables, tmp_path: Path) -> None:
    written = tabular.write_csv(tables, tmp_path)
    assert {path.stem for path in written} == {*tables.nodes, *(key[0] for key in tables.edges)}
    raw = (tmp_path / "Person.csv").read_bytes()
    assert raw.count(b"\r\n") == tables.nodes["Person"].num_rows + 1
    with (tmp_path / "PARTICIPATED_IN.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {json.loads(row["capacities"])[0] for row in rows} == {"attend"}
    with (tmp_path / "Entry.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert {row["text"] for row in reader} == {r.text for r in records()}
        assert "record" not in (reader.fieldnames or ())


def test_an_edge_file_holds_all_its_pairs_of_labels(tables: Tables, tmp_path: Path) -> None:
    tabular.write_parquet(tables, tmp_path)
    table = pq.read_table(tmp_path / "MENTIONS.parquet")
    assert {"Person", "Role", "Location", "Document"} == set(table["to_label"].to_pylist())


def test_networkx_has_every_node_and_edge(tables: Tables) -> None:
    graph = graphs.to_networkx(tables)
    assert graph.number_of_nodes() == sum(t.num_rows for t in tables.nodes.values())
    assert graph.number_of_edges() == sum(t.num_rows for t in tables.edges.values())


def test_graphml_and_gexf_read_back(tables: Tables, tmp_path: Path) -> None:
    graphs.write_graphml(tables, tmp_path / "g.graphml")
    graphs.write_gexf(tables, tmp_path / "g.gexf")
    nodes = sum(t.num_rows for t in tables.nodes.values())
    assert nx.read_graphml(tmp_path / "g.graphml").number_of_nodes() == nodes
    assert nx.read_gexf(tmp_path / "g.gexf").number_of_nodes() == nodes
