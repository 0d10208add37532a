"""A data folder → a :class:`~generator.site.site.Site`, and every fault that was found on the way.

Which model a file is read with depends on where it stands: ``agency.yaml``, ``units.yaml``,
``sources.yaml``, ``ita/``, ``profiles/``; every other YAML file is a disclosure and names its family.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import Diagnostic, short
from generator.families import FAMILIES
from generator.files import evidence
from generator.files.evidence import EvidenceFile
from generator.input import shape, source
from generator.input.source import Path_, SourceFile
from generator.languages import LANGUAGES
from generator.models import catalogue
from generator.models.agency import Agency, Sources, Subsite, Units
from generator.models.catalogue import Catalogue, Components
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.settings import CheckSettings
from generator.models.shared import Evidence
from generator.site import addresses
from generator.site.published import FILE, read_published
from generator.site.site import Entry, Site, T
from generator.tables import records, totals
from generator.tables.records import Source
from generator.tables.totals import Table, Tabled
from generator.writing.near import nearest


class Loader:
    """Reads a data folder; keeps what it read, so that a second load reads only what changed."""

    def __init__(self) -> None:
        self._kept: dict[Path, _Kept] = {}
        self._tables: dict[Path, tuple[object, Table | None, list[Diagnostic]]] = {}
        self._evidence: dict[Path, tuple[tuple[int, int], EvidenceFile]] = {}

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
        return _Folder(self, folder, name or folder.as_posix(), is_draft, today).site(())

    def read(self, path: Path, name: str, model: type[BaseModel] | None) -> _Kept:
        """One file as ``model``, or as the model of the family it names; read again only where it changed."""
        stamp = _stamp(path)
        kept = self._kept.get(path)
        if kept is None or kept.stamp != stamp or kept.name != name:
            file = source.read(path, name)
            chosen, faults = (model, []) if model else _disclosure_model(file)
            entry = None
            if chosen:
                data, faults = shape.validate(file, chosen)
                entry = Entry(file, data) if data is not None else None
            kept = self._kept[path] = _Kept(stamp, name, entry, faults)
        return kept

    def read_tables(self, folder: Path, label: str, path: Path) -> list[Diagnostic]:
        """The tables of the disclosure at ``path``; read again only where one of them, or what is asked, changed.

        What was read is then known to the disclosure. Its entry is a new one where the rows are, so that
        pages made from the old one are made again.
        """
        kept = self._kept[path]
        entry = kept.entry
        if entry is None or not isinstance(entry.data, Tabled) or not entry.data.table:
            return []
        found = [records.find(folder, path.parent, written, label) for written in entry.data.table]
        faults = [
            entry.file.at(("table", number), one[0], **one[1])
            for number, one in enumerate(found)
            if isinstance(one, tuple)
        ]
        sources = () if faults else tuple(one for one in found if isinstance(one, Source))
        key = (sources, tuple(_stamp(one.path) for one in sources), type(entry.data), entry.data.data_year)
        known = self._tables.get(path)
        if known is None or known[0] != key:
            known = self._tables[path] = (key, *totals.read(sources, entry.data.form, entry.data.data_year))
        if entry.data.rows is not known[1]:
            self._kept[path] = replace(kept, entry=Entry(entry.file, entry.data.with_rows(known[1])))
        return [*faults, *(known[2] if known[1] else _of_another_year(entry, known[2]))]

    def read_evidence(self, folder: Path, name: str) -> EvidenceFile:
        """One evidence file; read again only where it changed."""
        path, stamp = folder / name, _stamp(folder / name)
        kept = self._evidence.get(path)
        if kept is None or kept[0] != stamp or not kept[1].is_there:
            kept = self._evidence[path] = (stamp, evidence.read(folder, name))
        return kept[1]


def _of_another_year(entry: Entry[Any], found: list[Diagnostic]) -> list[Diagnostic]:
    """One fault where no row of a table is of the year that the disclosure says, instead of one for every row."""
    odd = next((d for d in found if d.code == "table-wrong-year"), None)
    if odd is None:
        return found
    rest = [d for d in found if "table-wrong-year" not in (d.code, d.facts.get("code"))]
    facts = {"table": odd.file, "cell": odd.facts["cell"], "value": odd.facts["value"], "year": odd.facts["year"]}
    return [*rest, entry.file.at(("data_year",), "table-of-another-year", **facts)]


def _stamp(path: Path) -> tuple[int, int]:
    """When a file was changed and how large it is; zeros where it cannot be asked."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


