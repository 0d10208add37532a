"""The data folder of a desk: what it says now, its files one by one, and every change through the door."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from pydantic import BaseModel

from generator.cache.cache import no_cache
from generator.diagnostics import Diagnostic, sort
from generator.families import FAMILIES
from generator.files.tree import Stamps, stamps
from generator.models.catalogue import Item
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.officers.new_year import new_year
from generator.officers.report import Report
from generator.officers.start import blank_result
from generator.project import Project
from generator.reading import Reading, Turns
from generator.site.data_files import data_files, file_of_result, year_of_owners
from generator.site.disclosure_files import disclosure_named, disclosure_path
from generator.site.file_models import SINGLE, kind_at
from generator.site.site import Site
from generator.store.disk import read
from generator.store.door import Door, Note, Recorded, Write
from generator.tables.totals import Tabled

_AFTER = 0.5
"""Seconds that the checks leave to what somebody waits for: the answer, and the page of the draft."""


@dataclass(frozen=True)
class Place:
    """A data file that can be opened, there or not.

    Attributes:
        path: from the data folder, with forward slashes.
        model: what it may say.
        year: the assessed year of a disclosure; 0 of another file.
        item: the item that asks for the disclosure, where one does.
        family: of the disclosure; empty of another file.
        is_there: whether there is such a file.
    """

    path: str
    model: type[BaseModel]
    year: int = 0
    item: Item | None = None
    family: str = ""
    is_there: bool = True

    @property
    def takes_table(self) -> bool:
        """Whether its entries stand in tables beside it."""
        return self.item is not None and issubclass(self.model, Tabled)


@dataclass(frozen=True)
class Now:
    """What the data folder says at one moment.

    Attributes:
        site: None where a fault keeps the data from being one.
        found: every fault.
        there: the data files, from the data folder.
        name: what messages call the data folder.
        loaded: what was found before the checks.
        is_checked: whether ``found`` has all that the checks find; a moment after a change it still has what they found before.
    """

    site: Site | None
    found: Sequence[Diagnostic]
    there: tuple[str, ...]
    name: str
    loaded: tuple[Diagnostic, ...] = ()
    is_checked: bool = False

    @cached_property
    def report(self) -> Report:
        """The faults by item and owner."""
        return Report(self.found, self.site)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every file that can be opened by its path: those that are there, and those that a shown year still asks for."""
        found = {path: Place(path, self._model(path), is_there=True) for path in self.there}
        for path in ("units.yaml", "checks.yaml", "sources.yaml"):
            found.setdefault(path, Place(path, SINGLE[path], is_there=False))
        if self.site:
            found |= {place.path: place for place in self._disclosures(self.site)}
            if newest := max(self.site.years, default=0):
                result = file_of_result(newest - 1)
                found.setdefault(result, Place(result, kind_at(result), is_there=False))
        return found

    def _disclosures(self, site: Site) -> list[Place]:
        """Of each shown year, family by family: the file that is there, or the one to begin."""
        made: list[Place] = []
        for year in site.years:
            catalogue = site.catalogues[year]
            asked = {family: item for item in reversed(catalogue.items) for family in reversed(item.families)}
            for family, item in asked.items():
                entry = site.disclosure(family, year)
                below = self.below(entry.file.name) if entry else disclosure_named(self.there, family, year)
                path = below or disclosure_path(catalogue, family, year)
                model = FAMILIES[family].model
                made.append(Place(path, model, year, item, family, is_there=bool(below)))
        return made

    def _model(self, path: str) -> type[BaseModel]:
        kind = kind_at(path)
        if kind is not Disclosure:
            return kind
        entry = (
            next((one for one in self.site.disclosures if self.below(one.file.name) == path), None)
            if self.site
            else None
        )
        return type(entry.data) if entry else Disclosure

    def below(self, file: str) -> str:
        """A file as messages call it → from the data folder."""
        return file.removeprefix(f"{self.name}/")

    def faults_of(self, path: str) -> list[Diagnostic]:
        """What is found in one file."""
        return [one for one in self.found if self.below(one.file) == path]


