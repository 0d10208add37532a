"""A month that is said to have had no procurement, though the table has jobs of it.

th:
  about: เดือนที่บอกว่าไม่มีกลับมีแถว
  message: เขียนไว้ว่า {month} ไม่มีการจัดซื้อจัดจ้าง แต่ตารางมี {count} งาน
  hint: ลบเดือนนี้จาก months_without หรือแก้วันที่ของสัญญาในตาราง
  why: หน้าเว็บจะกล่าวสองอย่างที่ขัดกัน
  wrong: "months_without: [{month: มกราคม 2568, reason: ไม่มี}] และมีสัญญา 15/01/2568"
  right: "months_without: []"
  rule: แบบ สขร.1 มีทุกเดือน เดือนที่ไม่มีให้ระบุว่าไม่มี (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a month without any that has rows
  message: "{month} is said to have none, but the table has {count} jobs"
  hint: Take the month out of months_without, or correct the dates of the contracts in the table
  why: The page would say two things that cannot both be
  wrong: "months_without: [{month: มกราคม 2568, reason: ไม่มี}] and a contract of 15/01/2568"
  right: "months_without: []"
  rule: Form สขร.1 has every month, and a month without any is stated (read on public pages of agencies)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.proc_monthly.model import ProcMonthly
from generator.site.site import Site

CODE = "month-not-without"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, ProcMonthly) and entry.data.rows:
            for number, one in enumerate(entry.data.months_without):
                days = one.month.span.days(entry.data.data_year)
                groups = entry.data.rows.groups["month"]
                count = sum(group.count for group in groups if days and group.name and days[0] <= group.name <= days[1])
                if count:
                    place = ("months_without", number, "month")
                    yield entry.file.at(place, CODE, month=one.month.text or "", count=count)
