"""A table that states that there was no procurement, and not in which month, while several months have no answer yet.

Where only one month is left, it is that month.

th:
  about: ตารางกล่าวว่าไม่มี แต่ไม่บอกว่าเดือนใด
  message: "ตารางกล่าวว่า {text} แต่ไม่บอกว่าเดือนใด และยังมี {count} เดือนที่ไม่มีคำตอบ"
  hint: เขียนเดือนไว้ในแถวเดียวกัน ในหัวเรื่องเหนือหัวตาราง หรือในชื่อชีต เช่น พฤศจิกายน 2567 หรือเขียนใน months_without
  why: ไม่รู้ว่าเดือนใดไม่มีการจัดซื้อจัดจ้าง และเดือนใดลืมรายงาน
  rule: แบบ สขร.1 มีทุกเดือน เดือนที่ไม่มีให้ระบุว่าไม่มี (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a table that states none without a month
  message: "The table says {text} without saying in which month, and {count} months have no answer"
  hint: Write the month into the same row, the title above the header or the name of the sheet, or use months_without
  why: Nobody knows which month had no procurement, and which was forgotten
  rule: Form สขร.1 has every month, and a month without any is stated (read on public pages of agencies)
wrong: ไม่มีการจัดซื้อจัดจ้าง
right: เดือนพฤศจิกายน 2567 ไม่มีการจัดซื้อจัดจ้าง
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.proc_monthly.model import ProcMonthly
from generator.site.site import Site

CODE = "none-of-which-month"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if not isinstance(entry.data, ProcMonthly) or not entry.data.rows or None not in entry.data.rows.without:
            continue
        if count := sum(not (month.group or month.without) for month in entry.data.months):
            yield entry.file.at(("table",), CODE, text=entry.data.rows.without[None], count=count)
