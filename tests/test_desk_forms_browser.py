"""Forms of data files in a real browser: every family saved unchanged, used with the keyboard and seen by axe-core."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.families import FAMILIES
from tests import axe
from tests.conftest import ROOT, follow
from tests.desks import SMALL, Served, serving

YEAR = "2568"
EXAMPLES = {f"{YEAR}/{id}.yaml": family.example.read_text("utf-8") for id, family in FAMILIES.items()}
OTHERS = {name: (ROOT / "data" / name).read_text("utf-8") for name in ("units.yaml", "sources.yaml", "ita/2567.yaml")}
AGENCY = SMALL["agency.yaml"].replace("languages: [th]\n", "")
EVERY_PART = [f"{YEAR}/{id}.yaml" for id in ("measures", "hr_report", "service_manual", "proc_plan")] + ["agency.yaml"]
"""Files that have every kind of part that forms have."""
FILES = {**EXAMPLES, **OTHERS, "agency.yaml": AGENCY}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("desk"), files=FILES) as served:
        yield served


def context_of(browser: Browser, desk: Served, **looks: object) -> BrowserContext:
    context = browser.new_context(base_url=f"http://127.0.0.1:{desk.port}", locale="th-TH", **looks)  # type: ignore[arg-type]
    cookie = {"name": desk.access.cookie, "value": desk.access.session, "url": f"http://127.0.0.1:{desk.port}"}
    context.add_cookies([cookie])  # type: ignore[list-item]
    context.route("**/draft/**", lambda route: route.abort())  # the draft beside the form has tests of its own
    return context


@pytest.fixture
def page(browser: Browser, desk: Served) -> Iterator[Page]:
    context = context_of(browser, desk, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def write(page: Page) -> None:
    """See what becomes different, and accept it."""
    page.locator('#data-form button[value="show"]').first.click()
    page.locator('button[value="write"]').click()
    page.locator(".notice.is-good").wait_for()


def test_every_file_saved_unchanged_is_no_difference(browser: Browser, desk: Served) -> None:
    context = context_of(browser, desk, java_script_enabled=False)
    page = context.new_page()
    for path, text in FILES.items():
        page.goto(f"/file/{path}", wait_until="domcontentloaded")
        follow(page.locator('#data-form button[value="show"]').first)
        assert page.locator('button[value="write"]').count() == 0, path
        assert desk.text(path) == text
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_form(browser: Browser, desk: Served, scheme: str) -> None:
    """Every kind of part in its colours, on a desk by day and on a phone by night."""
    width = 1280 if scheme == "light" else 320
    context = context_of(browser, desk, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in EVERY_PART:
        page.goto(f"/file/{path}")
        page.evaluate("document.querySelectorAll('#data-form details').forEach(one => { one.open = true; })")
        page.evaluate("document.querySelectorAll('#draft-side, .f-list > ol > li + li').forEach(one => one.remove())")
        (found,) = axe.inspect([page], axe.bring(page))
        assert found.wrong == (), path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        small = page.evaluate(
            "[...document.querySelectorAll('#data-form button, #data-form input:not([type=hidden]), #data-form summary')]"
            ".filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())"
            ".filter(one => one.height < 24 || one.width < 24).length"
        )
        assert small == 0, path
    context.close()


def test_a_project_is_added_with_the_keyboard_alone(page: Page, desk: Served) -> None:
    path = "2568/hr_plan.yaml"
    before = desk.text(path)
    page.goto(f"/file/{path}")
    add = page.locator('button[value="add:projects"]')
    add.focus()
    follow(add, "Enter")
    title = page.locator('textarea[name="projects.n1.title.th"]')
    title.wait_for()
    assert page.locator('[id="f-projects.n1"]').get_attribute("open") is not None
    title.focus()
    page.keyboard.insert_text('โครงการใหม่: "ก" # ข')
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.locator('select[name="projects.n1.side"]').focus()
    page.keyboard.press("ArrowDown")
    page.locator('input[name="projects.n1.planned.amount"]').focus()
    page.keyboard.insert_text("๑,๕๐๐.๕๐")
    page.keyboard.press("Enter")  # the first button of a form is the one that shows what becomes different
    page.locator('button[value="write"]').focus()
    page.keyboard.press("Enter")
    page.locator(".notice.is-good").wait_for()
    after = desk.text(path)
    assert after.startswith(before.rstrip("\n"))
    added = after.removeprefix(before.rstrip("\n"))
    assert 'โครงการใหม่: \\"ก\\" # ข' in added
    assert "๑,๕๐๐.๕๐" in added


def test_folds_stay_open_and_what_was_typed_stays(page: Page, desk: Served) -> None:
    page.goto("/file/2568/measures.yaml")
    fold = page.locator('[id="f-measures.0"]')
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    page.locator('textarea[name="measures.0.title.th"]').fill("ยังไม่บันทึก")
    follow(page.locator('button[value="add:measures.0.owners"]'))
    page.locator('input[name="measures.0.owners.n1.unit"]').wait_for()
    assert page.locator('[id="f-measures.0"]').get_attribute("open") is not None
    assert page.locator('textarea[name="measures.0.title.th"]').input_value() == "ยังไม่บันทึก"
    assert "ยังไม่บันทึก" not in desk.text("2568/measures.yaml")


def test_without_scripts_a_statement_of_none_is_ticked_and_taken_back(browser: Browser, desk: Served) -> None:
    context = context_of(browser, desk, java_script_enabled=False)
    page = context.new_page()
    path = "2568/news.yaml"
    before = desk.text(path)
    page.goto(f"/file/{path}")
    reason = page.locator('textarea[name="none.reason.th"]')
    assert not reason.is_visible()
    page.locator('input[name="none!is"][type="checkbox"]').check()
    assert reason.is_visible()
    reason.fill("ปีนี้ไม่มีข่าว")
    write(page)
    assert "ปีนี้ไม่มีข่าว" in desk.text(path)
    page.goto(f"/file/{path}")
    page.locator('input[name="none!is"][type="checkbox"]').uncheck()
    write(page)
    assert desk.text(path) == before
    context.close()
