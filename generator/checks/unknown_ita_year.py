"""A disclosure that rests on the ITA result of a year that the data does not hold.

th:
  about: ไม่มีผล ITA ของปีที่อ้าง
  message: ไม่มีผล ITA ปี {year} ในข้อมูล
  hint: "กรอกหรือเพิ่ม ita/{year}.yaml หรือแก้ ita_year (ปีที่มี: {known}) หรือใส่ # หน้าบรรทัดนี้ไว้ก่อน"
  why: มาตรการต้องตามกลับไปถึงคะแนนที่เป็นที่มาได้
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: no ITA result of the year
  message: The data holds no ITA result of {year}
  hint: >-
    Fill in or add ita/{year}.yaml, or correct ita_year (years at hand: {known}), or put # before this line for the time
    being
  why: A measure must be traceable to the scores it comes from
  rule: What is referred to must be in the data; a rule of this program
wrong: "ita_year: 2665"
right: "ita_year: 2566"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.ita import ItaResult
from generator.site.site import Site

CODE = "unknown-ita-year"


def find(site: Site) -> Iterator[Diagnostic]:
    if ItaResult in site.unread:
        return
    for entry in site.disclosures:
        year = getattr(entry.data, "ita_year", None)
        if year and year not in site.ita:
            known = ", ".join(str(year) for year in site.ita) or "–"
            yield entry.file.at(("ita_year",), CODE, year=year, known=known)
