"""The pages that the tests open: the samples, five thousand nodes, and names that are HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from benchmarks.many_entries import many
from graph.assemble import assemble
from graph.cli import main
from graph.explorer.page import write_page
from graph.tables import SourceRow, Tables
from tests.explorer.browser import ROOT, Reading, reading
from tests.graph.invented import Told, record

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ENTRIES_OF_LARGE = 1950
"""So many entries of many_entries give a little more than 5,000 nodes with a page of their own."""

HTML = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(2)>"


def invented() -> Tables:
    """A graph with names that are HTML, and words behind a character beyond U+FFFF."""
    text = f"𠮷年7月2日，县长{HTML}主持召开县政府常务会议，张建国在{IMAGE}参加。"
    told = (
        Told(HTML, (("县长", "县政府", "县长"),), ("chair",)),
        Told("张建国", (), ("attend",)),
    )
    one = record(text, told, sites=(IMAGE,), papers=(), source="</script><b>.txt")
    source = SourceRow("</script><b>.txt", heading="<!--<script>\u2028", length=len(text))
    return assemble((one,), (source,))


@pytest.fixture(scope="session")
def seeds_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, measured."""
    path = tmp_path_factory.mktemp("explorer") / "seeds.kgl"
    for command in (["build", str(ROOT / "seeds"), "--to"], ["measure", "--write"]):
        done = CliRunner().invoke(main, [*command, str(path)])
        assert done.exit_code == 0, done.stderr
    return path


@pytest.fixture(scope="session")
def seeds_page(seeds_graph: Path) -> Path:
    """What `graph view` writes of the samples."""
    page = seeds_graph.with_name("seeds.html")
    done = CliRunner().invoke(main, ["view", str(seeds_graph), "-o", str(page)])
    assert done.exit_code == 0, done.stderr
    return page


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of five thousand nodes and more."""
    path = tmp_path_factory.mktemp("explorer") / "large.html"
    inputs = many(ENTRIES_OF_LARGE)
    written = write_page(assemble(inputs.records, inputs.sources), path)
    assert written.nodes >= 5000
    return path


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explorer") / "hostile.html"
    write_page(invented(), path)
    return path


@pytest.fixture
def seeds(browser: Browser, seeds_page: Path) -> Iterator[Reading]:
    """The samples in Chinese; whatever the test does, nothing may go wrong or be fetched."""
    with reading(browser, seeds_page) as read:
        yield read
        assert (read.problems, read.requests) == ([], [])


@pytest.fixture
def large(browser: Browser, large_page: Path) -> Iterator[Reading]:
    """Five thousand nodes, in English."""
    with reading(browser, large_page, tongue="en-GB") as read:
        yield read
        assert (read.problems, read.requests) == ([], [])


@pytest.fixture
def hostile(browser: Browser, hostile_page: Path) -> Iterator[Reading]:
    with reading(browser, hostile_page) as read:
        yield read
        assert (read.problems, read.requests) == ([], [])
