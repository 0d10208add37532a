"""A year as an office that never programs writes it: its own words in YAML, its own forms drawn in Excel."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.blocks.procurement import ANNUAL, ITEMS, MONTHLY
from generator.tables.columns import Form
from tests.documents import office_workbook
from tests.jobs import read

Rows = Sequence[Sequence[Any]]

ANNUAL_FORM: Rows = [
    ["สรุปผลการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", *[""] * 9],
    ["เทศบาลสมมติ", *[""] * 9],
    [],
    ["ที่", "รายการจัดซื้อจัดจ้าง", "งบประมาณ (บาท)", "แหล่งเงิน", "ราคากลาง", "วิธีการ", "ผู้รับจ้าง/ผู้ขาย", "ราคาที่ตกลง", "เลขที่โครงการ e-GP", "หมายเหตุ"],
    ["๑", "จ้างก่อสร้างรั้ว", "๕๐๐,๐๐๐", "เงินอุดหนุน", "๔๙๘,๐๐๐", "คัดเลือก", "หจก.สมมติก่อสร้าง", "๔๙๐,๐๐๐.๐๐", "67019000001", "-"],
    ["๒", "ซื้อเครื่องคอมพิวเตอร์", "๗๒,๐๐๐", "งบเทศบาล", "-", "เฉพาะเจาะจง", "ร้านคอมสมมติ", "๗๑,๕๐๐", "-", "-"],
    ["รวม", *[""] * 6, "๕๖๑,๕๐๐.๐๐", "", ""],
    ["(ห้าแสนหกหมื่นหนึ่งพันห้าร้อยบาทถ้วน)", *[""] * 9],
]  # fmt: skip
ITEMS_FORM: Rows = [
    ["รายการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2568 (ต.ค. 67 - ม.ค. 68)", *[""] * 9],
    [],
    ["ที่", "ชื่อรายการของงานที่ซื้อหรือจ้าง", "วงเงินงบประมาณ\n(บาท)", "แหล่งที่มา\nของงบประมาณ", "สถานะ", "วิธีการ", "ราคากลาง (บาท)", "ราคาที่ตกลงซื้อ/จ้าง (บาท)", "ผู้ขาย/ผู้รับจ้าง", "เลขที่โครงการในระบบ e-GP"],
    ["๑", "จัดซื้อวัสดุสำนักงาน", "12,500.-", "เทศบัญญัติ", "ส่งมอบแล้ว", "เฉพาะเจาะจง", "12,500.-", "12,500.-", "ร้านสมมติการค้า", "67109000011"],
    ["๒", "จ้างซ่อมรถยนต์", "8,000", "เทศบัญญัติ", "เบิกจ่ายแล้ว", "เฉพาะเจาะจง (ข)", "8,000", "8,000", "อู่สมมติ", "-"],
    ["๓", "ซื้อรถบรรทุกน้ำ", 2500000, "เงินสะสม", "อยู่ระหว่างจัดทำ TOR", "e-bidding", "-", "-", "-", "-"],
    ["", "รวมเป็นเงินทั้งสิ้น", "2,520,500.00", "", "", "", "", "20,500.-", "", ""],
    ["", "(สองล้านห้าแสนสองหมื่นห้าร้อยบาทถ้วน)", *[""] * 8],
    [],
    [*[""] * 7, "ลงชื่อ", "", ""],
    [*[""] * 7, "(นายสมมติ ใจดี)", "", ""],
    [*[""] * 7, "ผู้อำนวยการกองคลัง", "", ""],
]  # fmt: skip
MONTH_FORM: Rows = [
    ["แบบ สขร. 1", *[""] * 11],
    ["สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2567", *[""] * 11],
    ["เทศบาลสมมติ", *[""] * 11],
    ["วันที่ 31 เดือน ตุลาคม พ.ศ. 2567", *[""] * 11],
    ["ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง (บาท)", "ราคากลาง (บาท)", "วิธีซื้อหรือจ้าง", "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "", "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง", "", "เหตุผลที่คัดเลือกโดยสรุป", "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง", ""],
    ["", "", "", "", "", "ผู้เสนอราคา", "ราคาที่เสนอ", "ผู้ได้รับคัดเลือก", "ราคาที่ตกลง", "", "เลขที่", "วันที่"],
    [1, "จัดซื้อวัสดุสำนักงาน", "12,500.-", "12,500.-", "เฉพาะเจาะจง", "ร้านสมมติการค้า", "12,500.-", "ร้านสมมติการค้า", "12,500.-", "ราคาเหมาะสม", "๑/๒๕๖๘", "๕ ต.ค. ๖๗"],
    ["๒", "จ้างก่อสร้างถนน", 1500000, 1482000, "e-bidding", "หจก.สมมติก่อสร้าง\nบจก.ทดลอง", "1,450,000\n1,470,000", "หจก.สมมติก่อสร้าง", "1,450,000", "ราคาต่ำสุด", "2/2568", "ลว. 10 ต.ค. 67"],
    ["รวมทั้งสิ้น", *[""] * 7, "1,462,500.00", "", "", ""],
    [],
    [*[""] * 8, "ลงชื่อ..................................ผู้รายงาน", "", "", ""],
    [*[""] * 8, "(นายสมมติ ใจดี)", "", "", ""],
    [*[""] * 8, "ตำแหน่ง หัวหน้าเจ้าหน้าที่", "", "", ""],
]  # fmt: skip
FORMS: dict[str, tuple[Rows, Form, int, list[str], list[str]]] = {
    "annual": (ANNUAL_FORM, ANNUAL, 2567, ["A1:J1", "A2:J2", "A7:G7"], ["490000.00", "71500"]),
    "items": (ITEMS_FORM, ITEMS, 2568, ["A1:J1"], ["12500", "8000"]),
    "month": (
        MONTH_FORM,
        MONTHLY,
        2568,
        [*(f"A{n}:L{n}" for n in range(1, 5)), "F5:G5", "H5:I5", "K5:L5", *(f"{a}5:{a}6" for a in "ABCDEJ"), "A9:H9"],
        ["12500", "1450000"],
    ),
}
NOTHING_NEEDS = {"annual": ["table-column-left-out"], "items": [], "month": []}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_read_as_the_office_drew_it(name: str, tmp_path: Path) -> None:
    rows, form, year, merged, agreed = FORMS[name]
    office_workbook(tmp_path / "a.xlsx", {"ต.ค.67": {"rows": rows, "merged": merged}})
    table, said = read(tmp_path / "a.xlsx", form=form, year=year)
    assert [one.code for one in said] == NOTHING_NEEDS[name]
    assert table
    assert [row["agreed_price"] for row in table.all if row["agreed_price"]] == list(map(Decimal, agreed))
    assert all(row["winner"] for row in table.all if row["agreed_price"])


@pytest.mark.parametrize("name", FORMS)
def test_a_total_of_such_a_form_that_disagrees_is_told(name: str, tmp_path: Path) -> None:
    rows, form, year, merged, _ = FORMS[name]
    total = next(n for n, row in enumerate(rows) if any(str(cell).startswith("รวม") for cell in row))
    wrong = [cell.replace("๕", "๖").replace("0,5", "0,6").replace("2,5", "2,6") for cell in map(str, rows[total])]
    office_workbook(
        tmp_path / "a.xlsx", {"ต.ค.67": {"rows": [*rows[:total], wrong, *rows[total + 1 :]], "merged": merged}}
    )
    _, said = read(tmp_path / "a.xlsx", form=form, year=year)
    assert "table-total-unlike-rows" in [one.code for one in said]


def test_headings_of_no_column_over_columns_that_are_named_below_them_are_passed_over(tmp_path: Path) -> None:
    rows: Rows = [
        ["ที่", "งานจัดซื้อ/จัดจ้าง", "วงเงิน", "ราคากลาง", "วิธี", "การเสนอราคา", "", "การพิจารณาคัดเลือก", "", "เหตุผล", "เลขที่และวันที่ของสัญญา"],
        ["", "", "", "", "", "ผู้เสนอราคา", "ราคาที่เสนอ", "ผู้ที่ได้รับการคัดเลือก", "ราคาที่ตกลงซื้อหรือจ้าง", "", ""],
        [1, "ซื้อวัสดุ", 2500, 2500, "เฉพาะเจาะจง", "ร้าน ก", 2500, "ร้าน ก", 2500, "ราคาต่ำสุด", "1/2568 ลงวันที่ 3 ต.ค. 2567"],
        ["", "", "", "", "", "ร้าน ข", 2600, "", "", "", ""],
    ]  # fmt: skip
    office_workbook(tmp_path / "a.xlsx", {"ต.ค.67": {"rows": rows, "merged": ["F1:G1", "H1:I1"]}})
    table, said = read(tmp_path / "a.xlsx", form=MONTHLY, year=2568)
    assert said == []
    assert table
    (job,) = table.all
    assert (job["bids"], job["winner"], job["agreed_price"]) == ("ร้าน ก 2500; ร้าน ข 2600", "ร้าน ก", Decimal(2500))


@pytest.mark.parametrize("is_in_one_cell", [False, True], ids=["two columns", "one cell"])
@pytest.mark.parametrize("total", ["15,500", "15,600"])
def test_a_total_below_a_heading_that_holds_two_columns_is_compared(
    tmp_path: Path, total: str, is_in_one_cell: bool
) -> None:
    def row(*cells: str) -> list[str]:
        *before, name, price, reason, deed = cells
        return (
            [*before, f"{name} {price}".strip(), reason, deed]
            if is_in_one_cell
            else [*before, name, price, reason, deed]
        )

    price = "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง"
    rows: Rows = [
        row("ที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง", "ราคากลาง", "วิธีซื้อหรือจ้าง", "ผู้เสนอราคา", price, "", "เหตุผลที่คัดเลือกโดยสรุป", "เลขที่และวันที่ของสัญญา"),
        row("1", "ซื้อน้ำ", "3,000", "3,000", "เฉพาะเจาะจง", "ร้าน ก 3,000", "ร้าน ก", "3,000 บาท", "ราคาต่ำสุด", "1/2568 ลงวันที่ 4 ต.ค. 67"),
        row("2", "ซ่อมรถ", "12,500", "-", "เฉพาะเจาะจง", "อู่ ข 12,500", "อู่ ข", "12,500 บาท", "ราคาต่ำสุด", "2/2568 ลงวันที่ 12 ต.ค. 67"),
        row("รวม", "", "15,500", "", "", "", "", total, "", ""),
    ]  # fmt: skip
    merged = [] if is_in_one_cell else ["G1:H1"]
    office_workbook(tmp_path / "a.xlsx", {"ต.ค.67": {"rows": rows, "merged": merged}})
    table, said = read(tmp_path / "a.xlsx", form=MONTHLY, year=2568)
    assert table
    assert table.count == 2
    assert [one.code for one in said] == ([] if total == "15,500" else ["table-total-unlike-rows"])
    assert all(one.facts["header"] for one in said)
