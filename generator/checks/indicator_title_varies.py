"""One indicator that one document calls by two titles.

th:
  about: ตัวชี้วัดเดียวเรียกสองชื่อ
  message: ตัวชี้วัดที่ {number} ที่นี่เรียกว่า {title} แต่อีกแห่งเรียกว่า {first}
  hint: ใช้ชื่อเดียวกันทั้งเอกสาร
  why: ผู้ที่ค้นด้วยชื่อหนึ่งจะไม่พบอีกชื่อหนึ่ง
  rule: การเทียบในเอกสารเดียวกัน (เอกสารต้นทาง 004) เป็นเพียงคำแนะนำ เพราะใช้กันทั้งสองชื่อ
en:
  about: one indicator under two titles
  message: Indicator {number} is called {title} here and {first} elsewhere
  hint: Use one title in the whole document
  why: Who searches for one title does not find the other
  rule: Comparison within one document (source document 004); only advice, for both titles are in use
wrong: |-
  - {number: 4, title: การใช้ทรัพย์สินของราชการ}
  - {indicator: 4, title: การใช้ทรัพย์สินของทางราชการ}
right: "- {indicator: 4, title: การใช้ทรัพย์สินของราชการ}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.titles import titled
from generator.diagnostics import Diagnostic, Severity
from generator.models.assessment import known_assessment, title_key
from generator.models.ita import reference_key
from generator.site.site import Site

CODE = "indicator-title-varies"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    known = known_assessment()
    first: dict[tuple[str, str], str] = {}
    reported: set[tuple[str, str, str]] = set()
    for one in titled(site):
        number = reference_key(one.number)
        meant = known.indicator_called(one.title)
        if one.is_prose or (meant and meant.number != number):
            continue
        title = first.setdefault((one.document, number), one.title)
        key = (one.document, number, title_key(one.title))
        if title_key(title) != title_key(one.title) and key not in reported:
            reported.add(key)
            yield one.entry.file.at(one.title_path, CODE, number=one.number, title=one.title, first=title)
