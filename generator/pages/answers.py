"""The answer sheet of a year: every item, the address to answer with, where each component is seen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import languages
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.answers import answers_of
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    for year in voice.site.years:
        yield Planned(addresses.answers(year), partial(_page, voice, year))


def _page(voice: Voice, year: int) -> Page:
    answers = answers_of(voice.site, year)
    return render(
        "answers.md.jinja",
        voice,
        addresses.answers(year),
        voice.words["answers"]["title"].format(year=voice.year(year)),
        {"year": year, "search": {"exclude": True}},  # it says again what the items' own pages say
        of_year=year,
        answers=answers,
        has=sum(answer.has for answer in answers),
        downloads=[
            (ending.upper(), voice.download_address(addresses.answer_sheet(year, ending))) for ending in ("xlsx", "csv")
        ],
        family_words=languages.families(voice.language),
        base_url=voice.site.base_url + addresses.root(voice.language),
        root_url=voice.site.base_url,
    )
