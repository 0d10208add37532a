"""What ``oit evidence --clean`` takes out of a file, and what it leaves as it is."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
import xlsxwriter

from generator.files.cleaning import cleaned
from generator.files.content import Reach
from generator.files.kinds import Kind
from generator.files.reading import read_content
from tests import documents as make

THOROUGH = Reach(100, 1_000_000, is_thorough=True)


def said(body: bytes, kind: Kind) -> str:
    content = read_content(io.BytesIO(body), kind, THOROUGH)
    return "\n".join(text for _, text in (*content.metadata, *content.hidden, *content.lines))


def test_a_pdf_loses_its_author_and_comments_and_keeps_its_pages_links_and_fields() -> None:
    extras = {
        "note": "ความเห็นของสมชาย",
        "xmp": "somchai@gmail.com",
        "link": "https://x.go.th/abc",
        "bookmark": "บทที่หนึ่ง",
    }
    body = make.pdf(
        ["แผนปฏิบัติการ", "หน้าสอง"], info={"Author": "สมชาย ใจดี", "Creator": "Word", "Title": "ชื่อเรื่อง"}, extras=extras
    )
    found = cleaned(body, "pdf")
    assert found.body
    assert ("Author", "สมชาย ใจดี") in found.removed
    assert ("XMP", "somchai@gmail.com") in found.removed
    left = said(found.body, "pdf")
    for gone in ("สมชาย", "somchai@gmail.com", "Word"):
        assert gone not in left
    for kept in ("แผนปฏิบัติการ", "หน้าสอง", "https://x.go.th/abc", "บทที่หนึ่ง", "ชื่อเรื่อง"):
        assert kept in left
    for raw in (b"somchai", "สมชาย".encode("utf-16-be"), b"Word"):
        assert raw not in found.body, "not in an object that nothing refers to either"
    assert cleaned(found.body, "pdf").body is None, "once is enough"


def test_a_pdf_stays_one_that_is_made_for_screen_readers() -> None:
    xmp = '<rdf:Description pdfuaid:part="1"/><dc:creator>สมชาย ใจดี</dc:creator>'
    found = cleaned(make.pdf(["แผน"], extras={"xmp": xmp}), "pdf")
    assert found.body
    assert b'pdfuaid:part="1"' in found.body
    assert "สมชาย" not in said(found.body, "pdf")


def test_a_pdf_loses_the_comments_that_people_made_of_it() -> None:
    found = cleaned(make.pdf(["แผน"], extras={"note": "ถามสมชาย 0812345678"}), "pdf")
    assert found.body
    assert "0812345678" in " ".join(text for _, text in found.removed)
    assert said(found.body, "pdf") == "แผน"
    assert b"0812345678" not in found.body


def test_what_must_not_be_changed_is_left_and_said() -> None:
    signed = make.pdf(["x" * 30], info={"Author": "ก"}).replace(b"trailer", b"% /ByteRange [0 1] /Type /Sig\ntrailer")
    assert (cleaned(signed, "pdf").body, cleaned(signed, "pdf").why) == (None, "signed")
    locked = make.pdf(["x" * 30], info={"Author": "ก"}, lock={"user": "secret"})
    assert (cleaned(locked, "pdf").body, cleaned(locked, "pdf").why) == (None, "locked")
    assert cleaned(make.pdf(["x" * 30]), "pdf").why == ""
    assert cleaned(b"%PDF-1.7 torn", "pdf").body is None


def test_a_photograph_loses_where_it_was_taken_and_stays_the_right_way_up() -> None:
    body = make.photo(13.75, 100.5, "บ้านสมชาย")
    found = cleaned(body, "image")
    assert found.body
    assert "GPS" in {where for where, _ in found.removed}
    assert said(found.body, "image") == ""
    exif = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<HHHIHHI", 2, 0x0112, 3, 1, 6, 0, 0)
    exif = exif[:-4] + struct.pack("<HHII", 0x013B, 2, 4, 0x00434241) + struct.pack("<I", 0)
    turned = body[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + body[2:]
    again = cleaned(turned, "image").body
    assert again
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in again
    assert again.count(b"Exif") == 1


def test_a_png_loses_its_texts() -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    found = cleaned(head + chunk(b"tEXt", b"Author\0Somchai Jaidee") + pixels + chunk(b"IEND", b""), "image")
    assert found.body == head + pixels + chunk(b"IEND", b"")


CORE = (
    '<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>สมชาย ใจดี</dc:creator>'
    "<cp:lastModifiedBy>สมหญิง</cp:lastModifiedBy></cp:coreProperties>"
)


def test_a_word_document_loses_its_comments_and_their_marks_and_keeps_its_words() -> None:
    document = (
        '<w:document xmlns:w="w"><w:body><w:p><w:commentRangeStart w:id="0"/><w:r><w:t>แผนปฏิบัติการ</w:t></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p></w:body></w:document>'
    )
    comments = '<w:comments xmlns:w="w"><w:comment w:id="0" w:author="สมชาย"><w:p><w:r><w:t>แก้ตรงนี้ด้วย โทร 0812345678</w:t></w:r></w:p></w:comment></w:comments>'
    body = make.package(
        {
            "[Content_Types].xml": "<Types/>",
            "docProps/core.xml": CORE,
            "word/document.xml": document,
            "word/comments.xml": comments,
            "word/media/image1.jpeg": make.photo(13.75, 100.5),
        }
    )
    found = cleaned(body, "docx")
    assert found.body
    assert ("creator", "สมชาย ใจดี") in found.removed
    left = said(found.body, "docx")
    assert "แผนปฏิบัติการ" in left
    for gone in ("สมชาย", "สมหญิง", "0812345678", "13.8"):
        assert gone not in left
    with zipfile.ZipFile(io.BytesIO(found.body)) as opened:
        assert opened.read("word/comments.xml") == b'<w:comments xmlns:w="w"></w:comments>'
        assert b"comment" not in opened.read("word/document.xml")
        assert opened.testzip() is None


def test_a_workbook_loses_its_notes_and_who_made_it_and_keeps_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"author": "สมชาย ใจดี", "company": "บริษัท ก"})
        sheet = book.add_worksheet("แผ่น")
        sheet.write_row(0, 0, ["ชื่อ", 12])
        sheet.write_comment(0, 0, "ถามสมหญิง 0812345678", {"author": "สมหญิง"})
    found = cleaned(path.read_bytes(), "xlsx")
    assert found.body
    left = said(found.body, "xlsx")
    assert "ชื่อ\t12" in left
    for gone in ("สมชาย", "สมหญิง", "0812345678", "บริษัท ก"):
        assert gone not in left
    from python_calamine import CalamineWorkbook

    assert CalamineWorkbook.from_filelike(io.BytesIO(found.body)).get_sheet_by_index(0).to_python() == [["ชื่อ", 12.0]]


@pytest.mark.parametrize("kind", ["odt", "ods"])
def test_an_open_document_loses_its_annotations(kind: Kind) -> None:
    content = (
        '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><text:p>แผน<office:annotation>'
        "<text:p>ความเห็นของสมชาย</text:p></office:annotation>งาน</text:p></office:body></office:document-content>"
    )
    meta = '<office:document-meta xmlns:office="o"><office:meta><meta:initial-creator>สมชาย</meta:initial-creator></office:meta></office:document-meta>'
    found = cleaned(make.package({"mimetype": "", "content.xml": content, "meta.xml": meta}), kind)
    assert ("initial-creator", "สมชาย") in found.removed
    assert found.body
    assert "สมชาย" not in said(found.body, kind)
    if kind == "odt":
        assert "แผนงาน" in said(found.body, kind)


def test_of_an_old_document_it_is_said_that_its_program_has_to_do_it() -> None:
    assert cleaned("ก,ข".encode(), "csv").why == ""
