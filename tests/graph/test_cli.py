"""The commands as a user meets them: what they print where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main
from queries.catalogue import catalogue
from tests.graph.chronicles import JUNE, MAY, PLACE, write


def graph(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two small chronicles."""
    folder = tmp_path_factory.mktemp("cli")
    path = folder / "graph.kgl"
    built = graph("build", write(folder / "in", may=MAY, june=JUNE), "--to", path)
    assert built.exit_code == 0, built.stderr
    return path


def test_help_names_every_command() -> None:
    said = graph("--help")
    assert said.exit_code == 0
    for command in ("build", "extract", "query", "export", "evaluate"):
        assert f"\n  {command} " in said.stdout


def test_build_prints_nothing_on_standard_output_and_says_what_the_graph_holds(
    tmp_path: Path,
) -> None:
    built = graph("build", write(tmp_path, may=MAY), "--to", tmp_path / "g.kgl")
    assert built.exit_code == 0
    assert built.stdout == ""
    assert "g.kgl holds 1 source and 2 entries" in built.stderr


def test_build_without_input_reads_the_folder_seeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "seeds", may=MAY)
    assert graph("build").exit_code == 0
    assert (tmp_path / "build" / "graph.kgl").is_file()


def test_build_without_input_and_without_seeds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = graph("build")
    assert refused.exit_code == 2
    assert "name an INPUT" in refused.stderr


def test_a_failed_input_is_named_and_the_exit_code_is_one(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", may=MAY)
    (folder / "empty.txt").write_text("")
    built = graph("build", folder, "--to", tmp_path / "g.kgl")
    assert built.exit_code == 1
    assert "empty.txt: it is empty" in built.stderr
    assert "g.kgl holds 1 source and" in built.stderr


def test_extract_prints_one_json_object_an_entry(tmp_path: Path) -> None:
    said = graph("extract", write(tmp_path, may=MAY))
    assert said.exit_code == 0
    first, second = (json.loads(line) for line in said.stdout.splitlines())
    assert first["text"] == MAY.splitlines()[0] == MAY[first["start"] : first["end"]]
    assert [person["name"] for person in second["events"][0]["persons"]] == ["沈德明", "顾春兰"]


def test_extract_reads_standard_input_with_its_context_from_options() -> None:
    said = graph("extract", "-", "--place", PLACE, "--year", "1998", stdin=MAY)
    first = json.loads(said.stdout.splitlines()[0])
    assert first["context"]["place"] == PLACE
    assert first["events"][0]["date"] == "1998-05-03"


def test_extract_needs_an_input() -> None:
    assert graph("extract").exit_code == 2


@pytest.mark.parametrize("option", [("--month", "13"), ("--year", "0"), ("--workers", "0")])
def test_options_out_of_range_are_refused(tmp_path: Path, option: tuple[str, str]) -> None:
    assert graph("extract", write(tmp_path, may=MAY), *option).exit_code == 2


def test_query_without_a_name_lists_every_query() -> None:
    said = graph("query")
    assert said.exit_code == 0
    for query in catalogue():
        assert query.name in said.stdout


def test_query_answers_as_a_table_with_the_source_entry(target: Path) -> None:
    said = graph("query", "person-events", "-p", "person=沈德明", "--on", target)
    assert said.exit_code == 0
    assert "may.txt @ 0" in said.stdout
    assert "1998-05-03" in said.stdout
    assert "2 rows." in said.stderr


def test_query_answers_as_json_with_every_column(target: Path) -> None:
    said = graph("query", "companions", "-p", "person=沈德明", "--on", target, "--format", "json")
    (row,) = json.loads(said.stdout)
    assert (row["other"], row["events"], row["first_day"]) == ("顾春兰", 1, "1998-05-05")
    assert row["entries"][0].startswith("entry:")


def test_query_answers_as_csv_with_a_header(target: Path) -> None:
    said = graph("query", "people", "-p", "limit=1", "--on", target, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(said.stdout))
    assert (row["person"], row["events"], row["last_day"]) == ("沈德明", "2", "1998-05-05")


def test_query_prints_its_cypher_without_a_graph(tmp_path: Path) -> None:
    said = graph("query", "people", "--cypher", "--on", tmp_path / "missing.kgl")
    assert said.exit_code == 0
    cypher = next(query.cypher for query in catalogue() if query.name == "people")
    assert said.stdout.endswith(cypher.rstrip("\n") + ";\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["person-event"], "did you mean person-events"),
        (["person-events"], "add for example -p person="),
        (["people", "-p", "limit=few"], "limit must be a whole number"),
        (["people", "-p", "limit"], "-p takes KEY=VALUE"),
    ],
)
def test_a_query_asked_wrongly_says_how_to_ask(
    target: Path, arguments: list[str], complaint: str
) -> None:
    said = graph("query", *arguments, "--on", target)
    assert said.exit_code == 2
    assert complaint in said.stderr
    assert said.stdout == ""


