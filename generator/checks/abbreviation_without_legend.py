"""A unit that is only known by its abbreviation.

Source: ita-oit §7.

th:
  about: ชื่อย่อที่ไม่มีชื่อเต็ม
  message: "{abbreviation} ไม่มีชื่อเต็ม"
  hint: เพิ่ม name ใน units.yaml
  why: ประชาชนไม่รู้ว่าชื่อย่อหมายถึงใคร
  rule: ชื่อย่อต้องมีคำอธิบาย (เอกสารต้นทาง)
en:
  about: An abbreviation without its full name
  message: "{abbreviation} has no full name"
  hint: Add name in units.yaml
  why: Citizens do not know who an abbreviation is
  rule: Abbreviations need a legend (source documents)
wrong: "- {id: finance, abbreviation: กคพ.}"
right: "- {id: finance, abbreviation: กคพ., name: กลุ่มคลังและพัสดุ}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "abbreviation-without-legend"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    if site.units_entry is None:
        return
    nameless = [
        (number, unit)
        for number, unit in enumerate(site.units)
        if unit.abbreviation and not unit.name and unit.kind == "unit"
    ]
    if nameless:
        names = ", ".join(str(unit.abbreviation) for _, unit in nameless)
        yield site.units_entry.file.at(("units", nameless[0][0], "abbreviation"), CODE, abbreviation=names)
