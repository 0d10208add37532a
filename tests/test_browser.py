"""The sample site in a real browser: what a citizen on a phone and an assessor at a desk meet.

Pictures of every kind of page are left in ``tests/artefacts`` for people to look at.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from generator import catalogue
from tests.conftest import ROOT

KINDS = {
    "home": "",
    "year": "2568/",
    "item": "2568/o27/",
    "two-families": "2568/o1/",
    "report": "2568/o28/",
    "answers": "2568/answers/",
    "readiness": "2568/readiness/",
    "families": "families/",
    "family": "families/nogift_decl/",
    "checks": "checks/",
    "data-guide-family": "data-guide/proc_items/",
    "ita": "ita/",
    "ita-year": "ita/2568/",
    "measures": "measures/",
    "six-month": "six-month/",
    "units": "units/",
    "how-to-read": "how-to-read/",
    "about-data": "about-data/",
    "data-guide": "data-guide/",
    "examples": "examples/",
    "erc-ita-year": "examples/erc/ita/2564/",
    "opdc-six-month": "examples/opdc/2566/o37/",
    "nhrc-measures": "examples/nhrc/2568/o27/",
    "rdpb-report": "examples/rdpb/2567/o35/",
}
CATALOGUES = {
    year: yaml.safe_load((catalogue.BUILT_IN / "central-government" / f"{year}.yaml").read_text("utf-8"))["items"]
    for year in range(2564, 2570)
}
FAMILY_PAGES = {
    family: f"{year}/{item['code'].lower()}/"
    for year, items in CATALOGUES.items()
    for item in items
    for family in item["families"]
}
"""Family → the page of the last item that asks for it."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(sample: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(sample))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "install Debian's Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="th-TH")
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_fits_loads_only_from_the_site_and_raises_nothing(
    kind: str, browser: Browser, address: str
) -> None:
    looks = ((1280, "light", ""), (360, "light", ""), (360, "dark", "en/"), (1280, "dark", "en/"))
    look_at(browser, address, kind, KINDS[kind], looks)


@pytest.mark.parametrize("family", FAMILY_PAGES)
def test_the_page_of_every_family_fits_on_a_phone_in_both_languages(
    family: str, browser: Browser, address: str
) -> None:
    look_at(browser, address, f"family-{family}", FAMILY_PAGES[family], ((360, "light", ""), (320, "dark", "en/")))


def look_at(browser: Browser, address: str, kind: str, of_kind: str, looks: Iterable[tuple[int, str, str]]) -> None:
    """Open a page in each look, leave a picture of it, and see that it fits, loads only from the site, raises nothing."""
    artefacts = ROOT / "tests" / "artefacts"
    artefacts.mkdir(exist_ok=True)
    for width, scheme, prefix in looks:
        path = of_kind
        if prefix and path.startswith("examples/") and path != "examples/":
            _, name, rest = path.split("/", 2)
            path = f"examples/{name}/en/{rest}"
        else:
            path = prefix + path
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error, wrong=wrong: wrong.append(str(error)))
        page.on("console", lambda message, wrong=wrong: message.type == "error" and wrong.append(message.text))
        page.on("response", lambda answer, wrong=wrong: answer.status >= 400 and wrong.append(answer.url))
        page.on("request", lambda asked, wrong=wrong: asked.url.startswith(address) or wrong.append(asked.url))
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        assert wrong == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        scheme_used = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
        assert scheme_used == ("slate" if scheme == "dark" else "default")
        page.screenshot(
            path=artefacts / f"{kind}-{width}-{scheme}{'-en' if prefix else ''}.png",
            full_page=(width, scheme) == (360, "light"),
        )
        context.close()


def test_an_assessor_finds_the_item_of_the_right_year_by_its_number(page: Page) -> None:
    page.goto("")
    page.get_by_role("article").get_by_role("link", name="2568").first.click()
    page.get_by_role("article").get_by_role("link", name="O27", exact=True).click()
    assert page.url.endswith("/2568/o27/")
    assert page.get_by_role("heading", level=1).inner_text().startswith("O27")
    components = page.locator("#components-table")
    assert components.get_by_role("row").count() > 5


def test_a_citizen_follows_a_low_score_to_the_measure_and_its_result(page: Page) -> None:
    page.goto("ita/2567/")
    row = page.locator("tr", has=page.locator(".oit-below")).filter(has=page.locator("td a")).first
    row.locator("td a").first.click()
    assert "/2568/o27/#measures-" in page.url
    page.goto("measures/")
    result = page.locator("#measures-2568 tbody tr td:last-child a").first
    result.click()
    assert "/o28/#measures_report-" in page.url or "/2569/" in page.url


def test_the_language_switch_stays_on_the_same_page(page: Page) -> None:
    page.goto("2568/o27/")
    page.locator("a.oit-language").click()
    assert page.url.endswith("/en/2568/o27/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("a.oit-language").click()
    assert page.url.endswith("/2568/o27/")
    assert "/en/" not in page.url


def test_a_wide_table_can_be_scrolled_with_the_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "measures/")
    table = page.locator(".oit-table").first
    table.focus()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert table.evaluate("node => node.scrollLeft") > 0
    context.close()


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto("2568/o27/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
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
        links.nth(number).click()
        assert page.locator(f"[id='{target}']").is_visible()
        assert page.url.endswith(f"#{target}")
