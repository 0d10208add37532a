"""A disclosure of a family that no item of its assessed year asks for, so that it would have no page.

th:
  about: ปีนี้ไม่ได้ถามเรื่องนี้
  message: บัญชีรายการปี {year} ไม่ได้ถามเนื้อหาประเภท {family} จึงไม่มีหน้าให้แสดง
  hint: "ตรวจปีที่ประเมิน ปีที่ถามเรื่องนี้: {years}"
  why: ข้อมูลที่ไม่มีข้อ O จะไม่มีใครพบบนเว็บไซต์
  rule: บัญชีรายการของปี ซึ่งยังไม่ได้เทียบกับคู่มือของ ป.ป.ช.
en:
  about: not asked for in this year
  message: The list of {year} does not ask for {family}, so there is no page to show it on
  hint: "Check the assessed year. Years that ask for it: {years}"
  why: Content without an O-number is found by nobody
  rule: The catalogue of the year, which is not compared with the NACC manual yet
wrong: |-
  family: ac_6m
  assessed_year: 2567
right: |-
  family: ac_6m
  assessed_year: 2566
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.site.site import Site

CODE = "family-not-asked"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        family, year = entry.data.family, entry.data.assessed_year
        catalogue = site.catalogues.get(year)
        if catalogue and catalogue.item_of(family) is None:
            if any(edition.item_of(family) for edition in site.former.get(year, ())):
                continue  # asked for until the catalogue was replaced, which is no mistake of the file
            years = [str(y) for y, other in sorted(site.catalogues.items()) if other.item_of(family)]
            yield entry.file.at(("family",), CODE, family=family, year=year, years=", ".join(years) or "–")
