"""A Thai text that lost its ำ, as ``ส านักงาน``, or has ๅ or ำ where า belongs: the commonest slips of texts out of PDFs.

Cells of tables are searched while the tables are read, and are told of with the same code.

th:
  about: สระอำหาย หรือใช้ ๅ หรือ ำ แทน า
  message: คำ {word} สระอำหาย หรือใช้ ๅ หรือ ำ แทน า
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    พิมพ์คำนี้ใหม่ ข้อความที่คัดลอกจาก PDF มักเสียสระอำทั้งเรื่อง ค้นหา "วรรค+า" ให้ครบทั้งแฟ้ม
  why: ประชาชนค้นหาคำที่ถูกแล้วไม่พบหน้านี้ และโปรแกรมอ่านออกเสียงอ่านไม่ออก
  rule: ไม่มีคำไทยที่ขึ้นต้นด้วย า ๅ ใช้หลัง ฤ ฦ เท่านั้น และไม่มีคำที่เขียน งำน กำร ด้ำน (แน่นอน)
en:
  about: a lost ำ, or ๅ or ำ for า
  message: The word {word} lost its ำ, or has ๅ or ำ where า belongs
  hint: |-
    Did you mean {meant}?
    Type the word again. Text copied from a PDF has often lost every ำ: search the file for a space before า
  why: People who search for the right word do not find the page, and screen readers cannot read it
  rule: No Thai word begins with า, ๅ stands behind ฤ and ฦ alone, and none is written with งำน, กำร or ด้ำน (certain)
wrong: "title: ข่าวของส านักงาน"
right: "title: ข่าวของสำนักงาน"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import LOST, lost_letters, may_have_lost

CODE = "lost-sara-am"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _may_hold, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    for word, meant in lost_letters(text):
        yield {"word": word, "meant": meant}


def _may_hold(text: str) -> bool:
    return may_have_lost(text) and LOST.search(text) is not None
