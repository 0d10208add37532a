"""What stays from year to year, and nobody has looked at for long.

Old is what is older than the fiscal year before the assessed one.

th:
  about: ข้อมูลเก่าที่ไม่มีใครตรวจมานาน
  message: ปรับปรุงล่าสุด {day} นานเกินกว่าจะใช้ตอบของปี {year} โดยไม่ตรวจ
  hint: ตรวจว่ายังถูกต้อง แล้วแก้ published เป็นวันที่ตรวจ
  why: ที่อยู่ โทรศัพท์ หรือชื่อผู้บริหารที่เก่าทำให้ประชาชนเสียเวลา
  rule: ช่วงเวลากำหนดโดยโปรแกรมนี้
en:
  about: Old facts that nobody has looked at
  message: Last updated on {day}, too long ago to answer for {year} without a look
  hint: See whether it is still right, and put the day of that into published
  why: An old address, telephone or name costs the citizen a day
  rule: The span is this program's own
wrong: |-
  family: contact
  assessed_year: 2568
  published: 3 มกราคม 2564
right: "published: 3 มกราคม 2568"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families import FAMILIES
from generator.site.site import Site
from generator.writing.dates import fiscal_year, write_date

CODE = "stale-disclosure"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if data.published and FAMILIES[data.family].stays and fiscal_year(data.published) < data.assessed_year - 1:
            yield entry.file.at(("published",), CODE, day=write_date(data.published), year=data.assessed_year)
