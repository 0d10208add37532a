"""Rows of procurement tables."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Mutant, Sample

Rows = list[list[str]]


def tables(sample: Sample) -> Iterator[tuple[str, Rows]]:
    """The tables of the sample that are short enough to be written again and again."""
    for name, raw in sorted(sample.files.items()):
        if name.endswith(".csv") and name[:4].isdigit() and len(raw) < 60_000:
            yield name, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))


def written(rows: Rows, *, mark: bool = True, end: str = "\r\n") -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerows(rows)
    return (("\ufeff" if mark else "") + out.getvalue()).encode()


def users(sample: Sample, table: str) -> set[tuple[str, int | None]]:
    """The lines that name a table."""
    last = table.rpartition("/")[2]
    return {(value.file, value.line) for value in sample.each("table", "tables") if (value.text or "").endswith(last)}


def column(rows: Rows, *parts: str) -> int | None:
    for number, name in enumerate(rows[0]):
        if any(part in name for part in parts):
            return number
    return None


def _cell(change: Callable[[str], str | None], *columns: str) -> Callable[[Sample], Iterator[Mutant]]:
    """One cell as another."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for name, rows in tables(sample):
            place = column(rows, *columns)
            if place is None:
                continue
            for number in range(1, len(rows), max(1, len(rows) // 6)):
                new = change(rows[number][place])
                if new is not None and new != rows[number][place]:
                    other = [list(row) for row in rows]
                    other[number][place] = new
                    at = {(name, number + 1), (name, None), *users(sample, name)}
                    yield Mutant(
                        frozenset(at),
                        whole={name: written(other)},
                        says=f"{name}:{number + 1} {rows[number][place]} → {new}",
                    )

    return make


def price_above_budget(sample: Sample) -> Iterator[Mutant]:
    for name, rows in tables(sample):
        budget, price = column(rows, "วงเงิน"), column(rows, "ราคาที่ตกลง", "ราคาที่จะซื้อ")
        if budget is None or price is None:
            continue
        for number in range(1, len(rows), max(1, len(rows) // 6)):
            amount = rows[number][budget].replace(",", "")
            if re.fullmatch(r"\d+(\.\d+)?", amount) and rows[number][price]:
                other = [list(row) for row in rows]
                other[number][price] = f"{Decimal(amount) * 10:.2f}"
                at = {(name, number + 1), (name, None), *users(sample, name)}
                yield Mutant(frozenset(at), whole={name: written(other)}, says=f"{name}:{number + 1} above {amount}")


def _rows(change: Callable[[Rows], Rows]) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for name, rows in tables(sample):
            new = change([list(row) for row in rows])
            if new == rows:
                continue
            yield Mutant(
                frozenset({(name, None), *users(sample, name)}), whole={name: written(new)}, says=f"{name} changed"
            )

    return make


def _bytes(change: Callable[[bytes], bytes | None]) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for name, _ in tables(sample):
            yield Mutant(
                frozenset({(name, None), *users(sample, name)}),
                whole={name: change(sample.files[name])},
                says=f"{name} changed",
            )

    return make


def _byte_gone(raw: bytes) -> bytes:
    at = raw.index("า".encode())
    return raw[: at + 2] + raw[at + 3 :]


def _extra(rows: Rows) -> Rows:
    rows[len(rows) // 2].insert(2, "เกิน")
    return rows


def _short(rows: Rows) -> Rows:
    rows[len(rows) // 2] = rows[len(rows) // 2][:3]
    return rows


def _row_twice(rows: Rows) -> Rows:
    rows.insert(len(rows) // 2, list(rows[len(rows) // 2]))
    return rows


def _column_gone(rows: Rows) -> Rows:
    place = column(rows, "วิธี", "ประเภทประกาศ") or 1
    return [row[:place] + row[place + 1 :] for row in rows]


def _column_unknown(rows: Rows) -> Rows:
    rows[0][1] = f"{rows[0][1]} ใหม่มาก"
    return rows


def _name_lost(rows: Rows) -> Rows:
    return [rows[0][:-2] + rows[0][-1:], *rows[1:]]


def with_total(rows: Rows, more: Decimal = Decimal(0)) -> Rows:
    """A total of the first amounts at the foot, in the words of the form."""
    place = column(rows, "วงเงิน", "งบประมาณ")
    if place is None or place == 0:
        return rows
    amounts = [row[place].replace(",", "") for row in rows[1:]]
    total = sum((Decimal(one) for one in amounts if re.fullmatch(r"\d+(\.\d+)?", one)), more)
    foot = ["รวมทั้งสิ้น", *[""] * (len(rows[0]) - 1)]
    foot[place] = f"{total:,}"
    return [*rows, foot]


def _header_gone(rows: Rows) -> Rows:
    return rows[1:]


def _year(change: int) -> Callable[[str], str | None]:
    def changed(text: str) -> str | None:
        day, _, rest = text.rpartition("/")
        return f"{day}/{int(rest) + change}" if rest.isdigit() else None

    return changed


AMOUNTS = ("วงเงิน", "ราคากลาง", "ราคาที่ตกลง")
DAYS = ("วันที่",)

KINDS: tuple[Kind, ...] = (
    fault(
        "a cell's amount that is only about right",
        _cell(lambda text: f"ประมาณ {text}" if text else None, *AMOUNTS),
        "table-not-an-amount",
    ),
    fault(
        "a day where the job's name belongs",
        _cell(lambda text: "29 พ.ย. 66", "ชื่อรายการ", "งานที่"),
        "table-day-for-name",
    ),
    fault(
        "a number where the winner belongs",
        _cell(lambda text: "1480.00" if text else None, "ผู้ประกอบการ", "ผู้ได้รับ"),
        "table-number-for-name",
    ),
    fault(
        "a state where the winner belongs",
        _cell(lambda text: "ระหว่างดำเนินการ" if text else None, "ผู้ประกอบการ", "ผู้ได้รับ"),
        "table-state-for-name",
    ),
    fault(
        "a lost letter in a job's name",
        _cell(lambda text: f"{text} ของส านักงาน" if text else None, "ชื่อรายการ", "งานที่", "เรื่อง"),
        "lost-sara-am",
    ),
    fault(
        "a total that disagrees with its rows", _rows(partial(with_total, more=Decimal(1))), "table-total-unlike-rows"
    ),
    fault(
        "a header that lost a name",
        _rows(_name_lost),
        "table-lost-columns",
        "table-column-missing",
        "table-unknown-column",
    ),
    fault(
        "a cell's amount with the letter O",
        _cell(lambda text: text.replace("0", "O", 1) if text else None, *AMOUNTS),
        "table-not-an-amount",
    ),
    fault(
        "a cell's amount below nothing",
        _cell(lambda text: f"-{text}" if text else None, *AMOUNTS),
        "table-impossible-amount",
    ),
    fault("an empty cell of the job's name", _cell(lambda text: "", "ชื่อรายการ", "เรื่อง"), "table-cell-left"),
    fault("an empty cell of the budget", _cell(lambda text: "", "วงเงิน"), "table-cell-left"),
    fault(
        "an e-GP number with a digit too few or of letters",
        _cell(lambda text: text[:-1] if text.isdigit() else None, "โครงการ"),
        "table-not-an-egp-number",
        "table-egp-number",
    ),
    fault(
        "an e-GP number as Excel writes long ones",
        _cell(lambda text: "6.60997E+10" if text.isdigit() else None, "โครงการ"),
        "table-egp-number",
    ),
    fault("a method that is none", _cell(lambda text: "วิธีพิเศษ", "วิธี"), "table-unknown-choice"),
    fault("a day of the Common Era in a cell", _cell(_year(-543), *DAYS), "table-ce-date"),
    fault("a day that is none in a cell", _cell(lambda text: "เดือนหน้า" if text else None, *DAYS), "table-not-a-date"),
    fault(
        "a month that no year has in a cell",
        _cell(lambda text: f"15/13/{text[-4:]}" if text else None, *DAYS),
        "table-not-a-date",
        "table-impossible-date",
    ),
    fault("an agreed price ten times the budget", price_above_budget, "price-above-budget"),
    fault("a row of another year", _cell(_year(-3), "วันที่ประกาศ"), "table-wrong-year"),
    fault("a row with a cell too many", _rows(_extra), "table-cell-count"),
    fault("a row with cells too few", _rows(_short), "table-cell-count", "table-cell-empty"),
    fault(
        "a row twice",
        _rows(_row_twice),
        "table-repeated-number",
        missed="a plan without e-GP numbers may hold two like jobs",
    ),
    fault("a column gone", _rows(_column_gone), "table-column-missing"),
    fault("a column under an unknown name", _rows(_column_unknown), "table-column-missing", "table-unknown-column"),
    fault("a table without its header", _rows(_header_gone), "table-no-header", "table-column-missing"),
    fault("a table of nothing but its header", _rows(lambda rows: rows[:1]), "table-empty"),
    fault("a table of which a letter lost a byte", _bytes(_byte_gone), "table-encoding"),
    fault("a table gone", _bytes(lambda raw: None), "table-missing"),
    fault(
        "a table with a quotation mark that is never closed",
        _bytes(lambda raw: raw.replace(b"\n2,", b'\n2,"', 1)),
        "table-quotes",
    ),
    fault("a workbook under a table's name", _bytes(lambda raw: b"PK\x03\x04" + raw[:200]), "table-not-what-it-says"),
)
