"""A strict reader for every kind of cell.

A reader takes a cell and gives a value, or None where none is stated, or raises :class:`CellFault` with the code of a
diagnostic. Cells of a CSV file are texts; those of a workbook may also be numbers and days.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.tables import days
from generator.tables.chosen import choice_of
from generator.tables.columns import LONGEST_CELL, CellFault, Column, shown
from generator.tables.fast_paths import FAST_PATHS, distinct
from generator.tables.readings import MAY_BE_OTHER, Read, ReadMany, egp_month, is_price
from generator.writing.dates import (
    DateFault,
    parse_date,
)
from generator.writing.figures import fold_digits, parse_figure
from generator.writing.letters import UNSEEN, mended
from generator.writing.readings import NONE, bare, plain_amount, plain_day, says_none


@dataclass(frozen=True)
class Reader:
    """How the cells of a column are read.

    Attributes:
        one: one cell → its value.
        many: a run of cells → their values, the same as ``one`` gives and with a fault where ``one`` has one. It is the
            fast path: most columns of most tables are clean, and a clean run is proved so by a few operations on all
            of it, without a call for each cell.
    """

    one: Read
    many: ReadMany


def reader(column: Column, year: int, *, of_workbook: bool, heading: str = "") -> Reader:
    """The reader of a column.

    Args:
        year: the fiscal year of the data.
        of_workbook: whether cells may be numbers and days, not only text.
        heading: of the column in the file: days below one in English, such as e-GP's own, are those of its system.
    """
    read = _KINDS[column.kind](column, year)
    if column.kind == "date" and heading.isascii() and heading:
        read = days.of_systems(column, year, read)
    many = FAST_PATHS.get(column.kind, distinct)(read)
    if not of_workbook:
        return Reader(read, many)
    typed = _typed(column, read, year)
    return Reader(typed, lambda cells: many(cells) if set(map(type, cells)) == {str} else [typed(c) for c in cells])


# --- what every cell of text has in common -------------------------------------------------------------------


def _tidy(text: str) -> str:
    """The text on one line, without characters that nobody sees."""
    if not text.isprintable():
        text = " ".join(UNSEEN.sub("", text).split())
        if found := _CONTROL.search(text):
            raise CellFault("table-control-character", character=f"U+{ord(found[0]):04X}")
    text = text.strip()
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return mended(bare(text))


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _stated(column: Column, parse: Callable[[str], Any], tidy: Callable[[str], str] = _tidy) -> Read:
    """A reader that leaves to ``parse`` what a cell says; whether a cell may say nothing is the same for all kinds.

    ``blank`` of a column: an empty cell is a fault; so it is where a dash would state that there is none; or it is fine.
    """

    def read(cell: str) -> Any:
        text = tidy(cell)
        if text and not (text in NONE or (text[0] in "-–ไNn" and says_none(text))):
            return parse(text)
        if column.blank == "refused":
            raise CellFault("table-cell-needed" if text else "table-cell-left")
        if column.blank == "stated" and not text:
            raise CellFault("table-cell-empty")
        return None

    return read


# --- kinds of cells -------------------------------------------------------------------------------------------


def _text(column: Column, year: int) -> Read:
    def parse(text: str) -> str:
        if len(text) > LONGEST_CELL:
            raise CellFault("table-cell-too-long", limit=LONGEST_CELL)
        if column.is_name:
            _refuse_other_kind(column, text)
        # A quotation mark that keeps Excel from reading a formula is not part of the text.
        return text[1:] if text[0] == "'" and text[1:2] in ("=", "+", "-", "@") else text

    return _stated(column, parse)


_STATE = re.compile(
    "(?:อยู่)?(?:ใน)?ระหว่าง(?:การ|ขั้นตอน)?(?:ดำเนิน(?:การ|งาน)|จัดซื้อจัดจ้าง|ระยะสัญญา|ลงนาม|พิจารณา).{0,20}|สิ้นสุด(?:ระยะ)?สัญญา"
    "|(?:จัดทำ|ลงนามใน)สัญญา(?:/ ?PO)?แล้ว|(?:ดำเนินการ)?(?:แล้วเสร็จ|เสร็จสิ้น)|ส่งงาน(?:ครบถ้วน|ตามกำหนด|ล่าช้ากว่ากำหนด)|เบิกจ่ายแล้ว"
)
"""What e-GP and offices call how far a job is; no company is called so."""


def _refuse_other_kind(column: Column, text: str) -> None:
    """Refuse in a column of names what is certainly none: shifted columns show so first."""
    if MAY_BE_OTHER.match(text) and _is_day(text):
        raise CellFault("table-day-for-name")
    if MAY_BE_OTHER.match(text) and _BARE_NUMBER.fullmatch(plain_amount(text)):
        raise CellFault("table-number-for-name")
    if column.is_name == "winner" and _STATE.fullmatch(text):
        raise CellFault("table-state-for-name")


def _is_day(text: str) -> bool:
    try:
        parse_date(plain_day(text))
    except DateFault as error:
        return error.code != "not-a-date"
    return True


_BARE_NUMBER = re.compile(r"[(-]?[\d,]+(?:\.\d+)?\)?", re.ASCII)


def _lines(column: Column, year: int) -> Read:
    read = _text(column, year)

    def read_lines(cell: str) -> Any:
        if "\n" not in cell:
            return read(cell)
        lines: list[str] = []
        for line in (line.strip(" ;") for line in cell.splitlines()):
            if lines and is_price(line) and not is_price(lines[-1]):
                lines[-1] += f" {line}"  # the bid of the bidder in the line above
            elif line:
                lines.append(line)
        return read("; ".join(lines))

    return read_lines


LARGEST = Decimal(10**13)
"""More baht than any state has."""
_PLAIN_AMOUNT = re.compile(r"\d{1,13}(?:\.\d{1,2})?", re.ASCII)


def _amount(column: Column, year: int) -> Read:
    def parse(text: str) -> Decimal:
        if found := re.fullmatch(r"\((.+)\)", text):  # how accountants write what is negative
            text = f"-{found[1]}"
        try:
            figure = parse_figure(plain_amount(text))
        except ValueError:
            raise CellFault("table-not-an-amount") from None
        return _possible(figure)

    read = _stated(column, parse)
    return lambda cell: Decimal(cell) if _PLAIN_AMOUNT.fullmatch(cell) else read(cell)


def _possible(figure: Decimal) -> Decimal:
    if figure < 0 or figure >= LARGEST or figure != figure.quantize(Decimal("0.01")):
        raise CellFault("table-impossible-amount")
    return figure


def _date(column: Column, year: int) -> Read:
    return lru_cache(4096)(_stated(column, lambda text: days.day_of(column, text, year)))


def _month(column: Column, year: int) -> Read:
    read = _stated(column, lambda text: days.month_of_text(column, text, year), lambda cell: fold_digits(_tidy(cell)))
    return lru_cache(4096)(read)


def _year(column: Column, year: int) -> Read:
    def parse(text: str) -> int:
        if text != str(year):
            raise CellFault("table-wrong-year", year=year)
        return year

    return lru_cache(256)(_stated(column, parse, lambda cell: fold_digits(_tidy(cell)).removeprefix("พ.ศ.").strip()))


_EGP = re.compile(r"\d{11}", re.ASCII)


def _egp(column: Column, year: int) -> Read:
    def parse(text: str) -> str:
        text = re.sub(r"[\s-]", "", text.removeprefix("'"))
        if not _EGP.fullmatch(text) or not egp_month(text[:4]):
            raise CellFault("table-egp-number")
        return text

    read = _stated(column, parse, lambda cell: fold_digits(_tidy(cell)))
    return lambda cell: cell if _EGP.fullmatch(cell) and egp_month(cell[:4]) else read(cell)


@lru_cache(4096)
def month_of(value: Any) -> datetime.date | None:
    """The month that a day, a month or an e-GP number lies in."""
    if isinstance(value, datetime.date):
        return value.replace(day=1)
    return egp_month(value[:4]) if isinstance(value, str) else None


def _choice(column: Column, year: int) -> Read:
    return lru_cache(1024)(_stated(column, choice_of(column)))


_LINK = re.compile(r"""https?://[^\s\x00-\x1f<>"'`\\/][^\s\x00-\x1f<>"'`\\]*""", re.IGNORECASE)


