"""What a column of a table may be, as data (the columns of each form stand in ``blocks``).

A form says which columns its tables have, by which headers each is known, and what is computed from them. How the cells of
each kind are read stands in :mod:`generator.tables.cells`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from generator.models.shared import Text
from generator.writing.figures import fold_digits
from generator.writing.letters import mended

LONGEST_CELL = 2_000
"""Letters of one cell: a table is not the place for a document."""


class CellFault(ValueError):
    """A cell that cannot be read; ``code`` names the fault, ``facts`` what it is about."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, eq=False)
class Choice:
    """One of the things that a cell may say, the other ways to write it, and the id of a wider choice that it is a kind of."""

    id: str
    name: Text
    aliases: tuple[str, ...] = ()
    kind_of: str = ""


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
        is_name: whether its cells name something, so that a day or a bare number is none; ``winner``: nor is a state.
        wording: what other headings for it are made of, as an expression for the whole of :func:`header_key`; it counts
            where no column is known by that very heading.
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
    is_name: Literal["", "name", "winner"] = ""
    wording: str = ""


@dataclass(frozen=True)
class Beside:
    """A heading of a column that completes another, as bids do the bidders: that column, the usual name, other wordings."""

    key: str
    name: str
    wording: str


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
        split: the wording of headings that hold two columns in one → those columns.
        beside: headings of columns that complete another.
        continued: the column of which a row that says nothing else goes on with the row above.
        same: columns in which two rows without a number of their own do not agree, unless they are one row twice.
        has_months: whether a sheet or a part of a table may be of one month, or state that it has none.
        name: of an official form, which nobody may alter.
        others: official forms that are given for this one by mistake.
        summed_by: the column by which a summary of such tables has a row each, and the one that only a table of all rows has.
    """

    columns: tuple[Column, ...]
    sums: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    month_of: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: tuple[Beside, ...] = ()
    continued: str = ""
    same: tuple[str, ...] = ()
    has_months: bool = False
    name: str = ""
    others: tuple[Form, ...] = ()
    summed_by: tuple[str, str] | None = None

    @property
    def kept(self) -> tuple[Column, ...]:
        """The columns whose cells are kept."""
        return tuple(column for column in self.columns if column.kind != "ordinal")

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    def find(self, header: str) -> Column | None:
        """The column that a header means: that which is called so, else the only one whose wording it has."""
        return _found(self, header_key(header))

    def how_known(self, header: str) -> int:
        """How well a header is known: 2 as in the official form, 1 as another name of its column, 0 by its wording."""
        key = header_key(header)
        column = _by_header(self).get(key)
        return 0 if column is None else 1 + (key in (header_key(column.header), column.key))

    def split_of(self, header: str) -> tuple[Column, ...]:
        """The two columns that a header holds in one: as the form says, or the names of both with ``และ`` between."""
        if keys := _split_of(self, header_key(header)):
            return tuple(self.column(key) for key in keys)
        for joint in re.finditer("และ|พร้อม|/", header):
            left, right = self.find(header[: joint.start()]), self.find(header[joint.end() :])
            if left and right and left.key != right.key and left.kind == "text" and right.kind in ("amount", "date"):
                return left, right
        return ()

    def completes(self, header: str) -> Beside | None:
        """What a column of this header completes another by."""
        wanted = header_key(header)
        return next((one for one in self.beside if re.fullmatch(one.wording, wanted)), None)

    def is_completed(self, column: Column) -> bool:
        """Whether another column may complete this one."""
        return any(one.key == column.key for one in self.beside)


@lru_cache
def without(form: Form, keys: frozenset[str]) -> Form:
    """A form that may lack these columns, which are stated elsewhere to have nothing.

    The table may then be another official form, with columns and rows that this one has not.
    """
    if not keys:
        return form
    columns = [
        replace(column, required=False, blank="allowed") if column.key in keys else column for column in form.columns
    ]
    for other in form.others:
        further = (one for one in other.columns if form.find(one.header) is None)
        columns += [replace(one, required=False, blank="allowed") for one in further]
        form = replace(form, beside=form.beside or other.beside, continued=form.continued or other.continued)
        form = replace(form, has_months=form.has_months or other.has_months)
    return replace(form, columns=tuple(columns))


@lru_cache
def _by_header(form: Form) -> dict[str, Column]:
    return {
        header_key(name): column for column in form.columns for name in (column.key, column.header, *column.aliases)
    }


LONGEST_HEADING = 120
"""Letters of a heading; what is longer is a sentence, in which no wording is looked for."""


@lru_cache(4096)
def _found(form: Form, key: str) -> Column | None:
    if known := _by_header(form).get(key):
        return known
    if len(key) > LONGEST_HEADING or not key:
        return None
    worded = [one for one in form.columns if one.wording and re.fullmatch(one.wording, key)]
    return worded[0] if len(worded) == 1 else None


@lru_cache(4096)
def _split_of(form: Form, key: str) -> tuple[str, ...]:
    if len(key) > LONGEST_HEADING:
        return ()
    return next((keys for wording, keys in form.split.items() if re.fullmatch(wording, key)), ())


_NUMBERED = re.compile(r"\s*(?:[(\[]\s*)?\d{1,2}\s*[.)\]]+\s*(?=\D)")
_MARKS = re.compile(r"[\s_.,:;*/\-–—\"'“”‘’•·ฯ\u200b-\u200f\u2060\u00ad\ufeff]")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_SAME_WORDS = (
    ("จัดซื้อ", "ซื้อ"),
    ("จัดจ้าง", "จ้าง"),
    ("จัดหา", "หา"),
    ("ที่จะ", ""),
    ("หรือ", ""),
    ("และ", ""),
    ("ที่", ""),
    ("ำ", "า"),
    ("ๅ", "า"),
)
"""What one printing of a form says and another leaves out: ``/``, ``หรือ`` and ``และ`` are one, and a lost ำ reads as า."""


@lru_cache(4096)
def header_key(header: str) -> str:
    """A header without what differs between printings: its number, spaces, brackets with what is in them, marks, case."""
    text = mended(fold_digits(unicodedata.normalize("NFC", header)).casefold())
    text = _MARKS.sub("", _IN_BRACKETS.sub("", _NUMBERED.sub("", text, count=1)))
    key = text
    for word, same in _SAME_WORDS:
        key = key.replace(word, same)
    return key or text


def shown(cell: object) -> str:
    """A cell as a person sees it."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    return "" if cell is None else str(cell)


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
