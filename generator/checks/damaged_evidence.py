"""An evidence file that begins as it should and cannot be read to its end.

th:
  about: แฟ้มหลักฐานเสีย
  message: แฟ้ม {file} เสียหรือขาดตอน อ่านจนจบไม่ได้
  hint: ลองเปิดแฟ้มดู แล้วคัดลอกหรือบันทึกใหม่จากต้นฉบับ
  why: แฟ้มที่ผู้ประเมินเปิดไม่ได้เท่ากับไม่มีหลักฐาน
  wrong: plan.pdf ที่คัดลอกมาครึ่งเดียว
  right: plan.pdf ที่เปิดได้ทุกหน้า
  rule: อ่านด้วยตัวอ่านของโปรแกรมนี้ บางโปรแกรมซ่อมแฟ้มได้มากกว่า จึงเป็นคำเตือน
en:
  about: a damaged evidence file
  message: The file {file} is damaged or cut off and cannot be read to its end
  hint: Try to open it, then copy or save it again from the original
  why: A file that does not open counts as no evidence
  wrong: half of plan.pdf
  right: plan.pdf with all its pages
  rule: Opened with the reader of this program; some viewers mend more, so that it is a warning
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "damaged-evidence"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "damaged":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
