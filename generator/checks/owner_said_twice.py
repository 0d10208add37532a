"""Two rows of the table of owners that say different things of one item.

th:
  about: ตารางผู้รับผิดชอบบอกข้อเดียวกันสองอย่าง
  message: "ข้อ {item} มีสองแถว: {first} ที่ช่อง {other} และ {second} ที่ช่อง {cell}"
  hint: เหลือแถวเดียวของข้อนี้ ถ้าแต่ละเรื่องของข้อมีผู้รับผิดชอบต่างกัน ให้ใส่ owner ในแฟ้มของเรื่องนั้น
  why: ไม่รู้ว่าใครรับผิดชอบ หรือต้องเสร็จวันใด
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: The table of owners says two things of one item
  message: "Item {item} has two rows: {first} in cell {other} and {second} in cell {cell}"
  hint: Keep one row of this item; where its parts have owners of their own, write owner in the files of those parts
  why: Nobody knows who is responsible, or which day is meant
  rule: A rule of this program
wrong: |-
  O3,สลก.
  O3,กผ.
right: "O3,สลก."
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.owners import ItemOwner
from generator.site.owners import assigned, place_of
from generator.site.site import Site
from generator.writing.dates import write_date

CODE = "owner-said-twice"


def find(site: Site) -> Iterator[Diagnostic]:
    for year, entry in site.owner_tables.items():
        for item, first, second, key in assigned(site, year).twice:
            before, behind = (said(site, entry.data.items[number], key) for number in (first, second))
            if before != behind:
                facts = {"item": item, "first": before, "second": behind, "other": place_of(entry, first, key)}
                yield entry.file.at(("items", second, key), CODE, **facts)


def said(site: Site, row: ItemOwner, key: str) -> str:
    """The owner or the day of a row; a unit by the name that it is known by."""
    if key == "due":
        return write_date(row.due) if row.due else ""
    unit = site.unit(row.owner.unit) if row.owner else None
    return str(unit.label) if unit else row.owner.unit if row.owner else ""
