"""A disclosure of a family that its year asked for until the catalogue was replaced: it has no page any more.

th:
  about: บัญชีฉบับใหม่ของปีไม่ถามเรื่องนี้แล้ว
  message: "{family} เคยอยู่ข้อ {number} ของปี {year} แต่บัญชีฉบับที่ใช้อยู่ไม่ถามแล้ว จึงไม่มีหน้าให้แสดง"
  hint: เก็บแฟ้มไว้ได้ ถ้าเรื่องนี้ยังต้องเปิดเผย ให้เพิ่มในบัญชีฉบับที่ใช้อยู่
  why: ผู้ที่เคยอ่านเรื่องนี้จะไม่พบเนื้อหาแล้ว
  wrong: "profiles/<profile>/2567.yaml ไม่มี families: [laws] แต่มี 2567/laws.yaml"
  right: "families: [laws] อยู่ในข้อหนึ่งของ profiles/<profile>/2567.yaml"
  rule: บัญชีรายการของปีที่ใช้อยู่และที่ถูกแทน ซึ่งยังไม่ได้เทียบกับคู่มือของ ป.ป.ช.
en:
  about: the new list of the year no longer asks for this
  message: >-
    {family} was at {number} of {year}, but the list in force no longer asks for it, so there is no page to show it on
  hint: The file may stay. If this must still be disclosed, add it to the list in force
  why: Who has read this before will not find it any more
  wrong: "profiles/<profile>/2567.yaml has no families: [laws], but there is 2567/laws.yaml"
  right: "families: [laws] stands in an item of profiles/<profile>/2567.yaml"
  rule: The catalogues of the year, in force and replaced, which are not compared with the NACC manual yet
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "family-dropped"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        family, year = entry.data.family, entry.data.assessed_year
        catalogue = site.catalogues.get(year)
        if catalogue and catalogue.item_of(family) is None:
            former = next((item for edition in site.former.get(year, ()) if (item := edition.item_of(family))), None)
            if former:
                yield entry.file.at(("family",), CODE, family=family, year=year, number=former.code)
