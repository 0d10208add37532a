"""Score classes of which two hold the same score, or none holds it.

004 prints "between 85.00 and 92.55" and "from 92.55". An open bound is not looked at, and a gap of 0.01 is how "up to
84.99" is written.

th:
  about: ช่วงคะแนนของกลุ่มซ้อนกันหรือมีช่องว่าง
  message: กลุ่ม {first} จบที่ {end} แต่กลุ่ม {second} เริ่มที่ {start}
  hint: แก้ below, at_most หรือ at_least ให้ช่วงต่อกันพอดี
  why: คะแนนที่อยู่ตรงขอบจะอยู่สองกลุ่มหรือไม่อยู่กลุ่มใดเลย
  rule: การเทียบเกณฑ์ที่หน่วยงานกำหนดเอง (เอกสารต้นทาง 004)
en:
  about: classes overlap or leave a gap
  message: The class {first} ends at {end}, but the class {second} begins at {start}
  hint: Change below, at_most or at_least so that the classes meet
  why: A score on the edge is in two classes or in none
  rule: Comparison of bounds that the agency set itself (source document 004)
wrong: |-
  - {id: develop, at_least: 85, below: 92.55}
  - {id: keep, at_least: 92.00}
right: |-
  - {id: develop, at_least: 85, below: 92.55}
  - {id: keep, at_least: 92.55}
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contradictions.bindings import bound_of
from generator.contradictions.sums import DIRECT
from generator.diagnostics import Diagnostic, Severity
from generator.input.source import KeyPath
from generator.site.site import Site

CODE = "class-bounds-that-do-not-meet"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        classes = entry.data.classes
        starts = {one.at_least: one for one in classes if one.at_least is not None}
        for number, one in enumerate(classes):
            key, sign = ("below", "<") if one.at_most is None else ("at_most", "≤")
            end: Decimal | None = getattr(one, key)
            if end is None:
                continue
            path: KeyPath = ("classes", number, key)
            facts = {"first": one.title, "end": f"{sign} {end}"}
            above = [start for start in starts if one.at_least is None or start > one.at_least]
            if one.at_least is not None and not bound_of(one).holds(one.at_least):
                yield entry.file.at(path, CODE, **facts, second=one.title, start=one.at_least)
            elif above and (bound_of(one).holds(min(above)) or min(above) - end > DIRECT):
                yield entry.file.at(path, CODE, **facts, second=starts[min(above)].title, start=min(above))
