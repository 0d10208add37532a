"""An evidence file whose content is of another kind than its name says.

th:
  about: เนื้อในของแฟ้มไม่ตรงกับนามสกุล
  message: แฟ้ม {file} มีนามสกุลของ {kind} แต่เนื้อในไม่ใช่ {kind}
  hint: เปิดด้วยโปรแกรมที่สร้างแฟ้มนั้น แล้วบันทึกเป็น {kind} จริง การเปลี่ยนนามสกุลอย่างเดียวไม่ได้เปลี่ยนเนื้อใน
  why: แฟ้มที่เปลี่ยนแต่นามสกุลเปิดไม่ได้บนเครื่องของผู้ประเมิน
  wrong: แฟ้ม Word ที่เปลี่ยนชื่อเป็น plan.pdf
  right: plan.pdf ที่บันทึกเป็น PDF จาก Word
  rule: ไบต์แรกของแฟ้มแต่ละชนิด (แน่นอน)
en:
  about: a file whose content is not what its name says
  message: The file {file} is called {kind}, but its content is no {kind}
  hint: Open it with the program that made it and save it as {kind}; renaming does not change the content
  why: A file that was only renamed does not open on the assessor's computer
  wrong: a Word document renamed to plan.pdf
  right: plan.pdf saved as PDF from Word
  rule: How files of each kind begin (certain)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "evidence-not-what-it-says"
IS_SAFETY = True


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if not file or not file.is_there or file.unreadable or not file.size or not file.is_known_kind:
            continue
        if not file.is_what_it_says:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), kind=file.kind)
