"""The first two stages of the road: load and check. ``oit check`` walks no further, and needs nothing that builds a site."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.causes import only_causes
from generator.checks import check
from generator.diagnostics import Diagnostic, Severity, sort
from generator.files.tree import Stamps, stamps
from generator.project import Project
from generator.site.approvals import is_kept
from generator.site.holding import public
from generator.site.loader import Loader
from generator.site.site import Site


@dataclass(frozen=True)
class Stage:
    """A stage of the road that was walked, and how long it took."""

    name: str
    seconds: float


_PATIENCE = 2.0
"""Seconds for which what is done in the background waits at most, each time: whoever asks without end does not stop it."""


class Stopped(Exception):
    """Whoever works in the background was told to leave off."""


class Turns:
    """Who goes first: what somebody waits for goes before what is done in the background, step by step, by other threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._ahead = 0
        self._is_stopped = False
        self._own = threading.local()

    @property
    def are_asked(self) -> bool:
        """Whether somebody waits for something that another thread does, or for its end."""
        return self._is_stopped or (self._ahead > 0 and not self._times)

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Meanwhile this thread does what somebody waits for."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Meanwhile this thread waits for what another one is doing, which would otherwise give way to it at each step."""
        times = self._times
        self._count(-times)
        try:
            yield
        finally:
            self._count(times)

    @property
    def _times(self) -> int:
        """How many times this thread goes ahead, one within the other."""
        return getattr(self._own, "times", 0)

    def _count(self, more: int) -> None:
        self._own.times = self._times + more
        with self._changed:
            self._ahead += more
            self._changed.notify_all()

    def stop(self) -> None:
        """Let what is done in the background end at its next step."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    def give_way(self) -> None:
        """Wait while somebody is served; called between two steps of what nobody waits for.

        Raises:
            Stopped: it is to be left off.
        """
        if self.are_asked:
            with self._changed:
                self._changed.wait_for(lambda: self._is_stopped or not self._ahead, _PATIENCE)
        if self._is_stopped:
            raise Stopped


class Reading:
    """Loads and checks a project's data; what was read is kept, so that after a change only that is read again."""

    def __init__(self, project: Project, turns: Turns | None = None) -> None:
        self.project = project
        self.turns = turns or Turns()
        self._loader = Loader(project.cache)
        self._loading = threading.Lock()
        self.stages: list[Stage] = []
        self.spent: dict[str, float] = {}
        """Seconds of each check of the last reading, by its code."""

    def read(self) -> tuple[Site | None, list[Diagnostic]]:
        """The site, or None where a fault keeps the data from being one, and every fault, sorted."""
        return self.check(*self.load())

    def load(self) -> tuple[Site | None, list[Diagnostic]]:
        """The site before it is checked, or None where a fault keeps the data from being one, and what was found on the way."""
        project = self.project
        with self.stage("load"), self._loading:
            return self._loader.load(project.data, project.data_name, is_draft=project.is_draft, today=project.today)

    def check(self, site: Site | None, found: list[Diagnostic]) -> tuple[Site | None, list[Diagnostic]]:
        """What :meth:`load` gave, with every fault, sorted."""
        project = self.project
        if site is None:
            return None, sort(found)
        self.spent = {}
        with self.stage("check"):
            found = [*found, *check(site, self.spent, project.cache, self.turns.give_way), *_faults_of_approved(site)]
            found = sort(only_causes(found))
        project.cache.store.save()
        return (replace(site, found=tuple(found)) if site.is_draft else site), found

    def forget(self) -> None:
        """Let go what was read."""
        self._loader = Loader(self.project.cache)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what is done meanwhile."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages.append(Stage(name, time.perf_counter() - start))


def _faults_of_approved(site: Site) -> Iterator[Diagnostic]:
    """What keeps approved states from being published that the data no longer says: errors in what was kept of them."""
    shown = public(site)
    kept = {entry.file.name for one in _with_subsites(shown) for entry in one.disclosures if is_kept(one, entry)}
    if kept:
        yield from (one for one in check(shown) if one.file in kept and one.severity is Severity.ERROR)


def _with_subsites(site: Site) -> Iterator[Site]:
    yield site
    for inner in site.subsites.values():
        yield from _with_subsites(inner)


def places_of(site: Site | None) -> tuple[Path, ...] | None:
    """Every folder that a site was read from; None where a fault hides some of them."""
    if site is None or len(site.subsites) != len(site.agency.subsites):
        return None
    inner = [places_of(one) for one in site.subsites.values()]
    return None if None in inner else (site.folder, *(folder for one in inner for folder in one or ()))


def read(project: Project) -> tuple[Site | None, list[Diagnostic]]:
    """Load and check a project's data, without building anything."""
    return Reading(project).read()


def watch(reading: Reading, pause: float = 0.5) -> Iterator[tuple[Site | None, list[Diagnostic]]]:
    """What a check finds, now and again after every change of the data; a file that did not change is not read again."""
    before: Stamps | None = None
    while True:
        now = stamps(reading.project.data)
        if now != before:
            before = now
            yield reading.read()
        time.sleep(pause)
