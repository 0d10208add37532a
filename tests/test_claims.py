"""What a claim speaks of, and whether what it calls the lowest or the highest is so in any way of reading it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.contradictions.claims import Stated, stated
from generator.contradictions.extremes import is_extreme
from tests.results import indicator, question, result, site_of

QUESTIONS = [
    question("I1", "78.68"),
    question("I4", "79.00"),
    question("I5", "82.00"),
    question("E1", parts={"public": "70.00", "survey": "90.00"}),
    question("O16", "0"),
]
IIT = {"score": "80.00", "indicators": [indicator("1", "87.16"), indicator("2", "81.00"), indicator("2.1", "10.00")]}
ISSUE = {"id": "a", "number": "๑", "title": "ก", "scope": [{"indicator": "1", "title": "ก", "questions": ["I1"]}, {"indicator": "2", "title": "ข", "questions": ["i4"]}]}  # fmt: skip


def of(folder: Path, claim: dict[str, Any], *, in_issue: bool = False) -> Stated:
    finding = {"text": "ก", "claims": [{"kind": "lowest", "among": "questions", **claim}]}
    issue = {**ISSUE, **({"findings": [finding]} if in_issue else {})}
    data = result(iit=IIT, questions=QUESTIONS, findings=[] if in_issue else [finding])
    [one] = stated(site_of(folder, data, measures={"issues": [issue]}))
    return one


@pytest.mark.parametrize(
    ("claim", "in_issue", "names"),
    [
        ({}, False, ["I1", "I4", "I5", "E1", "O16"]),
        ({"among": "items"}, False, ["O16"]),
        ({"among": "instruments"}, False, ["IIT"]),
        ({"among": "indicators"}, False, ["1 การปฏิบัติหน้าที่", "2 การใช้งบประมาณ"]),
        ({"among": "total"}, False, []),
        ({"within": "แบบวัด IIT"}, False, ["I1", "I4", "I5"]),
        ({"within": "ตัวชี้วัดที่ ๒"}, False, ["I4", "I5"]),
        ({"within": "แบบวัด EIT ตัวชี้วัดที่ 2"}, False, []),
        ({"within": "ทุกแห่ง"}, False, None),
        ({"within": "ประเด็นที่ 1"}, False, None),
        ({"within": "ประเด็นที่ (๑)"}, True, ["I1", "I4"]),
        ({"within": "ประเด็นที่ 2"}, True, None),
        ({}, True, ["I1", "I4"]),
        ({"within": "แบบวัด IIT"}, True, ["I1", "I4", "I5"]),
        ({"among": "indicators"}, True, ["1 การปฏิบัติหน้าที่", "2 การใช้งบประมาณ"]),
        ({"among": "instruments"}, True, ["IIT"]),
    ],
)
def test_a_claim_speaks_of_figures_of_its_kind_in_its_scope(
    claim: dict[str, Any], in_issue: bool, names: list[str] | None, tmp_path: Path
) -> None:
    subjects = of(tmp_path, claim, in_issue=in_issue).subjects()
    assert (None if subjects is None else [one.name for one in subjects]) == names


@pytest.mark.parametrize(
    ("claim", "in_issue", "is_so"),
    [
        ({"subjects": ["O16"]}, False, True),
        ({"subjects": ["I1"]}, False, True),  # by means of parts, without the items
        ({"subjects": ["E1"]}, False, True),  # by its first part, without the items
        ({"subjects": ["I4"]}, False, False),
        ({"subjects": ["I99"]}, False, True),  # cannot be looked up
        ({"subjects": ["I1"], "within": "แบบวัด IIT"}, False, True),
        ({"subjects": ["ตัวชี้วัดที่ 2"], "among": "indicators"}, False, True),
        ({"subjects": ["1"], "among": "indicators"}, False, False),
        ({"subjects": ["1"], "among": "indicators", "within": "ประเด็นที่ 1"}, True, True),  # it has the lowest question
        ({"subjects": ["1"], "among": "indicators"}, True, False),
        ({"subjects": ["1", "2"], "among": "indicators"}, False, False),
    ],
)
def test_a_claim_of_the_lowest_is_wrong_only_where_no_reading_has_it_so(
    claim: dict[str, Any], in_issue: bool, is_so: bool, tmp_path: Path
) -> None:
    assert is_extreme(of(tmp_path, claim, in_issue=in_issue), min) is is_so
