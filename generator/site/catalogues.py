"""Which catalogue is in force in each year: those that come with the program, and an agency's own before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, short
from generator.families import FAMILIES
from generator.input.source import KeyPath, SourceFile
from generator.models.agency import Agency
from generator.models.catalogue import BUILT_IN, Catalogue, Components
from generator.models.profile import Profile, known_profiles, profile_of
from generator.site.site import Entry
from generator.writing.near import nearest


@dataclass(frozen=True)
class Editions:
    """The catalogues of one profile.

    Attributes:
        in_force: year → its catalogue.
        former: year → the catalogues that another one replaced, the last replaced first.
        faults: a second catalogue of one year.
    """

    in_force: Mapping[int, Catalogue]
    former: Mapping[int, tuple[Catalogue, ...]]
    faults: tuple[Diagnostic, ...] = ()


def editions(built_in: Iterable[Catalogue], own: Iterable[Entry[Catalogue]]) -> Editions:
    """The catalogues of a profile by year.

    An agency's own stands in the place of the one that comes with the program, which is a former one then; of its own,
    those that say when they were replaced are.
    """
    shipped = {one.year: one for one in built_in}
    current: dict[int, Entry[Catalogue]] = {}
    former: dict[int, list[Catalogue]] = {}
    faults = []
    for entry in own:
        year = entry.data.year
        if entry.data.replaced:
            former.setdefault(year, []).append(entry.data)
        elif current.setdefault(year, entry) is not entry:
            facts = {"year": year, "other": current[year].file.name}
            faults.append(entry.file.at(("year",), "second-catalogue", **facts))
    for year in current.keys() & shipped.keys():
        former.setdefault(year, []).append(shipped[year])
    return Editions(
        {**shipped, **{year: entry.data.in_order() for year, entry in current.items()}},
        {
            year: tuple(sorted(found, key=lambda one: one.replaced or date.min, reverse=True))
            for year, found in former.items()
        },
        tuple(faults),
    )


def lists_of(
    ids: Iterable[str], shipped: Callable[[Path], Iterable[Catalogue]], own: Sequence[Entry[Catalogue]]
) -> tuple[Editions, tuple[str, ...]]:
    """The catalogues of all profiles that an agency names, and those profiles that have none.

    Args:
        ids: of the profiles, the first list first; two that answer the same list count once.
        shipped: the catalogues of a folder that comes with the program.
        own: the agency's own catalogues.
    """
    lists: dict[str, tuple[Profile, Editions]] = {}
    unknown = []
    for id in ids:
        profile = profile_of(id)
        built_in = shipped(BUILT_IN / profile.catalogues) if id in known_profiles() else ()
        found = editions(built_in, (one for one in own if one.data.profile in (id, profile.catalogues)))
        lists.setdefault(profile.catalogues, (profile, found))
        if not found.in_force:
            unknown.append(id)
    return together(tuple(lists.values())), tuple(unknown)


def together(lists: Sequence[tuple[Profile, Editions]]) -> Editions:
    """The catalogues of an agency that answers several lists: those of a year are one, the first list first.

    Two items of one year never share a code: a later list whose codes have the letters of an earlier one has its
    ``apart`` before them. That follows from the profiles alone, so that no year and no edition moves an address.
    """
    (_, first), *others = lists
    letters = {lists[0][0].letters}
    in_force, former, faults = dict(first.in_force), dict(first.former), list(first.faults)
    for profile, found in others:
        prefix = f"{profile.apart or profile.id.upper()}-" if profile.letters in letters else ""
        letters.add(profile.letters)
        for year, catalogue in found.in_force.items():
            own = _with_prefix(catalogue, prefix)
            in_force[year] = in_force[year].beside(own) if year in in_force else own
        for year, before in found.former.items():
            former[year] = (*former.get(year, ()), *(_with_prefix(one, prefix) for one in before))
        faults += found.faults
    return Editions(in_force, former, tuple(faults))


def _with_prefix(catalogue: Catalogue, prefix: str) -> Catalogue:
    if not prefix:
        return catalogue
    items = tuple(item.model_copy(update={"code": f"{prefix}{item.code}"}) for item in catalogue.items)
    return catalogue.model_copy(update={"items": items})


def unknown_family(file: SourceFile, path: KeyPath, family: object) -> Diagnostic:
    """The fault of a family that nobody knows."""
    meant = nearest(str(family), sorted(FAMILIES))
    return file.at(path, "unknown-family", family=short(family), meant=meant)


def catalogue_faults(entry: Entry[Catalogue]) -> Iterator[Diagnostic]:
    """Families that nobody knows, and a second item under one code, which would have the same page."""
    codes: set[str] = set()
    for number, item in enumerate(entry.data.items):
        for place, family in enumerate(item.families):
            if family not in FAMILIES:
                yield unknown_family(entry.file, ("items", number, "families", place), family)
        if item.code in codes:
            yield entry.file.at(("items", number, "code"), "repeated-id", id=item.code)
        codes.add(item.code)


def component_faults(entry: Entry[Components]) -> Iterator[Diagnostic]:
    """Components of families that nobody knows."""
    for number, component in enumerate(entry.data.components):
        if component.family not in FAMILIES:
            yield unknown_family(entry.file, ("components", number, "family"), component.family)


def wanted_faults(agency: Entry[Agency]) -> Iterator[Diagnostic]:
    """What the agency shows first that is no family."""
    for number, family in enumerate(agency.data.wanted):
        if family not in FAMILIES:
            yield unknown_family(agency.file, ("wanted", number), family)
