"""The sites that are built below this one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.shared import Text
from generator.pages.page import Page, render
from generator.pages.voice import Voice
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    if not voice.site.subsites:
        return
    examples = []
    for path, site in voice.site.subsites.items():
        shared = voice.language if voice.language in site.agency.languages else "th"
        # From the language's root: an English page first climbs out of /en/, then into the subsite's own.
        up = "" if voice.language == "th" else "../"
        url = f"{up}{path}/" + ("" if shared == "th" else f"{shared}/")
        titles: dict[str, Text] = {document.id: document.title for document in site.documents.values()}
        examples.append({"agency": site.agency, "url": url, "holds": list(titles.values())})
    yield render(
        "examples.md.jinja",
        voice,
        "examples/index.md",
        voice.words["examples"]["title"],
        menu="about",
        examples=examples,
    )
