"""The desk in a real browser: a new agency by forms alone, two officers at once, the draft beside the form, and for everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.families import FAMILIES
from generator.officers.start import new
from tests import axe, documents
from tests.conftest import becomes_true, follow
from tests.desks import NEWS, SMALL, Served, serving


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """A desk of a test's own."""
    with ExitStack() as running:
        yield lambda **settings: running.enter_context(serving(tmp_path, **settings))


@pytest.fixture(autouse=True)
def nobody_stays(browser: Browser) -> Iterator[None]:
    """No page of one test asks how its draft is while the next one is looked at."""
    yield
    for context in browser.contexts:
        context.close()


class Officer:
    """Somebody at a desk: a page that stays open, and whatever a browser complained of or asked elsewhere."""

    def __init__(self, browser: Browser, desk: Served, **settings: object) -> None:
        self.base = f"http://127.0.0.1:{desk.port}"
        context = browser.new_context(reduced_motion="reduce", **settings)  # type: ignore[arg-type]
        context.add_cookies([{"name": desk.access.cookie, "value": desk.access.session, "url": self.base}])
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda asked: asked.url.startswith(self.base) or self.wrong.append(asked.url))
        self.page.on("console", lambda said: self.wrong.append(said.text) if "Refused" in said.text else None)

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page

    def follow(self, place: str, key: str = "") -> None:
        """Click what leads to another page, or press a key there, and wait for that page: a click alone does not."""
        follow(self.page.locator(place).first, key)

    def fill(self, **values: str) -> None:
        """Type into boxes; ``__`` in a name stands for a dot."""
        for name, value in values.items():
            box = self.page.locator(f'#data-form [name="{name.replace("__", ".")}"]')
            box.evaluate("box => box.closest('details')?.setAttribute('open', '')")
            box.fill(value)

    def show(self) -> None:
        """See what becomes different."""
        self.follow("#data-form button[value=show]")
        self.page.wait_for_selector(".deciding")

    def accept(self) -> None:
        """Have what is shown written."""
        self.follow("button[value=write]")
        self.page.wait_for_selector(".notice.is-good")


def test_a_new_agency_publishes_its_first_item_by_forms_alone(
    browser: Browser, own: Callable[..., Served], build: Callable[..., tuple[object, Path]]
) -> None:
    files = new(name="เทศบาลตำบลทดลอง", short_name="ทต.ทดลอง", profile="central-government", year=2569)
    desk = own(files=files)
    officer = Officer(browser, desk)
    page = officer.open("/")
    assert "0 จาก 26" in page.inner_text("#complete")
    officer.follow(".files a:has-text('ข้อมูลหน่วยงาน')")
    officer.fill(site_url="https://oit.example.go.th/")
    officer.show()
    officer.accept()
    page = officer.open("/?by=points")
    officer.follow(".row a:has-text('O4')")
    assert page.locator(".part.is-missing").count() > 0
    officer.follow("button[value='add:news']")
    officer.fill(title__th="ข่าวของเทศบาล", published="5/1/2569", owner__unit="สำนักงานเลขานุการ")
    officer.fill(news__n1__title__th="เปิดศูนย์บริการใหม่", news__n1__date="๔ ธ.ค. ๒๕๖๘")
    officer.fill(news__n1__link="https://oit.example.go.th/news/1")
    officer.show()
    assert "เปิดศูนย์บริการใหม่" in page.inner_text(".changes")
    officer.accept()
    assert "ครบ" in page.inner_text(".facts .state")
    assert "1 จาก 26" in officer.open("/").inner_text("#complete")
    assert officer.wrong == []
    _, site = build(desk.folder)
    assert "เปิดศูนย์บริการใหม่" in (site / "2569/o4/index.html").read_text("utf-8")