def test_a_missing_graph_is_named_with_what_to_do(tmp_path: Path) -> None:
    for command in (["query", "people", "--on"], ["export", "--format", "turtle", "--from"]):
        said = graph(*command, tmp_path / "missing.kgl")
        assert said.exit_code == 2
        assert "missing.kgl" in said.stderr
        assert "graph build" in said.stderr


def test_export_writes_to_standard_output(target: Path) -> None:
    said = graph("export", "--format", "ntriples", "--from", target)
    assert said.exit_code == 0
    lines = said.stdout.splitlines()
    assert lines
    assert all(line.endswith(" .") for line in lines)


def test_export_writes_a_folder_of_csv(target: Path, tmp_path: Path) -> None:
    said = graph("export", "--format", "csv", "--from", target, "-o", tmp_path / "csv")
    assert said.exit_code == 0
    with (tmp_path / "csv" / "Person.csv").open(encoding="utf-8", newline="") as file:
        assert sorted(row["name"] for row in csv.DictReader(file)) == ["沈德明", "顾春兰"]


def test_a_folder_format_needs_a_folder(target: Path) -> None:
    said = graph("export", "--format", "csv", "--from", target)
    assert said.exit_code == 2
    assert "-o FOLDER" in said.stderr


def gold_of(folder: Path) -> Path:
    """What `graph extract` finds in the folder, as a gold file beside the sources."""
    path = folder / "gold.jsonl"
    path.write_text(graph("extract", folder).stdout, "utf-8")
    return path


def test_evaluate_scores_the_sources_beside_the_gold(tmp_path: Path) -> None:
    gold = gold_of(write(tmp_path, may=MAY, june=JUNE))
    said = graph("evaluate", gold, "--json")
    assert said.exit_code == 0, said.stderr
    assert json.loads(said.stdout)["person"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "gold": 4,
        "found": 4,
    }


def test_evaluate_finds_the_sources_in_another_folder(tmp_path: Path) -> None:
    gold = gold_of(write(tmp_path / "sources", may=MAY))
    moved = gold.rename(tmp_path / "gold.jsonl")
    assert graph("evaluate", moved).exit_code == 1
    said = graph("evaluate", moved, "--corpus", tmp_path / "sources")
    assert said.exit_code == 0
    assert said.stdout.splitlines()[0].split() == ["layer", "gold", "found", "prec", "recall", "F1"]


def test_evaluate_lists_differences(tmp_path: Path) -> None:
    gold = gold_of(write(tmp_path, may=MAY))
    gold.write_text(gold.read_text("utf-8").replace("沈德明", "沈德清"), "utf-8")
    said = graph("evaluate", gold, "--errors", "1")
    assert "missed" in said.stdout
    assert "沈德清" in said.stdout


def test_evaluate_refuses_what_is_no_gold(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("not JSON\n")
    said = graph("evaluate", tmp_path / "gold.jsonl")
    assert said.exit_code == 2
    assert "gold.jsonl, line 1 is not JSON" in said.stderr
