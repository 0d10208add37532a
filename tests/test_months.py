"""Which month a sheet or a title says that it is of."""

from __future__ import annotations

import datetime

import pytest

from generator.tables.months import month_in, months_of

OCTOBER, NOVEMBER = datetime.date(2024, 10, 1), datetime.date(2024, 11, 1)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("ต.ค.67", OCTOBER),
        ("สขร.1 ตุลาคม 2567", OCTOBER),
        ("สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม พ.ศ. ๒๕๖๗", OCTOBER),
        ("พย 67", NOVEMBER),
        ("พ.ย.", NOVEMBER),
        ("มกราคม", datetime.date(2025, 1, 1)),
        ("ตุลาคม 2568", None),  # of another fiscal year
        ("ตุลาคม - ธันวาคม 2567", None),
        ("วันที่ 5 พฤศจิกายน 2567", None),  # when it was made
        ("วันที่ 5 เดือนพฤศจิกายน พ.ศ. 2567", None),
        ("งานมกราคมพัฒนา", None),
        ("รายงาน", None),
    ],
)
def test_a_text_names_one_month_of_the_year_or_none(text: str, month: datetime.date | None) -> None:
    assert month_in(text, 2568) == month


def test_the_name_of_a_sheet_and_its_title_may_differ() -> None:
    by_name, by_title = months_of("พ.ย.67", [(1, 1, ["แบบ สขร.1", 5]), (2, 2, ["ในรอบเดือน ตุลาคม 2567"])], 2568)
    assert by_name
    assert by_title
    assert (by_name.month, by_title.month) == (NOVEMBER, OCTOBER)
    assert by_title.text == "ในรอบเดือน ตุลาคม 2567"
