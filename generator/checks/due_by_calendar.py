"""An item that is not complete, while the assessment's calendar leaves time and the agency names no day.

The day stands in the calendar of the year, which may be wrong or move; so this is advice, and once the day is over
nothing is said: only a day that the agency itself names in agency.yaml can be missed.

th:
  about: ข้อที่ยังไม่ครบและใกล้วันปิดรับคำตอบตามปฏิทินการประเมิน
  message: "{item} ควรครบภายใน {due} ซึ่งเป็นวันปิดรับคำตอบตามปฏิทิน เหลือ {days} วัน ยังขาด {lacks}"
  hint: ตรวจวันกับประกาศของสำนักงาน ป.ป.ช. แล้วใส่ deadlines ใน agency.yaml และกรอกส่วนที่ขาด
  why: ยังมีเวลาแก้ก่อนปิดรับคำตอบ แต่วันในปฏิทินเลื่อนได้ โปรแกรมจึงเพียงแนะนำ
  rule: ปฏิทินการประเมินเท่าที่อ่านพบ ดูที่มาและความแน่ใจในหน้าเกี่ยวกับข้อมูล
en:
  about: An incomplete item with the calendar's last day for answers ahead
  message: "{item} should be complete by {due}, the calendar's last day for answers, in {days} days, and lacks {lacks}"
  hint: Compare the day with the NACC's notice, write it as deadlines in agency.yaml, and fill in what is missing
  why: There is still time before answers close; but days of the calendar move, so this is only advice
  rule: The assessment's calendar as far as it was read; how sure it is stands on the page about the data
wrong: |-
  years: [2568]
right: |-
  years: [2568]
  deadlines:
  - {year: 2568, date: 30 เมษายน 2568}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.deadlines import unfinished
from generator.site.site import Site
from generator.site.states import day_by_calendar
from generator.writing.dates import write_date

CODE = "due-by-calendar"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, code, due, lacks in unfinished(site, day_by_calendar):
        if site.today and site.today <= due:
            days = (due - site.today).days
            yield entry.file.at(path, CODE, item=code, due=write_date(due), days=days, lacks=lacks)
