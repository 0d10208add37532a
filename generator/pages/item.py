"""One item of one year, with every family that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import languages
from generator.disclosure import Disclosure
from generator.evidence import addresses
from generator.families import FAMILIES
from generator.families.measures_report.model import MeasuresReport
from generator.ita import anchor_part, reference_key
from generator.pages.page import Page, Voice, render
from generator.pages.year import sub_indicator_title
from generator.states import ItemState, item_states
from generator.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    for year in voice.site.years:
        states = item_states(voice.site, year)
        for number, state in enumerate(states):
            before = states[number - 1].item if number else None
            after = states[number + 1].item if number + 1 < len(states) else None
            yield _page(voice, trail, state, before=before, after=after)


def _page(voice: Voice, trail: Trail, state: ItemState, **neighbours: Any) -> Page:
    item, year = state.item, state.year
    facts: dict[str, Any] = {}
    templates: dict[str, str | None] = {}
    for family in state.families:
        template = FAMILIES[family.family].template
        templates[family.family] = f"{template}/page.md.jinja" if template else None
        if family.entry:
            facts.update(_facts(voice, trail, family.entry.data))
    root = "../" if voice.language == "th" else "../../"
    files = addresses(voice.site)
    return render(
        "item.md.jinja",
        voice,
        f"{year}/{item.slug}/index.md",
        f"{item.code} {voice.plain(item.title)}",
        {"year": year, "description": voice.plain(languages.families(voice.language)[item.families[0]]["about"])},
        of_year=year,
        state=state,
        sub_indicator=sub_indicator_title(voice, year, item.sub_indicator),
        family_words=languages.families(voice.language),
        family_pages=templates,
        evidence_address={file: root[3:] + address for file, address in files.items()},
        figures=lambda numbers: [voice.figure(n) for n in numbers],
        **neighbours,
        **facts,
    )


def _facts(voice: Voice, trail: Trail, disclosure: Disclosure) -> dict[str, Any]:
    """What the template of a disclosure's body needs beyond the disclosure itself."""
    facts: dict[str, Any] = {
        "ita": trail.ita_of(disclosure),
        "of_data_year": disclosure.data_year,
        "inside_report": isinstance(disclosure, MeasuresReport),
        "issue_titles": {issue.id: issue.title for issue in getattr(disclosure, "issues", ())},
        "issue_url": trail.url(disclosure, "x")[:-1],
        "titles": {measure.id: measure.title for measure in getattr(disclosure, "measures", ())},
        "results_of": {
            stop.measure.id: trail.results_of(stop) for stop in trail.measures if stop.disclosure is disclosure
        },
    }
    if isinstance(disclosure, MeasuresReport):
        facts["result_groups"] = _result_groups(voice, trail, disclosure)
    return facts


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
