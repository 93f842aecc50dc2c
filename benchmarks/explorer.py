"""How soon the explorer shows its first view, and how fluent its network is.

    python -m benchmarks.explorer               a page of 5,000 nodes and more
    python -m benchmarks.explorer --rounds 9

The sample chronicles, multiplied, are written as a page, and headless Chromium opens it from disk,
in a new profile each time. The first view counts from the start of the navigation to the first
frame that is painted with the overview in it. The network view is opened by its link and counted
until its layout has settled; then the drawing is dragged in a circle, and frames are counted by
requestAnimationFrame. The browser draws without a graphics card here, as most servers do; a
machine with one is faster.

Prints a table of medians and ends with exit code 1 where the first view takes two seconds or more.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.many_entries import many
from graph.assemble import assemble
from graph.explorer.page import Written, write_page
from tests.chromium import started
from tests.explorer.browser import Reading, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ENTRIES = 1950
FIRST_VIEW_LIMIT = 2.0
_DRAG_STEPS = 120

FIRST_VIEW = """() => {
  const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime;
  return Math.max(painted, window.readyAt) / 1000;
}"""
READY = """new MutationObserver((_, watcher) => {
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.readyAt = performance.now(); }, 0));
}).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });"""
COUNT_FRAMES = """() => {
  window.frames_ = [];
  const next = (now) => {
    window.frames_.push(now);
    window.counting = requestAnimationFrame(next);
  };
  window.counting = requestAnimationFrame(next);
}"""
FRAMES = "() => { cancelAnimationFrame(window.counting); return window.frames_; }"


def main() -> int:
    arguments = argparse.ArgumentParser(description="Time the explorer.")
    arguments.add_argument("--entries", type=int, default=ENTRIES)
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inputs = many(asked.entries)
        tables = assemble(inputs.records, inputs.sources)
        page = Path(folder) / "explorer.html"
        began = time.perf_counter()
        written = write_page(tables, page)
        writing = time.perf_counter() - began
        with started() as browser:
            first = statistics.median(first_view(browser, page) for _ in range(asked.rounds))
            settled, frames = network(browser, page)
    print(table(written, writing, first, settled, frames))
    if first >= FIRST_VIEW_LIMIT:
        print(f"The first view takes {first:.2f} s; the limit is {FIRST_VIEW_LIMIT:.0f} s.")
        return 1
    return 0


def first_view(browser: Browser, page: Path) -> float:
    """Seconds until the overview is painted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(READY)
    opened = context.new_page()
    opened.goto(page.as_uri())
    opened.wait_for_function("() => window.readyAt > 0")
    seconds: float = opened.evaluate(FIRST_VIEW)
    context.close()
    return seconds


def network(browser: Browser, page: Path) -> tuple[float, list[float]]:
    """Seconds until the network has settled, and the seconds between frames while it is moved."""
    with reading(browser, page) as read:
        began = time.perf_counter()
        read.go("#/network")
        read.settled()
        settled = time.perf_counter() - began
        return settled, list(_dragged(read))


def _dragged(read: Reading) -> Iterator[float]:
    stage = read.page.locator(".canvas").bounding_box()
    assert stage is not None
    x, y = stage["x"] + stage["width"] * 0.5, stage["y"] + stage["height"] * 0.05
    before = read.page.locator(".canvas").screenshot()
    read.page.mouse.move(x, y)
    read.page.mouse.down()
    read.page.evaluate(COUNT_FRAMES)
    for step in range(_DRAG_STEPS):
        read.page.mouse.move(x + step % 40 * 5, y + step * 2)
    frames: list[float] = read.page.evaluate(FRAMES)
    if read.page.locator(".canvas").screenshot() == before:
        raise RuntimeError("the network does not follow the mouse")
    read.page.mouse.up()
    for one, next_one in pairwise(frames):
        yield (next_one - one) / 1000


def table(
    written: Written, writing: float, first: float, settled: float, frames: list[float]
) -> str:
    rows = (
        ("nodes on the page, entries", f"{written.nodes:,}, {written.entries:,}"),
        ("size of the page", f"{written.size / 1e6:.1f} MB"),
        ("written from its tables in", f"{writing:.1f} s"),
        ("first view", f"{first:.2f} s"),
        ("network laid out after", f"{settled:.1f} s"),
        ("frames a second while it is dragged", f"{len(frames) / sum(frames):.0f}"),
        ("slowest of twenty frames", f"{sorted(frames)[int(len(frames) * 0.95)] * 1000:.0f} ms"),
    )
    return "\n".join(["| what | measured |", "|---|--:|", *(f"| {a} | {b} |" for a, b in rows)])


if __name__ == "__main__":
    sys.exit(main())
