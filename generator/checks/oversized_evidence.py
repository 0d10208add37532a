"""An evidence file that is out of all proportion once it is unpacked, so that nothing in it was read.

th:
  about: แฟ้มหลักฐานใหญ่ผิดสัดส่วน
  message: "แฟ้ม {file} ใหญ่ผิดสัดส่วนเมื่อคลายออก จึงไม่ได้อ่านสิ่งที่อยู่ข้างใน"
  hint: "เปิดแฟ้มใน Excel ลบเซลล์ที่อยู่ไกลจากตาราง แผ่นงานและข้อความที่ไม่ใช้ แล้วบันทึกใหม่"
  why: เปิดแล้วเครื่องของผู้อ่านอาจค้าง และไม่มีใครรู้ว่ามีข้อมูลส่วนบุคคลอยู่ข้างในหรือไม่
  wrong: "แฟ้มงานที่มีตารางใน A1:K20 และคำหนึ่งในเซลล์ XFD1048576"
  right: "แฟ้มงานที่มีแต่ตาราง"
  rule: ขอบเขตของโปรแกรมนี้ ซึ่งสูงกว่าที่เอกสารต้องใช้มาก เป็นคำเตือนเพราะเครื่องที่แรงกว่าอาจเปิดได้
en:
  about: an evidence file out of all proportion
  message: "The file {file} is out of all proportion once it is unpacked, so that what is in it was not read"
  hint: "Open it in Excel, delete cells far away from the table, sheets and texts that nobody needs, and save it again"
  why: The computer of whoever opens it may stop, and nobody knows whether personal data stand in it
  wrong: "a workbook with a table in A1:K20 and a word in cell XFD1048576"
  right: "a workbook with the table alone"
  rule: Bounds of this program, far above what documents need; a warning, as a stronger computer may open it
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "oversized-evidence"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "oversized":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
