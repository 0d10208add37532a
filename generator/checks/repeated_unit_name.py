"""Two units with one abbreviation or name.

th:
  about: หน่วยงานสองหน่วยใช้ชื่อเดียวกัน
  message: "{name} เป็นชื่อของ {other} แล้ว"
  hint: แก้ชื่อ หรือรวมเป็นหน่วยเดียวแล้วใช้ aliases
  why: ผู้รับผิดชอบที่เขียนด้วยชื่อนี้จะเป็นหน่วยแรกเสมอ
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: Two units with one name
  message: "{name} is already the name of {other}"
  hint: Correct the name, or make them one unit with aliases
  why: An owner written by this name is always the first of them
  rule: A rule of this program
wrong: |-
  - {id: a, abbreviation: กคพ.}
  - {id: b, abbreviation: กคพ.}
right: |-
  - {id: a, abbreviation: กคพ.}
  - {id: b, abbreviation: กคส.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.agency import Unit
from generator.models.ita import reference_key
from generator.site.site import Site

CODE = "repeated-unit-name"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for entry, path, unit in site.each(Unit):
        for key in ("abbreviation", "name"):
            text = getattr(unit, key)
            if text and seen.setdefault(reference_key(text.th), unit.id) != unit.id:
                yield entry.file.at((*path, key), CODE, name=text, other=seen[reference_key(text.th)])
