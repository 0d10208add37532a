"""What a page is made of, recorded as it is read, so that a page whose sources are as before need not be made again.

A :class:`RecordedSite` is a :class:`~generator.site.site.Site` that notes every part of it that somebody reads. A
:class:`Memory` keeps what was made together with what was read for it, and gives it again while that is unchanged.
What is passed to a maker besides the site must follow from its key alone: an address, a year, a code.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from typing import Any, TypeVar

from generator.files.evidence import EvidenceFile
from generator.models.agency import SourceDocument, Unit
from generator.models.disclosure import Disclosure
from generator.site.site import Entry, Site
from generator.tables.table import Table

V = TypeVar("V")
Key = tuple[Hashable, ...]
"""A part of a site: the name of what was read and, of a mapping, the key in it."""

_MAPPINGS = frozenset(
    ("ita", "catalogues", "calendars", "former", "blank_results", "evidence", "downloads", "subsites")
)
_LENGTH = object()
"""Stands for the keys of a mapping where those were read, and no value."""


class _Frame(dict[Key, object]):
    """What was read while one thing was made: part → its value then."""


class RecordedSite(Site):
    """The same site, of which every read is noted in the frames that are open."""

    _site: Site
    _frames: list[_Frame]
    _kept: dict[Hashable, tuple[Any, _Frame]]

    def __init__(self, site: Site) -> None:
        object.__setattr__(self, "_site", site)
        object.__setattr__(self, "_frames", [])
        object.__setattr__(self, "_kept", {})

    def note(self, key: Key, value: object) -> None:
        for frame in self._frames:
            frame.setdefault(key, value)

    def recall(self, key: Hashable, make: Callable[[], V]) -> V:
        """As of a site; what was read for the value is noted whenever the value is used again."""
        if key not in self._kept:
            self._kept[key] = self.recorded(make)
        value, frame = self._kept[key]
        for part, was in frame.items():
            self.note(part, was)
        return value  # type: ignore[no-any-return]

    def recorded(self, make: Callable[[], V]) -> tuple[V, _Frame]:
        """What ``make`` gives, and what it read of the site."""
        frame = _Frame()
        self._frames.append(frame)
        try:
            return make(), frame
        finally:
            self._frames.pop()

    def part(self, key: Key) -> object:
        """The present value of a part that was read before; compared with what it was then."""
        name, *inner = key
        if name in _MAPPINGS:
            mapping: Mapping[Any, Any] = getattr(self._site, str(name))
            return tuple(mapping) if inner[0] is _LENGTH else version(mapping.get(inner[0]))
        if name in ("disclosure", "of_kind"):
            return version(getattr(self._site, str(name))(*inner))
        return version(getattr(self._site, str(name)))

    # --- what is computed from more than it should depend on, or kept where a second read would not be noted ---

    def disclosure(self, family: str, assessed_year: int) -> Entry[Disclosure] | None:
        found = self._site.disclosure(family, assessed_year)
        self.note(("disclosure", family, assessed_year), version(found))
        return found

    def of_kind(self, *kinds: type[Disclosure]) -> tuple[Entry[Any], ...]:
        found = self._site.of_kind(*kinds)
        self.note(("of_kind", *kinds), version(found))
        return found

    def unit(self, name: str) -> Unit | None:
        _ = self.units_entry
        return self._site.unit(name)

    @property
    def documents(self) -> dict[str, SourceDocument]:
        _ = self.sources_entry
        return self._site.documents

    @property
    def years(self) -> tuple[int, ...]:
        years = self._site.years
        self.note(("years",), years)
        return years

    @property
    def tables(self) -> dict[str, Table]:
        _ = self.disclosures
        return self._site.tables

    @property
    def entries(self) -> tuple[Entry[Any], ...]:
        self.note(("entries",), version(self._site.entries))
        return self._site.entries


def _noted(name: str, site: RecordedSite) -> Any:
    value = getattr(site._site, name)
    if name in _MAPPINGS:
        return _NotedMapping(name, value, site)
    site.note((name,), version(value))
    return value


for _field in fields(Site):
    setattr(RecordedSite, _field.name, property(partial(_noted, _field.name)))


class _NotedMapping(Mapping[Any, Any]):
    """A mapping of a site, of which each key that is asked for is noted, there or not."""

    def __init__(self, name: str, inner: Mapping[Any, Any], site: RecordedSite) -> None:
        self._name, self._inner, self._of = name, inner, site

    def __getitem__(self, key: Any) -> Any:
        self._of.note((self._name, key), version(self._inner.get(key)))
        return self._inner[key]

    def __iter__(self) -> Iterator[Any]:
        self._of.note((self._name, _LENGTH), tuple(self._inner))
        return iter(self._inner)

    def __len__(self) -> int:
        return len(list(iter(self)))


def version(value: object) -> object:
    """What tells one value of a part from another: equal for the same content, whenever it was read."""
    if isinstance(value, tuple):
        return tuple(map(version, value))
    if isinstance(value, Entry):
        return (value.file.name, value.file.text, getattr(value.data, "rows", None))
    if isinstance(value, EvidenceFile):
        return (value.name, value.address, value.sha256, value.size, value.pages)
    return value


class Memory:
    """What was made of earlier states of a site, with what each was made of."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Any, _Frame]] = {}

    def make(self, site: Site, key: Hashable, make: Callable[[], V]) -> V:
        """What ``make`` gives, or what it gave before where every part that it read is unchanged."""
        if not isinstance(site, RecordedSite):
            return make()
        before = self._made.get(key)
        if before is not None and all(site.part(part) == was for part, was in before[1].items()):
            return before[0]  # type: ignore[no-any-return]
        made, frame = site.recorded(make)
        self._made[key] = (made, frame)
        return made
