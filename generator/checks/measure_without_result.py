"""A measure of a year whose report says nothing of it.

Source: ita-oit §4.

th:
  about: มาตรการที่รายงานไม่กล่าวถึง
  message: มาตรการ {title} ของปี {year} ไม่มีผลในรายงานของปีเดียวกัน
  hint: เพิ่มผลใน results ด้วย measure ที่เป็นรหัสของมาตรการนี้
  why: มาตรการที่รายงานข้ามไปดูเหมือนไม่ได้ทำ
  rule: รายงานแสดงผลของทุกมาตรการ (เอกสารต้นทาง 000)
en:
  about: A measure that the report is silent about
  message: The measure {title} of {year} has no result in the report of that year
  hint: Add a result with measure being the id of this measure
  why: A measure that the report leaves out looks undone
  rule: The report shows the result of every measure (source document 000)
wrong: |-
  results:
  - measure: m-1
right: |-
  results:
  - measure: m-1
  - measure: m-2
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.families.measures_report.model import MeasuresReport
from generator.site.site import Site

CODE = "measure-without-result"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    reports = [e.data for e in site.disclosures if isinstance(e.data, MeasuresReport)]
    reports = [report for report in reports if report.results or report.measures]
    with_result: dict[int, set[str]] = {}
    for report in reports:
        with_result.setdefault(report.data_year, set()).update(result.measure for result in report.results)
    for entry in site.disclosures:
        if isinstance(entry.data, Measures | MeasuresReport) and entry.data.data_year in with_result:
            for number, measure in enumerate(entry.data.measures):
                if measure.id not in with_result[entry.data.data_year]:
                    year = entry.data.data_year
                    yield entry.file.at(("measures", number), CODE, title=measure.title, year=year)
