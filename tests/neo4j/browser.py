"""Neo4j Browser as a user sees it: headless Chromium on the page that the server itself serves.

python -m tests.neo4j.browser PATH.png      draw the picture that the documentation shows
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.chromium import started
from tests.neo4j.servers import PASSWORD, ROOT, Server, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STYLE = ROOT / "queries" / "browser" / "style.grass"
_PATIENCE_MS = 120_000


@contextmanager
def connected(browser: Browser, server: Server, password: str = PASSWORD) -> Iterator[Page]:
    """A page of Neo4j Browser that has logged in by its own form."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    where = quote(f"bolt://neo4j@127.0.0.1:{server.bolt_port}", safe="")
    page.goto(f"{server.browser}?connectURL={where}")
    page.fill("[data-testid=password]", password)
    page.click("[data-testid=connect]")
    page.wait_for_selector("[data-testid=password]", state="detached")
    yield page
    context.close()


def run(page: Page, text: str) -> None:
    """Type into the editor and run it; returns when its frame is there."""
    before = page.locator("[data-testid=frame]").count()
    page.locator("[data-testid=activeEditor]").first.click()
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('[data-testid=frame]').length > n", arg=before
    )


def dress(page: Page) -> None:
    """Drop the style file onto the page, as the documentation says; it answers with the style."""
    dropped = page.evaluate_handle(
        "text => { const data = new DataTransfer();"
        " data.items.add(new File([text], 'style.grass')); return data }",
        STYLE.read_text("utf-8"),
    )
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event("[data-testid=activeEditor]", event, {"dataTransfer": dropped})
    page.get_by_text("node.Organisation").first.wait_for()


def draw(path: Path) -> None:
    """The picture: one person's events, in the project's style."""
    from graph.build import build
    from graph.loading import load

    os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=PASSWORD)
    query = (ROOT / "queries" / "browser" / "one-person.cypher").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder, running(Server(Path(folder) / "n")) as server:
        file = f"{folder}/seeds.kgl"
        build([str(ROOT / "seeds")], file)
        load(file, server.address)
        with started() as browser, connected(browser, server) as page:
            dress(page)
            page.locator("[data-testid=activeEditor]").first.click()
            page.keyboard.insert_text(":clear")
            page.keyboard.press("Control+Enter")
            page.locator("[data-testid=frame]").first.wait_for(state="detached")
            run(page, query)
            page.wait_for_selector("[data-testid=vizInspector]")
            page.wait_for_timeout(8000)
            page.locator("[data-testid=frame]").first.screenshot(path=str(path))


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
