"""An XLSX workbook before its cells are read: is it one, is it small enough, and what would be lost in reading.

A workbook is a packed folder of XML. Its parts are walked once, as a stream, for what a reader of cells does not
tell (merged cells, formulas that were never computed) and for what would make that reader fill memory with nothing:
a cell far away, a long string used a thousand times. Then calamine gives the rows.

calamine trusts what it opens and aborts the process where memory ends, so that every place and length that it will
meet is measured here as it counts them.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

from python_calamine import CalamineWorkbook

from generator.tables.columns import CellFault
from generator.tables.packages import MAX_INDEX, elements, open_package, too_large, walk
from generator.tables.sheets import TABLE, Limits, Sheet, SheetReader, plain_uses

MAX_PACKED = 50_000_000
MAX_TEXT = 100_000_000
"""Letters of all shared strings, each as often as it is used."""


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
                uses = plain_uses(package, parts[part], sheet, limits)
                most = (uses or 0) * longest
                if uses is None or used + most > MAX_TEXT:
                    reader = SheetReader(sheet, limits, strings)
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


def is_locked(file: Path) -> bool:
    """Whether a file is the container that Office puts around a workbook with a password, or an old XLS."""
    with file.open("rb") as opened:
        return opened.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def has_macros(file: Path) -> bool:
    """Whether a workbook that :func:`scan` took carries programs."""
    with open_package(file, MAX_PACKED) as package:
        return any(name.lower().endswith("vbaproject.bin") for name in package.namelist())


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
