"""Which one figure would have to be another one: pure arithmetic, on figures of the source documents."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.contradictions.agreement import Account, Bound, Sum, disagreements, is_slip, single_changes, slips

CENT = Decimal("0.01")


def figures(**printed: str) -> dict[str, Decimal]:
    return {name: Decimal(figure) for name, figure in printed.items()}


def mean(figure: str, *parts: str) -> Sum[str]:
    return Sum(figure, tuple((part, Fraction(1, len(parts))) for part in parts), CENT)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("88.75", "88.57"), ("81.27", "91.27"), ("74.64", "79.64"), ("100", "101"), ("0", "5"), ("8.9", "9.8")],
)
def test_one_wrong_digit_or_two_swapped_ones_are_a_slip(printed: str, meant: str) -> None:
    assert is_slip(Decimal(printed), Decimal(meant))
    assert is_slip(Decimal(meant), Decimal(printed))


@pytest.mark.parametrize(
    ("printed", "meant"), [("88.75", "88.75"), ("88.75", "99.75"), ("88.75", "8.75"), ("90", "88")]
)
def test_more_than_that_is_none(printed: str, meant: str) -> None:
    assert not is_slip(Decimal(printed), Decimal(meant))


def test_slips_keep_the_number_of_decimals_and_begin_with_digits_that_look_alike() -> None:
    assert {-int(slip.as_tuple().exponent) for slip in slips(Decimal("80.49"))} == {2}
    assert slips(Decimal("8.00"))[:2] == [Decimal("3.00"), Decimal("9.00")]


def test_figures_that_agree_have_no_disagreement() -> None:
    account = Account(figures(a="87.16", b="78.68", c="83.53", d="99.26"), [mean("a", "b", "c", "d")])
    assert disagreements(account) == []
    cut_off = Account(figures(a="87.15", b="78.68", c="83.53", d="99.26"), [mean("a", "b", "c", "d")])
    assert disagreements(cut_off) == []


def test_the_figure_that_breaks_all_sums_is_proved_wrong() -> None:
    printed = figures(eit="88.75", one="84.54", two="92.59", a="89.36", b="90.63", c="85.71")
    account = Account(printed, [mean("eit", "one", "two"), mean("eit", "a", "b", "c")])
    [cause] = disagreements(account)
    assert (cause.figure, cause.is_proved, len(cause.sums)) == ("eit", True, 2)
    assert [(change.value, change.is_slip) for change in cause.changes] == [(Decimal("88.57"), True)]


def test_a_difference_follows_its_terms_and_proves_nothing_for_them() -> None:
    printed = figures(eit="88.75", one="84.54", two="92.59", a="89.36", b="90.63", c="85.71", then="85.15", up="3.60")
    follows = Sum("up", (("eit", Fraction(1)), ("then", Fraction(-1))), CENT, is_derived=True)
    account = Account(printed, [mean("eit", "one", "two"), mean("eit", "a", "b", "c"), follows])
    assert [(cause.figure, cause.changes[0].value) for cause in disagreements(account)] == [("eit", Decimal("88.57"))]


def test_where_several_figures_could_be_wrong_the_sum_is_named_with_what_would_mend_it() -> None:
    account = Account(figures(a="91.27", b="83.57", c="93.53", d="96.32"), [mean("a", "b", "c", "d")])
    [cause] = disagreements(account)
    assert (cause.figure, cause.is_proved) == ("a", False)
    assert {(change.figure, str(change.value)) for change in cause.changes} >= {
        ("b", "83.97"),
        ("c", "93.93"),
        ("d", "96.72"),
    }


def test_what_is_claimed_of_a_figure_and_where_else_it_is_printed_are_witnesses() -> None:
    printed = figures(a="80.49", b="86.19", c="91.90", d="93.37")
    bound = Bound("a", at_least=Decimal(85))
    [cause] = disagreements(Account(printed, [mean("a", "b", "c", "d")], [bound]))
    assert (cause.figure, cause.is_proved, cause.changes[0].value) == ("a", True, Decimal("90.49"))
    assert cause.changes[0].bounds == (bound,)
    elsewhere = {"c": [Decimal("61.90")]}
    [cause] = disagreements(Account(printed, [mean("a", "b", "c", "d")], elsewhere=elsewhere))
    assert (cause.figure, cause.is_proved, cause.changes[0].value) == ("c", True, Decimal("61.90"))


def test_several_causes_are_told_apart_and_a_sum_that_both_break_is_not_told_again() -> None:
    printed = figures(total="91.08", x="81.67", y="80.49", x1="83.34", x2="100", y1="86.19", y2="94.79")
    sums = [mean("x", "x1", "x2"), mean("y", "y1", "y2"), mean("total", "x", "y")]
    bounds = [Bound("x", at_least=Decimal(85)), Bound("y", at_least=Decimal(85))]
    found = disagreements(Account(printed, sums, bounds))
    assert {(cause.figure, str(cause.changes[0].value)) for cause in found} == {("x", "91.67"), ("y", "90.49")}
    assert sum(sums[2] in cause.sums for cause in found) == 1


def test_only_what_a_figure_can_be_is_offered() -> None:
    account = Account(
        figures(sub="75", a="100", b="100"),
        [mean("sub", "a", "b")],
        choices={"a": [Decimal(0), Decimal(50), Decimal(100)], "b": [Decimal(100)]},
    )
    found = single_changes(account, account.sums)
    assert [(change.figure, change.value) for change in found if change.is_slip] == [("a", Decimal(50))]
