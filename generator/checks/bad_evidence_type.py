"""An evidence file of a kind that is not published.

th:
  about: ชนิดของแฟ้มหลักฐานใช้ไม่ได้
  message: แฟ้ม {file} เป็นชนิด {kind} ซึ่งไม่เผยแพร่
  hint: บันทึกใหม่เป็นชนิดที่รับ ({types})
  why: แฟ้มชนิดอื่นเปิดไม่ได้บนเครื่องของผู้ประเมิน หรือสั่งให้เครื่องทำงานได้
  rule: รูปแบบแฟ้มที่เปิดได้ทั่วไป เลือกโดยโปรแกรมนี้
en:
  about: evidence of an unusable kind
  message: The file {file} is of the kind {kind}, which is not published
  hint: Save it as one of {types}
  why: Other kinds do not open on the assessor's computer, or run on it
  rule: Kinds of files that open everywhere; chosen by this program
wrong: "file: files/plan.exe"
right: "file: files/plan.pdf"
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, short
from generator.files.kinds import PUBLISHED
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "bad-evidence-type"
IS_SAFETY = True


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if not file or not file.is_there:
            continue
        if file.unreadable:
            yield entry.file.at((*path, "file"), "file-unreadable", reason=file.unreadable)
        elif not file.is_known_kind:
            kind = PurePosixPath(file.name).suffix or "–"
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), kind=kind, types=" ".join(PUBLISHED))
