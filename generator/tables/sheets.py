"""One sheet of a workbook before its cells are read: how far it reaches, what is merged, hidden or faulty in it.

A plain sheet is searched as bytes, which is the fast path; any other is walked element by element, as calamine does.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.tables.columns import CellFault, letters, number_of
from generator.tables.packages import pieces

MAX_ROWS = 200_000
MAX_COLUMNS = 60
MAX_CELLS = 4_000_000
"""Cells of one sheet, empty ones among them: as many rows as the last has by as many columns as the farthest."""
MAX_NOTED = 10_000
"""Merged cells and cells with faulty formulas that are remembered of a sheet; nobody reads more."""


@dataclass(frozen=True)
class Limits:
    """How large a workbook may be.

    Attributes:
        unpacked: bytes of all parts; what is read for each sheet counts once a sheet.
        rows: number of the last row with content.
        columns: number of the farthest column with content.
    """

    unpacked: int
    rows: int
    columns: int


TABLE = Limits(300_000_000, MAX_ROWS, MAX_COLUMNS)
"""Of a table that is computed from beginning to end."""


@dataclass(frozen=True)
class Merge:
    """Cells merged into one: numbers of the first and last row and column."""

    ref: str
    first: int
    last: int
    column: int
    last_column: int


@dataclass
class Sheet:
    """What is known of a sheet before its cells are read.

    Attributes:
        odd: row → column → code of what is wrong with the formula there, and what the cell says.
        hidden_rows: numbers of the rows that a reader of the workbook does not see.
        hidden_columns: first and last number of columns that nobody sees.
    """

    name: str
    is_hidden: bool
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    odd: dict[int, dict[int, tuple[str, str]]] = field(default_factory=dict)


# --- a sheet, as fast as its bytes can be searched ------------------------------------------------------------------

# No pattern can pass the next "<", so that each reads its text once, however the text is made.
# Each begins with letters, which are found many times as fast as a pattern: a sheet has millions of brackets.
_ODD = (
    re.compile(rb"""<c(?=[\s/>])(?! r="[A-Z]{1,2}[0-9]{1,6}")"""),
    re.compile(rb"""<row(?=[\s/>])(?! r="[0-9]{1,6}")"""),
    re.compile(rb"""r(?<![\w:]r)\s*=\s*(?!"(?:[A-Z]{1,2})?[0-9]{1,6}")["']"""),
    re.compile(rb""":(?:c|row)[\s/>]"""),
)
_ODD_CONTENT = (b"<f>", b"<f ", b"<f/", b't="e"', b"t='e'", b"<!D")
_FAR_COLUMN = re.compile(rb"""r="([A-Z]{2})[0-9]""")
_FAR_ROW = re.compile(rb"""r="[A-Z]{0,2}([0-9]{6})""")
_MERGE = re.compile(rb"""<mergeCell\s[^<>]*?\bref="(([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7}))\"""")

_ROW = re.compile(rb"<row\s[^<>]*>")
_COLUMN = re.compile(rb"<col\s[^<>]*>")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true|on)["']""")
_R = re.compile(rb"""\sr="([0-9]{1,6})\"""")
_ATTRIBUTE = re.compile(rb"""([a-zA-Z]+)\s*=\s*["']([^"'<>]*)["']""")


def plain_uses(package: zipfile.ZipFile, part: zipfile.ZipInfo, sheet: Sheet, limits: Limits) -> int | None:
    """How often a plain sheet may use shared strings; None where a sheet has to be walked element by element.

    The fast path: a sheet is plain where each cell and row says its place first, nothing anywhere that a reader could
    take for a place is beyond the limits, and there is no formula, error, prefix or definition. Its merged cells are
    noted.
    """
    # Complexity 17: one pass over the pieces of a sheet asks all of it, so that its bytes are read once.
    uses, last_row, last_column = 0, 99_999, 26
    merges: list[Merge] = []
    hidden_rows: list[int] = []
    columns: list[bytes] = []
    for piece in pieces(package, part):
        if any(mark in piece for mark in _ODD_CONTENT) or any(odd.search(piece) for odd in _ODD):
            return None
        last_row = max([last_row, *map(int, set(_FAR_ROW.findall(piece)))])
        last_column = max([last_column, *(number_of(name.decode()) for name in set(_FAR_COLUMN.findall(piece)))])
        uses += piece.count(b'"s"') + piece.count(b"'s'")
        if b"hidden=" in piece:
            hidden_rows += _hidden_rows(piece)
            columns += [tag for tag in _COLUMN.findall(piece) if _HIDDEN.search(tag)]
        if b"<mergeCell" in piece:
            merges += [_merge(*map(bytes.decode, found)) for found in _MERGE.findall(piece)]
    if last_row > limits.rows or last_column > limits.columns or last_row * last_column > MAX_CELLS:
        return None
    sheet.merges += merges[:MAX_NOTED]
    sheet.hidden_rows += hidden_rows[:MAX_NOTED]
    for tag in columns[:MAX_NOTED]:
        _note_hidden_column(sheet, {key.decode(): value.decode() for key, value in _ATTRIBUTE.findall(tag)})
    return uses


