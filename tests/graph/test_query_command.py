"""`graph query` as a user types it: the list, help, people by any of their names, completion."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from graph.cli import main
from queries.catalogue import GROUPS, Query, bind, catalogue, find

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("seeds") / "seeds.kgl"
    done = CliRunner().invoke(main, ["build", str(SEEDS), "--to", str(path)])
    assert done.exit_code == 0, done.stderr
    CliRunner().invoke(main, ["measure", str(path), "--write"])
    return str(path)


def ask(*words: str) -> Result:
    return CliRunner().invoke(main, ["query", *words])


def completed(*words: str) -> list[str]:
    """What the shell offers for the last of the words."""
    shell = ShellComplete(main, {}, "graph", "_GRAPH_COMPLETE")
    return [item.value for item in shell.get_completions(["query", *words[:-1]], words[-1])]


def test_the_list_is_by_group_in_both_languages() -> None:
    listed = ask().stdout
    places = [listed.index(f"{chinese} {english}") for english, chinese in GROUPS.items()]
    assert places == sorted(places)
    assert all(query.name in listed and query.zh in listed for query in catalogue())


def test_help_with_a_name_explains_that_query() -> None:
    told = ask("vacancies", "--help").stdout
    query = find("vacancies")
    assert query.zh in told and query.en in told and "Try: graph query vacancies" in told
    assert all(f"-p {p.name}={p.example}" in told for p in query.parameters)
    assert all(f"{column.name}: {column.meaning}" in told for column in query.columns)


def test_help_without_a_name_explains_the_command() -> None:
    assert ask("--help").stdout.startswith("Usage:")


@pytest.mark.parametrize(
    "named", ["欧阳明川", "歐陽明川", "Ouyang Mingchuan", "ouyangmingchuan", "ŌUYÁNG míngchuān"]
)
def test_a_person_is_found_by_every_name(seeds: str, named: str) -> None:
    done = ask("person-posts", "-p", f"person={named}", "--on", seeds, "--format", "json")
    assert [row["post"] for row in json.loads(done.stdout)][:1] == ["新宁县委 副书记"]


def test_a_name_that_fits_two_people_is_answered_with_their_ids(seeds: str) -> None:
    done = ask("person-posts", "-p", "person=陈刚", "--on", seeds)
    assert done.exit_code == 2
    assert "2 people fit '陈刚'" in done.stderr and done.stderr.count("person:") == 2


def test_the_id_of_a_namesake_gives_him_alone(seeds: str) -> None:
    told = ask("person-posts", "-p", "person=陈刚", "--on", seeds).stderr
    for word in told.split():
        if word.startswith("person:"):
            done = ask("person-posts", "-p", f"person={word.rstrip(';:')}", "--on", seeds,
                       "--format", "json")  # fmt: skip
            assert {row["person_id"] for row in json.loads(done.stdout)} == {word.rstrip(";:")}


def test_a_name_that_nobody_bears_gives_those_like_it(seeds: str) -> None:
    done = ask("person-posts", "-p", "person=欧阳明", "--on", seeds)
    assert done.exit_code == 2 and "did you mean 欧阳明川" in done.stderr


def test_a_query_to_paste_holds_what_is_given() -> None:
    text = ask("said", "-p", "person=沈德明", "--cypher").stdout
    assert text.startswith(':param person => "沈德明";\n')
    assert find("said").cypher.strip() in text


def test_the_shell_completes_queries_parameters_and_people(seeds: str) -> None:
    assert completed("person-p") == ["person-posts"]
    assert completed("person-events", "-p", "") == ["person=", "from=", "to="]
    assert completed("--on", seeds, "person-posts", "-p", "person=欧阳明") == ["person=欧阳明川"]
    assert completed("--on", seeds, "person-posts", "-p", "p")[0] == "person="
    assert completed("events-between", "-p", "k") == ["kind=", "kind=meeting"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["query", "circle-m"], ["circle-members"]),
        (["query", "--on", "GRAPH", "said", "-p", "person", "=", "欧阳明"], ["欧阳明川"]),
        (["plot", "heat"], ["heatmap"]),
    ],
)
def test_bash_completes_what_it_cuts_at_the_equals_sign(
    seeds: str, words: list[str], offered: list[str]
) -> None:
    typed = shlex.join(["graph", *(seeds if word == "GRAPH" else word for word in words)])
    script = (
        'eval "$(_GRAPH_COMPLETE=bash_source graph)"; '
        f"COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _graph_completion graph; "
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    assert done.stdout.split() == offered, done.stderr


def test_a_query_for_what_a_graph_has_none_of_gives_no_rows_and_no_complaint(
    tmp_path: Path,
) -> None:
    path = str(tmp_path / "one.kgl")
    text = tmp_path / "one.txt"
    text.write_text("2020年5月3日，县长周志远主持召开县政府常务会议。", "utf-8")
    CliRunner().invoke(main, ["build", str(text), "--place", "甘肃省张掖市高台县", "--to", path])
    done = ask("renamed-bodies", "-p", "body=局", "--on", path, "--format", "csv")
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_query_answers_on_the_samples(seeds: str, query: Query) -> None:
    from graph.stores.kglite_store import open_graph

    examples = {parameter.name: str(parameter.example) for parameter in query.parameters}
    assert open_graph(seeds).query(query.cypher, bind(query, examples)).rows
