"""A reader with the samples: search, pages, the words of the source, keyboard, colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.explorer.browser import PERSON, Reading, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator


@pytest.mark.parametrize(
    "typed", [PERSON, "ouyangmingchuan", "ouyang ming", "oymc", "OYMC", "歐陽"]
)
def test_a_person_is_found_by_name_pinyin_and_first_letters(seeds: Reading, typed: str) -> None:
    assert PERSON in seeds.search(typed).first.inner_text()
    seeds.page.keyboard.press("Enter")
    seeds.page.get_by_role("heading", name=PERSON, level=1).wait_for()


def test_words_of_the_text_are_found_and_marked(seeds: Reading) -> None:
    options = seeds.search("义务植树")
    assert options.locator("mark", has_text="义务植树").count() >= 1
    options.filter(has=seeds.page.locator("mark")).first.click()
    assert seeds.page.locator(".entry-text mark").inner_text() == "义务植树"


def test_all_results_stand_on_a_page_of_their_own(seeds: Reading) -> None:
    seeds.search("新宁县")
    seeds.page.keyboard.press("ArrowUp")
    seeds.page.keyboard.press("Enter")
    seeds.page.get_by_role("heading", level=1).get_by_text("新宁县").wait_for()
    assert seeds.page.locator("main a.node", has_text="新宁县").count() > 3


def test_nothing_found_is_said(seeds: Reading) -> None:
    seeds.page.keyboard.press("/")
    seeds.page.keyboard.insert_text("没有这个人名")
    assert seeds.page.locator("#results .none").inner_text() == "没有找到"


def open_person(read: Reading) -> None:
    read.search(PERSON)
    read.page.keyboard.press("Enter")
    read.page.get_by_role("heading", name=PERSON, level=1).wait_for()


def section(read: Reading, title: str) -> Locator:
    return read.page.locator("main section").filter(
        has=read.page.get_by_role("heading", name=title, level=2)
    )


def test_a_person_has_posts_on_a_timeline_events_and_company(seeds: Reading) -> None:
    open_person(seeds)
    chart = section(seeds, "任职").locator(".chart svg")
    chart.wait_for()
    for post in ("新宁县委 副书记", "新宁县政府 县长", "邵阳市政府 副市长"):
        assert chart.get_by_text(post).count() == 1
        assert section(seeds, "任职").locator("a.node", has_text=post).count() == 1
    assert section(seeds, "经历").locator(".fact").count() == 12
    company = section(seeds, "常与谁同场").locator("li").first
    company.locator("summary").click()
    company.locator(".shared a").first.wait_for()


def test_a_press_on_the_timeline_shows_the_words_that_say_so(seeds: Reading) -> None:
    open_person(seeds)
    seeds.page.locator(".chart svg [role=graphics-symbol][aria-roledescription=bar]").nth(1).click()
    assert seeds.page.locator("#passage mark").inner_text() in ("縣長", "县长")


def test_every_quote_marks_what_the_panel_marks(seeds: Reading) -> None:
    open_person(seeds)
    quotes = section(seeds, "经历").locator(".quote")
    for number in range(quotes.count()):
        quotes.nth(number).click()
        words = quotes.nth(number).locator("mark").inner_text()
        assert words in (PERSON, "歐陽明川", "明川")
        assert seeds.page.locator("#passage mark").inner_text() == words
        before = seeds.page.locator("#passage .entry-text").inner_text()
        assert words in before


def test_events_are_filtered_by_day_kind_and_capacity(seeds: Reading) -> None:
    open_person(seeds)
    whole = seeds.count()
    assert whole[0] == whole[1]
    seeds.page.locator("select[name=capacity]").select_option("chair")
    chaired = seeds.count()
    assert 0 < chaired[0] < whole[0]
    facts = section(seeds, "经历").locator(".fact")
    assert facts.count() == chaired[0]
    assert facts.locator(".chip.capacity", has_text="主持").count() == chaired[0]
    seeds.page.locator("input[name=from]").fill("2023-01-01")
    assert seeds.count()[0] == 0
    seeds.page.locator("form.filters button[type=reset]").click()
    assert seeds.count() == whole


def test_a_filter_stays_in_the_address(seeds: Reading) -> None:
    seeds.go("#/meetings")
    seeds.page.locator("select[name=kind]").select_option("signing")
    shown = seeds.count()
    assert 0 < shown[0] < shown[1]
    address = seeds.page.evaluate("location.hash")
    seeds.go("#/people")
    seeds.go(address)
    assert seeds.count() == shown


def test_a_body_a_meeting_and_a_place_have_pages(seeds: Reading) -> None:
    seeds.search("滨州市人民政府")
    seeds.page.keyboard.press("Enter")
    seeds.page.get_by_role("heading", name="滨州市人民政府", level=1).wait_for()
    assert section(seeds, "职务与任职者").locator("a.node", has_text="樊立群").count() == 1
    section(seeds, "参与的事件").locator("a.node").first.click()
    section(seeds, "有关机构").wait_for()
    assert section(seeds, "有关机构").locator("a.node", has_text="滨州市人民政府").count() == 1
    seeds.go("#/places")
    province = seeds.page.locator(".tree > .branch").filter(has_text="湖南省")
    assert province.locator("a.node", has_text="邵阳市").is_visible()
    province.locator("a.node").first.click()
    seeds.page.get_by_role("heading", name="湖南省", level=1).wait_for()


def test_back_leads_to_where_one_was(seeds: Reading) -> None:
    open_person(seeds)
    seeds.go("#/places")
    seeds.page.go_back()
    seeds.page.get_by_role("heading", name=PERSON, level=1).wait_for()


def test_an_address_of_nothing_says_so(seeds: Reading) -> None:
    seeds.go("#/person/nobody")
    seeds.page.get_by_text("页面中没有这一项。").wait_for()


def test_the_keyboard_alone_finds_reads_and_closes(browser: Browser, seeds_page: Path) -> None:
    with reading(browser, seeds_page, size=(800, 900)) as read:
        press = read.page.keyboard.press
        read.search("ouyang")
        press("ArrowDown")
        chosen = read.page.locator("#results [aria-selected=true]")
        assert chosen.get_attribute("id") == read.page.locator("#search").get_attribute(
            "aria-activedescendant"
        )
        press("Enter")
        read.page.get_by_role("heading", name=PERSON, level=1).wait_for()
        panel = read.page.locator("#passage")
        assert not panel.is_visible()
        read.page.locator("#main").focus()
        for _ in range(40):
            press("Tab")
            if read.page.evaluate("document.activeElement.matches('.quote')"):
                break
        press("Enter")
        panel.locator("mark").wait_for()
        press("Escape")
        assert not panel.is_visible()
        assert read.page.evaluate("document.activeElement.matches('.quote')")
        read.page.evaluate("document.activeElement.blur()")
        read.page.keyboard.press("/")
        press("Escape")
        assert read.page.evaluate("document.activeElement.id") != "search"
        assert (read.problems, read.requests) == ([], [])


def test_the_first_stop_of_the_tab_key_skips_to_the_content(seeds: Reading) -> None:
    seeds.page.keyboard.press("Tab")
    assert seeds.page.evaluate("document.activeElement.id") == "skip"
    seeds.page.keyboard.press("Enter")
    assert seeds.page.evaluate("document.activeElement.id") == "main"


def test_the_language_follows_the_reader_and_can_be_changed(
    browser: Browser, seeds_page: Path
) -> None:
    with reading(browser, seeds_page, tongue="de-DE") as read:
        read.page.get_by_role("link", name="People").first.wait_for()
        read.page.get_by_role("button", name="中文").click()
        read.page.get_by_role("link", name="人物").first.wait_for()
        assert read.page.evaluate("document.documentElement.lang") == "zh-Hans"
        read.go("#/meetings")
        assert read.page.locator("select[name=kind] option", has_text="签约").count() == 1


def ground(read: Reading) -> list[int]:
    colour = read.page.evaluate("getComputedStyle(document.body).backgroundColor")
    return [int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]


def test_dark_follows_the_system_and_can_be_switched(browser: Browser, seeds_page: Path) -> None:
    with reading(browser, seeds_page, scheme="dark") as read:
        assert max(ground(read)) < 60
        read.page.locator("#theme").click()
        assert min(ground(read)) > 200
        read.page.reload()
        read.page.locator("html[data-ready]").wait_for(state="attached")
        assert min(ground(read)) > 200, "what the reader chose is kept"


def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, seeds_page: Path) -> None:
    with reading(browser, seeds_page, size=(380, 800)) as read:
        for address in ("#/", "#/people", "#/meetings", "#/places", "#/network"):
            read.go(address)
            assert read.page.evaluate("document.documentElement.scrollWidth") <= 380, address
        open_person(read)
        assert read.page.evaluate("document.documentElement.scrollWidth") <= 380


def test_names_with_html_are_text(hostile: Reading) -> None:
    hostile.go("#/people")
    hostile.page.locator("a.node", has_text="<script>alert(1)</script>").click()
    heading = hostile.page.get_by_role("heading", level=1)
    assert heading.inner_text() == "<script>alert(1)</script>"
    assert hostile.page.locator("#passage mark").inner_text() in ("县长", heading.inner_text())
    hostile.page.locator("main a.node", has_text="县长").first.click()
    drawn = hostile.page.locator(".chart svg text", has_text="<script>alert(1)</script>")
    drawn.wait_for()
    hostile.go("#/entries")
    assert hostile.page.locator(".entry-text img, .entry-text script").count() == 0
    hostile.go("#/places")
    hostile.go("#/network")
    hostile.settled()


def test_words_behind_a_rare_character_are_marked_exactly(hostile: Reading) -> None:
    hostile.search("张建国")
    hostile.page.keyboard.press("Enter")
    hostile.page.get_by_role("heading", name="张建国", level=1).wait_for()
    assert hostile.page.locator("#passage mark").inner_text() == "张建国"


def test_a_reader_without_a_network_reads_everything(seeds: Reading) -> None:
    for address in ("#/", "#/people", "#/bodies", "#/documents", "#/entries", "#/network"):
        seeds.go(address)
        seeds.page.locator("main h1").wait_for()
    seeds.settled()
    assert seeds.requests == []


def test_the_libraries_that_draw_are_named_on_the_page(seeds: Reading) -> None:
    seeds.page.locator(".licences summary").click()
    assert "MIT" in seeds.page.locator(".licences pre").inner_text()


def test_a_body_tells_what_it_came_from_and_what_it_became(seeds: Reading) -> None:
    seeds.search("县农牧渔业局").first.click()
    came = seeds.page.locator("section", has=seeds.page.get_by_text("由何而来")).locator(".fact")
    assert came.count() == 2
    assert "1984-11-06" in came.first.inner_text() and "合并" in came.first.inner_text()
    came.first.get_by_role("link").click()
    became = seeds.page.locator("section", has=seeds.page.get_by_text("后来成为"))
    assert "县农牧渔业局" in became.locator("mark").inner_text()


def test_a_person_of_a_measured_graph_shows_the_circle(seeds: Reading) -> None:
    seeds.search(PERSON).first.click()
    circle = seeds.page.locator(".circle a")
    assert "谢长青" in circle.all_inner_texts()
    assert "樊立群" not in circle.all_inner_texts()
