"""What an incomplete item lacks, in which file, and the line to write there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.families import FAMILIES
from generator.input import shape, source
from generator.input.source import SourceFile
from generator.models.disclosure import Shown
from generator.officers.component_keys import Completing, completing, component_ways
from generator.officers.gaps import gaps, list_gaps
from generator.tables.totals import Tabled
from tests.folders import load, write

Run = Callable[..., tuple[int, str, str]]

BY_YEAR_ALONE = {
    ("service_stats", "previous_year"),
    ("complaint_stats", "previous_year"),
    ("nogift_report", "previous_year"),
}
"""Families whose example is of the assessed year, so that no key of it shows the year before."""


@pytest.mark.parametrize("family", FAMILIES)
def test_of_every_component_it_is_known_which_key_shows_it(family: str) -> None:
    model = FAMILIES[family].model
    data = source.parse(FAMILIES[family].example.read_bytes(), family).data
    for component, way in component_ways(family).items():
        assert way.alone or way.within or (family, component) in BY_YEAR_ALONE, component
        if way.alone and way.alone != "data_year" and not issubclass(model, Tabled):
            frame = {key: data[key] for key in ("family", "assessed_year", "data_year", way.alone)}
            read, faults = shape.validate(SourceFile("", data=frame), model)
            assert read, faults
            assert read.shows()[component].state is not Shown.MISSING, component


AGENCY = {
    "agency.yaml": "name: ก\nshort_name: ก\nprofile: p\nlanguages: [th]\n",
    "units.yaml": "units:\n- {id: a, abbreviation: สก., name: สำนัก ก}\n",
    "profiles/p/2568.yaml": "profile: p\nyear: 2568\nsource: ก\nitems:\n"
    "- {code: O1, sub_indicator: 9.1, title: ติดต่อ, families: [contact]}\n"
    "- {code: O2, sub_indicator: 9.1, title: แผน, families: [strategy]}\n"
    "- {code: O3, sub_indicator: 9.1, title: ข่าว, families: [news]}\n"
    "- {code: O4, sub_indicator: 9.1, title: กฎหมาย, families: [laws]}\n"
    "- {code: O5, sub_indicator: 9.1, title: รายการจัดซื้อ, families: [proc_items]}\n",
    "2568/contact.yaml": "family: contact\nassessed_year: 2568\ndata_year: 2568\nowner: สก.\n"
    "evidence:\n- {title: แผนผัง, link: https://www.example.go.th/a.pdf}\n",
    "2568/strategy.yaml": "family: strategy\nassessed_year: 2568\ndata_year: 2568\nperiod: ตุลาคม 2566 – กันยายน 2567\n"
    "strategies:\n- {title: ก, goals: [ก], indicators: [ก]}\n- {title: ข, goals: [ก]}\n",
    "2568/news.yaml": "family: news\nassessed_year: 2568\ndata_year: 2568\n",
    "2568/proc_items.yaml": "family: proc_items\nassessed_year: 2568\ndata_year: 2568\ntable: j.csv\n",
    "2568/j.csv": "ลำดับ,ชื่อรายการของงานที่ซื้อหรือจ้าง,วงเงินงบประมาณที่ได้รับจัดสรร (บาท),แหล่งที่มาของงบประมาณ,สถานะการจัดซื้อจัดจ้าง,"
    "วิธีการจัดซื้อจัดจ้าง,ราคากลาง (บาท),ราคาที่ตกลงซื้อหรือจ้าง (บาท),รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก,เลขที่โครงการในระบบ e-GP\n"
    "1,ซื้อกระดาษ,34600.00,พ.ร.บ. งบประมาณรายจ่าย,ยังไม่ลงนามในสัญญา,วิธีเฉพาะเจาะจง,33582.00,,,67099951520\n",
}


def test_each_gap_has_its_file_its_line_and_what_to_write_without_any_deadline(tmp_path: Path) -> None:
    site = load(write(tmp_path / "data", {**AGENCY}))
    said = list_gaps(gaps(site), "th", site.name)
    assert "  2568 O1 ติดต่อ\n" in said
    for component, key in (("address", "address"), ("telephone", "phones"), ("email", "emails"), ("map", "map")):
        assert f"เพิ่ม `{key}:` ใน 2568/contact.yaml หรือถ้าอยู่ในเอกสารแนบ เพิ่ม `shows: [{component}]`" in said, (
            "links alone are no silence"
        )
    assert "ในทุกรายการของ `strategies:` ใน 2568/strategy.yaml รายการแรกที่ยังไม่มีอยู่บรรทัด 7" in said
    assert "แก้ `period:` ใน 2568/strategy.yaml บรรทัด 4" in said
    assert "ยังไม่มีข้อมูล: กฎหมายที่เกี่ยวข้อง: สร้างแฟ้ม 2568/O4-laws.yaml ขึ้นต้นด้วย `family: laws`" in said
    assert "เติมในตารางที่ `table:` ของ 2568/proc_items.yaml บรรทัด 4 ชี้ไป" in said
    assert "news.yaml" not in said, "a blank is in the list of what to fill in"
    assert {gap.item.code: gap.owner for gap in gaps(site)} == {"O1": "a", "O2": "", "O3": "", "O4": "", "O5": ""}


def test_what_is_lacking_by_a_fault_that_is_told_is_not_told_again(tmp_path: Path) -> None:
    from generator.site.loader import Loader

    write(tmp_path / "data", {**AGENCY, "2568/laws.yaml": "[", "2568/j.csv": "x\n"})
    site, faults = Loader().load(tmp_path / "data")
    assert site
    assert faults
    assert {gap.item.code for gap in gaps(site)} == {"O1", "O2", "O3"}


def test_a_document_that_shows_it_or_a_statement_fills_the_gap(tmp_path: Path) -> None:
    contact = AGENCY["2568/contact.yaml"].replace("a.pdf}", "a.pdf, shows: [map, address, telephone, email]}")
    site = load(write(tmp_path / "data", {**AGENCY, "2568/contact.yaml": contact}))
    assert "O1" not in {gap.item.code for gap in gaps(site)}


def test_the_command_tells_the_gaps_of_what_was_asked_for(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "data", AGENCY)
    _, said, _ = run("check", "--item", "O1")
    assert "เพิ่ม `map:` ใน 2568/contact.yaml" in said
    assert "strategy.yaml" not in said
    assert "Add `map:` in 2568/contact.yaml" in run("check", "--owner", "สก.", "--lang", "en")[1]


def test_a_gap_names_the_entry_that_lacks_it_and_every_key_that_would_do(tmp_path: Path) -> None:
    news = "family: news\nassessed_year: 2568\ndata_year: 2568\nnews:\n- {title: ก, date: 1 พ.ย. 2567, text: ข}\n- title: ค\n  date: 2 พ.ย. 2567\n  files: -\n"
    site = load(write(tmp_path, {**AGENCY, "2568/news.yaml": news}))
    (lack,) = next(one for one in gaps(site) if one.item.code == "O3").lacks
    assert (lack.how, lack.keys, lack.others, lack.line) == ("each", ("news", "files"), ("text", "link"), 6)
    assert "เพิ่ม `files:` หรือ `text:` หรือ `link:` ในทุกรายการของ `news:`" in list_gaps(gaps(site), "th")


@pytest.mark.parametrize(
    ("family", "component", "entries", "keys", "number", "is_each"),
    [
        ("measures", "follow_up", [{"title": "ก", "follow_up": "รายงาน"}, {"title": "ข"}], ("follow_up",), 1, True),
        ("measures", "period", [{"title": "ก"}, {"title": "ข"}], ("period",), 0, True),
        ("measures", "steps", [{"title": "ก", "steps": ["ข"]}, {"title": "ข"}], ("steps",), 1, True),
        (
            "complaint_channel",
            "online",
            [{"title": "ก", "kind": "box"}, {"title": "ข", "kind": "post"}],
            ("link",),
            0,
            False,
        ),
        ("measures_report", "previous_year", [{"measure": "ก"}], None, 0, True),
    ],
)
def test_what_entries_of_a_list_that_is_there_lack_is_found_by_trying(
    family: str, component: str, entries: list[dict[str, Any]], keys: tuple[str, ...] | None, number: int, is_each: bool
) -> None:
    key = {"complaint_channel": "channels", "measures_report": "results"}.get(family, "measures")
    data = {"family": family, "assessed_year": "2568", "data_year": "2568", key: entries}
    found = completing(family, component, key, data)
    assert found == (Completing(keys, number, is_each) if keys else None)


def test_the_row_and_the_key_are_told_of_a_list_that_is_there(tmp_path: Path) -> None:
    measures = "family: measures\nassessed_year: 2568\ndata_year: 2568\nowner: สก.\nmeasures:\n- title: ก\n  follow_up: รายงาน\n- title: ข\n"
    files = AGENCY | {"2568/measures.yaml": measures}
    files["profiles/p/2568.yaml"] += "- {code: O6, sub_indicator: 10.1, title: มาตรการ, families: [measures]}\n"
    site = load(write(tmp_path, files))
    said = list_gaps([gap for gap in gaps(site) if gap.item.code == "O6"], "th")
    assert "เพิ่ม `follow_up:` ในทุกรายการของ `measures:`" in said
    assert "รายการแรกที่ยังไม่มีอยู่บรรทัด 8" in said
