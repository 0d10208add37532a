"""An indicator with the number of one and the title of another.

In a text only a known title right behind the number counts. One mistake of one document is said once.

th:
  about: เลขตัวชี้วัดไม่ตรงกับชื่อ
  message: พิมพ์ว่าตัวชี้วัดที่ {number} {title}
  hint: |-
    ชื่อนี้เป็นของตัวชี้วัดที่ {meant}
    ตรวจทั้งเลขและชื่อกับเอกสารต้นทาง
  why: ผู้ที่ตามเลขกับผู้ที่ตามชื่อจะได้คำถามคนละชุด
  rule: ตัวชี้วัดสิบข้อและชื่อที่เคยพิมพ์ (เอกสารต้นทาง 001, 003 และ 004)
en:
  about: the number of one indicator with the title of another
  message: Printed as indicator {number} {title}
  hint: |-
    This is the title of indicator {meant}
    Check both the number and the title with the source document
  why: Who follows the number and who follows the title find different questions
  rule: The ten indicators and the titles that were printed for them (source documents 001, 003 and 004)
wrong: "- {indicator: 2, title: คุณภาพการดำเนินงาน}"
right: "- {indicator: 6, title: คุณภาพการดำเนินงาน}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.titles import Titled, titled
from generator.diagnostics import Diagnostic, Severity
from generator.models.assessment import known_assessment
from generator.models.ita import reference_key
from generator.site.site import Site

CODE = "indicator-number-unlike-title"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    known = known_assessment()
    found: dict[tuple[str, str, str], tuple[Titled, str]] = {}
    for one in titled(site):
        number = reference_key(one.number)
        meant = known.indicator_called(one.title)
        if "." in number or meant is None or meant.number == number:
            continue
        key = (one.document, number, meant.number)
        if key not in found or (found[key][0].is_prose and not one.is_prose):
            found[key] = (one, meant.number)
    for one, number in found.values():
        yield one.entry.file.at(one.path, CODE, number=one.number, title=one.title, meant=number)
