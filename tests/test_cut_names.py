"""Names that stop in mid-word."""

from __future__ import annotations

import pytest

from generator.audit import audit_words
from generator.audit.cut_names import is_cut
from tests.audit_sites import CATALOGUES


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("รายงานผลการดำเนินงานประจำปีงบปร.pdf", True),
        ("แผนปฏิบัติการป้องกันการทุจ.pdf", True),
        ("คู่มือการปฏิบัติงานของเจ้าหน้า", True),
        ("รายงานผลการดำเนินงาน...", True),
        ("แผนการจัดซื้อจัดจ", True),
        ("รายงานของหน่วยงานเ", True),
        ("รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2568.pdf", False),
        ("แผนปฏิบัติการป้องกันการทุจริต", False),
        ("คู่มือการปฏิบัติงานของเจ้าหน้าที่", False),
        ("ผลการประเมิน", False),
        ("การจัดซื้อ", False),
        ("รายงานประจำปี", False),
        ("แผนการใช้จ่ายงบ", False),
        ("ดาวน์โหลด", False),
        ("ข้อมูลการติดต่อ", False),
        ("annual-report-2568.pdf", False),
        ("O12", False),
        ("ก็", False),
    ],
)
def test_names_cut_in_mid_word_are_told_from_whole_ones(name: str, expected: bool) -> None:
    assert is_cut(name) is expected


@pytest.mark.parametrize("year", CATALOGUES)
def test_no_title_of_a_catalogue_looks_cut_or_like_a_draft(year: int) -> None:
    titles = [item.title.th for item in CATALOGUES[year].items]
    assert [title for title in titles if is_cut(title) or audit_words.search("drafts", title)] == []
