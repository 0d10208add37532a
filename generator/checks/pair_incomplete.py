"""A document that lacks the second form in which its neighbours stand.

Agencies publish the PDF that is signed beside the Excel form that is filled in; where all but one have both, one was
forgotten.

Wrong: six months as PDF and XLSX, the seventh as PDF only. Right: both of the seventh.

Rule: official forms are published as PDF and Excel side by side (P, ita-oit §5). Only where most documents of the list
come in pairs of one name; advice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "pair-incomplete"
SEVERITY = Severity.ADVICE

_KINDS = {".pdf": "PDF", ".xlsx": "XLSX", ".xls": "XLSX", ".csv": "CSV", ".docx": "DOCX"}


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        forms: dict[str, dict[str, int]] = {}
        for number, evidence in enumerate(entry.data.evidence):
            target = PurePosixPath(evidence.file or unquote(urlsplit(evidence.link or "").path))
            kind = _KINDS.get(target.suffix.lower())
            if kind:
                forms.setdefault(str(target.with_suffix("")).lower(), {}).setdefault(kind, number)
        pairs = [frozenset(kinds) for kinds in forms.values() if len(kinds) == 2]
        if len(pairs) < 2 or len(set(pairs)) > 1:
            continue
        alone = [kinds for kinds in forms.values() if len(kinds) == 1 and kinds.keys() <= pairs[0]]
        if len(alone) * 2 <= len(pairs):
            for kinds in alone:
                (kind, number), (missing,) = next(iter(kinds.items())), pairs[0] - kinds.keys()
                key = "file" if entry.data.evidence[number].file else "link"
                yield entry.file.at(("evidence", number, key), CODE, kind=kind, missing=missing, pairs=len(pairs))
