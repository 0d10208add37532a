"""A result or a recommendation that names a measure which is not there.

th:
  about: ไม่รู้จักมาตรการ
  message: ไม่มีมาตรการรหัส {id} ของปีเดียวกัน
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ถ้าเป็นมาตรการใหม่ให้เพิ่มใน measures ของปีเดียวกัน
  why: ผลที่ไม่รู้ว่าเป็นของมาตรการใดไม่มีความหมาย
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: unknown measure
  message: There is no measure {id} of the same year
  hint: |-
    Did you mean {meant}?
    A new measure goes into measures of the same year
  why: A result of no known measure means nothing
  rule: What is referred to must be in the data; a rule of this program
wrong: "measure: m-22"
right: "measure: m-2-2"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measures, Recommendation
from generator.families.measures_report.model import MeasuresReport, Result
from generator.models.disclosure import Disclosure
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-measure"


def find(site: Site) -> Iterator[Diagnostic]:
    of_year: dict[int, list[str]] = {}
    for entry in site.disclosures:
        if isinstance(entry.data, Measures | MeasuresReport):
            of_year.setdefault(entry.data.data_year, []).extend(measure.id for measure in entry.data.measures)
    for entry in site.disclosures:
        known = of_year.get(entry.data.data_year, [])
        for path, result in entry.each(Result):
            if Disclosure not in site.unread and result.measure not in known:
                yield entry.file.at(
                    (*path, "measure"),
                    CODE,
                    id=result.measure,
                    meant=nearest(result.measure, known),
                )
        own = [measure.id for measure in getattr(entry.data, "measures", ())]
        for path, recommendation in entry.each(Recommendation):
            for number, id in enumerate(recommendation.measures):
                if id not in own:
                    yield entry.file.at((*path, "measures", number), CODE, id=id, meant=nearest(id, own))
