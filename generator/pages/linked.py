"""What programs are told of a page: schema.org as JSON-LD, from the data that the page itself shows.

Addresses must be whole, so that nothing is told where nobody knows yet where the site will stand.
"""

from __future__ import annotations

from typing import Any

from generator.families.contact.model import Contact
from generator.pages import headline
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.states import ItemState
from generator.site.trail import answered
from generator.tables.totals import Tabled
from generator.writing.dates import quarter_days

CONTEXT = "https://schema.org"
_KINDS = {".csv": "text/csv", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def of_agency(voice: Voice) -> list[dict[str, Any]]:
    """The agency as a GovernmentOrganization, for the first page."""
    if not voice.site.base_url:
        return []
    agency, contact = voice.site.agency, answered(voice.site, "contact")
    told: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "GovernmentOrganization",
        "name": voice.plain(agency.name),
        "alternateName": voice.plain(agency.short_name),
        "url": agency.website or _whole(voice, addresses.HOME),
    }
    if agency.logo and agency.logo.file:
        told["logo"] = _file(voice, voice.evidence_address(agency.logo.file))
    if contact and isinstance(contact.data, Contact):
        data = contact.data
        phone = next((one.link.removeprefix("tel:").partition(";")[0] for one in data.phones if one.link), "")
        email = next((one.address for one in data.emails if one.link), "")
        facts = {"telephone": phone, "email": email, "address": voice.plain(data.address)}
        told |= {key: fact for key, fact in facts.items() if fact}
    return [told]


def of_item(voice: Voice, state: ItemState, title: str) -> list[dict[str, Any]]:
    """The way to an item from the first page, and each table on it as a Dataset with its downloads."""
    if not voice.site.base_url:
        return []
    agency = voice.plain(voice.site.agency.short_name)
    year = voice.words["year"]["title"].format(year=voice.year(state.year))
    here = addresses.item(state.year, state.item)
    steps = [(agency, addresses.HOME), (year, addresses.year(state.year)), (f"{state.item.code} {title}", here)]
    way = {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": _whole(voice, address)}
            for number, (name, address) in enumerate(steps, start=1)
        ],
    }
    tables = [
        _dataset(voice, state, family.entry.data, title)
        for family in state.families
        if family.entry and isinstance(family.entry.data, Tabled) and family.entry.data.rows
    ]
    return [way, *tables]


def _dataset(voice: Voice, state: ItemState, data: Tabled, title: str) -> dict[str, Any]:
    first, last = quarter_days(data.data_year, 1, 4)
    family = next(one for one in state.families if one.family == data.family)
    told = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": f"{title} {voice.year(data.data_year)}",
        "description": headline.of_family(voice, state, family),
        "url": _whole(voice, addresses.item(state.year, state.item, data.family)),
        "inLanguage": "th",
        "isAccessibleForFree": True,
        "temporalCoverage": f"{first.isoformat()}/{last.isoformat()}",
        "creator": {"@type": "GovernmentOrganization", "name": voice.plain(voice.site.agency.name)},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": voice.site.base_url + addresses.table(data.assessed_year, data.family, ending),
            }
            for ending, kind in _KINDS.items()
        ],
    }
    return told | ({"dateModified": data.published.isoformat()} if data.published else {})


def _whole(voice: Voice, address: str) -> str:
    return f"{voice.site.base_url}{addresses.root(voice.language)}{address}"


def _file(voice: Voice, from_root: str) -> str:
    """The whole address of a file that is told as the language's root reaches it."""
    return voice.site.base_url + from_root.removeprefix("../")
