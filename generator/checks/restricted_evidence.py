"""A PDF that opens, but may refuse to be copied, printed or read aloud.

th:
  about: แฟ้ม PDF จำกัดสิทธิ์
  message: แฟ้ม {file} เปิดได้ แต่ตั้งห้ามแก้ไขไว้ อาจคัดลอกหรืออ่านออกเสียงไม่ได้
  hint: บันทึก PDF ใหม่โดยไม่ตั้งรหัสผ่านสำหรับแก้ไข
  why: โปรแกรมอ่านหน้าจอและเครื่องมือค้นหาอาจอ่านไม่ได้
  wrong: PDF ที่เลือกจำกัดการแก้ไขตอนบันทึก
  right: PDF ที่ไม่ตั้งรหัส
  rule: การเข้าถึงเนื้อหา (WCAG 2.2) เกณฑ์ของผู้ประเมินไม่ทราบแน่
en:
  about: a PDF with restrictions
  message: The file {file} opens, but is protected from changes and may refuse to be copied or read aloud
  hint: Save the PDF again without a password for changes
  why: Screen readers and search engines may be locked out
  wrong: a PDF saved with restricted editing
  right: a PDF without any password
  rule: Accessibility (WCAG 2.2); the assessment's own rule is not known
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "restricted-evidence"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "restricted":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
