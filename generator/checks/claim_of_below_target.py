"""A sentence on what is below the target that the figures contradict.

The target is the one that the sentence names, else the result's, else 85. A figure that is itself proved wrong is
reported there, not here.

th:
  about: คำกล่าวว่าข้อใดต่ำกว่าเป้าหมายไม่ตรงกับคะแนน
  message: "กล่าวว่าต่ำกว่า {than} คือ {said} แต่ตามคะแนนมี {count}: {found}"
  hint: แก้คำกล่าวให้ตรงกับคะแนน หรือแก้คะแนนที่พิมพ์ผิด
  why: ข้อที่คำกล่าวข้ามไปจะไม่มีมาตรการ
  wrong: "subjects: [I1]  # E5 ได้ 84.92"
  right: "subjects: [I1, E5]"
  rule: การเทียบกับคะแนนที่พิมพ์และเป้าหมายที่คำกล่าวระบุ (ไม่ระบุ = 85) ข้อที่ EIT สองส่วนอยู่คนละฝั่งของเป้าหมายไม่นับ
en:
  about: what is said to be below the target is not what the scores say
  message: "Said to be below {than}: {said}; by the scores {count} are: {found}"
  hint: Change the sentence so that it agrees with the scores, or the score that was misprinted
  why: What the sentence leaves out gets no measure
  wrong: "subjects: [I1]  # E5 has 84.92"
  right: "subjects: [I1, E5]"
  rule: >-
    Comparison with the printed scores and the target that the sentence names (else 85); a question whose two EIT parts
    lie on both sides does not count
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import Stated, stated
from generator.contradictions.subjects import Subject, listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-below-target"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        if one.claim.kind != "below_target" or _holds(one, one.subjects(mended=True)):
            continue
        subjects = one.subjects() or []
        if not _holds(one, subjects):
            named = [subject.key for subject in one.named_anywhere() or ()]
            found = [s for s in subjects if _is_below(one, s, any_part=s.key in named)]
            found = found or (subjects if one.claim.among == "total" else [])
            key, said = _said(one)
            count = sum(_is_below(one, s, any_part=True) for s in found)
            facts = {"than": one.than, "said": said, "found": listed(found), "count": count}
            yield one.entry.file.at((*one.path, key), CODE, **facts)


def _said(one: Stated) -> tuple[str, str]:
    """By which key a claim says what is below, and what it says."""
    if one.claim.subjects:
        return "subjects", ", ".join(one.claim.subjects)
    return ("kind", "ITA") if one.claim.count is None else ("count", str(one.claim.count))


def _holds(one: Stated, subjects: list[Subject] | None) -> bool:
    """Whether the claim is so, or cannot be held against anything."""
    if not subjects:
        return True
    below = {s.key for s in subjects if _is_below(one, s)}
    perhaps = {s.key for s in subjects if _is_below(one, s, any_part=True)}
    if one.claim.among == "total":
        return bool(perhaps)
    if not one.claim.subjects:
        return one.claim.count is None or len(below) <= one.claim.count <= len(perhaps)
    named = one.named_anywhere()
    if named is None:
        return True
    return below <= {s.key for s in named} and all(_is_below(one, s, any_part=True) for s in named)


def _is_below(one: Stated, subject: Subject, *, any_part: bool = False) -> bool:
    values = subject.values.values() if any_part else [subject.values["score"]]
    return any(value < one.than for value in values)
