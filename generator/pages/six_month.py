"""All six-month reports: projects, what they cost, what stood in the way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from generator.families.ac_6m.model import ProgressReport
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail, answered


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.SIX_MONTH, partial(_page, voice, trail))


def _page(voice: Voice, trail: Trail) -> Page:
    found = [e.data for e in voice.site.disclosures if isinstance(e.data, ProgressReport) and e.data.family == "ac_6m"]
    reports = []
    for report in sorted((r for r in found if trail.url(r)), key=lambda r: r.data_year, reverse=True):
        amounts = [p.budget.amount for p in report.projects if p.budget and p.budget.amount is not None]
        url = trail.url(report).partition("#")[0]
        reports.append({"data": report, "url": url, "total": sum(amounts, Decimal(0))})
    return render(
        "six_month.md.jinja",
        voice,
        addresses.SIX_MONTH,
        voice.words["progress"]["title"],
        menu="topics",
        reports=reports,
        ended=_ended(voice),
        instead=answered(voice.site, "plan_progress"),
    )


def _ended(voice: Voice) -> int:
    """The assessed year from which the list asks for no six-month report any more; 0 where it still does, or never did."""
    asked = {
        year: any("ac_6m" in item.families for item in voice.site.catalogues[year].items) for year in voice.site.years
    }
    last = max((year for year, is_asked in asked.items() if is_asked), default=0)
    return min((year for year in asked if last and year > last), default=0)
