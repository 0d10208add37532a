"""A question or item under an indicator that it does not belong to.

Its score is then counted into the wrong mean, and its measure answers the wrong indicator.

Wrong: I4 under indicator 1 in 2567. Right: under indicator 2.

Rule: questions of 2564–2567 (D: 003, 004), items by the year's catalogue (P, A); other years are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assessment import known_assessment
from generator.diagnostics import Diagnostic, Severity
from generator.ita import reference_key
from generator.site import Site

CODE = "question-of-another-indicator"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        known = known_assessment().questions_of(entry.data.year)
        catalogue = site.catalogues.get(entry.data.year)
        right = {code: number for number, codes in known.codes.items() for code in codes} if known else {}
        right |= {item.code: item.sub_indicator for item in catalogue.items} if catalogue else {}
        for number, question in enumerate(entry.data.questions):
            meant = right.get(question.code or "")
            if not meant or not question.indicator:
                continue
            said = reference_key(question.indicator)
            if said not in (meant, meant.partition(".")[0]):
                facts = {"name": question.code, "said": question.indicator, "meant": meant}
                yield entry.file.at(("questions", number, "indicator"), CODE, **facts)
