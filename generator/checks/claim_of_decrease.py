"""A sentence that says what went down most, and another went down more.

th:
  about: คำกล่าวว่าลดลงมากที่สุดไม่ตรงกับผลต่าง
  message: กล่าวว่าลดลงมากที่สุดคือ {said} แต่ตามผลต่างคือ {found}
  hint: แก้คำกล่าว หรือตรวจผลต่างกับเอกสารต้นทาง
  why: สิ่งที่ลดลงมากที่สุดคือเรื่องที่แผนปีถัดไปจะทำ
  rule: การเทียบผลต่างที่พิมพ์ หรือคะแนนสองปีเมื่อไม่ได้พิมพ์ผลต่าง
en:
  about: what is said to have gone down most has not
  message: "{said} is said to have gone down most, but by the differences it is {found}"
  hint: Change the sentence, or check the differences with the source document
  why: What went down most is what the next plan is made for
  rule: Comparison of the printed differences, or of both scores where no difference is printed
wrong: |-
  kind: decreased_most
  subjects: [OIT]  # OIT -7.50, EIT -9.10
right: |-
  kind: decreased_most
  subjects: [EIT]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import Stated, stated
from generator.contradictions.subjects import Subject
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-decrease"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        if one.claim.kind == "decreased_most" and (facts := _unlike(one)):
            yield one.entry.file.at((*one.path, "subjects"), CODE, **facts)


def _unlike(one: Stated) -> dict[str, str] | None:
    """What the claim names and what went down most, where that differs and all differences are known."""
    subjects = one.subjects()
    named = one.named(subjects) if subjects else None
    if not subjects or not named or any(subject.difference is None for subject in named):
        return None
    changed = [(subject, subject.difference) for subject in subjects if subject.difference is not None]
    lowest = min(change for _, change in changed)
    if lowest < 0 and all(subject.difference == lowest for subject in named):
        return None
    most = [subject for subject, change in changed if change == lowest]
    return {"said": _changes(named), "found": _changes(most) if lowest < 0 else "–"}


def _changes(subjects: list[Subject]) -> str:
    return ", ".join(f"{subject.name} {subject.difference:+}" for subject in subjects)
