"""Tables as offices have them: headings in their own words, titles, sections, totals, cells of several lines, quarters."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.families import FAMILIES
from generator.files.pasted import Part, parts_of, rows_of
from generator.models.disclosure import Disclosure, Shown
from generator.officers import start
from generator.officers.office_families import fitting_parts
from generator.officers.office_tables import OfficeTable, read_table
from generator.officers.office_totals import WrongTotal
from generator.site.loader import Loader
from tests.audit_sites import workbook
from tests.documents import office_workbook

Run = Callable[..., tuple[int, str, str]]
YEAR = 2568
PLAN = [
    ["แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ 2568"],
    ["ที่", "โครงการ / กิจกรรม", "วัตถุประสงค์", "งบประมาณ (บาท)", "ระยะเวลาดำเนินการ", "", "", "", "หน่วยงานที่รับผิดชอบ"],
    ["", "", "", "", "ไตรมาสที่ 1", "ไตรมาสที่ 2", "ไตรมาสที่ 3", "ไตรมาสที่ 4", ""],
    ["๑", "โครงการอบรมคุณธรรม", "1. เพื่อรู้\n2. เพื่อเข้าใจ\nและปฏิบัติ", "45,000 บาท", "", "✓", "✓", "", "สลก."],
    ["", "", "3. เพื่อบอกต่อ", "", "", "", "", "", ""],
    ["2", "กิจกรรมวันต่อต้านคอร์รัปชัน", "- เพื่อรณรงค์", "ไม่ใช้งบประมาณ", "✓", "", "", "", "สลก."],
    ["", "รวมทั้งสิ้น", "", "45,000", "", "", "", "", ""],
    ["หมายเหตุ: ข้อมูล ณ วันที่ 1 ต.ค. 67"],
]


def table_of(rows: list[list[str]], family: str) -> OfficeTable:
    found = read_table(list(enumerate(rows, 1)), FAMILIES[family].model)
    assert found
    return found


def test_a_plan_with_quarters_points_a_row_that_goes_on_and_a_total() -> None:
    table = table_of(PLAN, "ac_plan")
    first, second = (entry.data for entry in table.entries)
    assert first == {
        "number": "๑",
        "title": "โครงการอบรมคุณธรรม",
        "objectives": ["เพื่อรู้", "เพื่อเข้าใจ และปฏิบัติ", "เพื่อบอกต่อ"],
        "planned": "45,000 บาท",
        "period": {"chart": ["", "✓", "✓", ""]},
        "owners": ["สลก."],
    }
    assert second["planned"] == {"none": "ไม่ใช้งบประมาณ"}
    assert [row for row, _ in table.left] == [7, 8]


def test_a_row_of_one_text_says_the_side_of_what_follows() -> None:
    table = table_of(
        [
            ["ลำดับ", "ชื่อโครงการ", "งบประมาณที่ได้รับจัดสรร", "ผู้รับผิดชอบ"],
            ["1. ด้านการบริหาร", "", "", ""],
            ["1", "สรรหาพนักงาน", "-", "สลก."],
            ["2. ด้านการพัฒนา", "", "", ""],
            ["1", "อบรมดิจิทัล", "20,000", "สลก., สลก."],
        ],
        "hr_plan",
    )
    assert [(one.data["title"], one.data["side"]) for one in table.entries] == [
        ("สรรหาพนักงาน", "management"),
        ("อบรมดิจิทัล", "development"),
    ]
    assert table.entries[0].data["planned"] == {"none": "ไม่มี"}, "a dash says that there is no money"
    assert table.entries[1].data["owners"] == ["สลก.", "สลก."]


SIDED = ["ลำดับ", "ชื่อโครงการ", "งบประมาณ"]


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        (["ด้านการสรรหาและบรรจุแต่งตั้ง"], "management"),
        (["๑) ด้านการวางแผนอัตรากำลัง"], "management"),
        (["3.", "ด้านการพัฒนาบุคลากร"], "development"),
        (["การฝึกอบรม"], "development"),
        (["ด้านการเสริมสร้างวินัยและคุณธรรม"], None),
        (["แผนการบริหารและพัฒนาทรัพยากรบุคคล"], None),
    ],
)
def test_a_heading_says_the_side_by_what_it_is_about(heading: list[str], side: str | None) -> None:
    rows = [SIDED, [*heading, *[""] * (3 - len(heading))], ["1", "ก", "10"], ["2", "ข", "-"]]
    table = table_of(rows, "hr_plan")
    assert [one.data.get("side") for one in table.entries] == [side, side]
    assert [row for row, _ in table.left] == [2]
    assert (2 in table.groups) == (side is not None)


def test_a_side_holds_until_the_next_heading_of_a_side() -> None:
    rows = [
        SIDED,
        ["", "ด้านการพัฒนา", ""],
        ["1", "ก", "10"],
        ["", "แผนงานที่ 2", ""],
        ["2", "ข", "10"],
        ["", "ด้านวินัย", ""],
        ["3", "ค", "10"],
        ["", "รวม", "30"],
    ]
    assert [one.data.get("side") for one in table_of(rows, "hr_plan").entries] == ["development", "development", None]


def test_a_side_in_a_column_is_read_by_what_it_is_about_and_one_that_is_none_is_told() -> None:
    rows = [["ด้าน", "โครงการ", "งบประมาณ"], ["ด้านการสรรหาและบรรจุ", "ก", "1"], ["ด้านวินัย", "ข", "1"], ["พัฒนา", "ค", "1"]]
    entries = table_of(rows, "hr_plan").entries
    assert [one.data.get("side") for one in entries] == ["management", None, "พัฒนา"]
    assert [one.unread for one in entries] == [{}, {"side": "ด้านวินัย"}, {}]


def test_measures_complaints_and_reports() -> None:
    measures = table_of(
        [
            ["มาตรการ", "ขั้นตอน/วิธีการ", "ระยะเวลา", "ผู้รับผิดชอบ", "แนวทางการกำกับติดตาม", "คะแนนที่คาด"],
            ["พัฒนาช่องทาง", "1) สำรวจ\n2) ปรับปรุง", "ไตรมาส 1 - 2", "สลก.", "รายงานผลทุกเดือน", "90"],
        ],
        "measures",
    )
    assert measures.entries[0].data["steps"] == ["สำรวจ", "ปรับปรุง"]
    assert [heading.text for heading in measures.headings if heading.field is None] == ["คะแนนที่คาด"]
    complaints = table_of(
        [["เดือน", "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ"], ["ตุลาคม 2567", "1", "0"], ["รวม", "1", "0"]],
        "complaint_stats",
    )
    assert [one.data for one in complaints.entries] == [{"period": "ตุลาคม 2567", "finished": "1", "pending": "0"}]
    report = table_of(
        [
            ["โครงการ", "งบประมาณ", "เบิกจ่าย", "ผลการดำเนินงาน", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ"],
            ["อบรม", "10,000", "9,500.50", "อบรมแล้ว 2 รุ่น", "ไม่มี", "1. เริ่มเร็วขึ้น"],
        ],
        "ac_report",
    )
    said = report.entries[0].data
    assert said["problems"] == {"none": "ไม่มี"}
    assert said["recommendations"] == ["เริ่มเร็วขึ้น"]
    assert (said["planned"], said["budget"]) == ("10,000", "9,500.50")


def test_a_dash_is_none_and_no_empty_cell() -> None:
    table = table_of(
        [
            ["เดือน", "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "หมายเหตุ"],
            ["ต.ค. 66", "1", "0", ""],
            ["พ.ย. 66", "-", "3", "ค้างสามเรื่อง"],
            ["ธ.ค. 66", "–", "- ", "-"],
        ],
        "complaint_stats",
    )
    assert [one.data for one in table.entries] == [
        {"period": "ต.ค. 66", "finished": "1", "pending": "0"},
        {"period": "พ.ย. 66", "finished": "0", "pending": "3", "note": "ค้างสามเรื่อง"},
        {"period": "ธ.ค. 66", "finished": "0", "pending": "0"},
    ]
    assert [one.zeros for one in table.entries] == [[], ["finished"], ["finished", "pending"]]


@pytest.mark.parametrize(
    "row",
    [
        ["2", "", "เพื่อรู้", "", ""],
        ["", "", "", "5,000", ""],
        ["", "-", "เพื่อรู้", "", ""],
        ["", "", "เพื่อรู้", "", "ไตรมาส 2"],
    ],
    ids=["a number of its own", "money where there is some already", "a name that is a dash", "one key of two fits"],
)
def test_a_row_of_its_own_and_one_that_does_not_fit_are_told_and_not_joined(row: list[str]) -> None:
    head = ["ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ", "ระยะเวลา"]
    first = ["1", "อบรม", "เพื่อเข้าใจ", "10,000", "ไตรมาส 1"]
    table = table_of([head, first, row], "ac_plan")
    assert table.entries == table_of([head, first], "ac_plan").entries
    assert table.left == ((3, row),)


def test_counts_are_known_whatever_stands_before_them_and_a_wrong_total_is_told() -> None:
    table = table_of(
        [
            ["เดือน", "จำนวนเรื่องร้องเรียนทั้งหมด", "เรื่องที่ดำเนินการแล้วเสร็จ", "จำนวนเรื่องที่อยู่ระหว่างดำเนินการ"],
            ["ต.ค. 67", "2", "๑ เรื่อง", "1"],
            ["พ.ย. 67", "ไม่มี", "ไม่มี", "-"],
            ["รวม", "2", "1", "3"],
        ],
        "complaint_stats",
    )
    assert [one.data for one in table.entries] == [
        {"period": "ต.ค. 67", "finished": "๑ เรื่อง", "pending": "1"},
        {"period": "พ.ย. 67", "finished": "0", "pending": "0"},
    ]
    assert [one.zeros for one in table.entries] == [[], ["finished", "pending"]]
    assert table.wrong_totals == (WrongTotal(4, 3, "จำนวนเรื่องที่อยู่ระหว่างดำเนินการ", "3", "1"),)


ACROSS: dict[str, tuple[str, list[list[str]], list[tuple[int, int, str, str, bool]]]] = {
    "a row that comes to its total": (
        "complaint_stats",
        [["ประเภท", "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "รวม"], ["ทุจริต", "๒", "1", "3 เรื่อง"], ["อื่น", "-", "", "ไม่มี"]],
        [],
    ),
    "a row that does not": (
        "complaint_stats",
        [["ประเภท", "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "รวมทั้งสิ้น"], ["ทุจริต", "2", "1", "4"], ["รวม", "2", "1", "4"]],
        [(2, 3, "4", "3", True), (3, 3, "4", "3", True)],
    ),
    "counts that no key needs": (
        "complaint_stats",
        [["ประเภท", "แล้วเสร็จ", "ระหว่างดำเนินการ", "ส่งต่อหน่วยงานอื่น", "รวม"], ["ทุจริต", "2", "1", "1", "4"]],
        [],
    ),
    "a share beside a total": (
        "complaint_stats",
        [["ประเภท", "แล้วเสร็จ", "ระหว่างดำเนินการ", "รวม", "ร้อยละ"], ["ทุจริต", "2", "1", "3", "66.67"]],
        [],
    ),
    "months": (
        "service_stats",
        [["งานบริการ", "ต.ค. 67", "พ.ย. 67", "รวม"], ["ทำบัตร", "5", "6", "12"], ["รวม", "5", "7", "12"]],
        [(2, 3, "12", "11", True), (3, 2, "7", "6", False)],
    ),
    "halves": (
        "service_stats",
        [
            ["ที่", "งานบริการ", "ต.ค. 67", "พ.ย. 67", "รวม", "เม.ย. 68", "พ.ค. 68", "รวม", "รวมทั้งปี"],
            ["1", "ทำบัตร", "5", "6", "11", "1", "1", "2", "13"],
            ["2", "ออกใบแทน", "5", "6", "11", "1", "1", "3", "13"],
        ],
        [(3, 7, "3", "2", True)],
    ),
    "each kind": (
        "service_stats",
        [
            ["งานบริการ", "ต.ค. 67", "", "พ.ย. 67", "", "รวม", ""],
            ["", "Walk-in", "E-Service", "Walk-in", "E-Service", "Walk-in", "E-Service"],
            ["ทำบัตร", "5", "1", "6", "2", "11", "3"],
        ],
        [],
    ),
    "levels of a risk": (
        "risk_assess",
        [["ประเด็นความเสี่ยง", "กระบวนงาน", "โอกาส", "ผลกระทบ", "คะแนนรวม", "รวม", "มาตรการควบคุม"], ["เรียกรับ", "ออกใบอนุญาต", "3", "4", "12", "12", "ระบบคิว"]],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACROSS)
def test_a_total_beside_the_counts_of_a_row_is_compared_with_them(name: str) -> None:
    family, rows, wrong = ACROSS[name]
    found = table_of(rows, family).wrong_totals
    assert [(one.row, one.index, one.said, one.sum, one.is_across) for one in found] == wrong


def test_a_total_of_money_counts_the_rows_above_it_or_those_since_the_one_before() -> None:
    head = ["โครงการ", "งบประมาณ"]
    rows = [
        ["ก", "10,000 บาท"],
        ["ข", "-"],
        ["รวม", "10,000.-"],
        ["ค", "5,000"],
        ["รวม", "5,000"],
        ["รวมทั้งสิ้น", "15,000"],
    ]
    assert table_of([head, *rows], "ac_plan").wrong_totals == ()
    assert table_of([head, *rows[:-1], ["รวมทั้งสิ้น", "16,000"]], "ac_plan").wrong_totals == (
        WrongTotal(7, 1, "งบประมาณ", "16,000", "15,000"),
    )
    assert table_of([head, ["ก", "สองหมื่น"], ["รวม", "1"]], "ac_plan").wrong_totals == (), (
        "what no figure is, nobody adds up"
    )


@pytest.mark.parametrize("months", [("ต.ค. 67", "พ.ย. 67", "ธ.ค. 67"), ("ตุลาคม", "พฤศจิกายน", "ธันวาคม")])
def test_months_as_columns_are_the_counts_of_each_service(months: tuple[str, str, str]) -> None:
    table = table_of(
        [
            ["สถิติการให้บริการ ปีงบประมาณ 2568"],
            ["ที่", "งานบริการ", *months, "รวม"],
            ["", "ด้านทะเบียน", "", "", "", ""],
            ["1", "ขึ้นทะเบียนช่าง", "32", "-", "๔๑", "73"],
            ["2", "ออกใบแทน", "", "", "", ""],
            ["", "รวม", "32", "0", "41", "73"],
        ],
        "service_stats",
    )
    counts = zip(months, ("32", "0", "๔๑"), strict=True)
    assert [one.data for one in table.entries] == [
        {"title": "ขึ้นทะเบียนช่าง", "served": [{"period": m, "walk_in": count} for m, count in counts]}
    ]
    assert [row for row, _ in table.left] == [3, 5, 6]
    assert [one.text for one in table.unused] == ["ที่", "รวม"]


def test_a_second_row_tells_the_counts_of_a_month_from_each_other() -> None:
    table = table_of(
        [
            ["ชื่องานบริการ", "ต.ค. 67", "", "พ.ย. 67", ""],
            ["", "Walk-in", "E-Service", "Walk-in", "E-Service"],
            ["ออกใบอนุญาต", "5", "1", "6", "-"],
        ],
        "service_stats",
    )
    assert table.entries[0].data["served"] == [
        {"period": "ต.ค. 67", "walk_in": "5", "online": "1"},
        {"period": "พ.ย. 67", "walk_in": "6", "online": "0"},
    ]


def test_headings_of_two_rows_are_read_together_and_several_names_of_one_key_are_that_key() -> None:
    plan = table_of(
        [
            ["แผนพัฒนาบุคลากร 2568", "", "", "", "", "", ""],
            ["ที่", "โครงการ/หลักสูตร", "งบประมาณ", "ไตรมาส", "", "", "", "ผู้รับผิดชอบ"],
            ["", "", "", "1", "2", "3", "4", ""],
            ["1", "อบรม", "๕๐,๐๐๐", "", "/", "/", "", "สลก."],
        ],
        "hr_plan",
    )
    assert plan.entries[0].data["period"] == {"chart": ["", "/", "/", ""]}
    assert (plan.entries[0].data["title"], plan.above) == ("อบรม", ("แผนพัฒนาบุคลากร 2568",))
    complaints = table_of(
        [
            ["ลำดับ", "ประเภทเรื่องร้องเรียน", "จำนวนเรื่อง", "ผลการดำเนินการ", ""],
            ["", "", "", "ยุติแล้ว", "อยู่ระหว่างดำเนินการ"],
            ["1", "การทุจริต", "3", "1", "2"],
        ],
        "complaint_stats",
    )
    assert [one.data for one in complaints.entries] == [{"kind": "การทุจริต", "finished": "1", "pending": "2"}]


def test_months_below_one_heading_are_the_counts_of_each_service() -> None:
    table = table_of(
        [
            ["ที่", "ประเภทบริการ", "จำนวนผู้รับบริการ (ราย)", "", "รวม"],
            ["", "", "ต.ค.67", "พ.ย.67", ""],
            ["1", "ทำบัตร", "50", "๔๕", "95"],
        ],
        "service_stats",
    )
    counts = [{"period": "ต.ค.67", "walk_in": "50"}, {"period": "พ.ย.67", "walk_in": "๔๕"}]
    assert [one.data for one in table.entries] == [{"title": "ทำบัตร", "served": counts}]


RISKS = [
    ["ลำดับ", "กระบวนงาน", "ประเด็นความเสี่ยง", "โอกาสเกิด (L)", "ผลกระทบ (I)", "ระดับความเสี่ยง", "มาตรการจัดการความเสี่ยง"],
    ["๑", "ออกใบอนุญาต", "เรียกรับเงิน", "๓", "4", "สูง (12)", "1. ระบบคิว\n2. กล้อง"],
]


def test_risks_are_known_by_the_words_of_their_tables() -> None:
    (entry,) = table_of(RISKS, "risk_assess").entries
    assert entry.data == {
        "number": "๑",
        "work": "ออกใบอนุญาต",
        "event": "เรียกรับเงิน",
        "likelihood": "๓",
        "impact": "4",
        "level": "สูง (12)",
        "measures": ["ระบบคิว", "กล้อง"],
    }


@pytest.mark.parametrize(
    ("title", "rows", "family"),
    [
        ("รายงานผลการบริหารทรัพยากรบุคคล", [["โครงการ", "ผลการดำเนินการ", "งบประมาณ"], ["อบรม", "แล้ว", "5"]], "hr_report"),
        (
            "ตารางแผนปฏิบัติการทุจริต",
            [["โครงการ/มาตรการ", "งบประมาณ", "ห้วงเวลาดำเนินการ"], ["อบรม", "5", "ไตรมาส 1"]],
            "ac_plan",
        ),
        ("ตาราง", [["ที่", "รายการ"], ["1", "ก"]], ""),
    ],
)
def test_a_title_that_is_clearly_like_one_name_tells_the_family(title: str, rows: list[list[str]], family: str) -> None:
    parts = [Part("", list(enumerate([[title], *rows], 1)))]
    found = fitting_parts(parts, FAMILIES, "a")
    assert list(found) == ([family] if family else [])


def service(title: str, *counts: tuple[str, str, str]) -> dict[str, Any]:
    """A service with its counts: time, who came, and who asked online where that is told."""
    served = [
        {"period": time, "walk_in": came} | ({"online": online} if online else {}) for time, came, online in counts
    ]
    return {"title": title, "served": served}


IN_ROWS: dict[str, tuple[list[list[str]], list[dict[str, Any]]]] = {
    "services beside each other": (
        [["เดือน", "ทำบัตร", "จดทะเบียน", "รวม"], ["ต.ค. 67", "50", "๑๐ ราย", "60"], ["พ.ย. 67", "5", "-", "5"], ["รวม", "55", "10", "65"]],
        [
            service("ทำบัตร", ("ต.ค. 67", "50", ""), ("พ.ย. 67", "5", "")),
            service("จดทะเบียน", ("ต.ค. 67", "๑๐ ราย", ""), ("พ.ย. 67", "0", "")),
        ],
    ),
    "a row for each month and service": (
        [
            ["ที่", "เดือน", "งานบริการ", "จำนวนผู้รับบริการ"],
            ["1", "ต.ค. 67", "ทำบัตร", "5"],
            ["2", "ต.ค. 67", "จดทะเบียน", "6"],
            ["3", "พ.ย. 67", "ทำบัตร", "7"],
        ],
        [service("ทำบัตร", ("ต.ค. 67", "5", ""), ("พ.ย. 67", "7", "")), service("จดทะเบียน", ("ต.ค. 67", "6", ""))],
    ),
    "the one service of a title": (
        [
            ["สถิติการให้บริการงานทะเบียนราษฎร ปีงบประมาณ 2568"],
            ["เดือน", "มาด้วยตนเอง", "ออนไลน์", "รวม"],
            ["ต.ค. 67", "5", "1", "6"],
            ["พ.ย. 67", "7", "ไม่มี", "7"],
        ],
        [service("งานทะเบียนราษฎร", ("ต.ค. 67", "5", "1"), ("พ.ย. 67", "7", "0"))],
    ),
    "the one time of a title": (
        [
            ["สถิติการให้บริการ ปีงบประมาณ 2568 (ต.ค. 67 - มี.ค. 68)"],
            ["ที่", "งานบริการ", "Walk-in", "E-Service", "รวม"],
            ["1", "ทำบัตร", "5", "1", "6"],
            ["2", "จดทะเบียน", "7", "-", "7"],
        ],
        [
            service("ทำบัตร", ("ต.ค. 67 - มี.ค. 68", "5", "1")),
            service("จดทะเบียน", ("ต.ค. 67 - มี.ค. 68", "7", "0")),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_ROWS)
def test_services_are_counted_by_month_in_rows_too(name: str) -> None:
    rows, services = IN_ROWS[name]
    table = table_of(rows, "service_stats")
    assert [one.data for one in table.entries] == services
    assert table.wrong_totals == ()
    assert [cells[0] for _, cells in table.left] == (["รวม"] if rows[-1][0] == "รวม" else [])


def test_an_empty_count_is_told_at_its_cell(data: Path, run: Run, tmp_path: Path) -> None:
    rows = [["เดือน", "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ"], ["ต.ค. 67", "1", ""], ["พ.ย. 67", "", "2"]]
    office_workbook(tmp_path / "สถิติ.xlsx", {"ร้องเรียน": {"rows": rows}})
    taken = ("import", str(tmp_path / "สถิติ.xlsx"), "--data", str(data), "--family", "complaint_stats", "--yes")
    code, out, err = run(*taken)
    assert code == 1
    said = out + err
    assert "[table-cell-empty] ช่อง C2 (อยู่ระหว่างดำเนินการ) ยังว่าง" in said
    assert "[table-cell-empty] ช่อง B3 (แล้วเสร็จ) ยังว่าง" in said


def test_a_wrong_total_of_services_is_told_at_its_cell() -> None:
    rows = [*IN_ROWS["services beside each other"][0][:3], ["รวม", "55", "11", "66"]]
    assert table_of(rows, "service_stats").wrong_totals[0] == WrongTotal(4, 2, "จดทะเบียน", "11", "10")
    rows[1] = ["ต.ค. 67", "50", "10", "61"]
    assert table_of(rows, "service_stats").wrong_totals[0] == WrongTotal(2, 3, "รวม", "61", "60", is_across=True)


@pytest.mark.parametrize(
    "rows",
    [
        [["เดือน", "Walk-in", "E-Service"], ["ต.ค. 67", "5", "1"], ["พ.ย. 67", "7", "1"]],
        [["ที่", "งานบริการ", "Walk-in"], ["1", "ทำบัตร", "5"], ["2", "จดทะเบียน", "7"]],
        [["เดือน", "หมายเหตุ", "ผู้รายงาน"], ["ต.ค. 67", "ไม่ครบ", "สลก."], ["พ.ย. 67", "ครบ", "สลก."]],
    ],
)
def test_counts_of_no_service_or_of_no_time_are_not_guessed(rows: list[list[str]]) -> None:
    found = read_table(list(enumerate(rows, 1)), FAMILIES["service_stats"].model)
    assert found is None or not any("served" in one.data for one in found.entries)


OFFICE_WORDS = {
    "มาตรการ": ([["มาตรการ/แนวทาง", "ขั้นตอน", "ผู้รับผิดชอบ"], ["ปรับเว็บไซต์", "สำรวจ", "สลก."]], "measures"),
    "รายงานผลมาตรการ": ([["มาตรการ", "ผลการดำเนินการ", "ผลลัพธ์ความสำเร็จ"], ["ปรับเว็บไซต์", "เปิดแล้ว", "ดีขึ้น"]], "measures_report"),
    "ความเสี่ยงทุจริต 68": ([["กระบวนงาน", "ความเสี่ยง", "มาตรการควบคุม"], ["ออกใบอนุญาต", "เรียกรับ", "กล้อง"]], "risk_assess"),
    "แผนพัฒนาบุคลากร": ([["หลักสูตร", "งบประมาณ", "ระยะเวลา"], ["ภาวะผู้นำ", "5,000", "ม.ค. 68"]], "hr_plan"),
    "รายงานผล HR": ([["โครงการ", "ผลการดำเนินการ", "งบประมาณที่ใช้"], ["ภาวะผู้นำ", "แล้ว", "5,000"]], "hr_report"),
    "แผนปฏิบัติราชการ 2568": ([["โครงการ", "งบประมาณ", "ระยะเวลา"], ["ถนน", "5,000", "ม.ค. 68"]], "plan_progress"),
    "ผลการใช้จ่ายงบประมาณ รอบ 6 เดือน": ([["โครงการ", "งบประมาณ", "เบิกจ่ายแล้ว"], ["ถนน", "5,000", "100"]], "plan_progress"),
    "ทำเนียบ": ([["ชื่อ - สกุล", "ตำแหน่ง", "โทรศัพท์"], ["นายสมมติ ใจดี", "อธิบดี", "0 2111 1111"]], "executives"),
    "ข่าวปี 68": ([["วันที่เผยแพร่", "หัวข้อข่าว", "ลิงก์"], ["5 ม.ค. 68", "อบรมอาชีพ", "https://example.go.th/1"]], "news"),
    "E-Service": ([["ชื่อระบบ", "URL", "คำอธิบาย"], ["จองคิว", "https://example.go.th/q", "จองคิวก่อนมา"]], "eservice"),
    "คู่มือประชาชน": ([["งานบริการ", "ขั้นตอน", "ระยะเวลา", "ค่าธรรมเนียม"], ["ทำบัตร", "1. รับคิว", "15 นาที", "20 บาท"]], "service_manual"),
    "คู่มือปฏิบัติงาน": ([["งาน", "ขั้นตอน", "ผู้รับผิดชอบ"], ["จัดซื้อ", "1. ทำรายงาน", "สลก."]], "ops_manual"),
}  # fmt: skip


@pytest.mark.parametrize("name", OFFICE_WORDS)
def test_the_name_of_a_file_or_the_paragraph_before_a_table_tells_the_family(name: str) -> None:
    rows, family = OFFICE_WORDS[name]
    of_year = [one for item in start.catalogues("central-government")[YEAR].items for one in item.families]
    assert list(fitting_parts([Part("", list(enumerate(rows, 1)))], of_year, name)) == [family]
    assert list(fitting_parts([Part("1", list(enumerate(rows, 1)), (name,))], of_year, "เอกสาร")) == [family]


def test_paragraphs_before_each_table_of_a_document_are_its_titles(tmp_path: Path) -> None:
    def table(text: str) -> str:
        return f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"

    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    lines = "".join(paragraph(f"บรรทัด {n}") for n in range(9))
    body = f"{lines}{paragraph('แผนบุคลากร')}{table('ก')}{paragraph('รายงาน')}{table('ข')}{paragraph('ลงชื่อ')}"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("word/document.xml", f"<w:document><w:body>{body}</w:body></w:document>")
    first, second = parts_of(tmp_path / "a.docx")
    assert (len(first.titles), first.titles[-1], second.titles) == (5, "แผนบุคลากร", ("รายงาน",))
    assert (first.rows, second.rows) == ([(1, ["ก"])], [(2, ["ข"])])


CELLS = st.sampled_from(["", "-", "–", " - ", "0", "3", "ไม่มี", "เรื่องหนึ่ง"])


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=12))
def test_every_month_of_a_table_is_an_entry_or_told(cells: list[tuple[str, str, str]]) -> None:
    head = ["เดือน", "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "หมายเหตุ"]
    months = [f"{n} ม.ค. 67" for n in range(1, len(cells) + 1)]
    table = table_of([head, *([month, *rest] for month, rest in zip(months, cells, strict=True))], "complaint_stats")
    told = {row for row, _ in table.left}
    assert {one.row for one in table.entries} | told == set(range(2, len(cells) + 2))
    for one in table.entries:
        assert one.data["period"] == months[one.row - 2]
        assert one.data.get("note") in (cells[one.row - 2][2].strip(), None), "nothing of another row"


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=12))
def test_every_named_project_of_a_table_is_an_entry_or_told(cells: list[tuple[str, str, str]]) -> None:
    head = ["ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ", "หมายเหตุ"]
    rows = [[str(n), f"โครงการที่ {n}", *rest] for n, rest in enumerate(cells, 1)]
    table = table_of([head, *rows], "ac_plan")
    told = {row for row, _ in table.left}
    assert {one.row for one in table.entries} | told == set(range(2, len(cells) + 2))
    for one in table.entries:
        assert len(one.data.get("objectives", [])) <= 1, "nothing of another row"


def test_columns_of_one_list_are_both_read_and_the_title_above_is_the_title() -> None:
    table = table_of(
        [
            ["กรมตัวอย่าง"],
            ["ข้อมูล ณ วันที่ 1 ต.ค. 2566"],
            ["แผนพัฒนาคน ประจำปี พ.ศ. ๒๕๖๗"],
            ["โครงการ", "เป้าหมาย", "ตัวชี้วัด", "สถานที่"],
            ["อบรม", "80 คน", "ผ่านร้อยละ 80", "ห้องประชุม"],
        ],
        "ac_plan",
    )
    assert table.entries[0].data["targets"] == ["80 คน", "ผ่านร้อยละ 80"]
    assert table.title("แผนป้องกัน", "กรมตัวอย่าง") == "แผนพัฒนาคน ประจำปี พ.ศ. ๒๕๖๗"
    assert [one.text for one in table.unused] == ["สถานที่"]
    assert table_of(PLAN[1:], "ac_plan").title("แผนป้องกัน", "กรมตัวอย่าง") == ""


@pytest.mark.parametrize("rows", [[["ก", "ข"], ["1", "2"]], [], [["โครงการ"], ["อบรม"]]])
def test_a_table_without_known_headings_is_none(rows: list[list[str]]) -> None:
    assert read_table(list(enumerate(rows, 1)), FAMILIES["ac_plan"].model) is None


# --- from a file into the data ------------------------------------------------------------------------


def docx(*tables: list[list[str]]) -> bytes:
    def cell(text: str) -> str:
        lines = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
        return f"<w:tc><w:tcPr/>{lines}</w:tc>"

    def table(rows: list[list[str]]) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{str().join(map(cell, row))}</w:tr>' for row in rows)}</w:tbl>"

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", f"<w:document><w:body>{''.join(map(table, tables))}</w:body></w:document>"
        )
    return out.getvalue()


@pytest.fixture
def data(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    assert run("new", str(folder), "--name", "กรมตัวอย่าง", "--year", str(YEAR))[0] == 0
    return folder


def disclosure(data: Path, family: str) -> Any:
    site, found = Loader().load(data)
    assert site, found
    entry = site.disclosure(family, YEAR)
    assert entry
    assert isinstance(entry.data, Disclosure)
    return entry.data


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_table_is_shown_then_written_once_and_its_title_tells_the_family(
    run: Run, data: Path, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"ตาราง{suffix}"
    path.write_bytes(docx(PLAN) if suffix == ".docx" else workbook(PLAN))
    assert rows_of(path)[3][1][1] == "โครงการอบรมคุณธรรม"
    assert run("import", str(path), "--data", str(data), "--dry-run")[0] == 0
    assert disclosure(data, "ac_plan").is_blank
    code, out, err = run("import", str(path), "--data", str(data), "--yes")
    assert code == 0, out + err
    plan = disclosure(data, "ac_plan")
    assert [project.title.th for project in plan.projects] == ["โครงการอบรมคุณธรรม", "กิจกรรมวันต่อต้านคอร์รัปชัน"]
    assert plan.total_planned == 45_000
    assert plan.title
    assert plan.title.th == "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ 2568"
    code, out, _ = run("import", str(path), "--data", str(data), "--yes")
    assert code == 0
    assert "มีในข้อมูลแล้ว จึงไม่เขียนอีก: แถว 4, 6" in out
    assert len(disclosure(data, "ac_plan").projects) == 2, "what is there already is not written again"


def test_where_several_families_fit_one_must_be_named(run: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "ตาราง.xlsx"
    path.write_bytes(workbook([["โครงการ", "งบประมาณ"], ["อบรม", "10,000"]]))
    code, _, err = run("import", str(path), "--data", str(data), "--yes")
    assert code == 2
    assert "ac_plan" in err
    assert run("import", str(path), "--data", str(data), "--family", "ac_plan", "--yes")[0] == 0
    assert disclosure(data, "ac_plan").projects[0].title.th == "อบรม"


def test_what_the_model_refuses_is_said_of_its_cell_and_nothing_is_written(
    run: Run, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ตาราง.xlsx"
    path.write_bytes(workbook([["โครงการ", "งบประมาณ"], ["อบรม", "10,000"], ["ประชุม", "สองหมื่น"]]))
    code, out, _ = run("import", str(path), "--data", str(data), "--family", "ac_plan", "--yes")
    assert code == 1
    assert f"{path.as_posix()}:3:2" in out
    assert disclosure(data, "ac_plan").is_blank


def test_units_that_nobody_knows_are_told_at_their_cell_before_they_are_written(
    run: Run, data: Path, tmp_path: Path
) -> None:
    units = data / "units.yaml"
    units.write_text(f"{units.read_text('utf-8')}- {{id: audit, abbreviation: กตส., name: กลุ่มตรวจสอบ}}\n", "utf-8")
    path = tmp_path / "ตาราง.xlsx"
    rows = [["โครงการ", "ผู้รับผิดชอบ"], ["อบรม", "กตส. และ สลก"], ["ประชุม", "กองลับ"], ["ตรวจ", "กองลับ และ สลก."]]
    path.write_bytes(workbook(rows))
    code, out, _ = run("import", str(path), "--data", str(data), "--family", "ac_plan", "--yes")
    assert code == 0, "told, not refused"
    assert "[unknown-unit] ไม่มีหน่วยงานภายในชื่อ กองลับ ใน units.yaml" in out
    assert f"{path.as_posix()}:3:2" in out
    assert f"{path.as_posix()}:4:2" in out
    assert f"{path.as_posix()}:2:2" not in out
    owners = [[one.unit for one in project.owners] for project in disclosure(data, "ac_plan").projects]
    assert owners == [["กตส.", "สลก"], ["กองลับ"], ["กองลับ และ สลก."]]
    assert "unknown-unit" in run("check", "--data", str(data))[1]


def test_every_sheet_is_judged_by_its_own_headings(run: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "รายงานบุคคล.xlsx"
    head = ["ที่", "โครงการ", "งบประมาณ", "ผลการดำเนินงาน"]
    sheets = {
        "ไตรมาส 1": [head, ["1", "อบรม", "10", "แล้ว"]],
        "จำนวนคน": [["ประเภท", "ชาย", "หญิง", "รวม"], ["ข้าราชการ", "1", "2", "3"]],
        "ไตรมาส 2": [head, ["1", "ประชุม", "มาก", "แล้ว"]],
    }
    office_workbook(path, {name: {"rows": rows} for name, rows in sheets.items()})
    taken = ("import", str(path), "--data", str(data), "--family", "hr_report", "--yes")
    code, out, _ = run(*taken)
    assert code == 1
    assert f"{path.as_posix()}#ไตรมาส 2:2:3" in out
    sheets["ไตรมาส 2"][1][2] = "20"
    office_workbook(path, {name: {"rows": rows} for name, rows in sheets.items()})
    code, out, _ = run(*taken)
    assert code == 0, out
    assert "จำนวนคน ไม่ได้อ่าน" in out
    assert [one.title.th for one in disclosure(data, "hr_report").projects] == ["อบรม", "ประชุม"]


def test_tables_of_a_document_are_judged_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx([["โครงการ", "งบประมาณ"], ["อบรม", "10"]], [["ระดับ", "ความหมาย"], ["สูง", "แก้ทันที"]]))
    parts = parts_of(path)
    assert [(part.name, [cells for _, cells in part.rows]) for part in parts] == [
        ("1", [["โครงการ", "งบประมาณ"], ["อบรม", "10"]]),
        ("2", [["ระดับ", "ความหมาย"], ["สูง", "แก้ทันที"]]),
    ]
    taken = fitting_parts(parts, ["ac_plan"], "a")["ac_plan"]
    assert (list(taken.tables), taken.left) == (["1"], ("2",))


def test_a_staff_plan_without_sides_is_a_page_and_lacks_only_what_it_does_not_say(
    run: Run, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "แผนบุคคล.xlsx"
    rows = [
        ["ที่", "โครงการ", "งบประมาณ"],
        ["", "ด้านการพัฒนา", ""],
        ["1", "อบรม", "10"],
        ["", "ด้านวินัย", ""],
        ["2", "คุณธรรม", "-"],
    ]
    path.write_bytes(workbook(rows))
    code, out, _ = run("import", str(path), "--data", str(data), "--family", "hr_plan", "--yes")
    assert code == 0, out
    assert "แถว 2 เป็นหัวข้อ: ด้านการพัฒนา รายการใต้หัวข้อนี้อ่านเป็น ด้าน: ด้านการพัฒนา" in out
    plan = disclosure(data, "hr_plan")
    assert plan.sides == ("development", "others")
    shown = {one for one, presence in plan.shows().items() if presence.state is Shown.SHOWN}
    assert {"projects", "budget", "development"} <= shown
    assert "management" not in shown
    one_side = plan.model_copy(update={"projects": plan.projects[1:]})
    assert (one_side.sides, one_side.first_side) == (("all",), "all")


def test_a_file_that_is_no_table_is_told(run: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    for body in (b"PK\x03\x04 broken", b"%PDF-1.7", b""):
        path.write_bytes(body)
        assert run("import", str(path), "--data", str(data), "--yes")[0] in (1, 2)
