"""An evidence file with further files inside: attachments of a PDF, documents embedded in one of Office.

A chart that was pasted from a workbook often brings the whole workbook along. What the files inside say is looked
through for numbers of persons as well, as deep as one file in another.

th:
  about: มีแฟ้มอื่นแนบอยู่ในแฟ้มหลักฐาน
  message: แฟ้ม {file} มีแฟ้มอื่นแนบหรือฝังอยู่ข้างใน
  hint: เปิดดูแฟ้มที่แนบ ถ้าไม่ได้ตั้งใจเผยแพร่ให้ลบออก หรือวางแผนภูมิเป็นรูปภาพแล้วบันทึกใหม่
  why: ผู้ที่ดาวน์โหลดเปิดแฟ้มที่แนบได้ทั้งแฟ้ม เช่น ตารางทั้งหมดที่อยู่เบื้องหลังแผนภูมิ
  wrong: รายงาน Word ที่ฝังตาราง Excel ทั้งแฟ้ม
  right: รายงานที่วางแผนภูมิเป็นรูปภาพ
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: further files inside of evidence
  message: The file {file} has other files attached or embedded in it
  hint: Open them; take out what is not meant to be published, or paste charts as pictures, and save anew
  why: Who downloads the file can open the whole of what is inside, such as the table behind a chart
  wrong: a report in Word with a whole workbook of Excel in it
  right: a report with its charts as pictures
  rule: A rule of this program
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "attached-files"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and "attachment" in file.active:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