def test_two_officers_at_one_item_lose_nothing_and_an_undo_takes_back_one_change(
    browser: Browser, own: Callable[..., Served]
) -> None:
    desk = own()
    one, other = Officer(browser, desk), Officer(browser, desk)
    for officer in (one, other):
        officer.open("/item/2568/O4")
    other.fill(title__th="ชื่อของคนที่สอง")
    other.show()
    other.accept()
    one.fill(title__th="ชื่อของคนแรก", published="5 เมษายน 2568")
    one.show()
    assert "มีผู้แก้แฟ้มนี้" in one.page.inner_text("h1")
    one.page.locator("button[value=write]").click()  # nothing goes on before it is decided
    assert "ชื่อของคนแรก" not in desk.text(NEWS)
    one.page.get_by_label("ใช้ของท่าน").check()
    one.accept()
    assert "title: ชื่อของคนแรก   # ชื่อ" in desk.text(NEWS)
    assert "published: 5 เมษายน 2568" in desk.text(NEWS)
    one.open("/history")
    one.follow("tbody tr:first-child th a")
    one.follow("form button.main")
    assert "ย้อนแล้ว" in one.page.inner_text(".notice")
    assert "title: ชื่อของคนที่สอง   # ชื่อ" in desk.text(NEWS)
    assert one.wrong + other.wrong == []


@pytest.mark.filterwarnings("ignore:Callback with id")  # of watchdog, where folders are made faster than it looks
def test_the_draft_beside_the_form_shows_what_can_be_read_and_follows_a_save(
    browser: Browser, own: Callable[..., Served]
) -> None:
    powers = FAMILIES["powers"].example.read_text("utf-8")
    wrong = {NEWS: SMALL[NEWS].replace("owner: ศทส.", "owner: กองที่ไม่มี"), "2568/powers.yaml": f"{powers}- [\n"}
    desk = own(draft=True, files={**SMALL, **wrong})
    officer = Officer(browser, desk)
    page = officer.open("/item/2568/O4")
    draft = page.frame_locator("#draft")
    draft.get_by_text("ข่าวแรก").first.wait_for(timeout=60_000)
    bar = draft.locator(".desk-faults")
    assert "ร่างแสดงเท่าที่อ่านได้ มีข้อผิด 2 เรื่อง" in bar.inner_text()
    bar.locator("summary").click()
    with page.expect_navigation():
        bar.locator("a[href='/file/2568/powers.yaml']").click()  # out of the frame
    assert page.locator("#data-form textarea").input_value() == wrong["2568/powers.yaml"]
    page.locator("#data-form textarea").fill(powers)
    officer.show()
    officer.accept()
    officer.open("/item/2568/O4")
    officer.fill(owner__unit="ศทส.")
    officer.show()
    officer.accept()
    expect(page.locator("#draft-state")).to_have_text("ร่างตรงกับที่บันทึก", timeout=60_000)
    expect(bar).to_have_count(0)
    expect(draft.locator(".oit-files").first).to_be_hidden()  # keys and files are for those who write files
    officer.fill(news__0__title__th="ข่าวที่แก้ในแบบฟอร์ม")
    officer.show()
    officer.accept()
    draft.get_by_text("ข่าวที่แก้ในแบบฟอร์ม").first.wait_for(timeout=60_000)
    form, frame = page.locator("#form-side").bounding_box(), page.locator("#draft").bounding_box()
    assert form is not None
    assert frame is not None
    assert form["x"] + form["width"] <= frame["x"] + 1  # side by side
    page.set_viewport_size({"width": 390, "height": 800})
    form, frame = page.locator("#form-side").bounding_box(), page.locator("#draft").bounding_box()
    assert form is not None
    assert frame is not None
    assert form["y"] + form["height"] <= frame["y"]  # one above the other
    assert officer.wrong == []


def test_a_director_approves_what_waits_and_the_undo_lets_it_wait_again(
    browser: Browser, own: Callable[..., Served]
) -> None:
    desk = own(files={**SMALL, "agency.yaml": SMALL["agency.yaml"] + "approval: required\n"})
    director = Officer(browser, desk)
    page = director.open("/")
    director.follow("nav a[href='/approve']")
    page.get_by_label("O4").check()
    page.locator("#by").fill("นางสาวมาลี ผู้อำนวยการ")
    director.follow("main form button")
    assert "บันทึกการอนุมัติแล้ว" in page.inner_text(".notice.is-good")
    assert "by: นางสาวมาลี ผู้อำนวยการ" in desk.text("approvals.yaml")
    assert page.locator("input[name=approve]").count() == 0
    director.follow(".notice a")
    director.follow("form button.main")
    assert not (desk.folder / "approvals.yaml").exists()
    assert director.open("/approve").locator("input[name=approve]").count() == 1
    assert director.wrong == []


