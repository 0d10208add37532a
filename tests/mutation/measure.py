"""Mutants → what the checks say of each, and the table of it.

The sample is copied once, without its subsites; a mutant is written into the copy, checked, and taken out again. The
loader keeps what it read, so that each check reads only the file that changed.
"""

from __future__ import annotations

import atexit
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import yaml

from generator.checks import check
from generator.diagnostics import Diagnostic, Severity
from generator.site.loader import Loader
from tests.mutation.kind import Kind
from tests.mutation.kinds import GROUPS
from tests.mutation.sample import Mutant, Sample, apply

TODAY = date(2026, 7, 1)
"""The day of the checks: after every deadline of the sample."""
DATA = Path(__file__).parent.parent.parent / "data"


def read_sample(data: Path = DATA) -> Sample:
    """A data folder as it is, but for its subsites, which have data of their own."""
    files = {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}
    agency = files["agency.yaml"].decode("utf-8")
    keys = [key for key in yaml.compose(agency, yaml.CBaseLoader).value if key[0].value == "subsites"]
    for key, value in keys:
        agency = agency[: key.start_mark.index] + agency[value.end_mark.index :]
    return Sample({**files, "agency.yaml": agency.encode("utf-8")})


class Bench:
    """A copy of the sample in which one thing at a time is another."""

    def __init__(self, folder: Path, sample: Sample) -> None:
        self.folder = folder
        self.sample = sample
        self.loader = Loader()
        self.stamp = 1_700_000_000_000_000_000
        for name, content in sample.files.items():
            self._write(name, content)
        self.before = self.report()
        """What is said of the sample as it is."""
        self._known = Counter(map(_key, self.before))

    def told(self, mutant: Mutant) -> list[Diagnostic]:
        """What is said of a mutant and not of the sample."""
        changed = apply(self.sample, mutant)
        for name, content in changed.items():
            self._write(name, content)
        try:
            found = self.report()
        finally:
            for name in changed:
                self._write(name, self.sample.files.get(name))
        known = Counter(self._known)
        new = []
        for diagnostic in found:
            if known[_key(diagnostic)] > 0:
                known[_key(diagnostic)] -= 1
            else:
                new.append(diagnostic)
        return new

    def report(self) -> list[Diagnostic]:
        site, faults = self.loader.load(self.folder, "data", today=TODAY)
        found = [*faults, *(check(site) if site else ())]
        return [one for one in found if one.severity is not Severity.OFF]

    def _write(self, name: str, content: bytes | None) -> None:
        """Write a file with a stamp of its own, for files are written faster than clocks tick."""
        path = self.folder / name
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.stamp += 1_000_000
        os.utime(path, ns=(self.stamp, self.stamp))


def _key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """A diagnostic wherever its line has moved to."""
    return diagnostic.file, diagnostic.code, diagnostic.message("en")


@dataclass
class Tried:
    """One kind and what came of its mutants.

    Attributes:
        said: how many messages each of its mutants gave.
        missed: mutants that matter of which nothing fitting was said, and what was said.
        alarms: harmless mutants of which something was said, and what.
        example: one that came out right, and what was said of it in Thai.
    """

    kind: Kind
    mutants: int = 0
    found: int = 0
    said: list[int] = field(default_factory=list)
    missed: list[tuple[Mutant, list[Diagnostic]]] = field(default_factory=list)
    alarms: list[tuple[Mutant, list[Diagnostic]]] = field(default_factory=list)
    example: tuple[str, str] | None = None


def try_kind(bench: Bench, kind: Kind, share: float = 1.0) -> Tried:
    """One kind with a share of the mutants that it says, one at least."""
    tried = Tried(kind)
    for mutant in kind.drawn(bench.sample, max(1, round(kind.most * share))):
        told = bench.told(mutant)
        tried.mutants += 1
        tried.said.append(len(told))
        right = fitting(kind, mutant, told)
        if not kind.matters:
            if told:
                tried.alarms.append((mutant, told))
            else:
                tried.example = tried.example or (mutant.says, "")
        elif right:
            tried.found += 1
            tried.example = tried.example or (mutant.says, right.message("th"))
        else:
            tried.missed.append((mutant, told))
    return tried


def fitting(kind: Kind, mutant: Mutant, told: Iterable[Diagnostic]) -> Diagnostic | None:
    """What is told with one of the codes at one of the places."""
    for one in told:
        if one.code in kind.codes:
            file = one.file.removeprefix("data/")
            if (file, one.line) in mutant.places or (file, None) in mutant.places:
                return one
    return None


def try_all(share: float = 1.0, jobs: int = 1) -> dict[str, list[Tried]]:
    """Every kind by its group, in several processes, each with a copy of the sample of its own."""
    places = [(group, number) for group, kinds in GROUPS.items() for number in range(len(kinds))]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_open_bench) as pool:
        found = pool.map(_try_place, ((group, number, share) for group, number in places))
        tried: dict[str, list[Tried]] = {group: [] for group in GROUPS}
        for (group, number), result in zip(places, found, strict=True):
            tried[group].append(replace(result, kind=GROUPS[group][number]))
        return tried


_BENCH: list[Bench] = []
"""The copy of the sample that a process works on, and nothing in any other process."""


def _open_bench() -> None:
    folder = mkdtemp(prefix="oit-mutation-")
    atexit.register(rmtree, folder, ignore_errors=True)
    _BENCH.append(Bench(Path(folder) / "data", read_sample()))


def _try_place(place: tuple[str, int, float]) -> Tried:
    """A kind found by its place, for it is made of functions, which cannot be sent from process to process."""
    group, number, share = place
    return replace(try_kind(_BENCH[0], GROUPS[group][number], share), kind=NO_KIND)


def _nothing(sample: Sample) -> Iterator[Mutant]:
    return iter(())


NO_KIND = Kind("", _nothing)
"""In the place of a kind while what came of it is sent."""


def summary(tried: Iterable[Tried]) -> dict[str, Any]:
    """How many were found of all that matter, and how many harmless ones were told."""
    tried = list(tried)
    matter = [one for one in tried if one.kind.matters]
    harmless = [one for one in tried if not one.kind.matters]
    mutants, found = sum(one.mutants for one in matter), sum(one.found for one in matter)
    said = sorted(number for one in matter for number in one.said)
    return {
        "kinds": len(tried),
        "matter": mutants,
        "found": found,
        "share": found / mutants if mutants else 1.0,
        "messages": said[len(said) // 2] if said else 0,
        "harmless": sum(one.mutants for one in harmless),
        "alarms": sum(len(one.alarms) for one in harmless),
    }
