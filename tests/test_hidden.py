"""A number is found wherever it stands in a file: on a page, beside it, in a file inside."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from generator.files import evidence
from generator.files.evidence import EvidenceFile
from generator.writing.persons import Kind
from tests import documents as make

ID = "1101700230708"
WORDS = "<w:p><w:t>รายงาน</w:t></w:p>"


def read(folder: Path, name: str, body: bytes) -> EvidenceFile:
    path = folder / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return evidence.read(folder, f"files/{name}")


def is_found(file: EvidenceFile) -> bool:
    return [one.key for one in file.personal if one.kind is Kind.ID] == [ID]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word/document.xml", "<w:p><w:t>1-1017-</w:t></w:r><w:r><w:t>00230-70-8</w:t></w:p>"),
        ("word/header2.xml", f"<w:p><w:t>{ID}</w:t></w:p>"),
        ("word/footer1.xml", f"<w:p><w:t>{ID}</w:t></w:p>"),
        ("word/endnotes.xml", f"<w:p><w:t>{ID}</w:t></w:p>"),
        ("word/comments.xml", f"<w:p><w:t>{ID}</w:t></w:p>"),
        ("word/glossary/document.xml", f"<w:p><w:t>{ID}</w:t></w:p>"),
        ("word/_rels/document.xml.rels", f'<Relationship Target="tel:{ID}" TargetMode="External"/>'),
        ("customXml/item1.xml", f"<a><b>{ID}</b></a>"),
        ("docProps/custom.xml", f'<property name="x"><vt:lpwstr>{ID}</vt:lpwstr></property>'),
        ("docProps/core.xml", f"<dc:description>{ID}</dc:description>"),
        ("word/drawings/vml.vml", f'<v:shape alt="{ID}"/>'),
        ("word/charts/chart1.xml", f"<c:pt><c:v>{ID}</c:v></c:pt>"),
        ("word/diagrams/data1.xml", f"<a:p><a:t>{ID}</a:t></a:p>"),
        ("word/media/text.txt", "nothing"),
    ],
)
def test_in_a_document(part: str, text: str, tmp_path: Path) -> None:
    parts = {"word/document.xml": WORDS, part: text}
    assert is_found(read(tmp_path, "a.docx", make.package(parts))) is (part != "word/media/text.txt")


def test_in_alternative_texts(tmp_path: Path) -> None:
    body = make.package({"word/document.xml": WORDS, "word/header1.xml": f'<wp:docPr id="1" descr="บัตร {ID}"/>'})
    assert is_found(read(tmp_path, "a.docx", body))


@pytest.mark.parametrize(
    "part",
    ["ppt/notesSlides/notesSlide1.xml", "ppt/comments/comment1.xml", "ppt/slideLayouts/slideLayout1.xml", "ppt/slideMasters/slideMaster1.xml"],
)  # fmt: skip
def test_in_slides(part: str, tmp_path: Path) -> None:
    body = make.package({"ppt/slides/slide1.xml": "<a:p><a:t>ก</a:t></a:p>", part: f"<a:p><a:t>{ID}</a:t></a:p>"})
    assert is_found(read(tmp_path, "a.pptx", body))


def _workbook(change: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "ก")
        change(book, sheet)
    return out.getvalue()


def _with_part(name: str, text: str) -> bytes:
    out = io.BytesIO(_workbook(lambda book, sheet: None))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    "body",
    [
        _workbook(lambda book, sheet: sheet.write_comment("A1", f"เลข {ID}")),
        _workbook(lambda book, sheet: sheet.set_header(f"&C{ID}")),
        _workbook(lambda book, sheet: sheet.set_footer(f"&Rบัตร {ID}")),
        _workbook(lambda book, sheet: sheet.insert_textbox("B2", ID)),
        _workbook(lambda book, sheet: sheet.data_validation("A1", {"validate": "any", "input_title": "x", "input_message": ID})),
        _workbook(lambda book, sheet: book.set_custom_property("x", ID)),
        _workbook(lambda book, sheet: book.define_name("x", f'="{ID}"')),
        _workbook(lambda book, sheet: (other := book.add_worksheet(), other.write(0, 0, ID), other.hide())),
        _workbook(lambda book, sheet: (other := book.add_worksheet(), other.write(0, 0, ID), other.very_hidden())),
        _with_part("xl/pivotCache/pivotCacheDefinition1.xml", f'<sharedItems><s v="{ID}"/></sharedItems>'),
        _with_part("xl/pivotCache/pivotCacheRecords1.xml", f'<r><s v="{ID}"/></r>'),
        _with_part("xl/externalLinks/externalLink1.xml", f'<cell r="A1"><v>{ID}</v></cell>'),
        _with_part("xl/threadedComments/threadedComment1.xml", f"<threadedComment><text>{ID}</text></threadedComment>"),
        _with_part("xl/unusedStrings.xml", f"<sst><si><t>{ID}</t></si></sst>"),
    ],
    ids=["comment", "header", "footer", "text box", "prompt", "property", "name", "hidden sheet", "very hidden sheet",
         "pivot cache", "pivot records", "links to others", "thread", "unused string"],
)  # fmt: skip
def test_in_a_workbook(body: bytes, tmp_path: Path) -> None:
    assert is_found(read(tmp_path, "a.xlsx", body))


@pytest.mark.parametrize("extra", ["attachment", "field", "note", "bookmark", "link", "xmp"])
def test_beside_the_pages_of_a_pdf(extra: str, tmp_path: Path) -> None:
    words = f"tel:{ID}" if extra == "link" else f"เลข {ID}"
    file = read(tmp_path, "a.pdf", make.pdf(["รายงาน"], extras={extra: words}))
    assert is_found(file)
    assert file.is_searched


def test_on_a_page_far_behind(tmp_path: Path) -> None:
    file = read(tmp_path, "a.pdf", make.pdf(["ก"] * 40 + [f"เลข {ID}"]))
    assert (is_found(file), file.personal[0].where) == (True, "41")
    assert not read(tmp_path, "b.pdf", make.pdf(["ก"] * (evidence.MAX_PAGES + 1))).is_searched


def test_in_files_inside(tmp_path: Path) -> None:
    inner = make.package({"word/document.xml": f"<w:p><w:t>{ID}</w:t></w:p>"})
    assert is_found(read(tmp_path, "a.zip", make.package({"inner.docx": inner})))
    assert is_found(read(tmp_path, "b.zip", make.package({"a/b.csv": f"ก,{ID}"})))
    assert is_found(read(tmp_path, "c.zip", make.package({"a.html": f"<html><p>{ID}</p></html>"})))
    embedded = {
        "word/document.xml": WORDS,
        "word/embeddings/a.xlsx": _workbook(lambda book, sheet: sheet.write(1, 1, ID)),
    }
    assert is_found(read(tmp_path, "d.docx", make.package(embedded)))


def test_a_file_inside_of_one_inside_is_said_not_read(tmp_path: Path) -> None:
    body = make.package({"a.zip": make.package({"b.zip": make.package({"c.txt": ID})})})
    assert not read(tmp_path, "a.zip", body).is_searched


def test_in_an_old_document_as_far_as_its_letters_show(tmp_path: Path) -> None:
    container = b"\xd0\xcf\x11\xe0" + bytes(20)
    for text in (f"เลข {ID}".encode("utf-16-le"), f"เลข {ID}".encode("cp874")):
        file = read(tmp_path, "a.doc", container + text + bytes(20))
        assert (is_found(file), file.is_searched) == (True, False)
    assert read(tmp_path, "b.doc", container + "_VBA_PROJECT".encode("utf-16-le")).active == ("macro",)


def test_across_the_end_of_a_line(tmp_path: Path) -> None:
    assert is_found(read(tmp_path, "a.txt", f"เลข {ID[:6]}\n{ID[6:]} ก".encode()))


def test_what_a_photograph_says(tmp_path: Path) -> None:
    file = read(tmp_path, "a.jpg", make.photo(13.75, 100.5, f"บัตร {ID}"))
    assert is_found(file)
    assert dict(file.metadata)["GPS"] == "13.8, 100.5"
    document = make.package({"word/document.xml": WORDS, "word/media/image1.jpeg": make.photo(13.75, 100.5)})
    assert dict(read(tmp_path, "a.docx", document).metadata)["GPS"] == "13.8, 100.5"


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + bytes(4)


@pytest.mark.parametrize(
    "content",
    [chunk(b"tEXt", b"Comment\0" + ID.encode()), chunk(b"iTXt", b"Comment\0\0\0\0\0" + ID.encode())],
)
def test_in_the_texts_of_a_png(content: bytes, tmp_path: Path) -> None:
    assert is_found(read(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + content + chunk(b"IEND", b"")))


def test_what_is_packed_to_fill_the_memory_is_said_in_a_moment(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", WORDS)
        package.writestr("word/comments9.xml", "<" * 60_000_000)
        package.writestr("word/embeddings/a.bin", "0" * 100_000_000)
    begun = time.monotonic()
    file = read(tmp_path, "a.docx", out.getvalue())
    assert not file.is_searched
    assert time.monotonic() - begun < 10
