"""What a form says of its columns, and the names that columns have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blocks.procurement import ANNUAL, ITEMS, MONTHLY, NOTICES, PLAN
from generator.tables.columns import Form, header_key, letters, matches, number_of, shown

FORMS = [pytest.param(form, id=name) for name, form in
         {"items": ITEMS, "monthly": MONTHLY, "plan": PLAN, "notices": NOTICES, "annual": ANNUAL}.items()]  # fmt: skip


@pytest.mark.parametrize(
    "header",
    ["budget", "งบประมาณ", "วงเงินงบประมาณ\nที่ได้รับจัดสรร (บาท)", " วงเงิน งบประมาณ(บาท) ", "BUDGET", "งบประมาณ [บาท]"],
)
def test_headers_are_known_by_their_small_variations(header: str) -> None:
    column = ITEMS.find(header)
    assert column
    assert column.key == "budget"


@pytest.mark.parametrize("form", FORMS)
def test_no_two_columns_of_a_form_share_a_header_and_every_column_is_explained(form: Form) -> None:
    owner: dict[str, str] = {}
    for column in form.columns:
        for name in {header_key(name) for name in (column.key, column.header, *column.aliases)}:
            assert owner.setdefault(name, column.key) == column.key
        assert column.description
    keys = {column.key for column in form.columns}
    used = {*form.sums, *form.groups, *form.month_of, *(key for part in (*form.unique, *form.together) for key in part)}
    assert used | {key for parts in form.split.values() for key in parts} <= keys


@given(
    st.sampled_from([column.header for column in ITEMS.columns]),
    st.sampled_from(["{} ", " {}", "{}\n(บาท)", "{}:", "[x]{}"]),
)
def test_what_differs_between_printings_does_not_change_a_header(header: str, printing: str) -> None:
    assert header_key(printing.format(header)) == header_key(header)


def test_a_row_matches_as_many_columns_as_it_names_once() -> None:
    assert matches(ITEMS, ["ชื่องาน", "job", "งบประมาณ", None, 5, "", "อื่น"]) == 2


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), ("ก ", "ก "), (5.0, "5"), (5.25, "5.25"), (-0.0, "0"), (1e15, "1000000000000000.0"), (True, "True")],
)
def test_a_cell_is_shown_as_a_person_sees_it(cell: object, text: str) -> None:
    assert shown(cell) == text


def test_letters_of_columns_are_those_of_excel() -> None:
    assert [letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(st.integers(1, 10**9))
def test_the_letters_of_a_column_give_its_number_back(number: int) -> None:
    assert number_of(letters(number)) == number
