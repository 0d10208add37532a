"""An XLSX workbook before its cells are read: is it one, is it small enough, and what would be lost in reading.

A workbook is a packed folder of XML. Its sheets are looked through once as bytes, in little memory, for
what a reader of cells does not tell: merged cells, formulas that were never computed, cells far away
from the table that would make the reader fill memory with nothing. Then calamine gives the rows.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook

from generator.tables.columns import CellFault, number_of

MAX_PACKED = 50_000_000
MAX_UNPACKED = 600_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 60
MAX_NOTED = 10_000
"""Merged cells and cells with faulty formulas that are remembered of a sheet; nobody reads more."""
_MAX_INDEX = 2_000_000
"""Bytes of the list of sheets."""
_CHUNK = 1 << 20


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
    """

    name: str
    is_hidden: bool
    merges: list[Merge] = field(default_factory=list)
    odd: dict[int, dict[int, tuple[str, str]]] = field(default_factory=dict)


def scan(path: Path) -> list[Sheet]:
    """Every sheet of a workbook.

    Raises:
        CellFault: ``table-not-what-it-says`` or ``table-too-large``.
        OSError: where the file cannot be opened.
    """
    size = path.stat().st_size
    if size > MAX_PACKED:
        raise CellFault("table-too-large", size=_megabytes(size), limit=_megabytes(MAX_PACKED))
    try:
        with zipfile.ZipFile(path) as package:
            unpacked = sum(part.file_size for part in package.infolist())
            if unpacked > MAX_UNPACKED:
                raise CellFault("table-too-large", size=_megabytes(unpacked), limit=_megabytes(MAX_UNPACKED))
            sheets = []
            for name, is_hidden, part in _index(package):
                sheet = Sheet(name, is_hidden)
                _look_through(package, part, sheet)
                sheets.append(sheet)
            return sheets
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        KeyError,
        NotImplementedError,  # packed or locked in a way that nobody can read
        RuntimeError,
        EOFError,
        ValueError,
    ) as error:
        if isinstance(error, CellFault):
            raise
        raise CellFault("table-not-what-it-says", kind="XLSX") from None


def rows(path: Path, sheet: str) -> Iterator[tuple[int, list[Any]]]:
    """Number and cells of every row of a sheet, the first cell that of column A.

    Raises:
        CellFault: ``table-not-what-it-says``.
    """
    try:
        opened = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet)
        start = opened.start
        before = [""] * start[1] if start else []
        for number, cells in enumerate(opened.iter_rows() if start else (), 1):
            yield number, before + cells
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException:  # calamine fails in its own ways; a panic of Rust is not even an Exception
        raise CellFault("table-not-what-it-says", kind="XLSX") from None


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"


_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"


def _index(package: zipfile.ZipFile) -> Iterator[tuple[str, bool, str]]:
    """Name of every sheet, whether it is hidden, and the part that holds it."""
    targets = {}
    for relation in _xml(package, "xl/_rels/workbook.xml.rels"):
        target = relation.get("Target", "")
        whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        targets[relation.get("Id")] = (relation.get("Type", "").rpartition("/")[2], whole)
    book = _xml(package, "xl/workbook.xml")
    for entry in [*book.iter(f"{_MAIN}sheet"), *book.iter(f"{_STRICT}sheet")]:
        ids = [value for name, value in entry.attrib.items() if name.endswith("}id")]
        kind, part = targets.get(ids[0] if ids else None, ("", ""))
        if kind == "worksheet":
            yield entry.get("name", ""), entry.get("state", "visible") != "visible", part


