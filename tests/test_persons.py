"""What looks like a private person's number or home, in every way to write it, and what only seems to."""

from __future__ import annotations

import time

import pytest

from generator.writing.persons import (
    Found,
    Kind,
    find,
    find_in_lines,
    is_card,
    is_national_id,
    may_hold,
)
from tests.persons import measure
from tests.persons.draws import Draw
from tests.persons.forms import FORMS, Form
from tests.persons.look_alikes import LOOK_ALIKES

PHONE = Found(Kind.PHONE, "0812345678", "08x-xxx-5678")
ID = Found(Kind.ID, "1101700230708", "x-xxxx-xxxxx-70-8")
ACCOUNT = Found(Kind.ACCOUNT, "1234567890", "xxxxxx7890")
HOME = Found(Kind.HOME, "เลขที่ 12/3 หมู่ 4", "เลขที่ 12/3 หมู่ 4")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("โทร 081-234-5678", PHONE),
        ("0812345678", PHONE),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", PHONE),
        ("081.234.5678", PHONE),
        ("+66 81 234 5678", PHONE),
        ("+66 (0) 81 234 5678", PHONE),
        ("เลขประจำตัวประชาชน 1-1017-00230-70-8", ID),
        ("๑๑๐๑๗๐๐๒๓๐๗๐๘", ID),
        ("1 1017 00230 70 8", ID),
        ("บัญชีเลขที่ 123-4-56789-0 ธนาคารกรุงไทย", ACCOUNT),
        ("ธนาคารออมสิน 123-4-56789-0", ACCOUNT),
        ("Account No. 1234567890, Krungthai Bank", ACCOUNT),
        ("อยู่บ้านเลขที่ 12/3 หมู่ 4", HOME),
        ("บ้านเลขที่ ๑๒ / ๓ ม. ๔ ต.บางกะปิ", HOME),
        ("เลขที่ 12/3 หมู่ที่ 4 ตำบลบางกะปิ", HOME),
    ],
)
def test_the_same_is_found_however_it_is_written(text: str, found: Found) -> None:
    assert find(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "โทร 02-123-4567 หรือ 1111",
        "โครงการ 68019000001",
        "08 2567 2568",
        "08.09.2567 12",
        "https://example.go.th/0812345678",
        "จำนวน 10,812,345,678 บาท",
        "1101700230707",
        "นิติบุคคล 0105500000001",
        "บัญชีเลขที่ 123-4-56789-0",
        "คำสั่งเลขที่ 12/2567",
        "เลขที่ 12 ถนนราชดำเนิน",
        "",
    ],
)
def test_what_only_seems_to_be_a_persons_is_not_found(text: str) -> None:
    assert find(text) == []


def test_everything_is_found_in_its_order_with_its_place() -> None:
    found = find("โทร 081-234-5678 เลขประจำตัว 1101700230708 โทร 0898765432", "หน้า 2")
    assert [one.key for one in found] == ["0812345678", "1101700230708", "0898765432"]
    assert {one.where for one in found} == {"หน้า 2"}


def test_a_number_of_an_account_is_not_told_as_a_phone_as_well() -> None:
    assert [one.kind for one in find("เลขที่บัญชี 081-2-34567-8 ธนาคารกรุงไทย")] == [Kind.ACCOUNT]


@pytest.mark.parametrize(
    ("digits", "is_one"),
    [
        ("1101700230708", True),
        ("1101700230707", False),  # its check digit is 8
        ("0105500000001", False),  # of a company
        ("110170023070", False),
        ("", False),
    ],
)
def test_a_national_id_has_thirteen_digits_and_the_last_one_checks_them(digits: str, is_one: bool) -> None:
    assert is_national_id(digits) is is_one


def test_an_officer_names_it_whole_or_as_the_report_shows_it() -> None:
    assert PHONE.is_named_by("081-234-5678")
    assert PHONE.is_named_by("๐๘๑๒๓๔๕๖๗๘")
    assert PHONE.is_named_by("08x-xxx-5678")
    assert not PHONE.is_named_by("5678")
    assert not PHONE.is_named_by("")


