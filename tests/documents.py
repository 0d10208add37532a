"""Small documents for cases: a PDF that says what it is told, a packed document, a workbook."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject, TextStringObject
from xlsxwriter.utility import xl_cell_to_rowcol

_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0020> <00FF> <0020> <0E00> <0EFF> <0E00> endbfrange endcmap end end"""


def pdf(
    pages: Sequence[str],
    info: Mapping[str, str] | None = None,
    lock: Mapping[str, str] | None = None,
    extras: Mapping[str, str] | None = None,
) -> bytes:
    """A PDF with these words on its pages; a page without words is one that was scanned.

    Args:
        info: what it says of itself, such as its author.
        lock: passwords of the ``user`` who opens it and the ``owner`` who changes it.
        extras: what it has beside its pages, and the words there: ``script``, ``launch``, ``attachment``, ``field``,
            ``note``, ``bookmark``, ``link``, ``xmp``.
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
    if not info and not lock and not extras:
        return out.getvalue()
    writer = PdfWriter(PdfReader(out))
    for kind, words in (extras or {}).items():
        _EXTRAS[kind](writer, words)
    writer.add_metadata({f"/{key}": value for key, value in (info or {}).items()})
    if lock:
        writer.encrypt(lock.get("user", ""), lock.get("owner"), algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _dictionary(**pairs: PdfObject | str) -> DictionaryObject:
    """A dictionary; a text that begins with a slash is a name."""
    found = DictionaryObject()
    for key, value in pairs.items():
        is_text = isinstance(value, str) and not isinstance(value, PdfObject)
        word = (NameObject(value) if str(value).startswith("/") else TextStringObject(value)) if is_text else value
        found[NameObject(f"/{key}")] = word
    return found


def _note(writer: PdfWriter, note: DictionaryObject) -> None:
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def _field(writer: PdfWriter, words: str) -> None:
    field = writer._add_object(_dictionary(FT="/Tx", T="field", V=words))
    writer.root_object[NameObject("/AcroForm")] = _dictionary(Fields=ArrayObject([field]))


def _xmp(writer: PdfWriter, words: str) -> None:
    stream = StreamObject()
    stream.set_data(f"<x:xmpmeta><dc:description>{words}</dc:description></x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _opens_with(writer: PdfWriter, action: DictionaryObject) -> None:
    writer.root_object[NameObject("/OpenAction")] = action


_EXTRAS: Mapping[str, Callable[[PdfWriter, str], Any]] = {
    "script": lambda writer, words: _opens_with(writer, _dictionary(S="/JavaScript", JS=words)),
    "launch": lambda writer, words: _opens_with(writer, _dictionary(S="/Launch", F=words)),
    "attachment": lambda writer, words: writer.add_attachment("a.txt", words.encode()),
    "field": _field,
    "note": lambda writer, words: _note(writer, _dictionary(Subtype="/Text", Contents=words)),
    "link": lambda writer, words: _note(writer, _dictionary(Subtype="/Link", A=_dictionary(S="/URI", URI=words))),
    "bookmark": lambda writer, words: writer.add_outline_item(title=words, page_number=0),
    "xmp": _xmp,
}


def photo(latitude: float, longitude: float, comment: str = "") -> bytes:
    """A JPEG without a picture that says where it was taken."""

    def degrees(value: float) -> bytes:
        return struct.pack(">6I", int(value), 1, int(value % 1 * 60), 1, 0, 1)

    head = b"MM\0*" + struct.pack(">I HHHIII", 8, 1, 0x8825, 4, 1, 26, 0)
    place = struct.pack(">H HHII HHII I", 2, 2, 5, 3, 56, 4, 5, 3, 80, 0)
    exif = b"Exif\0\0" + head + place + degrees(latitude) + degrees(longitude)
    parts = [(0xE1, exif), (0xFE, comment.encode())]
    return (
        b"\xff\xd8" + b"".join(struct.pack(">BBH", 0xFF, kind, len(raw) + 2) + raw for kind, raw in parts) + b"\xff\xd9"
    )


def package(parts: Mapping[str, str | bytes]) -> bytes:
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


def made(content: Mapping[str, Any]) -> bytes:
    """The document that a case describes: ``pdf`` with what else :func:`pdf` takes, ``package`` or ``photo``."""
    match content:
        case {"pdf": pages, **rest}:
            return pdf(pages, **rest)
        case {"photo": (latitude, longitude)}:
            return photo(latitude, longitude)
    return package(content["package"])
