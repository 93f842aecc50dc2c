"""From the sample chronicles to answers, by the commands that README.md gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractors.reading.sources import Document, read_sources
from graph.cli import main
from graph.stores.kglite_store import Opened, open_graph
from queries.catalogue import Query, bind, catalogue

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "graph.kgl"
    built = CliRunner().invoke(main, ["build", str(SEEDS), "--to", str(path)])
    assert built.exit_code == 0, built.stderr
    CliRunner().invoke(main, ["measure", str(path), "--write"])
    return path


@pytest.fixture(scope="module")
def graph(target: Path) -> Opened:
    return open_graph(target)


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_the_example_of_every_query_has_an_answer(graph: Opened, query: Query) -> None:
    examples = {p.name: str(p.example) for p in query.parameters}
    rows = graph.query(query.cypher, bind(query, examples))
    assert rows.columns == tuple(column.name for column in query.columns)
    assert rows.rows


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_row_rests_on_words_that_stand_in_its_source(graph: Opened, query: Query) -> None:
    columns = {column.name for column in query.columns}
    given = {p.name: str(p.example) for p in query.parameters if p.required}
    texts = dict(graph.query("MATCH (n:Entry) RETURN n.id AS id, n.text AS text").rows)
    for row in graph.query(query.cypher, bind(query, given)).dicts():
        if {"words", "entry"} <= columns:
            assert row["entry"] in texts
            assert texts[row["entry"]].startswith(row["words"])


def test_every_entry_stands_in_its_source_at_its_offsets(graph: Opened) -> None:
    found = [d for d in read_sources([str(SEEDS)]) if isinstance(d, Document)]
    texts = {document.name: document.text for document in found}
    rows = graph.query(
        "MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source) "
        "RETURN s.name AS source, n.span_start AS a, n.span_end AS b, n.text AS text, n.id AS id "
        "ORDER BY id"
    ).dicts()
    assert {row["source"] for row in rows} == texts.keys()
    for row in rows:
        assert texts[row["source"]][row["a"] : row["b"]] == row["text"]


def test_a_career_over_three_files_is_one_story(target: Path) -> None:
    said = CliRunner().invoke(
        main,
        ["query", "person-posts", "-p", "person=欧阳明川", "--on", str(target), "--format", "json"],
    )
    posts = {row["post"] for row in json.loads(said.stdout)}
    assert {"新宁县政府 县长", "新宁县委 书记"} <= posts


def test_extraction_scores_against_the_samples_own_gold() -> None:
    said = CliRunner().invoke(main, ["evaluate", str(SEEDS / "gold.jsonl"), "--json"])
    assert said.exit_code == 0, said.stderr
    figures = json.loads(said.stdout)
    assert figures["entry"]["f1"] > 0.95
    assert figures["person"]["f1"] > 0.9
    assert figures["date"]["f1"] > 0.95
