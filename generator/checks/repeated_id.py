"""One id for two things that links must tell apart.

th:
  about: รหัสซ้ำ
  message: รหัส {id} ใช้ซ้ำ
  hint: ตั้งรหัสใหม่ให้ไม่ซ้ำกัน
  why: รหัสเป็นจุดหมายของลิงก์ ถ้าซ้ำจะไปผิดที่
  rule: ที่อยู่ถาวรต้องชี้ได้ที่เดียว กำหนดโดยโปรแกรมนี้
en:
  about: Id used twice
  message: The id {id} is used more than once
  hint: Give one of them a new id that nothing else has
  why: Links lead to ids; a repeated one leads to the wrong place
  rule: A permanent address leads to one place; a rule of this program
wrong: |-
  - id: m-1
  - id: m-1
right: |-
  - id: m-1
  - id: m-2
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.blocks.projects import PlannedProject
from generator.diagnostics import Diagnostic
from generator.families.measures.model import Issue, Measure, Recommendation
from generator.families.measures_report.model import Result
from generator.input.source import KeyPath
from generator.models.agency import SourceDocument, Unit
from generator.models.ita import IndicatorScore, InstrumentScore, Question, ScoreClass, reference_key
from generator.site.site import Entry, Site

CODE = "repeated-id"

_GROUPS: tuple[tuple[str, tuple[type[Any], ...]], ...] = (
    ("id", (Unit,)),
    ("id", (SourceDocument,)),
    ("id", (ScoreClass,)),
    ("id", (Question,)),
    ("id", (Issue, Measure, Recommendation, PlannedProject)),  # anchors of one page
    ("measure", (Result,)),
    ("instrument", (InstrumentScore,)),
    ("number", (IndicatorScore,)),
)
"""What must differ within one file: the key, and the classes that share it."""


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.entries:
        for key, group in _GROUPS:
            yield from _in_group(entry, key, [part for kind in group for part in entry.each(kind)])


def _in_group(entry: Entry[Any], key: str, parts: list[tuple[KeyPath, Any]]) -> Iterator[Diagnostic]:
    names = [reference_key(getattr(value, key)) for _, value in parts]
    if len(set(names)) == len(names):
        return
    seen: set[str] = set()
    for path, value in sorted(parts, key=lambda part: entry.file.place(part[0])):
        name = reference_key(getattr(value, key))
        if name in seen:
            yield entry.file.at((*path, key), CODE, id=getattr(value, key))
        seen.add(name)
