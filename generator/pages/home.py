"""The first page: what this is, what is wanted most, how to complain, what is new, the years, the latest score."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import languages
from generator.pages import linked
from generator.pages.draft import kept_back, left_to_do
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.site import Site
from generator.site.spending import has_spending
from generator.site.states import State, item_states
from generator.site.trail import Answered, Trail, answered
from generator.site.updates import news

WANTED = (
    *("contact", "service_manual", "eservice", "complaint_channel", "proc_monthly", "plan_progress", "executives"),
    *(
        "nogift_report",
        "complaint_stats",
        "measures_report",
        "annual_report",
        "nogift_decl",
        "budget_report",
        "hr_plan",
    ),
    *("proc_annual", "structure", "ac_plan", "qa", "news", "strategy", "powers", "social", "risk_assess"),
)
"""Families that citizens ask for most, first first, where ``wanted`` of ``agency.yaml`` names none."""

MOST_WANTED = 10
LATEST = 8


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.HOME, partial(_page, voice))


def _page(voice: Voice) -> Page:
    site, words = voice.site, voice.words
    states = {year: item_states(site, year) for year in site.years}
    years = []
    for year in site.years:
        complete = sum(state.state is State.COMPLETE for state in states[year])
        years.append({"year": year, "complete": complete, "all": len(states[year])})
    topics = [
        {"url": addresses.MEASURES, "title": words["home"]["measures"], "about": words["home"]["measures_about"]},
        {"url": addresses.ITA, "title": words["ita"]["title"], "about": words["home"]["ita_about"]},
        {"url": addresses.SIX_MONTH, "title": words["progress"]["title"], "about": words["home"]["six_month_about"]},
        {"url": addresses.UNITS, "title": words["units"]["title"], "about": words["home"]["units_about"]},
        {"url": addresses.FAMILIES, "title": words["crosswalk"]["title"], "about": words["home"]["families_about"]},
        {
            "url": addresses.ABOUT_DATA,
            "title": words["about_data"]["title"],
            "about": words["home"]["about_data_about"],
        },
    ]
    if has_spending(site):
        about = words["home"]["spending_about"]
        topics.insert(0, {"url": addresses.SPENDING, "title": words["spending"]["title"], "about": about})
    if site.subsites:
        topics.append(
            {"url": addresses.EXAMPLES, "title": words["examples"]["title"], "about": words["examples"]["lead"]}
        )
    latest = next((entry.data for entry in site.ita.values() if entry.data.total), None)
    return render(
        "home.md.jinja",
        voice,
        addresses.HOME,
        words["home"]["title"],
        {"hide": ["navigation", "toc"], "linked": linked.of_agency(voice)},
        menu="topics",
        years=years,
        wanted=list(wanted(site))[:MOST_WANTED],
        changes=news(voice.site)[:LATEST],
        complaint=answered(site, "complaint_channel"),
        contact=answered(site, "contact"),
        latest=latest,
        results=[entry.data for entry in site.ita.values()],
        topics=topics,
        left=left_to_do(site) if site.is_draft else None,
        kept_back=kept_back(voice) if site.is_draft else (),
        family_words=languages.families(voice.language),
    )


def wanted(site: Site) -> Iterator[Answered]:
    """What is wanted most and is answered, each in the latest year that answers it."""
    for family in site.agency.wanted or WANTED:
        if found := answered(site, family):
            yield found
