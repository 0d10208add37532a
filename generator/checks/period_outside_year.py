"""A disclosure whose period has no day in the year that it is asked for.

Source: ita-oit §3. A family that may be of either year may have a period in either; a period of several years that
touches the year is fine.

th:
  about: ช่วงเวลาทั้งช่วงอยู่นอกปีที่ถาม
  message: ช่วงเวลา {period} ไม่มีวันใดอยู่ในปีงบประมาณ {year}
  hint: ตรวจปีในช่วงเวลา (period) ถ้าเป็นแฟ้มของปีก่อนที่คัดลอกมา ให้แก้ข้อมูลทั้งแฟ้ม
  why: ผู้ประเมินดูช่วงเวลาก่อนว่าเป็นของปีใด ถ้าเป็นของปีอื่นทั้งช่วงก็ไม่นับ
  rule: ปีงบประมาณ (เอกสารต้นทาง) และปีของข้อมูลที่แต่ละเรื่องต้องใช้ (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: A period that lies wholly outside the year asked for
  message: The period {period} has no day in fiscal year {year}
  hint: Check the year in the period; where last year's file was copied, bring the whole file up to date
  why: An assessor looks at the period first to see of which year it is; another year's counts as nothing
  rule: The fiscal year (source documents), and which year's facts are asked for (read on agencies' public pages)
wrong: |-
  data_year: 2568
  period: ปีงบประมาณ 2566
right: |-
  data_year: 2568
  period: ปีงบประมาณ 2568
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.site.years import period_outside, wanted_years
from generator.writing.dates import write_days

CODE = "period-outside-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    astray = {id(entry) for entry, _ in site.astray}
    for entry in site.disclosures:
        data = entry.data
        if id(entry) in astray or data.data_year not in wanted_years(data):
            continue  # of a wrong year, which is told, and all that follows from it is not
        if days := period_outside(data):
            years = " / ".join(map(str, wanted_years(data)))
            yield entry.file.at(("period",), CODE, period=write_days(*days), year=years)
