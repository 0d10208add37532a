"""A month in statistics that lies outside of what they are of.

th:
  about: เดือนในสถิติอยู่นอกช่วงของสถิติ
  message: "{month} อยู่นอกช่วงของสถิตินี้ ({period})"
  hint: แก้ปีหรือเดือนให้ถูก หรือย้ายไปแฟ้มของปีนั้น
  why: ตัวเลขของปีอื่นถูกนับรวมในผลรวมของปีนี้
  rule: ลำดับของเวลา แน่นอน; ใช้ period ของแฟ้ม ถ้าไม่มีใช้ปีงบประมาณของข้อมูล
en:
  about: A month outside of what the statistics are of
  message: "{month} lies outside of what these statistics are of ({period})"
  hint: Correct the year or the month, or move it to the file of that year
  why: Another year's figure is counted into this year's sum
  rule: Order of time, certain; the file's own period, else the fiscal year of its data
wrong: |-
  data_year: 2567
  services:
  - title: ขอสำเนา
    served: [{period: ตุลาคม 2568, walk_in: 9}]
right: "period: ตุลาคม 2566"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.monthly import series
from generator.site.site import Site
from generator.site.years import period_outside
from generator.writing.dates import write_days

CODE = "month-outside-period"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in series(site):
        if period_outside(one.entry.data):
            continue  # the period itself is of another year, which is told
        for number, days in sorted(one.days.items()):
            if days[1] < one.bounds[0] or one.bounds[1] < days[0]:
                facts = {"month": write_days(*days), "period": write_days(*one.bounds)}
                yield one.entry.file.at((*one.path, number, "period"), CODE, **facts)
