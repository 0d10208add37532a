"""A heading that names another year than the data below it.

Told where a heading names years and none of them is the year of the data, the assessed one or that of the ITA result,
and no span of years covers it; what stays from year to year and laws, which are called by the year of their making, are
left out.

th:
  about: ชื่อเรื่องเป็นของปีอื่น
  message: ชื่อเรื่องบอกปี {named} แต่ข้อมูลเป็นของปี {year}
  hint: แก้ปีในชื่อเรื่อง หรือตรวจว่าข้อมูลในแฟ้มเป็นของปีใด
  why: หัวเรื่องของปีก่อนเหนือหลักฐานของปีนี้ทำให้ผู้ตรวจประเมินเข้าใจว่าเป็นของปีก่อน ข้อนั้นจึงไม่ได้คะแนน
  rule: พบในหน้า OIT จริง (ita-oit §5); เฉพาะชื่อที่บอกปีแต่ไม่มีปีของข้อมูล ปีที่ประเมิน หรือช่วงปีที่ครอบคลุม
en:
  about: A heading of another year
  message: The heading names {named}, but the data is of {year}
  hint: Correct the year in the heading, or see which year the data of the file is of
  why: >-
    Last year's heading over this year's evidence makes an assessor take it for last year's, and the item scores nothing
  rule: >-
    Found on real OIT pages (ita-oit §5); only headings that name years, none of them the data's, the assessed one or in
    a span that covers it
wrong: |-
  data_year: 2568
  title: แผนปฏิบัติการ ประจำปี 2567
right: "title: แผนปฏิบัติการ ประจำปี 2568"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families import FAMILIES
from generator.site.site import Site
from generator.writing.dates import BE_OFFSET
from generator.writing.figures import fold_digits

CODE = "title-of-another-year"
SEVERITY = Severity.WARNING

_SPAN = re.compile(r"(2[45]\d\d|20\d\d)\s*(?:-|–|—|ถึง|to)\s*(?:พ\.\s?ศ\.\s*)?(2[45]\d\d|20\d\d|\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d/.])(2[45]\d\d|20\d\d)(?![\d/])")
_LAW = re.compile(r"พระราช|ระเบียบ|ข้อบังคับ|กฎกระทรวง|ประมวล|มาตรา|\bAct\b|Regulation|Code")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if data.title is None or FAMILIES[data.family].stays:
            continue
        known = {data.assessed_year, data.data_year, getattr(data, "ita_year", None)}
        for language in ("th", "en"):
            title = getattr(data.title, language) or ""
            years = sorted(_years(title))
            if years and not known & set(years) and not _LAW.search(title):
                named = ", ".join(map(str, years))
                yield entry.file.at(("title", language), CODE, named=named, year=data.data_year)


def _years(title: str) -> set[int]:
    """Every year that a heading names: single ones, or where there is none, those that a span covers."""
    text = fold_digits(title)
    spans = [(_be(one[1]), _be(one[2] if len(one[2]) == 4 else one[1][:2] + one[2])) for one in _SPAN.finditer(text)]
    single = {_be(one) for one in _YEAR.findall(_SPAN.sub(" ", text))}
    return single or {year for first, last in spans for year in range(first, min(last, first + 30) + 1)}


def _be(year: str) -> int:
    """A year of either era as a B.E. year."""
    return int(year) + (BE_OFFSET if int(year) < 2400 else 0)
