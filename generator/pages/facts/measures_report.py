"""Results as the report's tables group them: by the indicator that their measures answer."""

from __future__ import annotations

from typing import Any

from generator.families.measures.model import Measure
from generator.families.measures_report.model import MeasuresReport, Result
from generator.models.disclosure import Disclosure
from generator.models.ita import anchor_part, reference_key
from generator.pages.voice import Voice
from generator.site.trail import Trail


def facts(voice: Voice, trail: Trail, disclosure: Disclosure) -> dict[str, Any]:
    assert isinstance(disclosure, MeasuresReport)
    return {"result_groups": _result_groups(voice, trail, disclosure)}


def _result_groups(voice: Voice, trail: Trail, report: MeasuresReport) -> list[dict[str, Any]]:
    """Results as the report's tables group them: by the indicator that their measures answer."""
    groups: dict[str, dict[str, Any]] = {}
    for result in report.results:
        stop = trail.measure_of(result, report)
        measure = stop.measure if stop else None
        numbers = measure.indicators if measure else ()
        key = reference_key(numbers[-1]) if numbers else ""
        is_own = stop is not None and stop.disclosure is report
        title = voice.words["results"]["group"].format(number=voice.plain(numbers[-1])) if numbers else ""
        slug = f"indicator-{anchor_part(key)}" if key else "all"
        origin = measure.origin if measure and is_own else result.origin
        group = groups.setdefault(key, {"title": title, "slug": slug, "origin": origin, "rows": []})
        url = "" if stop is None or is_own else stop.url
        group["rows"].append({"result": result, "measure": measure, "url": url, **_when_and_who(result, measure)})
    return list(groups.values())


def _when_and_who(result: Result, measure: Measure | None) -> dict[str, Any]:
    """The period and the owners of a result: its own, or those of its measure."""
    periods = (result.period,) if result.period else measure.all_periods if measure else ()
    return {"periods": periods, "owners": result.owners or (measure.all_owners if measure else ())}
