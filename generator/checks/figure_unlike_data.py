"""An amount of money in a summary that the figures below it do not give.

An amount is compared with any of the disclosure's own, with the sum of any list, and with what is left of one sum after
another; sums that several lists make together are tried too. Bounds, changes and rounded words (ไม่เกิน, เพิ่มขึ้น, ประมาณ,
ล้านบาท) are passed over.

th:
  about: จำนวนเงินในสรุปไม่ตรงกับข้อมูล
  message: สรุปกล่าวถึง {amount} บาท ซึ่งไม่ตรงกับตัวเลขหรือผลรวมใดในแฟ้มนี้
  hint: แก้จำนวนเงินในสรุป หรือตรวจตัวเลขในรายการ
  why: คนอ่านสรุปก่อนตาราง ถ้าขัดกันจะไม่เชื่อทั้งสองอย่าง
  wrong: |-
    summary: ใช้งบประมาณ 281,500 บาท
    projects:
    - {title: ก, budget: 821500}
  right: "summary: ใช้งบประมาณ 821,500 บาท"
  rule: การบวกลบ เทียบเฉพาะจำนวนเงินเป็นบาทในชื่อและสรุป
en:
  about: An amount in a summary that the data does not give
  message: The summary speaks of {amount} baht, which no figure and no sum of this file gives
  hint: Correct the amount in the summary, or see whether the figures of the list are right
  why: People read the summary before the table; where they differ they believe neither
  wrong: |-
    summary: ใช้งบประมาณ 281,500 บาท
    projects:
    - {title: ก, budget: 821500}
  right: "summary: ใช้งบประมาณ 821,500 บาท"
  rule: Adding and subtracting; only amounts in baht of titles and summaries are compared
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from pydantic import BaseModel

from generator.blocks.projects import Report
from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Disclosure
from generator.models.shared import Text
from generator.site.site import Site
from generator.tables.totals import Tabled
from generator.writing.figures import parse_figure

CODE = "figure-unlike-data"
SEVERITY = Severity.WARNING

BAHT = re.compile(r"(?<![\d๐-๙,.])([\d๐-๙][\d๐-๙,]*(?:\.[\d๐-๙]+)?)\s*บาท")
_NOT_A_SUM = re.compile(
    r"(?:กว่า|(?<!งบ)ประมาณ|ราว|เกือบ|เกิน|ตั้งแต่|ถึง|ละ|สูงสุด|ต่ำสุด|ขั้นต่ำ|จาก|เพิ่ม(?:ขึ้น)?|ลด(?:ลง)?|เดิม|ปีก่อน)$"
)
"""Words before an amount that make it a bound, a price, a change, a rounded figure or one of another year."""
_OF_PLAN = re.compile(r"ใช้[^\d๐-๙]*[\d๐-๙,.]+\s*บาท\s*จาก$")
_MOST_SUMS = 200
"""Sums of which differences are tried; a disclosure with more of them proves nothing by a difference."""


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
    for one in BAHT.finditer(text.th):
        before = text.th[: one.start()].rstrip()
        if _NOT_A_SUM.search(before) and not (is_of_plan and _OF_PLAN.search(before)):
            continue
        try:
            yield one[1], parse_figure(one[1])
        except ValueError:
            continue


def known_amounts(data: Disclosure) -> frozenset[Decimal]:
    """Every amount that the disclosure's own figures give; nothing where it has none."""
    values: set[Decimal] = set()
    sums: set[Decimal] = set()
    _collect(data, values, sums)
    if isinstance(data, Tabled) and data.rows:
        sums.update(data.rows.sums.values())
        sums.update(amount for groups in data.rows.groups.values() for group in groups for amount in group.sums)
    if not values and not sums:
        return frozenset()
    differences: set[Decimal] = set()
    if len(sums) <= _MOST_SUMS:
        for one, other in combinations(sums, 2):
            differences |= {abs(one - other), one + other}
    return frozenset(values | sums | differences)


def _collect(value: object, values: set[Decimal], sums: set[Decimal]) -> dict[tuple[type, str], Decimal]:
    """Note every figure and, at every list, the sum of each key; gives the sums of what is inside ``value``."""
    totals: dict[tuple[type, str], Decimal] = {}
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, Decimal):
                values.add(inner)
                totals[type(value), name] = totals.get((type(value), name), Decimal(0)) + inner
            elif isinstance(inner, tuple | BaseModel):
                for key, amount in _collect(inner, values, sums).items():
                    named = (key[0], f"{name}.{key[1]}") if isinstance(inner, BaseModel) else key
                    totals[named] = totals.get(named, Decimal(0)) + amount
    elif isinstance(value, tuple):
        for one in value:
            for key, amount in _collect(one, values, sums).items():
                totals[key] = totals.get(key, Decimal(0)) + amount
        sums.update(totals.values())
    return totals
