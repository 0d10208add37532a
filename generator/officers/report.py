"""What a check found, as an office uses it: by item, by owner unit, with what it may cost.

A :class:`~generator.diagnostics.Diagnostic` knows its file; here each is given the item, year and owner of the
disclosure that stands in that file, or whose table or evidence it is.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import PurePosixPath

from generator import languages
from generator.diagnostics import Diagnostic, Severity
from generator.families import FAMILIES
from generator.models.agency import Units
from generator.models.catalogue import Catalogue, Item
from generator.officers.gaps import Gap, gaps, only_of
from generator.site.readiness import gaps_and_costs, rounded
from generator.site.site import Site
from generator.site.states import item_states
from generator.tables.totals import Tabled


@dataclass(frozen=True)
class Matter:
    """One finding and what it is about.

    Attributes:
        found: the fault.
        year: the assessed year it belongs to, or None where it is about the whole agency.
        item: the item of that year, where its family is asked for.
        is_inner: whether it is of a subsite, whose items are not this agency's.
        owner: the unit responsible, by id where ``units.yaml`` knows it; empty where nobody is named.
    """

    found: Diagnostic
    year: int | None = None
    item: Item | None = None
    owner: str = ""
    is_inner: bool = False


@dataclass(frozen=True)
class Risk:
    """An item at risk: what may be lost, who owns it, and how much was found."""

    year: int
    item: Item
    cost: Decimal | None
    is_incomplete: bool
    owner: str
    errors: int
    warnings: int

    @property
    def points(self) -> Decimal | None:
        """The cost as it is shown."""
        return None if self.cost is None else rounded(self.cost)


@dataclass(frozen=True)
class Report:
    """What a check found in a site; ``site`` is None where the data could not be read at all.

    ``owner``, ``year`` and ``item`` say to what it was narrowed.
    """

    found: Sequence[Diagnostic]
    site: Site | None
    owner: str | None = None
    year: int | None = None
    item: str | None = None

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """Every finding with what it is about."""
        places = {
            file: (*place, site is not self.site) for site in _all(self.site) for file, place in _places(site).items()
        }
        return tuple(Matter(found, *places.get(found.file, (None, None, ""))) for found in self.found)

    def narrowed(self, *, owner: str | None = None, year: int | None = None, item: str | None = None) -> Report:
        """Only what is of one owner unit, year or item; anything that is not given does not narrow.

        A file that could not be read may be of any of them, unless its own name says that it is not: it is never left
        out, so that a report of nothing is an all-clear.
        """
        if self.site is None:
            return Report(self.found, None, owner, year, item)
        unit = self.site.unit(owner) if owner else None
        wanted = unit.id if unit else owner
        read = _files_read(self.site)

        def is_asked(matter: Matter) -> bool:
            found = matter.found
            if matter.year is None and found.severity is Severity.ERROR and found.file not in read:
                return _may_be_of(self.site, found.file, year, item) if self.site else True
            is_of_owner, is_of_year = wanted in (None, matter.owner), year in (None, matter.year)
            return is_of_owner and is_of_year and item in (None, matter.item and matter.item.code)

        kept = [matter.found for matter in self.matters if is_asked(matter)]
        return Report(kept, self.site, wanted, year, item)

    def nothing_like(self, *, owner: str | None = None, year: int | None = None, item: str | None = None) -> str | None:
        """The one of these that the site has nothing of, so that an empty report is no all-clear; None where all are there."""
        if self.site is None:
            return None
        sites = list(_all(self.site))
        unread = {model for site in sites for model in site.unread}
        if owner and Units not in unread and not any(site.unit(owner) for site in sites):
            return owner
        if Catalogue in unread:
            return None
        if year and not any(year in site.catalogues for site in sites):
            return str(year)
        codes = {
            one.code
            for site in sites
            for of_year, c in site.catalogues.items()
            if year in (None, of_year)
            for one in c.items
        }
        return item if item and item not in codes else None

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What the incomplete items lack that the report was narrowed to."""
        found = gaps(self.site) if self.site else ()
        return only_of(found, owner=self.owner, year=self.year, item=self.item)

    @cached_property
    def risks(self) -> tuple[Risk, ...]:
        """Items of the shown years that may lose points: not complete, or with errors or warnings; costly first."""
        if self.site is None:
            return ()
        risks = [risk for year in self.site.years for risk in self._risks_in(self.site, year) if self._asks_for(risk)]
        return tuple(sorted(risks, key=lambda risk: (-risk.year, -(risk.cost or 0))))

    def _risks_in(self, site: Site, year: int) -> Iterator[Risk]:
        """Every item of a year that may lose points, whoever owns it, in the order of the catalogue."""
        states = item_states(site, year)
        gaps, costs = gaps_and_costs(site, year)
        found = Counter(
            (m.item.code, m.found.severity) for m in self.matters if m.item and not m.is_inner and m.year == year
        )
        for state in states:
            code = state.item.code
            errors, warnings = found[code, Severity.ERROR], found[code, Severity.WARNING]
            if errors or warnings or code in gaps:
                owner = next((_unit_id(site, one.unit) for one in state.owners), "")
                yield Risk(year, state.item, costs.get(code), code in gaps, owner, errors, warnings)

    def _asks_for(self, risk: Risk) -> bool:
        """Whether an item is of what the report was narrowed to."""
        asked = (self.owner or risk.owner, self.year or risk.year, self.item or risk.item.code)
        return asked == (risk.owner, risk.year, risk.item.code)


