"""A sentence that gives a number and then lists more or fewer.

th:
  about: จำนวนที่กล่าวไม่ตรงกับรายการ
  message: "กล่าวว่ามี {count} แต่ไล่รายการไว้ {listed}: {list}"
  hint: นับใหม่ แล้วแก้จำนวนหรือรายการ
  why: จำนวนถูกยกไปอ้างในรายงาน ส่วนรายการคือสิ่งที่คนนำไปทำ
  rule: การนับ (เอกสารต้นทาง 003 ประเด็นที่ 7)
en:
  about: the number that is told is not the number that is listed
  message: "{count} is told, but {listed} are listed: {list}"
  hint: Count again and change the number or the list
  why: The number is quoted in reports, the list is what people work from
  rule: Counting (source document 003, issue 7)
wrong: |-
  count: 3
  subjects: [I13, I14, I15, E7, O30]
right: |-
  count: 5
  subjects: [I13, I14, I15, E7, O30]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.scores import Claim
from generator.site.site import Site

CODE = "claim-of-count"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, claim in site.each(Claim):
        if claim.count is not None and claim.subjects and claim.count != len(claim.subjects):
            facts = {"count": claim.count, "listed": len(claim.subjects), "list": ", ".join(claim.subjects)}
            yield entry.file.at((*path, "count"), CODE, **facts)
