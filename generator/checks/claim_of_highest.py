"""A sentence that calls something the highest which is not.

Read as for claim-of-lowest.

th:
  about: คำกล่าวว่าสูงที่สุดไม่ตรงกับคะแนน
  message: กล่าวว่าสูงที่สุดคือ {said} แต่ที่สูงที่สุดคือ {found}
  hint: แก้คำกล่าวให้ตรงกับคะแนน หรือแก้คะแนนที่พิมพ์ผิด
  why: คำอวดที่ผิดถูกโต้แย้งได้ง่ายที่สุด
  wrong: |-
    kind: highest
    subjects: [9]  # ตัวชี้วัดที่ 10 สูงกว่า
  right: |-
    kind: highest
    subjects: [10]
  rule: การเทียบ นับว่าผิดเมื่อผิดทุกวิธีอ่าน
en:
  about: what is called the highest is not
  message: "{said} is called the highest, but the highest is {found}"
  hint: Change the sentence so that it agrees with the scores, or the score that was misprinted
  why: A wrong boast is the easiest one to refute
  wrong: |-
    kind: highest
    subjects: [9]  # indicator 10 has more
  right: |-
    kind: highest
    subjects: [10]
  rule: Comparison; only called wrong where it is wrong in every way of reading it
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.extremes import at_edge, is_extreme
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-highest"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        if one.claim.kind == "highest" and one.claim.subjects and not is_extreme(one, max):
            subjects = one.subjects() or []
            named = one.named(subjects) or []
            said, found = listed(named), listed(at_edge(subjects, named, max))
            yield one.entry.file.at((*one.path, "subjects"), CODE, said=said, found=found)
