"""A data folder → one frozen :class:`Site`, and every fault that was found on the way.

Which model a file is read with depends on where it stands: ``agency.yaml``, ``units.yaml``,
``sources.yaml``, ``ita/``, ``profiles/``; every other YAML file is a disclosure and names its family.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator import catalogue, shape, source
from generator.agency import Agency, SourceDocument, Sources, Subsite, Unit, Units
from generator.catalogue import Catalogue, Item
from generator.diagnostics import Diagnostic
from generator.disclosure import Disclosure
from generator.families import FAMILIES
from generator.figures import fold_digits
from generator.ita import ItaResult
from generator.models import Origin, Sourced, Text
from generator.source import Path_, SourceFile

T = TypeVar("T", bound=BaseModel)
E = TypeVar("E", bound=BaseModel)


@dataclass(frozen=True)
class Entry(Generic[E]):
    """What one data file says, and the file, so that a check can point into it."""

    file: SourceFile
    data: E

    @cached_property
    def parts(self) -> dict[type[BaseModel], list[tuple[Path_, BaseModel]]]:
        """Everything inside the file by its class, each with the path that leads to it."""
        found: dict[type[BaseModel], list[tuple[Path_, BaseModel]]] = {}
        _collect(self.data, (), Origin(document=None, place=None), found)
        return found

    def each(self, kind: type[T]) -> Iterator[tuple[Path_, T]]:
        """Every value of class ``kind`` or of a class made from it."""
        for cls, parts in self.parts.items():
            if issubclass(cls, kind):
                yield from parts  # type: ignore[misc]


def _collect(
    value: BaseModel, path: Path_, origin: Origin, found: dict[type[BaseModel], list[tuple[Path_, BaseModel]]]
) -> None:
    """Index ``value`` and all below it by class, and hand the origin of facts down."""
    cls = type(value)
    found.setdefault(cls, []).append((path, value))
    if isinstance(value, Sourced):
        if value.source or value.place:
            origin = Origin(document=value.source or origin.document, place=value.place or origin.place)
        value._origin = origin
    for name, inner in value.__dict__.items():
        if isinstance(inner, tuple):
            key = cls.model_fields[name].alias or name
            for number, element in enumerate(inner):
                if isinstance(element, BaseModel):
                    _collect(element, (*path, key, number), origin, found)
        elif isinstance(inner, BaseModel) and not isinstance(inner, Text):
            _collect(inner, (*path, cls.model_fields[name].alias or name), origin, found)


@dataclass(frozen=True)
class Site:
    """Everything an agency says, checked against its models; nothing here reads a file."""

    folder: Path
    agency_entry: Entry[Agency]
    units_entry: Entry[Units] | None
    sources_entry: Entry[Sources] | None
    ita: Mapping[int, Entry[ItaResult]]
    disclosures: tuple[Entry[Disclosure], ...]
    catalogues: Mapping[int, Catalogue]
    subsites: Mapping[str, Site] = field(default_factory=dict)
    unread: frozenset[type[BaseModel]] = frozenset()
    """Models of the files that could not be read: what refers to them cannot be called wrong."""

    @property
    def agency(self) -> Agency:
        return self.agency_entry.data

    @property
    def units(self) -> tuple[Unit, ...]:
        return self.units_entry.data.units if self.units_entry else ()

    @cached_property
    def entries(self) -> tuple[Entry[Any], ...]:
        """Every data file, the agency's own first."""
        singles = (self.agency_entry, self.units_entry, self.sources_entry)
        return (*(entry for entry in singles if entry), *self.ita.values(), *self.disclosures)

    @cached_property
    def documents(self) -> dict[str, SourceDocument]:
        """Source documents by id."""
        return {d.id: d for d in self.sources_entry.data.documents} if self.sources_entry else {}

    @cached_property
    def _units_by_name(self) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        for unit in self.units:
            names = [unit.id, *unit.aliases]
            for text in (unit.abbreviation, unit.name):
                names += [name for name in (text.th, text.en) if name] if text else []
            for name in names:
                found.setdefault(_name_key(name), unit)
        return found

    def unit(self, name: str) -> Unit | None:
        """The unit with this id, abbreviation, name or alias."""
        return self._units_by_name.get(_name_key(name))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Assessed years that the site shows, newest first."""
        shown = self.agency.years or {entry.data.assessed_year for entry in self.disclosures}
        return tuple(sorted((year for year in shown if year in self.catalogues), reverse=True))

    @cached_property
    def _by_place(self) -> dict[tuple[str, int], Entry[Disclosure]]:
        return {(e.data.family, e.data.assessed_year): e for e in reversed(self.disclosures)}

    def disclosure(self, family: str, assessed_year: int) -> Entry[Disclosure] | None:
        """What the agency discloses of a family for an assessed year."""
        return self._by_place.get((family, assessed_year))

    def item_of(self, disclosure: Disclosure) -> Item | None:
        """The item that the catalogue of the assessed year gives a disclosure."""
        found = self.catalogues.get(disclosure.assessed_year)
        return found.item_of(disclosure.family) if found else None

    def each(self, kind: type[T]) -> Iterator[tuple[Entry[Any], Path_, T]]:
        """Every value of class ``kind`` in all data, with its file and path."""
        for entry in self.entries:
            for path, value in entry.each(kind):
                yield entry, path, value


def _name_key(name: str) -> str:
    return "".join(fold_digits(name).split()).casefold()


class Loader:
    """Reads a data folder; keeps what it read, so that a second load reads only what changed."""

    def __init__(self) -> None:
        self._kept: dict[Path, _Kept] = {}

    def load(self, folder: Path, name: str | None = None) -> tuple[Site | None, list[Diagnostic]]:
        """The site of a data folder, or None where a fault keeps it from being one.

        Args:
            folder: the data folder.
            name: what messages call it; the path itself unless told otherwise.
        """
        return _Folder(self, folder, name or folder.as_posix()).site(())

    def read(self, path: Path, name: str, model: type[BaseModel] | None) -> _Kept:
        """One file as ``model``, or as the model of the family it names; read again only where it changed."""
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
        except OSError:
            stamp = (0, 0)
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


@dataclass(frozen=True)
class _Kept:
    """What a file gave when it was last read."""

    stamp: tuple[int, int]
    name: str
    entry: Entry[Any] | None
    faults: list[Diagnostic]


class _Folder:
    """One data folder while it is read: what was found in it, and every fault so far."""

    def __init__(self, loader: Loader, folder: Path, name: str) -> None:
        self.loader = loader
        self.folder = folder
        self.name = name
        self.faults: list[Diagnostic] = []
        self.unread: set[type[BaseModel]] = set()

    def site(self, above: tuple[Path, ...]) -> tuple[Site | None, list[Diagnostic]]:
        """Read everything; ``above`` are the folders of the sites that this one is a subsite of."""
        if not self.folder.is_dir():
            return None, [Diagnostic(self.name, 0, 0, "no-data-folder")]
        agency = self._one("agency.yaml", Agency)
        units = self._one("units.yaml", Units)
        sources = self._one("sources.yaml", Sources)
        ita: list[Entry[ItaResult]] = []
        own_catalogues: list[Entry[Catalogue]] = []
        disclosures: list[Entry[Disclosure]] = []
        for path in self._others():
            first = path.relative_to(self.folder).parts[0]
            if first == "ita":
                ita += self._read(path, ItaResult)
            elif first == "profiles":
                own_catalogues += self._read(path, Catalogue)
            else:
                disclosures += self._read(path, Disclosure)
        if agency is None:
            if not (self.folder / "agency.yaml").is_file():
                self.faults.append(Diagnostic(self.name, 0, 0, "no-agency-file"))
            return None, self.faults
        site = Site(
            folder=self.folder,
            agency_entry=agency,
            units_entry=units,
            sources_entry=sources,
            ita=self._by_year(ita),
            disclosures=tuple(disclosures),
            catalogues=self._catalogues(agency, own_catalogues),
            subsites=self._subsites(agency, above),
            unread=frozenset(self.unread),
        )
        for entry in site.entries:
            _ = entry.parts  # hands the origins down
        return site, self.faults

    def _one(self, name: str, model: type[T]) -> Entry[T] | None:
        path = self.folder / name
        return next(iter(self._read(path, model)), None) if path.is_file() else None

    def _others(self) -> Iterator[Path]:
        """Every YAML file but the agency's own three, evidence and hidden folders."""
        for path in sorted(self.folder.rglob("*.y*ml")):
            parts = path.relative_to(self.folder).parts
            if not path.is_file() or path.suffix not in (".yaml", ".yml") or parts[0] == "files" or parts[0][0] == ".":
                continue
            if len(parts) == 1 and path.stem in ("agency", "units", "sources"):
                if path.suffix == ".yml":
                    label = f"{self.name}/{path.name}"
                    self.faults.append(Diagnostic(label, 0, 0, "rename-to-yaml", facts={"name": f"{path.stem}.yaml"}))
            else:
                yield path

    def _read(self, path: Path, model: type[T]) -> list[Entry[T]]:
        """The file's entry, or nothing where it has faults, which are noted."""
        label = f"{self.name}/{path.relative_to(self.folder).as_posix()}"
        kept = self.loader.read(path, label, None if model is Disclosure else model)
        self.faults += kept.faults
        if kept.entry is None:
            self.unread.add(model)
            return []
        return [kept.entry]

    def _by_year(self, ita: list[Entry[ItaResult]]) -> dict[int, Entry[ItaResult]]:
        """Results by year, newest first; the first file of a year counts."""
        found: dict[int, Entry[ItaResult]] = {}
        for entry in ita:
            first = found.setdefault(entry.data.year, entry)
            if first is not entry:
                facts = {"year": entry.data.year, "other": first.file.name}
                self.faults.append(entry.file.at(("year",), "second-ita-result", **facts))
        return dict(sorted(found.items(), reverse=True))

    def _catalogues(self, agency: Entry[Agency], own: list[Entry[Catalogue]]) -> dict[int, Catalogue]:
        """The catalogues of the agency's profile by year, its own in the place of those that come with the program."""
        profile = agency.data.profile
        found: dict[int, Catalogue] = {}
        for path in sorted((catalogue.BUILT_IN / profile).glob("*.yaml")):
            kept = self.loader.read(path, path.name, Catalogue)
            if kept.entry is None:
                raise RuntimeError(f"{path.name}: {kept.faults}")
            found[kept.entry.data.year] = kept.entry.data
        found.update({entry.data.year: entry.data for entry in own if entry.data.profile == profile})
        if not found and Catalogue not in self.unread:
            built_in = {path.name for path in catalogue.BUILT_IN.iterdir() if path.is_dir()}
            known = ", ".join(sorted(built_in | {entry.data.profile for entry in own}))
            self.faults.append(agency.file.at(("profile",), "unknown-profile", profile=profile, known=known))
        return found

    def _subsites(self, agency: Entry[Agency], above: tuple[Path, ...]) -> dict[str, Site]:
        found: dict[str, Site] = {}
        here = self.folder.resolve()
        for number, subsite in enumerate(agency.data.subsites):
            inner = self.folder / subsite.data
            problem = ""
            if inner.resolve() in (here, *above):
                problem = "subsite-in-itself"
            elif not inner.is_dir():
                problem = "no-subsite-folder"
            if problem:
                self.faults.append(agency.file.at(("subsites", number, "data"), problem, folder=subsite.data))
            elif not _is_subsite_path(subsite) or subsite.path in found:
                place = ("subsites", number, "path")
                self.faults.append(agency.file.at(place, "bad-subsite-path", folder=subsite.path))
            else:
                reading = _Folder(self.loader, inner, _joined(self.name, subsite.data))
                site, faults = reading.site((*above, here))
                self.faults += faults
                if site:
                    found[subsite.path] = site
        return found


def _is_subsite_path(subsite: Subsite) -> bool:
    parts = subsite.path.split("/")
    return all(part and all(c.isascii() and (c.isalnum() or c in "-_") for c in part) for part in parts)


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
        return Disclosure, []
    if not isinstance(family, str) or family not in FAMILIES:
        meant = shape.closest(str(family), FAMILIES)
        return None, [file.at(("family",), "unknown-family", family=family, meant=meant or ", ".join(sorted(FAMILIES)))]
    return FAMILIES[family].model, []
