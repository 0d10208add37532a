"""``oit catalogue``: from a pasted table to a catalogue that a site accepts, and never over one that is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.officers import start
from generator.officers.catalogue_draft import catalogue_text, draft
from generator.officers.listed_items import read_listing
from generator.officers.public_lists import public_lists
from generator.tables.xlsx import Sheet, workbook
from tests.conftest import ROOT
from tests.folders import load, write

Run = Callable[..., tuple[int, str, str]]

PROFILE = "central-government"
CATALOGUES = start.catalogues(PROFILE)
NEWEST = max(CATALOGUES)


def pasted(year: int) -> list[list[str]]:
    """The list of a year as a table of codes and titles, with headings as in a manual."""
    rows: list[list[str]] = [["ข้อ", "รายการ"]]
    for item in CATALOGUES[year].items:
        if not rows[-1][0].startswith(item.sub_indicator) and [item.sub_indicator, "ชื่อ"] not in rows:
            rows.append([item.sub_indicator, "ชื่อ"])
        rows.append([item.code, item.title.th])
    return rows


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list.txt"])
def test_a_pasted_list_becomes_the_catalogue_that_it_is(tmp_path: Path, run: Run, name: str) -> None:
    rows = pasted(NEWEST)
    if name.endswith("xlsx"):
        (tmp_path / name).write_bytes(workbook([Sheet("ก", rows, (10, 60))]))
    else:
        delimiter = "," if name.endswith("csv") else "\t"
        (tmp_path / name).write_text("\n".join(delimiter.join(row) for row in rows), "utf-8")
    write(tmp_path / "data", {"agency.yaml": "name: ก\nshort_name: ก\n"})
    code, out, _ = run("catalogue", "new", name, "--year", str(NEWEST + 1))
    assert (code, "ไม่มีข้อใดเปลี่ยน" in out) == (0, True)
    made = load(tmp_path / "data").catalogues[NEWEST + 1]
    assert [(i.code, i.title.th, i.families) for i in made.items] == [
        (i.code, i.title.th, i.families) for i in CATALOGUES[NEWEST].items
    ]
    assert [i.sub_indicator for i in made.items] == [i.sub_indicator for i in CATALOGUES[NEWEST].items]
    assert {item.confidence for item in made.items} == {"unverified"}
    path = f"data/profiles/{PROFILE}/{NEWEST + 1}.yaml"
    assert run("catalogue", "check", path)[0] == 0
    before = (tmp_path / path).read_bytes()
    code, _, said = run("catalogue", "new", name, "--year", str(NEWEST + 1))
    assert (code, path in said, "replaced:" in said) == (2, True, True)
    assert (tmp_path / path).read_bytes() == before
    assert run("catalogue", "new", name, "--year", str(NEWEST + 1), "--out", "other.yaml", "--lang", "en")[0] == 0
    assert (tmp_path / "other.yaml").read_bytes() == before


def test_where_nothing_is_near_the_officer_decides(tmp_path: Path, run: Run) -> None:
    (tmp_path / "list.txt").write_text("O1 โครงสร้าง\nหมายเหตุ\nO2 การใช้ปัญญาประดิษฐ์ในราชการ\n", "utf-8")
    code, out, _ = run("catalogue", "new", "list.txt", "--year", "2590", "--out", "a.yaml", "--profile", PROFILE)
    assert code == 0
    assert "O2 การใช้ปัญญาประดิษฐ์ในราชการ: – (ไม่มีเรื่องใดใกล้เคียง ต้องใส่เอง)" in out
    assert "ไม่ได้อ่าน: 2" in out
    assert "  families: []  # ไม่มีเรื่องใดใกล้เคียง" in (tmp_path / "a.yaml").read_text("utf-8")
    code, out, _ = run("catalogue", "check", "a.yaml")
    assert (code, "[empty-value]" in out) == (1, True)


def test_a_sub_indicator_that_the_table_does_not_name_is_marked_as_a_guess() -> None:
    title = CATALOGUES[NEWEST].items[-1].title.th
    listing = read_listing([(1, [f"O1 {title}"]), (2, ["O2 เรื่องที่ไม่เคยมี"])])
    last = CATALOGUES[NEWEST]
    made = draft(listing, profile="p", year=NEWEST + 1, source="ก: ข", last=last, known=(last,))
    text = catalogue_text(made)
    assert text.count("# ตารางไม่ได้บอก") == 2
    read = yaml.safe_load(text)
    assert [item["sub_indicator"] for item in read["items"]] == [last.items[-1].sub_indicator] * 2
    assert read["source"] == "ก: ข"


def test_a_list_without_items_and_a_file_that_cannot_be_read_are_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "list.txt").write_text("ไม่มีรหัส\n", "utf-8")
    code, _, said = run("catalogue", "new", "list.txt", "--year", "2590")
    assert (code, "O1 โครงสร้าง" in said) == (2, True)
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7")
    code, out, _ = run("catalogue", "new", "list.pdf", "--year", "2590")
    assert (code, "[table-not-what-it-says]" in out) == (1, True)
    assert run("catalogue", "new", "nothing.txt", "--year", "2590")[0] in (1, 2)
    assert not (tmp_path / "data").exists()


def test_two_lists_are_compared_by_year_or_by_file(tmp_path: Path, run: Run) -> None:
    before, after = str(NEWEST - 1), str(NEWEST)
    code, out, _ = run("catalogue", "diff", before, after)
    assert (code, out.startswith(f"บัญชีรายการ ปี {before}")) == (0, True)
    file = ROOT / "generator" / "catalogues" / PROFILE / f"{after}.yaml"
    assert run("catalogue", "diff", before, str(file))[1] == out
    assert run("catalogue", "diff", before, after, "--lang", "en")[1].startswith(f"List of {before}")
    code, _, said = run("catalogue", "diff", before, "2599")
    assert (code, after in said) == (2, True)
    (tmp_path / "wrong.yaml").write_text("profile: p\n", "utf-8")
    assert run("catalogue", "diff", before, "wrong.yaml")[0] == 1


def test_the_lists_beside_the_program_are_those_that_it_comes_with(tmp_path: Path, run: Run) -> None:
    assert run("catalogue", "export", "--out", "lists")[0] == 0
    made = {path.name: path.read_bytes() for path in (tmp_path / "lists").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (ROOT / "lists").glob("*.json")}, "make lists"
    assert made == {f"{profile}.json": public_lists(profile) for profile in start.profiles()}
    whole = json.loads(made[f"{PROFILE}.json"])
    assert [one["year"] for one in whole["catalogues"]] == sorted(CATALOGUES)
    assert whole["licence"] == "CC0-1.0"
