"""An evidence file whose name cannot be part of an address everywhere.

th:
  about: ชื่อแฟ้มหลักฐานใช้เป็นที่อยู่เว็บไม่ได้
  message: "ชื่อแฟ้ม {file} มีอักขระที่ใช้ในที่อยู่เว็บไม่ได้: {letters}"
  hint: ตั้งชื่อแฟ้มใหม่ด้วยอักษรละติน ตัวเลข และขีด ส่วนชื่อเรื่องภาษาไทยเขียนใน title
  why: "ลิงก์ที่มีอักษรไทยหรือเครื่องหมาย # ? % เสียเมื่อคัดลอกไปกรอกในระบบ ITAS"
  wrong: "file: files/แผน.pdf"
  right: "file: files/plan.pdf"
  rule: ที่อยู่เว็บตาม RFC 3986 ชุดอักขระที่รับกำหนดโดยโปรแกรมนี้
en:
  about: a file name that cannot be an address
  message: "The name of {file} has characters that no web address can have: {letters}"
  hint: Name the file with Latin letters, digits and hyphens; the Thai title stands in title
  why: "A link with Thai letters or # ? % breaks when it is copied into the assessment system"
  wrong: "file: files/แผน.pdf"
  right: "file: files/plan.pdf"
  rule: Addresses of the web (RFC 3986); which characters are allowed is chosen by this program
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "bad-evidence-name"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.is_there and file.odd_letters:
            letters = re.sub("([ัิ-ฺ็-๎])", "◌\\1", " ".join(file.odd_letters))
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), letters=short(letters, 40))
