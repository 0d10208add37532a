"""A measure that says not when.

Source: ita-oit §4.

th:
  about: มาตรการที่ไม่มีระยะเวลา
  message: มาตรการ {title} ไม่มีระยะเวลา
  hint: เพิ่ม period ที่มาตรการหรือที่ขั้นตอน
  why: ระยะเวลาเป็นองค์ประกอบที่ผู้ประเมินมองหา
  rule: เอกสารต้นทาง 001, 003 และ 004
en:
  about: A measure without a period
  message: The measure {title} has no period
  hint: Add period to the measure or to its steps
  why: The period is a component that assessors look for
  rule: Source documents 001, 003 and 004
wrong: "- {id: m-1, title: อบรม}"
right: "- {id: m-1, title: อบรม, period: ไตรมาส 1 - 2}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.site.site import Site

CODE = "measure-without-period"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, Measures):
            for number, measure in enumerate(entry.data.measures):
                if not measure.all_periods:
                    yield entry.file.at(("measures", number), CODE, title=measure.title)
