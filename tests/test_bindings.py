"""What else is known of a printed score, what is proved of it, and what a message says of that."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.contradictions.agreement import Bound
from generator.contradictions.bindings import Bindings, bindings_of
from generator.contradictions.messages import cause_facts
from tests.results import indicator, question, result, site_of

SCORE = ("questions", 0, "score")


def bound(folder: Path, data: dict[str, Any], *others: dict[str, Any], **disclosures: dict[str, Any]) -> Bindings:
    site = site_of(folder, data, *others, **disclosures)
    return bindings_of(site, site.ita[int(data["year"])])


def test_a_score_is_known_from_every_other_printing_of_it(tmp_path: Path) -> None:
    now = result(questions=[question("I1", "80.00", restated=[{"score": "81.00"}])])
    after = result(year=2568, questions=[question("I1", "90.00", previous="82.00")])
    other = {"issues": [{"id": "a", "title": "ก", "scores": [{"question": "i1", "score": "83.00"}]}]}
    found = bound(tmp_path, now, after, measures=other)
    assert found.account.elsewhere == {SCORE: [Decimal("81.00"), Decimal("83.00"), Decimal("82.00")]}


def test_an_item_can_only_have_some_scores(tmp_path: Path) -> None:
    found = bound(tmp_path, result(questions=[question("O1", "100"), question("I1", "80"), question("O2")]))
    assert found.account.choices.keys() == {SCORE}
    assert set(found.account.choices[SCORE]) >= {Decimal(0), Decimal(100)}


@pytest.mark.parametrize(
    ("more", "bounds"),
    [
        (
            {"classes": [{"id": "low", "title": "ต่ำ", "at_least": "80", "below": "85"}], "questions": [question("I1", "90", **{"class": "low"})]},
            [Bound(SCORE, Decimal(80), Decimal(85))],
        ),
        (
            {"classes": [{"id": "low", "title": "ต่ำ", "below": "85"}], "questions": [question("I1", **{"class": "low"}, level="A")]},
            [],
        ),
        (
            {"findings": [{"text": "ก", "claims": [{"kind": "below_target", "among": "indicators", "subjects": ["1"]}]}]},
            [
                Bound(("instruments", 0, "indicators", 0, "score"), below=Decimal(85), stated_at=("findings", 0, "claims", 0, "subjects")),
                Bound(("instruments", 0, "indicators", 1, "score"), Decimal(85), stated_at=("findings", 0, "claims", 0, "subjects")),
            ],
        ),
        (
            {"findings": [{"text": "ก", "claims": [{"kind": "below_target", "among": "indicators", "subjects": ["1"], "within": "ที่ใดที่หนึ่ง"}]}]},
            [],
        ),
    ],
)  # fmt: skip
def test_classes_and_claims_bound_a_score(more: dict[str, Any], bounds: list[Bound[Any]], tmp_path: Path) -> None:
    indicators = [indicator("1", "80.00"), indicator("2", "90.00"), indicator("2.1", "90.00"), indicator("3")]
    assert bound(tmp_path, result(iit={"indicators": indicators}, **more)).account.bounds == bounds


def test_a_figure_that_two_sums_contradict_is_proved_wrong_and_told_with_both(tmp_path: Path) -> None:
    parts = {"public": "84.54", "survey": "92.59"}
    codes = [question(f"I{number}", score) for number, score in enumerate(("80.00", "85.71", "100.00"), 1)]
    data = result(iit={"indicators": [indicator("1", "88.75", parts=parts)]}, questions=codes)
    site = site_of(tmp_path, data)
    found = bindings_of(site, site.ita[2567])
    [cause] = found.causes
    figure = ("instruments", 0, "indicators", 0, "score")
    assert (cause.figure, cause.is_proved, found.meant) == (figure, True, {figure: Decimal("88.57")})
    assert cause_facts(found, cause, site.ita[2567]) == {
        "name": "1 การปฏิบัติหน้าที่",
        "score": "88.75",
        "sums": "88.75 ≠ (84.54 + 92.59) ÷ 2 = 88.57; 88.75 ≠ (80.00 + 85.71 + 100.00) ÷ 3 = 88.57",
        "meant": "1 การปฏิบัติหน้าที่ 88.75 → 88.57",
    }
    assert not found.is_proved(figure, Decimal("88.57"))  # what is wrong proves nothing


def test_a_figure_is_proved_by_a_sum_that_holds_with_it_and_not_with_another(tmp_path: Path) -> None:
    codes = [question("I1", "78.68"), question("I2", "83.53"), question("I3", "99.26"), question("I4", "50.00")]
    found = bound(tmp_path, result(iit={"indicators": [indicator("1", "87.16")]}, questions=codes))
    assert found.causes == ()
    assert found.is_proved(SCORE, Decimal("77.68"))
    assert not found.is_proved(SCORE, Decimal("78.69"))  # within what rounding leaves open
    assert not found.is_proved(("questions", 3, "score"), Decimal("51.00"))  # no sum knows it
