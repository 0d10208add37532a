"""An item that is not complete, while there is still time.

The day stands in ``deadlines`` of agency.yaml or ``due`` of the disclosure; components by ita-oit §4.

th:
  about: ข้อที่ยังไม่ครบและใกล้กำหนด
  message: "{item} ต้องครบภายใน {due} เหลือ {days} วัน ยังขาด {lacks}"
  hint: กรอกส่วนที่ขาด หรือกล่าวว่าไม่มีด้วย absent
  why: ยังมีเวลาแก้ก่อนผู้ประเมินเปิดดู
  rule: กำหนดวันเป็นของหน่วยงานเอง องค์ประกอบดูความแน่ใจในหน้าของข้อ
en:
  about: An incomplete item with its day ahead
  message: "{item} must be complete by {due}, in {days} days, and lacks {lacks}"
  hint: Fill in what is missing, or state that there is none with absent
  why: There is still time before the assessor looks
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

CODE = "due-item"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, code, due, lacks in unfinished(site):
        if site.today and site.today <= due:
            days = (due - site.today).days
            yield entry.file.at(path, CODE, item=code, due=write_date(due), days=days, lacks=lacks)
