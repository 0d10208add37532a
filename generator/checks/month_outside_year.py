"""A month without procurement that does not lie in the fiscal year of the data.

th:
  about: เดือนอยู่นอกปีงบประมาณ
  message: "{month} ไม่อยู่ในปีงบประมาณ {year}"
  hint: เขียนเดือนตั้งแต่ตุลาคมของปีก่อนถึงกันยายน {year}
  why: เดือนของปีงบประมาณจะไม่ครบสิบสองเดือน
  wrong: "months_without: [{month: ตุลาคม 2568, reason: ไม่มี}] ในปี 2568"
  right: "months_without: [{month: ตุลาคม 2567, reason: ไม่มี}]"
  rule: ปีงบประมาณเริ่ม 1 ตุลาคมของปีก่อน และสิ้นสุด 30 กันยายน (พิมพ์ในเอกสารต้นทาง)
en:
  about: a month outside of the fiscal year
  message: "{month} is not in the fiscal year {year}"
  hint: Write months from October of the year before to September {year}
  why: The year would not have its twelve months
  wrong: "months_without: [{month: ตุลาคม 2568, reason: ไม่มี}] in 2568"
  right: "months_without: [{month: ตุลาคม 2567, reason: ไม่มี}]"
  rule: A fiscal year begins on 1 October of the year before and ends on 30 September (printed in the source documents)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.proc_monthly.model import ProcMonthly
from generator.site.site import Site
from generator.writing.dates import quarter_days

CODE = "month-outside-year"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, ProcMonthly):
            first, last = quarter_days(entry.data.data_year, 1, 4)
            for number, one in enumerate(entry.data.months_without):
                days = one.month.span.days(entry.data.data_year)
                if days is None or days[0] < first or last < days[1]:
                    place = ("months_without", number, "month")
                    yield entry.file.at(place, CODE, month=one.month.text or "", year=entry.data.data_year)
