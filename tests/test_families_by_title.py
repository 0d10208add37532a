"""Families proposed from titles: measured on every list that there is, by the lists before it."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.officers import start
from generator.officers.families_by_title import Sureness, known_titles, likeness, propose

CATALOGUES = start.catalogues("central-government")
KNOWN = known_titles(CATALOGUES.values())


def test_how_sure_a_proposal_is_says_how_often_it_is_right() -> None:
    right: Counter[Sureness] = Counter()
    count: Counter[Sureness] = Counter()
    for year, catalogue in CATALOGUES.items():
        before = known_titles(one for other, one in CATALOGUES.items() if other < year)
        if len(before) == len(known_titles(())):
            continue
        for item, made in zip(catalogue.items, propose([one.title.th for one in catalogue.items], before), strict=True):
            count[made.sureness] += 1
            right[made.sureness] += {*made.families} == {*item.families}
    assert right[Sureness.SAME] / count[Sureness.SAME] > 0.97
    assert right[Sureness.NEAR] / count[Sureness.NEAR] > 0.75
    assert count[Sureness.GUESSED] + count[Sureness.NONE] < sum(count.values()) / 8


@pytest.mark.parametrize(
    ("title", "families", "sureness"),
    [
        ("ข้อมูลผู้บริหาร", {"executives"}, Sureness.SAME),
        ("ข้อมูล ผู้บริหาร ประจำปีงบประมาณ พ.ศ. ๒๕๗๐", {"executives"}, Sureness.NEAR),
        ("ข่าวประชาสัมพันธ์ และข้อมูลผู้บริหาร", {"news", "executives"}, Sureness.NEAR),
        ("แผนปฏิบัติการป้องกันและปราบปรามการทุจริต", {"ac_plan"}, Sureness.NEAR),
        ("การใช้ปัญญาประดิษฐ์ในราชการ", set(), Sureness.NONE),
        ("1", set(), Sureness.NONE),
    ],
)
def test_a_title_gives_the_families_it_names(title: str, families: set[str], sureness: Sureness) -> None:
    (made,) = propose([title], KNOWN)
    assert ({*made.families}, made.sureness) == (families, sureness)


def test_what_one_item_surely_asks_for_is_not_guessed_of_another() -> None:
    alone = propose(["ข้อมูลการติดต่อราชการส่วนภูมิภาคและสาขา"], KNOWN)[0]
    assert (alone.families, alone.sureness) == (("contact",), Sureness.GUESSED)
    beside = propose(["ข้อมูลการติดต่อ", "ข้อมูลการติดต่อราชการส่วนภูมิภาคและสาขา"], KNOWN)[1]
    assert (beside.families, beside.sureness) == ((), Sureness.NONE)


def test_search_words_are_asked_last() -> None:
    (made,) = propose(["เรื่องของคนโกงและคอร์รัปชันในอำเภอ"], KNOWN)
    assert made.sureness is Sureness.GUESSED
    assert made.like == ()


def test_likeness_is_between_nothing_and_the_same() -> None:
    assert likeness("โครงสร้าง", "โครง สร้าง ปี 2570") < 1
    assert likeness("E–Service", "e-service") == 1
    assert likeness("", "") == likeness("ก", "ข") == 0
