"""A letter of another script among letters that it looks like.

A sign such as μ is no fault; a look-alike Latin letter inside a Thai word is only found where no Thai could be meant,
under a mark or in a year.

th:
  about: ตัวอักษรหน้าตาเหมือนแต่คนละตัว
  message: คำ {word} มีตัวอักษร {letter} ซึ่งหน้าตาเหมือนตัวอื่น (พบ {count} แห่งในแฟ้ม)
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ลบแล้วพิมพ์คำนี้ใหม่ทั้งคำ
  why: ตาเห็นไม่ต่าง แต่ค้นหาไม่พบ และรหัสหรือที่อยู่เว็บใช้ไม่ได้
  rule: Unicode (แน่นอน) ข้อความภาษารัสเซียหรือกรีกไม่นับ
en:
  about: a letter that looks like another
  message: The word {word} has the letter {letter}, which looks like another one ({count} in the file)
  hint: |-
    Did you mean {meant}?
    Delete the word and type it again
  why: The eye sees no difference, a search does, and codes and addresses do not work
  rule: Unicode (certain); texts in Russian or Greek do not count
wrong: "title: Nо Gift Policy"
right: "title: No Gift Policy"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import alike, may_be_alike, name_of

CODE = "look-alike-letter"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, may_be_alike, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    for word, letter, meant in alike(text):
        yield {"word": word, "letter": name_of(letter), "meant": meant}
