"""The network view, and the explorer on a graph of five thousand nodes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.explorer.data import LABELS, content
from graph.explorer.libraries import sigma, vega
from graph.explorer.page import render
from graph.export import stored_tables
from tests.explorer.browser import PERSON, Reading, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

INK = """() => {
  const drawn = [...document.querySelectorAll('.canvas canvas')].find(
    (canvas) => canvas.classList.contains('sigma-labels'));
  const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height);
  return data.some((value) => value > 0);
}"""
"""Whether names are drawn; what is drawn by WebGL cannot be read back."""


def listed(read: Reading) -> list[str]:
    """The names of the list that stands for the drawing."""
    details = read.page.locator(".instead")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return [name.strip() for name in details.locator("a.node").all_inner_texts()]


def test_the_network_is_drawn_and_stands_as_a_list_too(seeds: Reading) -> None:
    seeds.go("#/network")
    seeds.settled()
    assert seeds.page.evaluate(INK)
    assert PERSON in listed(seeds)


def test_the_network_is_filtered_by_what_day_kind_and_capacity(
    seeds: Reading, seeds_graph: Path
) -> None:
    nodes = stored_tables(str(seeds_graph)).nodes
    seeds.go("#/network")
    seeds.settled()
    shown, whole = seeds.count()
    assert whole == sum(nodes[label].num_rows for label in LABELS)
    seeds.page.locator("input[value=Role]").check()
    assert seeds.count() == (whole, whole)
    seeds.page.locator("input[value=Person]").uncheck()
    assert seeds.count()[0] == whole - nodes["Person"].num_rows
    assert PERSON not in listed(seeds)
    seeds.page.locator("form.filters button[type=reset]").click()
    assert seeds.count()[0] == shown
    for name, value in (("kind", "meeting"), ("capacity", "chair")):
        seeds.page.locator(f"select[name={name}]").select_option(value)
        assert 0 < seeds.count()[0] < shown
        shown = seeds.count()[0]
    seeds.page.locator("input[name=from]").fill("2024-01-01")
    assert 0 < seeds.count()[0] < shown
    assert "卫长河" in listed(seeds)
    assert PERSON not in listed(seeds)


def test_a_person_leads_into_the_network_and_back(seeds: Reading) -> None:
    seeds.search(PERSON)
    seeds.page.keyboard.press("Enter")
    seeds.page.get_by_role("link", name="在网络中查看").click()
    card = seeds.page.locator(".card")
    card.get_by_role("heading", name=PERSON).wait_for()
    quote = card.locator(".quote").first
    quote.click()
    assert seeds.page.locator("#passage mark").inner_text() == quote.locator("mark").inner_text()
    card.get_by_role("link", name="打开页面").click()
    seeds.page.get_by_role("heading", name=PERSON, level=1).wait_for()


def test_the_keyboard_moves_and_leaves_the_network(seeds: Reading) -> None:
    seeds.search(PERSON)
    seeds.page.keyboard.press("Enter")
    seeds.page.get_by_role("link", name="在网络中查看").click()
    seeds.page.locator(".card h2").wait_for()
    seeds.page.locator(".canvas").focus()
    for key in ("ArrowLeft", "ArrowUp", "+", "-", "0"):
        seeds.page.keyboard.press(key)
    seeds.page.keyboard.press("Escape")
    assert not seeds.page.locator(".card").is_visible()


def test_without_webgl_the_list_takes_its_place(browser: Browser, seeds_page: Path) -> None:
    with reading(browser, seeds_page) as read:
        read.page.add_init_script(
            "const own = HTMLCanvasElement.prototype.getContext;"
            "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
            " return kind.startsWith('webgl') ? null : own.call(this, kind, ...rest); };"
        )
        read.page.reload()
        read.go("#/network")
        read.page.get_by_text("此浏览器没有 WebGL").wait_for()
        assert PERSON in read.page.locator(".instead a.node").all_inner_texts()
        assert read.problems == []


def test_what_is_left_out_is_said_on_the_page(
    browser: Browser, seeds_graph: Path, tmp_path: Path
) -> None:
    cut = content(stored_tables(str(seeds_graph)), nodes=300, network=200)
    file = tmp_path / "cut.html"
    file.write_text(render(cut.data, (sigma(), vega())), "utf-8")
    with reading(browser, file, tongue="en-GB") as read:
        notes = read.page.locator(".left-out")
        assert str(cut.left.nodes) in notes.first.inner_text()
        read.go("#/network")
        read.settled()
        assert "100" in read.page.locator(".left-out").last.inner_text()
        assert read.count()[1] == 200
        assert (read.problems, read.requests) == ([], [])


@pytest.mark.parametrize("typed", ["欧阳", "ouyang"])
def test_five_thousand_nodes_are_searched(large: Reading, typed: str) -> None:
    options = large.search(typed)
    assert options.first.locator(".name").inner_text().startswith("欧阳")
    options.first.click()
    large.page.get_by_role("heading", level=1).get_by_text("欧阳").wait_for()
    words = large.page.locator("#passage mark").inner_text()
    assert words in large.page.locator("#passage .entry-text").inner_text()


def test_five_thousand_nodes_are_drawn_and_filtered(large: Reading) -> None:
    large.go("#/network")
    large.settled()
    assert large.count()[1] == 5000
    assert large.page.evaluate(INK)
    whole = large.count()[0]
    large.page.locator("select[name=capacity]").select_option("chair")
    assert 0 < large.count()[0] < whole
    note = large.page.locator(".left-out")
    assert "best connected" in note.inner_text()


def test_a_long_list_grows_when_asked(large: Reading) -> None:
    large.go("#/people")
    rows = large.page.locator(".node-list li")
    before = rows.count()
    assert before < large.count()[1]
    large.page.locator("button.more").click()
    assert rows.count() > before
    large.page.locator("input[name=q]").fill("ouyang")
    assert 0 < large.count()[0] < large.count()[1]


def test_five_thousand_nodes_in_the_dark(browser: Browser, large_page: Path) -> None:
    with reading(browser, large_page, scheme="dark", address="#/network") as read:
        read.settled()
        read.page.locator("#theme").click()
        read.settled()
        assert read.page.evaluate("document.documentElement.dataset.theme") == "light"
        assert (read.problems, read.requests) == ([], [])
