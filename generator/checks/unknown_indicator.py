"""A measure for an indicator, or a question of an indicator, that the ITA result does not hold.

th:
  about: ไม่รู้จักตัวชี้วัด
  message: ไม่มีตัวชี้วัดที่ {number} ในผล ITA ปี {year}
  hint: ตรวจเลขตัวชี้วัด หรือเพิ่มตัวชี้วัดใน ita/{year}.yaml
  why: ลิงก์จากมาตรการกลับไปยังตัวชี้วัดจะขาด
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: unknown indicator
  message: The ITA result of {year} has no indicator {number}
  hint: Check the number, or add the indicator to ita/{year}.yaml
  why: The link from the measure back to the indicator would break
  rule: What is referred to must be in the data; a rule of this program
wrong: "indicators: [12]"
right: "indicators: [2]"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measure
from generator.models.ita import ItaResult, Question
from generator.site.site import Site

CODE = "unknown-indicator"


def find(site: Site) -> Iterator[Diagnostic]:
    for result in site.ita.values():
        if not _has_indicators(result.data):
            continue
        for path, question in result.each(Question):
            if question.indicator and result.data.indicator(question.indicator) is None:
                yield result.file.at((*path, "indicator"), CODE, number=question.indicator, year=result.data.year)
    for entry in site.disclosures:
        ita = site.ita_of(entry.data)
        if ita is None or not _has_indicators(ita):
            continue
        for path, measure in entry.each(Measure):
            for number, indicator in enumerate(measure.indicators):
                if ita.indicator(indicator) is None:
                    yield entry.file.at((*path, "indicators", number), CODE, number=indicator, year=ita.year)


def _has_indicators(ita: ItaResult) -> bool:
    """Whether a document prints indicators: else there is nothing to hold a question or measure against."""
    return any(instrument.indicators for instrument in ita.instruments)
