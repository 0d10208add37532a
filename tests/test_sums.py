"""Which printed score is the weighted sum of which others: nothing is bound where a part is not there."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contradictions.agreement import CENT
from generator.contradictions.messages import formula
from generator.contradictions.sums import figures_of, sums_of
from tests.results import indicator, ita, question, result

FIRST = [question("I1", "78.68"), question("I2", "83.53"), question("I3", "99.26")]
MEAN = "1 การปฏิบัติหน้าที่: (78.68 + 83.53 + 99.26) ÷ 3 = 87.16"


@pytest.mark.parametrize(
    ("data", "sums"),
    [
        (result(iit={"indicators": [indicator("1", "87.16")]}, questions=FIRST), [MEAN]),
        (result(iit={"indicators": [indicator("1", "10.00")]}, questions=FIRST), [MEAN]),
        (result(iit={"indicators": [indicator("1")]}, questions=FIRST), []),
        (result(iit={"indicators": [indicator("1", "87.16")]}, questions=FIRST[:2]), []),
        (result(iit={"indicators": [indicator("1", "187.16")]}, questions=FIRST), []),
        (result(questions=[question("I1", "101"), question("I2", "1")]), []),
        (
            result(questions=[question("E1", "85.46", parts={"public": "84.73", "survey": "86.19"})]),
            ["E1: (84.73 + 86.19) ÷ 2 = 85.46"],
        ),
        (result(questions=[question("E1", "85.46", parts={"public": "84.73"})]), []),
        (
            result(questions=[question("I1", "50", sub_questions=[{"text": "ก", "score": "0"}, {"text": "ข", "score": "100"}])]),
            ["I1: (0 + 100) ÷ 2 = 50.00"],
        ),
        (result(questions=[question("I1", "50", sub_questions=[{"text": "ก", "score": "50"}])]), []),
        (
            result(total={"score": "90.00", "previous": "85.00", "difference": "5.00"}),
            ["ITA: 90.00 + -1.00 × 85.00 = 5.00"],
        ),
        (result(total={"score": "90.00", "difference": "5.00"}), []),
    ],
)  # fmt: skip
def test_a_score_is_bound_to_what_it_is_made_of(data: dict[str, Any], sums: list[str]) -> None:
    figures = figures_of(ita(data), None)
    found = [f"{figures.names[one.figure]}: {formula(one, figures.values)}" for one in sums_of(figures)]
    assert found == sums


def test_an_indicator_that_is_not_printed_is_taken_as_its_questions_make_it() -> None:
    printed = [indicator(str(number), "90.00") for number in range(2, 6)]
    data = result(iit={"score": "89.43", "indicators": [indicator("1"), *printed]}, questions=FIRST)
    [one] = sums_of(figures_of(ita(data), None))
    weights = {path: weight for path, weight in one.terms}
    assert one.figure == ("instruments", 0, "score")
    assert [weight.denominator for path, weight in weights.items() if path[0] == "questions"] == [15, 15, 15]
    assert one.tolerance == Decimal("0.015")  # a mean of means


SCORES = st.decimals(0, 100, places=2)


@given(st.lists(SCORES, min_size=3, max_size=3), st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]))
def test_a_mean_holds_however_it_was_rounded_and_its_weights_make_one(scores: list[Decimal], rounding: str) -> None:
    mean = (sum(scores, Decimal(0)) / 3).quantize(CENT, rounding)
    questions = [question(f"I{number}", str(score)) for number, score in enumerate(scores, 1)]
    figures = figures_of(ita(result(iit={"indicators": [indicator("1", str(mean))]}, questions=questions)), None)
    [one] = sums_of(figures)
    assert one.holds(figures.values)
    assert sum(weight for _, weight in one.terms) == 1
