"""What evidence is called, and which years its title or its text speaks of."""

from __future__ import annotations

import pytest

from generator.families.ac_plan.model import AcPlan
from generator.families.measures.model import Measures
from generator.files.evidence import EvidenceFile
from generator.models.shared import Evidence
from generator.site.evidence_names import has_any_year, is_legible, name_of, names_year, other_years, years_of

YEARS = frozenset({2568})


@pytest.mark.parametrize(
    ("evidence", "name"),
    [
        ({"file": "files/2568/แผน.pdf"}, "แผน"),
        ({"link": "https://example.go.th/a/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf?x=1.zip"}, "แผน"),
        ({"link": "https://example.go.th/news/detail"}, ""),
        ({"link": "https://example.go.th/v1.release-notes"}, ""),
        ({"link": "https://example.go.th"}, ""),
    ],
)
def test_a_file_is_called_by_its_name_without_its_ending(evidence: dict[str, str], name: str) -> None:
    assert name_of(Evidence.model_validate({"title": "ก", **evidence})) == name


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2567", [2567]),
        ("แผนปฏิบัติการ ๒๕๖๖", [2566]),
        ("รายงาน (2567)", [2567]),
        ("plan fiscal year 2567", [2567]),
        ("แผนปี 2568 และผลปี 2567", []),
        ("แผน ปี 2566-2570", []),
        ("แผน พ.ศ. 2566–70", []),
        ("แผน 2025", []),
        ("คำสั่งที่ 12/2566", []),
        ("พระราชบัญญัติ พ.ศ. 2540", []),
        ("ประกาศ ณ วันที่ 3 ตุลาคม 2567", []),  # of the first quarter of 2568
        ("ประกาศ ณ วันที่ 3 มกราคม 2567", []),
        ("แผนปฏิบัติการ", []),
    ],
)
def test_a_text_is_of_another_year_only_where_it_says_so_and_no_right_one(text: str, years: list[int]) -> None:
    assert other_years(text, YEARS) == years


def test_the_years_of_a_disclosure_are_those_of_its_frame_and_of_the_result_it_rests_on() -> None:
    frame = {"family": "ac_plan", "assessed_year": "2568", "data_year": "2567"}
    assert years_of(AcPlan.model_validate(frame)) == {2567, 2568}
    measures = {"family": "measures", "assessed_year": "2568", "data_year": "2568"}
    assert years_of(Measures.model_validate(measures)) == {2567, 2568}, "an analysis rests on the year before"
    assert years_of(Measures.model_validate({**measures, "ita_year": "2566"})) == {2566, 2568}


@pytest.mark.parametrize(
    ("text", "names_it", "has_any"),
    [
        ("ปีงบประมาณ พ.ศ. ๒๕๖๘", True, True),
        ("fiscal year 2025", True, True),
        ("แผน 2566 - 2570", True, True),
        ("เมื่อ 3 ต.ค. 67", True, True),
        ("ปี 2567", False, True),
        ("วันที่ 1/2/67", False, True),
        ("1 ม.ค. 67", False, True),
        ("แผนปฏิบัติการ 12 ข้อ", False, False),
    ],
)
def test_a_file_names_a_year_in_whatever_way(text: str, names_it: bool, has_any: bool) -> None:
    file = EvidenceFile("a.pdf", text=text)
    assert names_year(file, YEARS) is names_it
    assert has_any_year(file) is has_any


def test_a_file_is_legible_where_it_has_enough_letters_of_the_language() -> None:
    assert is_legible(EvidenceFile("a.pdf", has_text=True, text="ก" * 150), "th")
    assert not is_legible(EvidenceFile("a.pdf", has_text=True, text="ก" * 149 + "ะ"), "th")
    assert not is_legible(EvidenceFile("a.pdf", has_text=True, text="ก" * 150), "en")
    assert not is_legible(EvidenceFile("a.pdf", has_text=False, text="ก" * 150), "th")
