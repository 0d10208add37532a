"""Everything an agency says, as one frozen :class:`Site` that knows the file and place of every part."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from pathlib import Path, PurePosixPath
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel

from generator.diagnostics import Diagnostic
from generator.files.evidence import EvidenceFile
from generator.input.source import KeyPath, SourceFile
from generator.models.agency import Agency, SourceDocument, Sources, Unit, Units
from generator.models.approvals import Approval
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Component, Components, Item
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.owners import ItemOwners
from generator.models.profile import Profile, components_of, profile_of
from generator.models.settings import CheckSettings
from generator.models.shared import Origin, Sourced, Text
from generator.site import addresses
from generator.site.unit_names import UnitNames, unit_names
from generator.tables.table import Table
from generator.tables.totals import Tabled
from generator.writing.dates import FIRST_YEAR, LAST_YEAR
from generator.writing.hosts import is_of

T = TypeVar("T", bound=BaseModel)
E = TypeVar("E", bound=BaseModel)
V = TypeVar("V")


@dataclass(frozen=True)
class Entry(Generic[E]):
    """What one data file says, and the file, so that a check can point into it."""

    file: SourceFile
    data: E
    given: tuple[str, ...] = ()
    """Keys of ``data`` that the file does not say, and another one does, such as the table of owners."""
    parts: Mapping[type[BaseModel], list[tuple[KeyPath, BaseModel]]] = field(init=False, repr=False, compare=False)
    """Everything inside the file by its class, each with the path that leads to it; facts know their origin then."""
    _of_kind: dict[type[BaseModel], list[Any]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was asked for before: every check asks for the same few classes of all files."""

    def __post_init__(self) -> None:
        found: dict[type[BaseModel], list[tuple[KeyPath, BaseModel]]] = {}
        _collect(self.data, (), Origin(document=None, place=None), found, self.given)
        object.__setattr__(self, "parts", found)

    def each(self, kind: type[T]) -> Iterator[tuple[KeyPath, T]]:
        """Every value of class ``kind`` or of a class made from it."""
        if kind not in self._of_kind:
            of_kind = (parts for cls, parts in self.parts.items() if issubclass(cls, kind))
            self._of_kind[kind] = [one for parts in of_kind for one in parts]
        return iter(self._of_kind[kind])


def _collect(
    value: BaseModel,
    path: KeyPath,
    origin: Origin,
    found: dict[type[BaseModel], list[tuple[KeyPath, BaseModel]]],
    without: tuple[str, ...] = (),
) -> None:
    """Index ``value`` and all below it by class but for the keys ``without``, and hand the origin of facts down."""
    cls = type(value)
    found.setdefault(cls, []).append((path, value))
    if isinstance(value, Sourced):
        if value.source or value.place:
            origin = Origin(document=value.source or origin.document, place=value.place or origin.place)
        value._origin = origin
    for name, inner in value.__dict__.items():
        if name in without:
            continue
        if isinstance(inner, tuple):
            key = cls.model_fields[name].alias or name
            for number, element in enumerate(inner):
                if isinstance(element, BaseModel):
                    _collect(element, (*path, key, number), origin, found)
        elif isinstance(inner, BaseModel) and not isinstance(inner, Text):
            _collect(inner, (*path, cls.model_fields[name].alias or name), origin, found)


def approval_key(year: int, family: str) -> str:
    """Under which an approval is found: ``2568/hr_plan``."""
    return f"{year}/{family}"


