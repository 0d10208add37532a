"""What is odd in a catalogue that somebody wrote, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.input import source
from generator.models.catalogue import BUILT_IN
from generator.officers.catalogue_check import check_catalogue

GOOD = """profile: p
year: 2570
source: ก
sub_indicators:
- number: "9.1"
- number: "9.2"
items:
- {code: O1, sub_indicator: "9.1", title: ก, families: [structure]}
- {code: O2, sub_indicator: "9.2", title: ข, families: [news, laws]}
"""


def found(text: str, name: str = "2570.yaml") -> list[str]:
    _, faults = check_catalogue(source.parse(text.encode("utf-8"), name))
    return [f"{fault.line}:{fault.column} {fault.code} {fault.severity}" for fault in faults]


def test_a_good_catalogue_has_no_faults() -> None:
    assert found(GOOD) == []
    for path in sorted(BUILT_IN.glob("*/*.yaml")):
        faults = check_catalogue(source.read(path, path.name))[1]
        assert [fault for fault in faults if str(fault.severity) == "error"] == [], path


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("O2,", "O4,", ["9:10 catalogue-hole warning"]),
        ("O1,", "O2,", ["9:10 repeated-id error", "8:10 catalogue-hole warning"]),
        ("[structure]", "[structur]", ["8:65 unknown-family error"]),
        ("[structure]", "[laws]", ["9:71 catalogue-family-twice warning"]),
        ('sub_indicator: "9.2"', 'sub_indicator: "9.1"', ["6:11 catalogue-unused-sub-indicator warning"]),
        ('- number: "9.2"', '- number: "9.1"', ["9:30 catalogue-unknown-sub-indicator warning"]),
        ("year: 2570", "year: 2569", ["2:7 catalogue-of-another-year warning"]),
        ("[news, laws]", "[]", ["9:61 empty-value error"]),
        ("year: 2570", "year: next", ["2:7 not-a-year error"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fault_is_told_at_its_place(before: str, after: str, expected: list[str]) -> None:
    assert [line.partition(" ")[2] for line in found(GOOD.replace(before, after))] == [
        line.partition(" ")[2] for line in expected
    ]
    assert [line.partition(":")[0] for line in found(GOOD.replace(before, after))] == [
        line.partition(":")[0] for line in expected
    ]


def test_a_former_edition_may_have_any_name_and_a_list_need_not_name_its_sub_indicators() -> None:
    former = GOOD.replace("source: ก", "source: ก\nreplaced: 1 ม.ค. 2570")
    assert found(former, "2569.yaml") == []
    assert found(GOOD, "2570-draft.yaml") == []
    bare = GOOD.replace('sub_indicators:\n- number: "9.1"\n- number: "9.2"\n', "")
    assert found(bare) == []


def test_the_shape_is_told_first(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("profile: p\n", "utf-8")
    data, faults = check_catalogue(source.read(tmp_path / "a.yaml", "a.yaml"))
    assert data is None
    assert {fault.code for fault in faults} == {"missing-key"}
