"""Two disclosures for one place: the same family of the same assessed year.

th:
  about: เปิดเผยเรื่องเดียวกันสองครั้ง
  message: มี {family} ของปีที่ประเมิน {year} อยู่แล้วใน {other}
  hint: รวมเป็นแฟ้มเดียว หรือแก้ family หรือ assessed_year ของแฟ้มนี้
  why: หน้าเดียวแสดงได้เรื่องละหนึ่งชุด อีกชุดจะหายไป
  wrong: 2567/measures.yaml และ 2567/measures-new.yaml
  right: 2567/measures.yaml
  rule: ข้อหนึ่งมีหน้าเดียวต่อปี กำหนดโดยโปรแกรมนี้
en:
  about: disclosed twice
  message: "{family} of assessed year {year} stands in {other} already"
  hint: Merge the files, or correct family or assessed_year of this one
  why: A page can show it once; the other would be lost
  wrong: 2567/measures.yaml and 2567/measures-new.yaml
  right: 2567/measures.yaml
  rule: An item has one page a year; a rule of this program
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.site.site import Site

CODE = "second-disclosure"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        first = site.disclosure(entry.data.family, entry.data.assessed_year)
        if first is not None and first is not entry:
            facts = {"family": entry.data.family, "year": entry.data.assessed_year, "other": first.file.name}
            yield entry.file.at(("family",), CODE, **facts)
