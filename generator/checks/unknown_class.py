"""A question or claim in a score class that the ITA result does not define."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.ita import ItaResult, Question
from generator.models import Claim
from generator.shape import closest
from generator.site import Site

CODE = "unknown-class"
SEVERITY = Severity.ERROR


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in (*site.ita.values(), *site.disclosures):
        ita: ItaResult | None = entry.data if isinstance(entry.data, ItaResult) else None
        if isinstance(entry.data, Measures) and entry.data.ita_year in site.ita:
            ita = site.ita[entry.data.ita_year].data
        known = [one.id for one in ita.classes] if ita else []
        for kind in (Question, Claim):
            for path, value in entry.each(kind):
                if value.class_ and value.class_ not in known:
                    meant = closest(value.class_, known) or ", ".join(known) or "–"
                    yield entry.file.at((*path, "class"), CODE, id=value.class_, meant=meant)
