"""Compounds that headings keep in one line: a list that is in order, found whole, and never wider than a phone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.pages.page import heading
from generator.publish.search.reading import read
from generator.writing.compounds import compound, listed

WIDEST = 19
"""Letters that stand in a line of a first heading on a phone 320 pixels wide; marks above and below take no room."""


def width(text: str) -> int:
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def test_every_compound_fits_into_a_line_of_a_phone() -> None:
    words = listed()
    assert len(words["compounds"]) == len(set(words["compounds"])) > 80
    longest = max(map(width, words["prefixes"]))
    assert [word for word in words["compounds"] if width(word) + longest > WIDEST] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("หน่วยงานใดส่งทัน หน่วยงานใดช้า", ["หน่วยงาน", "ส่งทัน", "หน่วยงาน"]),
        ("ประกาศการจัดซื้อจัดจ้าง", ["การจัดซื้อจัดจ้าง"]),
        ("ความเสี่ยงการทุจริต", ["ความเสี่ยง", "การทุจริต"]),
        ("ผู้บริหาร", ["ผู้บริหาร"]),
        ("บริการ์", []),  # a letter goes on
        ("English 2568", []),
    ],
)
def test_the_longest_is_found_with_its_prefix(text: str, kept: list[str]) -> None:
    assert compound().findall(text) == kept


def test_a_heading_reads_as_it_did_to_programs() -> None:
    made = heading(1, "หน่วยงานใดส่งทัน", "a")
    assert "<span" in made
    html = f"<article><h1 id=a>{made.partition('# ')[2].partition(' {:')[0]}</h1><p>ก</p></article>"
    article = read("a/", html.encode())
    assert article
    assert article.title == "หน่วยงานใดส่งทัน"


def test_contents_and_titles_have_no_marks(sample: Path) -> None:
    page = LexborHTMLParser((sample / "deadlines/index.html").read_bytes())
    assert [one.text().strip() for one in page.css("title, h1")] == [
        "หน่วยงานใดส่งทัน หน่วยงานใดช้า · สำนักงานตัวอย่าง",
        "หน่วยงานใดส่งทัน หน่วยงานใดช้า",
    ]
    assert page.css(".md-nav .oit-kept") == []


@pytest.mark.parametrize("path", ["deadlines/", "2568/o12/", "families/proc_notices/"])
def test_no_compound_of_a_heading_stands_on_two_lines(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(path)
    kept = page.locator("article :is(h1, h2, h3) .oit-kept")
    assert kept.count()
    assert (
        kept.evaluate_all("all => all.filter(one => one.getClientRects().length > 1).map(one => one.textContent)") == []
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
