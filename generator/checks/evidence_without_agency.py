"""A PDF in whose text the agency is not named.

Marks that fonts lose are left out of the comparison; a text that cannot be read well, laws and rules of others are
passed over; advice.

th:
  about: PDF ที่ไม่มีชื่อหน่วยงาน
  message: ข้อความในแฟ้ม {file} ไม่มีชื่อ {agency}
  hint: ตรวจว่าเป็นเอกสารของหน่วยงานเอง แล้วใส่ชื่อหน่วยงานในหัวเรื่อง
  why: ผู้ประเมินที่เปิดจากลิงก์ไม่รู้ว่าเป็นเอกสารของใคร และอาจเป็นแฟ้มที่คัดลอกมาจากหน่วยงานอื่น
  wrong: แผนปฏิบัติการของหน่วยงาน
  right: แผนปฏิบัติการของสำนักงานตัวอย่าง
  rule: หลักฐานต้องเป็นของหน่วยงาน (ยังไม่ยืนยัน) ดูเฉพาะแฟ้มที่อ่านข้อความได้ชัด
en:
  about: a PDF that does not name the agency
  message: The text of {file} does not have the name {agency}
  hint: See whether the paper is the agency's own, and put its name into the heading
  why: Who opens the link cannot tell whose paper it is; it may be copied from another agency
  wrong: Plan of the agency
  right: Plan of the Sample Office
  rule: Evidence is the agency's own (unverified); only files whose text reads well are looked at
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.files.pdf import surviving_letters
from generator.models.agency import Agency
from generator.site.evidence_names import is_legible, papers
from generator.site.site import Site

CODE = "evidence-without-agency"
SEVERITY = Severity.ADVICE

_OF_OTHERS = frozenset(("laws", "ethics_code", "hr_criteria", "pdpa", "news"))
"""Families whose papers others may have issued."""


def find(site: Site) -> Iterator[Diagnostic]:
    names = _names(site.agency)
    for entry, path, evidence, file in papers(site):
        if file.kind != "PDF" or entry.data.family in _OF_OTHERS or not is_legible(file, evidence.language):
            continue
        if names and not any(name in file.surviving_letters for name in names):
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), agency=site.agency.name)


def _names(agency: Agency) -> list[str]:
    """Everything that the agency may be called in its papers, as far as it survives in a PDF."""
    names = []
    for text in (agency.name, agency.short_name):
        names += [surviving_letters(name) for name in (text.th, text.en) if name]
        names.append(surviving_letters(text.th.removeprefix("สำนักงาน").removeprefix("กรม")))
    return [name for name in names if len(name) >= 3]
