"""Results as the report's tables group them: by the indicator that their measures answer."""

from __future__ import annotations

from typing import Any

from generator.disclosure import Disclosure
from generator.families.measures_report.model import MeasuresReport
from generator.ita import anchor_part, reference_key
from generator.trail import Trail
from generator.voice import Voice


def facts(voice: Voice, trail: Trail, disclosure: Disclosure) -> dict[str, Any]:
    assert isinstance(disclosure, MeasuresReport)
    return {"result_groups": _result_groups(voice, trail, disclosure)}


def _result_groups(voice: Voice, trail: Trail, report: MeasuresReport) -> list[dict[str, Any]]:
    """Results as the report's tables group them: by the indicator that their measures answer."""
    groups: dict[str, dict[str, Any]] = {}
    for result in report.results:
        stop = trail.measure_of(result, report)
        numbers = stop.measure.indicators if stop else ()
        key = reference_key(numbers[-1]) if numbers else ""
        origin = stop.measure.origin if stop and stop.disclosure is report else result.origin
        title = (
            voice.words["results"]["group"].format(number=voice.plain(numbers[-1]))
            if numbers
            else voice.words["results"]["list"]
        )
        group = groups.setdefault(
            key,
            {
                "title": title,
                "caption": title,
                "slug": f"indicator-{anchor_part(key)}" if key else "other",
                "origin": origin,
                "rows": [],
            },
        )
        url = stop.url if stop and stop.disclosure is not report else ""
        group["rows"].append({"result": result, "measure": stop.measure if stop else None, "url": url})
    return list(groups.values())
