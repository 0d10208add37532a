"""Two links of one item with the same words and different targets.

Source: ita-oit §5; found most with a PDF and its workbook; advice.

th:
  about: สองลิงก์ใช้ข้อความเดียวกัน
  message: ลิงก์ {title} มีข้อความเดียวกับลิงก์ไป {other} แต่ไปคนละที่
  hint: เขียนให้ต่างกัน เช่น เติม (PDF) และ (Excel) หรือบอกเดือน
  why: ผู้ที่ฟังหน้าเว็บได้ยินข้อความเดียวกันสองครั้งและเลือกไม่ถูก
  rule: WCAG 2.2 ข้อ 2.4.9 และพบในหน้า OIT จริง
en:
  about: two links with the same words
  message: The link {title} has the words of the link to {other}, but leads elsewhere
  hint: Tell them apart, such as by (PDF) and (Excel), or by the month
  why: Who listens to the page hears the same words twice and cannot choose
  rule: WCAG 2.2, 2.4.9, and found on real OIT pages
wrong: |-
  - {title: รายงาน, file: files/r.pdf}
  - {title: รายงาน, file: files/r.xlsx}
right: |-
  - {title: รายงาน (PDF), file: files/r.pdf}
  - {title: รายงาน (Excel), file: files/r.xlsx}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.evidence_names import papers
from generator.site.site import Site

CODE = "repeated-link-text"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], str] = {}
    for entry, path, evidence, _ in papers(site):
        target = evidence.file or evidence.link or ""
        key = (entry.file.name, "".join(evidence.title.th.split()))
        other = seen.setdefault(key, target)
        if other != target:
            yield entry.file.at((*path, "title"), CODE, title=short(evidence.title), other=short(other))
