"""An evidence file that could not be looked through whole for numbers of persons.

It is too large, too long, of a kind that has no reader, or damaged in a part; pictures and scans have checks of their own.

th:
  about: แฟ้มหลักฐานที่โปรแกรมอ่านไม่ครบ
  message: แฟ้ม {file} อ่านได้ไม่ครบ จึงไม่ทราบว่ามีข้อมูลส่วนบุคคลหรือไม่
  hint: เปิดดูเองทั้งแฟ้มรวมทั้งสิ่งที่แนบ หรือบันทึกเป็น PDF DOCX หรือ XLSX ที่เล็กลง
  why: เลขที่เผยแพร่แล้วเรียกคืนไม่ได้
  wrong: แฟ้ม .doc รุ่นเก่า หรือ PDF หลายร้อยหน้า
  right: แฟ้ม .docx หรือ PDF ที่แบ่งเป็นตอน
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: evidence that could not be read whole
  message: The file {file} could not be read whole, so nobody knows whether it has personal data
  hint: Look through it yourself, with what is attached, or save it as a smaller PDF, DOCX or XLSX
  why: What was published cannot be called back
  wrong: an old .doc, or a PDF of many hundred pages
  right: a .docx, or a PDF in parts
  rule: A rule of this program
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "unsearched-evidence"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.is_there and not file.is_searched and not file.problem:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
