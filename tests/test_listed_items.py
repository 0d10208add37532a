"""Pasted rows → items: codes in every form that agencies write, headings, and what is left aside."""

from __future__ import annotations

import pytest

from generator.officers.listed_items import read_listing


def items(*rows: str | list[str], prefix: str = "O") -> list[tuple[str, str, str]]:
    listing = read_listing([(n, [row] if isinstance(row, str) else row) for n, row in enumerate(rows, 1)], prefix)
    return [(one.code, one.title, one.sub_indicator) for one in listing.items]


@pytest.mark.parametrize(
    "row",
    [
        "O1 โครงสร้าง",
        "o๑ โครงสร้าง",
        "O.1 โครงสร้าง",
        "O 1) โครงสร้าง",
        "O1, โครงสร้าง",
        "O1: โครงสร้าง",
        'O1,"โครงสร้าง"',
        "1. โครงสร้าง",
        "๑ โครงสร้าง",
        "ข้อ O1 โครงสร้าง",
        "ข้อที่ ๑ โครงสร้าง",
        ["O1", "โครงสร้าง"],
        ["1", "O1", "โครงสร้าง", "มี"],
        ["1", "โครงสร้าง"],
        ["", "ข้อ ๑.", "โครงสร้าง"],
        ["1", "O1 โครงสร้าง"],
    ],
    ids=str,
)
def test_a_code_is_read_however_it_is_written(row: str | list[str]) -> None:
    assert items(row) == [("O1", "โครงสร้าง", "")]


def test_headings_give_the_items_below_their_sub_indicator() -> None:
    listing = read_listing(
        [
            (1, ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"]),
            (2, ["ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน"]),
            (3, ["O1 โครงสร้าง"]),
            (4, ["9.2", "การบริหารงาน"]),
            (5, ["O2 แผน"]),
            (6, ["หมายเหตุ ข้อมูลปี 2570"]),
        ]
    )
    assert [(one.line, one.code, one.sub_indicator) for one in listing.items] == [(3, "O1", "9.1"), (5, "O2", "9.2")]
    assert listing.sub_indicators == {"9.1": "ข้อมูลพื้นฐาน", "9.2": "การบริหารงาน"}
    assert listing.left == (6,)


def test_a_sub_indicator_may_have_a_column() -> None:
    assert items(["9.1", "O1", "โครงสร้าง"], ["1", "โครงสร้าง", "10.2"]) == [("O1", "โครงสร้าง", "9.1")]
    assert items(["9.1", "1", "โครงสร้าง"], ["10.2", "2", "ข่าว"]) == [
        ("O1", "โครงสร้าง", "9.1"),
        ("O2", "ข่าว", "10.2"),
    ]


def test_where_codes_have_letters_a_number_alone_is_a_part_of_an_item() -> None:
    assert items("O1 โครงสร้าง", "1. แผนผัง", "2. ตำแหน่ง", "O2 ข่าว") == [
        ("O1", "โครงสร้าง", ""),
        ("O2", "ข่าว", ""),
    ]


def test_letters_are_those_of_the_list_or_of_the_last_one() -> None:
    assert items("MOIT 1 วางระบบเผยแพร่", "MOIT ๒๒ สิทธิมนุษยชน")[1] == ("MOIT22", "สิทธิมนุษยชน", "")
    assert items("1 วางระบบเผยแพร่", prefix="MOIT") == [("MOIT1", "วางระบบเผยแพร่", "")]


@pytest.mark.parametrize(
    "row", ["ข้อ | รายการ", "2570 บัญชี", "รายงาน 6 เดือน", "O1", ["O1", ""], ["O1", "2"], "E-Service"]
)
def test_what_has_no_code_or_no_title_is_no_item(row: str | list[str]) -> None:
    assert items(row) == []