class Office:
    """The data folder of a desk. What changed is read at once; the checks of the whole site follow in a thread of their own."""

    def __init__(self, project: Project) -> None:
        self.project = replace(project, cache=no_cache())  # that of the draft is for the thread which builds it
        self.folder = project.data
        self.door = Door(project.data)
        self.turns = Turns()
        self.reading: Reading = _Shared(self)
        self._reading = Reading(self.project, self.turns)
        self._alone, self._checking = threading.Lock(), threading.Lock()
        self._seen: Stamps | None = None
        self._now = Now(None, (), (), project.data_name)

    def now(self) -> Now:
        """What the folder says; only the first time this waits for the checks."""
        is_first = self._seen is None
        now = self.loaded()
        if is_first:
            return self.checked()
        if not now.is_checked:
            later = threading.Timer(_AFTER, self.checked)
            later.daemon = True
            later.start()
        return now

    def loaded(self) -> Now:
        """What the folder says before it is checked, with what the checks found before."""
        with self._alone:
            self.door.finish()
            seen, before = stamps(self.folder), self._seen or {}
            if self._seen is None or seen != before:
                site, found = self._reading.load()
                changed = {file for file in {*seen, *before} if seen.get(file) != before.get(file)}
                names = {f"{self.project.data_name}/{file.relative_to(self.folder).as_posix()}" for file in changed}
                left = [one for one in self._now.found if one.file not in names and one not in self._now.loaded]
                there = self._there(site)
                self._now = Now(site, sort([*found, *left]), there, self.project.data_name, tuple(found))
                self._seen = seen
            return self._now

    def checked(self) -> Now:
        """What the folder says, with all that the checks find; the same is never checked twice."""
        with self.turns.waiting():
            self._checking.acquire()
        try:
            now = self.loaded()
            if now.is_checked:
                return now
            site, found = self._reading.check(now.site, list(now.loaded))
            made = replace(now, site=site, found=found, is_checked=True)
            with self._alone:
                if self._now is now:
                    self._now = made
            return made
        finally:
            self._checking.release()

    def _there(self, site: Site | None) -> tuple[str, ...]:
        """The files that have a form; the table of owners is edited in Excel."""
        subsites = [self.folder / one.data for one in site.agency.subsites] if site else []
        files, _ = data_files(self.folder, self.project.data_name, subsites)
        single = [self.folder / name for name in SINGLE if (self.folder / name).is_file()]
        paths = (path.relative_to(self.folder).as_posix() for path in (*single, *files))
        return tuple(path for path in paths if not year_of_owners(path))

    def raw(self, path: str) -> bytes | None:
        """A file as it is; None where there is none."""
        return read(self.folder / path)

    def blank(self, now: Now, place: Place) -> bytes:
        """What a file begins with that is not there: what still holds of the year before, or a blank that says what to fill in."""
        if place.model is ItaResult:
            year = PurePosixPath(place.path).stem
            return blank_result(int(year)).encode() if year.isdecimal() else b""
        if now.site is None or not place.family:
            return b""
        before = place.year - 1 if place.year - 1 in now.site.catalogues else place.year
        agency = now.site.agency_entry.file.text
        there = {path for path in now.there if path != place.path}
        return new_year(now.site, place.year, before, there=there, agency=agency).files.get(place.path, "").encode()

    def write(self, writes: Sequence[Write], note: Note, *, undoes: int = 0) -> Recorded | None:
        """Write through the door.

        Raises:
            Conflict: a file is another one by now.
            OSError: the machine refuses.
        """
        return self.door.write(writes, note, undoes=undoes)


class _Shared(Reading):
    """The reading of an office as the road of its draft asks for it, so that nothing is read and checked twice."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.project, office.turns)
        self._office = office

    def load(self) -> tuple[Site | None, list[Diagnostic]]:
        now = self._office.loaded()
        return now.site, list(now.loaded)

    def check(self, site: Site | None, found: list[Diagnostic]) -> tuple[Site | None, list[Diagnostic]]:
        now = self._office.checked()  # of what is there by now, which may be newer
        return now.site, list(now.found)
