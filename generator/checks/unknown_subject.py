"""A claim about a question, indicator or instrument that the result does not hold.

A claim that names nothing cannot be checked, and its reader looks in vain.

Wrong: ``subjects: [I51]``. Right: ``subjects: [I15]``.

Rule: what is referred to must be in the data; a rule of this program.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.scores import known_codes
from generator.diagnostics import Diagnostic, Severity
from generator.input.shape import nearest
from generator.models.ita import reference_key
from generator.site.site import Site

CODE = "unknown-subject"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        ita = one.result.data
        if one.claim.among in ("questions", "items"):
            known = [name for q in ita.questions for name in (q.code, q.id) if name]
        elif one.claim.among == "indicators":
            known = [indicator.number for instrument in ita.instruments for indicator in instrument.indicators]
        else:
            known = [instrument.instrument for instrument in ita.instruments]
        keys = {reference_key(name) for name in known}
        if not keys or one.claim.among == "total":
            continue
        keys |= {reference_key(code) for code in known_codes(site, ita.year)}  # missing-score tells of those
        for number, subject in enumerate(one.claim.subjects):
            if reference_key(subject.removeprefix("ตัวชี้วัดที่")) not in keys:
                meant = nearest(subject, known)
                yield one.entry.file.at((*one.path, "subjects", number), CODE, id=subject, year=ita.year, meant=meant)
