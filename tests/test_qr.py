"""The QR code of a page on paper: the modules of its address, seen in print alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.cache.cache import no_cache
from generator.models.shared import Text
from generator.pages.voice import Voice
from generator.publish.qr import EDGE, code_of
from generator.site.loader import Loader
from tests.conftest import ROOT


def dark(path: str) -> set[tuple[int, int]]:
    """The dark modules that the strokes of a path fill, column and row without the edge."""
    found: set[tuple[int, int]] = set()
    x = y = 0
    moves = re.findall(r"M(\d+) (\d+)\.5|m(\d+) 0|h(\d+)", path)
    for to_x, to_y, right, length in moves:
        if to_x:
            x, y = int(to_x), int(to_y)
        x += int(right or 0)
        found |= {(x + step - EDGE, y - EDGE) for step in range(int(length or 0))}
        x += int(length or 0)
    return found


@pytest.mark.parametrize("address", ["https://a.go.th/", "https://oit.sample.example.go.th/en/examples/opdc/2566/o37/"])
def test_the_drawing_is_the_code_of_the_address(address: str) -> None:
    code = code_of(address, no_cache())
    rows = list(segno.make(address, micro=False, error="m", mask=0).matrix)
    assert code["size"] == len(rows) + 8
    assert dark(str(code["path"])) == {(x, y) for y, row in enumerate(rows) for x, bit in enumerate(row) if bit}


@pytest.mark.parametrize("page", ["", "2568/o14/", "en/2568/o14/", "examples/opdc/2566/o37/"])
def test_each_page_has_the_code_of_its_own_address(page: str, sample: Path) -> None:
    tree = LexborHTMLParser((sample / page / "index.html").read_bytes())
    link = tree.css_first('link[rel="canonical"]')
    path = tree.css_first(".oit-print-head__code path")
    assert link
    assert path
    assert path.attributes["d"] == code_of(link.attributes["href"] or "", no_cache())["path"]


def test_it_is_seen_in_print_alone(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark")
    page = context.new_page()
    page.goto("2568/o14/")
    code = page.locator(".oit-print-head__code")
    assert not code.is_visible()
    page.emulate_media(media="print")
    box = code.bounding_box()
    assert box
    assert 75 < box["width"] < 95  # 22 mm
    assert code.evaluate("one => [getComputedStyle(one).stroke, getComputedStyle(one).backgroundColor]") == [
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
    ]
    context.close()


@pytest.mark.parametrize(
    ("title", "year", "name"),
    [
        ("คู่มือ", 2568, "คู่มือ OIT 2568.pdf"),
        ("คู่มือ ปี ๒๕๖๗", 2568, "คู่มือ ปี ๒๕๖๗.pdf"),
        ("Report 2024", 2568, "Report 2024.pdf"),
        ("เลข 125680", 2568, "เลข 125680 OIT 2568.pdf"),
        ("คู่มือ", 0, "คู่มือ.pdf"),
    ],
)
def test_a_saved_file_names_its_year(title: str, year: int, name: str) -> None:
    site, _ = Loader().load(ROOT / "data")
    assert site
    voice = Voice(site, "th", keeps_digits=True)
    assert voice.file_name(Text(th=title), "PDF", year) == name
