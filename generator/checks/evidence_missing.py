"""An evidence file that is not there.

th:
  about: ไม่พบแฟ้มหลักฐาน
  message: ไม่พบแฟ้ม {file} ในโฟลเดอร์ข้อมูล
  hint: |-
    วางแฟ้มไว้ตามที่อยู่นี้ (นับจากโฟลเดอร์ข้อมูล) หรือแก้ชื่อในข้อมูลให้ตรงกับชื่อแฟ้ม
    ชื่อใกล้เคียงที่มี: {meant}
  why: ผู้ประเมินที่เปิดลิงก์ไม่ได้จะให้ศูนย์คะแนน
  rule: ลิงก์ต้องเปิดได้ตลอดการประเมิน (เอกสารต้นทาง กสม. ข้อ 2.4)
en:
  about: evidence file not found
  message: There is no file {file} in the data folder
  hint: |-
    Put the file at this place (from the data folder), or correct the name in the data.
    A similar name at hand: {meant}
  why: An assessor who cannot open the link gives no points
  rule: Links must open throughout the assessment (source document of NHRC, 2.4)
wrong: "file: files/2567/paln.pdf"
right: "file: files/2567/plan.pdf"
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site
from generator.writing.file_names import meant

CODE = "evidence-missing"
MOST_MEANT = 100
"""Missing files for which the one that was meant is looked for; with more, a folder was moved and no name is mistyped."""


def find(site: Site) -> Iterator[Diagnostic]:
    count = 0
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.is_inside and not file.is_there:
            count += 1
            near = meant(PurePosixPath(file.name).name, file.beside) if count <= MOST_MEANT else ""
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), meant=near)
