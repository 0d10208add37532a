"""A day of publishing that does not go with the assessed year.

Nothing of the year itself is published more than three months before it begins (this program's own bound); what stays
from year to year, such as the agency's address, may be older.

th:
  about: วันที่เผยแพร่ไม่เข้ากับปีที่ประเมิน
  message: เผยแพร่เมื่อ {day} ซึ่งอยู่ในปีงบประมาณ {year} แต่เป็นข้อของการประเมินปี {assessed}
  hint: ตรวจว่าพิมพ์วันที่ผิด หรือเป็นข้อมูลของปีอื่น
  why: ผู้ประเมินดูว่าเป็นข้อมูลของปีที่ถูกต้อง
  rule: ผู้ประเมินดูปีงบประมาณที่ประเมินหรือปีก่อน (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: A day of publishing that does not go with the assessed year
  message: Published on {day}, in fiscal year {year}, but for the assessment of {assessed}
  hint: See whether the day is mistyped, or the facts are of another year
  why: Assessors look whether it is the right year
  rule: Assessors look for the assessed fiscal year or the one before (read on public agency pages)
wrong: |-
  assessed_year: 2568
  published: 3 มกราคม 2566
right: |-
  assessed_year: 2568
  published: 3 มกราคม 2568
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.site.years import is_published_outside
from generator.writing.dates import fiscal_year, write_date

CODE = "published-outside-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if data.published and is_published_outside(data):
            day, year = write_date(data.published), fiscal_year(data.published)
            yield entry.file.at(("published",), CODE, day=day, year=year, assessed=data.assessed_year)
