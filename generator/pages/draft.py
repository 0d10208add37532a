"""What only the office sees of its draft: what is left to do, what to write, the files behind a page, faults in the data."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup, escape

from generator import languages
from generator.diagnostics import Diagnostic
from generator.models.agency import Units
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.shared import Text
from generator.officers.gaps import Gap, Lack, gaps, seen_from, what_lacks, what_to_write
from generator.officers.to_fill import why_held
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.disclosure_files import disclosure_path
from generator.site.holding import held_here
from generator.site.site import Site


@dataclass(frozen=True)
class Left:
    """What one owner has to do, by day; ``owner`` is None for what nobody owns."""

    owner: Text | None
    gaps: tuple[Gap, ...]


def left_to_do(site: Site) -> tuple[Left, ...]:
    """Every gap of the shown years by owner, in the order of the units, ownerless ones last; of one owner by day."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps(site):
        found.setdefault(gap.owner, []).append(gap)
    order = {unit.id: number for number, unit in enumerate(site.units)}
    owners = sorted(found, key=lambda owner: (not owner, order.get(owner, len(order)), owner))
    return tuple(
        Left(_label(site, owner), tuple(sorted(found[owner], key=lambda gap: (gap.due or date.max, -gap.year))))
        for owner in owners
    )


def kept_back(voice: Voice) -> tuple[str, ...]:
    """What citizens do not see yet, a line each."""
    above = posixpath.dirname(voice.site.name)
    found = (replace(one, file=seen_from(one.file, above)) for one in held_here(voice.site))
    return tuple(why_held(one, voice.language) for one in found)


def _label(site: Site, owner: str) -> Text | None:
    unit = site.unit(owner) if owner else None
    return unit.label if unit else Text(th=owner) if owner else None


def lines(voice: Voice, lacks: Sequence[Lack]) -> list[tuple[str, Markup]]:
    """What an item lacks and what to write, keys and lines of data as code."""
    return [
        (what_lacks(one, voice.language), as_code_in(what_to_write(one, voice.language, voice.site.name)))
        for one in lacks
    ]


def as_code_in(text: str) -> Markup:
    """Text in which what stands between backticks is code."""
    return Markup(re.sub("`([^`]+)`", r"<code>\1</code>", str(escape(text))))


# --- the files behind a page --------------------------------------------------------------------------------------

_OF_TOPICS = {addresses.MEASURES: ("measures", "measures_report"), addresses.SIX_MONTH: ("ac_6m",)}
"""Pages that are made of the disclosures of these families."""


def files_behind(site: Site, address: str) -> tuple[str, ...]:
    """The data files that say what a page shows, from beside the data folder; none of pages that nobody writes."""
    above = posixpath.dirname(site.name)
    return tuple(dict.fromkeys(seen_from(file, above) for file in _files(site, address)))


def _files(site: Site, address: str) -> Iterator[str]:
    year = addresses.year_of(address)
    items = site.catalogues[year].items if year in site.catalogues else ()
    item = next((one for one in items if addresses.item(year, one) == address), None)
    families = _OF_TOPICS.get(address, ())
    if item:
        for family in item.families:
            entry = site.disclosure(family, year)
            yield entry.file.name if entry else f"{site.name}/{disclosure_path(site.catalogues[year], family, year)}"
            yield from getattr(entry.data, "table", ()) if entry else ()
    elif address.startswith(addresses.ITA):
        yield from (entry.file.name for of_year, entry in site.ita.items() if year in (0, of_year))
    elif addresses.is_of_year(address):
        yield f"{site.name}/{year}/"
    elif address.startswith(addresses.FAMILIES):
        families = (address.removeprefix(addresses.FAMILIES).rstrip("/"),)
    elif address == addresses.UNITS:
        yield f"{site.name}/units.yaml"
    elif address == addresses.ABOUT_DATA:
        yield f"{site.name}/sources.yaml"
    if address in (addresses.HOME, addresses.ABOUT_DATA, addresses.ACCESSIBILITY, addresses.EXAMPLES):
        yield site.agency_entry.file.name
    if families:  # asked of every page: a page that reads all disclosures is made again at every change
        yield from (entry.file.name for entry in site.disclosures if entry.data.family in families)


def pages_of(site: Site, data: object) -> Iterator[str]:
    """The address of every page that is first of all about what one data file says."""
    if isinstance(data, Disclosure):
        yield from (addresses.item(data.assessed_year, item) for item in site.items_of(data))
    elif isinstance(data, ItaResult):
        yield addresses.ita(data.year)
    elif isinstance(data, Units):
        yield addresses.UNITS


# --- faults -------------------------------------------------------------------------------------------------------

MOST_FAULTS = 8
"""Faults that the bar names; the command's window has them all."""


def bar_words(found: Sequence[Diagnostic], language: str, *, is_first: bool) -> dict[str, object]:
    """What the bar over a served page says while the data cannot be built.

    Args:
        is_first: whether there is no page from before.
    """
    words = languages.words(language)["draft"]
    more = len(found) - MOST_FAULTS
    return {
        "language": language,
        "name": words["faults_title"],
        "said": words["faults_first" if is_first else "faults"].format(count=len(found), first=found[0].place),
        "faults": [(one.place, one.message(language), one.hint(language)) for one in found[:MOST_FAULTS]],
        "more": words["faults_more"].format(count=more) if more > 0 else "",
    }
