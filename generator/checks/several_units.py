"""Several known units where one is asked for.

th:
  about: หลายหน่วยงานในที่ของหน่วยงานเดียว
  message: "{name} เป็นหน่วยงาน {count} หน่วย แต่ตรงนี้ระบุได้หน่วยเดียว"
  hint: เลือกหน่วยงานหลักหน่วยเดียวจาก {units} ถ้าเป็นงานของแต่ละหน่วย ให้แยกเป็นรายการละหน่วย
  why: ประชาชนต้องรู้ว่าติดต่อหน่วยใด และ oit report แยกงานตามหน่วยเดียวนี้
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: Several units in the place of one
  message: "{name} is {count} units, and one can be named here"
  hint: Choose the leading one of {units}; what each of them does is an entry of its own
  why: Citizens must know which unit to turn to, and oit report sorts by this one
  rule: A rule of this program
wrong: "owner: กตส. และ สลก."
right: "owner: กตส."
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Owner
from generator.site.named_units import named
from generator.site.site import Site

CODE = "several-units"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, owner in site.each(Owner):
        if site.unit(owner.unit) is not None:
            continue
        said = named(owner.unit, site.unit_names)
        if len(said.units) > 1 and not said.unknown:
            units = ", ".join(str(unit.label) for unit in said.units)
            yield entry.file.at((*path, "unit"), CODE, name=short(owner.unit), count=len(said.units), units=units)
