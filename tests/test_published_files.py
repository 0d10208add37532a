"""Pages and files that somebody published, as they are read."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from generator.audit.item_list import item_lists
from generator.files.content import ReadDocument
from generator.files.decoding import decode
from generator.files.reading import read
from tests import documents
from tests.audit_sites import CATALOGUES, audit_pages, page, workbook


@pytest.mark.parametrize("declared", ["", "tis-620", "windows-874", "iso-8859-11", "utf-8"])
def test_old_thai_pages_are_read_whatever_they_say_they_are(declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    body = f"<html><head>{meta}<title>แผน</title></head><body><p>แผนปฏิบัติการป้องกันการทุจริต</p></body></html>"
    document = read(body.encode("cp874"), "a.html", "text/html")
    assert document.content() == "แผนปฏิบัติการป้องกันการทุจริต"
    assert decode(body.encode("utf-8"), "text/html; charset=tis-620") == body
    assert decode(body.encode("utf-16")) == body


@pytest.mark.parametrize(
    "html",
    [
        "<html",
        "<table><tr><td>O1<td><a href=x>",
        "<!-- " * 5000,
        "<div>" * 20_000,
        "<a href='x'>" * 2000,
        "<table><tr><td>" * 500,
        "<script>" * 1000,
        "<ul><li>" * 5000 + "O1",
        "\0\ufffe<p>\x01",
        "<p>" + "ก" * 400_000,
        "<a href='http://[::1'>x</a><iframe src=''></iframe><a href='//'>y</a>",
    ],
    ids=lambda html: html[:12],
)
def test_broken_pages_are_read_in_a_moment(html: str) -> None:
    begun = time.process_time()
    document = read(page(html).encode("utf-8", "surrogatepass"), "a.html")
    item_lists(document, "file:///", CATALOGUES)
    audit_pages({"index.html": page(html)})
    assert time.process_time() - begun < 10


def test_the_place_of_a_link_is_its_line_in_the_source() -> None:
    html = (
        "<html>\n<!-- <a href='no'> -->\n<body>\n <p title='<a'>x <a\n href='y'>z</a></p><script>'<a href=no>'</script>"
    )
    links = [link for block in read(html.encode(), "a.html").blocks for link in block.links]
    assert [(link.href, link.line, link.column) for link in links] == [("y", 4, 18)]


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<a/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    document = read(out.getvalue(), "a.xlsx")
    assert (document.kind, document.is_whole, document.text) == ("xlsx", False, "")
    far = documents.package({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": '<c r="XFD1048576"><v>1</v></c>'})
    assert read(far, "a.xlsx").is_whole is False


def test_office_files_are_read() -> None:
    docx = documents.package(
        {"word/document.xml": "<w:p><w:r><w:t>แผน &amp; ผล</w:t></w:r></w:p><w:p><w:t>ปี 2568</w:t></w:p>"}
    )
    assert read(docx, "a.docx") == ReadDocument("docx", "แผน & ผล\nปี 2568")
    odt = documents.package(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<text:p>แผน</text:p>"}
    )
    assert read(odt, "a.odt").text == "แผน"
    assert "แผน 2568" in read(workbook([["แผน", 2568]]), "a.xlsx").text
    assert read(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx").is_locked
