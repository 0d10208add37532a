"""Every text of a data file as it was typed, figures and dates included, with the path that leads to it.

Models keep a figure as a number and a date as a day; what is to be said of the writing itself is found here.
A file is read again only where a quick look at the whole of it finds something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from generator.diagnostics import Diagnostic
from generator.input import source
from generator.input.source import Path_
from generator.site.site import Entry, Site


def published(site: Site) -> Iterator[Entry[Any]]:
    """Every data file whose words reach readers: all but the settings of the checks."""
    for entry in site.entries:
        if entry is not site.settings_entry:
            yield entry


def values(text: str) -> Iterator[tuple[Path_, str]]:
    """Every value of a file's text that is text, in order."""
    yield from _walk(plain(text), ())


def plain(text: str) -> Any:
    """The data of a file's text, before any model reads it."""
    return source.read_bytes(text.encode("utf-8", "surrogatepass"), "").data


Told = Callable[[str], bool]
"""A quick look at a text: whether there may be something to tell of it."""


@lru_cache(maxsize=4096)
def telling(text: str, is_told: Told) -> tuple[tuple[Path_, str], ...]:
    """Every value of a file's text of which ``is_told`` holds; where it does not hold of the whole, nothing is read.

    What was found is kept: while someone works, one file changes and all the others are asked again.
    """
    if not is_told(text) and not _ESCAPE.search(text):
        return ()
    return tuple((path, value) for path, value in values(text) if is_told(value))


def is_address(text: str) -> bool:
    """Whether a text is an address of the web, of which letters cannot be chosen."""
    return _ADDRESS.match(text) is not None


_ADDRESS = re.compile(r"[a-z]{2,10}:/*[^\s]+$", re.IGNORECASE)
_QUOTING = frozenset(("note", "notes", "printed_code"))
"""Keys under which data says how something is printed, slips included."""
_ESCAPE = re.compile(r"\\[xuU]")
"""A letter that YAML writes as a number, so that the file does not have it and its value does."""


def _walk(data: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
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


def once_per_file(site: Site, code: str, is_told: Told, slips: Slips) -> Iterator[Diagnostic]:
    """Every slip of writing at the first place of a file, with how often the file has it.

    Args:
        is_told: as for :func:`telling`.
    """
    for entry in published(site):
        found: dict[tuple[tuple[str, str], ...], tuple[Path_, int]] = {}
        for path, text in telling(entry.file.text, is_told):
            for facts in slips(text) if _QUOTING.isdisjoint(path) else ():
                first, count = found.get(key := tuple(facts.items()), (path, 0))
                found[key] = (first, count + 1)
        for items, (path, count) in found.items():
            yield entry.file.at(path, code, **dict(items), count=count)
