"""What is odd in a catalogue that somebody wrote: one file by itself, before it is put into a data folder.

What makes a catalogue impossible (a second item of one code, a family that nobody knows) is a fault wherever it is read;
what is only unlikely is told here alone, because a former edition or a list with holes may well be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Severity
from generator.input import shape
from generator.input.source import SourceFile
from generator.models.catalogue import Catalogue
from generator.site.catalogues import catalogue_faults
from generator.site.site import Entry
from generator.writing.figures import bounded_int
from generator.writing.near import nearest


def check_catalogue(file: SourceFile) -> tuple[Catalogue | None, list[Diagnostic]]:
    """The catalogue of a file, or None, and everything that is wrong or odd in it."""
    data, faults = shape.validate(file, Catalogue)
    if data is None:
        return None, faults
    odd = (*_year(file, data), *_holes(file, data), *_sub_indicators(file, data), *_families(file, data))
    return data, [*catalogue_faults(Entry(file, data)), *odd]


def _warning(found: Diagnostic) -> Diagnostic:
    return replace(found, severity=Severity.WARNING)


def _year(file: SourceFile, data: Catalogue) -> Iterator[Diagnostic]:
    """A file that is named for another year; a former edition may have any name."""
    named = re.fullmatch(r"\d{4}", PurePosixPath(file.name).stem)
    if named and data.replaced is None and bounded_int(named[0]) != data.year:
        yield _warning(file.at(("year",), "catalogue-of-another-year", year=data.year, named=named[0]))


def _holes(file: SourceFile, data: Catalogue) -> Iterator[Diagnostic]:
    """Numbers that no item has, counted from 1 with each kind of letters."""
    by_letters: dict[str, dict[int, int]] = {}
    for place, item in enumerate(data.items):
        if found := re.fullmatch(r"([A-Z]+)(\d+)", item.code):
            by_letters.setdefault(found[1], {}).setdefault(bounded_int(found[2]), place)
    for letters, places in by_letters.items():
        before = 0
        for number in sorted(places):
            if number > before + 1:
                missing = f"{letters}{before + 1}" + (f"–{letters}{number - 1}" if number > before + 2 else "")
                where = ("items", places[number], "code")
                yield _warning(file.at(where, "catalogue-hole", missing=missing, item=f"{letters}{number}"))
            before = number


def _sub_indicators(file: SourceFile, data: Catalogue) -> Iterator[Diagnostic]:
    """Sub-indicators that items name and the list does not, or the other way round; nothing where none is named."""
    named = {one.number: place for place, one in enumerate(data.sub_indicators)}
    used = {item.sub_indicator for item in data.items}
    for place, item in enumerate(data.items):
        if named and item.sub_indicator not in named:
            facts = {"number": item.sub_indicator, "meant": nearest(item.sub_indicator, named)}
            yield _warning(file.at(("items", place, "sub_indicator"), "catalogue-unknown-sub-indicator", **facts))
    for number, place in named.items():
        if number not in used:
            where = ("sub_indicators", place, "number")
            yield _warning(file.at(where, "catalogue-unused-sub-indicator", number=number))


def _families(file: SourceFile, data: Catalogue) -> Iterator[Diagnostic]:
    """A family that two items ask for: what the agency says of it stands on the page of the first one alone."""
    first: dict[str, str] = {}
    for place, item in enumerate(data.items):
        for number, family in enumerate(item.families):
            other = first.setdefault(family, item.code)
            if other != item.code:
                where = ("items", place, "families", number)
                yield _warning(file.at(where, "catalogue-family-twice", family=family, other=other, item=item.code))
