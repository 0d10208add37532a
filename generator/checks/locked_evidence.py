"""An evidence file that asks for a password.

th:
  about: แฟ้มหลักฐานใส่รหัสผ่าน
  message: แฟ้ม {file} ใส่รหัสผ่านหรือเข้ารหัสไว้ เปิดอ่านโดยไม่มีรหัสไม่ได้
  hint: เปิดด้วยรหัสผ่าน แล้วบันทึกใหม่โดยไม่ตั้งรหัส
  why: ผู้ประเมินและประชาชนไม่มีรหัสผ่าน
  wrong: แฟ้ม Excel ที่ตั้งรหัสผ่านเพื่อเปิด
  right: แฟ้มเดียวกันที่บันทึกโดยไม่ตั้งรหัส
  rule: สิ่งที่เผยแพร่ต้องเปิดได้ทุกคน (แน่นอน) แฟ้ม PDF ที่เข้ารหัสแบบ AES-256 แยกไม่ได้ว่าเปิดโดยไม่มีรหัสได้หรือไม่
en:
  about: an evidence file with a password
  message: The file {file} has a password or is encrypted and cannot be read without it
  hint: Open it with the password and save it without one
  why: Neither the assessor nor a citizen has the password
  wrong: a workbook with a password to open
  right: the same workbook without one
  rule: >-
    What is published opens for everyone (certain); of a PDF locked with AES-256 it cannot be told whether it opens
    without a password
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "locked-evidence"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "locked":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
