"""An XLSX workbook before its cells are read: is it one, is it small enough, and what would be lost in reading.

A workbook is a packed folder of XML. Its parts are walked once, as a stream, for what a reader of cells does not
tell (merged cells, formulas that were never computed) and for what would make that reader fill memory with nothing:
a cell far away, a long string used a thousand times. Then calamine gives the rows.

calamine trusts what it opens and aborts the process where memory ends, so that every place and length that it will
meet is measured here as it counts them.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

from python_calamine import CalamineWorkbook

from generator.tables.columns import CellFault, letters, number_of
from generator.tables.packages import MAX_INDEX, elements, open_package, pieces, too_large, walk

MAX_PACKED = 50_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 60
MAX_CELLS = 4_000_000
"""Cells of one sheet, empty ones among them: as many rows as the last has by as many columns as the farthest."""
MAX_TEXT = 100_000_000
"""Letters of all shared strings, each as often as it is used."""
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


def scan(file: Path | IO[bytes], limits: Limits = TABLE) -> list[Sheet]:
    """Every sheet of a workbook.

    Raises:
        CellFault: ``table-not-what-it-says`` or ``table-too-large``.
        OSError: where the file cannot be opened.
    """
    try:
        with open_package(file, MAX_PACKED) as package:
            parts = _parts(package, limits)
            index = list(_index(package, parts))
            _refuse_many_bytes(parts, index, limits)
            strings = _string_lengths(package, parts)
            longest = max(strings, default=0)
            if "xl/styles.xml" in parts:
                walk(package, parts["xl/styles.xml"])  # is it well-formed within the length that it states?
            sheets = []
            used = 0
            for name, is_hidden, part in index:
                sheet = Sheet(name, is_hidden)
                uses = _plain_uses(package, parts[part], sheet, limits)
                most = (uses or 0) * longest
                if uses is None or used + most > MAX_TEXT:
                    reader = _SheetReader(sheet, limits, strings)
                    walk(package, parts[part], reader.start, reader.end, reader.text)
                    most = reader.letters
                used += most
                if used > MAX_TEXT:
                    raise too_large(used, MAX_TEXT)
                sheets.append(sheet)
            return sheets
    except CellFault:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        KeyError,
        NotImplementedError,  # packed or locked in a way that nobody can read
        RuntimeError,
        EOFError,
        ValueError,
    ):
        raise CellFault("table-not-what-it-says", kind="XLSX") from None


def rows(file: Path | IO[bytes], sheet: str) -> Iterator[tuple[int, list[Any]]]:
    """Number and cells of every row of a sheet that :func:`scan` found, the first cell that of column A.

    Raises:
        CellFault: ``table-not-what-it-says``.
    """
    for _, number, cells in rows_of_all(file, (sheet,)):
        yield number, cells


def rows_of_all(file: Path | IO[bytes], sheets: Iterable[str]) -> Iterator[tuple[str, int, list[Any]]]:
    """As :func:`rows`, of several sheets, with the name of each; the workbook is opened once."""
    if not isinstance(file, Path):
        file.seek(0)
    try:
        book = CalamineWorkbook.from_object(file)
        for name in sheets:
            opened = book.get_sheet_by_name(name)
            start = opened.start
            before = [""] * start[1] if start else []
            for number, cells in enumerate(opened.iter_rows() if start else (), 1):
                yield name, number, before + cells
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException:  # calamine fails in its own ways; a panic of Rust is not even an Exception
        raise CellFault("table-not-what-it-says", kind="XLSX") from None


# --- the package ------------------------------------------------------------------------------------------------


def _parts(package: zipfile.ZipFile, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """The parts of a workbook by their names in small letters, as calamine finds them."""
    infos = package.infolist()
    unpacked = sum(info.file_size for info in infos)
    if unpacked > limits.unpacked:
        raise too_large(unpacked, limits.unpacked)
    parts = {info.filename.lower().replace("\\", "/"): info for info in infos}
    if len(parts) < len(infos) or "xl/workbook.bin" in parts or "mimetype" in parts:
        raise zipfile.BadZipFile  # readers differ in which of two parts they take, and in what kind this is
    return parts


def _index(package: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo]) -> Iterator[tuple[str, bool, str]]:
    """Name of every sheet, whether it is hidden, and the part that holds it."""
    if set(_targets(package, parts["_rels/.rels"], "").get("officeDocument", {}).values()) != {_BOOK}:
        raise ValueError(_BOOK)
    targets = _targets(package, parts["xl/_rels/workbook.xml.rels"], "xl/")
    for kind, usual in _USUAL.items():
        if not set(targets.get(kind, {}).values()) <= {usual}:
            raise ValueError(usual)
    worksheets = targets.get("worksheet", {})
    names = set()
    for entry in elements(package, parts["xl/workbook.xml"], "sheet"):
        ids = [value for key, value in entry.items() if key.endswith(":id")]
        name = entry.get("name", "")
        if len(ids) != 1 or name in names:
            raise ValueError(entry)
        names.add(name)
        if ids[0] in worksheets:
            yield name, entry.get("state", "visible") != "visible", worksheets[ids[0]].lower()


_BOOK = "xl/workbook.xml"
_USUAL = {"sharedStrings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
"""Kind of part → where every program puts it; elsewhere one reader would find it and another not."""


def _targets(package: zipfile.ZipFile, part: zipfile.ZipInfo, folder: str) -> dict[str, dict[str, str]]:
    """Kind of relation → its id → the part that it leads to, as calamine finds it: a path as it is written."""
    if part.file_size > MAX_INDEX:
        raise too_large(part.file_size, MAX_INDEX)
    if b"&" in package.read(part):
        raise ValueError(part.filename)
    found: dict[str, dict[str, str]] = {}
    ids = set()
    for relation in elements(package, part, "Relationship"):
        target, name = relation.get("Target", ""), relation.get("Id", "")
        if name in ids:
            raise ValueError(name)
        ids.add(name)
        whole = target.removeprefix("/") if target.startswith(("/xl/", "xl/")) else f"{folder}{target}"
        found.setdefault(relation.get("Type", "").rpartition("/")[2], {})[name] = whole
    return found


def _refuse_many_bytes(
    parts: Mapping[str, zipfile.ZipInfo], index: Iterable[tuple[str, bool, str]], limits: Limits
) -> None:
    """Many sheets may be one part, and some parts are read once more for every sheet."""
    every = sum(parts[name].file_size for name in ("xl/sharedstrings.xml", "xl/styles.xml") if name in parts)
    read = sum(parts[part].file_size + every + 1_000 for _, _, part in index)
    if read > limits.unpacked:
        raise too_large(read, limits.unpacked)


def _string_lengths(package: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo]) -> list[int]:
    """Letters of every shared string."""
    lengths: list[int] = []

    def start(tag: str, _: dict[str, str]) -> None:
        if tag == "si":
            lengths.append(0)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    if "xl/sharedstrings.xml" in parts:
        walk(package, parts["xl/sharedstrings.xml"], start, None, text)
    return lengths


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


def _plain_uses(package: zipfile.ZipFile, part: zipfile.ZipInfo, sheet: Sheet, limits: Limits) -> int | None:
    """How often a plain sheet may use shared strings; None where a sheet has to be walked element by element.

    The fast path: a sheet is plain where each cell and row says its place first, nothing anywhere that a reader could
    take for a place is beyond the limits, and there is no formula, error, prefix or definition. Its merged cells are
    noted.
    """
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
            hidden_rows += [
                int(found[1]) for tag in _ROW.findall(piece) if _HIDDEN.search(tag) and (found := _R.search(tag))
            ]
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


class _SheetReader:
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
            if "r" in attributes:
                self._row = self._number(attributes["r"], attributes["r"])
            if attributes.get("hidden") in _TRUE and len(self.sheet.hidden_rows) < MAX_NOTED:
                self.sheet.hidden_rows.append(self._row)
        elif tag == "col":
            if attributes.get("hidden") in _TRUE and len(self.sheet.hidden_columns) < MAX_NOTED:
                _note_hidden_column(self.sheet, attributes)
        elif tag == "f":
            self._has_formula = True
        elif tag == "mergeCell":
            found = _MERGED.fullmatch(attributes.get("ref", ""))
            if found and len(self.sheet.merges) < MAX_NOTED:
                self.sheet.merges.append(_merge(found[0], *found.groups()))
        elif not self._is_begun:
            if tag != "worksheet":
                raise KeyError(tag)
            self._is_begun = True

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
