"""A document whose name is a number, or what a camera or a scanner called it.

Source: ita-oit §5; the title matters more than the name of the file, so advice. Addresses elsewhere are not chosen by
the agency and are passed over.

th:
  about: ชื่อเอกสารเป็นตัวเลขหรือชื่อที่เครื่องตั้ง
  message: ชื่อ {name} ไม่บอกว่าเป็นเอกสารใด
  hint: ตั้งชื่อที่บอกเรื่องและปี เช่น anti-corruption-plan-2568
  why: ผู้ที่ดาวน์โหลดไปแล้วหาไม่พบและไม่รู้ว่าเป็นเรื่องใด
  rule: พบในหน้า OIT จริง (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a name that is a number, or a machine's
  message: The name {name} does not say what the document is
  hint: Name it by subject and year, such as anti-corruption-plan-2568
  why: Whoever downloads it does not find it again
  rule: Found on real OIT pages (read on public pages of agencies)
wrong: "file: files/scan0001.pdf"
right: "file: files/2568/anti-corruption-plan-2568.pdf"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.evidence_names import name_of, papers
from generator.site.site import Site
from generator.writing.figures import fold_digits

CODE = "number-only-name"
SEVERITY = Severity.ADVICE

_NUMBERS = re.compile(r"[\d\s._()+,=-]*\d[\d\s._()+,=-]*", re.ASCII)
_MACHINE = re.compile(
    r"(?:img|dsc|dscn|dscf|scan|scan_|doc|image|photo|file|s__|received|camscanner|screenshot|unnamed)[\s._()-]*\d[\d\s._()-]*|[0-9a-f-]{24,}",
    re.IGNORECASE | re.ASCII,
)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence, _ in papers(site):
        title = fold_digits(evidence.title.th)
        if _NUMBERS.fullmatch(title) or _MACHINE.fullmatch(title):
            yield entry.file.at((*path, "title"), CODE, name=short(evidence.title))
        elif evidence.file:
            name = name_of(evidence)
            if _NUMBERS.fullmatch(name) or _MACHINE.fullmatch(name):
                yield entry.file.at((*path, "file"), CODE, name=short(name))
