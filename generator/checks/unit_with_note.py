"""A note in brackets behind a known unit, where a unit alone can stand.

What a fact of a unit says of it in brackets is read as the note of that fact; an owner has no place for one.

th:
  about: หมายเหตุต่อท้ายชื่อหน่วยงาน
  message: "{unit} อยู่ใน units.yaml แล้ว แต่ตรงนี้เขียน ({note}) ต่อท้ายไม่ได้"
  hint: เขียนเพียง {unit} แล้วย้ายข้อความในวงเล็บไปที่ note ของรายการนี้
  why: ชื่อหน่วยงานเป็นลิงก์ไปหน้าของหน่วยงาน ข้อความอื่นต่อท้ายไม่ได้
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: A note behind the name of a unit
  message: "{unit} is in units.yaml, but ({note}) cannot stand behind it here"
  hint: Write {unit} alone, and move what stands in brackets to the note of this entry
  why: The name of a unit is a link to its page, and nothing else can stand in it
  rule: A rule of this program
wrong: "owners: [กพร. (ขึ้นตรงอธิบดี)]"
right: |-
  owners: [กพร.]
  note: ขึ้นตรงอธิบดี
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Owner
from generator.site.named_units import named
from generator.site.site import Site

CODE = "unit-with-note"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, owner in site.each(Owner):
        said = named(owner.unit, site.unit_names) if site.unit(owner.unit) is None else None
        if said and said.note:
            yield entry.file.at((*path, "unit"), CODE, unit=said.units[0].label, note=short(said.note))
