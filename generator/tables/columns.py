"""The columns that a table may have, as data, and a strict reader for every kind of cell.

A reader takes a cell and gives a value, or None where none is stated, or raises :class:`CellFault` with the
code of a diagnostic. Cells of a CSV file are texts; those of a workbook may also be numbers and days. Long
tables are read some thousand cells of a column at a time: what is said often is read once.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from generator.models.shared import Text
from generator.writing.dates import (
    BE_OFFSET,
    FIRST_YEAR,
    DateFault,
    buddhist_year,
    fiscal_year,
    parse_date,
    parse_period,
)
from generator.writing.figures import fold_digits, parse_figure

LONGEST_CELL = 2_000
"""Letters of one cell: a table is not the place for a document."""

Read = Callable[[Any], Any]
ReadMany = Callable[[Sequence[Any]], Sequence[Any]]


class CellFault(ValueError):
    """A cell that cannot be read; ``code`` names the fault, ``facts`` what it is about."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, eq=False)
class Choice:
    """One of the things that a cell may say, and the other ways to write it."""

    id: str
    name: Text
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        key: what code calls it, and one of the headers that it is known by.
        header: as printed in the official forms; exports have it too.
        description: for the data guide.
        kind: how its cells are read; ``lines`` may have several, which become one, parted by ``;``; an ``ordinal`` is not kept.
        aliases: other headers for it.
        required: whether a table must have it.
        blank: what an empty cell means: a fault; a fault, but a dash states that there is none; or none yet.
        in_year: whether its days and months must lie in the fiscal year of the data.
        choices: what its cells may say.
    """

    key: str
    header: str
    description: str
    kind: Literal["text", "lines", "amount", "date", "month", "year", "egp", "choice", "link", "ordinal"] = "text"
    aliases: tuple[str, ...] = ()
    required: bool = True
    blank: Literal["refused", "stated", "allowed"] = "refused"
    in_year: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, eq=False)
class Form:
    """The columns of one kind of table, and what is computed from them.

    Attributes:
        columns: in the order of the official form.
        sums: amounts that are added up; the largest rows are those with the largest first one.
        groups: columns that totals are broken down by, beside the month.
        month_of: columns that tell the month of a row; the first one that is filled in counts.
        unique: columns that no two rows may have in common; the first of these that the table has.
        together: columns that are filled in both or neither.
        split: headers of forms that hold two columns in one → those columns.
    """

    columns: tuple[Column, ...]
    sums: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    month_of: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def kept(self) -> tuple[Column, ...]:
        """The columns whose cells are kept."""
        return tuple(column for column in self.columns if column.kind != "ordinal")

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    def find(self, header: str) -> Column | None:
        """The column that a header means."""
        return _by_header(self).get(header_key(header))

    def split_of(self, header: str) -> tuple[Column, ...]:
        """The columns that a header holds in one."""
        wanted = header_key(header)
        return tuple(self.column(key) for name in self.split if header_key(name) == wanted for key in self.split[name])


@lru_cache
def _by_header(form: Form) -> dict[str, Column]:
    return {
        header_key(name): column for column in form.columns for name in (column.key, column.header, *column.aliases)
    }


def header_key(header: str) -> str:
    """A header without what differs between printings: spaces, brackets with what is in them, marks, case."""
    text = fold_digits(unicodedata.normalize("NFC", header)).casefold()
    text = re.sub(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）", "", text)
    return re.sub(r"[\s_.,:;*/\-–—\"'\u200b\u00ad\ufeff]", "", text)


# --- cells ----------------------------------------------------------------------------------------------------

_NONE = frozenset(("-", "–", "—", "ไม่มี"))
"""What says in a cell that there is none."""
_SAYS_NONE = _NONE | {""}


@dataclass(frozen=True)
class Reader:
    """How the cells of a column are read: one by one, or many at once, to the same values and the same faults."""

    one: Read
    many: ReadMany


def reader(column: Column, year: int, *, of_workbook: bool) -> Reader:
    """The reader of a column.

    Args:
        year: the fiscal year of the data.
        of_workbook: whether cells may be numbers and days, not only text.
    """
    read = _KINDS[column.kind](column, year)
    many = _MANY.get(column.kind, _distinct)(read)
    if not of_workbook:
        return Reader(read, many)
    typed = _typed(column, read, year)
    return Reader(typed, lambda cells: many(cells) if set(map(type, cells)) == {str} else [typed(c) for c in cells])


def _distinct(read: Read) -> ReadMany:
    """Reads each different cell once."""

    def many(cells: Sequence[str]) -> Sequence[Any]:
        known = {cell: read(cell) for cell in set(cells)}
        if len(known) == 1:
            return list(known.values()) * len(cells)
        return [known[cell] for cell in cells]

    return many


def _accept_none(column: Column, text: str) -> None:
    """Refuse a cell that says nothing or that there is none, where it must say something."""
    if column.blank == "refused":
        raise CellFault("table-cell-needed" if text else "table-cell-left")
    if column.blank == "stated" and text not in _NONE:
        raise CellFault("table-cell-empty")


def _tidy(text: str) -> str:
    """The text on one line, without what nobody sees."""
    if not text.isprintable():
        text = " ".join(re.sub("[\u200b\ufeff\u00ad]", "", text).split())
        if found := _CONTROL.search(text):
            raise CellFault("table-control-character", character=f"U+{ord(found[0]):04X}")
    text = text.strip()
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _text(column: Column, year: int) -> Read:
    def read(cell: str) -> str | None:
        text = _tidy(cell)
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        if len(text) > LONGEST_CELL:
            raise CellFault("table-cell-too-long", limit=LONGEST_CELL)
        # A quotation mark that keeps Excel from reading a formula is not part of the text.
        return text[1:] if text[0] == "'" and text[1:2] in ("=", "+", "-", "@") else text

    return read


def _texts(read: Read) -> ReadMany:
    """Texts of which few are alike are looked at together: where nothing is odd, they are what they say."""
    distinct = _distinct(read)

    def many(cells: Sequence[str]) -> Sequence[Any]:
        if len(set(cells[:100])) < 80:
            return distinct(cells)
        joined = "".join(cells)
        is_plain = (
            joined.isprintable()
            and _SAYS_NONE.isdisjoint(cells)
            and list(map(str.strip, cells)) == list(cells)
            and max(map(len, cells)) <= LONGEST_CELL
            and "'" not in joined
            and (joined.isascii() or unicodedata.is_normalized("NFC", joined))
        )
        return cells if is_plain else [read(cell) for cell in cells]

    return many


def _lines(column: Column, year: int) -> Read:
    read = _text(column, year)

    def read_lines(cell: str) -> Any:
        lines = (line.strip(" ;") for line in cell.splitlines()) if "\n" in cell else None
        return read(cell if lines is None else "; ".join(line for line in lines if line))

    return read_lines


_PLAIN = re.compile(r"\d{1,13}(?:\.\d{1,2})?", re.ASCII)
LARGEST = Decimal(10**13)
"""More baht than any state has."""


def _amount(column: Column, year: int) -> Read:
    def read(cell: str) -> Decimal | None:
        if _PLAIN.fullmatch(cell):
            return Decimal(cell)
        text = _tidy(cell)
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        if found := re.fullmatch(r"\((.+)\)", text):  # how accountants write what is negative
            text = f"-{found[1]}"
        try:
            figure = parse_figure(text)
        except ValueError:
            raise CellFault("table-not-an-amount") from None
        return _possible(figure)

    return read


def _amounts(read: Read) -> ReadMany:
    """Amounts that are all digits and points need no closer look."""

    def many(cells: Sequence[str]) -> Sequence[Any]:
        joined = ",".join(cells)
        if _PLAIN_AMOUNTS.fullmatch(joined) and joined.count(",") == len(cells) - 1:
            return list(map(Decimal, cells))
        return [read(cell) for cell in cells]

    return many


_PLAIN_AMOUNTS = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,2})?(?:,[0-9]{1,10}(?:\.[0-9]{1,2})?)*")
"""Not possessive: Python before 3.11.5, as in Debian 12, then takes ``1.`` for an amount."""


def _possible(figure: Decimal) -> Decimal:
    if figure < 0 or figure >= LARGEST or figure != figure.quantize(Decimal("0.01")):
        raise CellFault("table-impossible-amount")
    return figure


def _date(column: Column, year: int) -> Read:
    @lru_cache(4096)
    def read(cell: str) -> datetime.date | None:
        text = _tidy(cell)
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        try:
            day = parse_date(text)
        except DateFault as error:
            raise _of_date(error, "table-not-a-date") from None
        return _in_year(column, day, year)

    return read


def _of_date(error: DateFault, otherwise: str) -> CellFault:
    if error.code == "ce-year":
        return CellFault("table-ce-date", **{**error.detail})
    return CellFault(otherwise)


def _in_year(column: Column, day: datetime.date, year: int) -> datetime.date:
    if column.in_year and fiscal_year(day) != year:
        raise CellFault("table-wrong-year", year=year)
    if not year - YEARS_BEHIND <= fiscal_year(day) <= year + YEARS_AHEAD:
        raise CellFault("table-date-out-of-reach", year=year)
    return day


YEARS_BEHIND, YEARS_AHEAD = 20, 1
"""How far from the year of the data a day of a row may lie: contracts run for long, but none is of 2596."""


_SLASHED_MONTH = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{4})")


def _month(column: Column, year: int) -> Read:
    @lru_cache(4096)
    def read(cell: str) -> datetime.date | None:
        text = fold_digits(_tidy(cell))
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        try:
            if found := _SLASHED_MONTH.fullmatch(text):
                start = datetime.date(buddhist_year(int(found[2])) - BE_OFFSET, int(found[1]), 1)
            else:
                span = parse_period(text)
                if not span.start or not span.end or (span.start.replace(day=1) != span.end.replace(day=1)):
                    raise CellFault("table-not-a-month")
                start = span.start.replace(day=1)
        except DateFault as error:
            raise _of_date(error, "table-not-a-month") from None
        except CellFault:
            raise
        except ValueError:
            raise CellFault("table-not-a-month") from None
        return _in_year(column, start, year)

    return read


def _year(column: Column, year: int) -> Read:
    @lru_cache(256)
    def read(cell: str) -> int | None:
        text = fold_digits(_tidy(cell)).removeprefix("พ.ศ.").strip()
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        if text != str(year):
            raise CellFault("table-wrong-year", year=year)
        return year

    return read


_EGP = re.compile(r"\d{11}", re.ASCII)


def _egp(column: Column, year: int) -> Read:
    def read(cell: str) -> str | None:
        if _EGP.fullmatch(cell) and _egp_month(cell[:4]):
            return cell
        text = fold_digits(_tidy(cell))
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        text = text.removeprefix("'")
        if not _EGP.fullmatch(text) or not _egp_month(text[:4]):
            raise CellFault("table-egp-number")
        return text

    return read


@lru_cache(4096)
def _egp_month(start: str) -> datetime.date | None:
    """The month that the first four digits of an e-GP number name, YYMM of the Buddhist Era."""
    try:
        return datetime.date(buddhist_year(int(start[:2])) - BE_OFFSET, int(start[2:]), 1)
    except ValueError:
        return None


def _choice(column: Column, year: int) -> Read:
    known = {header_key(name): one for one in column.choices for name in (one.id, one.name.th, *one.aliases)}

    @lru_cache(1024)
    def read(cell: str) -> Choice | None:
        text = _tidy(cell)
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        # Brackets usually repeat in English what is said in Thai; alone they may be all that differs.
        if found := known.get(header_key(text)) or known.get(header_key(re.sub(r"[()]", "", text))):
            return found
        raise CellFault("table-unknown-choice", choices=", ".join(one.name.th for one in column.choices))

    return read


_LINK = re.compile(r"""https?://[^\s\x00-\x1f<>"'`\\/][^\s\x00-\x1f<>"'`\\]*""", re.IGNORECASE)


