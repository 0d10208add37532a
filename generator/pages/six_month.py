"""All six-month reports: projects, what they cost, what stood in the way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.families.ac_6m.model import ProgressReport
from generator.pages.page import Page, render
from generator.pages.voice import Voice
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    found = [e.data for e in voice.site.disclosures if isinstance(e.data, ProgressReport) and e.data.family == "ac_6m"]
    reports = []
    for report in sorted((r for r in found if trail.url(r)), key=lambda r: r.data_year, reverse=True):
        amounts = [p.budget.amount for p in report.projects if p.budget and p.budget.amount is not None]
        url = trail.url(report).partition("#")[0]
        reports.append({"data": report, "url": url, "total": sum(amounts, Decimal(0))})
    yield render(
        "six_month.md.jinja",
        voice,
        "six-month/index.md",
        voice.words["progress"]["title"],
        menu="topics",
        reports=reports,
    )
