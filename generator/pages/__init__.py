"""Every page of a site in one language, as text; no file is read or written here.

A module of this package is one kind of page: a function ``pages(voice, trail)`` that gives
one :class:`~generator.pages.page.Planned` after the other, and the template of the same name. A page says itself whether it stands in
the side menu, which has them in the order of the list below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from importlib import import_module
from typing import Any, get_args

from generator.pages.page import Menu, Page, Planned
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.recording import Form, Memory, RecordedSite
from generator.site.site import Site
from generator.site.trail import Trail

PAGES: tuple[Callable[[Voice, Trail], Iterator[Planned]], ...] = tuple(
    import_module(f"{__name__}.{name}").pages
    for name in (
        "home",
        "year",
        "item",
        "moved",
        "crosswalk",
        "answers",
        "readiness",
        "ita",
        "measures",
        "six_month",
        "spending",
        "units",
        "deadlines",
        "about_data",
        "accessibility",
        "data_guide",
        "checks",
        "examples",
        "search",
        "withdrawn",
    )
)


def plan(site: Site, language: str) -> Iterator[Planned]:
    """Every page that a site has in one language; none is made yet. Of two for one address the first counts."""
    voice, trail = Voice(site, language), Trail(site)
    seen: set[str] = set()
    for pages in PAGES:
        for planned in pages(voice, trail):
            if planned.address not in seen:
                seen.add(planned.address)
                yield planned


def render_all(site: Site, language: str, memory: Memory | None = None) -> Iterator[Page]:
    """Every generated page of a site in one language, one after the other.

    Args:
        memory: of earlier states of the same site: a page that is made of the same is not made again.
    """
    if memory is None:
        yield from (planned.make() for planned in plan(site, language))
        return
    recorded = RecordedSite(site)
    for planned in plan(recorded, language):
        yield memory.make(recorded, (language, planned.address), planned.make, _AS_PLAIN)


def render_one(site: Site, language: str, address: str) -> Page | None:
    """The page at one address; None where the site has none."""
    return next((planned.make() for planned in plan(site, language) if planned.address == address), None)


_FIELDS = tuple(one.name for one in fields(Page))
_AS_PLAIN = Form[Page](
    lambda page: {name: _plain_field(getattr(page, name)) for name in _FIELDS},
    lambda kept: Page(**kept),
)


def _plain_field(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def navigation(site: Site, language: str, made: Iterable[Page]) -> dict[str, Any]:
    """What the side menu shows: topics, the years, and the items of each year (the theme shows the open one).

    Args:
        made: every page that there is, so that no entry leads nowhere; of two for one address the first gives the title.
    """
    voice = Voice(site, language)
    in_menu: dict[str, Page] = {}
    for page in made:
        if page.menu:
            in_menu.setdefault(page.url, page)
    listed = sorted(in_menu.values(), key=lambda page: page.url != addresses.HOW_TO_READ)  # which a reader needs first
    years = [
        {
            "year": of_year,
            "title": voice.words["common"]["fiscal_year"].format(year=voice.year(of_year)),
            "url": addresses.year(of_year),
            "entries": [
                {"code": one.code, "title": voice.plain_item_title(one), "url": addresses.item(of_year, one)}
                for one in site.catalogues[of_year].items
            ],
        }
        for of_year in site.years
    ]
    return {
        "years": years,
        **{
            part: [{"title": page.title, "url": page.url or "./"} for page in listed if page.menu == part]
            for part in get_args(Menu)
        },
    }
