"""A disclosure that stands in the folder of another year than the one it says.

Folders that are not a year are not looked at.

th:
  about: แฟ้มอยู่ในโฟลเดอร์ของปีอื่น
  message: แฟ้มอยู่ในโฟลเดอร์ปี {folder} แต่ assessed_year เป็น {year}
  hint: แก้ assessed_year และตรวจว่าข้อมูลในแฟ้มเป็นของปีใด หรือย้ายแฟ้มไปโฟลเดอร์ {year}
  why: มักเกิดจากคัดลอกทั้งโฟลเดอร์ของปีก่อน แล้วข้อของปีนี้จะหายไป
  rule: การจัดโฟลเดอร์ของโปรแกรมนี้
en:
  about: A file in the folder of another year
  message: The file stands in the folder of {folder}, but assessed_year is {year}
  hint: Correct assessed_year and see of which year the facts are, or move the file to the folder {year}
  why: Mostly last year's folder was copied, and this year's item is missing then
  rule: The layout of data of this program
wrong: |-
  # 2568/hr_plan.yaml
  assessed_year: 2567
right: |-
  # 2568/hr_plan.yaml
  assessed_year: 2568
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "folder-of-another-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, folder in site.astray:
        yield entry.file.at(("assessed_year",), CODE, folder=folder, year=entry.data.assessed_year)
