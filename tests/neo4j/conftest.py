"""The server that the tests of this folder share, or why they are skipped.

``NEO4J_URI`` (with ``NEO4J_PASSWORD``) names a server to use instead; its database is emptied.
Tests that stop a server, or start it otherwise, make their own and need Java and Maven. Under
continuous integration nothing is skipped: what is missing fails.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest
from click.testing import CliRunner

from graph.cli import main
from tests.neo4j.graphs import SEEDS
from tests.neo4j.servers import PASSWORD, Server, missing, running


@dataclass(frozen=True)
class Target:
    """A server that answers: ``address`` for the program, ``driver`` for the test."""

    address: str
    driver: neo4j.Driver

    def rows(self, cypher: str, **params: object) -> list[tuple[object, ...]]:
        """The rows of a query, as tuples."""
        answer = self.driver.execute_query(cypher, dict(params), database_="neo4j")
        return [tuple(record.values()) for record in answer.records]

    def empty(self) -> None:
        """Remove every node and edge; constraints and indexes stay, for they take long to make."""
        self.rows("MATCH (n) DETACH DELETE n")


def need_server_parts() -> None:
    """Skip where a server cannot be started; fail instead under continuous integration."""
    if lacks := missing():
        if os.environ.get("CI"):
            pytest.fail(f"CI is set and this machine lacks {lacks}")
        pytest.skip(f"no Neo4j server can be started: this machine lacks {lacks}")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the sample chronicles as a file."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.kgl"
    done = CliRunner().invoke(main, ["build", str(SEEDS), "--to", str(path)])
    assert done.exit_code == 0, done.stderr
    return path


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the shared server."""
    return tmp_path_factory.mktemp("neo4j")


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[Server]:
    """The shared server, started from Maven's jars."""
    need_server_parts()
    with running(Server(home)) as started:
        yield started


@pytest.fixture(scope="session")
def shared_target(request: pytest.FixtureRequest) -> Iterator[Target]:
    """The server of NEO4J_URI, else one of our own."""
    given = os.environ.get("NEO4J_URI")
    if given:
        auth = (os.environ.get("NEO4J_USER", "neo4j"), os.environ["NEO4J_PASSWORD"])
        with neo4j.GraphDatabase.driver(given, auth=auth) as driver:
            yield Target(given, driver)
        return
    started: Server = request.getfixturevalue("server")
    with started.driver() as driver:
        yield Target(started.address, driver)


def _know_the_password(patch: pytest.MonkeyPatch) -> None:
    """The test server's password in the environment, and little patience with what is gone."""
    if not os.environ.get("NEO4J_URI"):
        patch.setenv("NEO4J_USER", "neo4j")
        patch.setenv("NEO4J_PASSWORD", PASSWORD)
    patch.setenv("NEO4J_RETRY_SECONDS", "2")


@pytest.fixture
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a user sets before a load, for one test."""
    _know_the_password(monkeypatch)


@pytest.fixture(scope="module")
def module_credentials() -> Iterator[None]:
    """The same for all tests of a module."""
    with pytest.MonkeyPatch.context() as patch:
        _know_the_password(patch)
        yield


@pytest.fixture
def target(shared_target: Target, credentials: None) -> Target:
    """The shared server with an empty database."""
    shared_target.empty()
    return shared_target