def _xml(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with package.open(name) as part:
        raw = part.read(_MAX_INDEX + 1)
    if len(raw) > _MAX_INDEX or b"<!DOCTYPE" in raw:
        raise KeyError(name)
    return ElementTree.fromstring(raw)


# Each begins with letters, which are found many times as fast as a pattern: a sheet has millions of brackets.
_ROW = re.compile(rb"<row\s[^>]*?\br=[\"'](\d{1,9})")
_FAR_COLUMN = re.compile(rb"<c\s[^>]*?\br=[\"']([A-Z]{2,3})\d")
_CELL = re.compile(rb"<c\s([^>]*)(?<!/)>(.*?)</c>", re.DOTALL)
_REF = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_TYPE = re.compile(rb"\bt=[\"'](\w+)[\"']")
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</")
_MERGE = re.compile(rb"<mergeCell\s[^>]*?\bref=[\"'](([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7}))[\"']")
_FORMULA = (b"<f>", b"<f ", b"<f/")
_ERROR = (b't="e"', b"t='e'")


def _look_through(package: zipfile.ZipFile, part: str, sheet: Sheet) -> None:
    """Note merged cells and odd formulas of a sheet, and refuse one that is too large."""
    rest, prefix = b"", None
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            if prefix is None:
                found = re.search(rb"<(\w+:)?worksheet\b", chunk)
                if found is None:
                    raise KeyError(part)  # no sheet, or not in UTF-8, the only encoding that every reader knows
                prefix = found[1] or b""
            rest += chunk
            cut = rest.rfind(b"row>") + 4  # a row is looked at whole
            if cut > 3:
                _note(_without(prefix, rest[:cut]), sheet)
                rest = rest[cut:]
            if len(rest) > 8 * _CHUNK:
                raise CellFault("table-too-large", size=_megabytes(len(rest)), limit=_megabytes(8 * _CHUNK))
    _note(_without(prefix or b"", rest), sheet)


def _without(prefix: bytes, text: bytes) -> bytes:
    """The text without the prefix that some programs give to every name."""
    return text.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else text


def _note(text: bytes, sheet: Sheet) -> None:
    """What a piece of a sheet holds."""
    farthest = max((number_of(name.decode()) for name in set(_FAR_COLUMN.findall(text))), default=0)
    lowest = max(map(int, _ROW.findall(text)), default=0)
    if farthest > MAX_COLUMNS or lowest > MAX_ROWS:
        _refuse_far_cells(text)
    if len(sheet.odd) < MAX_NOTED and any(mark in text for mark in (*_FORMULA, *_ERROR)):
        for attributes, inner in _CELL.findall(text):
            code = _odd(attributes, inner)
            if code and (place := _REF.search(attributes)):
                value = _VALUE.search(inner)
                says = value[1].decode("utf-8", "replace") if value else ""
                sheet.odd.setdefault(int(place[2]), {})[number_of(place[1].decode())] = (code, says)
    if b"mergeCell" in text and len(sheet.merges) < MAX_NOTED:
        for ref, column, first, last_column, last in _MERGE.findall(text):
            columns = number_of(column.decode()), number_of(last_column.decode())
            sheet.merges.append(Merge(ref.decode(), int(first), int(last), *columns))


def _odd(attributes: bytes, inner: bytes) -> str:
    """The code of what is wrong with a formula, or an empty text."""
    found = _TYPE.search(attributes)
    kind = found[1] if found else b"n"
    if kind == b"e":
        return "table-formula-error"
    if not any(mark in inner for mark in _FORMULA):
        return ""
    value = _VALUE.search(inner)
    is_empty = value is None or (not value[1].strip() and kind != b"str")
    return "table-formula-without-value" if is_empty else ""


def _refuse_far_cells(text: bytes) -> None:
    """A cell with content far away makes the whole sheet as large as it is far; an empty one does not."""
    for attributes, _ in _CELL.findall(text):
        place = _REF.search(attributes)
        if place and (number_of(place[1].decode()) > MAX_COLUMNS or int(place[2]) > MAX_ROWS):
            cell = f"{place[1].decode()}{place[2].decode()}"
            raise CellFault("table-too-large", size=cell, limit=f"{MAX_ROWS:,} × {MAX_COLUMNS}")
