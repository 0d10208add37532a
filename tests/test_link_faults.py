"""Links by their addresses alone."""

from __future__ import annotations

import pytest

from tests.audit_sites import audit_pages, codes, good


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ('<a href="#">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="/">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="/index.html">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="javascript:void(0)">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="#no-such-place">ก</a>', [("link-nowhere", "O8")]),
        ("", [("item-without-link", "O8")]),
        ("อยู่ระหว่างดำเนินการจัดทำ", [("placeholder", "O8")]),
        ('<a href="http://10.0.0.5/x">ก</a>', [("staging-link", "O8")]),
        ('<a href="http://localhost/x">ก</a>', [("staging-link", "O8")]),
        ('<a href="https://uat.example.go.th/x">ก</a>', [("staging-link", "O8")]),
        ('<a href="C:\\แผน.pdf">ก</a>', [("broken-link", "O8")]),
        ('<a href="https://docs.google.com/x">ก</a>', [("cloud-drive", "O8")]),
        ('<a href="https://bit.ly/x">ก</a>', [("short-link", "O8")]),
        ('<a href="https://other.example.go.th/x">ก</a>', [("link-not-opened", "O8")]),
        ('<a href="o/nothing.html">ก</a>', [("broken-link", "O8")]),
        ('<a href="http://[broken">ก</a>', [("broken-link", "O8")]),
        ('<a href="o/o8.html">ข้อมูล</a> <a href="mailto:a@example.go.th">เขียนถึงเรา</a>', []),
        ('<a href="o/o8.html">ข้อมูล</a> <a href="https://www.facebook.com/x">เฟซบุ๊ก</a>', []),
    ],
)
def test_a_link_is_judged_by_where_it_leads(answer: str, expected: list[tuple[str, str]]) -> None:
    assert codes(audit_pages(good(O8=answer))) == expected


def test_an_english_page_is_found_unless_it_is_meant() -> None:
    files = good(O8='<a href="en/o8.html">{}</a>') | {"en/o8.html": good()["o/o8.html"]}
    for text, expected in (("คู่มือ", [("english-link", "O8")]), ("คู่มือ (English)", [])):
        shown = {**files, "index.html": str(files["index.html"]).format(text)}
        assert codes(audit_pages(shown)) == expected


def test_an_answer_in_the_page_itself_is_an_answer() -> None:
    files = good(O8='<a href="#o8">เปิด</a>')
    files["index.html"] = str(files["index.html"]).replace(
        "</table>", "</table><h2 id='o8'>คู่มือการปฏิบัติงาน</h2><p>คู่มือ เจ้าหน้าที่ ขั้นตอน ระยะเวลา กฎหมาย</p>"
    )
    assert codes(audit_pages(files)) == []
