"""A question or item below the target that no measure answers.

The analysis exists to take up what scored low; a question left out is what the next assessment finds again.

Wrong: E12 has 79.64, the target is 85, and no measure or issue names E12. Right: a measure with ``questions: [E12]``.

Rule: ita-oit §4 (measures rest on last year's ITA) and the target of 85 (D); only for results that measures rest on.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.models.ita import DEFAULT_TARGET
from generator.site.site import Site
from generator.site.trail import Trail

CODE = "unanswered-question"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    trail = Trail(site)
    analysed = {
        entry.data.ita_year for entry in site.disclosures if isinstance(entry.data, Measures) and entry.data.measures
    }
    for year, entry in site.ita.items():
        ita = entry.data
        if year not in analysed:
            continue
        target = ita.target if ita.target is not None else DEFAULT_TARGET
        for number, question in enumerate(ita.questions):
            if question.score is not None and question.score < target and not trail.is_taken_up(ita, question):
                name = question.code or str(question.text)
                yield entry.file.at(
                    ("questions", number, "score"), CODE, question=name, score=question.score, target=target
                )
