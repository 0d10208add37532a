"""Evidence that only speaks of another year.

Source: ita-oit §5. The year of the data and the assessed year are right, a span of years that holds one of them, and
the autumn before; years of laws, orders and letters do not count. What stays from year to year may be older.

th:
  about: หลักฐานของปีอื่น
  message: "{name} กล่าวถึงเฉพาะปี {found} แต่ข้อนี้เป็นของปี {expected}"
  hint: ตรวจว่าใส่แฟ้มถูกฉบับ ถ้าถูกแล้วให้แก้ชื่อเรื่องหรือปีของข้อมูล
  why: หัวเรื่องหรือแฟ้มของปีก่อนทำให้ทั้งข้อไม่ได้คะแนน
  rule: ผู้ประเมินดูปีงบประมาณ (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน) ปีของกฎหมาย คำสั่ง และช่วงปีที่คลุมปีนี้ไม่นับ
en:
  about: evidence of another year
  message: "{name} only speaks of {found}, but this item is of {expected}"
  hint: See whether it is the right file; if it is, mend its title or the year of the data
  why: Last year's heading or file costs the whole item
  rule: >-
    Assessors look for the fiscal year (read on public pages of agencies); years of laws and orders, and spans that hold
    the year, do not count
wrong: |-
  assessed_year: 2568
  title: แผนปฏิบัติการ ประจำปี 2567
right: "title: แผนปฏิบัติการ ประจำปี 2568"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.families import FAMILIES
from generator.models.disclosure import Disclosure
from generator.site.evidence_names import is_legible, names_year, other_years, papers, years_of
from generator.site.site import Entry, Site

CODE = "evidence-of-another-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    judged: Entry[Disclosure] | None = None
    years: frozenset[int] = frozenset()
    for entry, path, evidence, file in papers(site):
        if FAMILIES[entry.data.family].stays:
            continue
        if entry is not judged:
            judged, years = entry, years_of(entry.data)
        found = other_years(f"{evidence.title.th} {evidence.title.en or ''}", years)
        key = "title"
        if not found and evidence.file and is_legible(file, evidence.language) and not names_year(file, years):
            key, found = "file", other_years(file.surviving_letters, years)
        if found:
            name = short(evidence.title.th if key == "title" else file.name)
            expected = ", ".join(map(str, sorted(years)))
            yield entry.file.at((*path, key), CODE, name=name, found=", ".join(map(str, found)), expected=expected)
