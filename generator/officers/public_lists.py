"""What is asked of agencies, as JSON for programs that are not this one: catalogues, components, calendar.

The contract, for every file: UTF-8; an object whose keys stay and keep their meaning, further ones may come; the same data
give the same bytes; years are fiscal years of the Buddhist Era, days are ISO 8601 in the Common Era; texts are objects
with ``th`` and, where there is one, ``en``. Each file has:

- ``licence``: ``CC0-1.0``. Codes, titles and years are facts of the NACC's published lists, which nobody can license; what
  is ours is the arrangement, and that is given away, so that an agency or another program may use a list without having
  to name or ask anybody. The program itself stays under its own licence.
- ``profile``: the kind of agency.
- ``certainty``: every mark → what it means. A mark stands beside whatever was not read in the NACC's own manual.

A catalogue (``data/catalogue-<year>.json``, and ``data/catalogue-<year>-<profile>.json`` for the second list of an agency
that answers two) has ``year``, ``source``, ``confirmed`` (the day, where an agency compared it
with the manual), ``sub_indicators`` (``number``, ``title``, ``confidence``) and ``items`` in order: ``code``,
``sub_indicator``, ``title``, ``families``, ``confidence``, and ``components``, those that the year asks for, as
``<family>.<id>``. The components (``data/components.json``) have ``families``: ``id``, ``name``, and ``components`` with
``id``, ``title``, ``confidence``, ``required`` and, where they are not of every year, ``since`` and ``until``. The calendar
(``data/calendar.json``) has ``years``: ``year`` and ``steps`` with ``kind``, ``start``, ``end``, ``known_to``,
``confidence``, ``source`` and ``note``; a year of which no day is known is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel

from generator import languages
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Component, Item, known_components
from generator.models.profile import components_of, profile_of
from generator.officers import start
from generator.site import addresses
from generator.site.site import Site

LICENCE = "CC0-1.0"
LICENCE_LINK = "https://creativecommons.org/publicdomain/zero/1.0/"

Asked = Callable[[Item, str, int], Iterable[Component]]
"""What an item must show of one of its families in a year."""


def lists_of_site(site: Site) -> dict[str, bytes]:
    """Address → JSON text of every list by which a site is made."""
    profile = site.agency.main_profile
    own = site.components_entry.data.components if site.components_entry else ()
    by_family = {**known_components(), **_by_family(own)}
    made = {}
    for year, of_year in site.catalogues.items():
        main, *others = of_year.lists
        made[addresses.catalogue_list(year)] = _with_head(profile, _catalogue(main, site.components))
        for other in others:
            content = _with_head(other.profile, _catalogue(other, site.components))
            made[addresses.catalogue_list(year, other.profile)] = content
    made[addresses.COMPONENTS_LIST] = _with_head(profile, {"families": _families(by_family)})
    made[addresses.CALENDAR_LIST] = _with_head(profile, {"years": _years(site.calendars)})
    return {address: _as_json(content) for address, content in made.items()}


def public_lists(profile: str) -> bytes:
    """Everything that comes with the program for one profile as one file: ``catalogues``, ``families``, ``years``."""
    catalogues = start.catalogues(profile)
    asked = partial(_asked, profile)
    families = {family for one in catalogues.values() for item in one.items for family in item.families}
    content = {
        "catalogues": [_catalogue(catalogues[year], asked) for year in sorted(catalogues)],
        "families": _families({family: known for family, known in known_components().items() if family in families}),
        "years": _years(start.calendars(profile)),
    }
    return _as_json(_with_head(profile, content))


def _asked(profile: str, item: Item, family: str, year: int) -> Iterable[Component]:
    return components_of(profile_of(profile), family, year, item.components, (profile,))


def _by_family(components: Iterable[Component]) -> dict[str, tuple[Component, ...]]:
    found: dict[str, tuple[Component, ...]] = {}
    for one in components:
        found[one.family] = (*found.get(one.family, ()), one)
    return found


def _with_head(profile: str, content: Mapping[str, Any]) -> dict[str, Any]:
    certainty = {
        mark: {language: languages.words(language)["confidence"][mark] for language in languages.LANGUAGES}
        for mark in languages.words("th")["confidence"]
    }
    return {"licence": LICENCE, "licence_link": LICENCE_LINK, "profile": profile, "certainty": certainty, **content}


def _catalogue(catalogue: Catalogue, asked: Asked) -> dict[str, Any]:
    items = [
        {
            **_plain(item, "components"),
            "components": [
                f"{family}.{one.id}" for family in item.families for one in asked(item, family, catalogue.year)
            ],
        }
        for item in catalogue.items
    ]
    return {**_plain(catalogue, "profile", "items", "replaced"), "items": items}


def _families(by_family: Mapping[str, Iterable[Component]]) -> list[dict[str, Any]]:
    names = {language: languages.families(language) for language in languages.LANGUAGES}
    return [
        {
            "id": family,
            "name": {language: names[language][family]["name"] for language in languages.LANGUAGES},
            "components": [_plain(one, "family") for one in components],
        }
        for family, components in by_family.items()
        if family in names["th"]
    ]


def _years(calendars: Mapping[int, Calendar]) -> list[dict[str, Any]]:
    return [_plain(calendars[year], "profile") for year in sorted(calendars)]


def _plain(model: BaseModel, *without: str) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude={*without}, exclude_none=True)


def _as_json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
