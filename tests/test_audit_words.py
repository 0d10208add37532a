"""The words by which published pages are judged."""

from __future__ import annotations

import pytest
import yaml

from generator.audit import audit_words
from generator.models.catalogue import known_components
from tests.conftest import ROOT


def test_every_component_has_words_that_show_it_and_no_other_has() -> None:
    words = audit_words.evidence_words()
    wanted = {family: [c.id for c in components] for family, components in known_components().items()}
    assert {family: list(components) for family, components in words.items()} == wanted
    assert all(isinstance(word, str) and word for of in words.values() for some in of.values() for word in some)
    assert all(some for of in words.values() for some in of.values())


@pytest.mark.parametrize("group", yaml.safe_load((ROOT / "generator/catalogues/audit_words.yaml").read_text("utf-8")))
def test_every_phrase_is_a_pattern(group: str) -> None:
    assert all(isinstance(line, str) for line in audit_words.phrases(group))
    audit_words.matches(group, "ก")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("แผน68 (ตรวจแล้ว ขอแก้ไข).pdf", True),
        ("แผน edit.pdf", True),
        ("แผน_v2.pdf", True),
        ("แผน ร่าง.docx", True),
        ("ตัวอย่าง.pdf", True),
        ("Copy of plan.pdf", True),
        ("plan-final2.pdf", True),
        ("plan final.pdf", True),
        ("ประกาศร่างขอบเขตของงาน.pdf", False),
        ("ร่างกายแข็งแรง.pdf", False),
        ("สำนักงานตัวอย่าง ปี 2568", False),
        ("พ.ร.บ. แก้ไขเพิ่มเติม (ฉบับที่ 2)", False),
        ("service-manual.pdf", False),
        ("covid19.pdf", False),
    ],
)
def test_drafts_are_told_by_their_names(name: str, expected: bool) -> None:
    assert bool(audit_words.search("drafts", name)) is expected
