"""A disclosure that stands in the folder of another year than the one it says.

Folders that are not a year are not looked at.

th:
  about: แฟ้มอยู่ในโฟลเดอร์ของปีอื่น
  message: แฟ้มอยู่ในโฟลเดอร์ปี {folder} แต่ assessed_year เป็น {year}
  hint: แก้ assessed_year และตรวจว่าข้อมูลในแฟ้มเป็นของปีใด หรือย้ายแฟ้มไปโฟลเดอร์ {year}
  why: มักเกิดจากคัดลอกทั้งโฟลเดอร์ของปีก่อน แล้วข้อของปีนี้จะหายไป
  wrong: |-
    # 2568/hr_plan.yaml
    assessed_year: 2567
  right: |-
    # 2568/hr_plan.yaml
    assessed_year: 2568
  rule: การจัดโฟลเดอร์ของโปรแกรมนี้
en:
  about: A file in the folder of another year
  message: The file stands in the folder of {folder}, but assessed_year is {year}
  hint: Correct assessed_year and see of which year the facts are, or move the file to the folder {year}
  why: Mostly last year's folder was copied, and this year's item is missing then
  wrong: |-
    # 2568/hr_plan.yaml
    assessed_year: 2567
  right: |-
    # 2568/hr_plan.yaml
    assessed_year: 2568
  rule: The layout of data of this program
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Disclosure
from generator.site.site import Entry, Site
from generator.writing.dates import FIRST_YEAR, LAST_YEAR

CODE = "folder-of-another-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, folder in strays(site):
        yield entry.file.at(("assessed_year",), CODE, folder=folder, year=entry.data.assessed_year)


def strays(site: Site) -> Iterator[tuple[Entry[Disclosure], int]]:
    """Every disclosure that stands in the folder of another year, and that year."""
    for entry in site.disclosures:
        folder = PurePosixPath(entry.file.name).parent.name
        if not folder.isascii() or not folder.isdigit() or not FIRST_YEAR <= int(folder) <= LAST_YEAR:
            continue
        if int(folder) != entry.data.assessed_year:
            yield entry, int(folder)
