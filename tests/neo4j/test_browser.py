"""Headless Chromium on the Browser that the real server serves: connect, ask, see the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.loading import load
from graph.stores import kglite_store
from queries.catalogue import find
from tests.neo4j.browser import connected, dress, run
from tests.neo4j.conftest import Target
from tests.neo4j.graphs import ROOT
from tests.neo4j.servers import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PERSON = "欧阳明川"
SAVED = sorted((ROOT / "queries" / "browser").glob("*.cypher"))


@pytest.fixture(scope="module")
def filled(server: Server, module_credentials: None, seeds: Path) -> Iterator[Target]:
    """The server that also serves the Browser, with the samples in it."""
    with server.driver() as driver:
        target = Target(server.address, driver)
        target.empty()
        load(str(seeds), server.address)
        yield target


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_saved_query_finds_something_in_the_samples(filled: Target, path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("// "), "its first line is its name in the list of favourites"
    assert filled.rows(text)


def test_a_canned_query_is_answered_on_the_page(
    browser: Browser, filled: Target, server: Server, seeds: Path
) -> None:
    query = find("person-posts")
    rows = kglite_store.query(seeds, query.cypher, {"person": PERSON}).dicts()
    with connected(browser, server) as page:
        dress(page)
        run(page, f":param person => '{PERSON}'")
        run(page, query.cypher)
        answer = page.locator("[data-testid=frame]").first
        for row in rows:
            answer.get_by_text(row["post"]).first.wait_for()
        run(page, (ROOT / "queries" / "browser" / "one-person.cypher").read_text("utf-8"))
        page.wait_for_selector("[data-testid=vizInspector]")
        page.locator("svg text", has_text=PERSON).first.wait_for()
