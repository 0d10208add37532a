"""A PDF that is only pictures of pages.

Of a long file the first pages are looked at. Rules about scans: an open question of ita-oit §9.

th:
  about: PDF ที่เป็นภาพสแกนล้วน
  message: แฟ้ม {file} ({pages} หน้า) เป็นภาพสแกน ไม่มีข้อความให้ค้นหาหรืออ่านออกเสียง
  hint: ใช้ PDF ที่บันทึกจากโปรแกรมพิมพ์เอกสาร หรือทำ OCR แล้วตรวจข้อความ
  why: ประชาชนค้นหาไม่พบ ผู้พิการทางการเห็นอ่านไม่ได้ และเครื่องตรวจไม่ได้
  wrong: แผนที่พิมพ์ ลงนาม แล้วสแกนเป็นภาพ
  right: PDF จาก Word และภาพสแกนเฉพาะหน้าที่ลงนาม
  rule: การเข้าถึงเนื้อหา (WCAG 2.2) เกณฑ์ของผู้ประเมินเรื่องภาพสแกนยังไม่ทราบแน่ จึงเป็นคำแนะนำ
en:
  about: a PDF of pictures only
  message: The file {file} ({pages} pages) is a scan without text to search or to read aloud
  hint: Use the PDF that the word processor saves, or recognise the text (OCR) and read it over
  why: Nobody can search it, blind readers cannot read it, and no machine can check it
  wrong: a plan printed, signed and scanned
  right: the PDF from Word, with a scan of the signed page
  rule: Accessibility (WCAG 2.2); the assessment's rule about scans is an open question, so advice
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "scanned-evidence"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.kind == "PDF" and file.has_text is False:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), pages=file.pages or 0)
