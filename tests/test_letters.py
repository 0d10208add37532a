"""How a text is spelt in letters: marks in their order, no stranger among the letters, digits of one script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.writing.letters import MISPLACED, MIXED_DIGITS, alike, may_be_alike, mended, name_of, strays

MENDED = {
    "two letters for one vowel": ("เเผนงาน", "แผนงาน"),
    "sara am in two pieces": ("ทํางาน", "ทำงาน"),
    "in two pieces around the tone": ("นํ้า", "น้ำ"),
    "in two pieces behind the tone": ("น้ํา", "น้ำ"),
    "tone behind sara am": ("นำ้", "น้ำ"),
    "a mark twice": ("ที่่", "ที่"),
    "tone before its vowel": ("ท่ี", "ที่"),
}


@pytest.mark.parametrize(("wrong", "right"), MENDED.values(), ids=MENDED)
def test_a_misplaced_mark_is_found_and_put_where_it_is_meant(wrong: str, right: str) -> None:
    assert MISPLACED.search(wrong)
    assert mended(wrong) == right
    assert not MISPLACED.search(right)
    assert mended(right) == right


@pytest.mark.parametrize("text", ["่ก", "ปี ่2567", "2567ิ", "เ่ก"])
def test_a_mark_on_no_letter_is_found_but_nobody_knows_where_it_belongs(text: str) -> None:
    assert MISPLACED.search(text)
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ก\u200bข\u00ad", ["\u200b", "\u00ad"]),
        ("ก\uf70aข", ["\uf70a"]),
        ("ก\u200dข", ["\u200d"]),
        ("👩\u200d👧", []),
        ("ก\tข\nค", []),
    ],
    ids=ascii,
)
def test_letters_that_nobody_sees_are_strays_but_not_the_joiner_of_a_picture(text: str, found: list[str]) -> None:
    assert list(strays(text)) == found


def test_a_letter_that_nobody_sees_is_named() -> None:
    assert name_of("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert name_of("\uf70a") == "U+F70A PRIVATE USE"
    assert name_of("\x07") == "U+0007 CONTROL CHARACTER"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ข้อ О28", [("О28", "О", "O28")]),
        ("Nо Gift", [("Nо", "о", "No")]),
        ("Gift Βox", [("Βox", "Β", "Box")]),
        ("ปี ２５６８", [("２５６８", "２", "2568")]),
        ("เป็น n้ำ", [("n้", "n", "")]),
        ("พ.ศ. 256O", [("256O", "O", "2560")]),
        ("2S6l", [("2S6l", "S", "2561")]),
        ("กາร", [("กາร", "າ", "การ")]),
        ("Россия", []),
        ("α β 5 µm", []),
        ("ການ", []),
        ("COVID-19 และ O28 ปี 2560", []),
    ],
)
def test_a_letter_of_another_script_is_found_with_what_is_meant(text: str, found: list[tuple[str, str, str]]) -> None:
    assert list(alike(text)) == found


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="กาเ้256SOolIАоΒжn２ປາ .-"))
def test_where_the_prefilter_finds_nothing_there_is_nothing(text: str) -> None:
    assert may_be_alike(text) or not list(alike(text))


@pytest.mark.parametrize(
    ("text", "is_mixed"),
    [("๒5", True), ("2๕", True), ("๑.50", True), ("1.๒๕", True), ("๒๕", False), ("๑.5", False), ("๑. 50", False)],
)
def test_a_figure_is_of_one_script(text: str, is_mixed: bool) -> None:
    assert bool(MIXED_DIGITS.search(text)) is is_mixed
