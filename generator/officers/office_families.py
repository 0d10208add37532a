"""Which families a table of the office may be of: those that know most of its headings, told apart by what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import languages
from generator.families import FAMILIES
from generator.files.pasted import Part
from generator.officers.families_by_title import GUESSED, likeness, title_key
from generator.officers.office_headings import Row
from generator.officers.office_tables import OfficeTable, read_table


def fitting(rows: Sequence[Row], families: Iterable[str], titles: Sequence[str]) -> Mapping[str, OfficeTable]:
    """The families that know most headings of a table, each with the table as it reads it; one where a name tells it.

    Args:
        titles: what may say what the table is, as the lines above the headings may: the name of the file without its
            suffix, the paragraphs before a table of a document.
    """
    found = {
        family: table
        for family in dict.fromkeys(families)
        if (table := read_table(rows, FAMILIES[family].model)) and table.entries
    }
    most = max((table.known for table in found.values()), default=0)
    best = {family: table for family, table in found.items() if table.known == most}
    if len(best) < 2:
        return best
    titles = [*titles, *next(iter(best.values())).above]
    if told := _told(found, titles):
        return {told: found[told]}
    named = _named(best, titles) or _most_alike(best, titles)
    return {family: best[family] for family in named}


@dataclass(frozen=True)
class Taken:
    """What a family takes of a file: its tables by the name of the part that each stands in, and the parts that are none of it."""

    tables: Mapping[str, OfficeTable]
    left: tuple[str, ...] = ()


def fitting_parts(parts: Sequence[Part], families: Iterable[str], file_name: str) -> Mapping[str, Taken]:
    """As :func:`fitting`, of a file with several parts, each of which is judged by its own headings.

    The part that knows most says which family it is; another one belongs to it where it has entries of the same list.
    """
    asked = list(dict.fromkeys(families))
    first_titles = parts[0].titles if parts else ()
    found = {part.name: fitting(part.rows, asked, [*part.titles, file_name, *first_titles]) for part in parts}
    most = max((table.known for tables in found.values() for table in tables.values()), default=0)
    best = next((tables for tables in found.values() if tables and next(iter(tables.values())).known == most), {})
    taken: dict[str, Taken] = {}
    for family, first in best.items():
        read = {part.name: read_table(part.rows, FAMILIES[family].model) for part in parts}
        tables = {
            part.name: replace(one, above=(*part.titles, *one.above))
            for part in parts
            if (one := read[part.name]) and one.entries and one.list.name == first.list.name
        }
        taken[family] = Taken(tables, tuple(part.name for part in parts if part.name not in tables))
    return taken


_REPORT = re.compile("รายงาน|ผล(?:การ|งาน|ตาม|ของ|มาตรการ|จัด|ป้องกัน|พัฒนา|บริหาร|hr)", re.IGNORECASE)
"""How a title says that it tells what was done."""


def _told(families: Iterable[str], titles: Iterable[str]) -> str:
    """The one family of which the first telling title has the longest word; empty where there is none, or several."""
    known = {one: told for one, told in languages.table_titles().items() if one in set(families)}
    for title in titles:
        key = title_key(title)
        is_report = _REPORT.search(title) is not None
        found = [
            (len(word), family)
            for family, told in known.items()
            if told.get("report", is_report) is is_report
            for word in told["words"]
            if title_key(word) in key
        ]
        if found:
            longest = {family for length, family in found if length == max(found)[0]}
            return longest.pop() if len(longest) == 1 else ""
    return ""


def _named(families: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The families whose name stands in one of the texts: above the headings, or in the name of the file."""
    said = [title_key(text) for text in texts]
    names = languages.families("th")
    return [one for one in families if any(title_key(names[one]["name"]) in text for text in said)]


_CLEARLY = 0.1
"""How much more alike a name is than the next one where a title means that and no other."""


def _most_alike(families: Iterable[str], titles: Sequence[str]) -> list[str]:
    """The one family whose name a title is clearly most like; all of them where none is."""
    names = languages.families("th")
    alike = {one: max((likeness(names[one]["name"], title) for title in titles), default=0.0) for one in families}
    first, second = sorted(alike, key=lambda one: -alike[one])[:2]
    return [first] if alike[first] >= GUESSED and alike[first] - alike[second] >= _CLEARLY else list(alike)


def likest(families: Iterable[str], titles: Sequence[str]) -> list[str]:
    """The same families, those whose name is most like one of the titles first; those that are like none left out.

    All of them where none is: for what is only proposed to a person, who knows.
    """
    names = languages.families("th")
    alike = {one: max((likeness(names[one]["name"], title) for title in titles), default=0.0) for one in families}
    near = sorted((one for one, how in alike.items() if how >= GUESSED), key=lambda one: -alike[one])
    return near or list(alike)
