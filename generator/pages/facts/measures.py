"""What the template of measures needs beyond the disclosure itself."""

from __future__ import annotations

from typing import Any

from generator.families.measures.model import Measures
from generator.models.disclosure import Disclosure
from generator.pages.voice import Voice
from generator.site.trail import Trail


def facts(voice: Voice, trail: Trail, disclosure: Disclosure) -> dict[str, Any]:
    assert isinstance(disclosure, Measures)
    return {
        "ita": trail.site.ita_of(disclosure),
        "issue_titles": {issue.id: issue.title for issue in disclosure.issues},
        "issue_url": trail.url(disclosure, "x")[:-1],
        "titles": {measure.id: measure.title for measure in disclosure.measures},
        "results_of": {
            stop.measure.id: trail.results_of(stop) for stop in trail.measures if stop.disclosure is disclosure
        },
    }