@dataclass(frozen=True)
class _Kept:
    """What a file gave when it was last read."""

    stamp: tuple[int, int]
    name: str
    entry: Entry[Any] | None
    faults: list[Diagnostic]


class _Folder:
    """One data folder while it is read: what was found in it, and every fault so far."""

    def __init__(self, loader: Loader, folder: Path, name: str, is_draft: bool, today: date | None) -> None:
        self.loader = loader
        self.folder = folder
        self.name = name
        self.is_draft = is_draft
        self.today = today
        self.faults: list[Diagnostic] = []
        self.unread: set[type[BaseModel]] = set()

    def site(
        self, above: tuple[Path, ...], base_url: str = "", published: frozenset[str] | None = None
    ) -> tuple[Site | None, list[Diagnostic]]:
        """Read everything.

        Args:
            above: the folders of the sites that this one is a subsite of.
            base_url: where it stands on the web, unless it says so itself.
            published: of a subsite, what was published below it; the first site keeps that with its data.
        """
        if not os.path.isdir(self.folder):  # of a name too long for any folder, Path.is_dir raises
            return None, [Diagnostic(self.name, 0, 0, "no-data-folder")]
        published = read_published(self.folder / FILE) if published is None else published
        agency = self._one("agency.yaml", Agency)
        units = self._one("units.yaml", Units)
        sources = self._one("sources.yaml", Sources)
        settings = self._one("checks.yaml", CheckSettings)
        ita: list[Entry[ItaResult]] = []
        own_catalogues: list[Entry[Catalogue]] = []
        own_components: list[Entry[Components]] = []
        disclosures: list[Entry[Disclosure]] = []
        self.faults += [
            _unknown_family(agency.file, ("wanted", number), family)
            for number, family in enumerate(agency.data.wanted if agency else ())
            if agency and family not in FAMILIES
        ]
        for path in self._others(agency):
            first = path.relative_to(self.folder).parts[0]
            if first == "ita":
                ita += self._read(path, ItaResult)
            elif first == "profiles" and path.stem == "components":
                own_components += self._read(path, Components)
            elif first == "profiles":
                own_catalogues += self._read(path, Catalogue)
            else:
                disclosures += self._read(path, Disclosure)
        self.faults += [fault for entry in own_catalogues for fault in _catalogue_faults(entry)]
        self.faults += [
            _unknown_family(entry.file, ("components", number, "family"), component.family)
            for entry in own_components
            for number, component in enumerate(entry.data.components)
            if component.family not in FAMILIES
        ]
        if agency is None:
            if not (self.folder / "agency.yaml").is_file():
                self.faults.append(Diagnostic(self.name, 0, 0, "no-agency-file"))
            return None, self.faults
        base_url = _with_slash(agency.data.site_url) if agency.data.site_url else base_url
        catalogues, former = self._catalogues(agency, own_catalogues)
        site = Site(
            folder=self.folder,
            agency_entry=agency,
            units_entry=units,
            sources_entry=sources,
            ita=self._by_year([one for one in ita if not one.data.is_blank]),
            blank_results=self._by_year([one for one in ita if one.data.is_blank]),
            disclosures=tuple(disclosures),
            catalogues=catalogues,
            former=former,
            components_entry=next((e for e in own_components if e.data.profile == agency.data.profile), None),
            is_draft=self.is_draft,
            settings_entry=settings,
            name=self.name,
            today=self.today,
            subsites=self._subsites(agency, above, base_url, published),
            base_url=base_url,
            evidence=self._evidence([agency, *disclosures]),
            published=published,
            unread=frozenset(self.unread),
        )
        for entry in site.entries:
            _ = entry.parts  # hands the origins down
        return site, self.faults

    def _one(self, name: str, model: type[T]) -> Entry[T] | None:
        path = self.folder / name
        return next(iter(self._read(path, model)), None) if path.is_file() else None

    def _others(self, agency: Entry[Agency] | None) -> Iterator[Path]:
        """Every YAML file but the agency's own four, evidence, hidden folders and subsites."""
        inner = [os.path.realpath(self.folder / subsite.data) for subsite in agency.data.subsites] if agency else []
        for path in sorted(self.folder.rglob("*.[yY]*[mM][lL]*")):
            relative = path.relative_to(self.folder)
            first = relative.parts[0]
            if (
                not _YAML_NAME.search(path.name)
                or first == "files"
                or first[0] == "."
                or not path.is_file()
                or any(os.path.realpath(path).startswith(folder + os.sep) for folder in inner)
            ):
                continue
            is_single = len(relative.parts) == 1 and path.stem in ("agency", "units", "sources", "checks")
            if path.suffix not in (".yaml", ".yml") or (is_single and path.suffix == ".yml"):
                label = f"{self.name}/{relative.as_posix()}"
                self.faults.append(
                    Diagnostic(label, 0, 0, "rename-to-yaml", facts={"name": _YAML_NAME.sub(".yaml", path.name)})
                )
            elif not is_single:
                yield path

    def _read(self, path: Path, model: type[T]) -> list[Entry[T]]:
        """The file's entry, or nothing where it has faults, which are noted."""
        label = f"{self.name}/{path.relative_to(self.folder).as_posix()}"
        kept = self.loader.read(path, label, None if model is Disclosure else model)
        self.faults += kept.faults
        if kept.entry is None:
            self.unread.add(model)
            return []
        self.faults += self.loader.read_tables(self.folder, self.name, path)
        entry = self.loader.read(path, label, None if model is Disclosure else model).entry
        return [entry] if entry else []

    def _evidence(self, entries: list[Entry[Any]]) -> dict[str, EvidenceFile]:
        names = {one.file for entry in entries for _, one in entry.each(Evidence) if one.file}
        return {name: self.loader.read_evidence(self.folder, name) for name in sorted(names)}

    def _by_year(self, ita: list[Entry[ItaResult]]) -> dict[int, Entry[ItaResult]]:
        """Results by year, newest first; the first file of a year counts."""
        found: dict[int, Entry[ItaResult]] = {}
        for entry in ita:
            first = found.setdefault(entry.data.year, entry)
            if first is not entry:
                facts = {"year": entry.data.year, "other": first.file.name}
                self.faults.append(entry.file.at(("year",), "second-ita-result", **facts))
        return dict(sorted(found.items(), reverse=True))

    def _catalogues(
        self, agency: Entry[Agency], own: list[Entry[Catalogue]]
    ) -> tuple[dict[int, Catalogue], dict[int, tuple[Catalogue, ...]]]:
        """The catalogues of the agency's profile by year, and those that they replaced.

        The agency's own stands in the place of the one that comes with the program, which is a former one then;
        of its own, those that say when they were replaced are.
        """
        profile = agency.data.profile
        in_force: dict[int, Catalogue] = {}
        former: dict[int, list[Catalogue]] = {}
        built_in = {path.name: path for path in catalogue.BUILT_IN.iterdir() if path.is_dir()}
        for path in sorted(built_in[profile].glob("*.yaml")) if profile in built_in else ():
            kept = self.loader.read(path, path.name, Catalogue)
            if kept.entry is None:
                raise RuntimeError(f"{path.name}: {kept.faults}")
            in_force[kept.entry.data.year] = kept.entry.data
        first: dict[int, Entry[Catalogue]] = {}
        for entry in own:
            if entry.data.profile != profile:
                continue
            year = entry.data.year
            if entry.data.replaced:
                former.setdefault(year, []).append(entry.data)
            elif first.setdefault(year, entry) is not entry:
                facts = {"year": year, "other": first[year].file.name}
                self.faults.append(entry.file.at(("year",), "second-catalogue", **facts))
        for year, entry in first.items():
            if year in in_force:
                former.setdefault(year, []).append(in_force[year])
            in_force[year] = entry.data.in_order()
        if not in_force and Catalogue not in self.unread:
            known = ", ".join(sorted({*built_in, *(entry.data.profile for entry in own)}))
            self.faults.append(agency.file.at(("profile",), "unknown-profile", profile=short(profile), known=known))
        last_first = {
            year: tuple(sorted(editions, key=lambda one: one.replaced or date.min, reverse=True))
            for year, editions in former.items()
        }
        return in_force, last_first

    def _subsites(
        self, agency: Entry[Agency], above: tuple[Path, ...], base_url: str, published: frozenset[str]
    ) -> dict[str, Site]:
        found: dict[str, Site] = {}
        taken: set[str] = set()
        here = self.folder.resolve()
        for number, subsite in enumerate(agency.data.subsites):
            inner = self.folder / subsite.data
            problem = ""
            if not os.path.isdir(inner):
                problem = "no-subsite-folder"
            elif inner.resolve() in (here, *above):
                problem = "subsite-in-itself"
            if problem:
                self.faults.append(agency.file.at(("subsites", number, "data"), problem, folder=short(subsite.data)))
            elif not _is_subsite_path(subsite) or subsite.path in taken:
                place = ("subsites", number, "path")
                self.faults.append(agency.file.at(place, "bad-subsite-path", folder=subsite.path))
            else:
                taken.add(subsite.path)
                reading = _Folder(self.loader, inner, _joined(self.name, subsite.data), self.is_draft, self.today)
                below = f"{subsite.path}/"
                inner_published = frozenset(one.removeprefix(below) for one in published if one.startswith(below))
                site, faults = reading.site((*above, here), base_url and f"{base_url}{below}", inner_published)
                self.faults += faults
                if site:
                    found[subsite.path] = site
        return found


