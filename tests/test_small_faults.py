"""Faults that readers met, each with its kind: what a phone dials, where something was, cells and money without words."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.models.channels import Phone
from generator.models.shared import Text
from generator.pages.charts import bars
from generator.pages.page import labelled
from generator.pages.voice import Voice
from generator.site.loader import Loader
from generator.site.site import Site
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    found, _ = Loader().load(ROOT / "data")
    assert found
    return found


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("0 2000 0000 ต่อ 101", "tel:+6620000000;ext=101"),
        ("0 2000 0000 ต่อ 101-105", "tel:+6620000000;ext=101"),
        ("0-2000-0000 ต่อ ๑๐๑, ๑๐๒", "tel:+6620000000;ext=101"),
        ("02 000 0000 ext. 22", "tel:+6620000000;ext=22"),
        ("02 000 0000 (ต่อเบอร์ 7)", "tel:+6620000000;ext=7"),
        ("02 000 0000 #4", "tel:+6620000000;ext=4"),
        ("0 2000 0000-9", "tel:+6620000000"),
        ("0 2000 0000, 0 2000 0001", "tel:+6620000000"),
        ("08 1234 5678", "tel:+66812345678"),
        ("1111 กด 3", "tel:1111"),
        ("สายด่วน", ""),
    ],
)
def test_a_phone_dials_the_extension_too(number: str, link: str) -> None:
    assert Phone(number=number).link == link


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("ห้องประชุม 1", "ที่ ห้องประชุม 1"),
        ("ผ่านระบบประชุมออนไลน์", "ผ่านระบบประชุมออนไลน์"),
        ("ณ ห้องประชุม", "ณ ห้องประชุม"),
        ("ทาง Zoom", "ทาง Zoom"),
        ("โรงแรมตัวอย่าง", "ที่ โรงแรมตัวอย่าง"),
    ],
)
def test_a_place_that_says_how_one_is_there_needs_no_word_before(where: str, said: str, site: Site) -> None:
    assert Voice(site, "th").at_place(Text(th=where)) == said


def test_a_place_in_english_too(site: Site) -> None:
    voice = Voice(site, "en")
    assert voice.at_place(Text(th="ผ่านระบบ", en="Through Zoom")) == "Through Zoom"
    assert voice.at_place(Text(th="ห้อง", en="Room 1")).split() == [
        *voice.words["progress"]["where"].split(),
        "Room",
        "1",
    ]


def test_a_cell_that_says_nothing_has_no_label_on_a_phone() -> None:
    rows = Markup(
        '<tr><td> </td><td><span class="oit-place"></span></td><td>ก</td><td>\n<ul class="oit-list"></ul></td><td>0</td></tr>'
    )
    made = labelled(rows, ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า"])
    assert made
    cells = LexborHTMLParser(f"<table>{made}</table>").css("td")
    assert [not cell.text() and cell.child is None for cell in cells] == [True, True, False, True, False]


def test_a_lone_dash_says_nothing_on_a_card() -> None:
    made = labelled(Markup("<tr><td>–</td><td>ก – ข</td><td> – </td><td>1</td></tr>"), ["ก", "ข", "ค", "ง"])
    assert made
    cells = LexborHTMLParser(f"<table>{made}</table>").css("td")
    assert ["data-nothing" in cell.attributes for cell in cells] == [True, False, True, False]


@pytest.mark.parametrize("path", ["deadlines/", "ita/2566/", "families/", "en/2568/o12/"])
def test_every_label_of_a_card_has_something_to_say(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(path)
    cells = page.locator(".oit-table--cards tbody td:visible").all_inner_texts()
    assert len(cells) > 5
    assert [text for text in cells if text.strip() in ("", "–")] == []
    context.close()


@pytest.mark.parametrize(
    ("amount", "written"),
    [(Decimal("14217620.00"), "14,217,620"), (Decimal("8648.5"), "8,648.50"), (Decimal(0), "0"), (None, "")],
)
def test_satang_stand_only_where_there_are_any(amount: Decimal | None, written: str, site: Site) -> None:
    assert Voice(site, "th").baht(amount) == written


def test_no_page_writes_satang_that_are_none(sample: Path) -> None:
    months = sorted(sample.glob("**/spending/25*/index.html"))
    pages = [sample / "spending/index.html", sample / "2568/o12/index.html", sample / "2566/o21/index.html", *months]
    assert len(months) > 20
    assert [page for page in pages if re.search(r">[^<]*\d\.00\b[^<]*<", page.read_text("utf-8"))] == []


def test_a_bid_in_english_is_in_baht(site: Site) -> None:
    said = Voice(site, "en").priced("บริษัท ตัวอย่าง ก จำกัด 475,000.00 บาท").striptags()
    assert said == "บริษัท ตัวอย่าง ก จำกัด 475,000 baht"
    assert Voice(site, "en").priced("บริษัท ตัวอย่าง ก จำกัด").striptags() == "บริษัท ตัวอย่าง ก จำกัด"


def test_a_unit_has_its_full_name_in_text(sample: Path) -> None:
    page = LexborHTMLParser((sample / "2568/o12/index.html").read_bytes())
    assert "หน่วยงานที่รับผิดชอบ: กลุ่มคลังและพัสดุ" in " ".join(one.text() for one in page.css("p.oit-meta"))


def test_a_drawing_folds_the_table_that_says_the_same(sample: Path) -> None:
    page = LexborHTMLParser((sample / "2568/o13/index.html").read_bytes())
    drawn = [one.attributes["href"] for one in page.css(".oit-chart__table a")]
    assert drawn
    folded = {f"#{one.attributes['id']}" for one in page.css("details > .oit-table")}
    assert set(drawn) == folded  # and a table without a drawing is open
    assert len(page.css("article .oit-table")) > len(folded)


def test_a_link_into_what_is_folded_opens_it(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("2568/o13/#proc_annual-by-method-table")
    page.locator("#proc_annual-by-method-table table").wait_for(state="visible")
    context.close()


def test_each_column_that_is_a_component_has_a_place_of_its_own(sample: Path) -> None:
    page = LexborHTMLParser((sample / "2568/o12/index.html").read_bytes())
    anchors = [one.attributes["href"] or "" for one in page.css(".oit-checklist a")]
    assert len(anchors) == len(set(anchors)) == 18
    assert all(page.css_first(anchor) for anchor in anchors)


def test_few_values_are_not_worth_a_drawing() -> None:
    rows = [bars.Bar(str(number), str(number), Decimal(number)) for number in range(6)]
    drawn = [bars.draw(rows), bars.draw(rows[:5]), bars.draw(rows[1:])]
    assert [one.is_worth_its_room for one in drawn if one] == [True, False, True]


def test_a_page_has_no_drawing_of_few_values(sample: Path) -> None:
    page = LexborHTMLParser((sample / "2568/o14/index.html").read_bytes())
    assert page.css("figure.oit-chart") == []
    assert len(LexborHTMLParser((sample / "2568/o13/index.html").read_bytes()).css("figure.oit-chart")) >= 1


def test_no_two_links_of_a_page_of_links_have_one_name_and_lead_elsewhere(sample: Path) -> None:
    for address in ("2568/answers", "about-data", "families", "2568", "2568/o14", ""):
        page = LexborHTMLParser((sample / address / "index.html").read_bytes())
        targets: dict[str, set[str]] = {}
        for link in page.css("article a[href]"):
            name = link.attributes.get("aria-label") or " ".join(link.text().split())
            targets.setdefault(name, set()).add(link.attributes["href"] or "")
        assert {name: found for name, found in targets.items() if len(found) > 1} == {}, address


def test_a_score_that_a_year_does_not_have_is_no_blank(sample: Path) -> None:
    page = LexborHTMLParser((sample / "ita/index.html").read_bytes())
    assert [row.html for row in page.css("#scores-all-years td") if not row.text().strip()] == []


def test_jobs_come_before_their_totals(sample: Path) -> None:
    text = (sample / "2568/o13/index.html").read_text("utf-8")
    assert text.index('id="proc_annual-jobs"') < text.index('id="proc_annual-by-method"')
