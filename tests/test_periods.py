"""Years and months as they are written."""

from __future__ import annotations

import pytest

from generator.audit.periods import missing_months, sorted_as_text, years_in
from tests.audit_sites import YEAR


def test_years_are_read_in_every_way_that_they_are_written() -> None:
    text = "ปีงบประมาณ พ.ศ. ๒๕๖๘ แผน 2566 - 2570 วันที่ 1 ต.ค. 67 ปี 65 June 2024 เลขที่ 2,568 โทร 0-2568-1234"
    assert set(years_in(text)) == {2565, 2566, 2567, 2568, 2569, 2570}
    assert set(years_in("มาตรา 128 ราคา 2568.50 บาท")) == set()


@pytest.mark.parametrize(
    ("months", "missing"),
    [
        ("ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย.", []),
        ("ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค.", []),
        ("ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย.", [4]),
        ("พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย.", [10]),
        ("ต.ค. พ.ย. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค.", [12]),
        ("ต.ค. ม.ค.", []),
    ],
)
def test_a_month_that_is_missing_is_told_from_one_that_is_still_to_come(months: str, missing: list[int]) -> None:
    labels = [f"สขร.1 {month} {67 if month in ('ต.ค.', 'พ.ย.', 'ธ.ค.') else 68}" for month in months.split()]
    assert missing_months(labels, {YEAR}) == missing
    assert missing_months(labels, {YEAR - 5}) == []


def test_an_order_that_only_a_machine_makes_is_found() -> None:
    assert sorted_as_text([f"เดือน {n}" for n in (1, 10, 11, 12, 2, 3, 4)]) == "1, 10, 11, 12, 2, 3, 4"
    assert sorted_as_text([f"เดือน {n}" for n in (10, 11, 12, 1, 2, 3, 4)]) == ""
    assert sorted_as_text([f"เดือน {n}" for n in range(1, 13)]) == ""
    thai = ("กรกฎาคม", "กันยายน", "กุมภาพันธ์", "ตุลาคม", "ธันวาคม", "พฤศจิกายน", "พฤษภาคม")
    assert sorted_as_text(thai).startswith("กรกฎาคม, กันยายน")
