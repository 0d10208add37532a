"""Rows, totals, days and headings of forms as further offices lay them out: what each means, and what is told of it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from generator.blocks.procurement import MONTHLY
from generator.tables.readings import name_and_price, number_and_day
from tests.documents import office_workbook
from tests.jobs import as_csv, read
from tests.test_field_tables import DAY, NAMES, found, job

BLANK = [""] * 11


def cells(**by_column: str) -> list[str]:
    """A row with texts in the columns that are named by their letters."""
    return [by_column.get(letter, "") for letter in "ABCDEFGHIJK"]


UNLIKE = ["table-total-unlike-rows"]
FEET = {
    "a total without a name": (cells(C="12,500.00", H="12,300.00"), []),
    "a wrong total without a name": (cells(C="12,500.00", H="12,800.00"), UNLIKE),
    "one amount that is the sum": (cells(C="12,500.00"), []),
    "a wrong total of median prices": (cells(B="รวม", C="12,500", D="13,000", H="12,300"), UNLIKE),
    "a total in a sentence": (cells(A="จำนวน 1 สัญญา รวมเป็นเงิน 12,300 บาท"), []),
    "a wrong total in a sentence": (cells(A="จำนวน 1 สัญญา รวมเป็นเงิน 12,800 บาท"), UNLIKE),
    "a wrong count in a sentence": (cells(A="จำนวน 2 สัญญา รวมเป็นเงิน 12,300 บาท"), UNLIKE),
    "two totals in a sentence": (cells(A="รวมวงเงิน 12,500 บาท รวมราคาที่ตกลง 12,300.00 บาท"), []),
    "wrong words beside a right total": (cells(B="รวม (หนึ่งหมื่นบาทถ้วน)", C="12,500"), UNLIKE),
    "what was saved": (cells(B="ประหยัดงบประมาณได้", H="200.00"), []),
    "what is left": (cells(B="คงเหลือ", C="0.00"), []),
    "a share": (cells(B="คิดเป็นร้อยละ", H="98.40%"), []),
    "a kind of jobs": (cells(B="งานจัดจ้าง"), []),
    "a way of buying": (cells(B="วิธีเฉพาะเจาะจง"), []),
    "a budget": (cells(B="2. หมวดค่าครุภัณฑ์"), []),
    "a job not filled in": (cells(B="จ้างเหมาทำความสะอาด"), ["table-title-row"]),
    "an amount of nobody": (cells(C="7,000.00"), ["table-title-row"]),
    "a second contract": (cells(G="ร้าน ข", H="500.00", I="ราคาต่ำสุด", J="ซ 9/2566", K="5 ต.ค. 65"), ["table-row-without-job"]),
}  # fmt: skip


@pytest.mark.parametrize("name", FEET)
def test_a_row_below_the_jobs_means_what_it_says(name: str, tmp_path: Path) -> None:
    row, codes = FEET[name]
    table, said = found(tmp_path, [NAMES, job(), row])
    assert said == codes
    assert table
    assert table.count == 1


NONES = (
    "เดือน ต.ค. 65 ไม่มีรายการ",
    "(ไม่มีการจัดซื้อจัดจ้าง)",
    "งานพัสดุไม่มีการจัดซื้อจัดจ้างในเดือนนี้",
    "เดือนนี้ไม่มีการดำเนินการจัดซื้อจัดจ้าง",
)


@pytest.mark.parametrize("text", NONES)
@pytest.mark.parametrize("letter", "ABC")
def test_a_month_without_jobs_is_stated_in_any_cell(text: str, letter: str, tmp_path: Path) -> None:
    _, said = found(tmp_path, [NAMES, cells(**{letter: text})])
    assert said == []
    office_workbook(tmp_path / "b.xlsx", {"ต.ค.65": {"rows": [NAMES, cells(**{letter: text})]}})
    table, _ = read(tmp_path / "b.xlsx", form=MONTHLY, year=2566)
    assert table
    assert set(table.without) == {datetime.date(2022, 10, 1)}


DAYS = ("5-Oct-65", "5-Oct-22", "5 ต.ค. 22", "5 ต.ค. 65.", "44839", "05.10.2565")


@pytest.mark.parametrize("day", DAYS)
def test_the_year_of_a_table_tells_which_day_is_meant(day: str, tmp_path: Path) -> None:
    table, said = found(tmp_path, [NAMES, job(day=day)])
    assert said == []
    assert table
    assert table.all[0]["contract_date"] == DAY


@pytest.mark.parametrize("day", ["5-Oct-66", "5-Oct-24", "99999", "05/10/2022"])
def test_a_day_of_another_year_or_era_is_told(day: str, tmp_path: Path) -> None:
    assert len(found(tmp_path, [NAMES, job(day=day)])[1]) == 1


def test_days_below_headings_of_a_system_are_those_of_the_common_era(tmp_path: Path) -> None:
    names = [*NAMES[:10], "contract_date"]
    table, said = found(tmp_path, [names, job(day="2022-10-05"), job(2, day="2022-10-05T00:00:00")])
    assert said == []
    assert table
    assert [row["contract_date"] for row in table.all] == [DAY, DAY]
    assert found(tmp_path, [NAMES, job(day="2022-10-05")])[1] == ["table-ce-date"]


@pytest.mark.parametrize("amount", ["12,500,-", "12,500.-.", "12,500.- รวมภาษี", "12,500*", "12,500 บาท รวม VAT 7%"])
def test_an_amount_is_read_with_what_stands_around_it(amount: str, tmp_path: Path) -> None:
    table, said = found(tmp_path, [NAMES, [*job()[:2], amount, *job()[3:]]])
    assert said == []
    assert table
    assert table.sums["amount"] == 12500


@pytest.mark.parametrize(
    "text",
    [
        "ร้าน ก เป็นเงิน 12,500 บาท (หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน)",
        "12,500 บาท ร้าน ก",
        "ร้าน ก ในราคา 12,500 บาท รวมภาษีมูลค่าเพิ่ม",
    ],
)
def test_a_name_and_its_price_are_parted_whichever_comes_first(text: str) -> None:
    assert name_and_price(text) == ("ร้าน ก", "12,500")


def test_words_that_say_another_amount_are_not_passed_over() -> None:
    with pytest.raises(ValueError, match="table-cell-of-two"):
        name_and_price("ร้าน ก 12,500 บาท (หนึ่งหมื่นบาทถ้วน)")


def test_a_day_with_dots_stands_behind_its_number() -> None:
    assert number_and_day("PO 4500012345 / 07.10.2567") == ("PO 4500012345", "07.10.2567")
    assert number_and_day("12/2568 - 7 ตุลาคม 2567") == ("12/2568", "7 ตุลาคม 2567")
    assert number_and_day("-\nลว. 7 ต.ค. 67") == ("-", "7 ต.ค. 67")


def test_headings_over_two_columns_are_named_by_the_row_below(tmp_path: Path) -> None:
    upper = [*NAMES[:6], "ผู้ได้รับการคัดเลือก", "", NAMES[8], "สัญญา/ใบสั่งซื้อสั่งจ้าง", ""]
    lower = ["", "", "", "", "", "", "รายชื่อ", "ราคาที่ตกลง (บาท)", "", "เลขที่", "ลงวันที่"]
    office_workbook(tmp_path / "a.xlsx", {"ต.ค.65": {"rows": [upper, lower, job()], "merged": ["G1:H1", "J1:K1"]}})
    table, said = read(tmp_path / "a.xlsx", form=MONTHLY, year=2566)
    assert said == []
    assert table
    assert (table.all[0]["contract_number"], table.all[0]["agreed_price"]) == ("ซ 1/2566", Decimal("12300.00"))


def test_the_row_of_most_names_goes_with_the_headings_above_it(tmp_path: Path) -> None:
    upper = ["ที่", "รายละเอียด", "", "", "", "ผลการจัดซื้อจัดจ้าง", "", "", "", "สัญญา", ""]
    lower = ["", *NAMES[1:9], "เลขที่", "วันที่"]
    merged = ["B1:E1", "F1:I1", "J1:K1"]
    office_workbook(tmp_path / "a.xlsx", {"ต.ค.65": {"rows": [upper, lower, job()], "merged": merged}})
    table, said = read(tmp_path / "a.xlsx", form=MONTHLY, year=2566)
    assert said == []
    assert table
    assert table.all[0]["contract_number"] == "ซ 1/2566"


def test_a_header_may_stand_below_a_long_title(tmp_path: Path) -> None:
    rows = [*([f"บรรทัดที่ {n}", *BLANK[1:]] for n in range(1, 14)), NAMES, job()]
    assert found(tmp_path, rows)[1] == []


@pytest.mark.parametrize("winner", ["ผู้ขาย/ผู้รับจ้าง ที่ได้รับการคัดเลือก", "บริษัท/ห้าง/ร้าน ที่ได้รับคัดเลือก"])
def test_more_headings_of_winners_and_median_prices_are_known(winner: str, tmp_path: Path) -> None:
    names = [*NAMES[:3], "ราคากลาง/ราคาประเมิน", *NAMES[4:6], winner, *NAMES[7:]]
    _, said = read(as_csv(tmp_path / "a.csv", [names, job()]), form=MONTHLY, year=2566)
    assert said == []
