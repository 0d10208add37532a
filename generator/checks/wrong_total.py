"""A total that is not the weighted sum of the three instruments.

Source: ita-oit §2. Tolerance 0.015. Where a wrong instrument or indicator explains the total, wrong-mean says so at
that figure.

th:
  about: คะแนนรวมไม่ตรงกับคะแนนสามแบบวัดตามน้ำหนัก
  message: "คะแนนรวมพิมพ์ว่า {score} ไม่ลงรอยกับคะแนนของแบบวัด: {sums}"
  hint: |-
    ถ้า {meant} จะลงรอยกัน
    ตรวจคะแนนรวมและคะแนนของแต่ละแบบวัดกับเอกสารต้นทาง
  why: คะแนนรวมเป็นตัวเลขที่คนยกไปอ้างมากที่สุด
  rule: น้ำหนัก 0.30 0.30 0.40 พิสูจน์จากตัวเลขในเอกสารต้นทางสำหรับปี 2564 ถึง 2567 ปีอื่นยังไม่ทราบจึงไม่ตรวจ
en:
  about: the total is not the weighted sum of the instruments
  message: "The total is printed as {score}, which does not agree with the instruments: {sums}"
  hint: |-
    It would agree if {meant}
    Check the total and the score of each instrument with the source document
  why: The total is the figure that is quoted most
  rule: >-
    Weights 0.30, 0.30, 0.40 are proved by arithmetic in the source documents for 2564 to 2567; other years are not
    known and not checked
wrong: "total: {score: 90}  # IIT 80, EIT 80, OIT 100"
right: "total: {score: 88}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bindings_of
from generator.contradictions.messages import cause_facts
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "wrong-total"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        bindings = bindings_of(site, entry)
        for cause in bindings.causes:
            if {one.figure for one in cause.sums} == {("total", "score")}:
                yield entry.file.at(cause.figure, CODE, **cause_facts(bindings, cause, entry))
