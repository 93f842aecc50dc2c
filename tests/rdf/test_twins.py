"""The SPARQL twins give the rows of the canned Cypher, in Fuseki and in Oxigraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.stores import kglite_store
from queries import sparql
from queries.catalogue import bind, find
from schema.mapping import load_mapping
from tests.rdf.jena import Fuseki, fuseki

Ask = Callable[[str], list[dict[str, str]]]
FIRST, LAST = "0001-01-01", "9999-12-31"
ASKED: tuple[tuple[str, dict[str, str], list[str]], ...] = (
    ("documents", {}, ["", "", FIRST, LAST]),
    ("documents", {"title": "措施", "from": "2020-01-01"}, ["措施", "", "2020-01-01", LAST]),
    ("documents", {"capacity": "adopted"}, ["", "adopted", FIRST, LAST]),
    ("body-events", {"body": "新宁县政府"}, ["新宁县政府", FIRST, LAST]),
    ("body-events", {"body": "县"}, ["县", FIRST, LAST]),
    ("place-events", {"place": "新宁县"}, ["新宁县", "", FIRST, LAST]),
    (
        "place-events",
        {"place": "湖南省", "kind": "inspection"},
        ["湖南省", "inspection", FIRST, LAST],
    ),
    ("person-events", {"person": "欧阳明川"}, ["欧阳明川", FIRST, LAST]),
    ("person-events", {"person": "谢长青", "to": "2019-09-30"}, ["谢长青", FIRST, "2019-09-30"]),
    ("entries-about", {"words": "崀山"}, ["崀山"]),
    ("entries-about", {"words": "会议", "limit": "1000"}, ["会议"]),
)
LISTS = {"capacities", "roles", "kinds"}


def plain(row: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    """A row of either side: ids for IRIs, text for numbers and days, lists sorted, none empty."""
    base = load_mapping().base
    found: dict[str, object] = {}
    for name, value in row.items():
        if name in LISTS:
            items = value.split(";") if isinstance(value, str) else value
            assert isinstance(items, list)
            value = tuple(sorted({item for item in items if item}))
            if not value:
                continue
        elif value is None:
            continue
        else:
            value = str(value)
            if value.startswith(base):
                value = value.removeprefix(base).replace("/", ":", 1)
        found[name] = value
    return tuple(sorted(found.items()))


def by_oxigraph(store: ox.Store) -> Ask:
    def ask(query: str) -> list[dict[str, str]]:
        answer = store.query(query)
        assert isinstance(answer, ox.QuerySolutions)
        names = [variable.value for variable in answer.variables]
        return [{name: row[name].value for name in names if row[name]} for row in answer]

    return ask


@pytest.fixture(scope="module")
def server(files: dict[str, Path], jena: str) -> Iterator[Fuseki]:
    with fuseki(jena, files["turtle"]) as running:
        yield running


@pytest.fixture(scope="module")
def oxigraph(files: dict[str, Path]) -> Ask:
    store = ox.Store()
    store.bulk_load(path=str(files["turtle"]), format=ox.RdfFormat.TURTLE)
    return by_oxigraph(store)


def by_cypher(
    name: str, given: dict[str, str], target: str
) -> list[tuple[tuple[str, object], ...]]:
    asked = find(name)
    rows = kglite_store.query(target, asked.cypher, bind(asked, given)).dicts()
    return sorted(plain(row) for row in rows)


@pytest.mark.parametrize(("name", "given", "values"), ASKED)
def test_oxigraph_gives_the_rows_of_the_cypher(
    name: str, given: dict[str, str], values: list[str], seeds_target: str, oxigraph: Ask
) -> None:
    rows = by_cypher(name, given, seeds_target)
    assert rows
    assert sorted(plain(row) for row in oxigraph(sparql.bound(name, values))) == rows


@pytest.mark.parametrize(("name", "given", "values"), ASKED)
def test_fuseki_gives_the_rows_of_the_cypher(
    name: str, given: dict[str, str], values: list[str], seeds_target: str, server: Fuseki
) -> None:
    rows = by_cypher(name, given, seeds_target)
    assert sorted(plain(row) for row in server.rows(sparql.bound(name, values))) == rows


def test_fuseki_takes_back_a_source(files: dict[str, Path], jena: str) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    left = 'SELECT ?s WHERE { GRAPH ?g { ?s ?p "taihe-1958-1985.txt" } }'
    with fuseki(jena, files["trig"]) as server:
        before = int(server.rows(count)[0]["n"])
        server.update(sparql.bound("withdraw", ["taihe-1958-1985.txt"]))
        after = int(server.rows(count)[0]["n"])
        assert 0 < after < before
        assert server.rows(left) == []


def test_there_are_five_twins_and_each_is_asked() -> None:
    assert set(sparql.names()) == {name for name, _, _ in ASKED}
    assert len(sparql.names()) == 5


def test_too_few_values_are_refused() -> None:
    with pytest.raises(ValueError, match="documents takes 4 values, not 1"):
        sparql.bound("documents", ["x"])


def test_a_value_cannot_leave_its_quotes() -> None:
    assert '("a\\") } # \\\\")' in sparql.bound("entries-about", ['a") } # \\'])
