"""docs/neo4j.md word for word against the test server: only address and password are put in."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli import main
from tests.neo4j.conftest import Target
from tests.neo4j.graphs import ROOT

TEXT = (ROOT / "docs" / "neo4j.md").read_text("utf-8")
ADDRESS = "neo4j://localhost:7687"


def block(name: str) -> list[str]:
    """The lines of the indented block between two comments."""
    (found,) = re.findall(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", TEXT, re.DOTALL)
    return [line[4:] for line in found.splitlines() if line.strip()]


def test_the_commands_lead_to_the_first_answer(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    export, *commands = block("tried")
    assert export.startswith("export NEO4J_PASSWORD=")
    for command in commands:
        program, *words = shlex.split(command.replace(ADDRESS, target.address))
        assert program == "graph"
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.stderr
    assert "新宁县" in done.stdout
    people = {row[0]["name"] for row in target.rows("\n".join(block("asked")))}  # type: ignore[index]
    assert people == {"欧阳明川"}


def test_the_commands_for_large_graphs_are_those_of_the_program(tmp_path: Path) -> None:
    built = CliRunner().invoke(
        main, ["build", str(ROOT / "seeds"), "--to", str(tmp_path / "g.kgl")]
    )
    assert built.exit_code == 0, built.stderr
    export, change, admin = block("bulk")
    words = export.replace("build/graph.kgl", str(tmp_path / "g.kgl"))
    words = words.replace("build/import", str(tmp_path / "import"))
    done = CliRunner().invoke(main, shlex.split(words)[1:])
    assert done.exit_code == 0, done.stderr
    assert change == "cd build/import"
    assert (tmp_path / "import" / "import.args").is_file()
    assert admin == "neo4j-admin database import full neo4j @import.args"


@pytest.mark.parametrize("path", re.findall(r"`((?:queries|seeds|docs)/[\w./-]*\w)`", TEXT))
def test_a_file_that_the_page_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", re.findall(r"\| `(NEO4J_[A-Z_]+)", TEXT))
def test_a_variable_that_the_page_names_is_one_that_the_program_reads(name: str) -> None:
    assert name in (ROOT / "graph" / "stores" / "neo4j_connection.py").read_text("utf-8")
