"""Rows and columns that nobody sees who opens a workbook."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.tables import hidden_cells, workbooks
from tests.documents import office_workbook
from tests.jobs import packed, parts


@pytest.mark.parametrize(
    ("numbers", "said"), [([3], "3"), ([3, 4, 5, 9], "3–5, 9"), (list(range(2, 100, 2)), ", ".join(map(str, range(2, 42, 2))) + ", …")]
)  # fmt: skip
def test_numbers_are_said_as_ranges(numbers: list[int], said: str) -> None:
    assert hidden_cells.ranges(numbers) == said


def test_rows_and_columns_are_found_in_plain_sheets_and_in_odd_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    sheet = {"rows": [["a", "b", "c"], [1, 2, 3], [4, 5, 6]], "hidden_rows": [2], "hidden_columns": ["B:C"]}
    office_workbook(path, {"ก": sheet})
    inside = parts(path)
    name = "xl/worksheets/sheet1.xml"
    odd = tmp_path / "odd.xlsx"
    packed(odd, {**inside, name: inside[name].replace(b'<c r="A1"', b'<c  r="A1"')})  # no longer plain
    assert zipfile.is_zipfile(odd)
    for file in (path, odd):
        (found,) = workbooks.scan(file)
        assert (found.hidden_rows, found.hidden_columns) == ([2], [(2, 3)])
