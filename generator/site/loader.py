"""A data folder → a :class:`~generator.site.site.Site`, and every fault that was found on the way.

Which model a file is read with depends on where it stands: ``agency.yaml``, ``units.yaml``,
``sources.yaml``, ``ita/``, ``profiles/``; every other YAML file is a disclosure and names its family.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.cache.cache import Cache, no_cache
from generator.diagnostics import Diagnostic, has_errors, short
from generator.files import evidence, kept_evidence
from generator.files.evidence import EvidenceFile, below
from generator.input import shape, source
from generator.models import catalogue
from generator.models.agency import Agency, Sources, Units
from generator.models.approvals import Approvals
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Components
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.owners import ItemOwners
from generator.models.profile import known_profiles, profile_of
from generator.models.settings import CheckSettings
from generator.site import owners
from generator.site.approvals import FILE as FILE_OF_APPROVALS
from generator.site.approvals import FindTable, approved_states, evidence_names, known_approvals, sha256_of
from generator.site.catalogues import Editions, catalogue_faults, component_faults, lists_of, wanted_faults
from generator.site.data_files import data_files
from generator.site.evidence_addresses import evidence_addresses, with_addresses
from generator.site.evidence_places import with_places
from generator.site.file_models import disclosure_model, kind_at
from generator.site.named_units import with_units
from generator.site.published import FILE, read_published
from generator.site.site import Approved, Entry, Site, T
from generator.site.subsites import joined, subsite_fault
from generator.site.table_years import of_another_year
from generator.tables import records, totals
from generator.tables.records import Source
from generator.tables.table import Table
from generator.tables.totals import Tabled

Y = TypeVar("Y", ItaResult, ItemOwners)


class Loader:
    """Reads data folders; keeps what it read, so that a second load reads only what changed.

    Args:
        cache: what earlier runs read.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self._cache = cache or no_cache()
        self._kept: dict[Path, Kept] = {}
        self._tables: dict[Path, tuple[object, Table | None, list[Diagnostic]]] = {}
        self._evidence: dict[Path, tuple[tuple[int, int], EvidenceFile]] = {}
        self._hashes: dict[Path, tuple[tuple[int, int], str]] = {}

    def load(
        self, folder: Path, name: str | None = None, *, is_draft: bool = False, today: date | None = None
    ) -> tuple[Site | None, list[Diagnostic]]:
        """The site of a data folder, or None where a fault keeps it from being one.

        Args:
            folder: the data folder.
            name: what messages call it; the path itself unless told otherwise.
            is_draft: whether the site is for the office.
            today: the day on which the data is checked.
        """
        return Folder(self, folder, name or folder.as_posix(), is_draft=is_draft, today=today).site()

    def read(self, path: Path, name: str, model: type[BaseModel] | None) -> Kept:
        """One file as ``model``, or as the model of the family it names; read again only where it changed."""
        stamp = _stamp(path)
        kept = self._kept.get(path)
        if kept is None or kept.stamp != stamp or kept.name != name:
            read = owners.read(path, name) if model is ItemOwners else self._parsed(path, name, model)
            kept = self._kept[path] = Kept(stamp, name, *read)
        return kept

    def _parsed(
        self, path: Path, name: str, model: type[BaseModel] | None
    ) -> tuple[Entry[Any] | None, list[Diagnostic]]:
        """A YAML file as a model."""
        file = source.read(path, name, self._cache)
        chosen, faults = (model, []) if model else disclosure_model(file)
        if chosen is None:
            return None, faults
        data, faults = shape.validate(file, chosen)
        return None if data is None else Entry(file, data), faults

    def with_tables(self, path: Path, find: FindTable) -> tuple[Entry[Any], list[Diagnostic]]:
        """The entry that was read of a file, with the rows of its tables, and what is wrong with those.

        Tables are read again only where one of them, or what is asked of it, changed; the entry is a new one then.

        Args:
            find: the file of a table that the entry names.
        """
        kept = self._kept[path]
        entry = kept.entry
        if entry is None:
            raise KeyError(path)
        if not isinstance(entry.data, Tabled) or not entry.data.table:
            return entry, []
        found = [find(written) for written in entry.data.table]
        faults = [
            entry.file.at(("table", number), one[0], **one[1])
            for number, one in enumerate(found)
            if isinstance(one, tuple)
        ]
        sources = () if faults else tuple(one for one in found if isinstance(one, Source))
        form = entry.data.form_asked
        key = (sources, tuple(_stamp(one.path) for one in sources), type(entry.data), form, entry.data.data_year)
        known = self._tables.get(path)
        if known is None or known[0] != key:
            known = self._tables[path] = (key, *totals.read(sources, form, entry.data.data_year))
        if entry.data.rows is not known[1]:
            entry = Entry(entry.file, entry.data.with_rows(known[1]))
            self._kept[path] = replace(kept, entry=entry)
        return entry, [*faults, *(known[2] if known[1] else of_another_year(entry, known[2]))]

    def shipped(self, folder: Path, model: type[T]) -> list[T]:
        """The catalogues or calendars that come with the program in a folder.

        Raises:
            RuntimeError: where one of them is wrong, which is a fault of the program.
        """
        found = []
        for path in sorted(folder.glob("*.yaml")):
            kept = self.read(path, path.name, model)
            if kept.entry is None:
                raise RuntimeError(f"{path.name}: {kept.faults}")
            found.append(kept.entry.data)
        return found

    def read_evidence(self, folder: Path, name: str) -> EvidenceFile:
        """One evidence file; read again only where it changed."""
        path = evidence.place_of(folder, name)
        stamp = _stamp(path)
        kept = self._evidence.get(path)
        if kept is None or kept[0] != stamp or kept[1].name != name or not kept[1].is_there:
            kept = self._evidence[path] = (stamp, kept_evidence.read(folder, name, self._cache))
        return kept[1]

    # --- what was approved (:class:`generator.site.approvals.Reader`) ---

    def sha256(self, path: Path) -> str:
        """The hash of a file's content, worked out again only where it changed; empty where there is no file."""
        stamp = _stamp(path)
        known = self._hashes.get(path)
        if known is None or known[0] != stamp:
            content = path.read_bytes() if path.is_file() else None
            known = (stamp, "" if content is None else sha256_of(content, path.name))
            self._hashes[path] = known
        return known[1]

    def entry(self, path: Path, name: str, find: FindTable) -> Entry[Disclosure] | None:
        """A disclosure that is no data file of the folder, with its tables; None where either has errors."""
        if self.read(path, name, None).entry is None:
            return None
        entry, faults = self.with_tables(path, find)
        return None if has_errors(faults) or not isinstance(entry.data, Disclosure) else entry

    def kept_evidence(self, folder: Path, name: str, stands_at: str) -> EvidenceFile:
        """An evidence file that stands elsewhere in the data folder than its name says."""
        return kept_evidence.read(folder, name, self._cache, stands_at)


