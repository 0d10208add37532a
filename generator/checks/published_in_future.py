"""A day of publishing that is still to come.

th:
  about: วันที่เผยแพร่ยังมาไม่ถึง
  message: วันที่เผยแพร่ {day} อยู่หลังวันที่ตรวจ {today}
  hint: ตรวจเดือนและปีที่พิมพ์
  why: ผู้อ่านไม่เชื่อถือหน้าที่เผยแพร่ในอนาคต
  rule: การเทียบวันที่
en:
  about: A day of publishing that is still to come
  message: The day of publishing, {day}, is after the day of the check, {today}
  hint: See whether month and year are right
  why: Nobody trusts a page that was published tomorrow
  rule: Comparison of days
wrong: "published: 3 มกราคม 2599"
right: "published: 3 มกราคม 2568"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.writing.dates import write_date

CODE = "published-in-future"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        day = entry.data.published
        if day and site.today and day > site.today:
            yield entry.file.at(("published",), CODE, day=write_date(day), today=write_date(site.today))