def _hidden_rows(piece: bytes) -> list[int]:
    tags = (tag for tag in _ROW.findall(piece) if _HIDDEN.search(tag))
    return [int(found[1]) for tag in tags if (found := _R.search(tag))]


def _note_hidden_column(sheet: Sheet, attributes: Mapping[str, str]) -> None:
    first, last = attributes.get("min", ""), attributes.get("max", "")
    if all(one.isascii() and one.isdigit() and len(one) < 8 for one in (first, last)):
        sheet.hidden_columns.append((int(first), int(last)))


def _merge(ref: str, column: str, first: str, last_column: str, last: str) -> Merge:
    return Merge(ref, int(first), int(last), number_of(column), number_of(last_column))


# --- a sheet, element by element ------------------------------------------------------------------------------------

_TRUE = ("1", "true", "on")
_REF = re.compile("([A-Za-z]+)([0-9]+)")
_MERGED = re.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class SheetReader:
    """Walks a sheet as calamine does, and notes where its cells stand, how long they are and what is odd about them.

    Attributes:
        letters: of the shared strings that its cells use, each as often as it is used.
    """

    def __init__(self, sheet: Sheet, limits: Limits, strings: list[int]) -> None:
        self.sheet = sheet
        self.letters = 0
        self._limits = limits
        self._strings = strings
        self._is_begun = False
        self._row = self._column = 1  # of the cell that comes next, or is being read
        self._last_row = self._last_column = 0
        self._kind: str | None = None  # of the cell that is being read
        self._has_formula = False
        self._value: list[str] | None = None
        self._is_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._cell(attributes)
        elif tag in ("v", "is"):
            self._content(tag)
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "f":
            self._has_formula = True
        elif tag in ("mergeCell", "col"):
            self._note(tag, attributes)
        elif not self._is_begun:
            if tag != "worksheet":
                raise KeyError(tag)
            self._is_begun = True

    def _begin_row(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._row = self._number(attributes["r"], attributes["r"])
        if attributes.get("hidden") in _TRUE and len(self.sheet.hidden_rows) < MAX_NOTED:
            self.sheet.hidden_rows.append(self._row)

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        """Note merged cells, or columns where they are hidden."""
        if tag == "mergeCell":
            found = _MERGED.fullmatch(attributes.get("ref", ""))
            if found and len(self.sheet.merges) < MAX_NOTED:
                self.sheet.merges.append(_merge(found[0], *found.groups()))
        elif attributes.get("hidden") in _TRUE and len(self.sheet.hidden_columns) < MAX_NOTED:
            _note_hidden_column(self.sheet, attributes)

    def end(self, tag: str) -> None:
        if tag == "v":
            self._is_value = False
            if self._kind == "s":
                self._use_string()
        elif tag == "c":
            self._note_odd_formula()
            self._kind = None
            self._column += 1
        elif tag == "row":
            self._row += 1
            self._column = 1

    def text(self, text: str) -> None:
        if self._is_value and self._value is not None:
            self._value.append(text)

    def _cell(self, attributes: dict[str, str]) -> None:
        if self._kind is not None:
            raise ValueError("a cell inside of a cell")
        self._kind = attributes.get("t", "n")
        self._has_formula, self._value = False, None
        if "r" in attributes:
            ref = attributes["r"]
            place = _REF.fullmatch(ref)
            if place is None:
                raise ValueError(ref)
            self._row = self._number(place[2], ref)
            self._column = number_of(place[1].upper()) if len(place[1]) <= 3 else self._refuse(ref)

    def _number(self, digits: str, ref: str) -> int:
        return int(digits) if len(digits) <= 7 else self._refuse(ref)

    def _refuse(self, ref: str) -> int:
        raise CellFault("table-too-large", size=ref[:20], limit=f"{self._limits.rows:,} × {self._limits.columns:,}")

    def _content(self, tag: str) -> None:
        """A cell with content far away makes the whole sheet as large as it is far; an empty one does not."""
        if tag == "v":
            self._is_value, self._value = True, []
        if self._row > self._last_row or self._column > self._last_column:
            self._last_row = max(self._row, self._last_row)
            self._last_column = max(self._column, self._last_column)
            if self._last_row > self._limits.rows or self._last_column > self._limits.columns:
                self._refuse(f"{letters(self._column)}{self._row}")
            if self._last_row * self._last_column > MAX_CELLS:
                size = f"{self._last_row:,} × {self._last_column:,}"
                raise CellFault("table-too-large", size=size, limit=f"{MAX_CELLS:,}")

    def _use_string(self) -> None:
        number = "".join(self._value or ()).strip()
        if number.isascii() and number.isdigit() and len(number) < 10 and int(number) < len(self._strings):
            self.letters += self._strings[int(number)]

    def _note_odd_formula(self) -> None:
        if self._kind != "e" and not self._has_formula:
            return
        says = "".join(self._value or ())
        code = "table-formula-error" if self._kind == "e" else "table-formula-without-value"
        is_odd = self._kind == "e" or self._value is None or (not says.strip() and self._kind != "str")
        if is_odd and len(self.sheet.odd) < MAX_NOTED:
            self.sheet.odd.setdefault(self._row, {})[self._column] = (code, says)
