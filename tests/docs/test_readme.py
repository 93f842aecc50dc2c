"""README.md against the program: what it names exists, what exists is named, tables are current."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from benchmarks.readme_tables import README, ROOT, between, tables
from graph.cli import main

TEXT = README.read_text("utf-8")
COMMANDS = [
    line
    for line in re.findall(r"(?:^ +\.venv/bin/|^\| `|`)(graph [a-z]+[^`\n]*)", TEXT, re.MULTILINE)
]
PLACEHOLDERS = {"COMMAND"}


def words(command: str) -> list[str]:
    return shlex.split(re.split(r"\s+#", command)[0])[1:]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_in_the_commands_table_with_its_own_options(name: str) -> None:
    (row,) = (line for line in TEXT.splitlines() if line.startswith(f"| `graph {name}"))
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option) and not named_by_another_row(parameter):
            assert any(option in row for option in parameter.opts), parameter.opts


def named_by_another_row(parameter: click.Option) -> bool:
    """Extract takes the context options of build, and evaluate its workers."""
    return {"--place", "--year", "--month", "--workers"} & set(parameter.opts) != set()


@pytest.mark.parametrize("option", ["--place", "--year", "--month", "--workers"])
def test_shared_options_are_explained_once(option: str) -> None:
    (row,) = (line for line in TEXT.splitlines() if line.startswith("| `graph build"))
    assert option in row


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_the_readme_names_is_one_that_the_program_takes(command: str) -> None:
    name, *rest = words(command)
    assert name in main.commands
    known = {option for parameter in main.commands[name].params for option in parameter.opts}
    for word in rest:
        if word.startswith("-") and word != "-":
            assert word in known, f"graph {name} has no {word}"


@pytest.mark.parametrize("command", [c for c in COMMANDS if "build/own" in c])
def test_a_command_of_the_five_minutes_can_be_parsed(command: str) -> None:
    name, *rest = words(command)
    context = main.commands[name].make_context(name, rest)
    assert context.params


@pytest.mark.parametrize("target", ["demo", "test", "scores"])
def test_a_make_target_that_the_readme_names_exists(target: str) -> None:
    assert f"make {target}" in TEXT
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", TEXT))
def test_a_file_that_the_readme_links_to_exists(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("folder", re.findall(r"^\| `([a-z_]+)/` \|", TEXT, re.MULTILINE))
def test_a_folder_that_the_readme_names_exists(folder: str) -> None:
    assert (ROOT / folder).is_dir()


@pytest.mark.parametrize("marker", ["queries", "model", "scores:seeds", "career", "identity"])
def test_a_table_is_what_the_program_gives_now(marker: str) -> None:
    """After a change: python -m benchmarks.readme_tables --write."""
    assert between(TEXT, marker) == tables()[marker]()


def test_the_table_of_the_real_documents_is_what_the_program_gives_now(shared: Path) -> None:
    assert shared.is_dir()
    assert between(TEXT, "scores:real") == tables()["scores:real"]()
