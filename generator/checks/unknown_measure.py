"""A result or a recommendation that names a measure which is not there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measures, Recommendation
from generator.families.measures_report.model import MeasuresReport, Result
from generator.models.disclosure import Disclosure
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-measure"


def find(site: Site) -> Iterator[Diagnostic]:
    of_year: dict[int, list[str]] = {}
    for entry in site.disclosures:
        if isinstance(entry.data, Measures | MeasuresReport):
            of_year.setdefault(entry.data.data_year, []).extend(measure.id for measure in entry.data.measures)
    for entry in site.disclosures:
        known = of_year.get(entry.data.data_year, [])
        for path, result in entry.each(Result):
            if Disclosure not in site.unread and result.measure not in known:
                yield entry.file.at(
                    (*path, "measure"),
                    CODE,
                    id=result.measure,
                    meant=nearest(result.measure, known),
                )
        own = [measure.id for measure in getattr(entry.data, "measures", ())]
        for path, recommendation in entry.each(Recommendation):
            for number, id in enumerate(recommendation.measures):
                if id not in own:
                    yield entry.file.at((*path, "measures", number), CODE, id=id, meant=nearest(id, own))