def test_evidence_is_attached_from_the_form(browser: Browser, own: Callable[..., Served], tmp_path: Path) -> None:
    desk = own()
    (tmp_path / "ประกาศ.pdf").write_bytes(documents.pdf(["ประกาศ ข่าวประชาสัมพันธ์ ปี 2568"]))
    officer = Officer(browser, desk)
    page = officer.open("/item/2568/O4")
    page.set_input_files("#evidence-file", tmp_path / "ประกาศ.pdf")
    officer.follow(".attach button")
    assert "files/2568/ประกาศ.pdf" in page.inner_text(".read")
    officer.follow("button.main")
    page.wait_for_selector(".notice.is-good")
    assert "files/2568/ประกาศ.pdf" in desk.text(NEWS)
    assert officer.wrong == []


def test_everything_works_by_keyboard_alone_and_without_scripts(browser: Browser, own: Callable[..., Served]) -> None:
    desk = own()
    officer = Officer(browser, desk, java_script_enabled=False)
    page = officer.open("/item/2568/O4")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#main"
    page.locator('[name="published"]').focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("6 เมษายน 2568")
    officer.follow('[name="published"]', "Enter")
    page.wait_for_selector(".deciding")
    officer.follow("button[value=back]", "Enter")
    assert page.locator('[name="published"]').input_value() == "6 เมษายน 2568"
    officer.follow("button[value='remove:news.0']", "Enter")
    assert page.locator('[name="news.0.title.th"]').count() == 0
    officer.follow("#data-form button[value=show]", "Enter")
    page.wait_for_selector(".deciding")
    officer.follow("button[value=write]", "Enter")
    page.wait_for_selector(".notice.is-good")
    assert "published: 6 เมษายน 2568" in desk.text(NEWS)
    assert "ข่าวแรก" not in desk.text(NEWS)


def test_what_is_typed_and_not_saved_is_said(browser: Browser, own: Callable[..., Served]) -> None:
    officer = Officer(browser, own())
    page = officer.open("/item/2568/O4")
    officer.fill(published="6 เมษายน 2568")
    assert "ยังไม่ได้บันทึก" in page.inner_text(".savebar p.unsaved")
    officer.follow("button[value='add:news']")
    page.wait_for_selector('[name="news.n1.title.th"]')
    becomes_true(page, "/^(f-)?news\\.n1/.test(document.activeElement.name || document.activeElement.id)")


def test_every_page_of_the_desk_is_for_everybody(browser: Browser, own: Callable[..., Served]) -> None:
    desk = own()
    officer = Officer(browser, desk)
    wrong: list[str] = []

    def ask(name: str) -> None:
        rules = axe.bring(officer.page)
        for width, scheme in product((1280, 320), ("light", "dark")):
            officer.page.set_viewport_size({"width": width, "height": 900})
            officer.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if width == 320 or scheme == "light":
                asked = rules if scheme == "light" else (*axe.OF_COLOURS, *axe.OF_WIDTHS)
                (found,) = axe.inspect([officer.page], asked)
                wrong.extend(f"{name} {width} {scheme}: {one.rule}: {one.element}: {one.said}" for one in found.wrong)
            if officer.page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{name} {width}: wider than the window")
        officer.page.set_viewport_size({"width": 1280, "height": 900})

    for name, path in (
        ("home", "/?all=1&by=owner"),
        ("item", "/item/2568/O4"),
        ("begun", "/item/2568/O2"),
        ("agency", "/file/agency.yaml"),
        ("evidence", f"/evidence/{NEWS}"),
        ("owners", "/owners/2568"),
        ("approve", "/approve"),
        ("history", "/history"),
        ("error", "/nowhere"),
    ):
        officer.open(path)
        ask(name)
    officer.open("/item/2568/O4")
    officer.fill(title__th="ชื่อของคนแรก")
    officer.show()
    ask("difference")
    (desk.folder / NEWS).write_text(SMALL[NEWS].replace("ข่าว ปี 2568", "ชื่อของคนที่สอง"), "utf-8")
    officer.follow("button[value=write]")
    officer.page.wait_for_selector(".question")
    ask("conflict")
    officer.page.get_by_label("ใช้ของท่าน").check()
    officer.accept()
    ask("saved")
    officer.open("/history/1")
    ask("change")
    assert wrong == []
