"""Files edited as text for another year: what officers wrote around the edit stays as it was."""

from __future__ import annotations

import pytest

from generator.officers.edits import carried, schema_link, seen_from, with_year


def test_a_file_in_braces_or_elsewhere_is_carried_too() -> None:
    text = "{family: laws, published: 1 ก.พ. 2568, assessed_year: 2568, data_year: พ.ศ. 2567}\n"
    assert carried(text, 2569, 2568, "laws.yaml", "2569/laws.yaml") == (
        "# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n{family: laws, assessed_year: 2569, data_year: พ.ศ. 2568}\n"
    )
    text = "# yaml-language-server: $schema=.schemas/disclosure.json\nfamily: laws\npublished:\n  1 ก.พ. 2568\nnote: |\n  ก\ndue: |\n  1 ก.พ. 2568\n"
    assert carried(text, 2569, 2568, "laws.yaml", "2569/laws.yaml") == (
        "# yaml-language-server: $schema=../.schemas/disclosure.json\n# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n"
        "family: laws\nnote: |\n  ก\n"
    )


def test_explanations_of_last_years_blank_are_not_carried() -> None:
    text = (
        "## O9 ของปี 2568\n# ของเจ้าหน้าที่\nfamily: laws\n## คำอธิบาย\nassessed_year: 2568\nsummary: |\n  ## ข้อความ\n## ท้าย"
    )
    assert carried(text, 2569, 2568, "laws.yaml", "2569/laws.yaml") == (
        "# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n"
        "# ของเจ้าหน้าที่\nfamily: laws\nassessed_year: 2569\nsummary: |\n  ## ข้อความ\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("years: [2567, 2568] # ก\n", "years: [2567, 2568, 2569] # ก\n"),
        ("years: [2568, 2567]\n", "years: [2569, 2568, 2567]\n"),
        ("years: [๒๕๖๘]\n", "years: [๒๕๖๘, ๒๕๖๙]\n"),
        ("years:\n- 2567\n- 2568 # ล่าสุด\nname: ก\n", "years:\n- 2567\n- 2568 # ล่าสุด\n- 2569\nname: ก\n"),
        ("years:\n  # ใหม่ก่อน\n  - 2568\n  - 2567", "years:\n  # ใหม่ก่อน\n  - 2569\n  - 2568\n  - 2567"),
        ("years:\r\n- 2568\r\nname: ก\r\n", "years:\r\n- 2568\r\n- 2569\r\nname: ก\r\n"),
        ("years:\n- 2568", "years:\n- 2568\n- 2569"),
        ("\ufeffyears: ['2568']\n", "\ufeffyears: ['2568', 2569]\n"),
        ("years: []\nname: ก\n", "years: []\nname: ก\n"),
        ("name: ก\n", "name: ก\n"),
    ],
)
def test_the_year_joins_the_list_of_years_and_nothing_else_changes(before: str, after: str) -> None:
    assert with_year(before, 2569) == after


def test_a_link_is_seen_from_the_file_that_has_it_and_an_address_of_the_web_is_not_moved() -> None:
    assert seen_from("2569/laws.yaml", ".schemas/disclosure.json") == "../.schemas/disclosure.json"
    assert seen_from("agency.yaml", ".schemas/agency.json") == ".schemas/agency.json"
    assert seen_from("2569/laws.yaml", "https://example.go.th/s.json") == "https://example.go.th/s.json"
    kept = "# yaml-language-server: $schema=https://example.go.th/s.json\nfamily: laws\n"
    assert schema_link(kept) == schema_link(carried(kept, 2569, 2568, "laws.yaml", "2569/laws.yaml"))
    assert schema_link("family: laws\n") == ""
