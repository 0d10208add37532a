"""A question that the table puts in one class and the summary in another.

A class without any list of members is not looked at.

th:
  about: ข้อเดียวกันอยู่คนละกลุ่มในสองแห่ง
  message: บทสรุปจัด {name} ไว้ในกลุ่ม {title} แต่อีกแห่งคือ {other}
  hint: จัดให้อยู่กลุ่มเดียวกันทั้งใน class ของคำถามและใน members ของกลุ่ม
  why: ผู้ที่อ่านเฉพาะบทสรุปจะทำมาตรการผิดข้อ
  rule: การเทียบ (เอกสารต้นทาง 004 พิมพ์กลุ่มไว้สองแห่ง)
en:
  about: one question in two classes
  message: The summary puts {name} in the class {title}, another place in {other}
  hint: Put it in one class, both in class of the question and in members of the class
  why: Who reads only the summary makes measures for the wrong questions
  rule: Comparison (source document 004 prints its classes twice)
wrong: |-
  questions: [{code: I18, class: keep}]
  classes: [{id: develop, members: [{questions: [I18]}]}]
right: "classes: [{id: keep, members: [{questions: [I18]}]}]"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.input.source import KeyPath
from generator.models.ita import ItaResult, Question, ScoreClass
from generator.site.site import Site

CODE = "class-printed-otherwise"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        ita = entry.data
        titles = {one.id: one.title for one in ita.classes}
        class_of: dict[str, str] = {}
        for path, question, listed in _members(ita):
            name = question.code or short(question.text)
            other = class_of.setdefault(question.id, question.class_ or listed.id)
            if other != listed.id and other in titles:
                yield entry.file.at(path, CODE, name=name, title=listed.title, other=titles[other])
        listing = {one.id for one in ita.classes if one.members}
        for number, question in enumerate(ita.questions):
            if question.class_ in listing and question.id not in class_of:
                name, title = question.code or short(question.text), titles[question.class_]
                yield entry.file.at(("questions", number, "class"), CODE, name=name, title=title, other="–")


def _members(ita: ItaResult) -> Iterator[tuple[KeyPath, Question, ScoreClass]]:
    """Every question that the summary lists, where it does, and the class that it lists it in."""
    for number, one in enumerate(ita.classes):
        for place, members in enumerate(one.members):
            for at, reference in enumerate(members.questions):
                if question := ita.question(reference):
                    yield ("classes", number, "members", place, "questions", at), question, one