WAYS = [(name, kind, draw, form) for kind, draw, forms in FORMS for name, form in forms.items()]


@pytest.mark.parametrize(("name", "kind", "draw", "form"), WAYS, ids=[way[0] for way in WAYS])
def test_every_way_to_write_a_number_is_found(name: str, kind: Kind, draw: Draw, form: Form) -> None:
    assert measure.found(draw, form, kind, name)[0] == measure.EACH


def test_of_what_only_looks_like_a_persons_under_one_in_a_hundred_is_told() -> None:
    told = [measure.alarms(draw, name)[0] for name, draw in LOOK_ALIKES.items()]
    assert sum(told) < len(told) * measure.EACH * 10 / 100


def test_the_published_table_is_what_is_measured() -> None:
    assert measure.TABLE.read_text("utf-8") == measure.as_markdown()


@pytest.mark.parametrize("digits", ["4111111111111112", "9111111111111111", "411111111111", ""])
def test_a_card_begins_as_cards_do_and_passes_its_check(digits: str) -> None:
    assert is_card("4111111111111111")
    assert not is_card(digits)


def test_what_may_hold_a_number_is_asked_first() -> None:
    assert may_hold("โทร ๐๘๑ ๒๓๔ ๕๖๗๘")
    assert not may_hold("งบประมาณ 2567 จำนวน 1,200 บาท")
    assert not find("0812345678" * 5000), "one long number is nobody's, and takes no time"


@pytest.mark.parametrize(
    "piece", ["1101700230708 ", "081-234-5678, ", "12/3 หมู่ 4 ต.ก ", "1\t", "O8 ", "ห้อง 12 คอนโด ", "12 ซอย "]
)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.process_time()
        list(find_in_lines([("ก!1", "เบอร์โทร\tที่อยู่"), ("ก!2", text)]))
        return time.process_time() - begun

    once, four_times = (min(seconds(size) for _ in range(3)) for size in (10_000, 40_000))
    assert four_times < 7 * once + 0.05


def test_a_column_says_by_its_heading_what_its_numbers_are() -> None:
    lines = [("ก!1", "ชื่อ\tโทรศัพท์\tงบประมาณ"), ("ก!2", "ก\t812345678\t812345679"), ("ข!1", "ก\t812345670\t5")]
    assert list(find_in_lines(lines)) == [Found(Kind.PHONE, "0812345678", "08x-xxx-5678", "ก!2")]


def test_cells_that_came_as_lines_are_read_beside_each_other() -> None:
    digits = [("ย่อหน้า", digit) for digit in "1101700230708"]
    assert [one.key for one in find_in_lines([("1", "เลขบัตร"), *digits, ("2", "ลงชื่อ")])] == ["1101700230708"]
    assert not list(find_in_lines([("1", "1"), ("2", "ก"), *digits[1:]]))


def test_what_an_office_says_of_itself_is_nobodys_home() -> None:
    assert not find("สำนักงานเทศบาล เลขที่ 99/1 หมู่ 4 ตำบลบางรัก")
    assert [one.key for one in find("ผู้ร้อง นายตัวอย่าง ที่อยู่ 99/1 หมู่ 4 ตำบลบางรัก ยื่นที่สำนักงาน")] == ["เลขที่ 99/1 หมู่ 4"]


def test_a_column_of_sums_hides_nothing_but_sums() -> None:
    lines = [
        ("ก!1", "ธนาคาร\tจำนวนเงิน"),
        ("ก!2", "กรุงไทย\t1234567890"),
        ("ก!3", "ก\t1101700230708"),
        ("ก!4", "ก\tโทร 0812345678"),
    ]
    assert [one.where for one in find_in_lines(lines)] == ["ก!3", "ก!4"]
