"""A question or item below the target that no measure answers.

Source: ita-oit §4; only for results that measures rest on.

th:
  about: ข้อที่ต่ำกว่าเป้าหมายแต่ไม่มีมาตรการ
  message: "{question} ได้ {score} ต่ำกว่าเป้าหมาย {target} แต่ไม่มีมาตรการใดรับไปแก้"
  hint: เพิ่มรหัสข้อนี้ใน questions ของมาตรการ หรือของประเด็นที่มาตรการตอบ
  why: ข้อที่ไม่มีใครรับไปแก้จะต่ำอีกในปีหน้า
  rule: มาตรการต้องมาจากการวิเคราะห์ผล ITA ปีก่อน และเป้าหมาย 85 (พิมพ์ในเอกสารต้นทาง)
en:
  about: A score below the target without a measure
  message: "{question} has {score}, below the target of {target}, and no measure takes it up"
  hint: Add its code to questions of a measure, or of an issue that a measure answers
  why: What nobody takes up is low again next year
  rule: Measures rest on the analysis of last year's ITA, and the target of 85 (printed in source documents)
wrong: |-
  measures:
  - {id: m-1, questions: [E1]}
right: |-
  measures:
  - {id: m-1, questions: [E1, E12]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.models.ita import DEFAULT_TARGET
from generator.site.site import Site
from generator.site.trail import Trail

CODE = "unanswered-question"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    trail = Trail(site)
    analysed = {
        entry.data.ita_year for entry in site.disclosures if isinstance(entry.data, Measures) and entry.data.measures
    }
    for year, entry in site.ita.items():
        ita = entry.data
        if year not in analysed:
            continue
        target = ita.target if ita.target is not None else DEFAULT_TARGET
        for number, question in enumerate(ita.questions):
            if question.score is not None and question.score < target and not trail.is_taken_up(ita, question):
                name = question.code or str(question.text)
                yield entry.file.at(
                    ("questions", number, "score"), CODE, question=name, score=question.score, target=target
                )
