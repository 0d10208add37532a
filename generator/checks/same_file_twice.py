"""One and the same file as the answer of two items, under two titles.

Source: ita-oit §5. Where different ``pages`` are named it is meant; advice.

th:
  about: แฟ้มเดียวกันใช้ตอบสองข้อด้วยคนละชื่อ
  message: แฟ้มของ {title} เป็นแฟ้มเดียวกันทุกไบต์กับ {other} ใน {where}
  hint: ตรวจว่าเลือกแฟ้มถูก ถ้าตั้งใจใช้เอกสารเดียวตอบสองข้อ ให้ใช้ชื่อเดียวกันหรือระบุหน้าใน pages
  why: มักเป็นการใส่แฟ้มผิด หรือนำแฟ้มปีก่อนมาขึ้นใต้หัวเรื่องใหม่
  wrong: แผนปี 2567 และแผนปี 2568 เป็นแฟ้มเดียวกัน
  right: แฟ้มของแต่ละปีแยกกัน
  rule: เทียบ SHA-256 ของแฟ้ม (แน่นอนว่าเป็นแฟ้มเดียวกัน ไม่แน่ว่าผิด)
en:
  about: one file for two items under two titles
  message: The file of {title} is byte for byte that of {other} in {where}
  hint: See whether it is the right file; where one document answers two items, give it one title or name its pages
  why: Mostly the wrong file was chosen, or last year's was put under a new heading
  wrong: the plan of 2567 and the plan of 2568 are one file
  right: each year has its own file
  rule: Equal SHA-256 (certainly the same file, not certainly wrong)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.evidence_names import papers
from generator.site.site import Site

CODE = "same-file-twice"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, str, str, set[str]]] = {}
    for entry, path, evidence, file in sorted(
        papers(site), key=lambda one: (one[0].data.assessed_year, one[0].file.name)
    ):
        if not file.sha256 or not file.size:
            continue
        title = "".join(evidence.title.th.split())
        pages = evidence.pages or " ".join(one.pages or "" for one in evidence.shows).strip()
        where, said, first_pages, seen = first.setdefault(
            file.sha256, (entry.file.name, evidence.title.th, pages, {title})
        )
        is_part = pages and first_pages and pages != first_pages
        if title not in seen and where != entry.file.name and not is_part:
            seen.add(title)
            facts = {"title": short(evidence.title), "other": short(said), "where": where}
            yield entry.file.at((*path, "file"), CODE, **facts)
