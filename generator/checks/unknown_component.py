"""A document said to show a component that its item does not have.

th:
  about: ไม่รู้จักองค์ประกอบ
  message: ไม่มีองค์ประกอบรหัส {id} ในรายการนี้
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    องค์ประกอบของแต่ละรายการอยู่ท้ายหน้าของรายการนั้น
  why: สถานะของรายการนับจากองค์ประกอบที่รู้จักเท่านั้น
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: unknown component
  message: This item has no component {id}
  hint: |-
    Did you mean {meant}?
    The components of an item stand at the end of its page
  why: The state of an item counts only components that are known
  rule: What is referred to must be in the data; a rule of this program
wrong: "shows: [step]"
right: "shows: [steps]"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.input.source import KeyPath
from generator.models.catalogue import known_components
from generator.models.disclosure import Absent
from generator.models.shared import Pointed
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-component"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        year, family = entry.data.assessed_year, entry.data.family
        items = site.items_of(entry.data)
        if not items:
            continue
        asked = [component for item in items for component in site.components(item, family, year)]
        known = list(dict.fromkeys(c.id for c in (*asked, *known_components().get(family, ()))))  # of any year
        parts: list[tuple[KeyPath, Pointed | Absent]] = [*entry.each(Pointed), *entry.each(Absent)]
        for path, part in parts:
            if part.component not in known:
                meant = nearest(part.component, known)
                yield entry.file.at((*path, "component"), CODE, id=part.component, meant=meant)
