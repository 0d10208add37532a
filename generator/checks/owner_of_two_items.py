"""A row of the table of owners whose number is that of one item and whose title is that of another.

So it is, too, where a new list of the year has moved the numbers and the table still has the old ones.

th:
  about: เลขข้อกับชื่อข้อในตารางผู้รับผิดชอบเป็นคนละข้อ
  message: แถวนี้ (ช่อง {cell}) มีเลขของ {first} แต่มีชื่อของ {second}
  hint: ถ้าหมายถึง {first} ให้แก้หรือลบชื่อข้อ ถ้าหมายถึง {second} ให้แก้เลขข้อ
  why: ผู้รับผิดชอบและกำหนดส่งจะไปอยู่ผิดข้อ
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: Number and title of a row of owners are of two items
  message: This row (cell {cell}) has the number of {first} and the title of {second}
  hint: If {first} is meant, correct or delete the title; if {second} is meant, correct the number
  why: The owner and the day would be those of another item
  rule: A rule of this program
wrong: "O3,ข่าวประชาสัมพันธ์,สลก."
right: "O4,ข่าวประชาสัมพันธ์,สลก."
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.catalogue import Item
from generator.site.owners import assigned, short_title
from generator.site.site import Site

CODE = "owner-of-two-items"


def find(site: Site) -> Iterator[Diagnostic]:
    for year, entry in site.owner_tables.items():
        for number, first, second in assigned(site, year).doubtful:
            yield entry.file.at(("items", number, "code"), CODE, first=_named(first), second=_named(second))


def _named(item: Item) -> str:
    return f"{item.code} {short_title(item)}"
