"""A draft among the evidence, as its own name says.

Source: ita-oit §5, such as "ตรวจแล้ว ขอแก้ไข", "ตัวอย่าง", "edit", "v2", "copy", "final(1)". A draft that is shown as one,
such as terms of reference to be commented on, is no fault; "(1)" counts in names of files only.

th:
  about: ชื่อแฟ้มบอกว่าเป็นฉบับร่าง
  message: "{name} ดูเป็นฉบับที่ยังไม่เสร็จ เพราะมีคำว่า {word}"
  hint: ใช้ฉบับที่ลงนามแล้ว และตั้งชื่อใหม่ให้บอกเรื่องและปี
  why: ผู้ประเมินเห็นว่าเอกสารยังไม่เสร็จ หรือนำฉบับผิดขึ้นเว็บไซต์
  rule: พบในหน้า OIT จริง (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a draft by its own name
  message: "{name} looks unfinished: its name has {word}"
  hint: Use the version that was signed, and name it by subject and year
  why: The assessor sees an unfinished paper, or that the wrong version was put up
  rule: Found on real OIT pages (read on public pages of agencies)
wrong: "file: files/2568/plan-edit-v2.pdf"
right: "file: files/2568/plan-2568.pdf"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.disclosure import Disclosure
from generator.site.evidence_names import name_of
from generator.site.site import Entry, Site

CODE = "draft-evidence-name"
SEVERITY = Severity.WARNING

_THAI = re.compile(
    r"ตรวจแล้ว|ขอแก้ไข|ขอแก้|แก้ไขแล้ว|แก้ไขล่าสุด|รอแก้ไข|รอตรวจ|รอลงนาม|ยังไม่เสร็จ|ยังไม่ตรวจ|อยู่ระหว่างจัดทำ|ฉบับร่าง"
    r"|(?:^|[\s(_-])ตัวอย่าง\)?$|\((?:ร่าง|แก้ไข|ตัวอย่าง|ล่าสุด)\)$|\s(?:ล่าสุด|แก้ไข)$"
)
_WORDS = re.compile(
    r"(?:^|[^a-z0-9])(drafts?|edit(?:ed)?|copy|v(?:er)?\d{1,2}|version\s?\d{1,2}|rev\d{1,2}|final\s?\d{1,2}|temp|tmp|untitled)"
    r"(?![a-z0-9])",
    re.IGNORECASE,
)
_IN_FILES = re.compile(r"(?:^|[^a-z0-9])(final|ok)$|\(\d{1,2}\)$|final\s?\(\d\)|^copy of", re.IGNORECASE)
_PROCUREMENT = "proc_"
_MAY = re.compile(
    r"draft|edit|copy|v\d|ver|rev|final|temp|tmp|untitled|ok|\(\d"
    r"|แก้|ตรวจแล้ว|รอตรวจ|รอลงนาม|ยังไม่|อยู่ระหว่าง|ร่าง|ตัวอย่าง|ล่าสุด"
)
"""Something of every one of these: where a list has none of it, its names are not looked at one by one."""


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        names = "\n".join(f"{one.title.th}\n{one.file or one.link}" for one in entry.data.evidence)
        if _MAY.search(names.casefold()):  # a pattern that minds no case is ten times as slow
            yield from _of_entry(entry)


def _of_entry(entry: Entry[Disclosure]) -> Iterator[Diagnostic]:
    for number, evidence in enumerate(entry.data.evidence):
        path = ("evidence", number)
        title, name = evidence.title.th, name_of(evidence)
        found = _THAI.search(title) or _WORDS.search(title)
        if found and not (found[0] == "(ร่าง)" and entry.data.family.startswith(_PROCUREMENT)):
            yield entry.file.at((*path, "title"), CODE, name=short(title), word=found[0].strip(" -_."))
            continue
        found = _WORDS.search(name) or _IN_FILES.search(name) or _THAI.search(name)
        if found:
            key = "file" if evidence.file else "link"
            yield entry.file.at((*path, key), CODE, name=short(name), word=found[0].strip(" -_."))
