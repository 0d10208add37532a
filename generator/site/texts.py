"""Every text of a data file as it was typed, figures and dates included, with the path that leads to it.

Models keep a figure as a number and a date as a day; what is to be said of the writing itself is found here, in the
data that the loader read. A prefilter over the whole text of a file keeps most files from being walked at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from generator.diagnostics import Diagnostic
from generator.input.source import KeyPath, SourceFile
from generator.site.site import Entry, Site


def published(site: Site) -> Iterator[Entry[Any]]:
    """Every data file whose words reach readers: all but the settings of the checks."""
    for entry in site.entries:
        if entry is not site.settings_entry:
            yield entry


@lru_cache(maxsize=4096)
def values(file: SourceFile) -> tuple[tuple[KeyPath, str], ...]:
    """Every value of a file that is text, in order; walked once a file."""
    return tuple(_walk(file.data, ()))


Prefilter = Callable[[str], bool]
"""Whether a text may hold what is looked for; true of a file's whole text where it is true of one of its values."""


@lru_cache(maxsize=4096)
def candidates(file: SourceFile, prefilter: Prefilter) -> tuple[tuple[KeyPath, str], ...]:
    """Every value of a file that passes ``prefilter``; none is looked at where the whole text does not pass.

    What was found is kept: while someone works, one file changes and all the others are asked again.
    """
    if not prefilter(file.text) and not _ESCAPE.search(file.text):
        return ()
    return tuple((path, value) for path, value in values(file) if prefilter(value))


def is_address(text: str) -> bool:
    """Whether a text is an address of the web, of which letters cannot be chosen."""
    return _ADDRESS.match(text) is not None


_ADDRESS = re.compile(r"[a-z]{2,10}:/*[^\s]+$", re.IGNORECASE)
_QUOTING = frozenset(("note", "notes", "printed_code"))
"""Keys under which data says how something is printed, slips included."""
_ESCAPE = re.compile(r"\\[xuU]")
"""A letter that YAML writes as a number, so that the file does not have it and its value does."""


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


def once_per_file(site: Site, code: str, prefilter: Prefilter, slips: Slips) -> Iterator[Diagnostic]:
    """Every slip of writing at the first place of a file, with how often the file has it.

    Args:
        prefilter: as for :func:`candidates`.
    """
    for entry in published(site):
        found: dict[tuple[tuple[str, str], ...], tuple[KeyPath, int]] = {}
        for path, text in candidates(entry.file, prefilter):
            for facts in slips(text) if _QUOTING.isdisjoint(path) else ():
                first, count = found.get(key := tuple(facts.items()), (path, 0))
                found[key] = (first, count + 1)
        for items, (path, count) in found.items():
            yield entry.file.at(path, code, **dict(items), count=count)
