"""The explorer as a reader sees it: headless Chromium on the file itself, without a network.

python -m tests.explorer.browser FOLDER      draw the pictures that the documentation shows
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.chromium import started

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
PERSON = "欧阳明川"
_PATIENCE_MS = 30_000


@dataclass
class Reading:
    """A page that is open, with all that went wrong on it and every request beyond the file."""

    page: Page
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Follow an address of the page; returns when its view is there."""
        self.page.evaluate("to => { location.hash = to }", address)
        self.page.wait_for_function(
            "to => decodeURI(document.querySelector('#main').dataset.route) === decodeURI(to)",
            arg=address,
        )

    def search(self, words: str) -> Any:
        """Type into the search box; gives the options that appear."""
        self.page.keyboard.press("/")
        self.page.keyboard.insert_text(words)
        options = self.page.locator("#results [role=option]")
        options.first.wait_for()
        return options

    def settled(self) -> None:
        """Wait until the network is laid out."""
        self.page.locator(".canvas[data-settled]").wait_for()

    def count(self) -> tuple[int, int]:
        """What the filters say: how many are shown, of how many."""
        shown, all_ = self.page.locator(".filters output").inner_text().split("/")
        return int(shown), int(all_)


@contextmanager
def reading(
    browser: Browser,
    file: Path,
    *,
    tongue: str = "zh-CN",
    scheme: str = "light",
    size: tuple[int, int] = (1280, 900),
    address: str = "",
) -> Iterator[Reading]:
    """The file opened from disk by a browser that is offline."""
    context = browser.new_context(
        locale=tongue,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": size[0], "height": size[1]},
        offline=True,
    )
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    read = Reading(page)
    page.on("pageerror", lambda error: read.problems.append(str(error)))
    page.on(
        "console",
        lambda said: read.problems.append(said.text) if said.type == "error" else None,
    )
    page.on(
        "request",
        lambda asked: None if asked.url.startswith("file:") else read.requests.append(asked.url),
    )
    page.on("dialog", lambda dialog: (read.problems.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri() + address)
    page.locator("html[data-ready]").wait_for(state="attached")
    yield read
    context.close()


def draw(folder: Path) -> None:
    """The two pictures: a person's page, and the network in the dark."""
    from click.testing import CliRunner

    from graph.cli import main

    with tempfile.TemporaryDirectory() as made, started() as browser:
        graph, file = f"{made}/seeds.kgl", f"{made}/explorer.html"
        for command in (["build", str(ROOT / "seeds"), "--to", graph], ["view", graph, "-o", file]):
            done = CliRunner().invoke(main, command)
            assert done.exit_code == 0, done.stderr
        with reading(browser, Path(file), tongue="en-GB", size=(1360, 860)) as read:
            read.search(PERSON)
            read.page.keyboard.press("Enter")
            read.page.locator(".chart svg").wait_for()
            read.page.mouse.move(5, 400)
            read.page.screenshot(path=str(folder / "explorer-person.png"), animations="disabled")
        with reading(browser, Path(file), scheme="dark", size=(1360, 860)) as read:
            read.go("#/network")
            read.settled()
            read.page.mouse.move(5, 5)
            read.page.screenshot(path=str(folder / "explorer-network.png"), animations="disabled")


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
