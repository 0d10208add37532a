"""Files → records: delimiters, encodings, and which file a disclosure names."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from generator.blocks.procurement import ITEMS
from generator.tables import records
from generator.tables.columns import CellFault
from generator.tables.records import Source, grids
from tests.jobs import HEADER, ROW, as_csv, fine, places, read, row


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_csv_file_is_read_whatever_parts_its_cells(delimiter: str, encoding: str, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", [["รายการปี 2568"], [], HEADER, ROW], delimiter, encoding)
    assert fine(path).all[0]["winner"] == "บริษัท ตัวอย่าง ก จำกัด"


def test_line_ends_and_line_breaks_inside_of_cells_are_read(tmp_path: Path) -> None:
    quoted = ",".join(row(job='"จ้างทำ\r\nความสะอาด"'))
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join([",".join(HEADER), quoted, ",".join(row(budget="x"))]).encode())
    table, faults = read(path)
    assert table
    assert table.all[0]["job"] == "จ้างทำ ความสะอาด"
    assert places(faults) == [(4, 2, "table-not-an-amount", "B3")]  # line of the file, row of Excel


HEAD = ",".join(HEADER)
LINE = ",".join(ROW)


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"", "table-empty", (0, 0, 0)),
        (b"\n \n,,\n", "table-empty", (0, 0, 0)),
        (b"PK\x03\x04", "table-not-what-it-says", (0, 0, 0)),
        (b"%PDF-1.7", "table-not-what-it-says", (0, 0, 0)),
        (b"a,b\0", "table-not-what-it-says", (0, 0, 0)),
        (codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le") + b"\x00\xd8", "table-encoding", (1, 1, 1)),
        (f"{HEAD}\n{LINE}".encode("utf-16-be") + b"\xd8\x01", "table-encoding", (1, 1, 1)),
        ("job,budget\nx,\xe9".encode("latin-1"), "table-encoding", (2, 2, 2)),
        (f"{HEAD}\n".encode() + b"x,\xff\xfe\n", "table-encoding", (2, 2, 2)),
        (f"{HEAD}\n{LINE}\n".encode() + "จ้าง".encode()[:-1], "table-encoding", (3, 3, 1)),
        (f'{HEAD}\n"x" y,'.encode(), "table-quotes", (2, 2, 1)),
        (f'{HEAD}\n{LINE}\n"x'.encode(), "table-quotes", (3, 3, 1)),
    ],
)
def test_what_keeps_a_file_from_being_read_has_its_place(
    raw: bytes, code: str, place: tuple[int, int, int], tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(raw)
    _, faults = read(path)
    assert [(fault.code, fault.line, fault.column) for fault in faults] == [(code, place[0], place[2])]


def test_records_have_the_line_of_the_file_and_the_row_of_excel(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('job;budget\n"a\nb";1\n\nc;2\n', "utf-8")
    [grid] = grids(Source(path, "a.csv"), ITEMS)
    assert grid.top == [(1, 1, ["job", "budget"]), (2, 2, ["a\nb", "1"]), (5, 4, ["c", "2"])]
    assert list(grid.below(grid.top[0])) == grid.top[1:]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("jobs.csv", "data/2568/jobs.csv"),
        ("../2568/./jobs.csv", "data/2568/jobs.csv"),
        ("book.xlsx#ต.ค. ", "data/2568/book.xlsx"),
        ("../../out.csv", "table-outside"),
        ("/etc/passwd.csv", "table-outside"),
        ("C:\\jobs.csv", "table-outside"),
        ("link.csv", "table-outside"),
        ("a\0.csv", "table-outside"),
        ("jobs.pdf", "table-type"),
        ("job.csv", "table-missing"),
        (".csv", "table-type"),
    ],
)
def test_a_table_is_a_csv_or_xlsx_file_inside_of_the_data_folder(written: str, found: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "2568").mkdir(parents=True)
    for name in ("data/2568/jobs.csv", "data/2568/book.xlsx", "data/2568/jobs.pdf", "out.csv"):
        (tmp_path / name).touch()
    os.symlink(tmp_path / "out.csv", folder / "2568" / "link.csv")
    source = records.find(folder, folder / "2568", written, "data")
    assert (source.name if isinstance(source, Source) else source[0]) == found
    if isinstance(source, Source):
        assert source.sheet == ("ต.ค." if "#" in written else "")
    if found == "table-missing":
        assert not isinstance(source, Source)
        assert source[1]["meant"] == "jobs.csv"


def test_a_file_that_vanished_is_a_fault(tmp_path: Path) -> None:
    assert [fault.code for fault in read(tmp_path / "a.csv")[1]] == ["file-unreadable"]
    with pytest.raises(CellFault):
        list(grids(Source(as_csv(tmp_path / "a.xlsx", [HEADER]), "a.xlsx"), ITEMS))
