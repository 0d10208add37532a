"""What the three users come for, from the first page to the end, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.writing.figures import parse_figure
from tests.conftest import ROOT, becomes_true, follow


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A desk, in Thai; whatever leaves the site fails the journey."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="th-TH")
    yield from opened(context.new_page(), address)
    context.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, base_url=address, locale="th-TH", has_touch=True, is_mobile=True
    )
    yield from opened(context.new_page(), address)
    context.close()


def opened(page: Page, address: str) -> Iterator[Page]:
    outside: list[str] = []
    page.on("request", lambda asked: asked.url.startswith(address) or outside.append(asked.url))
    page.goto("")
    yield page
    assert outside == []


def test_a_citizen_finds_the_no_gift_report_and_that_of_the_year_that_last_asked_before(phone: Page) -> None:
    phone.get_by_role("link", name="เจ้าหน้าที่รับของขวัญหรือไม่").tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("No Gift Policy")
    phone.get_by_role("link", name="2567 O28 รายงานผลตามนโยบาย No Gift Policy").tap()
    expect(phone).to_have_url(re.compile(r"/2567/o28/"))
    expect(phone.locator("#nogift_report")).to_be_visible()


def test_a_citizen_searches_from_the_first_page_on_a_phone(phone: Page) -> None:
    box = phone.get_by_role("article").get_by_role("searchbox")
    box.fill("ของขวัญ")
    box.press("Enter")
    expect(phone).to_have_url(re.compile(r"/search/\?q="))
    hit = phone.get_by_role("article").locator(".oit-hit__link").first
    expect(hit).to_be_visible()
    hit.tap()
    expect(phone.get_by_role("article")).to_contain_text("ของขวัญ")


def test_a_citizen_finds_a_supplier_and_what_was_bought(page: Page) -> None:
    page.goto("2568/o12/")
    supplier = page.locator("#proc_items-largest-table tbody td:last-child").first.inner_text().splitlines()[0]
    page.goto("")
    box = page.get_by_role("article").get_by_role("searchbox")
    box.fill(supplier)
    box.press("Enter")
    found = page.get_by_role("article").locator(".oit-hit__link")
    expect(found.first).to_be_visible()
    follow(page.locator("article .oit-hit__link[href*='2568/o12/']").first)
    filters = page.locator("[data-table=proc_items-largest-table]")
    filters.get_by_role("searchbox").fill(supplier)
    rows = page.locator("#proc_items-largest-table tbody tr:visible")
    assert rows.count() >= 1
    assert all(supplier in text for text in rows.all_inner_texts())


def test_a_long_table_is_sorted_by_any_column_and_back(page: Page) -> None:
    page.goto("2568/o12/")
    table = page.locator("#proc_items-largest-table")
    controls = page.locator("[data-table=proc_items-largest-table]")
    column = 1  # money
    as_shown = table.locator("tbody tr").all_inner_texts()

    def figures() -> list[object]:
        cells = table.locator(f"tbody tr > :nth-child({column + 1})").all_inner_texts()
        return [parse_figure(text.strip()) for text in cells]

    controls.get_by_role("combobox").select_option(index=column + 1)
    assert figures() == sorted(figures())  # type: ignore[type-var]
    head = table.locator("thead th").nth(column)
    expect(head).to_have_attribute("aria-sort", "ascending")
    controls.get_by_role("button").click()
    assert figures() == sorted(figures(), reverse=True)  # type: ignore[type-var]
    expect(head).to_have_attribute("aria-sort", "descending")
    controls.get_by_role("combobox").select_option(index=0)
    assert table.locator("tbody tr").all_inner_texts() == as_shown
    expect(table.locator("[aria-sort]")).to_have_count(0)


def test_a_citizen_compares_scores_over_the_years(page: Page) -> None:
    follow(page.get_by_role("article").get_by_role("link", name=re.compile("คะแนน ปีงบประมาณ")))
    table = page.locator("#scores-all-years")
    years = [text.strip() for text in table.locator("thead th").all_inner_texts()[1:]]
    total = [cell.inner_text().split()[0] for cell in table.locator("tr.oit-row--total td").all()]
    chart = page.locator("figure.oit-chart").first
    for year, score in zip(years, total, strict=True):
        assert score in chart.inner_text(), year
        page.goto(f"ita/{year}/")
        assert page.locator("#total .oit-figure").first.inner_text().split()[0] == score
        page.goto("ita/")


def test_an_assessor_opens_every_item_of_a_year_from_its_map(page: Page) -> None:
    follow(page.get_by_role("article").get_by_role("link", name="ปีงบประมาณ 2569"))
    follow(page.locator(".oit-map__own ul a").nth(2))
    codes = page.locator("article .oit-items .oit-code").all_inner_texts()
    assert codes == [f"O{number}" for number in range(1, 27)]
    for code in codes:
        follow(page.get_by_role("article").get_by_role("link", name=re.compile(rf"^{code} ")))
        expect(page.get_by_role("heading", level=1)).to_contain_text(code)
        links = page.locator(".oit-parts a")
        anchors = [(link.get_attribute("href") or "")[1:] for link in links.all()]
        assert anchors, code
        for anchor in anchors:
            assert page.locator(f"[id='{anchor}']").count() == 1, (code, anchor)
        page.go_back()


def test_a_director_sees_which_unit_is_late(browser: Browser, build: object, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "2568").mkdir(parents=True)
    texts = {
        "agency.yaml": "name: สำนักงานตัวอย่าง\nshort_name: สนง.\nlanguages: [th]\nunfinished: show\n"
        "deadlines:\n- {year: 2568, date: 30 เมษายน 2568}\n",
        "units.yaml": "units:\n- {id: a, abbreviation: กบค., name: กลุ่มบริหารทรัพยากรบุคคล}\n",
        "2568/hr_plan.yaml": "family: hr_plan\nassessed_year: 2568\ndata_year: 2568\nowner: กบค.\nsummary: ร่าง\n",
    }
    for name, text in texts.items():
        (data / name).write_text(text, "utf-8")
    _, site = build(data)  # type: ignore[operator]
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.goto((site / "deadlines" / "index.html").as_uri())
    row = page.locator("tr", has=page.get_by_role("rowheader", name="กลุ่มบริหารทรัพยากรบุคคล"))
    expect(row.first).to_be_visible()
    assert "O14" in row.first.inner_text()
    assert "กำหนด 30 เม.ย. 2568" in row.first.inner_text()
    page.close()


def test_the_menu_of_a_phone_opens_and_closes_by_the_keyboard_and_gives_the_focus_back(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=address)
    page = context.new_page()
    page.goto("2568/o15/")
    button = page.locator("button.oit-menu")
    menu = page.locator(".md-sidebar--primary")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    becomes_true(page, "document.activeElement.getAttribute('aria-current') === 'page'")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    context.close()


def test_a_page_is_printed_without_what_only_a_screen_needs(page: Page) -> None:
    page.goto("2568/o15/")
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in ("header.md-header", ".md-sidebar--primary", "footer.md-footer"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    artefacts = ROOT / "tests" / "artefacts"
    artefacts.mkdir(exist_ok=True)
    assert page.pdf(path=artefacts / "printed-by-the-browser.pdf", format="A4").startswith(b"%PDF")


def test_an_assessor_walks_a_year_without_losing_the_year_or_the_place(page: Page, phone: Page) -> None:
    for reader, path in ((page, "2568/o14/"), (phone, "2568/o14/")):
        reader.goto(path)
        bar = reader.locator(".oit-bar")
        heading = reader.get_by_role("heading", level=1)
        assert "2568" in heading.inner_text()
        reader.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
        expect(bar).to_be_in_viewport()
        follow(bar.get_by_role("link", name=re.compile("O15")))  # one click an item, from wherever one is on the page
        expect(heading).to_contain_text("O15")
        bar.get_by_text("ปีอื่น").click()
        years = bar.locator(".oit-bar__years ul")
        expect(years).to_be_visible()
        assert reader.locator("html").evaluate("node => node.scrollWidth - node.clientWidth") == 0
        reader.keyboard.press("Escape")
        expect(years).to_be_hidden()
        expect(reader.locator(".md-sidebar--primary [aria-current=page]")).to_contain_text("O15")


def test_the_answer_stands_on_the_first_screen_of_a_phone(phone: Page) -> None:
    for path in ("2568/o14/", "2568/o19/", "2568/o22/", "2569/o2/"):
        phone.goto(path)
        expect(phone.locator("p.oit-says")).to_be_in_viewport(ratio=1)


def test_the_address_of_a_component_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("2568/o14/")
    line = page.locator(".oit-check").nth(1)
    line.get_by_role("button").click()
    expect(line.get_by_role("button")).to_have_text("คัดลอกแล้ว")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url.partition("#")[0] + (line.get_by_role("link").get_attribute("href") or "")
    context.close()


def test_the_language_switch_keeps_the_section(page: Page) -> None:
    page.goto("2568/o14/")
    link = page.locator(".oit-check a").first
    anchor = link.get_attribute("href") or ""
    follow(link)
    follow(page.locator("a.oit-language"))
    expect(page).to_have_url(re.compile(rf"/en/2568/o14/{re.escape(anchor)}$"))
