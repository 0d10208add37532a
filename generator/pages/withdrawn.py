"""An address that was published and is no longer used: why, and where to look instead.

The agency withdraws addresses in ``agency.yaml``. What is for the office was on public sites once: there its addresses say
that it is in the draft now.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    for number, one in enumerate(voice.site.agency.withdrawn):
        if one.address.endswith("/"):  # a file that is gone has no page to put in its place
            for address in (one.address, *_published_below(voice, one.address)):
                yield Planned(address, partial(_page, voice, number, address))
    if not voice.site.is_draft:
        for address in _published_below(voice, ""):
            if addresses.is_for_the_office(address):
                yield Planned(address, partial(_office_page, voice, address))


def _published_below(voice: Voice, address: str) -> Iterator[str]:
    """Pages of this language that were published below an address."""
    root = addresses.root(voice.language)
    for published in sorted(voice.site.published):
        page = published.removeprefix(root)
        if published.startswith(root) and page.startswith(address) and page.endswith("/") and page != address:
            yield page


_META = {"search": {"exclude": True}, "noindex": True}


def _page(voice: Voice, number: int, address: str) -> Page:
    one, title = voice.site.agency.withdrawn[number], voice.words["withdrawn"]["title"]
    return render("withdrawn.md.jinja", voice, address, title, _META, reason=one.reason, day=one.date)


def _office_page(voice: Voice, address: str) -> Page:
    words = voice.words["withdrawn"]
    return render("withdrawn.md.jinja", voice, address, words["title"], _META, reason=words["for_the_office"], day=None)
