"""Figures as officers print them: either digits, thousands, and every printed decimal kept."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.writing.figures import (
    MAX_DIGITS,
    bounded_int,
    fold_digits,
    parse_figure,
    parse_whole,
    write_digits,
    write_figure,
)

FIGURES = {
    "100": "100",
    "85.00": "85.00",
    "๘๔.๓๓": "84.33",
    "๘4.3๓": "84.33",
    "-0.59": "-0.59",
    "−0.59": "-0.59",
    "–๐.๕๙": "-0.59",
    "+1.2": "1.2",
    "4,241,300": "4241300",
    "๔,๒๔๑,๓๐๐.๕๐": "4241300.50",
    "4241300": "4241300",
    "007": "7",
    "0": "0",
    "  90.47 ": "90.47",
    "9" * MAX_DIGITS: "9" * MAX_DIGITS,
}
NO_FIGURES = [
    *("", " ", "-", "+", ".", ".5", "5.", "1.2.3", "1,2", "1,23.4", "1234,567", "12,34", ",123", "1,234,", "1 000"),
    *("85 คะแนน", "๘๕%", "8O", "1e5", "0x1F", "nan", "inf", "NaN", "--1", "+-1", "1_000", "½", "²", "٣", "３", "Ⅳ"),
    *("90.47\n91", "[…]", "ไม่มี", "9" * (MAX_DIGITS + 1), "9" * 10_000),
]


def is_refused(parse: Callable[[str], Decimal | int], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(("text", "figure"), FIGURES.items(), ids=FIGURES)
def test_a_figure_is_read_exactly_as_printed(text: str, figure: str) -> None:
    assert str(parse_figure(text)) == figure


@pytest.mark.parametrize("text", NO_FIGURES, ids=lambda text: repr(text[:20]))
def test_what_is_no_figure_is_refused(text: str) -> None:
    assert is_refused(parse_figure, text)
    assert is_refused(parse_whole, text)


@pytest.mark.parametrize(("text", "number"), [("60", 60), ("๖๐", 60), ("1,200", 1200), ("0", 0), ("-0", 0), ("5.0", 5)])
def test_a_whole_number_is_zero_or_more(text: str, number: int) -> None:
    assert parse_whole(text) == number


@pytest.mark.parametrize("text", ["60.5", "-3", "0.0001", "–๑"])
def test_a_part_of_a_person_is_no_whole_number(text: str) -> None:
    assert not is_refused(parse_figure, text)
    assert is_refused(parse_whole, text)


@pytest.mark.parametrize(
    ("figure", "digits", "signed", "text"),
    [
        (Decimal("84.33"), "arabic", False, "84.33"),
        (Decimal("84.33"), "thai", False, "๘๔.๓๓"),
        (Decimal("85.00"), "arabic", False, "85.00"),
        (Decimal("4241300"), "arabic", False, "4,241,300"),
        (Decimal("4241300.50"), "thai", False, "๔,๒๔๑,๓๐๐.๕๐"),
        (Decimal("0.59"), "arabic", True, "+0.59"),
        (Decimal("-0.59"), "arabic", True, "−0.59"),
        (Decimal("-1234.5"), "thai", True, "−๑,๒๓๔.๕"),
        (Decimal("0.00"), "arabic", True, "0.00"),
        (Decimal("-0.00"), "arabic", True, "0.00"),
        (1200, "arabic", False, "1,200"),
        (0, "thai", False, "๐"),
    ],
)
def test_a_figure_is_written_with_thousands_and_every_decimal(
    figure: Decimal | int, digits: str, signed: bool, text: str
) -> None:
    assert write_figure(figure, digits, signed=signed) == text


@settings(derandomize=True, deadline=None)
@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15),
    st.sampled_from(["arabic", "thai"]),
    st.booleans(),
)
def test_what_is_written_is_read_again(figure: Decimal, digits: str, signed: bool) -> None:
    again = parse_figure(write_figure(figure, digits, signed=signed))
    assert again == figure
    assert again.as_tuple().exponent == figure.as_tuple().exponent


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_any_text_is_a_figure_or_refused(text: str) -> None:
    for parse in (parse_figure, parse_whole):
        assert is_refused(parse, text) or write_figure(parse(text))


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_digits_change_their_script_and_nothing_else(text: str) -> None:
    folded = fold_digits(text)
    assert len(folded) == len(text)
    assert not set(folded) & set("๐๑๒๓๔๕๖๗๘๙")
    assert fold_digits(write_digits(folded, "thai")) == folded
    assert write_digits(text, "arabic") == text


@pytest.mark.parametrize("digits", ["7", "๗", "0042", "9" * MAX_DIGITS])
def test_a_run_of_digits_is_its_number(digits: str) -> None:
    assert bounded_int(digits) == int(digits)


def test_a_run_of_digits_that_nobody_counts_to_is_larger_than_all_others() -> None:
    assert bounded_int("0" * 5000) > bounded_int("9" * MAX_DIGITS)
