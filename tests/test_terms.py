"""Fixed terms of the field: a slip of one letter in them is found, other words are left alone."""

from __future__ import annotations

import pytest

from generator.writing.terms import compact, misspelt_in, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("แผนปฏิบัติการป้องกันการทุจรติ", [("ทุจรติ", "ทุจริต")]),
        ("บุคคลากร ตามกฏหมาย", [("กฏหมาย", "กฎหมาย"), ("บุคคลากร", "บุคลากร")]),
        ("มาตรการส่งเสริมคุณธรมและความโปร่งใส", [("คุณธรมและความโปร่งใส", "คุณธรรมและความโปร่งใส")]),
        ("การจัดซื่อจัดจ้าง", [("จัดซื่อจัดจ้าง", "จัดซื้อจัดจ้าง")]),
        ("ทุจรติ ทุจรติ", [("ทุจรติ", "ทุจริต")]),
    ],
)
def test_a_slip_is_found_once_with_what_is_meant(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(misspelt_in(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "การป้องกันการทุจริตและส่งเสริมคุณธรรมและความโปร่งใส",
        "การ จัด ซื้อ จัด จ้าง",
        "บุคลากรมีส่วนร่วม",
        "ปรากฏ สุจริต",
        "ผลการดำเนินการและผลการดำเนินงาน",
        "",
    ],
)
def test_what_is_right_or_another_word_is_no_slip(text: str) -> None:
    assert misspelt_in(text) == []


@pytest.mark.parametrize(
    "slip",
    {
        "another letter": "ขั้นตอนรับคำขร้อง",
        "one too many": "ขั้นตอนรับบคำร้อง",
        "one missing": "ขั้นตอนรัคำร้อง",
        "two swapped": "ขั้นตอนรับคำ้รอง",
    }.values(),
)
def test_official_titles_are_terms_too(slip: str) -> None:
    title = "ขั้นตอนรับคำร้อง"
    assert misspelt_in(slip, [title]) == [(slip, title)]
    assert misspelt_in(slip) == []
    assert misspelt_in(title, [title]) == []


def test_a_text_is_compared_without_spaces_and_in_arabic_digits() -> None:
    assert compact(" การ ทุจริต\nปี ๒๕๖๘ ") == "การทุจริตปี2568"


def test_words_that_are_cut_off_are_words() -> None:
    assert words()
    assert all(word == word.strip() for word in words())
