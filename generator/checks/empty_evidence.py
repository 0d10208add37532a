"""An evidence file with nothing in it.

th:
  about: แฟ้มหลักฐานว่างเปล่า
  message: แฟ้ม {file} ไม่มีเนื้อหาเลย (0 ไบต์)
  hint: คัดลอกแฟ้มจากต้นฉบับใหม่
  why: ผู้ประเมินเปิดแล้วไม่พบอะไร เท่ากับไม่มีหลักฐาน
  wrong: plan.pdf ขนาด 0 ไบต์
  right: plan.pdf ที่เปิดอ่านได้
  rule: การนับ
en:
  about: an evidence file with nothing in it
  message: The file {file} is empty (0 bytes)
  hint: Copy the file again from the original
  why: The assessor opens a blank, which counts as no evidence
  wrong: plan.pdf of 0 bytes
  right: plan.pdf that opens
  rule: Counting
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "empty-evidence"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "empty":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
