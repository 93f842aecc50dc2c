"""What a header says, how a query is found by name, and how its parameters get their values."""

from __future__ import annotations

import re

import pytest

from queries.catalogue import (
    GROUPS,
    HeaderError,
    Query,
    QueryError,
    bind,
    catalogue,
    find,
    grouped,
    parse,
)
from queries.pasting import browser_text

HEADER = """\
// zh: 一个人的马
// en: The horses of one person
// group: people
// answers: Which horses a person keeps,
//   the oldest first.
// param: person text (example 沈德明): who
// param: from date = 1950-01-01 (example 1960-02-03): first day
// param: limit number = 5 (example 2): at most so many
// param: colour text = "" (example 白): only these
// column: horse: its name
MATCH (p:Person) WHERE p.name = $person RETURN p.name AS horse
"""


def test_a_header_gives_titles_answer_parameters_and_columns() -> None:
    query = parse("horses", HEADER)
    assert (query.zh, query.en) == ("一个人的马", "The horses of one person")
    assert query.answers == "Which horses a person keeps, the oldest first."
    assert [(p.name, p.kind, p.default, p.example) for p in query.parameters] == [
        ("person", "text", None, "沈德明"),
        ("from", "date", "1950-01-01", "1960-02-03"),
        ("limit", "number", 5, 2),
        ("colour", "text", "", "白"),
    ]
    assert [column.name for column in query.columns] == ["horse"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("// en: The horses of one person\n", "", "// en:"),
        ("// column: horse: its name\n", "", "// column:"),
        ("person text (example", "person word (example", "kind"),
        ("// answers", "// answer", "line 4"),
        ("// group: people\n", "", "// group:"),
        ("// group: people", "// group: horses", "people, posts"),
    ],
)
def test_a_header_that_lacks_something_is_refused(old: str, new: str, complaint: str) -> None:
    with pytest.raises(HeaderError, match=re.escape(complaint)):
        parse("horses", HEADER.replace(old, new))


def test_defaults_stand_in_for_what_is_not_given() -> None:
    assert bind(parse("horses", HEADER), {"person": "李四", "limit": "3"}) == {
        "person": "李四",
        "from": "1950-01-01",
        "limit": 3,
        "colour": "",
    }


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({}, "needs person: add for example -p person=沈德明"),
        ({"person": "李四", "speed": "9"}, "no parameter 'speed'; it takes colour, from, limit"),
        ({"person": "李四", "limit": "many"}, "limit must be a whole number, not 'many'"),
        ({"person": "李四", "from": "1998-13-01"}, "from must be a day such as"),
    ],
)
def test_values_that_do_not_fit_are_named(given: dict[str, str], complaint: str) -> None:
    with pytest.raises(QueryError, match=re.escape(complaint)):
        bind(parse("horses", HEADER), given)


def test_an_unknown_name_gives_the_nearest_names() -> None:
    with pytest.raises(QueryError, match=r"did you mean .*person-events"):
        find("person-event")


def test_a_name_like_no_other_points_at_the_list() -> None:
    with pytest.raises(QueryError, match="`graph query` lists them all"):
        find("zzzzqqqq")


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_uses_exactly_the_parameters_that_its_header_names(query: Query) -> None:
    body = "\n".join(line for line in query.cypher.splitlines() if not line.startswith("//"))
    assert set(re.findall(r"\$(\w+)", body)) == {p.name for p in query.parameters}


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_rests_on_an_entry_and_has_a_total_order(query: Query) -> None:
    columns = [column.name for column in query.columns]
    assert "entry" in columns or "entries" in columns
    order = query.cypher.rsplit("ORDER BY", 1)[1].split("LIMIT")[0]
    keys = [key.strip().removesuffix(" DESC") for key in order.split(",")]
    assert set(keys) <= set(columns)
    assert keys[-1] == "entry" or keys[-1].endswith("_id")


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_keeps_to_what_both_engines_know(query: Query) -> None:
    body = "\n".join(line for line in query.cypher.splitlines() if not line.startswith("//"))
    assert not re.search(r"\*(?!\d+\.\.\d+)\]?", body), "an unbounded path"
    assert not re.search(r"\b(?:properties|keys|percentileCont)\(|\bSHORTEST\b|COLLECT \{", body)
    assert not re.search(r"\(\w*:\w+ \{|\[\w*:\w+ \{", body), "a filter inside a pattern"
    assert not re.search(r"\b(?:CREATE|MERGE|DELETE|SET|REMOVE)\b", body), "a query that writes"


def test_there_are_more_than_thirty_queries_in_every_group() -> None:
    assert len(catalogue()) >= 30
    assert all(grouped().values())
    assert [query for group in grouped().values() for query in group] == sorted(
        catalogue(), key=lambda query: (list(GROUPS).index(query.group), query.name)
    )


def test_a_query_to_paste_sets_its_parameters_first() -> None:
    text = browser_text(parse("horses", HEADER), {"person": '沈"德\\明'})
    assert text.splitlines()[:4] == [
        ':param person => "沈\\"德\\\\明";',
        ':param from => "1950-01-01";',
        ":param limit => 5;",
        ':param colour => "";',
    ]
    assert text.endswith("AS horse;\n")


def test_a_query_to_paste_takes_its_examples_where_nothing_is_given() -> None:
    assert browser_text(parse("horses", HEADER), {}).startswith(':param person => "沈德明";')
