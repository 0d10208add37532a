"""An address that was published and is no longer used: why, and where to look instead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    for number, one in enumerate(voice.site.agency.withdrawn):
        if one.address.endswith("/"):  # a file that is gone has no page to put in its place
            yield Planned(one.address, partial(_page, voice, number))


def _page(voice: Voice, number: int) -> Page:
    one, title = voice.site.agency.withdrawn[number], voice.words["withdrawn"]["title"]
    return render("withdrawn.md.jinja", voice, one.address, title, {"search": {"exclude": True}}, withdrawn=one)
