"""A PDF with fields to fill in, whose values are published with it.

A blank form that citizens fill in is fine; one that somebody has filled in shows who did.

th:
  about: แฟ้มหลักฐานเป็นแบบฟอร์มที่กรอกได้
  message: แฟ้ม {file} มีช่องให้กรอก และค่าที่กรอกไว้จะเผยแพร่ไปด้วย
  hint: ตรวจว่าทุกช่องว่าง หรือพิมพ์เป็น PDF ใหม่ให้ไม่มีช่อง
  why: ค่าที่มีผู้กรอกไว้อาจเป็นข้อมูลส่วนบุคคล และไม่ปรากฏเมื่อดูผ่าน ๆ
  wrong: แบบคำขอที่มีชื่อผู้ยื่นค้างอยู่ในช่อง
  right: แบบคำขอเปล่า
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: evidence that is a form to fill in
  message: The file {file} has fields to fill in, whose values are published with it
  hint: See that every field is empty, or print it anew to a PDF without fields
  why: What somebody filled in may be personal data, and is easily overlooked
  wrong: a request with the name of who made it left in a field
  right: a blank request
  rule: A rule of this program
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "form-in-evidence"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and "form" in file.active:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
