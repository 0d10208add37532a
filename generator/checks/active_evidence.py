"""An evidence file that holds a program: macros of Office, scripts of a PDF, or an action that starts something.

Scripts of a PDF and macros are run by the reader's program, not by this one; a form of a PDF may need one, so an agency
may decide that it stays.

th:
  about: แฟ้มหลักฐานมีโปรแกรมอยู่ข้างใน
  message: 'แฟ้ม {file} มีสิ่งที่ทำงานได้เอง: {what}'
  hint: บันทึกใหม่เป็น PDF จากโปรแกรมที่สร้างแฟ้มนั้น หรือบันทึกเป็นแฟ้มที่ไม่มีมาโครและสคริปต์
  why: โปรแกรมของผู้เปิดอาจเตือน ไม่ยอมเปิด หรือสั่งให้เครื่องทำงานตามคำสั่งในแฟ้ม
  wrong: แฟ้ม Word ที่มีมาโคร (macro) หรือ PDF ที่มี JavaScript
  right: PDF ที่มีแต่ข้อความและรูป
  rule: ความปลอดภัยของผู้เปิดแฟ้ม กำหนดโดยโปรแกรมนี้
en:
  about: evidence with a program in it
  message: 'The file {file} holds what runs by itself: {what}'
  hint: Save it anew as PDF with the program that made it, or as a file without macros and scripts
  why: The program of who opens it may warn, refuse, or do what the file says
  wrong: a Word file with macros, or a PDF with JavaScript
  right: a PDF of words and pictures
  rule: Safety of who opens the file; a rule of this program
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "active-evidence"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        runs = [one for one in file.active if one in ("macro", "script", "launch")] if file else []
        if file and runs:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), what=", ".join(runs))
