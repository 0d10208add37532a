"""A sentence that calls something the lowest which is not.

It is only called wrong where it is so by the mean and by either part of EIT, with and without the items of the website,
and, within an issue, also where the indicator does not hold the lowest question.

th:
  about: คำกล่าวว่าต่ำที่สุดไม่ตรงกับคะแนน
  message: กล่าวว่าต่ำที่สุดคือ {said} แต่ที่ต่ำที่สุดคือ {found}
  hint: แก้คำกล่าวให้ตรงกับคะแนน หรือแก้คะแนนที่พิมพ์ผิด
  why: สิ่งที่เรียกว่าต่ำที่สุดคือสิ่งที่จะได้รับการแก้ก่อน
  wrong: |-
    kind: lowest
    subjects: [E1]  # E9 ต่ำกว่า
  right: |-
    kind: lowest
    subjects: [E9]
  rule: การเทียบ นับว่าผิดเมื่อผิดทุกวิธีอ่าน (ค่าเฉลี่ยหรือส่วนใดส่วนหนึ่งของ EIT มีหรือไม่มีรายการ OIT)
en:
  about: what is called the lowest is not
  message: "{said} is called the lowest, but the lowest is {found}"
  hint: Change the sentence so that it agrees with the scores, or the score that was misprinted
  why: What is called the lowest is mended first
  wrong: |-
    kind: lowest
    subjects: [E1]  # E9 has less
  right: |-
    kind: lowest
    subjects: [E9]
  rule: >-
    Comparison; only called wrong where it is wrong in every way of reading it (mean or either part of EIT, with or
    without OIT items)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.extremes import at_edge, is_extreme
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-lowest"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        if one.claim.kind == "lowest" and one.claim.subjects and not is_extreme(one, min):
            subjects = one.subjects() or []
            named = one.named(subjects) or []
            said, found = listed(named), listed(at_edge(subjects, named, min))
            yield one.entry.file.at((*one.path, "subjects"), CODE, said=said, found=found)
