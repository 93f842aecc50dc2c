"""`graph serve --mcp` as an assistant meets it, by the protocol's own client in a subprocess."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mcp.client import Client

from graph.cli import main
from graph.stores.kglite_store import open_graph
from queries.catalogue import bind, by_id, catalogue, find
from tests.assistant.asking import GRAPH, answers, asked

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
WRITING = {
    "CREATE (n:Person {id: 'x'})",
    "MATCH (n:Person) SET n.name = 'x' RETURN n.id AS id",
    "MATCH (n:Person) DETACH DELETE n",
    "MATCH (n:Person) REMOVE n.name",
    "MERGE (n:Person {id: 'x'}) RETURN n.id AS id",
    "FOREACH (x IN [1] | CREATE (:Person {id: 'x'}))",
    "MATCH (n:Person) WITH n LIMIT 1 CALL (n) { SET n.name = 'x' } RETURN n.id AS id",
    "CREATE INDEX FOR (n:Person) ON (n.scope)",
    "CALL db.cdc.enable({})",
    "CALL db.node_text_index.build({node_type: 'Person', property: 'name'})",
    "CALL db.ontology.clear()",
    "cReAtE (n:Person {id: 'x'})",
    "/* only reads */ MATCH (n:Person)\n// RETURN n\nDETACH DELETE n",
    "PROFILE MATCH (n:Person) DETACH DELETE n",
}
BEYOND = {
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "load/* */\ncsv FROM 'file:///etc/passwd' AS line RETURN line",
    "RETURN 'a' AS a UNION LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line[0] AS a",
    "MATCH (n:Person) RETURN n.id AS id; MATCH (n:Person) RETURN n.name AS id",
    "MATCH (n:Person) RETURN ';' AS id; MATCH (n) DETACH DELETE n",
}


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("door") / "graph.kgl"
    done = CliRunner().invoke(main, ["build", str(SEEDS), "--to", str(path)])
    assert done.exit_code == 0, done.stderr
    return str(path)


def cypher(query: str, **parameters: Any) -> tuple[str, dict[str, Any]]:
    return "cypher", {"query": query, "parameters": parameters}


def only(target: str, name: str, **given: Any) -> Any:
    (result,) = answers([target], (name, given))
    return result


def test_every_canned_query_is_a_tool_with_typed_parameters_in_both_languages(target: str) -> None:
    async def listed(client: Client) -> Any:
        return await client.list_tools()

    tools = {tool.name: tool for tool in asked([target], listed).tools}
    assert tools.keys() == {query.name for query in catalogue()} | {"cypher", "schema", "entry"}
    kinds = {"text": "string", "person": "string", "date": "string", "number": "integer"}
    for query in catalogue():
        tool = tools[query.name]
        assert query.zh in tool.title and query.en in tool.title
        assert query.zh in tool.description and query.answers in tool.description
        properties = tool.input_schema["properties"]
        assert {name: told["type"] for name, told in properties.items()} == {
            parameter.name: kinds[parameter.kind] for parameter in query.parameters
        }
        assert tool.input_schema["required"] == [p.name for p in query.parameters if p.required]
        assert tool.annotations.read_only_hint


def test_the_server_says_what_it_is_and_how_to_cite(target: str) -> None:
    async def told(client: Client) -> tuple[str, str]:
        return client.server_info.name, client.instructions or ""

    name, instructions = asked([target], told)
    assert name == "chronicle-graph"
    assert "cite" in instructions and "引用" in instructions


def test_a_canned_query_gives_the_rows_of_the_command_line(target: str) -> None:
    result = only(target, "person-posts", person="Ouyang Mingchuan")
    printed = CliRunner().invoke(
        main,
        ["query", "person-posts", "-p", "person=欧阳明川", "--on", target, "--format", "json"],
    )
    assert result.structured_content["rows"] == json.loads(printed.stdout)
    assert json.loads(result.content[0].text) == result.structured_content


def test_every_row_names_its_entry_and_source(target: str) -> None:
    asks = [(query.name, {p.name: p.example for p in query.parameters}) for query in catalogue()]
    people = {"person": "欧阳明川", "other": "谢长青"}
    asks = [(name, {key: people.get(key, v) for key, v in given.items()}) for name, given in asks]
    for (name, _), result in zip(asks, answers([target], *asks), strict=True):
        assert not result.is_error, (name, result.content)
        for row in result.structured_content["rows"]:
            assert row["source"], name
            assert name == "sources" or row.get("entry") or row.get("entries"), name


def test_a_name_of_several_people_is_asked_back_with_their_ids(target: str) -> None:
    result = only(target, "person-posts", person="陈刚")
    assert not result.is_error and "which is meant" in result.structured_content["question"]
    candidates = result.structured_content["candidates"]
    assert [one["name"] for one in candidates] == ["陈刚", "陈刚"]
    assert all(one["posts"] for one in candidates)
    again = [("person-posts", {"person": one["id"]}) for one in candidates]
    for one, result in zip(candidates, answers([target], *again), strict=True):
        assert {row["person_id"] for row in result.structured_content["rows"]} == {one["id"]}


def test_a_question_asked_wrongly_is_an_error_that_says_how_to_ask(target: str) -> None:
    results = answers(
        [target],
        ("person-posts", {}),
        ("person-posts", {"person": "欧阳明"}),
        ("person-events", {"person": "欧阳明川", "from": "soon"}),
        ("person-post", {}),
        cypher("MATCH (n:Person RETURN n"),
    )
    said = [result.content[0].text for result in results]
    assert all(result.is_error for result in results)
    for words, sentence in zip(
        ["needs person", "did you mean 欧阳明川", "a day such as", "person-posts", "cannot be run"],
        said,
        strict=True,
    ):
        assert words in sentence


def test_cypher_rows_show_the_entries_that_they_rest_on(target: str) -> None:
    by_event, by_entry, by_node, by_none = answers(
        [target],
        cypher(
            "MATCH (e:Event) WHERE e.kind = $kind RETURN e.id AS event ORDER BY event LIMIT 2",
            kind="signing",
        ),
        cypher("MATCH (n:Entry) RETURN n.id AS entry ORDER BY entry LIMIT 1"),
        cypher("MATCH (n:Entry) RETURN n ORDER BY n.id LIMIT 1"),
        cypher("MATCH (n:Person) RETURN count(n) AS people"),
    )
    texts = dict(open_graph(target).query("MATCH (n:Entry) RETURN n.id AS id, n.text AS text").rows)
    for result in (by_event, by_entry, by_node):
        for row in result.structured_content["rows"]:
            (resting, *_) = row["rests_on"]
            assert texts[resting["entry"]].startswith(resting["words"])
            assert resting["source"].rsplit(".")[-1] in {"txt", "html", "docx", "pdf"}
    assert "record" not in json.dumps(by_node.structured_content)
    assert "rests_on" in by_none.structured_content["notes"][0]


def test_cypher_that_would_write_is_refused_and_nothing_is_written(target: str) -> None:
    before = Path(target).read_bytes()
    whole = open_graph(target).query("MATCH (n) RETURN count(n) AS n").dicts()
    calls = [cypher(query) for query in sorted(WRITING)]
    *refused, counted = answers([target], *calls, cypher("MATCH (n) RETURN count(n) AS n"))
    for (_, given), result in zip(calls, refused, strict=True):
        assert result.is_error, given["query"]
    assert counted.structured_content["rows"] == whole
    assert Path(target).read_bytes() == before


def test_cypher_that_reads_files_or_is_several_is_refused(target: str) -> None:
    for result in answers([target], *(cypher(query) for query in sorted(BEYOND))):
        assert result.is_error
        said = result.content[0].text
        assert "root:" not in said
        assert "LOAD CSV" in said or "one query at a time" in said or "only read" in said


def test_a_semicolon_at_the_end_or_in_a_text_is_nothing_to_refuse(target: str) -> None:
    for result in answers(
        [target], cypher("RETURN 1 AS one;"), cypher("RETURN ';' AS mark // then; end")
    ):
        assert not result.is_error


def test_rows_beyond_the_limit_are_told(target: str) -> None:
    calls = (("people", {"limit": 50}), cypher("MATCH (n:Person) RETURN n.id AS id"))
    for result in answers([target, "--rows", "3"], *calls):
        assert len(result.structured_content["rows"]) == 3
        assert "Only the first 3 rows" in result.structured_content["cut"]
    for result in answers([target, "--rows", "5000"], *calls):
        assert "cut" not in result.structured_content


def test_people_are_told_apart_beyond_the_limit_of_rows(target: str) -> None:
    (result,) = answers([target, "--rows", "1"], ("person-posts", {"person": "陈刚"}))
    assert len(result.structured_content["candidates"]) == 2


def test_a_question_that_takes_too_long_is_given_up_and_the_next_is_answered(target: str) -> None:
    endless = "MATCH (a), (b), (c), (d) WHERE a.id < d.id RETURN count(*) AS n"
    given_up, next_one = answers([target, "--seconds", "0.5"], cypher(endless), ("sources", {}))
    assert given_up.is_error and "given up after 0.5 seconds" in given_up.content[0].text
    assert next_one.structured_content["rows"]


def test_an_entry_is_read_whole(target: str) -> None:
    (row,) = open_graph(target).query(
        "MATCH (n:Entry) WHERE n.text CONTAINS '欧阳明川' "
        "RETURN n.id AS id, n.text AS text ORDER BY id LIMIT 1"
    ).rows  # fmt: skip
    result = only(target, "entry", ids=[row[0], "entry:0000000000000000"])
    assert [found["text"] for found in result.structured_content["rows"]] == [row[1]]
    assert result.structured_content["notes"] == ["No entry has the id entry:0000000000000000."]


def test_the_schema_names_labels_edges_and_words(target: str) -> None:
    told = only(target, "schema").structured_content["schema"]
    assert all(word in told for word in ("(:Person)", "[:HELD]", "first_seen", "signing 签约"))


def test_a_graph_that_is_built_anew_is_taken_up_by_the_next_question(
    target: str, tmp_path: Path
) -> None:
    path = tmp_path / "grows.kgl"
    runner = CliRunner()
    runner.invoke(main, ["build", str(SEEDS / "dongshan-2016-05.txt"), "--to", str(path)])

    async def twice(client: Client) -> tuple[Any, Any]:
        before = await client.call_tool("sources", {})
        runner.invoke(main, ["build", str(SEEDS / "heyang-1999-06.txt"), "--to", str(path)])
        return before, await client.call_tool("sources", {})

    before, after = asked([str(path)], twice)
    assert len(before.structured_content["rows"]) == 1
    assert len(after.structured_content["rows"]) == 2


def test_nothing_but_the_protocol_stands_on_standard_output(target: str) -> None:
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    call = {
        "jsonrpc": "2.0",
        "id": 2,
        "method": "tools/call",
        "params": {"name": "cypher", "arguments": {"query": "MATCH (n:Persn) RETURN n.id AS id"}},
    }
    lines = "".join(json.dumps(message) + "\n" for message in (hello, ready, call))
    server = subprocess.Popen(
        [str(GRAPH), "serve", "--mcp", target],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdin is not None and server.stdout is not None and server.stderr is not None
    server.stdin.write(lines)
    server.stdin.flush()
    printed = [json.loads(server.stdout.readline()) for _ in range(2)]
    server.stdin.close()
    assert server.stdout.read() == ""
    assert server.wait(timeout=60) == 0
    assert {message["id"] for message in printed} == {1, 2}
    assert "is served to an assistant" in server.stderr.read()
    (answer,) = (m["result"]["structuredContent"] for m in printed if m["id"] == 2)
    assert "Persn" in answer["notes"][0]


def test_an_interruption_ends_it_at_once(target: str) -> None:
    server = subprocess.Popen(
        [str(GRAPH), "serve", "--mcp", target],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdin is not None and server.stdout is not None and server.stderr is not None
    assert "is served" in server.stderr.readline()
    server.stdin.write(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"}) + "\n")
    server.stdin.flush()
    assert json.loads(server.stdout.readline())["id"] == 1
    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=60) == -signal.SIGINT


def test_without_a_graph_or_a_protocol_nothing_is_served(tmp_path: Path, target: str) -> None:
    none = CliRunner().invoke(main, ["serve", "--mcp", str(tmp_path / "none.kgl")])
    assert none.exit_code == 2 and "graph build" in none.stderr
    unsaid = CliRunner().invoke(main, ["serve", target])
    assert unsaid.exit_code == 2 and "--mcp" in unsaid.stderr


def test_a_person_who_is_given_by_name_is_found_by_id() -> None:
    """The query that a tool runs starts from the id, which an index finds."""
    assert "aliases" not in by_id(find("person-posts"))
    assert bind(find("person-posts"), {"person": "x"}) == {"person": "x"}
