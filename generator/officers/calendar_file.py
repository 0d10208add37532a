"""The officer's calendar of a year as iCalendar (RFC 5545): the assessment's steps, and the agency's own days.

Contract: UTF-8, line ends CR LF, lines folded at 75 octets; every event takes whole days (``DTEND`` is the day behind the
last, as the RFC has it), takes no time (``TRANSPARENT``), and keeps its ``UID``, so that a file that is imported again
replaces its events. Summaries are in the language asked for. The same data give the same bytes: ``DTSTAMP`` is the
event's own first day, no clock is read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import languages
from generator.models.calendar import AssessmentStep
from generator.site.site import Site
from generator.site.states import item_states

FOLD = 75
"""Octets of a line, the line end not counted (RFC 5545 §3.1)."""


@dataclass(frozen=True)
class Event:
    """One event of whole days.

    Attributes:
        id: stays the same as long as the event means the same; unique within the agency and year.
    """

    id: str
    first: datetime.date
    last: datetime.date
    summary: str
    description: str


def events(site: Site, year: int, language: str) -> tuple[Event, ...]:
    """Everything that an officer should know of in an assessed year, by day; nothing where no day is known."""
    found = [*_steps(site, year, language), *_own_days(site, year, language)]
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.id)))


def step_name(step: AssessmentStep, words: Mapping[str, Any]) -> str:
    """What a step is called in the words of a language, and that only its month is known where that is so."""
    name = str(words["calendar"]["steps"][step.kind])
    return f"{name} ({words['calendar']['month_only']})" if step.known_to == "month" else name


def _steps(site: Site, year: int, language: str) -> Iterator[Event]:
    words = languages.words(language, site.list_name(language))
    calendar = site.calendars.get(year)
    numbers: dict[str, int] = {}
    for step in calendar.steps if calendar else ():
        numbers[step.kind] = numbers.get(step.kind, 0) + 1
        certainty = words["calendar"]["certainty"].format(
            certainty=words["confidence"][step.confidence], source=step.source.in_language(language)
        )
        yield Event(
            f"{step.kind}-{numbers[step.kind]}",
            step.first,
            step.last,
            words["calendar"]["summary"].format(year=year, step=step_name(step, words)),
            "\n".join([certainty, *([step.note.in_language(language)] if step.note else [])]),
        )


def _own_days(site: Site, year: int, language: str) -> Iterator[Event]:
    """The agency's day for the whole year, and the days of single disclosures, those of one day together."""
    words = languages.words(language, site.list_name(language))["calendar"]
    if day := site.agency.due_of(year):
        yield Event("deadline", day, day, words["deadline"].format(year=year), words["own"])
    families: dict[datetime.date, list[str]] = {}
    days = {entry.data.family: entry.data.due for entry in site.disclosures if entry.data.assessed_year == year}
    opened = [one for state in item_states(site, year) for one in state.families] if year in site.catalogues else []
    for family, due in {**{one.family: one.due for one in opened}, **days}.items():
        if due:
            families.setdefault(due, []).append(family)
    names = languages.families(language)
    for day, found in families.items():
        listed = ", ".join(names[family]["name"] for family in sorted(found))
        yield Event(f"due-{day:%Y%m%d}", day, day, words["due"].format(year=year, count=len(found)), listed)


def as_icalendar(site: Site, year: int, language: str) -> bytes:
    """The events of a year as one file."""
    agency = site.agency.short_name.in_language(language)
    name = languages.words(language)["calendar"]["name"].format(year=year, agency=agency)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//oit-disclosure//calendar//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for event in events(site, year, language):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{site.agency.main_profile}-{year}-{event.id}@oit-disclosure",
            f"DTSTAMP:{_day(event.first)}T000000Z",
            f"DTSTART;VALUE=DATE:{_day(event.first)}",
            f"DTEND;VALUE=DATE:{_day(event.last + datetime.timedelta(days=1))}",
            f"SUMMARY:{_escaped(event.summary)}",
            f"DESCRIPTION:{_escaped(event.description)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8")


def _day(day: datetime.date) -> str:
    return f"{day:%Y%m%d}"


def _escaped(text: str) -> str:
    """A TEXT value (RFC 5545 §3.3.11)."""
    plain = text.replace("\r\n", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none cut within a letter; a piece that goes on begins with a space."""
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode("utf-8"))
        if size + width > FOLD:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += width
    return "\r\n".join(pieces)
