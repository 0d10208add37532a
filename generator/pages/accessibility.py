"""The accessibility statement: how to tell of a barrier, what was tested, what is known to fail."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.families.contact.model import Contact
from generator.models import accessibility
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail, answered


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.ACCESSIBILITY, partial(_page, voice))


def _page(voice: Voice) -> Page:
    site = voice.site
    own = site.agency.accessibility
    tested = accessibility.tested()
    found = answered(site, "contact")
    contact = found.data if found and isinstance(found.data, Contact) else None
    return render(
        "accessibility.md.jinja",
        voice,
        addresses.ACCESSIBILITY,
        voice.words["accessibility"]["title"],
        menu="about",
        own=own,
        unit=site.unit(own.unit) if own and own.unit else None,
        phones=(own and own.phones) or (contact.phones[:1] if contact else ()),
        emails=(own and own.emails) or (contact.emails[:1] if contact else ()),
        contact_url=found.url if found else "",
        tested=tested,
        widths=", ".join(voice.plain(str(width)) for width in tested.widths),
    )
