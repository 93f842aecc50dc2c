"""The graph from Python, as docs/python.md tells it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from graph import open_graph
from graph.build import build
from graph.opened import OpenGraph
from graph.stores.store import StoreError
from queries.catalogue import QueryError

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("api") / "graph.kgl")
    build((str(SEEDS),), path)
    return path


@pytest.fixture(scope="module")
def graph(target: str) -> OpenGraph:
    return open_graph(target)


def test_a_canned_query_gives_a_data_frame(graph: OpenGraph) -> None:
    posts = graph.query("person-posts", person="欧阳明川")
    assert isinstance(posts, pd.DataFrame)
    assert {"新宁县政府 县长", "新宁县委 书记"} <= set(posts["post"])


def test_a_parameter_that_is_a_word_of_python_takes_an_underscore(graph: OpenGraph) -> None:
    assert len(graph.query("attendance", from_="2023-05-01")) < len(graph.query("attendance"))


def test_cypher_takes_parameters(graph: OpenGraph) -> None:
    rows = graph.query("MATCH (e:Event) WHERE e.kind = $kind RETURN e.id AS id", kind="signing")
    assert len(rows) > 0


@pytest.mark.parametrize(
    ("frames", "kind"), [("pandas", pd.DataFrame), ("polars", pl.DataFrame), ("arrow", pa.Table)]
)
def test_tables_come_as_asked_with_the_same_rows(target: str, frames: str, kind: type) -> None:
    nodes = open_graph(target, frames).nodes("Event")  # type: ignore[arg-type]
    assert isinstance(nodes, kind)
    assert len(nodes) == len(open_graph(target).nodes("Event"))


def test_edges_say_what_they_join(graph: OpenGraph) -> None:
    parts = graph.edges("PART_OF")
    assert set(parts["from_label"]) == {"Organisation", "Location"}
    assert set(parts["from_id"]) <= {
        *graph.nodes("Organisation")["id"],
        *graph.nodes("Location")["id"],
    }


def test_networkx_has_every_node_and_edge(graph: OpenGraph) -> None:
    whole = graph.to_networkx()
    (counted,) = graph.query("MATCH (n) RETURN count(n) AS n")["n"]
    (joined,) = graph.query("MATCH ()-[x]->() RETURN count(x) AS n")["n"]
    assert whole.number_of_nodes() == counted
    assert whole.number_of_edges() == joined


def test_what_there_is_not_is_said(graph: OpenGraph, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="did you mean"):
        graph.query("person-post")
    with pytest.raises(QueryError, match="Person"):
        graph.nodes("Persons")
    with pytest.raises(QueryError, match="HELD"):
        graph.edges("HOLDS")
    with pytest.raises(StoreError, match="graph build"):
        open_graph(str(tmp_path / "none.kgl"))


def test_a_person_is_named_as_on_the_command_line(graph: OpenGraph) -> None:
    assert len(graph.query("person-posts", person="Ouyang Mingchuan")) > 1
    with pytest.raises(StoreError, match="2 people fit '陈刚'"):
        graph.query("person-posts", person="陈刚")


def test_cypher_that_names_what_no_graph_has_is_warned_of(graph: OpenGraph) -> None:
    with pytest.warns(UserWarning, match="Persn"):
        assert len(graph.query("MATCH (n:Persn) RETURN n.id AS id")) == 0


def test_cypher_may_only_read(graph: OpenGraph) -> None:
    with pytest.raises(StoreError, match="may only read"):
        graph.query("MATCH (n:Person) DETACH DELETE n")


def test_a_picture_is_shown_in_a_notebook_and_saved(graph: OpenGraph, tmp_path: Path) -> None:
    drawn = graph.plot("timeline", person="Ouyang Mingchuan", language="en")
    assert "欧阳明川" in drawn.svg()
    drawn.save(str(tmp_path / "career.png"))
    assert (tmp_path / "career.png").read_bytes().startswith(b"\x89PNG")
