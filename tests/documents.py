"""Small documents for cases: a PDF that says what it is told, a packed document, a workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from pypdf import PdfReader, PdfWriter
from xlsxwriter.utility import xl_cell_to_rowcol

_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0020> <00FF> <0020> <0E00> <0EFF> <0E00> endbfrange endcmap end end"""


def pdf(pages: Sequence[str], info: Mapping[str, str] | None = None, lock: Mapping[str, str] | None = None) -> bytes:
    """A PDF with these words on its pages; a page without words is one that was scanned.

    Args:
        info: what it says of itself, such as its author.
        lock: passwords of the ``user`` who opens it and the ``owner`` who changes it.
    """
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    def stream(data: bytes) -> int:
        return add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data))

    catalog, tree = add(b""), add(b"")
    below = add(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (A) /Ordering (I) "
                b"/Supplement 0 >> /DW 600 >>")  # fmt: skip
    font = add(b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [%d 0 R] "
               b"/ToUnicode %d 0 R >>" % (below, stream(_CMAP)))  # fmt: skip
    kids = []
    for text in pages:
        drawn = b"".join(b"<%s> Tj T*\n" % line.encode("utf-16-be").hex().encode() for line in text.splitlines())
        content = stream(b"BT /F 12 Tf 14 TL 50 750 Td\n%sET" % drawn)
        kids.append(add(b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F %d 0 R >> >> "
                        b"/Contents %d 0 R >>" % (tree, font, content)))  # fmt: skip
    objects[catalog - 1] = b"<< /Type /Catalog /Pages %d 0 R >>" % tree
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[tree - 1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), refs)
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, catalog, table))
    if not info and not lock:
        return out.getvalue()
    writer = PdfWriter(PdfReader(out))
    writer.add_metadata({f"/{key}": value for key, value in (info or {}).items()})
    if lock:
        writer.encrypt(lock.get("user", ""), lock.get("owner"), algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def package(parts: Mapping[str, str]) -> bytes:
    """A packed document of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


def workbook(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """A workbook of one sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


def office_workbook(path: Path, sheets: Mapping[str, Mapping[str, Any]]) -> None:
    """A workbook as offices keep it: of each sheet its ``rows``, and what is ``merged`` or hidden in it."""
    with xlsxwriter.Workbook(path) as book:
        for name, content in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(content["rows"]):
                sheet.write_row(number, 0, row)
            for ref in content.get("merged", ()):
                first = xl_cell_to_rowcol(ref.partition(":")[0])
                text = content["rows"][first[0]][first[1]]
                sheet.merge_range(ref, text)
            for number in content.get("hidden_rows", ()):
                sheet.set_row(number - 1, None, None, {"hidden": True})
            for columns in content.get("hidden_columns", ()):
                sheet.set_column(columns, None, None, {"hidden": True})
            if content.get("is_hidden"):
                sheet.hide()
