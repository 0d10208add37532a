"""The sample site in a real browser: what a citizen on a phone and an assessor at a desk meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import becomes_true, follow


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="th-TH")
    page = context.new_page()
    yield page
    context.close()


def test_an_assessor_finds_the_item_of_the_right_year_by_its_number(page: Page) -> None:
    page.goto("")
    follow(page.get_by_role("article").get_by_role("link", name="ปีงบประมาณ 2568", exact=True))
    follow(page.get_by_role("article").get_by_role("link", name=re.compile("^O27 ")))
    assert page.url.endswith("/2568/o27/")
    assert page.get_by_role("heading", level=1).inner_text().startswith("O27")
    assert page.locator("#components").get_by_role("listitem").count() > 5


def test_a_citizen_follows_a_low_score_to_the_measure_and_its_result(page: Page) -> None:
    page.goto("ita/2567/")
    row = page.locator("tr", has=page.locator(".oit-below")).filter(has=page.locator("td a")).first
    follow(row.locator("td a").first)
    assert "/2568/o27/#measures-" in page.url
    page.goto("measures/")
    result = page.locator("#measures-2568 tbody tr td:last-child a").first
    follow(result)
    assert "/o28/#measures_report-" in page.url or "/2569/" in page.url


def test_the_language_switch_stays_on_the_same_page(page: Page) -> None:
    page.goto("2568/o27/")
    follow(page.locator("a.oit-language"))
    assert page.url.endswith("/en/2568/o27/")
    assert page.locator("html").get_attribute("lang") == "en"
    follow(page.locator("a.oit-language"))
    assert page.url.endswith("/2568/o27/")
    assert "/en/" not in page.url


def test_a_wide_table_can_be_scrolled_with_the_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "2568/o15/")
    table = page.locator(".oit-table:not(.oit-table--cards)").first
    # As one whose words cannot be broken; every table of the sample fits or becomes cards.
    table.locator("table").evaluate("node => { node.style.minWidth = '900px'; }")
    table.focus()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "group"
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    becomes_true(page, "document.activeElement.scrollLeft > 0")
    context.close()


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto("2568/o27/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    follow(page.locator(":focus"), "Enter")
    assert page.url.endswith("#o27")


def test_the_typeface_is_the_site_s_own(page: Page) -> None:
    page.goto("")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert any("Sarabun" in family for family in loaded)


def test_the_site_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "2568/o27/")
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".oit-banner--sample").is_visible()
    assert page.locator("article .oit-table").first.is_visible()
    context.close()


def test_a_table_is_filtered_by_words_in_either_script_and_says_how_many_rows_are_left(page: Page) -> None:
    page.goto("2568/o12/")
    table = page.locator("#proc_items-latest-table tbody tr:visible")
    assert table.count() == 50
    winner = table.nth(3).locator("td").last.inner_text().splitlines()[0]
    box = page.locator("[data-table=proc_items-latest-table]").get_by_role("searchbox")
    box.fill(winner)
    left = table.count()
    assert 0 < left < 50
    assert all(winner.replace(" ", "") in text.replace(" ", "") for text in table.all_inner_texts())
    status = page.locator("[data-table=proc_items-latest-table]").get_by_role("status")
    assert status.inner_text() == f"แสดง {left} จาก 50 แถว"
    box.fill("๒๕๖๘")
    assert table.count() == 50
    box.fill("ไม่มีคำนี้แน่นอน")
    assert table.count() == 0
    box.fill("")
    assert table.count() == 50


def test_an_assessor_reaches_every_component_of_an_item_from_the_top_of_its_page(page: Page) -> None:
    page.goto("2568/o15/")
    links = page.locator(".oit-parts a")
    assert links.count() >= 6
    for number in range(links.count()):
        target = (links.nth(number).get_attribute("href") or "").removeprefix("#")
        follow(links.nth(number))
        assert page.locator(f"[id='{target}']").is_visible()
        assert page.url.endswith(f"#{target}")
