"""An item that is not complete after the day on which it had to be.

The day stands in ``deadlines`` of agency.yaml or ``due`` of the disclosure; components by ita-oit §4.

th:
  about: ข้อที่เลยกำหนดแล้วยังไม่ครบ
  message: "{item} เลยกำหนด {due} แล้วยังขาด {lacks}"
  hint: กรอกส่วนที่ขาด หรือกล่าวว่าไม่มีด้วย absent
  why: ผู้ประเมินไม่ให้คะแนนข้อที่ขาดองค์ประกอบ
  rule: กำหนดวันเป็นของหน่วยงานเอง องค์ประกอบดูความแน่ใจในหน้าของข้อ
en:
  about: An item that is incomplete after its day
  message: "{item} was due on {due} and lacks {lacks}"
  hint: Fill in what is missing, or state that there is none with absent
  why: An assessor gives nothing for an item that lacks a component
  rule: The day is the agency's own; how sure the components are is told on the item's page
wrong: |-
  deadlines:
  - {year: 2568, date: 30 เมษายน 2568}
right: |-
  absent:
  - {component: budget, none: {reason: ไม่ใช้งบประมาณ}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.deadlines import unfinished
from generator.site.site import Site
from generator.writing.dates import write_date

CODE = "overdue-item"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, code, due, lacks in unfinished(site):
        if site.today and due < site.today:
            yield entry.file.at(path, CODE, item=code, due=write_date(due), lacks=lacks)
