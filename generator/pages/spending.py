"""Every job that was bought or hired: the page to look through them, plain pages of each month, everybody who was chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from generator import languages
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.spending import Row, Spending, Year, has_spending, spending
from generator.site.trail import Trail
from generator.writing.companies import FORMS
from generator.writing.dates import month_names, write_date

LONGEST = 500
"""Rows of a plain page: what a phone without scripts still opens at once."""


@dataclass(frozen=True)
class Month:
    """The jobs of a month, or of a fiscal year that say no month.

    Attributes:
        year: the fiscal year.
        jobs: with the id of each, by day.
        parts: addresses of its pages.
    """

    start: date | None
    year: int
    jobs: Sequence[tuple[str, Row]]
    parts: tuple[str, ...]

    @property
    def money(self) -> Decimal:
        return sum((row.money for _, row in self.jobs), Decimal(0))


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    if not has_spending(voice.site):
        return
    found = spending(voice.site)
    yield Planned(addresses.SPENDING, partial(_page, voice))
    for number in range(1, _parts_of(len(found.suppliers)) + 1):
        yield Planned(addresses.suppliers(number), partial(_suppliers, voice, number))
    for number, month in enumerate(_months(found)):
        for part, address in enumerate(month.parts):
            yield Planned(address, partial(_month, voice, number, part, address))


def _parts_of(count: int) -> int:
    return max(1, -(-count // LONGEST))


def _months(found: Spending) -> list[Month]:
    """Every month that has jobs, the latest first."""
    months = []
    for of_year in found.jobs:
        for start, jobs in reversed(of_year.months.items()):
            parts = range(1, _parts_of(len(jobs)) + 1)
            by_day = sorted(jobs, key=lambda one: (one[1].day or date.max, -one[1].money))
            addresses_of = tuple(addresses.spending_month(start, of_year.year, part) for part in parts)
            months.append(Month(start, of_year.year, by_day, addresses_of))
    return months


def months_of(voice: Voice) -> list[Month]:
    return voice.site.recall(("spending", "months"), lambda: _months(spending(voice.site)))


def _page(voice: Voice) -> Page:
    found, words = spending(voice.site), voice.words["spending"]
    months = months_of(voice)
    return render(
        "spending.md.jinja",
        voice,
        addresses.SPENDING,
        words["title"],
        {"scripts": ["assets/spending.js"]},
        menu="topics",
        says=_lead(voice, found.jobs),
        terms=languages.terms_of(voice.language, page="spending"),
        years=[(year, [one for one in months if one.year == year.year]) for year in found.jobs],
        suppliers=len(found.suppliers),
        of_script=_said(voice),
        month_name=partial(_month_name, voice),
    )


def _lead(voice: Voice, years: Sequence[Year]) -> str:
    rows = [row for year in years for row in year.rows]
    first, last = min(year.year for year in years), max(year.year for year in years)
    key = "lead" if first != last else "lead_of_year"
    text: str = voice.words["spending"][key]
    return text.format(
        count=voice.figure(len(rows)),
        money=voice.baht(sum((row.money for row in rows), Decimal(0))),
        first=voice.year(first),
        last=voice.year(last),
    )


def _month_name(voice: Voice, month: Month) -> str:
    if month.start is None:
        text: str = voice.words["spending"]["no_month"]
        return text.format(year=voice.year(month.year))
    return write_date(month.start, voice.language, voice.digits).partition(" ")[2]


def _said(voice: Voice) -> Mapping[str, Any]:
    """What ``spending.js`` says and knows, beside what stands in the form."""
    months = {
        language: {"wide": month_names(language), "abbreviated": month_names(language, "abbreviated")}
        for language in languages.LANGUAGES
    }
    return {
        "language": voice.language,
        "digits": voice.digits,
        "months": months,
        "companies": FORMS,
        **voice.words["spending"]["said"],
    }


def _month(voice: Voice, number: int, part: int, address: str) -> Page:
    months = months_of(voice)
    month, words = months[number], voice.words["spending"]
    name = _month_name(voice, month)
    title = words["month_title"].format(month=name)
    if part:
        title = words["part"].format(title=title, part=voice.figure(part + 1))
    return render(
        "spending_month.md.jinja",
        voice,
        address,
        title,
        {"search": {"exclude": True}},
        says=words["month_says"].format(month=name, count=voice.figure(len(month.jobs)), money=voice.baht(month.money)),
        month=month,
        jobs=month.jobs[part * LONGEST : (part + 1) * LONGEST],
        part=part,
        name=name,
        earlier=months[number + 1] if number + 1 < len(months) else None,
        later=months[number - 1] if number else None,
        month_name=partial(_month_name, voice),
        unit_name=partial(_unit_name, voice),
    )


def _unit_name(voice: Voice, unit: str) -> str:
    known = voice.site.unit(unit)
    return voice.plain(known.label) if known else unit


def _suppliers(voice: Voice, part: int) -> Page:
    found, words = spending(voice.site).suppliers, voice.words["spending"]
    title = words["suppliers_title"]
    return render(
        "spending_suppliers.md.jinja",
        voice,
        addresses.suppliers(part),
        words["part"].format(title=title, part=voice.figure(part)) if part > 1 else title,
        says=words["suppliers_lead"].format(count=voice.figure(len(found))),
        suppliers=found[(part - 1) * LONGEST : part * LONGEST],
        first=(part - 1) * LONGEST,
        parts=_parts_of(len(found)),
        part=part,
    )
