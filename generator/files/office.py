"""The words, metadata and locks of documents of Office and OpenDocument, new and old, and of ZIP archives.

A packed document is XML in a ZIP archive. It is read as text, so that nothing in it is run or fetched, and each
pattern stops at the next bracket, so that a text is read once, however it is made.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Any

from python_calamine import CalamineWorkbook

from generator.files import hidden, kinds
from generator.files.content import MAX_UNPACKED, MAX_WORDS, Content, Problem, Reach, as_metadata, within
from generator.files.hidden import Hidden
from generator.files.kinds import Kind
from generator.tables import sheets, workbooks
from generator.tables.columns import CellFault, shown
from generator.tables.packages import open_package

_PARTS = {
    "docx": r"word/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml",
    "pptx": r"ppt/slides/slide\d+\.xml",
    "odt": r"content\.xml",
    "ods": r"content\.xml",
}
"""Kind → the parts that hold words; a document without any is damaged."""
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
_MAX_PROPERTIES = 200_000
"""Bytes of a document's properties that are read."""
_MAX_NAMES = 1_000
"""Names of an archive's parts that are listed."""
_WORKBOOK = sheets.Limits(MAX_UNPACKED, rows=1_048_576, columns=16_384)
"""As large as Excel makes them; the bytes and the number of cells bound what is read."""

_PARAGRAPH_ENDS = re.compile(r"</(?:w:p|w:tr|a:p|text:p|text:h|table:table-cell|table:table-row)>")
_SPAN = re.compile(r'<w:gridSpan w:val="(\d{1,2})"')
_SPACES = re.compile(r"<(?:w:tab|w:br|text:s|text:tab)\b[^<>]*>")
_TAGS = re.compile(r"<[^<>]*>")
_SAYS = re.compile(
    r"<(?:\w{1,20}:)?(title|subject|creator|lastModifiedBy|description|keywords|initial-creator|Company|Manager)"
    r"\b[^<>]*>([^<]+)<"
)


def package(file: IO[bytes], kind: Kind, reach: Reach) -> Content:
    """What stands in a packed document: a line a paragraph; of an archive, the names of what is in it.

    Raises:
        Exception: of any kind, where the file is damaged.
    """
    with open_package(file) as opened:
        infos = opened.infolist()
        if _is_locked(infos):
            return Content(problem="locked", is_whole=False)
        metadata = _metadata(opened)
        names = [info.filename for info in infos]
        parts = sorted(name for name in names if re.fullmatch(_PARTS.get(kind, ""), name))
        beside = _beside(opened, parts, reach, is_archive=kind == "archive")
        if kind not in _PARTS:
            listed = tuple(names[:_MAX_NAMES])
            return _with_hidden(Content(titles=listed, metadata=metadata, is_whole=False), beside)
        if not parts:
            return Content(problem="damaged", is_whole=False)
        numbered = ((str(number), text) for number, text in enumerate(_paragraphs(_texts(opened, parts)), 1))
        lines, is_whole = within(numbered, reach.letters)
        content = Content(
            lines,
            images=sum("/media/" in name or name.startswith("Pictures/") for name in names),
            metadata=metadata,
            is_whole=is_whole and sum(opened.getinfo(part).file_size for part in parts) <= MAX_WORDS,
        )
        return _with_hidden(content, beside)


def _beside(opened: zipfile.ZipFile, known: Iterable[str], reach: Reach, *, is_archive: bool) -> Hidden:
    """What stands beside the pages; where that is damaged, the pages may be whole all the same."""
    if not reach.is_thorough:
        return Hidden()
    try:
        return hidden.find(opened, known, is_archive=is_archive)
    except Exception:  # a damaged part fails in any way there is
        return Hidden(is_whole=False)


def _with_hidden(content: Content, found: Hidden) -> Content:
    return replace(content, hidden=found.lines, active=found.active, inner=found.inner, is_thorough=found.is_whole)


def kind_of_package(file: IO[bytes]) -> Kind:
    """Of what kind a package is; one whose list cannot be read is an archive."""
    try:
        with open_package(file) as opened:
            names = opened.namelist()
            media_type = opened.open("mimetype").read(200) if "mimetype" in names else b""
            return kinds.kind_of_package(names, media_type)
    except Exception:  # a damaged package fails in any way there is
        return "archive"


def workbook(file: IO[bytes], reach: Reach) -> Content:
    """What stands in an XLSX workbook: a line a row, its cells parted by tabs.

    Raises:
        Exception: of any kind, where the file is damaged.
    """
    with open_package(file) as opened:
        if _is_locked(opened.infolist()):
            return Content(problem="locked", is_whole=False)
        metadata = _metadata(opened)
        beside = _beside(opened, (), reach, is_archive=False)
    try:
        sheets = tuple(sheet.name for sheet in workbooks.scan(file, _WORKBOOK))
    except CellFault as fault:
        problem: Problem = "oversized" if fault.code == "table-too-large" else "damaged"
        return Content(problem=problem, metadata=metadata, is_whole=False)
    return _with_hidden(_of_rows(workbooks.rows_of_all(file, sheets), sheets, reach, metadata), beside)