def _stamp(path: Path) -> tuple[int, int]:
    """When a file was changed and how large it is; zeros where it cannot be asked."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


@dataclass(frozen=True)
class Kept:
    """What a file gave when it was last read."""

    stamp: tuple[int, int]
    name: str
    entry: Entry[Any] | None
    faults: list[Diagnostic]


@dataclass
class _Files:
    """The data files of a folder but for the single ones, by what they are."""

    ita: list[Entry[ItaResult]] = field(default_factory=list)
    catalogues: list[Entry[Catalogue]] = field(default_factory=list)
    calendars: list[Entry[Calendar]] = field(default_factory=list)
    components: list[Entry[Components]] = field(default_factory=list)
    owners: list[Entry[ItemOwners]] = field(default_factory=list)
    disclosures: list[Entry[Disclosure]] = field(default_factory=list)


class Folder:
    """One data folder while it is read: what was found in it, and every fault so far.

    Args:
        name: what messages call it.
        above: the folders of the sites that this one is a subsite of.
        base_url: where it stands on the web, unless it says so itself.
        published: of a subsite, what was published below it; the first site keeps that with its data.
    """

    def __init__(
        self,
        loader: Loader,
        folder: Path,
        name: str,
        *,
        is_draft: bool,
        today: date | None,
        above: tuple[Path, ...] = (),
        base_url: str = "",
        published: frozenset[str] | None = None,
    ) -> None:
        self._loader = loader
        self._folder = folder
        self._name = name
        self._is_draft = is_draft
        self._today = today
        self._above = above
        self._base_url = base_url
        self._published = published
        self._faults: list[Diagnostic] = []
        self._unread: set[type[BaseModel]] = set()

    def site(self) -> tuple[Site | None, list[Diagnostic]]:
        """Read everything."""
        if not os.path.isdir(self._folder):  # of a name too long for any folder, Path.is_dir raises
            return None, [Diagnostic(self._name, 0, 0, "no-data-folder")]
        agency = self._one("agency.yaml", Agency)
        units = self._one("units.yaml", Units)
        sources = self._one("sources.yaml", Sources)
        settings = self._one("checks.yaml", CheckSettings)
        approvals = self._one(FILE_OF_APPROVALS, Approvals)
        files = self._files(agency)
        self._faults += [fault for entry in files.catalogues for fault in catalogue_faults(entry)]
        self._faults += [fault for entry in files.components for fault in component_faults(entry)]
        if agency is None:
            if not (self._folder / "agency.yaml").is_file():
                self._faults.append(Diagnostic(self._name, 0, 0, "no-agency-file"))
            return None, self._faults
        self._faults += wanted_faults(agency)
        base_url = self._url_of(agency)
        kept = read_published(self._folder / FILE) if self._published is None else self._published
        known = self._editions(agency, files.catalogues)
        tables = self._by_year(files.owners, "second-owner-table")
        agency, *files.disclosures = with_places([agency, *files.disclosures], lambda: below(self._folder))
        evidence = self._evidence([agency, *files.disclosures])
        owned = partial(owners.with_owners, tables=tables, catalogues=known.in_force)
        named = partial(with_units, units=units.data.units if units else (), agency=agency.data)
        found = self._approved(agency, approvals, files.disclosures, evidence)
        approved = {k: replace(o, entry=next(named(owned([o.entry])))) if o.entry else o for k, o in found.items()}
        placed = evidence_addresses([*evidence, *(name for one in approved.values() for name in one.evidence)], kept)
        site = Site(
            folder=self._folder,
            agency_entry=agency,
            units_entry=units,
            sources_entry=sources,
            ita=self._by_year([one for one in files.ita if not one.data.is_blank], "second-ita-result"),
            blank_results=self._by_year([one for one in files.ita if one.data.is_blank], "second-ita-result"),
            disclosures=tuple(named(owned(files.disclosures))),
            owner_tables=tables,
            catalogues=known.in_force,
            former=known.former,
            calendars=self._calendars(agency.data.main_profile, files.calendars),
            components_entry=next((one for one in files.components if one.data.profile in agency.data.profile), None),
            is_draft=self._is_draft,
            settings_entry=settings,
            name=self._name,
            today=self._today,
            subsites=self._subsites(agency, base_url, kept),
            base_url=base_url,
            evidence=with_addresses(evidence, placed),
            approvals={k: replace(one, evidence=with_addresses(one.evidence, placed)) for k, one in approved.items()},
            published=kept,
            unread=frozenset(self._unread),
        )
        return site, self._faults

    def _url_of(self, agency: Entry[Agency]) -> str:
        """Where the site stands on the web: as it says itself, or below the one that it is a subsite of."""
        own = agency.data.site_url
        return own.rstrip("/") + "/" if own else self._base_url

    def _one(self, name: str, model: type[T]) -> Entry[T] | None:
        path = self._folder / name
        return next(iter(self._read(path, model)), None) if path.is_file() else None

    def _files(self, agency: Entry[Agency] | None) -> _Files:
        inner = [self._folder / subsite.data for subsite in agency.data.subsites] if agency else []
        paths, faults = data_files(self._folder, self._name, inner)
        self._faults += faults
        found = _Files()
        by_kind: dict[type[BaseModel], list[Any]] = {
            ItaResult: found.ita,
            Components: found.components,
            Calendar: found.calendars,
            Catalogue: found.catalogues,
            ItemOwners: found.owners,
            Disclosure: found.disclosures,
        }
        for path in paths:
            kind = kind_at(path.relative_to(self._folder).as_posix())
            by_kind[kind] += self._read(path, kind)
        return found

    def _read(self, path: Path, model: type[T]) -> list[Entry[T]]:
        """The file's entry, or nothing where it has faults, which are noted."""
        label = f"{self._name}/{path.relative_to(self._folder).as_posix()}"
        kept = self._loader.read(path, label, None if model is Disclosure else model)
        self._faults += kept.faults
        if kept.entry is None:
            self._unread.add(model)
            return []
        find = partial(records.find, self._folder, path.parent, name=self._name)
        entry, faults = self._loader.with_tables(path, find)
        self._faults += faults
        return [entry]

    def _evidence(self, entries: list[Entry[Any]]) -> dict[str, EvidenceFile]:
        names = {name for entry in entries for name in evidence_names(entry)}
        return {name: self._loader.read_evidence(self._folder, name) for name in sorted(names)}

    def _approved(
        self,
        agency: Entry[Agency],
        approvals: Entry[Approvals] | None,
        disclosures: list[Entry[Disclosure]],
        evidence: Mapping[str, EvidenceFile],
    ) -> dict[str, Approved]:
        known, faults = known_approvals(approvals)
        self._faults += faults
        return approved_states(known, disclosures, evidence, agency, self._folder, self._name, self._loader)

    def _by_year(self, entries: list[Entry[Y]], code: str) -> dict[int, Entry[Y]]:
        """What there is one file of a year of, newest first; the first file counts, ``code`` is the fault of another."""
        found: dict[int, Entry[Y]] = {}
        for entry in entries:
            first = found.setdefault(entry.data.year, entry)
            if first is not entry:
                facts = {"year": entry.data.year, "other": first.file.name}
                self._faults.append(entry.file.at(("year",), code, **facts))
        return dict(sorted(found.items(), reverse=True))

    def _editions(self, agency: Entry[Agency], own: list[Entry[Catalogue]]) -> Editions:
        """The catalogues of the agency's profile, or of both where it answers two lists."""
        found, unknown = lists_of(agency.data.profile, lambda folder: self._loader.shipped(folder, Catalogue), own)
        self._faults += found.faults
        for id in unknown if Catalogue not in self._unread else ():
            known = ", ".join(sorted({*known_profiles(), *(entry.data.profile for entry in own)}))
            self._faults.append(agency.file.at(("profile",), "unknown-profile", profile=short(id), known=known))
        return found

    def _calendars(self, profile: str, own: list[Entry[Calendar]]) -> dict[int, Calendar]:
        """Year → calendar of the agency's profile; its own stands in the place of the program's."""
        folder = catalogue.BUILT_IN / profile_of(profile).catalogues
        shipped = self._loader.shipped(folder / "calendar", Calendar) if profile in known_profiles() else ()
        found = [*shipped, *(entry.data for entry in own if entry.data.profile == profile)]
        return {one.year: one for one in found}

    def _subsites(self, agency: Entry[Agency], base_url: str, published: frozenset[str]) -> dict[str, Site]:
        found: dict[str, Site] = {}
        here = self._folder.resolve()
        for number, subsite in enumerate(agency.data.subsites):
            if fault := subsite_fault(agency, number, self._folder, self._above):
                self._faults.append(fault)
                continue
            below = f"{subsite.path}/"
            site, faults = Folder(
                self._loader,
                self._folder / subsite.data,
                joined(self._name, subsite.data),
                is_draft=self._is_draft,
                today=self._today,
                above=(*self._above, here),
                base_url=base_url and f"{base_url}{below}",
                published=frozenset(one.removeprefix(below) for one in published if one.startswith(below)),
            ).site()
            self._faults += faults
            if site:
                found[subsite.path] = site
        return found
