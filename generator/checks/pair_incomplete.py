"""A document that lacks the second form in which its neighbours stand.

Source: ita-oit §5. Only where most documents of the list come in pairs of one name; advice.

th:
  about: เอกสารขาดคู่ PDF หรือ Excel
  message: เอกสารนี้มีแต่ {kind} ไม่มี {missing} ทั้งที่อีก {pairs} เรื่องมีครบคู่
  hint: เพิ่มแฟ้ม {missing} ของเรื่องนี้
  why: แบบฟอร์มทางการเผยแพร่เป็น PDF คู่กับ Excel เรื่องที่ขาดคู่มักลืมใส่
  rule: หน่วยงานเผยแพร่ PDF และ Excel คู่กัน (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a document without its PDF or Excel form
  message: This document is there as {kind} and not as {missing}, while {pairs} others have both
  hint: Add the {missing} of this one
  why: Official forms are published as PDF and Excel; one that lacks the other was mostly forgotten
  rule: Agencies publish both side by side (read on public pages of agencies)
wrong: m1.pdf m1.xlsx m2.pdf m2.xlsx m3.pdf
right: m1.pdf m1.xlsx m2.pdf m2.xlsx m3.pdf m3.xlsx
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Severity
from generator.models.shared import Evidence
from generator.site.evidence_names import path_of
from generator.site.site import Site

CODE = "pair-incomplete"
SEVERITY = Severity.ADVICE

_KINDS = {".pdf": "PDF", ".xlsx": "XLSX", ".xls": "XLSX", ".csv": "CSV", ".docx": "DOCX"}


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        forms = _forms(entry.data.evidence)
        pairs = [frozenset(kinds) for kinds in forms.values() if len(kinds) == 2]
        if len(pairs) < 2 or len(set(pairs)) > 1:
            continue
        alone = [kinds for kinds in forms.values() if len(kinds) == 1 and kinds.keys() <= pairs[0]]
        if len(alone) * 2 <= len(pairs):
            for kinds in alone:
                (kind, number), (missing,) = next(iter(kinds.items())), pairs[0] - kinds.keys()
                key = "file" if entry.data.evidence[number].file else "link"
                yield entry.file.at(("evidence", number, key), CODE, kind=kind, missing=missing, pairs=len(pairs))


def _forms(listed: Sequence[Evidence]) -> dict[str, dict[str, int]]:
    """Name without its ending → kind of file → number of the document in the list."""
    forms: dict[str, dict[str, int]] = {}
    names = [evidence.file or path_of(evidence.link or "") for evidence in listed]
    if len({name[-5:].rpartition(".")[2].lower() for name in names}) < 2:
        return forms  # all of one kind: what most lists are
    for number, name in enumerate(names):
        target = PurePosixPath(name)
        kind = _KINDS.get(target.suffix.lower())
        if kind:
            forms.setdefault(str(target.with_suffix("")).lower(), {}).setdefault(kind, number)
    return forms
