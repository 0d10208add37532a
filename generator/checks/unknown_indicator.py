"""A measure for an indicator, or a question of an indicator, that the ITA result does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measure
from generator.models.ita import Question
from generator.site.site import Site

CODE = "unknown-indicator"


def find(site: Site) -> Iterator[Diagnostic]:
    for result in site.ita.values():
        if not any(instrument.indicators for instrument in result.data.instruments):
            continue  # the document prints no indicators: nothing to hold a question against
        for path, question in result.each(Question):
            if question.indicator and result.data.indicator(question.indicator) is None:
                yield result.file.at((*path, "indicator"), CODE, number=question.indicator, year=result.data.year)
    for entry in site.disclosures:
        ita = site.ita_of(entry.data)
        if ita is None:
            continue
        if not any(instrument.indicators for instrument in ita.instruments):
            continue
        for path, measure in entry.each(Measure):
            for number, indicator in enumerate(measure.indicators):
                if ita.indicator(indicator) is None:
                    yield entry.file.at((*path, "indicators", number), CODE, number=indicator, year=ita.year)
