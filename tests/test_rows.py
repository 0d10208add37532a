"""Rows under a header: which are rows, what is wrong with each, and the fast path."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.blocks.procurement import ITEMS
from generator.tables import headers
from generator.tables.row_parser import RowParser
from generator.tables.rows import BLOCK
from tests.jobs import HEADER, ROW, TYPED, YEAR, as_csv, as_xlsx, fine, office_sheet, read, row

HEAD = headers.read(ITEMS, (1, 1, HEADER)).header
PARSER = RowParser(ITEMS, HEAD, YEAR, False, {})


@pytest.mark.parametrize(
    ("header", "faults"),
    [
        (HEADER, []),
        ([*HEADER, "", " "], []),
        ([*HEADER, "ลำดับ"], []),
        ([*HEADER, "งบประมาณ"], [(9, "table-repeated-column")]),
        ([*HEADER, "ราคากลาง!"], []),
        ([*HEADER, "เลขที่สัญา"], [(9, "table-unknown-column")]),
        (HEADER[1:], [(0, "table-column-missing")]),
        (["x", *HEADER[1:]], [(0, "table-column-missing")]),
        (
            [*HEADER[:7], "ผู้ได้รับการคัดเลือกและราคา", HEADER[8]],
            [(7, "table-repeated-column")],
        ),
    ],
)
def test_a_header_names_every_column_that_is_needed_once(header: list[str], faults: list[tuple[int, str]]) -> None:
    headed = headers.read(ITEMS, (4, 3, header))
    found, wrong = headed.header, headed.faults
    assert [(one.column, one.code) for one in wrong] == faults
    assert found.row == 3


def test_the_header_is_the_row_that_names_most_columns() -> None:
    title: Any = (1, 1, ["งบประมาณ", "ปี 2568"])
    header: Any = (3, 3, HEADER)
    assert headers.find(ITEMS, [title, header]) is header
    assert headers.find(ITEMS, [title]) is None
    assert headers.find(ITEMS, []) is None


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (ROW, []),
        ([*ROW, ""], []),
        ([*ROW, " ", ""], []),
        ([*ROW, "x"], [(10, "table-cell-count")]),
        (ROW[:8], [(8, "table-cell-count")]),
        ([], []),
        (["", " ", "-"], []),
        (["เดือนตุลาคม", *[""] * 8], []),
        (["เดือนตุลาคม"], []),
        (["กองคลัง", *[""] * 8], [(1, "table-title-row")]),
        (["กองคลัง"], [(1, "table-title-row")]),
        (HEADER, []),
        ([HEADER[1], HEADER[0], *HEADER[2:]], [(1, "table-title-row")]),
        (["รวม", "100000", *[""] * 7], [(2, "table-total-unlike-rows")]),
        (["รวม", "50000", *[""] * 7], []),
        (["", "รวมทั้งสิ้น", *[""] * 7], []),
        (row(budget="x", median_price="y"), [(2, "table-not-an-amount"), (6, "table-not-an-amount")]),
        (row(agreed_price=""), [(7, "table-cell-alone")]),
        (row(winner=""), [(8, "table-cell-alone")]),
        (row(agreed_price="", winner=""), []),
    ],
)
def test_a_row_among_others_has_every_fault_at_its_cell(
    cells: list[str], found: list[tuple[int, str]], tmp_path: Path
) -> None:
    others = [row(egp_number="-")] * 2
    _, faults = read(as_csv(tmp_path / "a.csv", [HEADER, others[0], cells, others[1]]))
    assert [(fault.line, fault.column, fault.code) for fault in faults] == [(3, *one) for one in found]


def test_one_comma_too_many_is_padding(tmp_path: Path) -> None:
    rows = [row(egp_number="-"), [*row(egp_number="-"), ""], [*row(egp_number="-"), "", " "]]
    assert fine(as_csv(tmp_path / "a.csv", [HEADER, *rows])).count == 3


def test_of_many_alike_faults_the_first_ones_are_reported_and_the_rest_counted(tmp_path: Path) -> None:
    _, faults = read(as_csv(tmp_path / "a.csv", [HEADER, *[row(budget="x")] * 25]))
    alone, more = faults[:-1], faults[-1]
    assert [fault.line for fault in alone] == list(range(2, 12))
    assert (more.line, more.code, more.facts["count"]) == (12, "table-more-faults", "15")


def test_a_block_of_blank_rows_in_a_workbook_with_a_faulty_formula_is_passed_over(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        blank = [[""] * 9] * (2 * BLOCK)
        sheet = office_sheet(book, "งาน", [TYPED, *blank, [*TYPED[:8], "-"], [*TYPED[:8], "-"]])
        sheet.write_string(6, 12, " ")
        sheet.write_formula(2 * BLOCK + 5, 1, "=#REF!", None, "#REF!")

    table, faults = read(as_xlsx(tmp_path / "a.xlsx", write))
    assert table
    assert table.count == 2
    assert [fault.code for fault in faults] == ["table-formula-error"]


def test_a_faulty_formula_in_a_column_that_is_not_kept_loses_no_row(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for line, cells in enumerate([["ลำดับ", *HEADER], ["1", *TYPED], ["2", *TYPED[:8], "-"]]):
            for number, cell in enumerate(cells):
                sheet.write(line, number, cell)
        sheet.write_formula(2, 0, "=#REF!", None, "#REF!")

    assert fine(as_xlsx(tmp_path / "a.xlsx", write)).count == 2


CELLS = st.one_of(
    st.sampled_from(
        ["", "-", "ไม่มี", " ", "0", "50000", "50,000", "1e5", "-1", "๕๐", "1.234", "1.", "a\x07b", "ก\u200bข"]
    ),
    st.sampled_from(["e-bidding", "เฉพาะเจาะจง", "67109000001", "67139000001", "15/10/2567", "'=1"]),
    st.text(max_size=12),
)


@settings(max_examples=300, deadline=None)
@example(changes=[(1, "1.")], size=2)  # what some Pythons took for an amount
@given(changes=st.lists(st.tuples(st.integers(0, len(HEADER) - 1), CELLS), max_size=8), size=st.integers(1, 40))
def test_a_block_is_parsed_as_its_rows_are_one_by_one(changes: list[tuple[int, str]], size: int) -> None:
    rows = [row(egp_number="-") for _ in range(size)]
    for number, (column, cell) in enumerate(changes):
        rows[number * 7 % size][column] = cell
    one_by_one = [PARSER.parse_row(number, cells) for number, cells in enumerate(rows)]
    together = PARSER.parse_block([(number, number, cells) for number, cells in enumerate(rows)])
    if any(faults for _, faults in one_by_one):
        assert together is None
    else:
        assert together is not None
        assert [list(values) for values in zip(*together, strict=True)] == [values for values, _ in one_by_one]
