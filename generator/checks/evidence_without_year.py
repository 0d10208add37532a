"""A PDF in whose text there is no year at all.

Of what stays from year to year none is asked; advice.

th:
  about: PDF ที่ไม่มีปี
  message: ข้อความในแฟ้ม {file} ไม่มีปีใดเลย ทั้งที่เป็นข้อมูลปี {year}
  hint: ใส่ปีงบประมาณในหัวเรื่องของเอกสาร
  why: ผู้ประเมินดูปีเป็นอย่างแรก
  wrong: แผนปฏิบัติการป้องกันการทุจริต
  right: แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568
  rule: ผู้ประเมินดูปีงบประมาณ (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a PDF without any year
  message: The text of {file} has no year at all, though it is data of {year}
  hint: Put the fiscal year into the heading of the document
  why: The year is the first thing that an assessor looks for
  wrong: Anti-corruption plan
  right: Anti-corruption plan of fiscal year 2568
  rule: Assessors look for the fiscal year (read on public pages of agencies)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.families import FAMILIES
from generator.site.evidence_names import has_any_year, is_legible, papers
from generator.site.site import Site

CODE = "evidence-without-year"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence, file in papers(site):
        if file.kind != "PDF" or FAMILIES[entry.data.family].stays or not is_legible(file, evidence.language):
            continue
        if not has_any_year(file):
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), year=entry.data.data_year)
