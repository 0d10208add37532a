"""A measure or a project that nobody is responsible for.

Source: ita-oit §4.

th:
  about: มาตรการที่ไม่มีผู้รับผิดชอบ
  message: มาตรการ {title} ไม่มีผู้รับผิดชอบ
  hint: เพิ่ม owners ที่มาตรการหรือที่ขั้นตอน
  why: ผู้รับผิดชอบเป็นองค์ประกอบที่ผู้ประเมินมองหา
  rule: เอกสารต้นทาง 001, 003 และ 004
en:
  about: A measure without an owner
  message: Nobody is responsible for the measure {title}
  hint: Add owners to the measure or to its steps
  why: The owner is a component that assessors look for
  rule: Source documents 001, 003 and 004
wrong: "- {id: m-1, title: อบรม}"
right: "- {id: m-1, title: อบรม, owners: [สลก.]}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.site.site import Site

CODE = "measure-without-owner"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, Measures):
            for number, measure in enumerate(entry.data.measures):
                if not measure.all_owners:
                    yield entry.file.at(("measures", number), CODE, title=measure.title)
