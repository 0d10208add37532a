"""A disclosure that says whose it is and of which year, and nothing else: opened, not filled in.

th:
  about: ยังไม่มีเนื้อหา
  message: การเปิดเผยข้อมูลนี้ยังไม่มีเนื้อหา เอกสาร หรือคำกล่าวว่าไม่มี
  hint: "กรอกเนื้อหา ใส่ evidence หรือเขียน none: {{reason: …}}"
  why: หน้าเปล่าไม่ใช่การเปิดเผยข้อมูล
  rule: รายการที่ไม่มีเนื้อหาไม่ได้คะแนน (เอกสารต้นทางและหน้าเว็บสาธารณะ)
en:
  about: No content yet
  message: This disclosure has no content, no documents and no statement that there is none
  hint: "Fill in the content, add evidence, or write none: {{reason: …}}"
  why: An empty page discloses nothing
  rule: An item without content gets no score (source documents and public pages)
wrong: |-
  family: laws
  assessed_year: 2566
  data_year: 2566
right: "none: {reason: ไม่มีเรื่องร้องเรียน, as_of: 31 มีนาคม 2567}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "empty-disclosure"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if entry.data.is_blank:
            yield entry.file.at((), CODE)
