"""Facts of a year that the family does not ask for.

Source: ita-oit §3. A family that may be of either year is of the assessed one or the one before, and of no other.

th:
  about: ข้อมูลเป็นของปีที่ข้อนี้ไม่ได้ถาม
  message: ข้อมูลเป็นของปี {found} แต่เนื้อหานี้ต้องเป็นข้อมูลปี {wanted}
  hint: ตรวจว่ากรอก data_year ผิด หรือนำข้อมูลของปีอื่นมาใส่
  why: ผู้ประเมินไม่นับข้อมูลผิดปี
  rule: แผนและประกาศเป็นของปีที่ประเมิน รายงานประจำปีเป็นของปีก่อน (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: Facts of a year that is not asked for
  message: The facts are of {found}, but this content must be of {wanted}
  hint: See whether data_year is mistyped, or the facts are of another year
  why: An assessor does not count facts of the wrong year
  rule: Plans and declarations are of the assessed year, annual reports of the year before (read on public agency pages)
wrong: |-
  family: hr_report
  assessed_year: 2568
  data_year: 2568
right: |-
  family: hr_report
  assessed_year: 2568
  data_year: 2567
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.site.years import wanted_years

CODE = "wrong-data-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        wanted = wanted_years(entry.data)
        if entry.data.data_year not in wanted:
            facts = {"found": entry.data.data_year, "wanted": " / ".join(map(str, wanted))}
            yield entry.file.at(("data_year",), CODE, **facts)
