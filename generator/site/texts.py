"""Every text of a data file as it was typed, figures and dates included, with the path that leads to it.

Models keep a figure as a number and a date as a day; what is to be said of the writing itself is found here, in the
data that the loader read. Each file is walked once for all checks; a prefilter over all its texts at once keeps most
files from being looked at text by text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from generator.diagnostics import Diagnostic
from generator.input.source import KeyPath, SourceFile
from generator.site.site import Entry, Site


def published(site: Site) -> Iterator[Entry[Any]]:
    """Every data file whose words reach readers: all but the settings of the checks."""
    for entry in site.entries:
        if entry is not site.settings_entry:
            yield entry


Texts = tuple[tuple[KeyPath, str], ...]
"""Texts of a file, each with the path that leads to it, in the order of the file."""
Prefilter = Callable[[str], bool]
"""Whether a text may hold what is looked for; true of many texts, a line each, where it is true of one of them."""


def values(file: SourceFile) -> Texts:
    """Every value of a file that is text."""
    return _of(file).values


def addresses(file: SourceFile) -> Texts:
    """Every value of a file that is an address, of the web or otherwise."""
    return _of(file).addresses


def words(file: SourceFile) -> Texts:
    """Every value of a file that is no address, and every number to call."""
    return _of(file).words


def candidates(file: SourceFile, prefilter: Prefilter, *, with_addresses: bool = True) -> Texts:
    """Every value of a file that passes ``prefilter``; none is looked at where all of them together do not pass.

    What was found is kept: while someone works, one file changes and all the others are asked again.

    Args:
        with_addresses: whether to look at addresses too, of which letters cannot be chosen; at ``tel:`` always.
    """
    kept = _of(file)
    if prefilter not in kept.found:
        kept.found[prefilter] = tuple(kept.passing(prefilter, with_addresses))
    return kept.found[prefilter]


class _Kept:
    """What was worked out of one file."""

    def __init__(self, data: Any) -> None:
        self.values: Texts = tuple(_walk(data, ()))
        self.found: dict[Prefilter, Texts] = {}

    @cached_property
    def addresses(self) -> Texts:
        """Every value that is an address."""
        return tuple((path, value) for path, value in self.values if ":" in value and is_address(value))

    @cached_property
    def words(self) -> Texts:
        """Every value that is no address, and every number to call."""
        others = {path for path, value in self.addresses if not value.startswith("tel:")}
        return tuple(one for one in self.values if one[0] not in others)

    @cached_property
    def all(self) -> tuple[str, str]:
        """All values, a line each, without addresses and with them."""
        return "\n".join(value for _, value in self.words), "\n".join(value for _, value in self.values)

    def passing(self, prefilter: Prefilter, with_addresses: bool) -> Iterator[tuple[KeyPath, str]]:
        if prefilter(self.all[with_addresses]):
            for path, value in self.values if with_addresses else self.words:
                if prefilter(value):
                    yield path, value


_KEPT: WeakKeyDictionary[SourceFile, _Kept] = WeakKeyDictionary()
"""As long as the file itself, and however many files there are."""


def _of(file: SourceFile) -> _Kept:
    kept = _KEPT.get(file)
    if kept is None:
        kept = _KEPT[file] = _Kept(file.data)
    return kept


def is_address(text: str) -> bool:
    """Whether a text is an address of the web, of which letters cannot be chosen."""
    return _ADDRESS.match(text) is not None


_ADDRESS = re.compile(r"[a-z]{2,10}:/*[^\s]+$", re.IGNORECASE)
_QUOTING = frozenset(("note", "notes", "printed_code"))
"""Keys under which data says how something is printed, slips included."""


def _walk(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _walk(value, (*path, number))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _walk(value, (*path, key))


Slips = Callable[[str], Iterable[dict[str, str]]]
"""The facts of every slip of writing in a text; the same facts are the same slip."""


def once_per_file(
    site: Site, code: str, prefilter: Prefilter, slips: Slips, *, with_addresses: bool = True
) -> Iterator[Diagnostic]:
    """Every slip of writing at the first place of a file, with how often the file has it.

    Args:
        prefilter, with_addresses: as for :func:`candidates`.
    """
    for entry in published(site):
        found: dict[tuple[tuple[str, str], ...], tuple[KeyPath, int]] = {}
        for path, text in candidates(entry.file, prefilter, with_addresses=with_addresses):
            for facts in slips(text) if _QUOTING.isdisjoint(path) else ():
                first, count = found.get(key := tuple(facts.items()), (path, 0))
                found[key] = (first, count + 1)
        for items, (path, count) in found.items():
            yield entry.file.at(path, code, **dict(items), count=count)