def _link(column: Column, year: int) -> Read:
    def read(cell: str) -> str | None:
        text = _tidy(cell)
        if not text or text in _NONE:
            _accept_none(column, text)
            return None
        if not _LINK.fullmatch(text) or len(text) > LONGEST_CELL:
            raise CellFault("table-not-a-link")
        return text

    return read


def _egp_numbers(read: Read) -> ReadMany:
    """Numbers of eleven digits, of which only the months are looked at."""

    def many(cells: Sequence[str]) -> Sequence[Any]:
        joined = "".join(cells)
        is_plain = joined.isascii() and joined.isdigit() and set(map(len, cells)) == {11}
        if is_plain and all(map(_egp_month, {cell[:4] for cell in cells})):
            return cells
        return [read(cell) for cell in cells]

    return many


_MANY: dict[str, Callable[[Read], ReadMany]] = {"text": _texts, "amount": _amounts, "egp": _egp_numbers}
"""Kinds whose cells are seldom alike."""


def _ordinal(column: Column, year: int) -> Read:
    return lambda cell: None


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
    "ordinal": _ordinal,
}


def _typed(column: Column, read: Read, year: int) -> Read:
    """The reader for cells of a workbook, which have types of their own."""

    def typed(cell: Any) -> Any:
        if isinstance(cell, str):
            return read(cell)
        if cell is None or column.kind == "ordinal":
            return read("")
        if isinstance(cell, datetime.datetime):
            cell = cell.date()
        if isinstance(cell, datetime.date):
            return _day(column, cell, year)
        if isinstance(cell, datetime.time | datetime.timedelta):
            raise CellFault("table-date-for-text" if column.kind in ("text", "lines") else "table-not-a-date")
        if isinstance(cell, bool):
            return read(str(cell).upper())
        if column.kind == "amount":
            return _from_binary(cell)
        if column.kind == "egp":
            raise CellFault("table-egp-as-number")
        return read(shown(cell))

    return typed


