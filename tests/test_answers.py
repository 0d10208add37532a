"""The answer sheet: what a page, the CSV and the XLSX say is one and the same, and every address in it is there."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pytest
from python_calamine import load_workbook
from selectolax.lexbor import LexborHTMLParser

from generator.publish.exporters.answer_sheet import safe_cell
from tests.kinds import CATALOGUES

BASE = "https://sample.example.go.th/"


def rows_of_csv(site: Path, year: int) -> list[dict[str, str]]:
    content = (site / f"{year}/answers/oit-answers-{year}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # Thai Excel reads a CSV as cp874 without it
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheets(site: Path, year: int) -> dict[str, list[dict[str, object]]]:
    book = load_workbook(str(site / f"{year}/answers/oit-answers-{year}.xlsx"))
    found = {}
    for name in book.sheet_names:
        head, *rows = book.get_sheet_by_name(name).to_python()
        found[name] = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    return found


@pytest.mark.parametrize("year", [2567, 2568, 2569])
def test_csv_and_xlsx_answer_every_item_alike(year: int, sample: Path) -> None:
    rows = rows_of_csv(sample, year)
    assert len(rows) == len(CATALOGUES[year])
    assert [{key: str(cell) for key, cell in row.items()} for row in sheets(sample, year)["คำตอบ"]] == rows
    assert [row["ข้อ"] for row in rows] == [f"O{number}" for number in range(1, len(rows) + 1)]


@pytest.mark.parametrize("year", [2567, 2568, 2569])
def test_every_address_of_the_answers_is_in_the_site(year: int, sample: Path) -> None:
    for row in rows_of_csv(sample, year):
        assert row["มี/ไม่มี"] == "มี"
        assert (sample / row["ที่อยู่ (URL)"].removeprefix(BASE) / "index.html").is_file()
    places = sheets(sample, year)["องค์ประกอบ"]
    assert len(places) > 50
    for place in places:
        address, _, anchor = str(place["ที่อยู่ (URL)"]).removeprefix(BASE).partition("#")
        page = LexborHTMLParser((sample / address / "index.html").read_bytes())
        assert page.css_first(f"article [id='{anchor}']") is not None, place


@pytest.mark.parametrize("year", [2567, 2568])
def test_every_document_of_the_answers_is_the_published_file(year: int, sample: Path) -> None:
    documents = [row for row in sheets(sample, year)["หลักฐาน"] if row["SHA-256 ของหลักฐาน"]]
    assert documents
    for row in documents:
        file = sample / str(row["ที่อยู่ (URL)"]).removeprefix(BASE)
        assert hashlib.sha256(file.read_bytes()).hexdigest() == row["SHA-256 ของหลักฐาน"]
        assert file.stat().st_size == row["ขนาด (ไบต์)"]


def test_the_page_lists_the_same_answers_in_both_languages(sample: Path) -> None:
    rows = rows_of_csv(sample, 2568)
    for language, below in (("", ""), ("en/", "en/")):
        page = LexborHTMLParser((sample / f"{language}2568/answers/index.html").read_bytes())
        heads = [node.text() for node in page.css("article h2")]
        assert [head.split()[0] for head in heads] == [row["ข้อ"] for row in rows]
        shown = [node.text() for node in page.css("article dd > a.oit-address")]
        assert shown == [row["ที่อยู่ (URL)"].replace(BASE, BASE + below) for row in rows]


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("+66", "'+66"), ("-", "'-"), ("@a", "'@a"), ("O1", "O1"), ("", ""), (12, 12), (-5, -5)],
)
def test_no_text_becomes_a_formula(cell: object, written: object) -> None:
    assert safe_cell(cell) == written
