"""An owner or a day in the file of an item that is another one in the table of owners.

What the file says counts.

th:
  about: ผู้รับผิดชอบหรือกำหนดส่งในแฟ้มไม่ตรงกับตาราง
  message: "{item} ในแฟ้มนี้เป็น {own} แต่ในตารางผู้รับผิดชอบ ({table} ช่อง {other}) เป็น {said} โปรแกรมใช้ค่าในแฟ้ม"
  hint: "ถ้าตารางถูก ให้ลบบรรทัด {key}: ในแฟ้มนี้ ถ้าแฟ้มถูก ให้แก้ตาราง"
  why: คนที่ดูแต่ตารางจะเข้าใจว่าเป็นของหน่วยงานอื่นหรือวันอื่น
  wrong: "owner: กผ. (ในตารางเป็น สลก.)"
  right: "owner: สลก."
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: An owner or a day unlike the table
  message: "{item} has {own} in this file, and {said} in the table of owners ({table}, cell {other}); the file counts"
  hint: "If the table is right, delete the line {key}: of this file; if the file is, correct the table"
  why: Who looks at the table alone takes it for another unit's, or for another day
  wrong: "owner: กผ. (the table has สลก.)"
  right: "owner: สลก."
  rule: A rule of this program
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.checks.owner_said_twice import said
from generator.diagnostics import Diagnostic, Severity
from generator.models.owners import ItemOwner
from generator.site.owners import assigned, place_of
from generator.site.site import Entry, Site

CODE = "owner-unlike-table"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        table = site.owner_tables.get(entry.data.assessed_year)
        if table:
            for key in ("owner", "due"):
                if key not in entry.given and getattr(entry.data, key):
                    yield from _of_key(site, entry, table, key)


def _of_key(site: Site, entry: Entry[Any], table: Entry[Any], key: str) -> Iterator[Diagnostic]:
    data = entry.data
    of_year = assigned(site, data.assessed_year)
    items = site.items_of(data)
    rows = {item.code: of_year.rows[item.code] for item in items if getattr(of_year.rows.get(item.code), key, None)}
    own = said(site, ItemOwner.model_construct(**{"owner": data.owner, "due": data.due}), key)
    texts = {code: said(site, row, key) for code, row in rows.items()}
    if texts and own not in texts.values():
        code, other = next(iter(texts.items()))
        place = place_of(table, of_year.numbers[code, key], key)
        yield entry.file.at((key,), CODE, item=code, own=own, said=other, table=table.file.name, other=place, key=key)
