"""What a page is made of, recorded as it is read, so that a page whose sources are as before need not be made again.

A :class:`RecordedSite` is a :class:`~generator.site.site.Site` that notes every part of it that somebody reads. A
:class:`Memory` keeps what was made together with what was read for it, and gives it again while that is unchanged.
What is passed to a maker besides the site must follow from its key alone: an address, a year, a code.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from typing import Any, Generic, TypeVar

from generator.cache.cache import Cache, no_cache
from generator.files.evidence import EvidenceFile
from generator.models.agency import SourceDocument, Unit
from generator.models.disclosure import Disclosure
from generator.site import digest as digests
from generator.site.plain import plain, unplain
from generator.site.site import Entry, Site
from generator.tables.table import Table

V = TypeVar("V")
Key = tuple[Hashable, ...]
"""A part of a site: the name of what was read and, of a mapping, the key in it."""

_MAPPINGS = frozenset(
    (
        *(
            "ita",
            "catalogues",
            "calendars",
            "former",
            "blank_results",
            "evidence",
            "approvals",
            "downloads",
            "subsites",
        ),
        "owner_tables",
    )
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
    _versions: dict[str, object]

    def __init__(self, site: Site) -> None:
        object.__setattr__(self, "_site", site)
        object.__setattr__(self, "_frames", [])
        object.__setattr__(self, "_kept", {})
        object.__setattr__(self, "_versions", {})

    def note(self, key: Key, value: object) -> None:
        for frame in self._frames:
            frame.setdefault(key, value)

    def note_field(self, name: str, value: object) -> None:
        """Note a field of the site; of templates that ask for the agency at every figure, its version is worked out once."""
        key = (name,)
        if any(key not in frame for frame in self._frames):
            if name not in self._versions:
                self._versions[name] = version(value)
            self.note(key, self._versions[name])

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

    def digest(self, key: Key) -> str:
        """As :meth:`part`, as a text that other runs can compare; worked out once."""
        known = self._site.recall("digests", dict[Key, str])
        if key not in known:
            known[key] = digests.digest(self._value(key))
        return known[key]

    def part(self, key: Key) -> object:
        """The present value of a part that was read before; compared with what it was then."""
        return version(self._value(key))

    def _value(self, key: Key) -> object:
        name, *inner = key
        if name in _MAPPINGS:
            mapping: Mapping[Any, Any] = getattr(self._site, str(name))
            return tuple(mapping) if inner[0] is _LENGTH else mapping.get(inner[0])
        value = getattr(self._site, str(name))
        return value(*inner) if name in ("disclosure", "of_kind", "summary") else value

    # --- what is computed from more than it should depend on, or kept where a second read would not be noted ---

    def disclosure(self, family: str, assessed_year: int) -> Entry[Disclosure] | None:
        found = self._site.disclosure(family, assessed_year)
        self.note(("disclosure", family, assessed_year), version(found))
        return found

    def of_kind(self, *kinds: type[Disclosure]) -> tuple[Entry[Any], ...]:
        found = self._site.of_kind(*kinds)
        self.note(("of_kind", *kinds), version(found))
        return found

    def summary(self, name: str) -> Any:
        found = self._site.summary(name)
        self.note(("summary", name), version(found))
        return found

    def unit(self, name: str) -> Unit | None:
        _ = self.units_entry, self.agency_entry
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
    def astray(self) -> tuple[tuple[Entry[Disclosure], int], ...]:
        self.note(("astray",), version(self._site.astray))
        return self._site.astray

    @property
    def entries(self) -> tuple[Entry[Any], ...]:
        self.note(("entries",), version(self._site.entries))
        return self._site.entries


def _noted(name: str, site: RecordedSite) -> Any:
    value = getattr(site._site, name)
    if name in _MAPPINGS:
        return _NotedMapping(name, value, site)
    site.note_field(name, value)
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
        given = tuple(getattr(value.data, name) for name in value.given)
        return (value.file.name, value.file.text, getattr(value.data, "rows", None), value.given, given)
    if isinstance(value, EvidenceFile):
        return (value.name, value.address, value.sha256, value.size, value.pages)
    return value


class Memory:
    """What was made of earlier states of a site, with what each was made of.

    Args:
        cache: what earlier runs made is in it, too.
        place: tells the site from others there.
        is_walked_again: whether the same process asks again after a change.
    """

    def __init__(self, cache: Cache | None = None, place: str = "", *, is_walked_again: bool = True) -> None:
        self._made: dict[Hashable, tuple[Any, _Frame]] = {}
        self._cache = cache or no_cache()
        self._place = place
        self._is_walked_again = is_walked_again

    def make(self, site: Site, key: Hashable, make: Callable[[], V], form: Form[V] | None = None) -> V:
        """What ``make`` gives, or what it gave before where every part that it read is unchanged.

        Args:
            form: how it is written down for later runs; None where it is not.
        """
        if not isinstance(site, RecordedSite):
            return make()
        before = self._made.get(key)
        if before is not None and all(site.part(part) == was for part, was in before[1].items()):
            return before[0]  # type: ignore[no-any-return]
        again = self._kept(site, key, form) if form and before is None else None
        if again:
            made, frame = again
        else:
            made, frame = site.recorded(make)
            if form:
                self._keep(site, key, form.plain(made), frame)
        if self._is_walked_again:
            self._made[key] = (made, frame)
        return made

    def _kept(self, site: RecordedSite, key: Hashable, form: Form[V]) -> tuple[V, _Frame] | None:
        """What an earlier run made, where all that it read of the site is as it was then."""
        found = self._cache.get_json("made", self._place, repr(key))
        if found is None:
            return None
        try:
            read = [(_part(part), was) for part, was in found["read"]]
            if any(site.digest(part) != was for part, was in read):
                return None
            frame = _Frame((part, site.part(part)) for part, _ in read) if self._is_walked_again else _Frame()
            return form.read(unplain(found["made"])), frame
        except (KeyError, TypeError, ValueError, AttributeError):  # it tells of what is no more
            return None

    def _keep(self, site: RecordedSite, key: Hashable, made: object, frame: _Frame) -> None:
        if not self._cache.is_on:
            return
        try:
            read = [(_named(part), site.digest(part)) for part in frame]
        except TypeError:  # it read what cannot be compared in another run
            return
        self._cache.put_json({"read": read, "made": plain(made)}, "made", self._place, repr(key))


@dataclass(frozen=True)
class Form(Generic[V]):
    """How what is made is written down as plain data, and read again."""

    plain: Callable[[V], Any]
    read: Callable[[Any], V]


AS_IT_IS: Form[Any] = Form(plain, unplain)


def _named(part: Key) -> list[Any]:
    """A part as JSON."""
    return [{"kind": _kind(one)} if isinstance(one, type) else [] if one is _LENGTH else one for one in part]


def _part(named: list[Any]) -> Key:
    """The part of :func:`_named`."""
    return tuple(_kinds()[one["kind"]] if isinstance(one, dict) else _LENGTH if one == [] else one for one in named)


def _kind(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _kinds() -> dict[str, type]:
    """Every kind of disclosure by its name; all are known once the program is."""
    found: dict[str, type] = {}
    waiting: list[type] = [Disclosure]
    while waiting:
        kind = waiting.pop()
        found[_kind(kind)] = kind
        waiting += kind.__subclasses__()
    return found
