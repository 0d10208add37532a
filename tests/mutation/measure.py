"""Mutants → what the checks say of each, and the table of it.

The sample is copied once, without its subsites; a mutant is written into the copy, checked, and taken out again. The
loader keeps what it read, so that each check reads only the file that changed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.checks import check
from generator.diagnostics import Diagnostic, Severity
from generator.loader import Loader
from tests.mutation.kind import Kind
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
        missed: mutants that matter of which nothing fitting was said, and what was said.
        alarms: harmless mutants of which something was said, and what.
        said: how many messages its mutants gave altogether.
    """

    kind: Kind
    mutants: int = 0
    found: int = 0
    said: int = 0
    missed: list[tuple[Mutant, list[Diagnostic]]] = field(default_factory=list)
    alarms: list[tuple[Mutant, list[Diagnostic]]] = field(default_factory=list)


def try_kinds(bench: Bench, kinds: Iterable[Kind], most: int | None = None) -> Iterator[Tried]:
    """Every kind with up to ``most`` of its mutants."""
    for kind in kinds:
        tried = Tried(kind)
        for mutant in kind.drawn(bench.sample, most):
            told = bench.told(mutant)
            tried.mutants += 1
            tried.said += len(told)
            if not kind.matters:
                if told:
                    tried.alarms.append((mutant, told))
            elif is_found(kind, mutant, told):
                tried.found += 1
            else:
                tried.missed.append((mutant, told))
        yield tried


def is_found(kind: Kind, mutant: Mutant, told: Iterable[Diagnostic]) -> bool:
    """Whether one of the codes is told at one of the places."""
    for one in told:
        if one.code in kind.codes:
            file = one.file.removeprefix("data/")
            if (file, one.line) in mutant.places or (file, None) in mutant.places:
                return True
    return False


def summary(tried: Iterable[Tried]) -> dict[str, Any]:
    """How many were found of all that matter, and how many harmless ones were told."""
    tried = list(tried)
    matter = [one for one in tried if one.kind.matters]
    harmless = [one for one in tried if not one.kind.matters]
    mutants, found = sum(one.mutants for one in matter), sum(one.found for one in matter)
    return {
        "kinds": len(tried),
        "matter": mutants,
        "found": found,
        "share": found / mutants if mutants else 1.0,
        "messages": sum(one.said for one in matter) / mutants if mutants else 0.0,
        "harmless": sum(one.mutants for one in harmless),
        "alarms": sum(len(one.alarms) for one in harmless),
    }
