"""PDFs: words, pages, locks and metadata, of whole and broken ones."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.files import pdf
from generator.files.content import Reach
from generator.files.reading import read_content
from tests import documents as make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
FAR = Reach(pages=20, letters=100_000)


def test_each_page_is_a_line_and_what_it_says_of_itself_is_told() -> None:
    found = pdf.read(io.BytesIO(make.pdf(["แผนปฏิบัติการป้องกันการทุจริต", "ข"], info={"Author": "กองแผน"})), FAR)
    assert [where for where, _ in found.lines] == ["1", "2"]
    assert pdf.surviving_letters(found.lines[0][1]) == pdf.surviving_letters("แผนปฏิบัติการป้องกันการทุจริต")
    assert (found.pages, found.has_text, found.is_whole, found.problem) == (2, True, True, "")
    assert ("Author", "กองแผน") in found.metadata


@pytest.mark.parametrize(("lock", "problem"), [({"user": "x"}, "locked"), ({"owner": "x"}, "restricted"), (None, "")])
def test_a_password_to_open_is_told_from_one_for_changes(lock: dict[str, str] | None, problem: str) -> None:
    assert pdf.read(io.BytesIO(make.pdf(["ก"], lock=lock)), FAR).problem == problem


def test_reading_ends_at_the_page_the_letters_and_the_time_that_were_given() -> None:
    body = make.pdf(["word " * 10] * 5)
    assert len(pdf.read(io.BytesIO(body), Reach(2, 1000)).lines) == 2
    assert len(pdf.read(io.BytesIO(body), Reach(5, 60)).lines) == 2
    late = pdf.read(io.BytesIO(body), Reach(5, 1000, has_time=lambda: False))
    assert (late.is_whole, late.has_text) == (False, None)  # nobody knows


def test_a_scan_has_no_text() -> None:
    assert pdf.read(io.BytesIO(make.pdf(["", "7"])), FAR).has_text is False


@pytest.mark.parametrize("body", [b"%PDF-1.7", b"%PDF-1.7\nstartxref\n-5\n%%EOF", make.pdf(["ก"])[:200], make.pdf([])])
def test_a_broken_one_is_damaged(body: bytes) -> None:
    assert read_content(io.BytesIO(body), "pdf", FAR).problem == "damaged"


def test_letters_of_old_fonts_become_thai() -> None:
    assert "ที่".translate(pdf._PRIVATE) == "ที่"
    assert "ท\uf702\uf70a".translate(pdf._PRIVATE) == "ท\u0e35\u0e48"


def test_what_survives_in_a_pdf_is_the_same_however_it_is_written() -> None:
    assert pdf.surviving_letters("สำนักงาน ๒๕๖๘") == pdf.surviving_letters("ส ํานักงาน2568") == "สานกงาน2568"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("ช่วช่ งเวลา", "ช่วงเวลา"),
        ("อยู่รยู่ ะหว่าง", "อยู่ระหว่าง"),
        ("ไม่ใม่ ช้งบ", "ไม่ใช้งบ"),
        ("ไม่มีม่ มีเรื่อง", "ไม่มีเรื่อง"),
        ("ที่ที่ 2 และที่ 3", "ที่ที่ 2 และที่ 3"),
        ("ทั่วทั้ง ได้ไม่ได้", "ทั่วทั้ง ได้ไม่ได้"),
    ],
)
def test_letters_that_chromium_gives_twice_are_given_once(given: str, written: str) -> None:
    assert pdf.mended(given) == written


def test_words_and_figures_of_a_wide_table_stay_apart(browser: Browser) -> None:
    rows = "".join(f"<tr><td>{n}<td>โครงการช่วงเวลา<td>2568<td>1,234.00<td>งาน" for n in range(40))
    font = base64.b64encode((ROOT / "generator" / "publish" / "fonts" / "Sarabun-Regular.ttf").read_bytes()).decode()
    face = f"@font-face {{ font-family: S; src: url(data:font/ttf;base64,{font}) }} body {{ font-family: S }}"
    tab = browser.new_page()
    tab.set_content(f"<meta charset=utf-8><style>{face}</style><table border=1 width=100%>{rows}</table>")
    tab.evaluate("document.fonts.ready")
    [(_, text), *_] = pdf.read(io.BytesIO(tab.pdf()), FAR).lines
    tab.close()
    assert "7 โครงการช่วงเวลา 2568 1,234.00 งาน" in text
