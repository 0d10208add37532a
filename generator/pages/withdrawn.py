"""An address that was published and is no longer used: why, and where to look instead."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page, render
from generator.pages.voice import Voice
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    title = voice.words["withdrawn"]["title"]
    for one in voice.site.agency.withdrawn:
        if one.address.endswith("/"):  # a file that is gone has no page to put in its place
            yield render("withdrawn.md.jinja", voice, one.address, title, {"search": {"exclude": True}}, withdrawn=one)
