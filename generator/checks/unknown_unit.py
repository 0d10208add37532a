"""An owner that no unit of ``units.yaml`` is called, or a unit inside of one that is not there.

Of a text that names known units too, only the part that is unknown.

th:
  about: ไม่รู้จักหน่วยงานภายใน
  message: ไม่มีหน่วยงานภายในชื่อ {name} ใน units.yaml
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ถ้าเป็นหน่วยงานใหม่ให้เพิ่มใน units.yaml
  why: ชื่อย่อที่ไม่มีคำอธิบายทำให้ประชาชนไม่รู้ว่าใครรับผิดชอบ
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: unknown unit
  message: units.yaml has no unit called {name}
  hint: |-
    Did you mean {meant}?
    If it is a new unit, add it to units.yaml
  why: An abbreviation without a legend tells citizens nothing about who is responsible
  rule: What is referred to must be in the data; a rule of this program
wrong: |-
  owners: สลก. และ กงบ.
right: |-
  owners: สลก. และ กผง.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.agency import Unit, Units
from generator.models.shared import Owner
from generator.site.named_units import named
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-unit"


def find(site: Site) -> Iterator[Diagnostic]:
    if Units in site.unread:
        return
    names = [str(name) for unit in site.units for name in (unit.abbreviation, unit.name, unit.id) if name]
    ids = {unit.id: unit for unit in site.units}
    for entry, path, unit in site.each(Unit):
        if unit.parent and unit.parent not in ids:
            meant = nearest(unit.parent, ids)
            yield entry.file.at((*path, "parent"), CODE, name=unit.parent, meant=meant)
    for entry, path, owner in site.each(Owner):
        if site.unit(owner.unit) is None:
            said = named(owner.unit, site.unit_names)
            for name in said.unknown if said.units else (owner.unit,):
                yield entry.file.at((*path, "unit"), CODE, name=name, meant=nearest(name, names))
