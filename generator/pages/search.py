"""The page of the search: a form whose address can be sent, and what to do where no script runs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    words = voice.words["search"]
    yield render(
        "search.md.jinja",
        voice,
        addresses.SEARCH,
        words["title"],
        {"description": words["label"], "search": {"exclude": True}},
        years=sorted(voice.site.years, reverse=True),
    )
