"""An item whose only answer is a picture.

Source: ita-oit §5.

th:
  about: มีแต่รูปภาพเป็นหลักฐาน
  message: หลักฐานทั้ง {count} รายการเป็นรูปภาพ และไม่มีข้อมูลอื่นให้อ่าน
  hint: เพิ่มเอกสาร PDF หรือกรอกเป็นข้อมูล แล้วใช้รูปประกอบ
  why: รูปภาพค้นหาไม่ได้ ขยายอ่านบนโทรศัพท์ยาก และอ่านออกเสียงไม่ได้
  rule: พบในหน้า OIT จริง (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน) และ WCAG 2.2
en:
  about: nothing but pictures as evidence
  message: All evidence ({count}) is pictures, and there is nothing else to read
  hint: Add a PDF or fill in the data, with the picture beside it
  why: A picture cannot be searched, is hard to read on a phone, and cannot be read aloud
  rule: Found on real OIT pages (read on public pages of agencies); WCAG 2.2
wrong: "evidence: [{title: ประกาศ, file: files/poster.jpg}]"
right: "evidence: [{title: ประกาศ, file: files/announcement.pdf}]"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Shown
from generator.site.site import Site

CODE = "image-as-only-evidence"
SEVERITY = Severity.WARNING

_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        targets = [(one.file or one.link or "").lower().partition("?")[0] for one in entry.data.evidence]
        is_image = all(target.endswith(_ENDINGS) for target in targets)
        is_on_page = entry.data.none or any(presence.state is Shown.SHOWN for presence in entry.data.shows().values())
        if targets and is_image and not is_on_page:
            yield entry.file.at(("evidence",), CODE, count=len(targets))
