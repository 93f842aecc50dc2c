"""An assistant that asks a Neo4j server: the same answers, the same refusals."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.loading import load
from graph.stores.reading import refuse_more_than_reading
from graph.stores.store import StoreError
from tests.assistant.asking import answers
from tests.assistant.test_door import BEYOND, WRITING, cypher
from tests.neo4j.conftest import Target

REFUSED = (
    "CALL { LOAD CSV FROM 'file:///passwd' AS line RETURN line } RETURN line[0] AS line",
    "\\u004cOAD CSV FROM 'file:///passwd' AS line RETURN line",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL db.createLabel('Seal')",
    "CREATE USER stranger SET PASSWORD 'only-for-tests'",
    "DROP CONSTRAINT person_id IF EXISTS",
    "MATCH (n:Person) CALL (n) { SET n.name = 'x' } IN TRANSACTIONS",
)


@pytest.fixture(scope="module")
def filled(shared_target: Target, module_credentials: None, seeds: Path) -> Iterator[Target]:
    shared_target.empty()
    load(str(seeds), shared_target.address)
    yield shared_target


def on_server(target: Target, *calls: Any, options: tuple[str, ...] = ()) -> list[Any]:
    known = {name: value for name, value in os.environ.items() if name.startswith("NEO4J_")}
    return answers([target.address, *options], *calls, env=known)


def test_the_answers_are_those_of_the_file(filled: Target, seeds: Path) -> None:
    calls = [
        ("person-posts", {"person": "Ouyang Mingchuan"}),
        ("person-posts", {"person": "陈刚"}),
        ("events-between", {"from": "2023-05-01", "to": "2023-05-31"}),
        cypher("MATCH (e:Event) WHERE e.kind = 'signing' RETURN e.id AS event ORDER BY event"),
    ]
    here, there = answers([str(seeds)], *calls), on_server(filled, *calls)
    assert [r.structured_content for r in here] == [r.structured_content for r in there]


def test_what_would_write_or_reads_more_than_the_graph_is_refused(filled: Target) -> None:
    queries = sorted({*WRITING, *BEYOND, *REFUSED})
    count = cypher("MATCH (n) RETURN count(n) AS n")
    before, *refused, after = on_server(filled, count, *map(cypher, queries), count)
    for query, result in zip(queries, refused, strict=True):
        assert result.is_error, (query, result.structured_content)
    assert before.structured_content["rows"] == after.structured_content["rows"]


@pytest.mark.parametrize("query", REFUSED)
def test_the_servers_own_plan_is_what_refuses(filled: Target, query: str) -> None:
    with pytest.raises(StoreError):
        refuse_more_than_reading(filled.address, query)


def test_procedures_that_tell_of_the_graph_may_be_called(filled: Target) -> None:
    (result,) = on_server(filled, cypher("CALL db.labels() YIELD label RETURN label"))
    assert {"label": "Person"} in result.structured_content["rows"]


def test_limits_hold_on_a_server(filled: Target) -> None:
    endless = "MATCH (a), (b), (c), (d), (e) WHERE a.id < e.id RETURN count(*) AS n"
    few, late = on_server(
        filled,
        cypher("MATCH (n:Entry) RETURN n ORDER BY n.id"),
        cypher(endless),
        options=("--rows", "2", "--seconds", "1"),
    )
    assert len(few.structured_content["rows"]) == 2 and "cut" in few.structured_content
    assert all(row["rests_on"] for row in few.structured_content["rows"])
    assert late.is_error and "given up after 1 seconds" in late.content[0].text
