"""A figure that begins in Thai digits and goes on in Arabic ones.

Both scripts in one text, or in one list, are no fault.

th:
  about: ตัวเลขไทยปนอารบิกในจำนวนเดียว
  message: จำนวน {figure} มีเลขไทยปนเลขอารบิก (พบ {count} แห่งในแฟ้ม)
  hint: ถ้าหมายถึง {meant} ให้เขียนด้วยเลขแบบเดียว และตรวจกับต้นฉบับ
  why: มักเป็นตัวเลขที่แก้ด้วยมือหรืออ่านผิดจากสำเนา จำนวนจึงน่าสงสัย
  rule: แบบการเขียนหนังสือราชการ (ยังไม่ยืนยัน)
en:
  about: Thai and Arabic digits in one figure
  message: The figure {figure} has Thai and Arabic digits ({count} in the file)
  hint: If {meant} is meant, write it in one kind of digits, and compare it with the original
  why: Mostly it was corrected by hand or misread from a scan, so that the figure is in doubt
  rule: How official papers are written (unverified)
wrong: "score: ๘๕.50"
right: "score: ๘๕.๕๐"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.figures import fold_digits, has_thai_digits
from generator.writing.letters import FIGURE, MIXED_DIGITS

CODE = "mixed-digits"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _may_hold, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    for match in FIGURE.finditer(text):
        if MIXED_DIGITS.search(match[0]):
            yield {"figure": match[0], "meant": fold_digits(match[0])}


def _may_hold(text: str) -> bool:
    return has_thai_digits(text) and MIXED_DIGITS.search(text) is not None
