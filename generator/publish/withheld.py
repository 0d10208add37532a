"""Published addresses that go because what they show is kept back now: one cause is one fault, however many addresses hang on it.

A site that was published and then switches ``approval: required`` on, names fewer ``public_years`` or puts a disclosure on
hold loses every page, place and file of what is kept back. An officer is told what to do about that, once for each reason,
and not of each of a thousand addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.diagnostics import Diagnostic
from generator.input.source import KeyPath
from generator.publish.markdown import all_sites, languages_of
from generator.site import addresses
from generator.site.approvals import evidence_names
from generator.site.holding import held_of, public_years
from generator.site.site import Entry, Site

_CODES: Mapping[str, str] = {
    "year": "published-year-hidden",
    "hold": "published-on-hold",
    "carried": "published-unconfirmed",
    "approval": "published-unapproved",
    "changed": "published-unapproved",
}
"""Why something is kept back → the fault of published addresses that go with it."""
_MOST_NAMED = 5


@dataclass(frozen=True)
class Withheld:
    """What is kept back for one reason.

    Attributes:
        fault: makes the fault of some facts, at the place in the data that is the reason.
        items: code and year of each item, ``O14/2568``; families that no item asks for by their id.
        own: addresses of its pages, places and files; whatever is below them goes with them.
        roots: where each language of its sites begins.
    """

    fault: Callable[..., Diagnostic]
    items: tuple[str, ...]
    own: frozenset[str]
    roots: frozenset[str]


def withheld(site: Site) -> tuple[Withheld, ...]:
    """What is kept back of a site and its subsites, by reason."""
    found: dict[str, list[tuple[Site, str, Entry[Any]]]] = {}
    for inner, path in all_sites(site):
        shown = public_years(inner)
        for entry in inner.disclosures:
            held = held_of(inner, entry)
            why = "year" if entry.data.assessed_year not in shown else held.why if held else ""
            if why in _CODES and not entry.data.is_blank:
                found.setdefault(_CODES[why], []).append((inner, path, entry))
    return tuple(_withheld(code, listed) for code, listed in found.items())


def _withheld(code: str, listed: Sequence[tuple[Site, str, Entry[Any]]]) -> Withheld:
    own, roots = set[str](), set[str]()
    for site, path, entry in listed:
        for language in languages_of(site):
            root = path + addresses.root(language)
            roots.add(root)
            own |= {root + address for address in _addresses(site, entry)}
    items = (f"{_code(site, entry)}/{entry.data.assessed_year}" for site, _, entry in listed)
    site, _, first = listed[0]
    key: Mapping[str, tuple[Entry[Any], KeyPath]] = {
        "published-year-hidden": (site.agency_entry, ("public_years",)),
        "published-on-hold": (first, ("hold",)),
        "published-unconfirmed": (first, ()),
        "published-unapproved": (site.agency_entry, ("approval",)),
    }
    entry, at = key[code]
    place = partial(entry.file.at, at, code)
    return Withheld(place, tuple(dict.fromkeys(items)), frozenset(own), frozenset(roots))


def _code(site: Site, entry: Entry[Any]) -> str:
    item = site.item_of(entry.data)
    return item.code if item else str(entry.data.family)


def _addresses(site: Site, entry: Entry[Any]) -> Iterator[str]:
    """What of a site shows a disclosure, from the root of a language."""
    family, year = entry.data.family, entry.data.assessed_year
    if year not in public_years(site):
        yield addresses.year(year)
    if item := site.item_of(entry.data):
        yield addresses.item(year, item, family)
    yield from (addresses.table(year, family, ending) for ending in (".csv", ".xlsx"))
    for name in evidence_names(entry):
        file = site.evidence.get(name)
        yield file.address if file and file.address else name


def told(lost: Iterable[str], kept_back: Sequence[Withheld]) -> tuple[list[Diagnostic], frozenset[str]]:
    """One fault a reason that published addresses go for; and the addresses that go for none of these.

    A page that gathers what many disclosures say (a list of spending, a feed) goes for the first reason that there is.
    """
    left, found = set(lost), list[Diagnostic]()
    for one in kept_back:
        gone = {address for address in left if addresses.is_covered(address, one.own)}
        if gone:
            gone |= {address for address in left if _gathers(address, one.roots)}
            left -= gone
            named = ", ".join(one.items[:_MOST_NAMED])
            more = len(one.items) - _MOST_NAMED
            found.append(
                one.fault(items=f"{named} (+{more})" if more > 0 else named, things=len(one.items), count=len(gone))
            )
    return found, frozenset(left)


def _gathers(address: str, roots: frozenset[str]) -> bool:
    """Whether an address is of a page or file that is of no single disclosure."""
    root = max((one for one in roots if address.startswith(one)), key=len, default=None)
    return root is not None and not addresses.is_of_one_item(address.removeprefix(root))
