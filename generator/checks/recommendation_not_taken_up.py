"""A recommendation of the assessor that no measure takes up.

What the NACC recommended is the first thing that it looks for the year after.

Wrong: ``recommendations: [{id: r-1, text: …}]``. Right: ``measures: [m-2]`` beside it.

Rule: 004 lists the NACC's recommendations and the measures that answer them (D).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.site.site import Site

CODE = "recommendation-not-taken-up"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, Measures) and entry.data.measures:
            for number, recommendation in enumerate(entry.data.recommendations):
                if not recommendation.measures:
                    yield entry.file.at(("recommendations", number), CODE, text=recommendation.text)