def _all(site: Site | None) -> Iterable[Site]:
    if site:
        yield site
        for inner in site.subsites.values():
            yield from _all(inner)


def _files_read(site: Site) -> frozenset[str]:
    """The data files that could be read, of subsites too."""
    results = (entry.file.name for inner in _all(site) for entry in inner.blank_results.values())
    return frozenset([entry.file.name for inner in _all(site) for entry in inner.entries]) | frozenset(results)


_YEAR = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")


def _may_be_of(site: Site, file: str, year: int | None, item: str | None) -> bool:
    """Whether a file of which only the name is known may be of a year and an item: nothing in its name speaks against it."""
    years = [int(found) for found in _YEAR.findall(file)]
    if year is not None and years and year not in years:
        return False
    stem = PurePosixPath(file).name.partition(".")[0].lower()
    family = max((id for id in FAMILIES if stem == id or stem.endswith((f"-{id}", f" {id}"))), key=len, default=None)
    if item is None or family is None:
        return True
    asked = years or ([year] if year is not None else list(site.catalogues))
    lists = [site.catalogues[of_year] for of_year in asked if of_year in site.catalogues]
    codes = {one.code for of_year in lists for one in of_year.items_of(family)}
    return item in codes or not codes


def _unit_id(site: Site, name: str) -> str:
    unit = site.unit(name)
    return unit.id if unit else name


def _places(site: Site) -> dict[str, tuple[int, Item | None, str]]:
    """File → the year, item and owner of what it discloses; a table belongs to the disclosures beside it."""
    found: dict[str, tuple[int, Item | None, str]] = {}
    for entry in site.disclosures:
        data = entry.data
        owner = _unit_id(site, data.owner.unit) if data.owner else ""
        place = (data.assessed_year, site.item_of(data), owner)
        found[entry.file.name] = place
        folder = PurePosixPath(entry.file.name).parent
        for table in data.table if isinstance(data, Tabled) else ():
            found[posixpath.normpath((folder / table.partition("#")[0]).as_posix())] = place
    return found


MOST_RISKS = 10
"""Items of a year that the summary names; the to-do list has them all."""


def summary(report: Report, language: str) -> str:
    """What a director reads: the items at risk year by year, what they may cost, who owns them."""
    if report.site is None:
        return ""
    words = languages.words(language, report.site.list_name(language))["report"]
    lines = []
    for year in dict.fromkeys(risk.year for risk in report.risks):
        risks = [risk for risk in report.risks if risk.year == year]
        lines.append(_of_year(risks, year, words))
        lines += ["  " + _line(report.site, risk, language) for risk in risks[:MOST_RISKS]]
        if len(risks) > MOST_RISKS:
            lines.append("  " + words["more"].format(count=len(risks) - MOST_RISKS))
    return "".join(f"{line}\n" for line in ([words["title"], *lines] if lines else ()))


def _of_year(risks: Sequence[Risk], year: int, words: Mapping[str, str]) -> str:
    """How many items of a year are at risk, and what they may cost where that is known."""
    at_stake = rounded(
        sum((risk.cost or Decimal(0) for risk in risks if risk.is_incomplete or risk.errors), Decimal(0))
    )
    is_scored = any(risk.cost is not None for risk in risks)
    return words["year" if is_scored else "year_unscored"].format(year=year, count=len(risks), points=at_stake)


def _line(site: Site, risk: Risk, language: str) -> str:
    words = languages.words(language)["report"]
    why = [words["incomplete"]] if risk.is_incomplete else []
    why += [words["errors"].format(count=risk.errors)] if risk.errors else []
    why += [words["warnings"].format(count=risk.warnings)] if risk.warnings else []
    title = risk.item.title.in_language(language)
    owner = owner_label(site, risk.owner, language)
    said = words["risk"] if risk.cost is not None else words["risk_unscored"]
    return str(said).format(code=risk.item.code, title=title, cost=risk.points, why=", ".join(why), owner=owner)


def owner_label(site: Site, owner: str, language: str) -> str:
    """What an owner unit is called, by its id; a word for nobody where that is empty."""
    if not owner:
        return str(languages.words(language)["report"]["no_owner"])
    unit = site.unit(owner)
    return unit.label.in_language(language) if unit else owner
