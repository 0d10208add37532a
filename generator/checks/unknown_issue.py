"""A measure for an issue that its disclosure does not hold.

th:
  about: ไม่รู้จักประเด็น
  message: ไม่มีประเด็นรหัส {id} ในแฟ้มนี้
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ถ้าเป็นประเด็นใหม่ให้เพิ่มใน issues ของแฟ้มนี้
  why: มาตรการต้องบอกได้ว่าตอบประเด็นใด
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: unknown issue
  message: This file has no issue {id}
  hint: |-
    Did you mean {meant}?
    A new issue goes into issues of this file
  why: A measure must say which issue it answers
  rule: What is referred to must be in the data; a rule of this program
wrong: "issues: [isue-1]"
right: "issues: [issue-1]"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measure
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-issue"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        known = [issue.id for issue in getattr(entry.data, "issues", ())]
        for path, measure in entry.each(Measure):
            for number, id in enumerate(measure.issues):
                if id not in known:
                    yield entry.file.at((*path, "issues", number), CODE, id=id, meant=nearest(id, known))
