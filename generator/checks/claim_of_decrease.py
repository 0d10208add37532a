"""A sentence that says what went down most, and another went down more.

th:
  about: คำกล่าวว่าลดลงมากที่สุดไม่ตรงกับผลต่าง
  message: กล่าวว่าลดลงมากที่สุดคือ {said} แต่ตามผลต่างคือ {found}
  hint: แก้คำกล่าว หรือตรวจผลต่างกับเอกสารต้นทาง
  why: สิ่งที่ลดลงมากที่สุดคือเรื่องที่แผนปีถัดไปจะทำ
  wrong: |-
    kind: decreased_most
    subjects: [OIT]  # OIT -7.50, EIT -9.10
  right: |-
    kind: decreased_most
    subjects: [EIT]
  rule: การเทียบผลต่างที่พิมพ์ หรือคะแนนสองปีเมื่อไม่ได้พิมพ์ผลต่าง
en:
  about: what is said to have gone down most has not
  message: "{said} is said to have gone down most, but by the differences it is {found}"
  hint: Change the sentence, or check the differences with the source document
  why: What went down most is what the next plan is made for
  wrong: |-
    kind: decreased_most
    subjects: [OIT]  # OIT -7.50, EIT -9.10
  right: |-
    kind: decreased_most
    subjects: [EIT]
  rule: Comparison of the printed differences, or of both scores where no difference is printed
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-decrease"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        subjects = one.subjects() if one.claim.kind == "decreased_most" else None
        named = one.named(subjects) if subjects else None
        changes = {s.key: s.difference for s in subjects or () if s.difference is not None}
        if not subjects or not named or any(s.key not in changes for s in named):
            continue
        lowest = min(changes.values())
        if any(changes[s.key] > lowest for s in named) or lowest >= 0:
            most = [s for s in subjects if changes.get(s.key) == lowest]
            said, found = (", ".join(f"{s.name} {changes[s.key]:+}" for s in group) for group in (named, most))
            facts = {"said": said, "found": found if lowest < 0 else "–"}
            yield one.entry.file.at((*one.path, "subjects"), CODE, **facts)
