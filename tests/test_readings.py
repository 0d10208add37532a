"""Cells that hold two columns in one: parted where that has one meaning, a fault that says so where it has two."""

from __future__ import annotations

import pytest

from generator.tables.columns import CellFault
from generator.tables.readings import is_price, name_and_price, number_and_day, pairs

OF_TWO = "table-cell-of-two"


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("ร้าน ก\nราคาที่ตกลง 12,500.00 บาท", ("ร้าน ก", "12,500.00")),
        ("ร้าน ก / 12,500.00", ("ร้าน ก", "12,500.00")),
        ("ร้าน ก 12,500.-", ("ร้าน ก", "12,500")),
        ("ร้าน ก (12500 บาท)", ("ร้าน ก", "12500")),
        ("ร้าน ก เป็นเงิน ๑๒,๕๐๐ บาทถ้วน", ("ร้าน ก", "12,500")),
        ("บริษัท 2020 จำกัด\nเสนอราคา 12500", ("บริษัท 2020 จำกัด", "12500")),
        ("บริษัท ก (ประเทศไทย) จำกัด ราคา 500 บาท", ("บริษัท ก (ประเทศไทย) จำกัด", "500")),
        ("ร้านพี่น้อง 168", OF_TWO),
        ("ร้าน ก 12,500 บาท ร้าน ข 13,000 บาท", OF_TWO),
        ("ร้าน ก 12,500 บาท ต่อรองเหลือ 12,000 บาท", OF_TWO),
        ("ร้าน ก", OF_TWO),
        ("12,500", OF_TWO),
    ],
)
def test_a_name_and_a_price_in_one_cell(text: str, parted: object) -> None:
    try:
        found: object = name_and_price(text)
    except CellFault as fault:
        found = fault.code
    assert found == parted


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("ซ 1/2566 ลว. 5 ต.ค. 65", ("ซ 1/2566", "5 ต.ค. 65")),
        ("ใบสั่งจ้าง/ซื้อ เลขที่ 4/2566\nวันที่ 5 ตุลาคม 2565", ("ใบสั่งจ้าง/ซื้อ เลขที่ 4/2566", "5 ตุลาคม 2565")),
        ("เลขที่ 4/2566 ลงวันที่ 5/10/2565", ("4/2566", "5/10/2565")),
        ("4/2566 5/10/2565", ("4/2566", "5/10/2565")),
        ("4/2566 (5-10-2565)", ("4/2566", "5-10-2565")),
        ("5 ต.ค. 65 เลขที่ 4/2566", ("4/2566", "5 ต.ค. 65")),
        ("4/2566", ("4/2566", "")),
        ("5 ต.ค. 65", ("", "5 ต.ค. 65")),
        ("4/2566 5/10/2565 6/10/2565", OF_TWO),
        ("4/2566 ลว. 5 ต.ค. 65 แก้ไข 6 ต.ค. 65", OF_TWO),
    ],
)
def test_a_number_and_a_day_in_one_cell(text: str, parted: object) -> None:
    try:
        found: object = number_and_day(text)
    except CellFault as fault:
        found = fault.code
    assert found == parted


def test_bids_belong_to_their_bidders_line_by_line() -> None:
    assert pairs("ก\nข", "1\n2") == "ก 1\nข 2"
    assert pairs("ก; ข", "1; 2") == "ก 1\nข 2"
    assert pairs("ก", "") == "ก"
    with pytest.raises(CellFault):
        pairs("ก\nข", "1")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("12,500", True), ("เสนอราคา 12,500.00 บาท", True), ("(12,500.-)", True), ("ร้าน ก 12,500", False), ("", False)],
)
def test_a_price_alone_is_known(text: str, is_one: bool) -> None:
    assert is_price(text) is is_one
