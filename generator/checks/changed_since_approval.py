"""A disclosure that was changed, or taken away, since it was approved, where the agency approves before it publishes.

th:
  about: เรื่องที่แก้หรือเอาออกหลังอนุมัติ
  message: เรื่องนี้เปลี่ยนหลังจากที่ {by} อนุมัติ เว็บไซต์ยังแสดงฉบับที่อนุมัติ
  hint: "ดูสิ่งที่เปลี่ยนด้วย oit approve --item {item} --year {year} แล้วบันทึกการอนุมัติด้วย --by หรือย้อนการแก้ด้วย oit undo"
  why: ประชาชนและผู้ประเมินยังเห็นข้อมูลก่อนแก้
  wrong: "(แก้ summary หลังอนุมัติ)"
  right: (บันทึกการอนุมัติใหม่ด้วย oit approve แล้ว)
  rule: ค่าแฮชของเนื้อหาใน approvals.yaml แน่ใจ
en:
  about: a disclosure that was changed or taken away since it was approved
  message: This changed since {by} approved it; the site still shows what was approved
  hint: "See what changed with oit approve --item {item} --year {year} and record the approval with --by, or take the change back with oit undo"
  why: Citizens and assessors still see the data from before the change
  wrong: "(a summary edited after the approval)"
  right: (approved anew with oit approve)
  rule: The hashes of the content in approvals.yaml; certain
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.holding import Held, held_of, removed_since
from generator.site.site import Site

CODE = "changed-since-approval"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        held = held_of(site, entry)
        if held and held.why == "changed":
            yield entry.file.at(("family",), CODE, **_facts(held))
    for held in removed_since(site):
        if held.why == "removed":
            yield Diagnostic(held.file, 0, 0, CODE, facts=_facts(held))


def _facts(held: Held) -> dict[str, str]:
    by = str(held.approval.by) if held.approval else "-"
    return {"by": by, "item": held.item or "-", "year": str(held.year)}
