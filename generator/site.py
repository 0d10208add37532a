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
        self._kept: dict[Path, tuple[tuple[int, int], type[BaseModel], Entry[Any] | None, list[Diagnostic]]] = {}

    def load(self, folder: Path, name: str | None = None) -> tuple[Site | None, list[Diagnostic]]:
        """The site of a data folder, or None where a fault keeps it from being one.

        Args:
            folder: the data folder.
            name: what messages call it; the path itself unless told otherwise.
        """
        return self._load(folder, name or folder.as_posix(), ())

    def _load(self, folder: Path, name: str, above: tuple[Path, ...]) -> tuple[Site | None, list[Diagnostic]]:
        faults: list[Diagnostic] = []
        if not folder.is_dir():
            return None, [Diagnostic(name, 0, 0, "no-data-folder")]

        def one(relative: str, model: type[T]) -> Entry[T] | None:
            path = folder / relative
            return self._read(path, f"{name}/{relative}", model, faults) if path.is_file() else None

        agency = one("agency.yaml", Agency)
        if agency is None and not (folder / "agency.yaml").is_file():
            faults.append(Diagnostic(name, 0, 0, "no-agency-file"))
        units = one("units.yaml", Units)
        sources = one("sources.yaml", Sources)
        ita: list[Entry[ItaResult]] = []
        disclosures: list[Entry[Disclosure]] = []
        own_catalogues: list[Entry[Catalogue]] = []
        for path in sorted(folder.rglob("*.y*ml")):
            relative = path.relative_to(folder)
            if not path.is_file() or path.suffix not in (".yaml", ".yml") or relative.parts[0].startswith("."):
                continue
            label = f"{name}/{relative.as_posix()}"
            if len(relative.parts) == 1 and relative.stem in ("agency", "units", "sources"):
                if path.suffix == ".yml":
                    faults.append(Diagnostic(label, 0, 0, "rename-to-yaml", facts={"name": f"{relative.stem}.yaml"}))
            elif relative.parts[0] == "ita":
                _keep(ita, self._read(path, label, ItaResult, faults))
            elif relative.parts[0] == "profiles":
                _keep(own_catalogues, self._read(path, label, Catalogue, faults))
            elif relative.parts[0] != "files":
                _keep(disclosures, self._read(path, label, None, faults))
        if agency is None:
            return None, faults
        catalogues = self._catalogues(agency.data.profile, own_catalogues)
        if not catalogues:
            known = sorted(
                {p.name for p in catalogue.BUILT_IN.iterdir() if p.is_dir()} | {e.data.profile for e in own_catalogues}
            )
            faults.append(
                agency.file.at(("profile",), "unknown-profile", profile=agency.data.profile, known=", ".join(known))
            )
        subsites = self._subsites(folder, name, agency, above, faults)
        results = {entry.data.year: entry for entry in reversed(ita)}
        for entry in ita:
            if results[entry.data.year] is not entry:
                faults.append(
                    entry.file.at(
                        ("year",), "second-ita-result", year=entry.data.year, other=results[entry.data.year].file.name
                    )
                )
        site = Site(
            folder,
            agency,
            units,
            sources,
            dict(sorted(results.items(), reverse=True)),
            tuple(disclosures),
            catalogues,
            subsites,
        )
        for entry in site.entries:
            _ = entry.parts  # hands the origins down
        return site, faults

    def _subsites(
        self, folder: Path, name: str, agency: Entry[Agency], above: tuple[Path, ...], faults: list[Diagnostic]
    ) -> dict[str, Site]:
        found: dict[str, Site] = {}
        here = folder.resolve()
        for number, subsite in enumerate(agency.data.subsites):
            place = ("subsites", number, "data")
            inner = folder / subsite.data
            if inner.resolve() in (here, *above):
                faults.append(agency.file.at(place, "subsite-in-itself", folder=subsite.data))
                continue
            if not inner.is_dir():
                faults.append(agency.file.at(place, "no-subsite-folder", folder=subsite.data))
                continue
            if not _is_subsite_path(subsite) or subsite.path in found:
                faults.append(agency.file.at(("subsites", number, "path"), "bad-subsite-path", folder=subsite.path))
                continue
            label = _joined(name, subsite.data)
            site, inner_faults = self._load(inner, label, (*above, here))
            faults.extend(inner_faults)
            if site:
                found[subsite.path] = site
        return found

    def _catalogues(self, profile: str, own: list[Entry[Catalogue]]) -> dict[int, Catalogue]:
        found: dict[int, Catalogue] = {}
        for path in sorted((catalogue.BUILT_IN / profile).glob("*.yaml")):
            faults: list[Diagnostic] = []
            entry = self._read(path, path.name, Catalogue, faults)
            if entry is None:
                raise RuntimeError(f"{path.name}: {faults}")
            found[entry.data.year] = entry.data
        found.update({entry.data.year: entry.data for entry in own if entry.data.profile == profile})
        return found

    def _read(self, path: Path, name: str, model: type[T] | None, faults: list[Diagnostic]) -> Entry[T] | None:
        """One file as ``model``, or as the model of the family it names."""
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
        except OSError:
            stamp = (0, 0)
        kept = self._kept.get(path)
        if kept is None or kept[0] != stamp:
            file = source.read(path, name)
            entry: Entry[Any] | None = None
            chosen, found = (model, []) if model else _disclosure_model(file)
            if chosen:
                data, found = shape.validate(file, chosen)
                entry = Entry(file, data) if data is not None else None
            kept = self._kept[path] = (stamp, chosen or Disclosure, entry, found)
        faults.extend(kept[3])
        return kept[2]


def _keep(entries: list[Entry[Any]], entry: Entry[Any] | None) -> None:
    if entry is not None:
        entries.append(entry)


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