def _day(column: Column, day: datetime.date, year: int) -> datetime.date:
    """A real day of a workbook; one in a year of the Buddhist Era was typed where Excel counts in C.E."""
    if column.kind not in ("date", "month"):
        raise CellFault("table-date-for-text")
    if day.year >= FIRST_YEAR:
        raise CellFault("table-excel-be-date", meant=day.year - BE_OFFSET)
    return _in_year(column, day.replace(day=1) if column.kind == "month" else day, year)


def _from_binary(number: float) -> Decimal:
    """The amount that a binary number was typed as; its last bits are no fractions of a satang."""
    exact = Decimal(repr(number)) if number == number and abs(number) < float(LARGEST) else Decimal(-1)
    rounded = exact.quantize(Decimal("0.01")) if exact > 0 else exact
    if abs(exact - rounded) < Decimal("0.000001"):
        exact = rounded
    return _possible(exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact)


def shown(cell: object) -> str:
    """A cell as a person sees it."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    return "" if cell is None else str(cell)


@lru_cache(4096)
def month_of(value: Any) -> datetime.date | None:
    """The month that a day, a month or an e-GP number lies in."""
    if isinstance(value, datetime.date):
        return value.replace(day=1)
    return _egp_month(value[:4]) if isinstance(value, str) else None


def letters(number: int) -> str:
    """The name of a column: 1 → A, 27 → AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def number_of(name: str) -> int:
    """The number of a column: A → 1, AA → 27."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def matches(form: Form, cells: Iterable[object]) -> int:
    """How many different columns a row of cells names."""
    named = [form.find(cell) for cell in cells if isinstance(cell, str) and cell and len(cell) < LONGEST_CELL]
    return len({column.key for column in named if column})
