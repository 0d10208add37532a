"""An agency that does not say where its site stands on the web.

th:
  about: ไม่ได้ระบุที่อยู่จริงของเว็บไซต์
  message: ไม่ได้ระบุ site_url ใบคำตอบจึงไม่มีที่อยู่เต็มให้คัดลอก
  hint: "เพิ่ม site_url: https://… ซึ่งเป็นที่อยู่ที่ประชาชนจะเปิดเว็บไซต์นี้"
  why: ผู้ประเมินตัดสินจากที่อยู่ที่ตอบไว้ ที่อยู่ที่ไม่เต็มเปิดไม่ได้
  rule: ใบคำตอบต้องมีที่อยู่บนเว็บไซต์หลักของหน่วยงาน (ประกาศ ป.ป.ช. ที่อ่านจากหน้าเว็บสาธารณะ)
en:
  about: No address of the site
  message: There is no site_url, so that the answer sheet has no full addresses to copy
  hint: "Add site_url: https://… , the address at which the public will open this site"
  why: An assessor judges by the address that was answered, and cannot open half of one
  rule: Answers are addresses on the main website (NACC notice, read on public pages)
wrong: |-
  name: สำนักงานตัวอย่าง
  short_name: สนง.
right: "site_url: https://oit.example.go.th/"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "missing-site-url"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    if not site.base_url:
        yield site.agency_entry.file.at((), CODE)
