"""A question in a class that its score does not belong to.

A score that two classes hold may stand in either; a question with two parts on different sides of a bound is not looked
at.

th:
  about: กลุ่มไม่ตรงกับคะแนน
  message: "{name} ได้ {score} แต่จัดอยู่ในกลุ่ม {title} ({bounds})"
  hint: |-
    ตามเกณฑ์คือกลุ่ม {meant}
    ตรวจคะแนนและเกณฑ์ของกลุ่มกับเอกสารต้นทาง
  why: กลุ่มเป็นตัวตัดสินว่าต้องมีมาตรการหรือไม่
  rule: เกณฑ์ที่หน่วยงานกำหนดเอง (เอกสารต้นทาง 004)
en:
  about: the class is not the one of the score
  message: "{name} has {score} but is in the class {title} ({bounds})"
  hint: |-
    By the bounds it is {meant}
    Check the score and the bounds of the class with the source document
  why: The class decides whether a measure is made
  rule: Bounds that the agency set itself (source document 004)
wrong: |-
  classes: [{id: keep, title: รักษาระดับ, at_least: 92.55}]
  questions: [{code: I12, score: 91.57, class: keep}]
right: "questions: [{code: I12, score: 91.57, class: develop}]"
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contradictions.bindings import bindings_of, bound_of
from generator.contradictions.scores import PARTS
from generator.diagnostics import Diagnostic, Severity, short
from generator.input.source import KeyPath
from generator.models.ita import ItaResult, Question, ScoreClass
from generator.site.site import Entry, Site

CODE = "class-unlike-score"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        meant = bindings_of(site, entry).meant
        for path, question, one in _classed(entry):
            values = _values(question, entry.data, dict(meant))
            if values and not any(bound_of(one).holds(value) for value in values):
                facts = {"name": question.code or short(question.text), "score": values[0], "title": one.title}
                right = [c for c in entry.data.classes if all(bound_of(c).holds(value) for value in values)]
                yield entry.file.at(
                    path, CODE, **facts, bounds=bounds(one), meant=right[0].title if len(right) == 1 else ""
                )


def _classed(entry: Entry[ItaResult]) -> Iterator[tuple[KeyPath, Question, ScoreClass]]:
    """Each question with the class it is in: its own, or the first that lists it."""
    ita = entry.data
    classes = {one.id: one for one in ita.classes}
    for number, question in enumerate(ita.questions):
        if question.class_ in classes:
            yield ("questions", number, "class"), question, classes[question.class_]
    for number, one in enumerate(ita.classes):
        for place, members in enumerate(one.members):
            for at, reference in enumerate(members.questions):
                listed = ita.question(reference)
                if listed and not listed.class_:
                    yield ("classes", number, "members", place, "questions", at), listed, one


def _values(question: Question, ita: ItaResult, meant: dict[KeyPath, Decimal]) -> list[Decimal]:
    """The ways in which the score of a question can be taken, the printed one first."""
    if question.score is not None:
        path = ("questions", ita.questions.index(question), "score")
        return [question.score, *([meant[path]] if path in meant else [])]
    parts = [getattr(question.parts, part) for part in PARTS] if question.parts else []
    scores = [part.score for part in parts if part and part.score is not None]
    return [sum(scores, Decimal(0)) / len(scores), *scores] if len(scores) == len(PARTS) else []


def bounds(one: ScoreClass) -> str:
    """``≥ 85.00, < 92.55``"""
    edges = (("≥", one.at_least), ("<", one.below), ("≤", one.at_most))
    return ", ".join(f"{sign} {edge}" for sign, edge in edges if edge is not None) or "–"
