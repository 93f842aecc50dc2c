"""The house rules that a machine can hold: which way imports run, how long a module may be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAY_IMPORT = {
    "schema": {"schema"},
    "queries": {"queries"},
    "extractors": {"extractors", "schema"},
    "graph": {"graph", "queries", "extractors", "schema"},
}
DRIVERS = ("kglite", "pandas", "neo4j", "rdflib", "pyoxigraph", "networkx", "pyarrow")


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The top packages that a module imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports by a relative path"
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_run_down_only(package: str) -> None:
    ours = set(MAY_IMPORT)
    above = {
        path.relative_to(ROOT).as_posix(): imported(path) & ours - MAY_IMPORT[package]
        for path in modules(package)
    }
    assert not {path: names for path, names in above.items() if names}


def test_reading_does_not_know_the_language_wing() -> None:
    for path in sorted((ROOT / "extractors" / "reading").glob("*.py")):
        assert "extractors.language" not in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_module_stays_below_400_lines(package: str) -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(package)
    }
    assert not {path: length for path, length in lengths.items() if length >= 400}


@pytest.mark.parametrize("module", ["extractors", "extractors.pipeline"])
def test_the_extractors_load_no_database_driver(module: str) -> None:
    code = f"import sys, {module}; print(sorted(set({DRIVERS!r}) & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_the_command_line_loads_nothing_heavy_until_it_is_asked_to_work() -> None:
    heavy = (*DRIVERS, "spacy", "trafilatura", "opencc", "rich.table")
    code = f"import sys, graph.cli; print(sorted(set({heavy!r}) & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_pinned_versions_are_names_and_versions_only_and_hold_every_dependency() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9A-Za-z.]+", pin) for pin in pins)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=\[; ]", want)[0].lower().replace("_", "-") for want in wanted}
    assert names <= {pin.split("==")[0] for pin in pins}


def test_the_lexicon_is_utf8_with_unix_line_ends() -> None:
    files = [path for path in (ROOT / "extractors" / "lexicon").iterdir() if path.is_file()]
    assert files
    for path in files:
        data = path.read_bytes()
        assert b"\r" not in data, path.name
        assert not data.startswith(b"\xef\xbb\xbf"), path.name
        data.decode("utf-8")
