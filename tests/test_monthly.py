"""Statistics by month: which list is by month, what it has to cover, and what a whole month is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.site.monthly import Series, is_month, months_between, series
from tests.folders import load, write

FRAME = "assessed_year: 2568\ndata_year: 2567\n"
FISCAL_YEAR = (date(2023, 10, 1), date(2024, 9, 30))


@pytest.mark.parametrize(
    ("first", "last", "is_one"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), True),
        (date(2023, 2, 1), date(2023, 2, 28), True),
        (date(2024, 2, 1), date(2024, 2, 28), False),
        (date(2023, 12, 1), date(2023, 12, 31), True),
        (date(2024, 1, 2), date(2024, 1, 31), False),
        (date(2024, 1, 1), date(2024, 2, 29), False),
    ],
)
def test_a_month_is_whole(first: date, last: date, is_one: bool) -> None:
    assert is_month((first, last)) is is_one


def test_months_between_two_days_are_the_whole_ones() -> None:
    found = list(months_between(date(2023, 11, 2), date(2024, 2, 28)))
    assert [first.month for first, _ in found] == [12, 1]
    assert all(map(is_month, found))
    assert list(months_between(date(2024, 1, 2), date(2024, 1, 31))) == []
    assert len(list(months_between(*FISCAL_YEAR))) == 12


def found_in(tmp_path: Path, family: str, text: str) -> list[Series]:
    files = {
        "agency.yaml": "name: ก\nshort_name: ก\n",
        f"2568/{family}.yaml": f"family: {family}\n{FRAME}{text}",
    }
    return list(series(load(write(tmp_path, files))))


def test_a_list_of_complaints_need_not_have_every_month_and_is_bound_by_its_period(tmp_path: Path) -> None:
    (found,) = found_in(
        tmp_path,
        "complaint_stats",
        "period: 1 ต.ค. 66 - 31 มี.ค. 67\ncomplaints:\n"
        "- {period: ธันวาคม 2566, finished: 1, pending: 0}\n"
        "- {finished: 1, pending: 0}\n"
        "- {period: มีนาคม 2567, finished: 0, pending: 1}\n",
    )
    assert found.path == ("complaints",)
    assert found.days == {
        0: (date(2023, 12, 1), date(2023, 12, 31)),
        2: (date(2024, 3, 1), date(2024, 3, 31)),
    }
    assert found.bounds == (date(2023, 10, 1), date(2024, 3, 31))
    assert found.is_by_month
    assert not found.is_complete


def test_each_system_has_a_list_of_its_own_which_may_reach_back_a_year(tmp_path: Path) -> None:
    one, other = found_in(
        tmp_path,
        "eservice",
        "systems:\n- title: ก\n  usage: [{period: ตุลาคม 2566, requests: 1}, {period: ไตรมาส 2, requests: 2}]\n"
        "- title: ข\n  usage: [{period: ตุลาคม 2565, requests: 1}]\n",
    )
    assert (one.path, other.path) == (("systems", 0, "usage"), ("systems", 1, "usage"))
    assert one.bounds == other.bounds == (date(2022, 10, 1), FISCAL_YEAR[1])
    assert one.is_complete
    assert not one.is_by_month, "a quarter is none"
    assert not other.is_by_month, "one month alone says nothing of the others"


def test_without_a_period_the_bounds_are_the_fiscal_year_of_the_data(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, "complaint_stats", "complaints: [{period: มกราคม 2567, finished: 1, pending: 0}]\n")
    assert found.bounds == FISCAL_YEAR
