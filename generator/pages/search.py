"""The page of the search: a form whose address can be sent, and what to do where no script runs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.SEARCH, partial(_page, voice))


def _page(voice: Voice) -> Page:
    words = voice.words["search"]
    return render(
        "search.md.jinja",
        voice,
        addresses.SEARCH,
        words["title"],
        {"description": words["label"], "search": {"exclude": True}},
        years=sorted(voice.site.years, reverse=True),
    )
