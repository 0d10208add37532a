"""Rows that are no entries: each kind in its many wordings, and entries that look like one."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from generator.blocks.procurement import MONTHLY
from generator.tables import headers
from generator.tables.foreign_rows import ForeignRows, Kind, bids_continued

HEADER = [
    "ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง (บาท)", "ราคากลาง (บาท)", "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือก", "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่สัญญาหรือข้อตกลง", "วันที่ของสัญญาหรือข้อตกลง",
]  # fmt: skip
HEAD = headers.read(MONTHLY, (1, 1, HEADER)).header
JOB = ["1", "ซื้อกระดาษ", "12500", "-", "เฉพาะเจาะจง", "ร้าน ก 12300", "ร้าน ก", "12300", "ต่ำสุด", "ซ 1", "5 ต.ค. 67"]


def cells(**at: str) -> list[str]:
    """A row with texts in the columns of these letters."""
    return [at.get(letter, "") for letter in "ABCDEFGHIJK"]


def told(row: list[str], *before: list[str], is_across: bool = False) -> str:
    rows = ForeignRows(MONTHLY, HEAD, 2568)
    for one in before:
        rows.classified(one)
    found = rows.classified(row, is_across=is_across)
    return str(found.kind) if found else ""


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (cells(A="2"), "numbered"),
        (cells(A="2", B="-", C="-"), "numbered"),
        (cells(B="รวมประจำเดือนตุลาคม 2567", C="12,500.00", H="12,300.00"), "total"),
        (cells(A="รวม", C="12,500.00"), "total"),
        (cells(B="รวมทั้งสิ้น 5 รายการ"), "total"),
        (cells(B="จำนวนเงินทั้งสิ้น", C="12500 บาท"), "total"),
        (cells(A="(หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน)"), "total"),
        (cells(G="ยอดรวม", H="12300"), "total"),
        (cells(A="Grand total", H="12300"), "total"),
        (cells(B="- ไม่มีการจัดซื้อจัดจ้าง -"), "none"),
        (cells(F="ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"), "none"),
        (cells(A="1", B="ไม่มีรายการจัดซื้อจัดจ้าง", **dict.fromkeys("CDEFGHIJK", "-")), "none"),
        (cells(A="พฤศจิกายน 2567", B="ไม่ได้ดำเนินการจัดซื้อจัดจ้าง"), "none"),
        (cells(A="หมายเหตุ : ราคารวมภาษีมูลค่าเพิ่มแล้ว"), "note"),
        (cells(B="* ราคารวมภาษี"), "note"),
        (cells(H="ลงชื่อ", J="ผู้รายงาน"), "signature"),
        (cells(H="(นายสมมติ ตัวอย่าง)"), "signature"),
        (cells(H="ตำแหน่ง เจ้าพนักงานพัสดุ"), "signature"),
        (cells(B="......................................"), "signature"),
        (cells(A="เดือนตุลาคม 2567"), "title"),
        (cells(B="ตุลาคม 2567"), "title"),
        (cells(A="กองคลัง"), "title"),
        (["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"], "header"),
        (HEADER, "header"),
        (cells(B="กองคลัง"), ""),  # a heading, or a job that is not filled in
        (cells(A="2", B="รวมพลังพัฒนา", C="500", E="เฉพาะเจาะจง"), ""),
        (cells(A="2", B="ซื้อกระดาษ", C="500"), ""),
        (cells(B="ไม่มีการจัดซื้อจัดจ้าง", C="500"), ""),
        (cells(B="ไม่มีการจัดซื้อจัดจ้าง", G="ร้าน ก"), ""),
        ([HEADER[1], HEADER[0], *HEADER[2:]], ""),
        (JOB, ""),
    ],
)
def test_a_row_is_known_for_what_it_is(row: list[str], kind: str) -> None:
    assert told(row) == kind


def test_what_follows_a_signature_or_a_note_belongs_to_it() -> None:
    signed = cells(H="ลงชื่อ")
    assert told(cells(H="หัวหน้าเจ้าหน้าที่"), signed) == "signature"
    assert told(cells(H="12300"), signed) == ""
    assert told(cells(B="แถวที่มีข้อความเดียว"), is_across=True) == "title"
    assert told(cells(A="ข้อสอง"), cells(A="หมายเหตุ")) == "note"


def test_a_statement_of_none_and_a_total_carry_what_they_say() -> None:
    rows = ForeignRows(MONTHLY, HEAD, 2568)
    none = rows.classified(cells(B="เดือนพฤศจิกายน 2567 ไม่มีการจัดซื้อจัดจ้าง"))
    assert none
    assert (none.kind, none.month) == (Kind.NONE, datetime.date(2024, 11, 1))
    total = rows.classified(cells(B="รวม 2 รายการ", C="25,000.-", H="24,600 บาท"))
    assert total
    assert (total.amounts, total.count) == (
        {"amount": (2, Decimal(25000)), "agreed_price": (7, Decimal(24600))},
        (1, 2),
    )


def test_a_row_with_nothing_but_bids_belongs_to_the_job_above() -> None:
    rows = [(1, 1, JOB), (2, 2, cells(F="ร้าน ข 12400")), (3, 3, cells()), (4, 4, cells(F="ร้าน ค 12450")), (5, 5, JOB)]
    joined = [record for record in bids_continued(MONTHLY, HEAD, iter(rows)) if any(record[2])]
    assert [(line, row[5]) for line, _, row in joined] == [
        (1, "ร้าน ก 12300\nร้าน ข 12400\nร้าน ค 12450"),
        (5, "ร้าน ก 12300"),
    ]
    alone = [(1, 1, cells(F="ร้าน ข 12400")), (2, 2, JOB)]
    assert list(bids_continued(MONTHLY, HEAD, iter(alone))) == alone
    none = [(1, 1, JOB), (2, 2, cells(F="- ไม่มีการจัดซื้อจัดจ้าง -"))]
    assert list(bids_continued(MONTHLY, HEAD, iter(none))) == none
