"""The first page: what this is, the years, the latest score, the most wanted things."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page, render
from generator.states import State, item_states
from generator.trail import Trail
from generator.voice import Voice


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    site, words = voice.site, voice.words
    years = []
    for year in site.years:
        states = item_states(site, year)
        complete = sum(state.state is State.COMPLETE for state in states)
        years.append({"year": year, "complete": complete, "all": len(states)})
    topics = [
        {"url": "measures/", "title": words["home"]["measures"], "about": words["home"]["measures_about"]},
        {"url": "ita/", "title": words["ita"]["title"], "about": words["home"]["ita_about"]},
        {"url": "six-month/", "title": words["progress"]["title"], "about": words["home"]["six_month_about"]},
        {"url": "units/", "title": words["units"]["title"], "about": words["home"]["units_about"]},
        {"url": "how-to-read/", "title": words["how_to_read"]["title"], "about": words["home"]["how_to_read_about"]},
        {"url": "about-data/", "title": words["about_data"]["title"], "about": words["home"]["about_data_about"]},
    ]
    if site.subsites:
        topics.append({"url": "examples/", "title": words["examples"]["title"], "about": words["examples"]["lead"]})
    latest = next((entry.data for entry in site.ita.values() if entry.data.total), None)
    yield render("home.md.jinja", voice, "index.md", words["home"]["title"], years=years, latest=latest, topics=topics)
