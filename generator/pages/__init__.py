"""Every page of a site in one language, as text; no file is read or written here.

A module of this package is one kind of page: a function ``pages(voice, trail)`` that gives
:class:`~generator.pages.page.Page` after page, and the template of the same name. A page says itself whether it stands in
the side menu, which has them in the order of the list below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, get_args

from generator.pages.page import Menu, Page
from generator.pages.voice import Voice
from generator.site.site import Site
from generator.site.trail import Trail

PAGES: tuple[Callable[[Voice, Trail], Iterator[Page]], ...] = tuple(
    import_module(f"{__name__}.{name}").pages
    for name in (
        "home",
        "year",
        "item",
        "moved",
        "withdrawn",
        "crosswalk",
        "answers",
        "readiness",
        "ita",
        "measures",
        "six_month",
        "units",
        "about_data",
        "accessibility",
        "data_guide",
        "checks",
        "examples",
        "search",
    )
)


def render_all(site: Site, language: str, memory: dict[str, Any] | None = None) -> Iterator[Page]:
    """Every generated page of a site in one language, one after the other.

    Args:
        memory: of the last time, for a server: a page whose data is the same object is not made again.
    """
    voice, trail = Voice(site, language, memory=memory), Trail(site)
    for pages in PAGES:
        yield from pages(voice, trail)


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
    listed = sorted(in_menu.values(), key=lambda page: page.url != "how-to-read/")  # which a reader needs first
    years = [
        {
            "year": of_year,
            "title": voice.words["common"]["fiscal_year"].format(year=voice.year(of_year)),
            "url": f"{of_year}/",
            "entries": [
                {"code": one.code, "title": voice.plain_item_title(one), "url": f"{of_year}/{one.slug}/"}
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
