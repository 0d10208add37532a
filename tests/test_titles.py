"""Where an indicator's number stands beside its title."""

from __future__ import annotations

from pathlib import Path

from generator.contradictions.titles import titled
from tests.results import indicator, question, result, site_of


def test_numbers_beside_titles_are_found_in_tables_and_in_running_text(tmp_path: Path) -> None:
    finding = {"text": "ตัวชี้วัดที่ ๒ “การใช้งบประมาณ” ต่ำ แต่ตัวชี้วัดที่ 3 อื่น ๆ สูง", "note": "ตัวชี้วัดที่ 1 การใช้งบประมาณ"}
    data = result(iit={"indicators": [indicator("1", "87.16")]}, questions=[question("I1", "80")], findings=[finding])
    issue = {"id": "a", "title": "ก", "scope": [{"indicator": "๔", "title": "การใช้อำนาจ", "questions": ["I1"]}]}
    found = [
        (one.entry.file.name, one.path, one.number, one.title, one.is_prose)
        for one in titled(site_of(tmp_path, data, measures={"issues": [issue]}))
    ]
    indicator_path, scope = ("instruments", 0, "indicators", 0), ("issues", 0, "scope", 0)
    assert found == [
        ("data/ita/2567.yaml", (*indicator_path, "number"), "1", "การปฏิบัติหน้าที่", False),
        ("data/ita/2567.yaml", ("findings", 0, "text"), "2", "การใช้งบประมาณ", True),
        ("data/2568/measures.yaml", (*scope, "indicator"), "๔", "การใช้อำนาจ", False),
    ]
