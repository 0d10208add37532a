"""Every page of a site in one language, as text; no file is read or written here.

A module of this package is one kind of page: a function ``pages(voice, trail)`` that gives
:class:`~generator.pages.page.Planned` after the other, and the template of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from generator.pages import (
    about_data,
    accessibility,
    answers,
    checks,
    crosswalk,
    data_guide,
    examples,
    home,
    ita,
    item,
    measures,
    moved,
    readiness,
    search,
    six_month,
    units,
    withdrawn,
    year,
)
from generator.pages.page import Page, Planned
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.recording import Memory, RecordedSite
from generator.site.site import Site
from generator.site.trail import Trail

PAGES: tuple[Callable[[Voice, Trail], Iterator[Planned]], ...] = (
    home.pages,
    year.pages,
    item.pages,
    moved.pages,
    withdrawn.pages,
    crosswalk.pages,
    answers.pages,
    readiness.pages,
    checks.pages,
    ita.pages,
    measures.pages,
    six_month.pages,
    units.pages,
    about_data.pages,
    accessibility.pages,
    data_guide.pages,
    examples.pages,
    search.pages,
)


def plan(site: Site, language: str) -> Iterator[Planned]:
    """Every page that a site has in one language; none is made yet."""
    voice, trail = Voice(site, language), Trail(site)
    for pages in PAGES:
        yield from pages(voice, trail)


def render_all(site: Site, language: str, memory: Memory | None = None) -> Iterator[Page]:
    """Every generated page of a site in one language, one after the other.

    Args:
        memory: of earlier states of the same site and language: a page that is made of the same is not made again.
    """
    if memory is None:
        yield from (planned.make() for planned in plan(site, language))
        return
    recorded = RecordedSite(site)
    for planned in plan(recorded, language):
        yield memory.make(recorded, (language, planned.address), planned.make)


def navigation(site: Site, language: str) -> dict[str, Any]:
    """What the side menu shows: topics, the years, and the items of each year (the theme shows the open one)."""
    voice = Voice(site, language)
    words = voice.words
    topics = [
        {"title": words["home"]["title"], "url": "./"},
        {"title": words["ita"]["title"], "url": addresses.ITA},
        {"title": words["measures"]["title"], "url": addresses.MEASURES},
        {"title": words["progress"]["title"], "url": addresses.SIX_MONTH},
        {"title": words["units"]["title"], "url": addresses.UNITS},
    ]
    about = [
        {"title": words["how_to_read"]["title"], "url": addresses.HOW_TO_READ},
        {"title": words["crosswalk"]["title"], "url": addresses.FAMILIES},
        {"title": words["about_data"]["title"], "url": addresses.ABOUT_DATA},
        {"title": words["accessibility"]["title"], "url": addresses.ACCESSIBILITY},
    ]
    if site.shows_work:
        about += [
            {"title": words["data_guide"]["title"], "url": addresses.DATA_GUIDE},
            {"title": words["checks"]["title"], "url": addresses.CHECKS},
        ]
    if site.is_draft:
        about.append({"title": words["checks"]["report_title"], "url": addresses.CHECK_REPORT})
    if site.subsites:
        about.append({"title": words["examples"]["title"], "url": addresses.EXAMPLES})
    years = [
        {
            "year": of_year,
            "title": words["common"]["fiscal_year"].format(year=voice.year(of_year)),
            "url": addresses.year(of_year),
            "entries": [
                {"code": one.code, "title": voice.plain_item_title(one), "url": addresses.item(of_year, one)}
                for one in site.catalogues[of_year].items
            ],
        }
        for of_year in site.years
    ]
    return {"topics": topics, "years": years, "about": about}
