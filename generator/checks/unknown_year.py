"""A year for which there is no catalogue: of a disclosure, or in the list of years to show.

th:
  about: ไม่มีบัญชีรายการของปี
  message: ไม่มีบัญชีรายการเปิดเผยข้อมูลปี {year} ของหน่วยงานประเภท {profile}
  hint: "ปีที่มีบัญชี: {known} ถ้ามีบัญชีใหม่ให้เพิ่มใน profiles/{profile}/{year}.yaml"
  why: ไม่มีบัญชีของปีก็ไม่รู้ว่าเรื่องนี้คือข้อ O ใด
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: no list of items for the year
  message: There is no list of items of {year} for agencies of profile {profile}
  hint: "Years with a list: {known}. A new list goes into profiles/{profile}/{year}.yaml"
  why: Without the year's list nobody knows which O-number this is
  rule: What is referred to must be in the data; a rule of this program
wrong: "assessed_year: 2576"
right: "assessed_year: 2567"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.catalogue import Catalogue
from generator.site.site import Site

CODE = "unknown-year"


def find(site: Site) -> Iterator[Diagnostic]:
    if not site.catalogues or Catalogue in site.unread:
        return  # the profile is unknown, or a catalogue could not be read, which is said already
    known = ", ".join(str(year) for year in sorted(site.catalogues))
    profile = ", ".join(site.agency.profile)
    for number, year in enumerate(site.agency.years):
        if year not in site.catalogues:
            yield site.agency_entry.file.at(("years", number), CODE, year=year, profile=profile, known=known)
    for entry in site.disclosures:
        year = entry.data.assessed_year
        if year not in site.catalogues:
            yield entry.file.at(("assessed_year",), CODE, year=year, profile=profile, known=known)
