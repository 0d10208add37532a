"""A row of the table of owners that says something of no item of its year.

th:
  about: แถวในตารางผู้รับผิดชอบที่ไม่ตรงกับข้อใด
  message: แถวนี้ (ช่อง {cell}) ไม่ตรงกับข้อใดของปี {year} {value} ผู้รับผิดชอบและกำหนดส่งในแถวจึงไม่ได้ใช้
  hint: แก้เลขข้อให้ตรงกับบัญชีรายการของปี หรือลบแถวนี้
  why: ข้อที่ไม่มีผู้รับผิดชอบและวันมักเสร็จไม่ทัน
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: A row of the table of owners that fits no item
  message: This row (cell {cell}) fits no item of {year} {value}; its owner and day are not used
  hint: Correct the item's number by the list of the year, or delete the row
  why: An item without an owner and a day is seldom ready in time
  rule: A rule of this program
wrong: "O99,ข้อมูลการติดต่อ,สลก.,30 เม.ย. 68"
right: "O3,ข้อมูลการติดต่อ,สลก.,30 เม.ย. 68"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.owners import assigned
from generator.site.site import Site

CODE = "owner-of-no-item"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for year, entry in site.owner_tables.items():
        for number in assigned(site, year).strangers:
            row = entry.data.items[number]
            value = row.code or row.title or ""
            yield entry.file.at(("items", number, "code"), CODE, year=year, value=value)