def table_rows(file: IO[bytes]) -> Iterator[tuple[str, list[str]]]:
    """The rows of the tables of a DOCX, each with the number of its table; a cell has a line a paragraph, one over several its columns.

    Raises:
        CellFault: ``table-not-what-it-says``, where it cannot be read.
    """
    try:
        with open_package(file) as opened:
            (text,) = _texts(opened, ["word/document.xml"])
    except Exception as error:  # a damaged package fails in any way there is
        raise CellFault("table-not-what-it-says", kind="DOCX") from error
    for number, table in enumerate(text.split("</w:tbl>"), 1):
        for row in _elements(table, "w:tr"):
            cells: list[str] = []
            for cell in _elements(row, "w:tc"):
                span = _SPAN.search(cell)
                cells += ["\n".join(_paragraphs([cell])), *[""] * (min(int(span[1]), 60) - 1 if span else 0)]
            yield str(number), cells


MOST_TITLES = 5
"""Paragraphs before a table among which its title is."""


def table_titles(file: IO[bytes]) -> dict[str, tuple[str, ...]]:
    """The last paragraphs before each table of a DOCX, by the number that :func:`table_rows` gives it; raises as that does."""
    try:
        with open_package(file) as opened:
            (text,) = _texts(opened, ["word/document.xml"])
    except Exception as error:  # as above
        raise CellFault("table-not-what-it-says", kind="DOCX") from error
    before = (re.split("<w:tbl[ >]", table, maxsplit=1)[0] for table in text.split("</w:tbl>")[:-1])
    return {str(number): tuple(list(_paragraphs([one]))[-MOST_TITLES:]) for number, one in enumerate(before, 1)}


def _elements(text: str, tag: str) -> Iterator[str]:
    """Each element up to its end, in time that grows with the text, however many of them never end."""
    begins = re.compile(f"<{tag}[ >]")
    for part in text.split(f"</{tag}>")[:-1]:
        if begin := begins.search(part):
            yield part[begin.start() :]


def old_workbook(file: IO[bytes], reach: Reach) -> Content:
    """As :func:`workbook`, of an XLS.

    Raises:
        BaseException: of any kind, where the file is damaged.
    """
    try:
        book = CalamineWorkbook.from_filelike(file)
    except Exception as error:
        return Content(problem="locked" if "assword" in str(error) else "damaged", is_whole=False)
    names = tuple(book.sheet_names)
    rows = (
        (name, number, cells)
        for name in names
        for number, cells in enumerate(book.get_sheet_by_name(name).iter_rows(), 1)
    )
    return _of_rows(rows, names, reach, ())


def _of_rows(
    rows: Iterable[tuple[str, int, list[Any]]],
    sheets: tuple[str, ...],
    reach: Reach,
    metadata: tuple[tuple[str, str], ...],
) -> Content:
    lines, is_whole = within(
        ((f"{sheet}!{number}", "\t".join(map(shown, cells))) for sheet, number, cells in rows), reach.letters
    )
    return Content(lines, titles=sheets, metadata=metadata, is_whole=is_whole)


def _is_locked(infos: Iterable[zipfile.ZipInfo]) -> bool:
    return any(info.flag_bits & 1 for info in infos)


def _texts(opened: zipfile.ZipFile, parts: Iterable[str]) -> Iterator[str]:
    """The XML of the parts, as far as it is read at all."""
    left = MAX_WORDS
    for part in parts:
        with opened.open(part) as file:
            raw = file.read(left)
        left -= len(raw)
        yield raw.decode("utf-8", "replace")
        if left <= 0:
            return


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for paragraph in _PARAGRAPH_ENDS.split(text):
            words = html.unescape(_TAGS.sub("", _SPACES.sub(" ", paragraph))).strip()
            if words:
                yield words


def _metadata(opened: zipfile.ZipFile) -> tuple[tuple[str, str], ...]:
    """Who made a document and when, as its properties say."""
    found: list[tuple[str, str]] = []
    for name in _PROPERTIES:
        try:
            with opened.open(name) as part:
                raw = part.read(_MAX_PROPERTIES).decode("utf-8", "replace")
        except KeyError:
            continue
        found += [(key, html.unescape(value)) for key, value in _SAYS.findall(raw)]
    return as_metadata(found)


_STRINGS = re.compile(rb"(?:[\x20-\x7e\r\n]\0|[\x00-\x5b]\x0e){9,}|[\x20-\x7e\xa1-\xfb\r\n]{9,}")
_OLD_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros\0"))


def strings(raw: bytes) -> Iterator[str]:
    """Runs of letters in an old document, which has no reader: in UTF-16 as it is kept today, or in TIS-620."""
    for found in _STRINGS.findall(raw):
        yield found.decode("utf-16-le" if b"\0" in found or b"\x0e" in found else "cp874", "replace")


def has_old_macros(raw: bytes) -> bool:
    """Whether a container has the folder that programs of Office stand in."""
    return any(name in raw for name in _OLD_MACROS)
