"""Units that are named together, as officers write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.families.structure.model import Structure
from generator.models.agency import Unit
from generator.models.shared import Text
from generator.site.named_units import named
from generator.site.unit_names import UnitNames
from tests.folders import load, write

UNITS = tuple(
    Unit.model_validate({"id": id, "abbreviation": short, "name": name})
    for id, short, name in (
        ("secretary", "สลก.", "สำนักงานเลขานุการกรม"),
        ("plan", "กผง.", "กองแผนงานและงบประมาณ"),
        ("psdg", "กพร.", "กลุ่มพัฒนาระบบบริหาร"),
        ("audit", "กตส.", "กลุ่มตรวจสอบภายใน"),
    )
)
NAMES = UnitNames(UNITS, ["กรมตัวอย่าง"])


def ids(text: str) -> list[str]:
    said = named(text, NAMES)
    return [unit.id for unit in said.units]


@pytest.mark.parametrize(
    "text",
    [
        "กตส. และ สลก.",
        "กตส.และสลก.",
        "กตส., สลก.",
        "กตส,สลก",
        "กตส./สลก.",
        "กตส สลก",
        "กตส. กับ สลก.",
        "กลุ่มตรวจสอบภายใน และสำนักงานเลขานุการกรม",
        "กตส.\nสลก.",
    ],
)
def test_every_part_is_a_unit(text: str) -> None:
    assert ids(text) == ["audit", "secretary"]
    assert named(text, NAMES).unknown == ()


def test_a_name_that_holds_the_word_for_and_stays_whole() -> None:
    assert ids("กองแผนงานและงบประมาณ และ กตส.") == ["plan", "audit"]
    assert ids("สลก. กองแผนงานและงบประมาณ/กพร.") == ["secretary", "plan", "psdg"]


def test_what_is_unknown_is_told_alone() -> None:
    said = named("กตส. และ กอง ก. และ สลก.", NAMES)
    assert [unit.id for unit in said.units] == ["audit", "secretary"]
    assert said.unknown == ("กอง ก.",)
    assert named("กองหนึ่ง และ กองสอง", NAMES).units == ()


def test_a_note_in_brackets() -> None:
    said = named("กพร. (ขึ้นตรงอธิบดี)", NAMES)
    assert ([unit.id for unit in said.units], said.note) == (["psdg"], "ขึ้นตรงอธิบดี")
    assert named("กพร. (กตส.)", NAMES).units == ()


def test_lists_of_owners_have_one_for_each_and_what_follows_keeps_its_place(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "agency.yaml": "name: กรมตัวอย่าง\nshort_name: กต.\n",
            "units.yaml": "units:\n- {id: a, abbreviation: กก.}\n- {id: b, abbreviation: ขข.}\n",
            "2567/structure.yaml": "family: structure\nassessed_year: 2567\ndata_year: 2567\n"
            "posts:\n- title: อธิบดี\n  oversees: กก. ขข.\n- title: รองอธิบดี\n  oversees:\n  - กก. และ ขข.\n  - คค.\n"
            "work:\n- unit: กก. (ขึ้นตรงอธิบดี)\n  duties: [งาน]\n- unit: ขข. (ชั่วคราว)\n  note: มีแล้ว\n  duties: [งาน]\n",
        },
    )
    site = load(tmp_path)
    (entry,) = site.of_kind(Structure)
    data: Structure = entry.data
    assert [[one.unit for one in post.oversees] for post in data.posts] == [["a", "b"], ["a", "b", "คค."]]
    assert entry.file.place(("posts", 1, "oversees", 2))[0] == 10
    assert (data.work[0].unit.unit, data.work[0].note) == ("a", Text(th="ขึ้นตรงอธิบดี"))
    assert (data.work[1].unit.unit, data.work[1].note) == ("ขข. (ชั่วคราว)", Text(th="มีแล้ว"))


EVERY = UnitNames((*UNITS, Unit.model_validate({"id": "every", "name": "ทุกหน่วยงาน", "kind": "all"})), ["กรมตัวอย่าง"])


@pytest.mark.parametrize("text", ["ทุกกอง", "ทุกสำนัก/กลุ่ม", "ทุกกองและทุกกลุ่ม", "ทุกส่วนราชการในสังกัด", "ทุก หน่วยงาน"])
def test_every_unit_by_whatever_kind_the_agency_has(text: str) -> None:
    found = EVERY.find(text)
    assert found is not None
    assert found.id == "every"
    assert NAMES.find(text) is None  # nobody said that there is such a unit


@pytest.mark.parametrize("text", ["ทุกกองที่เกี่ยวข้อง", "ทุกกองแผนงาน", "กอง", "ทุกคน"])
def test_some_units_are_not_every_unit(text: str) -> None:
    assert EVERY.find(text) is None
