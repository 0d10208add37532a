"""Names of files as people see them, and the addresses under which they are published."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.evidence_addresses import evidence_addresses
from generator.writing.file_names import difference, is_copy, is_safe, meant, safe, seen


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("plan-b.pdf", "Plan-B.PDF", ("case",)),
        ("แผนประจำปี.pdf", "แผนประจําปี.pdf", ("marks",)),
        ("น้ำ.pdf", "น้ํา.pdf", ("marks",)),
        ("น้ำ.pdf", "นํ้า.pdf", ("marks",)),
        ("caf\u00e9.pdf", "cafe\u0301.pdf", ("form",)),
        ("a b.pdf", "A\u00a0b.pdf", ("spaces", "case")),
        ("ab.pdf", "a\u200bb.pdf", ("hidden",)),
        ("ab.pdf", "ab.pdf", ()),
    ],
)
def test_names_are_compared_as_people_see_them(one: str, other: str, kinds: tuple[str, ...]) -> None:
    assert seen(one) == seen(other)
    assert difference(one, other) == difference(other, one) == kinds


@pytest.mark.parametrize(("one", "other"), [("plan-a.pdf", "plan-b.pdf"), ("นา.pdf", "น้า.pdf"), ("ปี๒.pdf", "ปี2.pdf")])
def test_names_that_people_tell_apart_are_two(one: str, other: str) -> None:
    assert seen(one) != seen(other)


COPIES = (
    "plan - Copy.pdf",
    "plan - Copy (3).pdf",
    "plan (1).pdf",
    "plan_copy2.pdf",
    "Copy of plan.docx",
    "แผน - สำเนา.pdf",
    "แผน - สําเนา (2).pdf",
    "สำเนา แผน.pdf",
    "สำเนาของ แผน.pdf",
    "แผน-คัดลอก.pdf",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name_and_never_proposed(name: str) -> None:
    assert is_copy(name)
    assert meant("plan.pdf", [name]) == meant("แผน.pdf", [name]) == ""


@pytest.mark.parametrize("name", ["copyright.pdf", "photocopy.pdf", "plan(2568).pdf", "หนังสือสำเนา.pdf", "แผน.pdf"])
def test_what_only_looks_like_a_copy_is_none(name: str) -> None:
    assert not is_copy(name)


def test_what_was_meant_is_a_slip_and_not_the_next_one_of_a_series() -> None:
    assert meant("pln-b.pdf", ["plan-a.pdf", "plan-b.pdf", "plan-b (1).pdf"]) == "plan-b.pdf"
    assert meant("plan-b.pdf", ["plan-a.pdf"]) == ""
    assert meant("report2568.pdf", ["report2567.pdf"]) == ""
    assert meant("แผนปี2568.pdf", ["แผ่นปี2568.pdf"]) == "แผ่นปี2568.pdf"


# --- addresses ----------------------------------------------------------------------------------------------------


def test_a_safe_name_is_its_own_address_and_any_other_one_gets_one_by_its_name_alone() -> None:
    names = ["files/2568/plan.pdf", "files/2568/แผนประจำปี.pdf", "files/2568/แผน ปี 2568 (แก้ไข).pdf", "files/แผน/a.pdf"]
    found = evidence_addresses(names, ())
    assert found[names[0]] == names[0]
    assert all(is_safe(address) and address.startswith("files/") for address in found.values())
    assert found[names[2]].startswith("files/2568/2568-")
    for name in names:
        assert evidence_addresses([name], ()) == {name: found[name]}, "whatever other files there are"


def test_one_name_has_one_address_however_its_letters_are_put_together() -> None:
    forms = (
        "files/แผนประจำปี (ก).pdf",
        "files/แผนประจําปี (ก).pdf",
        "files/แผนประจำปี (ก).PDF",
        "files/caf\u00e9.pdf",
        "files/cafe\u0301.pdf",
    )
    found = [evidence_addresses([one], ())[one].lower() for one in forms]
    assert len(set(found[:3])) == len(set(found[3:])) == 1


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("files/2568/plan a (1).pdf", "files/2568/plan a (1).pdf"),
        ("files/2568/Plan-B.PDF", "files/2568/plan-b.pdf"),
        ("files/2568/แผน.pdf", safe("files/2568/แผน.pdf")),
        ("files/2568/แผน.pdf", safe("files/2568/แผน.pdf", told_apart_by="files/2568/แผน.pdf")),
    ],
)
def test_what_was_published_stays_where_it_is(name: str, published: str) -> None:
    assert evidence_addresses([name], [published, "files/2568/other.pdf", "2568/o1/"]) == {name: published}


def test_two_names_that_would_meet_are_kept_apart_and_the_published_one_keeps_its_place() -> None:
    both = ["files/Plan.pdf", "files/plan.pdf"]
    assert len({one.casefold() for one in evidence_addresses(both, ()).values()}) == 2
    found = evidence_addresses(both, ["files/plan.pdf"])
    assert found["files/plan.pdf"] == "files/plan.pdf"
    again = evidence_addresses(both, found.values())
    assert again == found
    assert evidence_addresses(["files/Plan.pdf"], found.values())["files/Plan.pdf"] == found["files/Plan.pdf"]


_NAMES = st.text("abAB12 ().-_/กำํา่\u0301é#%?", min_size=1, max_size=12).map(lambda text: f"files/{text}.pdf")


@given(st.lists(_NAMES, max_size=6, unique=True), st.lists(_NAMES, max_size=3))
def test_addresses_are_one_a_name_and_never_move(names: list[str], more: list[str]) -> None:
    first = evidence_addresses(names, ())
    assert len({address.casefold() for address in first.values()}) == len(first)
    assert all(is_safe(address) or address in names for address in first.values())
    later = evidence_addresses([*names, *more], first.values())
    assert {name: later[name] for name in names} == first
    assert all(unicodedata.is_normalized("NFC", address) for address in first.values())
