"""Faults that readers met, each with its kind: what a phone dials, where something was, cells and money without words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup
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
