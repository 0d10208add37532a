"""What only the office sees: what is left to do, what to write, the files behind a page, the bar over a faulty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic
from generator.pages.draft import MOST_FAULTS, bar_words, files_behind, left_to_do
from generator.pages.page import fragment
from generator.project import Project
from generator.road import walk
from generator.writing.dates import parse_date
from tests import axe
from tests.conftest import ROOT, served
from tests.folders import load, write
from tests.test_gaps import AGENCY

FILES = {
    **AGENCY,
    "agency.yaml": AGENCY["agency.yaml"].replace("[th]", "[th, en]")
    + "deadlines: [{year: 2568, date: 30 เมษายน 2568}]\n",
    "ita/2567.yaml": "year: 2567\ntotal: {score: 90}\n",
}


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("draft")
    data = write(folder / "data", FILES)
    today = parse_date("1 พฤษภาคม 2568")
    outcome = walk(Project(ROOT, data, folder / "site", folder / "work", is_draft=True, today=today))
    assert outcome.is_built
    return folder / "site"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    assert walk(Project(ROOT, write(folder / "data", FILES), folder / "site", folder / "work")).is_built
    return folder / "site"


def opened(site: Path, page: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / page / "index.html").read_text("utf-8"))


def test_the_draft_opens_with_what_is_left_by_owner_and_day(draft: Path) -> None:
    page = opened(draft, "")
    heads = [node.text(strip=True) for node in page.css("h1, h2")]
    assert heads[1].startswith("สิ่งที่ต้องทำต่อ")
    assert [node.text().strip() for node in page.css(".oit-left summary")] == ["สก. (1)", "ยังไม่มีผู้รับผิดชอบ (4)"]
    first = page.css_first(".oit-left")
    assert first
    assert "30 เม.ย. 2568 เลยกำหนด" in first.text()
    assert "map:" in [code.text() for code in first.css("code")]


def test_a_page_of_an_item_says_what_it_lacks_and_its_files(draft: Path) -> None:
    page = opened(draft, "2568/o1")
    assert "เพิ่ม map: ใน" in page.css_first(".oit-missing .oit-write").text()  # type: ignore[union-attr]
    assert [code.text() for code in page.css(".oit-files code")] == ["data/2568/contact.yaml"]
    assert [code.text() for code in opened(draft, "2568/o5").css(".oit-files code")][1] == "j.csv"
    assert [code.text() for code in opened(draft, "how-to-read").css(".oit-files code")] == [
        "content/th/how-to-read.md"
    ]
    assert opened(draft, "ita/2567").css_first(".oit-files code").text().endswith("ita/2567.yaml")  # type: ignore[union-attr]
    assert "เพิ่ม map: ใน" in opened(draft, "2568/readiness").css_first(".oit-write").text()  # type: ignore[union-attr]


def test_the_public_sees_nothing_of_it(public: Path) -> None:
    for path in public.rglob("index.html"):
        assert not LexborHTMLParser(path.read_text("utf-8")).css(".oit-left, .oit-write, .oit-files")


def test_files_are_named_for_what_is_not_written_yet_and_owners_come_in_order(tmp_path: Path) -> None:
    site = load(write(tmp_path / "data", AGENCY))
    assert files_behind(site, "2568/o4/") == ("data/2568/O4-laws.yaml",)
    assert files_behind(site, "families/contact/") == ("data/2568/contact.yaml",)
    assert files_behind(site, "") == ("data/agency.yaml",)
    assert files_behind(site, "checks/") == ()
    assert [left.owner.th if left.owner else "" for left in left_to_do(site)] == ["สก.", ""]


def faults(count: int) -> list[Diagnostic]:
    return [
        Diagnostic("data/<b>.yaml", n, 1, "evidence-missing", facts={"file": "<script>", "meant": ""})
        for n in range(1, count + 1)
    ]


def test_the_bar_names_the_faults_and_escapes_what_is_in_them() -> None:
    said = bar_words(faults(MOST_FAULTS + 3), "th", is_first=False)
    text = fragment("faults_bar.jinja", {**said, "is_page": False})
    assert text.count("<li>") == MOST_FAULTS
    assert "อีก 3 แห่ง" in text
    assert "<script>" not in text
    assert "<b>" not in text


@pytest.fixture(scope="module")
def pages(draft: Path) -> Iterator[str]:
    """The draft, with the bar over one page and the page of faults beside it."""
    for name, is_page in (("barred", False), ("faults", True)):
        html = fragment("faults_bar.jinja", {**bar_words(faults(3), "th", is_first=is_page), "is_page": is_page})
        if not is_page:
            page = (draft / "2568/o1/index.html").read_text("utf-8")
            at = page.index(">", page.index("<body")) + 1
            html = page[:at] + html.replace("<details>", "<details open>") + page[at:]
        (draft / "2568" / name).mkdir()
        (draft / "2568" / name / "index.html").write_text(html, "utf-8")
    with served(draft) as address:
        yield address


@pytest.mark.parametrize(
    "page", ["", "en/", "2568/o1/", "en/2568/o1/", "2568/readiness/", "2568/barred/", "2568/faults/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_parts_of_the_draft_are_for_everybody(page: str, scheme: str, width: int, pages: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    reader = context.new_page()
    reader.goto(pages + page)
    (found,) = axe.inspect([reader], axe.bring(reader))
    assert found.wrong == ()
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
