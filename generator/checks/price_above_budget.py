"""A job that was agreed on at a higher price than there was money for.

Without a budget or a price there is nothing to compare.

th:
  about: ราคาที่ตกลงสูงกว่าวงเงินงบประมาณ
  message: ช่อง {cell} ราคาที่ตกลง {price} บาท สูงกว่าวงเงิน {budget} บาท (ทั้งตาราง {count} แถว)
  hint: ตรวจว่าพิมพ์หลักเกินหรือสลับสองคอลัมน์ ถ้าได้วงเงินเพิ่มจริง ให้ใช้วงเงินที่ได้รับอนุมัติแล้ว
  why: ผู้อ่านทุกคนจะถามว่าเงินส่วนที่เกินมาจากไหน
  wrong: วงเงิน 50000, ราคาที่ตกลง 500000
  right: วงเงิน 500000, ราคาที่ตกลง 498000
  rule: >-
    เปรียบเทียบตัวเลขสองช่องของแถวเดียวกัน แน่ใจในข้อเท็จจริง ส่วนที่ถือว่าควรเตือนเป็นความเห็นของโปรแกรมนี้ (U)
    เพราะวงเงินเพิ่มได้ด้วยมติที่ตารางไม่แสดง
en:
  about: an agreed price above the budget
  message: >-
    Cell {cell}: the agreed price of {price} baht is above the budget of {budget} baht ({count} row(s) in the table)
  hint: Check for a digit too many or swapped columns; if money was added, give the budget as it was approved
  why: Every reader asks where the rest of the money came from
  wrong: budget 50000, agreed price 500000
  right: budget 500000, agreed price 498000
  rule: >-
    Comparing two figures of one row, certain as a fact; that it deserves a warning is this program's opinion (U),
    because money can be added by a decision that the table does not show
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.tables.totals import Tabled
from generator.writing.figures import write_figure

CODE = "price-above-budget"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    reported: set[str] = set()
    for entry in site.disclosures:
        rows = entry.data.rows if isinstance(entry.data, Tabled) else None
        for one in rows.above if rows else ():
            facts = {"price": write_figure(one.price), "budget": write_figure(one.budget), "count": str(one.count)}
            found = one.place.fault(CODE, **facts)
            if found.place not in reported:  # two items may show one table
                reported.add(found.place)
                yield found
