"""A disclosure that nobody approved, where the agency approves before it publishes.

th:
  about: เรื่องที่ยังไม่เคยอนุมัติให้เผยแพร่
  message: เรื่องนี้ยังไม่มีการอนุมัติ จึงอยู่ในเว็บไซต์ร่างเท่านั้น
  hint: ให้ผู้มีอำนาจตรวจและลงนาม แล้วบันทึกด้วย oit approve --item {item} --year {year} --by "ชื่อ ตำแหน่ง"
  why: หน่วยงานกำหนดให้อนุมัติก่อนเผยแพร่ (approval ใน agency.yaml) ข้อนี้จึงยังไม่เป็นคำตอบให้ ป.ป.ช.
  wrong: "approval: required และ approvals.yaml ไม่มีเรื่องนี้"
  right: (บันทึกด้วย oit approve แล้ว)
  rule: การตั้งค่าของหน่วยงาน แน่ใจ
en:
  about: a disclosure that nobody approved for publication
  message: Nobody has approved this yet, so it is in the draft only
  hint: Have it looked at and signed, then record that with oit approve --item {item} --year {year} --by "name, position"
  why: The agency approves before it publishes (approval in agency.yaml), so this answers nothing yet
  wrong: "approval: required, and approvals.yaml has nothing of it"
  right: (recorded with oit approve)
  rule: A setting of the agency; certain
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.holding import held_of
from generator.site.site import Site

CODE = "not-approved"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        held = None if entry.data.is_blank else held_of(site, entry)
        if held and held.why == "approval":
            yield entry.file.at(("family",), CODE, item=held.item or "-", year=held.year)
