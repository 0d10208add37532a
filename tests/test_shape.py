"""One file against its model: one cause is one fault, at the line of what it speaks of."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict, Field

from generator.input.shape import validate
from generator.input.source import parse
from generator.models.scalars import Figure
from generator.models.shared import Text
from generator.writing.near import MOST_WORDS


class Step(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: Text
    amount: Figure | None = None


class Plan(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(description="ชื่อแผน")
    owner: str | None = Field(None, description="ผู้รับผิดชอบ")
    steps: tuple[Step, ...] = ()


class Loose(BaseModel):
    """As a disclosure whose family nobody knows: any further key may be right."""

    model_config = ConfigDict(extra="ignore")
    name: str


def faults(text: str, model: type[BaseModel] = Plan) -> list[tuple[int, int, str]]:
    data, found = validate(parse(text.encode("utf-8"), "a.yaml"), model)
    assert (data is None) is bool(found)
    return [(d.line, d.column, d.code) for d in found]


def facts(text: str) -> dict[str, str]:
    _, (fault,) = validate(parse(text.encode("utf-8"), "a.yaml"), Plan)
    return dict(fault.facts)


FAULTS = {
    "nothing is wrong": ("name: ก\nsteps: [{title: ข, amount: 1}]", []),
    "an empty file": ("", [(1, 1, "empty-file")]),
    "a list where a group belongs": ("[ก]", [(1, 1, "not-a-mapping")]),
    "a missing key points at its group": ("name: ก\nsteps:\n- amount: 1", [(3, 3, "missing-key")]),
    "a key with nothing behind it": ("owner: ก\nname:", [(2, 1, "empty-value")]),
    "an unknown key": ("name: ก\nowers: ข", [(2, 1, "unknown-key")]),
    "an unknown key without a value": ("name: ก\nowers:", [(2, 1, "unknown-key")]),
    "a mistyped key is not missing as well": ("nmae: ก", [(1, 1, "unknown-key")]),
    "one unknown Thai key is the one that is missing": ("ชื่อ: ก", [(1, 1, "unknown-key")]),
    "one entry of a list without its dash is read": ("name: ก\nsteps: {title: ข}", []),
    "a figure that commas part in a key that is written otherwise": (
        "name: ก\nstep: [{title: ข, amount: 12,500.-}]",
        [(2, 27, "comma-in-figure")],
    ),
    "a list without its dash that is none": ("name: ก\nsteps: {titel: ข}", [(2, 9, "unknown-key")]),
    "a list where a text belongs": ("name: [ก]", [(1, 7, "not-text")]),
    "a text that was split at its colon": ("name: ก\nsteps:\n- {title: ข}\n- ข้อ 1: ค", [(4, 3, "colon-in-text")]),
    "a figure with commas inside of braces": (
        "name: ก\nsteps: [{title: ข, amount: 4,241,300}]",
        [(2, 28, "comma-in-figure")],
    ),
    "a value that is refused": ("name: ก\nsteps: [{title: ข, amount: มาก}]", [(2, 28, "not-a-number")]),
    "several causes": ("owers: ก\nsteps:\n- {titel: ข}\n", [(1, 1, "missing-key"), (1, 1, "unknown-key"), (3, 4, "unknown-key")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FAULTS.values(), ids=FAULTS)
def test_a_fault_stands_where_it_was_made(text: str, found: list[tuple[int, int, str]]) -> None:
    assert sorted(faults(text)) == found


def test_a_file_that_could_not_be_read_keeps_its_own_faults() -> None:
    assert faults("name: ก\nname: ข") == [(2, 1, "repeated-key")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("name: ก\nowers: ข", "owner"),
        ("nmae: ก", "name"),
        ("name: ก\nผู้รับผิด:", "owner"),
        ("name: ก\nxyz: ข", "owner, steps"),
        ("name: ก\nowner: ข\nowners: ค", ""),
    ],
)
def test_an_unknown_key_says_which_was_meant(text: str, meant: str) -> None:
    assert facts(text)["meant"] == meant


def test_a_figure_that_commas_parted_is_told_whole() -> None:
    assert facts("name: ก\nsteps: [{title: ข, amount: 4,241,300}]") == {
        "value": "4,241,300",
        "read": "4",
        "meant": "4241300",
    }


def test_a_key_of_a_file_whose_family_nobody_knows_may_be_right() -> None:
    assert faults("name: ก\nanything: ข", Loose) == []
    assert faults("nmae: ก", Loose) == [(1, 1, "unknown-key")]


def test_very_many_unknown_keys_are_told_together_behind_the_first() -> None:
    keys = "".join(f"k{number}: ก\n" for number in range(MOST_WORDS + 1000))
    found = faults(f"name: ก\nsteps:\n- title: ข\n{keys}")
    assert sorted(found) == [(number, 1, "unknown-key") for number in range(4, MOST_WORDS + 5)]
    _, every = validate(parse(f"name: ก\n{keys}".encode(), "a.yaml"), Plan)
    assert (every[0].facts["key"], len(every)) == ("k500 … k1499 (1,000)", MOST_WORDS + 1)
    assert faults(f"name: ก\n{keys}", Loose) == []
