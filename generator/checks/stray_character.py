r"""A character that nobody sees, or that every computer shows differently.

U+200B between Thai words is harmless to the eye, but not to a search. The joiner inside one picture letter belongs
there.

th:
  about: มีอักขระที่มองไม่เห็น
  message: มีอักขระที่มองไม่เห็นหรือแสดงไม่เหมือนกันทุกเครื่อง {character} (พบ {count} แห่งในแฟ้ม)
  hint: ลบแล้วพิมพ์ข้อความตรงนี้ใหม่ มักติดมากับการคัดลอกจาก PDF หรือแชต
  why: ค้นหาคำไม่พบ และโปรแกรมอ่านหน้าจออ่านสะดุด
  rule: Unicode (แน่นอน)
en:
  about: a character that nobody sees
  message: There is a character that is not seen, or not the same everywhere, {character} ({count} in the file)
  hint: Delete the text here and type it again; it mostly comes from a PDF or a chat
  why: A search does not find the word, and a screen reader stumbles
  rule: Unicode (certain)
wrong: 'title: "แผน\u200Bปฏิบัติการ"'
right: "title: แผนปฏิบัติการ"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import STRAY, name_of, strays

CODE = "stray-character"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _may_hold, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    for letter in strays(text):
        yield {"character": name_of(letter)}


def _may_hold(text: str) -> bool:
    return STRAY.search(text) is not None
