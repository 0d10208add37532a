"""An amount of money in a summary that the figures below it do not give.

An amount is compared with any of the disclosure's own, with the sum of any list, and with what is left of one sum after
another; sums that several lists make together are tried too. Bounds, changes and rounded words (ไม่เกิน, เพิ่มขึ้น, ประมาณ,
ล้านบาท) are passed over.

th:
  about: จำนวนเงินในสรุปไม่ตรงกับข้อมูล
  message: สรุปกล่าวถึง {amount} บาท ซึ่งไม่ตรงกับตัวเลขหรือผลรวมใดในแฟ้มนี้
  hint: แก้จำนวนเงินในสรุป หรือตรวจตัวเลขในรายการ
  why: คนอ่านสรุปก่อนตาราง ถ้าขัดกันจะไม่เชื่อทั้งสองอย่าง
  rule: การบวกลบ เทียบเฉพาะจำนวนเงินเป็นบาทในชื่อและสรุป
en:
  about: An amount in a summary that the data does not give
  message: The summary speaks of {amount} baht, which no figure and no sum of this file gives
  hint: Correct the amount in the summary, or see whether the figures of the list are right
  why: People read the summary before the table; where they differ they believe neither
  rule: Adding and subtracting; only amounts in baht of titles and summaries are compared
wrong: |-
  summary: ใช้งบประมาณ 281,500 บาท
  projects:
  - {title: ก, budget: 821500}
right: "summary: ใช้งบประมาณ 821,500 บาท"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.projects import Report
from generator.diagnostics import Diagnostic, Severity
from generator.models.shared import Text
from generator.site.amounts import amounts_in, known_amounts
from generator.site.site import Site

CODE = "figure-unlike-data"
SEVERITY = Severity.WARNING

_NOT_A_SUM = re.compile(
    r"(?:กว่า|(?<!งบ)ประมาณ|ราว|เกือบ|เกิน|ตั้งแต่|ถึง|ละ|สูงสุด|ต่ำสุด|ขั้นต่ำ|จาก|เพิ่ม(?:ขึ้น)?|ลด(?:ลง)?|เดิม|ปีก่อน)$"
)
"""Words before an amount that make it a bound, a price, a change, a rounded figure or one of another year."""
_OF_PLAN = re.compile(r"ใช้[^\d๐-๙]*[\d๐-๙,.]+\s*บาท\s*จาก$")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        said = [(key, text) for key in ("title", "summary") if (text := getattr(entry.data, key))]
        is_of_plan = isinstance(entry.data, Report) and entry.data.percent_spent is not None
        found = [(key, amount, figure) for key, text in said for amount, figure in _amounts(text, is_of_plan)]
        if not found:
            continue
        known = known_amounts(entry.data)
        for key, amount, figure in found:
            if known and figure not in known:
                yield entry.file.at((key,), CODE, amount=amount)


def _amounts(text: Text, is_of_plan: bool) -> Iterator[tuple[str, Decimal]]:
    """Amounts as written and as figures.

    Args:
        is_of_plan: whether ``ใช้ 5 บาท จาก 9 บาท`` tells of what was planned, which the data hold too.
    """
    for found, figure in amounts_in(text.th):
        before = text.th[: found.start()].rstrip()
        if (is_of_plan and _OF_PLAN.search(before)) or not _NOT_A_SUM.search(before):
            yield found[1], figure