@dataclass(frozen=True)
class Approved:
    """What was approved of one family in one assessed year, last (:mod:`generator.site.approvals`).

    Attributes:
        record: who approved what and when.
        is_current: whether the data, or what is shown of it, still says the same.
        problem: why the approved state cannot be had again: ``gone`` (not kept, or changed there), ``unreadable`` (the
            program no longer takes it), ``clash`` (another content was approved under the name of one of its files).
        file: the file that is the problem.
        entry: the approved state; the present one where that is the same, None where there is a problem.
        evidence: of the approved state, by its names in the data.
    """

    record: Approval
    is_current: bool = False
    problem: Literal["", "gone", "unreadable", "clash"] = ""
    file: str = ""
    entry: Entry[Disclosure] | None = field(default=None, compare=False, repr=False)
    evidence: Mapping[str, EvidenceFile] = field(default_factory=dict, compare=False, repr=False)


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
    """The catalogue in force of every year."""
    former: Mapping[int, tuple[Catalogue, ...]] = field(default_factory=dict)
    """Catalogues of a year that another one replaced, the last replaced first."""
    blank_results: Mapping[int, Entry[ItaResult]] = field(default_factory=dict)
    """ITA results that were opened and not filled in: nothing is shown of them, and nothing rests on them."""
    calendars: Mapping[int, Calendar] = field(default_factory=dict)
    """The assessment's steps in every year of which something is known."""
    owner_tables: Mapping[int, Entry[ItemOwners]] = field(default_factory=dict)
    """Assessed year → the table of the owners and days of its items."""
    components_entry: Entry[Components] | None = None
    """The agency's own lists of components, in the place of those that come with the program."""
    is_draft: bool = False
    """Built for the office: what is unfinished is shown, whatever the public sees."""
    evidence: Mapping[str, EvidenceFile] = field(default_factory=dict)
    """What is known of every evidence file that the data names, by that name."""
    approvals: Mapping[str, Approved] = field(default_factory=dict)
    """What was approved, by :func:`approval_key`; of a public site, what is true of what it shows."""
    downloads: Mapping[str, int] = field(default_factory=dict)
    """Files made from tables: address below the site → bytes; nothing before a build has made them."""
    makes_pdfs: bool = False
    """Whether items and years are made as PDF too, which pages link to."""
    subsites: Mapping[str, Site] = field(default_factory=dict)
    settings_entry: Entry[CheckSettings] | None = None
    name: str = "data"
    """What messages call the data folder."""
    today: date | None = None
    """The day on which the data is checked; None where nothing depends on it."""
    found: tuple[Diagnostic, ...] = ()
    """What the checks found, where the site has a page that tells the office."""
    base_url: str = ""
    """Where the site stands on the web, with a slash at the end; empty where nobody knows yet."""
    published: frozenset[str] = frozenset()
    """Every address below this site that was ever published, as the data folder keeps them."""
    unread: frozenset[type[BaseModel]] = frozenset()
    """Models of the files that could not be read: what refers to them cannot be called wrong."""

    def recall(self, key: Hashable, make: Callable[[], V]) -> V:
        """What ``make`` works out from the site alone, worked out once under ``key``."""
        if key not in self._recalled:
            self._recalled[key] = make()
        return self._recalled[key]  # type: ignore[no-any-return]

    def summary(self, name: str) -> Any:
        """What a function of this name gives that :func:`summary` knows, worked out once."""
        return self.recall(("summary", name), lambda: _SUMMARIES[name](self))

    @cached_property
    def _recalled(self) -> dict[Hashable, Any]:
        return {}

    @property
    def agency(self) -> Agency:
        return self.agency_entry.data

    @property
    def settings(self) -> CheckSettings:
        return self.settings_entry.data if self.settings_entry else CheckSettings()

    @property
    def units(self) -> tuple[Unit, ...]:
        return self.units_entry.data.units if self.units_entry else ()

    @cached_property
    def entries(self) -> tuple[Entry[Any], ...]:
        """Every data file, the agency's own first."""
        singles = (
            self.agency_entry,
            self.units_entry,
            self.sources_entry,
            self.components_entry,
            self.settings_entry,
        )
        tables = self.owner_tables.values()
        return (*(entry for entry in singles if entry), *self.ita.values(), *tables, *self.disclosures)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Every table by its permanent address without an ending."""
        found: dict[str, Table] = {}
        for entry in self.disclosures:
            if isinstance(entry.data, Tabled) and entry.data.rows:
                found.setdefault(addresses.table(entry.data.assessed_year, entry.data.family), entry.data.rows)
        return found

    @cached_property
    def astray(self) -> tuple[tuple[Entry[Disclosure], int], ...]:
        """Every disclosure that stands in the folder of another year, and that year."""
        folders = ((entry, PurePosixPath(entry.file.name).parent.name) for entry in self.disclosures)
        years = ((entry, int(name)) for entry, name in folders if name.isascii() and name.isdigit())
        return tuple(
            (entry, year)
            for entry, year in years
            if FIRST_YEAR <= year <= LAST_YEAR and year != entry.data.assessed_year
        )

    @cached_property
    def documents(self) -> dict[str, SourceDocument]:
        """Source documents by id."""
        return {d.id: d for d in self.sources_entry.data.documents} if self.sources_entry else {}

    @cached_property
    def unit_names(self) -> UnitNames:
        """The units by all their names."""
        return unit_names(self.units, self.agency)

    def unit(self, name: str) -> Unit | None:
        """The unit with this id, abbreviation, name or alias, or the only one of whose name it is a part."""
        return self.unit_names.find(name)

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

    def approved(self, disclosure: Disclosure) -> Approved | None:
        """The last approval of a disclosure's family in its year."""
        return self.approvals.get(approval_key(disclosure.assessed_year, disclosure.family))

    def of_kind(self, *kinds: type[Disclosure]) -> tuple[Entry[Any], ...]:
        """The disclosures whose data is of one of these classes, in the order of the data."""
        return tuple(entry for entry in self.disclosures if isinstance(entry.data, kinds))

    def item_of(self, disclosure: Disclosure) -> Item | None:
        """The item that the catalogue of the assessed year gives a disclosure; of two lists the first."""
        return next(iter(self.items_of(disclosure)), None)

    def items_of(self, disclosure: Disclosure) -> tuple[Item, ...]:
        """Every item that asks for a disclosure in its assessed year."""
        found = self.catalogues.get(disclosure.assessed_year)
        return found.items_of(disclosure.family) if found else ()

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """What kind of agency it is; more than one where it answers two lists."""
        return tuple(profile_of(id) for id in self.agency.profile)

    def list_name(self, language: str) -> str:
        """What the list that the agency answers is called, ``OIT`` or ``MOIT``; both names where it answers two."""
        names = dict.fromkeys(profile.list for profile in self.profiles)
        return {"th": " และ ", "en": " and "}[language].join(names)

    def components(self, item: Item, family: str, year: int) -> tuple[Component, ...]:
        """What an item must show of one of its families in a year, as far as known."""
        own = self.components_entry.data.components if self.components_entry else ()
        asked = item.components if item.components is not None else [c for c in own if c.family == family] or None
        of_list = self.catalogues[min(year, max(self.catalogues))].list_of(item)
        return components_of(profile_of(of_list.profile), family, year, asked, self.agency.profile)

    def is_own(self, url: str) -> bool:
        """Whether an address of the web leads to the agency's own site or main website, and to no other's."""
        return is_of(url, filter(None, (self.agency.website, self.base_url)))

    @property
    def shows_work(self) -> bool:
        """Whether readers see what is unfinished: always in a draft, in public where the agency says so."""
        return self.is_draft or self.agency.unfinished == "show"

    def ita_of(self, disclosure: Disclosure) -> ItaResult | None:
        """The ITA result that a disclosure rests on, where it names one that is there."""
        entry = self.ita.get(getattr(disclosure, "ita_year", None) or 0)
        return entry.data if entry else None

    def each(self, kind: type[T]) -> Iterator[tuple[Entry[Any], KeyPath, T]]:
        """Every value of class ``kind`` in all data, with its file and path."""
        for entry in self.entries:
            for path, value in entry.each(kind):
                yield entry, path, value


_SUMMARIES: dict[str, Callable[[Site], Any]] = {}
"""By their names in Python."""


def summary(make: Callable[[Site], V]) -> Callable[[Site], V]:
    """Of a function that tells little of much, such as which families have news: what asks for it rests on what it gives.

    Without this a page that is made of one word would be made again after every change of what that word is made of.
    """
    name = f"{make.__module__}.{make.__qualname__}"
    _SUMMARIES[name] = make

    @wraps(make)
    def asked(site: Site) -> V:
        return site.summary(name)  # type: ignore[no-any-return]

    return asked
