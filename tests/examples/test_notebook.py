"""The notebook of examples/, run from its first cell to its last as a reader would."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from graph.plots.fonts import NoFontError, find_font

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def run(path: Path) -> list[Any]:
    """The cells of code after a run, each with its outputs."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(EXAMPLES)}})
    # In a thread of its own, since Playwright keeps a loop in that of the tests.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(client.execute).result()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    try:
        find_font()
    except NoFontError:
        if os.environ.get("CI"):
            pytest.fail("CI is set and no font for Chinese is installed")
        pytest.skip("no font for Chinese is installed (Debian: fonts-noto-cjk)")
    return run(EXAMPLES / "chronicle.ipynb")


def shown(cell: Any) -> dict[str, str]:
    """What stands under a cell, by its kind."""
    found: dict[str, str] = {}
    for output in cell.outputs:
        found |= output.get("data", {})
        if output.output_type == "stream":
            found[output.name] = output.text
    return found


def of(cells: list[Any], words: str) -> dict[str, str]:
    (cell,) = (cell for cell in cells if words in cell.source)
    return shown(cell)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_what_it_printed(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert cell.cell_type == "markdown" or (cell.outputs, cell.execution_count) == ([], None)


def test_every_cell_runs_and_nothing_is_complained_of(cells: list[Any]) -> None:
    for cell in cells:
        assert shown(cell), cell.source
        assert "stderr" not in shown(cell), shown(cell)["stderr"]


def test_it_tells_of_a_career_and_of_the_words_behind_it(cells: list[Any]) -> None:
    assert "新宁县委 书记" in of(cells, 'query("person-posts"')["text/html"]
    assert "歐陽明川" in of(cells, "RETURN s.name AS source")["stdout"]


def test_the_network_has_the_same_middle_by_hand_and_by_measure(cells: list[Any]) -> None:
    assert of(cells, "betweenness_centrality")["text/plain"].splitlines()[0].startswith("欧阳明川")
    assert "欧阳明川" in of(cells, 'query("circles"')["text/html"]


def test_pictures_stand_in_it(cells: list[Any]) -> None:
    for words in ('plot("timeline"', 'plot("network"'):
        assert of(cells, words)["image/svg+xml"].startswith("<svg")
