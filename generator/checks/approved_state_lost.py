"""The approved state of a disclosure cannot be had again, so that nothing of it can be published.

Never half: where one file of it is not there as it was approved, the site that is out stays as it is.

th:
  about: เนื้อหาที่อนุมัติหาไม่พบหรือไม่ตรงกับที่อนุมัติ
  message: "เนื้อหาของ {name} ที่อนุมัติไว้หาไม่พบ หรือไม่ใช่ฉบับที่อนุมัติ ({file}) จึงเผยแพร่เรื่องนี้ไม่ได้"
  hint: "คืนโฟลเดอร์ approvals/ จากสำเนา หรือย้อนด้วย oit undo หรือให้อนุมัติข้อมูลปัจจุบันใหม่ด้วย oit approve --item {item} --year {year} --by หรือกันเรื่องนี้ไว้ด้วย hold:"
  why: เผยแพร่ได้เฉพาะสิ่งที่มีผู้อนุมัติ ครึ่งเดียวหรือของอื่นไม่ได้
  wrong: (ลบหรือแก้แฟ้มใน approvals/ หรือแก้ค่าแฮชใน approvals.yaml)
  right: (โฟลเดอร์ approvals/ อยู่คู่กับ approvals.yaml ครบทุกแฟ้ม)
  rule: ค่าแฮชของเนื้อหาใน approvals.yaml แน่ใจ
en:
  about: approved content that is not there, or is not what was approved
  message: "The content of {name} that was approved is not there, or is not what was approved ({file}), so it cannot be published"
  hint: "Bring the folder approvals/ back from a copy or with oit undo, have the present data approved with oit approve --item {item} --year {year} --by, or keep it back with hold:"
  why: Only what somebody approved is published, not half of it and nothing else
  wrong: (a file in approvals/ deleted or edited, or a hash in approvals.yaml)
  right: (the folder approvals/ beside approvals.yaml, with every file)
  rule: The hashes of the content in approvals.yaml; certain
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.site.approvals import FILE
from generator.site.holding import requires_approval
from generator.site.site import Site

CODE = "approved-state-lost"
IS_SAFETY = True


def find(site: Site) -> Iterator[Diagnostic]:
    if not requires_approval(site):
        return
    for key, one in site.approvals.items():
        entry = site.disclosure(one.record.family, one.record.assessed_year)
        if not one.problem or (entry and entry.data.hold):
            continue
        facts = {"name": key, "file": one.file, "year": str(one.record.assessed_year)}
        facts["item"] = str(one.record.item or "-")
        place = entry.file.at(("family",), CODE, **facts) if entry else None
        yield place or Diagnostic(f"{site.name}/{FILE}", 0, 0, CODE, facts=facts)
