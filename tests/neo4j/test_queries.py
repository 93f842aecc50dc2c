"""Every canned query gives the same rows on the embedded engine and on Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.loading import load
from graph.stores.kglite_store import Opened, open_graph
from queries.catalogue import Query, bind, catalogue
from tests.neo4j.conftest import Target
from tests.neo4j.graphs import SEEDS


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "seeds.kgl"
    done = CliRunner().invoke(main, ["build", str(SEEDS), "--to", str(path)])
    assert done.exit_code == 0, done.stderr
    CliRunner().invoke(main, ["measure", str(path), "--write"])
    return path


@pytest.fixture(scope="module")
def embedded(seeds: Path) -> Opened:
    return open_graph(seeds)


@pytest.fixture(scope="module")
def on_server(shared_target: Target, module_credentials: None, seeds: Path) -> Iterator[Target]:
    shared_target.empty()
    load(str(seeds), shared_target.address)
    yield shared_target


def given(query: Query) -> list[dict[str, str]]:
    """The parameters that it must have, and all of its examples."""
    needed = {p.name: str(p.example) for p in query.parameters if p.required}
    every = {p.name: str(p.example) for p in query.parameters}
    return [needed] if needed == every else [needed, every]


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_gives_the_same_rows_on_both(
    query: Query, embedded: Opened, on_server: Target
) -> None:
    for parameters in given(query):
        values = bind(query, parameters)
        here = embedded.query(query.cypher, values)
        answer = on_server.driver.execute_query(query.cypher, values, database_="neo4j")
        there = [tuple(map(plain, record.values())) for record in answer.records]
        assert tuple(answer.keys) == here.columns
        assert here.rows or parameters, "a query without parameters has rows in the samples"
        assert there == [tuple(map(plain, row)) for row in here.rows]


def plain(value: Any) -> Any:
    """A day of the driver as a day."""
    return value.to_native() if hasattr(value, "to_native") else value
