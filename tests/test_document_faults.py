"""Documents that do not open, cannot be read, are not finished or are named badly."""

from __future__ import annotations

import pytest

from tests import documents
from tests.audit_sites import audit_pages, codes, good, page


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", documents.pdf([""]), "pdf-without-text"),
        ("a.pdf", documents.pdf(["ก"], lock={"user": "x"}), "locked-file"),
        ("a.pdf", b"%PDF-1.4 broken", "damaged-file"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "wrong-type"),
        ("a.xlsx", b"PK\x03\x04 broken", "damaged-file"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image-only"),
        ("a.html", page("<h1>คู่มือ</h1>").encode(), "component-not-seen"),
        ("a.html", page("<h1>คู่มือ</h1><img src='a.jpg'>").encode(), "image-only"),
        ("a.html", page("<h1>คู่มือ</h1><p>อยู่ระหว่างปรับปรุงข้อมูล</p>").encode(), "placeholder"),
        ("a.html", page("", title="").encode(), "empty"),
        ("a.html", page("<h1>404 ไม่พบหน้า</h1><p>กลับหน้าแรก</p>").encode(), "broken-link"),
        ("a.html", page("<h1>เข้าสู่ระบบ</h1><form><input type=password></form>").encode(), "asks-login"),
        ("draft v2.pdf", documents.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน ระยะเวลา กฎหมาย สำนักงานทดลอง"]), "draft-name"),
        (
            "รายงานผลการดำเนินงานประจำปีงบปร.pdf",
            documents.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน ระยะเวลา กฎหมาย สำนักงานทดลอง"]),
            "cut-name",
        ),
        ("a.pdf", documents.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน ระยะเวลา กฎหมาย กรมอื่น"]), "no-agency"),
        ("a.pdf", documents.pdf(["คู่มือ เจ้าหน้าที่ สำนักงานทดลอง"]), "component-not-seen"),
    ],
)
def test_a_file_is_judged_by_what_is_in_it(name: str, body: bytes, expected: str) -> None:
    files = good(O8=f'<a href="{name}">คู่มือการปฏิบัติงาน</a>') | {name: body}
    names = (
        () if expected in ("component-not-seen", "image-only") and name.endswith(("html", "jpg")) else ("สำนักงานทดลอง",)
    )
    found = [code for code, _ in codes(audit_pages(files, agency=names))]
    assert expected in found
    assert set(found) - {expected} <= {"not-judged", "no-agency"}


def test_two_files_with_the_same_words_are_found_and_a_file_with_two_links_is_not() -> None:
    answer = '<a href="o/o8.html">คู่มือ</a> <a href="a.pdf">{}</a> <a href="a.csv">{}</a>'
    files = {"a.pdf": documents.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน ระยะเวลา กฎหมาย การปฏิบัติงาน"]), "a.csv": b"a,b"}
    assert codes(audit_pages(good(O8=answer.format("เปิด", "เปิด")) | files)) == [("same-link-text", "O8")]
    assert codes(audit_pages(good(O8=answer.format("PDF", "CSV")) | files)) == []
