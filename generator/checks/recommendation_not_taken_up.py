"""A recommendation of the assessor that no measure takes up.

th:
  about: ข้อเสนอแนะที่ไม่มีมาตรการรับไปทำ
  message: ไม่มีมาตรการใดรับข้อเสนอแนะ {text} ไปทำ
  hint: เพิ่ม measures ที่ข้อเสนอแนะนี้
  why: สิ่งแรกที่ผู้ประเมินถามคือทำตามข้อเสนอแนะปีก่อนหรือยัง
  rule: เอกสารต้นทาง 004 ผูกข้อเสนอแนะกับมาตรการ
en:
  about: A recommendation that no measure takes up
  message: No measure takes up the recommendation {text}
  hint: Add measures to this recommendation
  why: Whether last year's recommendations were followed is the first question
  rule: Source document 004 ties recommendations to measures
wrong: "- {id: r-1, text: เพิ่มช่องทาง}"
right: "- {id: r-1, text: เพิ่มช่องทาง, measures: [m-2]}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.site.site import Site

CODE = "recommendation-not-taken-up"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, Measures) and entry.data.measures:
            for number, recommendation in enumerate(entry.data.recommendations):
                if not recommendation.measures:
                    yield entry.file.at(("recommendations", number), CODE, text=recommendation.text)
