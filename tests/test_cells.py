"""What a cell of each kind says: one by one, and many at once."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.blocks.procurement import ITEMS
from generator.blocks.procurement_columns import METHODS
from generator.tables.cells import reader
from generator.tables.columns import LONGEST_CELL, CellFault, Choice, Column
from tests.jobs import YEAR

OCTOBER = datetime.date(2024, 10, 1)
CHOICES = METHODS[:3]


def column(kind: Any, blank: Any = "allowed", *, in_year: bool = False) -> Column:
    return Column("x", "x", "x", kind, blank=blank, in_year=in_year, choices=CHOICES if kind == "choice" else ())


def read(cell: Any, of: Column) -> Any:
    """The value, or the code of the fault."""
    try:
        return reader(of, YEAR, of_workbook=not isinstance(cell, str)).one(cell)
    except CellFault as fault:
        return fault.code


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("text", " งาน\nหนึ่ง ", "งาน หนึ่ง"),
        ("text", "ก\u200bข", "กข"),
        ("text", "a\x07b", "table-control-character"),
        ("text", "'=SUM(A1)", "=SUM(A1)"),
        ("text", "'ก'", "'ก'"),
        ("text", "ก" * LONGEST_CELL, "ก" * LONGEST_CELL),
        ("text", "ก" * (LONGEST_CELL + 1), "table-cell-too-long"),
        ("text", "5", "5"),
        ("text", 5.0, "5"),
        ("text", datetime.date(2024, 10, 15), "table-date-for-text"),
        ("text", datetime.time(10), "table-date-for-text"),
        ("lines", "ก;\n; ข\n\n", "ก; ข"),
        ("lines", "ร้าน ก\nเสนอราคา 12,500 บาท\nร้าน ข\n12,600", "ร้าน ก เสนอราคา 12,500 บาท; ร้าน ข 12,600"),
        ("text", "• ร้าน ก", "ร้าน ก"),
        ("text", "\uf0b7\u00a0ร้าน ก", "ร้าน ก"),
        ("text", "จ้างเหมาทําความสะอาด", "จ้างเหมาทำความสะอาด"),
        ("text", "ซ้ือวัสดุ", "ซื้อวัสดุ"),
        ("amount", "50000.5", Decimal("50000.5")),
        ("amount", "๑,๒๓๔.๕๐", Decimal("1234.50")),
        ("amount", "1.", "table-not-an-amount"),
        ("amount", "1e5", "table-not-an-amount"),
        ("amount", "12,500.-", Decimal(12500)),
        ("amount", "12,500.00 บาท", Decimal("12500.00")),
        ("amount", "12,500.00.-", Decimal("12500.00")),
        ("amount", "12,500.- บาท", Decimal(12500)),
        ("amount", "฿12,500", Decimal(12500)),
        ("amount", "12 500", Decimal(12500)),
        ("amount", "12\u00a0500.50", Decimal("12500.50")),
        ("amount", "๔๕,๐๐๐ บาทถ้วน", Decimal(45000)),
        ("amount", "12 50", "table-not-an-amount"),
        ("amount", "10 บาท 20 บาท", "table-not-an-amount"),
        ("amount", "ประมาณ 50,000", "table-not-an-amount"),
        ("amount", "(5)", "table-impossible-amount"),
        ("amount", "1.234", "table-impossible-amount"),
        ("amount", "9" * 14, "table-impossible-amount"),
        ("amount", "9" * 4301, "table-not-an-amount"),
        ("amount", 0.1 + 0.2, Decimal("0.30")),
        ("amount", 50000.0, Decimal(50000)),
        ("amount", 1234.567, "table-impossible-amount"),
        ("amount", float("nan"), "table-impossible-amount"),
        ("amount", float("inf"), "table-impossible-amount"),
        ("amount", datetime.timedelta(1), "table-not-a-date"),
        ("date", "15 ต.ค. 2567", datetime.date(2024, 10, 15)),
        ("date", "15-10-2567", datetime.date(2024, 10, 15)),
        ("date", "15-ต.ค.-67", datetime.date(2024, 10, 15)),
        ("date", "ลว. 15 ต.ค. 67", datetime.date(2024, 10, 15)),
        ("date", "ลงวันที่ ๑๕ ตุลาคม ๒๕๖๗", datetime.date(2024, 10, 15)),
        ("date", "2567/10/15", datetime.date(2024, 10, 15)),
        ("date", "15 /10/ 2567", datetime.date(2024, 10, 15)),
        ("date", "15/10/2567 09:30", datetime.date(2024, 10, 15)),
        ("date", "15/10/24", "table-not-a-date"),
        ("date", "2024/10/15", "table-ce-date"),
        ("date", "15/10/2024", "table-ce-date"),
        ("date", "เมื่อวาน", "table-not-a-date"),
        ("date", "15/9/2547", "table-date-out-of-reach"),
        ("date", datetime.datetime(2024, 10, 15, 8), datetime.date(2024, 10, 15)),
        ("date", datetime.date(2567, 10, 15), datetime.date(2024, 10, 15)),
        ("date", datetime.date(2568, 2, 29), "table-excel-be-date"),
        ("month", "ต.ค. 67", OCTOBER),
        ("month", "๑๐/๒๕๖๗", OCTOBER),
        ("month", "13/2567", "table-not-a-month"),
        ("month", "ต.ค. 67 - พ.ย. 67", "table-not-a-month"),
        ("month", "10/2024", "table-ce-date"),
        ("month", datetime.date(2024, 10, 15), OCTOBER),
        ("year", "พ.ศ. ๒๕๖๘", 2568),
        ("year", 2568.0, 2568),
        ("year", "2567", "table-wrong-year"),
        ("egp", "๖๗๑๐๙๐๐๐๐๐๑", "67109000001"),
        ("egp", "'67109000001", "67109000001"),
        ("egp", "67139000001", "table-egp-number"),
        ("egp", "6710900000", "table-egp-number"),
        ("egp", 67109000001.0, "67109000001"),
        ("egp", 67109000000.0, "table-egp-as-number"),
        ("egp", 67109000001.5, "table-egp-as-number"),
        ("egp", "67-10-9000001", "67109000001"),
        ("choice", "ไม่รู้จัก", "table-unknown-choice"),
        ("link", "https://example.go.th/1", "https://example.go.th/1"),
        ("link", "ftp://example.go.th", "table-not-a-link"),
        ("text", True, "TRUE"),
    ],
)
def test_a_cell_of_a_kind_says(kind: str, cell: Any, value: Any) -> None:
    assert read(cell, column(kind)) == value


@pytest.mark.parametrize("kind", ["text", "lines", "amount", "date", "month", "year", "egp", "choice", "link"])
@pytest.mark.parametrize(
    ("blank", "cell", "value"),
    [
        ("allowed", "", None),
        ("allowed", "–", None),
        ("stated", " ", "table-cell-empty"),
        ("stated", "ไม่มี", None),
        ("stated", None, "table-cell-empty"),
        ("refused", "", "table-cell-left"),
        ("refused", "-", "table-cell-needed"),
    ],
)
def test_a_cell_that_says_nothing_is_judged_by_its_column_alone(kind: str, blank: str, cell: Any, value: Any) -> None:
    assert read(cell, column(kind, blank)) == value


def test_a_day_of_another_fiscal_year_is_a_fault_only_where_the_column_asks_for_the_year() -> None:
    assert read("30/9/2567", column("date", in_year=True)) == "table-wrong-year"
    assert read("30/9/2567", column("date")) == datetime.date(2024, 9, 30)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_every_method_is_known_by_all_its_names(method: Choice) -> None:
    read_method = reader(ITEMS.column("method"), YEAR, of_workbook=False).one
    for name in (method.name.th, method.id, *method.aliases):
        assert read_method(name) is method
        assert read_method(f" {name} ") is method


@pytest.mark.parametrize(
    ("written", "method"),
    [
        ("โดยวิธีเฉพาะเจาะจงฯ มาตรา 56 (2)(ข)", "specific"),
        ("วิธีเฉพาะเจาะจง ตามมาตรา 56 (2) (ข)", "specific"),
        ("เฉพาะเจาะจง\u200b", "specific"),
        ("ด้วยวิธีประกวดราคาอิเล็กทรอนิกส์ (e-bidding)", "e_bidding"),
        ("วิธีประกาศเชิญชวนทั่วไปด้วยวิธี e-bidding", "e_bidding"),
        ("วิธีประกาศเชิญชวนทั่วไปด้วยวิธีประกวดราคาอิเล็กทรอนิกส์", "e_bidding"),
        ("ประกาศเชิญชวนทั่วไป (e-market)", "e_market"),
        ("ประกาศเชิญชวนทั่วไป วิธีสอบราคา", "price_enquiry"),
        ("วิธีประกาศเชิญชวนทั่วไป (มาตรา 56)", "open"),
        ("วิธีเฉพาะเจาะจง e-bidding", "table-unknown-choice"),
        ("วิธีคัดเลือก/วิธีเฉพาะเจาะจง", "table-unknown-choice"),
        ("มาตรา 56", "table-unknown-choice"),
    ],
)
def test_a_method_is_known_without_the_law_that_it_is_by(written: str, method: str) -> None:
    found = read(written, ITEMS.column("method"))
    assert (found.id if isinstance(found, Choice) else found) == method


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("29 พ.ย. 66", "table-day-for-name"),
        ("ลว. 5/10/2565", "table-day-for-name"),
        ("1480.00", "table-number-for-name"),
        ("12,500 บาท", "table-number-for-name"),
        ("ระหว่างดำเนินการ", "table-state-for-name"),
        ("อยู่ระหว่างระยะสัญญา", "table-state-for-name"),
        ("168 การค้า", "168 การค้า"),
        ("ร้านวันที่ 5", "ร้านวันที่ 5"),
        ("บริษัท สิ้นสุด จำกัด", "บริษัท สิ้นสุด จำกัด"),
    ],
)
def test_a_winner_is_a_name(cell: str, value: str) -> None:
    assert read(cell, ITEMS.column("winner")) == value
    assert many([cell] * 3, ITEMS.column("winner")) == ("fault" if value.startswith("table-") else [value] * 3)


CELLS = st.one_of(
    st.sampled_from(
        ["", "-", " ", "0", "50000", "50000.5", "50,000", "1.", ".5", "a\x07b", "ก\u200bข", "'=1", "e-bidding"]
    ),
    st.sampled_from(["67109000001", "67119000002", "67139000001", "15/10/2567", "15/10/2024", "10/2567", "2568"]),
    st.integers(0, 10**12).map(str),
    st.text(max_size=12),
)


def many(cells: list[str], of: Column) -> Any:
    try:
        return list(reader(of, YEAR, of_workbook=False).many(cells))
    except CellFault:
        return "fault"


@pytest.mark.parametrize("kind", ["text", "lines", "amount", "date", "month", "year", "egp", "choice", "link"])
@example(cells=["1", "1."])  # what some Pythons took for an amount
@example(cells=["1,2", "3"])  # as many commas as if there were three amounts
@example(cells=[f"งาน {number}" for number in range(150)])  # few are alike: the fast path of texts
@settings(deadline=None)
@given(cells=st.lists(CELLS, min_size=1, max_size=150))
def test_many_cells_at_once_are_read_as_one_by_one(kind: str, cells: list[str]) -> None:
    of = column(kind)
    one_by_one = [read(cell, of) for cell in cells]
    is_wrong = any(isinstance(value, str) and value.startswith("table-") for value in one_by_one)
    assert many(cells, of) == ("fault" if is_wrong else one_by_one)
