"""What checks find in a disclosure where it follows from its own file: kept until that changes.

Beside the file they may rest on what the whole site says of itself (agency, units, sources, catalogues, ITA results, settings,
the day) and on the evidence that the file names, but on no other disclosure. ``tests/test_by_file.py`` holds them to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields, replace
from types import ModuleType
from typing import Any

from generator.cache.cache import Cache
from generator.diagnostics import Diagnostic
from generator.models.disclosure import Disclosure
from generator.models.shared import Evidence
from generator.site.digest import digest
from generator.site.site import Entry, Site

_APART = frozenset(("disclosures", "evidence", "folder", "downloads", "subsites", "published", "found", "makes_pdfs"))
"""Parts of a site that no such check rests on, or only for the one file."""


class ByFile:
    """What these checks find in one site.

    Args:
        cache: what earlier runs found in the same files.
    """

    def __init__(self, site: Site, cache: Cache) -> None:
        self._site = site
        self._cache = cache
        self._place = str(site.folder.resolve())
        self._keys: dict[str, str] = {}
        self._found: dict[str, dict[str, list[list[Any]]]] = {}
        self._fresh: dict[str, dict[str, list[list[Any]]]] = {}
        self._new = site
        if cache.is_on:
            self._look_up()

    def _look_up(self) -> None:
        of_all = digest(tuple(getattr(self._site, one.name) for one in fields(Site) if one.name not in _APART))
        before = self._cache.get_json("found by file", self._place) or {}
        changed: list[Entry[Disclosure]] = []
        for entry in self._site.disclosures:
            key = self._keys[entry.file.name] = self._key(entry, of_all)
            if key in before:
                self._found[entry.file.name] = before[key]
            else:
                changed.append(entry)
                self._fresh[entry.file.name] = {}
        self._new = replace(self._site, disclosures=tuple(changed))

    def _key(self, entry: Entry[Disclosure], of_all: str) -> str:
        names = {one.file for _, one in entry.each(Evidence) if one.file}
        evidence = tuple(self._site.evidence.get(name) for name in sorted(names))
        return hashlib.sha256(f"{of_all}{digest(entry)}{digest(evidence)}".encode()).hexdigest()

    def find(self, module: ModuleType) -> Iterator[Diagnostic]:
        """What a check finds: anew in what changed, and as before in all other files."""
        code = module.CODE
        for kept in self._found.values():
            yield from (Diagnostic(file, line, column, code, facts=facts) for file, line, column, facts in kept[code])
        found = list(module.find(self._new))
        yield from found
        if self._cache.is_on:
            for kept in self._fresh.values():
                kept[code] = []
            for d in found:
                if d.file in self._fresh:
                    self._fresh[d.file][code].append([d.file, d.line, d.column, dict(d.facts)])

    def keep(self) -> None:
        """Keep what was found, for the files that there are."""
        if self._cache.is_on and self._fresh:
            kept = {self._keys[name]: found for name, found in {**self._found, **self._fresh}.items()}
            self._cache.put_json(kept, "found by file", self._place)