def _with_slash(url: str) -> str:
    return url.rstrip("/") + "/"


def _is_subsite_path(subsite: Subsite) -> bool:
    parts = subsite.path.split("/")
    return (
        parts[0] not in addresses.TAKEN
        and parts[0] not in LANGUAGES
        and not parts[0].isdigit()
        and all(part and all(c.isascii() and (c.isalnum() or c in "-_") for c in part) for part in parts)
    )


_YAML_NAME = re.compile(r"\.ya?ml(?:\.(?:txt|bak|old))?$", re.IGNORECASE)
"""How a data file's name ends, also as Windows hides it: ``measures.yaml.txt``."""


def _joined(name: str, relative: str) -> str:
    """``data`` and ``../examples/opdc`` → ``examples/opdc``, for messages."""
    parts = name.split("/")
    for part in relative.split("/"):
        if part == ".." and parts and parts[-1] not in ("..", ""):
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)


def _disclosure_model(file: SourceFile) -> tuple[type[Disclosure] | None, list[Diagnostic]]:
    """The model of the family that a disclosure file names."""
    if file.faults or not isinstance(file.data, dict):
        return Disclosure, []
    family = file.data.get("family")
    if family is None:
        return _Nameless, []
    if not isinstance(family, str) or family not in FAMILIES:
        return None, [_unknown_family(file, ("family",), family)]
    return FAMILIES[family].model, []


class _Nameless(Disclosure, extra="ignore"):
    """A disclosure that does not name its family, so that nobody knows which other keys it may have."""


def _unknown_family(file: SourceFile, path: Path_, family: object) -> Diagnostic:
    meant = nearest(str(family), sorted(FAMILIES))
    return file.at(path, "unknown-family", family=short(family), meant=meant)


def _catalogue_faults(entry: Entry[Catalogue]) -> Iterator[Diagnostic]:
    """Families that nobody knows, and a second item under one code, which would have the same page."""
    seen: set[str] = set()
    for number, item in enumerate(entry.data.items):
        for place, family in enumerate(item.families):
            if family not in FAMILIES:
                yield _unknown_family(entry.file, ("items", number, "families", place), family)
        if item.code in seen:
            yield entry.file.at(("items", number, "code"), "repeated-id", id=item.code)
        seen.add(item.code)
