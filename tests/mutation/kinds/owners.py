"""The table of owners and days of a year's items, which Excel edits: rows that say nothing, two things, or what nobody knows.

The sample says its owners in its files. Here a table that says the same stands beside them, with one thing in it changed.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml

from tests.mutation.kind import Kind, fault, harmless
from tests.mutation.sample import Mutant, Sample

Rows = list[list[Any]]
HEAD = ["ข้อ", "ชื่อข้อ", "ผู้รับผิดชอบ", "กำหนดส่ง"]
YEARS = (2567, 2568, 2569)
LISTS = Path(__file__).parents[3] / "generator" / "catalogues" / "central-government"
EVERY = 7
"""Of so many items one is changed."""


def _rows(sample: Sample, year: int) -> Rows:
    """The right rows of a year: number and title of each item, the owner where its files agree, and the day of the year."""
    owners: dict[str, str] = {}
    for name, data in sample.disclosures.items():
        if name.startswith(f"{year}/") and isinstance(data.get("owner"), str):
            owners[str(data["family"])] = data["owner"]
    found: Rows = []
    for item in yaml.load((LISTS / f"{year}.yaml").read_bytes(), yaml.CBaseLoader)["items"]:
        said = {owners.get(family, "") for family in item["families"]}
        title = item["title"]
        text = title if isinstance(title, str) else title["th"]
        found.append([item["code"], text, said.pop() if len(said) == 1 else "", f"30 เมษายน {year}"])
    return found


def _book(rows: Sequence[Sequence[Any]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "d/m/yyyy"}) as book:
        sheet = book.add_worksheet("ผู้รับผิดชอบ")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return buffer.getvalue()


def _changed(change: Callable[[Rows, int], None], *, also_files: bool = False) -> Callable[[Sample], Iterator[Mutant]]:
    """One row in another way, by its number from 0; told at it, at the next one, or in the files of the year."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for year in YEARS:
            right = _rows(sample, year)
            owned = [number for number, row in enumerate(right) if row[2]]
            for number in owned[::EVERY]:
                rows = [list(row) for row in right]
                change(rows, number)
                name = f"{year}/owners.xlsx"
                places: set[tuple[str, int | None]] = {(name, number + 2), (name, number + 3)}
                if also_files:
                    places = {(file, None) for file in sample.disclosures if file.startswith(f"{year}/")}
                says = f"{name}: {right[number]} → {rows[number]}"
                yield Mutant(frozenset(places), whole={name: _book([HEAD, *rows])}, says=says)

    return make


def _as(change: Callable[[Rows, int], Rows]) -> Callable[[Sample], Iterator[Mutant]]:
    """The whole table in another way that says the same; the year is given."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for year in YEARS:
            rows = change([HEAD, *_rows(sample, year)], year)
            yield Mutant(frozenset(), whole={f"{year}/owners.xlsx": _book(rows)}, says=f"owners of {year}")

    return make


def _put(column: int, text: str) -> Callable[[Rows, int], None]:
    def change(rows: Rows, number: int) -> None:
        rows[number][column] = text

    return change


def _slipped(rows: Rows, number: int) -> None:
    rows[number][2] = rows[number][2].replace(".", "") + "ๆ"


def _number_of_the_next(rows: Rows, number: int) -> None:
    rows[number][0] = rows[(number + 1) % len(rows)][0]


def _said_twice(rows: Rows, number: int) -> None:
    other = next(row[2] for row in rows if row[2] and row[2] != rows[number][2])
    rows.insert(number + 1, [rows[number][0], "", other, ""])


def _another_owner(rows: Rows, number: int) -> None:
    rows[number][2] = next(row[2] for row in rows if row[2] and row[2] != rows[number][2])


def _stranger(rows: Rows, number: int) -> None:
    rows[number][:2] = ["O99", "งานอื่น"]


def _with_numbers_as_people_write_them(rows: Rows, year: int) -> Rows:
    return [rows[0], *([f"ข้อ {row[0][1:]}", *row[1:]] for row in rows[1:])]


def _with_days(rows: Rows, year: int) -> Rows:
    return [rows[0], *([*row[:3], datetime.date(year - 543, 4, 30)] for row in rows[1:])]


def _with_short_days(rows: Rows, year: int) -> Rows:
    return [rows[0], *([*row[:3], f"30/4/{year % 100}"] for row in rows[1:])]


def _moved(rows: Rows, year: int) -> Rows:
    return [[row[3], row[2], row[1], row[0]] for row in rows]


def _titled(rows: Rows, year: int) -> Rows:
    foot = [["", "หมายเหตุ: ส่งก่อนกำหนดได้", "", ""], ["", "", "ลงชื่อ..........ผู้อนุมัติ", ""]]
    return [[f"ผู้รับผิดชอบ OIT ปี {year}", "", "", ""], *rows, *foot]


def _otherwise_called(rows: Rows, year: int) -> Rows:
    return [["ที่", "รายการ", "หน่วยงานที่รับผิดชอบ", "กำหนดแล้วเสร็จ"], *([n, *row[1:]] for n, row in enumerate(rows[1:], 1))]


KINDS: tuple[Kind, ...] = (
    fault("an owner that is no unit", _changed(_put(2, "กองที่ไม่มี")), "unknown-unit"),
    fault("a slip in an owner", _changed(_slipped), "unknown-unit"),
    fault("an owner that is a day", _changed(_put(2, "30 เม.ย. 68")), "table-day-for-name"),
    fault("a day of the table that is none", _changed(_put(3, "31 เมษายน 2568")), "table-not-a-date"),
    fault("a day of the table far away", _changed(_put(3, "30 เมษายน 2596")), "table-date-out-of-reach"),
    fault("a day of the table in C.E.", _changed(_put(3, "30/04/2025")), "table-ce-date"),
    fault("a row of no item", _changed(_stranger), "owner-of-no-item"),
    fault("a row of two items", _changed(_number_of_the_next), "owner-of-two-items"),
    fault("an item with two owners", _changed(_said_twice), "owner-said-twice"),
    fault("an owner unlike that of the file", _changed(_another_owner, also_files=True), "owner-unlike-table"),
)
HARMLESS: tuple[Kind, ...] = (
    harmless("owners in a table", _as(lambda rows, year: rows)),
    harmless("owners with numbers as people write them", _as(_with_numbers_as_people_write_them)),
    harmless("owners with days of Excel", _as(_with_days)),
    harmless("owners with short days", _as(_with_short_days)),
    harmless("owners with columns in another order", _as(_moved)),
    harmless("owners below a title, with a note and a signature", _as(_titled)),
    harmless("owners under other headings", _as(_otherwise_called)),
)
