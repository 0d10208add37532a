"""Forms as offices have them, in CSV and in workbooks: what is read of each, and what is said."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.blocks.procurement import ITEMS, MONTHLY
from generator.tables.table import Table
from tests.documents import office_workbook
from tests.jobs import as_csv, read

Rows = Sequence[Sequence[Any]]
NAMES = (
    "ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง (บาท)", "ราคากลาง (บาท)", "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือก", "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่สัญญาหรือข้อตกลง", "วันที่ของสัญญาหรือข้อตกลง",
)  # fmt: skip
DAY = datetime.date(2022, 10, 5)


def job(
    number: int = 1, *, bids: Sequence[str] = ("ร้าน ก 12,300 บาท",), contract: str = "", day: str = "5 ต.ค. 65"
) -> list[str]:
    start = [str(number), "ซื้อวัสดุสำนักงาน", "12,500.00", "12,500.00", "เฉพาะเจาะจง"]
    return [*start, *bids, "ร้าน ก", "12,300.00", "ราคาต่ำสุด", contract or f"ซ {number}/2566", day]


def found(folder: Path, rows: Rows, **sheet: Any) -> tuple[Table | None, list[str]]:
    """The table of these rows as CSV and as a workbook, which are the same; codes of what is said."""
    csv = read(as_csv(folder / "a.csv", [[str(cell) for cell in row] for row in rows]), form=MONTHLY, year=2566)
    office_workbook(folder / "a.xlsx", {"ต.ค.65": {"rows": rows, **sheet}})
    book = read(folder / "a.xlsx", form=MONTHLY, year=2566)
    assert [one.code for one in csv[1]] == [one.code for one in book[1]]
    if csv[0] and book[0]:
        assert [dict(row) for row in csv[0].all] == [dict(row) for row in book[0].all]
    return book[0], [one.code for one in book[1]]


TWO = "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง"
CONTRACT = "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง"
HEADERS: dict[str, tuple[Rows, list[str]]] = {
    "numbered": ([[f"{n}. {name}" for n, name in enumerate(NAMES, 1)]], job()),
    "numbered in brackets": ([[f"({n}) {name}" for n, name in enumerate(NAMES, 1)]], job()),
    "numbers below": ([NAMES, [f"({n})" for n in range(1, 12)]], job()),
    "Thai numbers below": ([NAMES, [*"๑๒๓๔๕๖๗๘๙", "๑๐", "๑๑"]], job()),
    "wordings": (
        [[*NAMES[:1], "งานที่จะจัดซื้อหรือจ้าง", *NAMES[2:4], "วิธีซื้อ/จ้าง", NAMES[5], "ผู้ที่ได้รับการคัดเลือก", *NAMES[7:]]],
        job(),
    ),
    "marks in another order": ([[*NAMES[:7], "ราคาท่ีตกลงซ้ือหรือจ้าง (บาท)", *NAMES[8:]]], job()),
    "a lost letter": ([["ล าดับที่", *NAMES[1:]]], job()),
    "bidders and bids apart": (
        [[*NAMES[:5], "รายชื่อผู้เสนอราคา", "ราคาที่เสนอ", *NAMES[6:]]],
        job(bids=("ร้าน ก", "12,300 บาท")),
    ),
    "two in one": (
        [[*NAMES[:6], TWO, NAMES[8], CONTRACT]],
        [*job()[:6], "ร้าน ก / 12,300.00", "ราคาต่ำสุด", "ซ 1/2566 ลว. 5 ต.ค. 65"],
    ),
    "one heading over two": (
        [[*NAMES[:6], TWO, "", NAMES[8], CONTRACT, ""]],
        [*job()[:6], "ร้าน ก", "12,300.00", "ราคาต่ำสุด", "ซ 1/2566", "5 ต.ค. 65"],
    ),
    "a second row": (
        [
            [*NAMES[:5], NAMES[5], "", TWO, "", NAMES[8], CONTRACT, ""],
            ["", "", "", "", "", "รายชื่อผู้เสนอราคา", "ราคาที่เสนอ", "ชื่อ", "ราคา", "", "เลขที่", "ลงวันที่"],
        ],
        job(bids=("ร้าน ก", "12,300 บาท")),
    ),
    "a second row in another order": (
        [
            [*NAMES[:6], TWO, "", NAMES[8], CONTRACT, ""],
            ["", "", "(บาท)", "(บาท)", "", "", "ราคา", "ชื่อผู้ได้รับการคัดเลือก", "", "วันที่", "เลขที่"],
        ],
        [*job()[:6], "12,300.00", "ร้าน ก", "ราคาต่ำสุด", "5 ต.ค. 65", "ซ 1/2566"],
    ),
    "columns in another order": (
        [[NAMES[9], NAMES[10], NAMES[1], *NAMES[6:8], *NAMES[2:6], NAMES[8], NAMES[0]]],
        [*job()[9:], job()[1], *job()[6:8], *job()[2:6], job()[8], "1"],
    ),
    "other words": (
        [
            [
                "ที่",
                "รายการจัดซื้อ/จัดจ้าง",
                "วงเงินงบประมาณ",
                "ราคากลาง",
                "วิธีการ",
                "ผู้เสนอราคา/ราคาที่เสนอ",
                "ผู้ขาย/ผู้รับจ้าง",
                "ราคาที่ตกลงซื้อ/จ้าง",
                "เหตุผลที่คัดเลือก",
                "เลขที่ใบสั่งซื้อ/ใบสั่งจ้าง",
                "ลงวันที่",
            ]
        ],
        job(),
    ),
    "lines and stars in headings": (
        [[name.replace("หรือ", "\nหรือ").replace(" (บาท)", "*\n(บาท)") for name in NAMES]],
        job(),
    ),
    "units in a second row": ([NAMES, ["", "", "(บาท)", "(บาท)", "", "", "", "(บาท)", "", "", ""]], job()),
    "winner and price by other names": (
        [[*NAMES[:6], "ผู้ชนะการเสนอราคาและราคาที่ตกลงซื้อหรือจ้าง", "", NAMES[8], "เลขที่และวันที่ลงนามสัญญา", ""]],
        [*job()[:6], "ร้าน ก", "12,300.00", "ราคาต่ำสุด", "ซ 1/2566", "5 ต.ค. 65"],
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_printed_form_is_read_however_its_header_is_laid_out(name: str, tmp_path: Path) -> None:
    header, row = HEADERS[name]
    table, said = found(tmp_path, [["สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2565"], *header, row])
    assert said == []
    assert table
    (one,) = table.all
    assert (one["winner"], one["agreed_price"]) == ("ร้าน ก", Decimal("12300.00"))
    assert (one["contract_number"], one["contract_date"], one["bids"]) == ("ซ 1/2566", DAY, "ร้าน ก 12,300 บาท")


def test_merged_headings_over_cells_that_are_merged_too(tmp_path: Path) -> None:
    header = [*NAMES[:5], NAMES[5], "", "", TWO, "", "", NAMES[8], CONTRACT]
    row = [*job()[:5], "ร้าน ก\nเสนอราคา 12,300.00 บาท", "", "", "ร้าน ก\nราคาที่ตกลง 12,300.00 บาท", "", ""]
    row += ["ราคาต่ำสุด", "ใบสั่งซื้อ เลขที่ 4/2566\nวันที่ 5 ตุลาคม 2565"]
    merged = [f"{a}{n}:{b}{n}" for n in (1, 2) for a, b in (("F", "H"), ("I", "K"))]
    table, said = found(tmp_path, [header, row], merged=merged)
    assert said == []
    assert table
    (one,) = table.all
    assert one["bids"] == "ร้าน ก เสนอราคา 12,300.00 บาท"
    assert (one["winner"], one["agreed_price"], one["contract_number"]) == (
        "ร้าน ก",
        Decimal("12300.00"),
        "ใบสั่งซื้อ เลขที่ 4/2566",
    )


def test_further_bidders_stand_in_rows_of_their_own_merged_or_not(tmp_path: Path) -> None:
    more = ["", "", "", "", "", "ร้าน ข 12,400 บาท", *[""] * 5]
    for merged in ([], [f"{letter}2:{letter}3" for letter in "ABCDEGHIJK"]):
        table, said = found(tmp_path, [NAMES, job(), more], merged=merged)
        assert said == []
        assert table
        assert (table.count, table.sums["agreed_price"]) == (1, Decimal("12300.00"))
        assert table.all[0]["bids"] == "ร้าน ก 12,300 บาท; ร้าน ข 12,400 บาท"


def test_a_job_written_twice_is_said_with_a_number_and_without(tmp_path: Path) -> None:
    for contract, code in (("ซ 1/2566", "table-repeated-number"), ("-", "table-repeated-job")):
        rows = [job(contract=contract), job(contract=contract, bids=["ร้าน ข 12,400 บาท"])]
        assert found(tmp_path, [NAMES, *rows])[1] == [code]
    assert found(tmp_path, [NAMES, job(contract="-"), job(contract="-", day="6 ต.ค. 65")])[1] == []


FEET: dict[str, tuple[Rows, list[str]]] = {
    "total": ([["", "รวมประจำเดือนตุลาคม 2565", "12,500.00", "", "", "", "", "12,300.00", "", "", ""]], []),
    "total that disagrees": (
        [["", "รวมทั้งสิ้น", "12,500.00", "", "", "", "", "12,800.00", "", "", ""]],
        ["table-total-unlike-rows"],
    ),
    "total in words that disagrees": (
        [["", "รวมเป็นเงิน (หนึ่งหมื่นบาทถ้วน)", *[""] * 9]],
        ["table-total-unlike-rows"],
    ),
    "total so far": ([["", "ยอดรวมสะสม", "99,500.00", "", "", "", "", "98,300.00", "", "", ""]], []),
    "signature": (
        [[*[""] * 7, text, "", role, ""] for text, role in (("ลงชื่อ", "ผู้รายงาน"), ("(นายสมมติ ตัวอย่าง)", ""), ("ตำแหน่ง เจ้าพนักงานพัสดุ", ""))],
        [],
    ),
    "total in words": ([["", "รวมเป็นเงิน (หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน)", *[""] * 9]], []),
    "total and its words below": (
        [
            ["รวมเป็นเงินทั้งสิ้น", "", "12,500.-", "", "", "", "", "12,300.-", "", "", ""],
            ["(หนึ่งหมื่นสองพันสามร้อยบาทถ้วน)", *[""] * 10],
        ],
        [],
    ),
    "marked note": ([["* จ้างเหมาบริการรวมภาษีแล้ว", *[""] * 10]], []),
    "note in the middle": ([["", "", "หมายเหตุ ไม่รวมงานที่อยู่ระหว่างดำเนินการ", *[""] * 8]], []),
    "approval": ([["", "", "", "", "", "ตรวจแล้วถูกต้อง", *[""] * 5], [*[""] * 5, "(นางสมมติ ใจงาม)", *[""] * 5]], []),
    "note": ([["หมายเหตุ : ราคารวมภาษีมูลค่าเพิ่มแล้ว", *[""] * 10]], []),
    "numbered empty rows": ([[str(n), *[""] * 10] for n in range(2, 8)], []),
    "another month": ([job(2, day="5 พ.ย. 65")], []),
}  # fmt: skip


@pytest.mark.parametrize("name", FEET)
def test_what_stands_below_the_jobs_is_no_job(name: str, tmp_path: Path) -> None:
    rows, codes = FEET[name]
    csv = read(as_csv(tmp_path / "a.csv", [NAMES, job(), *rows]), form=MONTHLY, year=2566)
    assert [one.code for one in csv[1]] == codes
    assert csv[0]
    assert csv[0].count == (2 if name == "another month" else 1)


def test_totals_of_parts_and_of_all_are_compared_with_what_they_sum_up(tmp_path: Path) -> None:
    def total(label: str, amount: int) -> list[str]:
        return ["", label, str(amount), *[""] * 8]

    rows = [job(1), total("รวม", 12500), job(2), job(3), total("รวม", 25000), total("รวมทั้งสิ้น", 37500)]
    assert found(tmp_path, [NAMES, *rows])[1] == []
    rows[4] = total("รวม", 12500)
    assert found(tmp_path, [NAMES, *rows])[1] == ["table-total-unlike-rows"]


def test_a_total_below_a_row_that_cannot_be_read_is_not_judged(tmp_path: Path) -> None:
    rows = [job(1), [*job(2)[:2], "ห้า", *job(2)[3:]], ["", "รวม", "25000", *[""] * 8]]
    assert found(tmp_path, [NAMES, *rows])[1] == ["table-not-an-amount"]


def test_each_sheet_is_of_its_month_and_a_month_may_state_that_it_had_none(tmp_path: Path) -> None:
    none = ["", "", "", "", "", "- ไม่มีการจัดซื้อจัดจ้าง -", *[""] * 5]
    sheets: dict[str, Rows] = {
        "ต.ค.65": [NAMES, job(), job(2, day="5 พ.ย. 65")],
        "พ.ย.65": [NAMES, none],
        "ธ.ค.65": [NAMES, ["1", "ไม่มีการจัดซื้อจัดจ้าง", *["-"] * 9]],
        "ม.ค.66": [NAMES],
    }
    office_workbook(tmp_path / "a.xlsx", {name: {"rows": rows} for name, rows in sheets.items()})
    table, said = read(tmp_path / "a.xlsx", form=MONTHLY, year=2566)
    assert [(one.code, one.facts["cell"]) for one in said] == [("table-row-of-another-month", "ต.ค.65!K3")]
    assert table
    assert table.without == dict.fromkeys((datetime.date(2022, 11, 1), datetime.date(2022, 12, 1)), "ไม่มีการจัดซื้อจัดจ้าง")


def test_one_fault_of_all_sheets_is_said_once_and_sheets_come_in_their_own_order(tmp_path: Path) -> None:
    from generator.diagnostics import sort

    wrong = [name for name in NAMES if "ราคากลาง" not in name]
    sheets: dict[str, Any] = {f"{m}65": {"rows": [wrong, job()]} for m in ("ต.ค.", "พ.ย.", "ธ.ค.")}
    office_workbook(tmp_path / "a.xlsx", sheets)
    (fault,) = read(tmp_path / "a.xlsx", form=MONTHLY, year=2566)[1]
    assert (fault.code, fault.facts["cell"]) == ("table-column-missing", "ต.ค.65!A1, พ.ย.65!A1, ธ.ค.65!A1")
    bad = [*job()[:2], "x", *job()[3:]]
    office_workbook(tmp_path / "a.xlsx", {"ต.ค.65": {"rows": [NAMES, job(), job(2), bad]}, "ก": {"rows": [NAMES, bad]}})
    faults = sort(read(tmp_path / "a.xlsx", form=MONTHLY, year=2566)[1])
    assert [one.facts["cell"] for one in faults] == ["ต.ค.65!C4", "ก!C2"]


OPEN_DATA = [
    "ลำดับ",
    "รหัสโครงการ",
    "ชื่อโครงการ",
    "ชื่อประเภทโครงการ",
    "ชื่อหน่วยงาน",
    "ชื่อหน่วยงานย่อย",
    "วิธีจัดซื้อฯ",
    "กลุ่มวิธีจัดซื้อฯ",
    "วันที่ประกาศ",
    "งบประมาณ(บาท)",
    "ราคากลาง(บาท)",
    "ราคาตกลงซื้อ/จ้าง",
    "ปีงบประมาณ",
    "จังหวัด",
    "สถานะโครงการ",
    "ชื่อผู้ชนะ",
    "เลขที่สัญญา",
    "วันที่ลงนามสัญญา",
    "แหล่งงบประมาณ",
]
RECORD = [
    "1",
    "66119524001",
    "ซื้อวัสดุ",
    "ซื้อ",
    "เทศบาล",
    "กองคลัง",
    "เฉพาะเจาะจง",
    "เฉพาะเจาะจง",
    "-",
    "1480",
    "1480",
    "1400",
    "2567",
    "นนทบุรี",
    "ระหว่างดำเนินการ",
    "บริษัท ก จำกัด",
    "12/2567",
    "29 พ.ย. 66",
    "ข้อบัญญัติ",
]


def test_the_open_data_of_e_gp_is_known_by_its_own_names(tmp_path: Path) -> None:
    table, said = read(as_csv(tmp_path / "a.csv", [OPEN_DATA, RECORD]), form=ITEMS, year=2567)
    assert [one.code for one in said] == ["table-column-left-out"]
    assert said[0].facts["header"] == "ชื่อประเภทโครงการ, กลุ่มวิธีจัดซื้อฯ, วันที่ประกาศ"
    assert table
    assert (table.all[0]["winner"], table.all[0]["agreed_price"]) == ("บริษัท ก จำกัด", Decimal(1400))
    wide = [[*RECORD[:14], "เมือง", *RECORD[14:]]] * 2
    assert [one.code for one in read(as_csv(tmp_path / "a.csv", [OPEN_DATA, *wide]), form=ITEMS, year=2567)[1]] == [
        "table-lost-columns"
    ]


CELLS: dict[str, tuple[int, list[str], list[str]]] = {
    "amounts": (
        2,
        [
            *("12,500.00 (รวมภาษีมูลค่าเพิ่ม 7% แล้ว)", "หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน"),
            *("12,500.00\n(หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน)", "รวมเป็นเงินทั้งสิ้น 12,500 บาท", "รวม 12,500", "12,500.00 บ."),
        ],
        ["12,500.00/เดือน", "12,500,00", "12,500 (หนึ่งหมื่นบาทถ้วน)", "12,500 (โดยประมาณ)"],
    ),
    "median price": (
        3,
        ["ไม่มีราคากลาง", "- ไม่มี -", "N/A", "ไม่ต้องกำหนดราคากลาง"],
        ["ไม่ระบุ", "เท่ากับวงเงิน", "ไม่มีความเห็น"],
    ),
    "method": (
        4,
        [
            *("ซื้อโดยวิธีเฉพาะเจาะจง ว 119", "เฉพาะเจาะจงตามมาตรา 56 วรรคหนึ่ง (2) (ข)"),
            *("กรณีจำเป็นเร่งด่วน ข้อ 79 วรรคสอง", "จ้างที่ปรึกษาโดยวิธีคัดเลือก"),
        ],
        ["คัดเลือกหรือเฉพาะเจาะจง", "ไม่ใช้วิธีคัดเลือก", "ผู้ได้รับการคัดเลือก", "ตกลงราคา"],
    ),
    "day": (10, ["5 ต.ค.", "31 ตุลาคม", "1 ก.ย."], ["5 ต.ค. 66 ถึง 31 ต.ค. 66", "32 ต.ค.", "ต.ค."]),
}


@pytest.mark.parametrize("kind", CELLS)
def test_what_has_one_meaning_is_read_and_what_has_two_is_not(kind: str, tmp_path: Path) -> None:
    at, read_as_meant, refused = CELLS[kind]
    for cell in (*read_as_meant, *refused):
        cells = [*job()[:at], cell, *job()[at + 1 :]]
        table, said = read(as_csv(tmp_path / "a.csv", [NAMES, cells]), form=MONTHLY, year=2566)
        assert (table is not None, len(said)) == ((True, 0) if cell in read_as_meant else (False, 1)), cell
        if table and kind == "amounts":
            assert table.sums["amount"] == 12500


def test_a_day_whose_cell_lost_its_format_is_still_that_day(tmp_path: Path) -> None:
    office_workbook(tmp_path / "a.xlsx", {"ต.ค.65": {"rows": [NAMES, [*job()[:-1], 44839], [*job(2)[:-1], 65]]}})
    table, said = read(tmp_path / "a.xlsx", form=MONTHLY, year=2566)
    assert [(one.code, one.facts["cell"]) for one in said] == [("table-not-a-date", "ต.ค.65!K3")]
    assert table
    assert table.all[0]["contract_date"] == DAY


def test_a_cell_of_two_columns_is_told_once(tmp_path: Path) -> None:
    names = [*NAMES[:6], TWO, *NAMES[8:]]
    said = found(tmp_path, [names, [*job()[:6], "-", *job()[8:]]])[1]
    assert said == ["table-cell-needed"]


NONES = ["ไม่มี", "- ไม่มี -", "ไม่มีข้อมูล", "ไม่มีรายการในเดือนนี้", ["1", *["-"] * 10], ["-"] * 11]


@pytest.mark.parametrize("none", NONES, ids=map(str, range(len(NONES))))
def test_a_month_that_had_none_may_say_it_in_one_word_or_in_dashes(none: str | list[str], tmp_path: Path) -> None:
    for row in [none] if isinstance(none, list) else [[none], ["", none], ["1", none, *["-"] * 9]]:
        office_workbook(tmp_path / "a.xlsx", {"ต.ค.65": {"rows": [NAMES, job()]}, "พ.ย.65": {"rows": [NAMES, row]}})
        table, said = read(tmp_path / "a.xlsx", form=MONTHLY, year=2566)
        assert said == []
        assert table
        assert set(table.without) == {datetime.date(2022, 11, 1)}


def test_points_of_a_note_and_totals_carried_to_the_next_page_are_no_jobs(tmp_path: Path) -> None:
    carried = ["", "ยอดยกไป", "12,500.00", *[""] * 4, "12,300.00", "", "", ""]
    again = ["", "ยอดยกมา", *carried[2:]]
    notes = [
        ["หมายเหตุ", "1. ราคารวมภาษี", *[""] * 9],
        ["", "2. อ้างอิงมาตรา 56", *[""] * 9],
        ["", "- ข้อมูลเบื้องต้น", *[""] * 9],
    ]
    total = ["", "รวม", "25,000", *[""] * 8]
    table, said = found(tmp_path, [NAMES, job(), carried, NAMES, again, job(2), total, *notes])
    assert said == []
    assert table
    assert table.count == 2


def test_texts_of_a_pdf_are_mended_where_that_is_certain_and_said_where_letters_are_lost(tmp_path: Path) -> None:
    names = ["จ้างเหมาทําความสะอาด", "ซ้ือวัสดุ", "ซื้อ\u200bวัสดุ", "ซื้อวัสดุส านักงาน", "จัดซื้อวัสดุกๅรเกษตร"]
    rows = [[*job(n)[:1], name, *job(n)[2:]] for n, name in enumerate(names, 1)]
    table, said = found(tmp_path, [NAMES, *rows])
    assert said == ["lost-sara-am"] * 2
    assert table
    assert [row["job"] for row in table.all] == ["จ้างเหมาทำความสะอาด", "ซื้อวัสดุ", "ซื้อวัสดุ", *names[3:]]
