"""The state of components, families and items follows from what is disclosed: shown, stated as none, or missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.states import ItemState, State, due_of, item_states, missing_of
from generator.writing.dates import parse_date
from tests.folders import load, write

AGENCY = "name: ก\nshort_name: ก\nprofile: small\ndeadlines: [{year: 2567, date: 30 เมษายน 2567}]\n"
CATALOGUE = """profile: small
year: 2567
source: ก
items:
- code: O1
  sub_indicator: 9.1
  title: ก
  families: [pdpa, laws]
  components:
  - {id: policy, family: pdpa, title: นโยบาย, confidence: confirmed}
  - {id: officer, family: pdpa, title: ผู้ประสานงาน, confidence: confirmed}
  - {id: poster, family: pdpa, title: แผ่นป้าย, confidence: confirmed, required: "no"}
  - {id: later, family: pdpa, title: ยังไม่ถาม, confidence: confirmed, since: 2568}
"""
POLICY = "collected: [{text: ชื่อ}]\nrights: [{text: ขอดู}]\n"


def item(tmp_path: Path, **disclosures: str) -> ItemState:
    frame = "family: {}\nassessed_year: 2567\ndata_year: 2567\n"
    files = {f"2567/{family}.yaml": frame.format(family) + text for family, text in disclosures.items()}
    site = load(write(tmp_path, {"agency.yaml": AGENCY, "profiles/small/2567.yaml": CATALOGUE, **files}))
    (found,) = item_states(site, 2567)
    return found


def components(state: ItemState) -> dict[str, tuple[str, str]]:
    return {one.component.id: (str(one.state), one.anchor) for one in state.components}


NOTHING = ("missing", "")


@pytest.mark.parametrize(
    ("text", "found", "state"),
    [
        ("", {"policy": NOTHING, "officer": NOTHING, "poster": ("not_required", "")}, State.MISSING),
        ("summary: ก\n", {"policy": NOTHING, "officer": NOTHING, "poster": ("not_required", "")}, State.PARTIAL),
        (
            "evidence:\n- {title: ก, link: 'https://a.go.th/a.pdf', shows: [policy, poster]}\n"
            "absent: [{component: officer, none: {reason: ไม่มี}}]\n",
            {
                "policy": ("shown", "pdpa-document-1"),
                "officer": ("none", "pdpa-absent-officer"),
                "poster": ("shown", "pdpa-document-1"),
            },
            State.COMPLETE,
        ),
        (
            "none: {reason: ไม่มี}\n",
            dict.fromkeys(("policy", "officer", "poster"), ("none", "pdpa-none")),
            State.COMPLETE,
        ),
    ],
    ids=["a blank", "with words alone", "by a document and a statement", "none at all"],
)
def test_a_component_is_shown_by_data_document_or_statement(
    text: str, found: dict[str, tuple[str, str]], state: State, tmp_path: Path
) -> None:
    made = item(tmp_path, pdpa=text)
    assert components(made) == found
    assert made.families[0].state is state
    assert {one.component.id for one in made.missing} == {name for name, one in found.items() if one == NOTHING}


def test_what_the_data_shows_goes_before_a_document_and_a_statement(tmp_path: Path) -> None:
    text = f"{POLICY}evidence:\n- {{title: ก, link: 'https://a.go.th/a.pdf', shows: [policy]}}\n"
    assert components(item(tmp_path, pdpa=text))["policy"] == ("shown", "pdpa-facts")


@pytest.mark.parametrize(
    ("disclosures", "state"),
    [
        ({}, State.MISSING),
        ({"pdpa": "none: {reason: ก}\n"}, State.PARTIAL),
        ({"pdpa": "none: {reason: ก}\n", "laws": "none: {reason: ก}\n"}, State.COMPLETE),
        ({"pdpa": "summary: ก\n", "laws": "none: {reason: ก}\n"}, State.PARTIAL),
    ],
)
def test_an_item_is_complete_or_missing_only_where_all_its_families_are(
    disclosures: dict[str, str], state: State, tmp_path: Path
) -> None:
    assert item(tmp_path, **disclosures).state is state


def test_an_item_adds_up_what_its_families_say(tmp_path: Path) -> None:
    made = item(
        tmp_path,
        pdpa="owner: ก\npublished: 1 ก.พ. 2567\ndue: 31 มีนาคม 2567\nsummary: ก\n",
        laws="owner: ก\npublished: 2 ก.พ. 2567\ndue: 1 มีนาคม 2567\n",
    )
    assert made.updated == parse_date("2 ก.พ. 2567")
    assert made.data_years == (2567,)
    assert [owner.unit for owner in made.owners] == ["ก"]


def test_the_earliest_day_of_a_family_goes_before_the_day_of_the_year(tmp_path: Path) -> None:
    site = load(write(tmp_path, {"agency.yaml": AGENCY, "profiles/small/2567.yaml": CATALOGUE}))
    (empty,) = item_states(site, 2567)
    assert due_of(site, empty) == parse_date("30 เมษายน 2567")
    made = item(tmp_path, pdpa="due: 31 พฤษภาคม 2567\n", laws="due: 1 มิถุนายน 2567\n")
    assert due_of(site, made) == parse_date("31 พฤษภาคม 2567")


def test_what_a_family_lacks_is_named_for_a_message(tmp_path: Path) -> None:
    blank, laws = item(tmp_path, pdpa="").families
    assert missing_of(blank).endswith("(pdpa)")
    assert missing_of(laws).endswith("(laws)")
    partial, _ = item(tmp_path, pdpa="summary: ก\n").families
    assert missing_of(partial) == "นโยบาย (policy), ผู้ประสานงาน (officer)"
