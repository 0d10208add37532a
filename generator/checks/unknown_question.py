"""A reference to a question that the ITA result in question does not hold.

th:
  about: ไม่รู้จักคำถาม
  message: ไม่มีคำถาม {reference} ในผล ITA ปี {year}
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ถ้าเป็นคำถามที่ยังไม่ได้กรอกให้เพิ่มใน ita/{year}.yaml
  why: ลิงก์จากมาตรการกลับไปยังคะแนนจะขาด
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: unknown question
  message: The ITA result of {year} has no question {reference}
  hint: |-
    Did you mean {meant}?
    A question not entered yet goes into ita/{year}.yaml
  why: The link from the measure back to the score would break
  rule: What is referred to must be in the data; a rule of this program
wrong: "question: I51"
right: "question: I15"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measure, PrintedScore, Scope
from generator.input.source import KeyPath
from generator.models.ita import ClassMembers, ItaResult
from generator.site.site import Entry, Site
from generator.writing.near import nearest

CODE = "unknown-question"


def find(site: Site) -> Iterator[Diagnostic]:
    for result in site.ita.values():
        for path, members in result.each(ClassMembers):
            for number, reference in enumerate(members.questions):
                yield from _look_up(result, (*path, "questions", number), reference, result.data)
    for entry in site.disclosures:
        ita = site.ita_of(entry.data)
        if ita is None:
            continue
        for path, score in entry.each(PrintedScore):
            yield from _look_up(entry, (*path, "question"), score.question, ita)
        holders: list[tuple[KeyPath, Scope | Measure]] = [*entry.each(Scope), *entry.each(Measure)]
        for path, holder in holders:
            for number, reference in enumerate(holder.questions):
                yield from _look_up(entry, (*path, "questions", number), reference, ita)


def _look_up(entry: Entry, path: KeyPath, reference: str, ita: ItaResult) -> Iterator[Diagnostic]:  # type: ignore[type-arg]
    if ita.question(reference) is None:
        known = [question.code or question.id for question in ita.questions]
        meant = nearest(reference, known)
        yield entry.file.at(path, CODE, reference=reference, year=ita.year, meant=meant)
