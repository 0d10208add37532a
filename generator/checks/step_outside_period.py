"""A step that runs outside the period of its measure.

th:
  about: ขั้นตอนอยู่นอกระยะเวลาของมาตรการ
  message: ขั้นตอนทำ {step} แต่มาตรการทำ {measure}
  hint: แก้ระยะเวลาของขั้นตอนหรือของมาตรการ
  why: ผู้ติดตามจะมองหาผิดเดือน
  rule: ช่วงที่เอกสารพิมพ์เอง
en:
  about: A step outside the period of its measure
  message: The step runs {step}, the measure {measure}
  hint: Correct the period of the step or of the measure
  why: Who follows up looks in the wrong months
  rule: The periods that the document prints itself
wrong: |-
  period: ไตรมาส 1
  steps:
  - {text: อบรม, period: ไตรมาส 3}
right: "period: ไตรมาส 1 - 3"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measure, Measures
from generator.families.measures_report.model import MeasuresReport
from generator.site.site import Site
from generator.writing.dates import write_days

CODE = "step-outside-period"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if not isinstance(entry.data, Measures | MeasuresReport):
            continue
        for path, measure in entry.each(Measure):
            bounds = measure.period.span.days(entry.data.data_year) if measure.period else None
            for number, step in enumerate(measure.steps):
                days = step.period.span.days(entry.data.data_year) if step.period else None
                if bounds and days and (days[0] < bounds[0] or days[1] > bounds[1]):
                    facts = {"step": write_days(*days), "measure": write_days(*bounds)}
                    yield entry.file.at((*path, "steps", number, "period"), CODE, **facts)
