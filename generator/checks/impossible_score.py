"""A score below 0 or above 100.

Source: ita-oit §2.

th:
  about: คะแนนเกินช่วง 0 ถึง 100
  message: คะแนน {score} ไม่อยู่ในช่วง 0 ถึง 100
  hint: ตรวจจุดทศนิยมและตัวเลขที่พิมพ์
  why: คะแนนเดียวที่ผิดทำให้ค่าเฉลี่ยทุกชั้นผิด
  rule: คะแนนทุกค่าเต็ม 100 (พิสูจน์จากตัวเลขในเอกสารต้นทาง)
en:
  about: A score outside of 0 to 100
  message: The score {score} is not between 0 and 100
  hint: See whether the decimal point and the figures are right
  why: One wrong score makes every mean above it wrong
  rule: Every score is out of 100 (proved on printed figures)
wrong: "score: 885.7"
right: "score: 88.57"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.scores import Printing
from generator.site.site import Site

CODE = "impossible-score"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, printing in site.each(Printing):
        for key in ("score", "previous"):
            figure = getattr(printing, key)
            if figure is not None and not 0 <= figure <= 100:
                yield entry.file.at((*path, key), CODE, score=figure)
