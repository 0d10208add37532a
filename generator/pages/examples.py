"""The sites that are built below this one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.models.shared import Text
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    if not voice.site.subsites:
        return
    yield Planned(addresses.EXAMPLES, partial(_page, voice))


def _page(voice: Voice) -> Page:
    examples = []
    for path, site in voice.site.subsites.items():
        shared = voice.language if voice.language in site.agency.languages else "th"
        url = addresses.from_language_root(f"{path}/{addresses.root(shared)}", voice.language)
        titles: dict[str, Text] = {document.id: document.title for document in site.documents.values()}
        examples.append({"agency": site.agency, "url": url, "holds": list(titles.values())})
    return render(
        "examples.md.jinja",
        voice,
        addresses.EXAMPLES,
        voice.words["examples"]["title"],
        menu="about",
        examples=examples,
    )
