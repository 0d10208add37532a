"""A day or a result of a year that nothing in this file can be of: years ahead of the assessment, or decades before it.

A deadline lies in the fiscal year it is for or in one beside it. Days of publishing have checks of their own.

th:
  about: วันที่ที่เป็นไปไม่ได้สำหรับปีที่ประเมิน
  message: "{day} ห่างจากปีที่ประเมิน {year} เกินกว่าจะเป็นไปได้"
  hint: ตรวจปี มักพิมพ์ตัวเลขสลับ เช่น 2596 แทน 2569
  why: ประกาศที่ลงวันที่ผิดปีไม่นับเป็นของปี และกำหนดที่ผิดปีไม่มีวันมาถึง
  rule: >-
    ขอบเขตของโปรแกรมนี้เอง ตั้งไว้กว้าง (U) คือไม่เกินปีงบประมาณถัดจากปีที่ประเมิน และไม่ก่อนปีที่ประเมินเกินสิบปี กฎหมาย ประมวล เอกสาร
    และการแต่งตั้งเก่ากว่านั้นได้
en:
  about: a day that cannot be for the assessed year
  message: "{day} is too far from the assessed year {year} to be true"
  hint: Check the year; digits are often swapped, such as 2596 for 2569
  why: An announcement of a wrong year does not count for this one, and a deadline of a wrong year never comes
  rule: >-
    This program's own bounds, wide on purpose (U) - no later than the fiscal year after the assessed one and no more
    than ten years before it; laws, codes, documents and appointments may be older
wrong: "date: 6 มกราคม 2596"
right: "date: 6 มกราคม 2569"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.blocks.documents import Document
from generator.diagnostics import Diagnostic, Severity
from generator.families.ethics_code.model import EthicsCode
from generator.families.ethics_drive.model import EthicsDrive
from generator.families.hr_criteria.model import RuleDocument
from generator.families.laws.model import Laws
from generator.input.source import KeyPath
from generator.models.agency import Deadline
from generator.models.disclosure import Disclosure
from generator.models.shared import Evidence
from generator.site.site import Entry, Site
from generator.site.years import YEARS_AHEAD, YEARS_BEHIND
from generator.writing.dates import fiscal_year, write_date

CODE = "date-out-of-reach"
SEVERITY = Severity.WARNING

_OLD_KEYS = frozenset({"since", "in_force"})
_OLD_FAMILIES = (Laws, EthicsCode, EthicsDrive)
_OLD_PARTS = (Evidence, Document, RuleDocument)
"""What may have been made long ago and hold still."""


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        assessed = entry.data.assessed_year
        for path, key, day, may_be_old in _days(entry):
            first = 0 if may_be_old else assessed - YEARS_BEHIND
            if not first <= fiscal_year(day) <= assessed + YEARS_AHEAD:
                yield entry.file.at((*path, key), CODE, day=write_date(day), year=assessed)
    for path, deadline in site.agency_entry.each(Deadline):
        if abs(fiscal_year(deadline.date) - deadline.of_year) > 1:
            facts = {"day": write_date(deadline.date), "year": deadline.of_year}
            yield site.agency_entry.file.at((*path, "date"), CODE, **facts)
    last = max(site.catalogues, default=0)
    for result in site.ita.values():
        if last and result.data.year > last + YEARS_AHEAD:
            yield result.file.at(("year",), CODE, day=result.data.year, year=last)


def _days(entry: Entry[Disclosure]) -> Iterator[tuple[KeyPath, str, date, bool]]:
    """Every day of a disclosure, with the path of the shape, the key that holds it, and whether it may be an old one."""
    is_old = isinstance(entry.data, _OLD_FAMILIES)
    for kind, parts in entry.parts.items():
        may_be_old = is_old or issubclass(kind, _OLD_PARTS)
        for path, part in parts:
            for key, value in part.__dict__.items():
                if isinstance(value, date) and (path or key != "published"):
                    yield path, key, value, may_be_old or key in _OLD_KEYS