def _link(column: Column, year: int) -> Read:
    def parse(text: str) -> str:
        if not _LINK.fullmatch(text) or len(text) > LONGEST_CELL:
            raise CellFault("table-not-a-link")
        return text

    return _stated(column, parse)


_KINDS: dict[str, Callable[[Column, int], Read]] = {
    "text": _text,
    "lines": _lines,
    "amount": _amount,
    "date": _date,
    "month": _month,
    "year": _year,
    "egp": _egp,
    "choice": _choice,
    "link": _link,
}


# --- cells of a workbook --------------------------------------------------------------------------------------


def _typed(column: Column, read: Read, year: int) -> Read:
    """The reader for cells of a workbook, which have types of their own."""

    def typed(cell: Any) -> Any:
        if isinstance(cell, str):
            return read(cell)
        if cell is None:
            return read("")
        if isinstance(cell, datetime.datetime):
            cell = cell.date()
        if isinstance(cell, datetime.date):
            return days.of_excel(column, cell, year)
        if isinstance(cell, datetime.time | datetime.timedelta):
            raise CellFault("table-date-for-text" if column.kind in ("text", "lines") else "table-not-a-date")
        if isinstance(cell, bool):
            return read(str(cell).upper())
        if column.kind == "amount":
            return _from_binary(cell)
        if column.kind == "date" and (day := days.of_serial(cell)):
            return days.of_excel(column, day, year)
        if column.kind == "egp" and (cell != int(cell) or int(cell) % 10_000 == 0):
            raise CellFault("table-egp-as-number")  # Excel may have rounded it
        return read(shown(cell))

    return typed


def _from_binary(number: float) -> Decimal:
    """The amount that a binary number was typed as; its last bits are no fractions of a satang."""
    exact = Decimal(repr(number)) if number == number and abs(number) < float(LARGEST) else Decimal(-1)
    rounded = exact.quantize(Decimal("0.01")) if exact > 0 else exact
    if abs(exact - rounded) < Decimal("0.000001"):
        exact = rounded
    return _possible(exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact)
