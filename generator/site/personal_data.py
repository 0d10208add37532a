"""What of private persons stands in everything that a site will publish, and what an officer decided about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from generator.blocks.channels import Channel
from generator.cache.cache import Cache
from generator.diagnostics import Diagnostic
from generator.families.contact.model import Contact
from generator.families.executives.model import Executives
from generator.input.source import KeyPath, SourceFile
from generator.models.channels import Phone
from generator.models.shared import Evidence
from generator.site import digest, texts
from generator.site.site import Entry, Site
from generator.tables.faults import Place
from generator.tables.table import Row, Table
from generator.tables.totals import Tabled
from generator.writing import persons
from generator.writing.persons import Kind


def findings(site: Site, kind: Kind, code: str) -> Iterator[Diagnostic]:
    """Everything of one kind that nobody has decided about: in data each once a file, in evidence once a file."""
    official = _official(site)

    def is_open(one: persons.Found, file: str) -> bool:
        return one.kind is kind and one.key not in official and not is_decided(site, file, one)

    for entry in texts.published(site):
        file = _from_folder(site, entry.file.name)
        seen = set()
        for path, one in in_data(entry.file):
            if is_open(one, file) and one.key not in seen:
                seen.add(one.key)
                line, _ = entry.file.place(path)
                yield entry.file.at(path, code, shown=one.shown, file=file, where=line, count=1)
    for entry, place, name in _files(site):
        found = [one for one in site.evidence[name].personal if is_open(one, name)]
        if found:
            facts = {"shown": found[0].shown, "file": name, "where": found[0].where, "count": len(found)}
            yield entry.file.at((*place, "file"), code, **facts)
    yield from _in_tables(site, kind, code, is_open)


InData = tuple[tuple[KeyPath, persons.Found], ...]
"""What of persons stands in the values of a file, each with the path that leads to it."""

_IN_DATA: WeakKeyDictionary[SourceFile, InData] = WeakKeyDictionary()
"""Of every file that was looked at, as long as the file itself."""


def remember(site: Site, cache: Cache) -> None:
    """Take over from earlier runs what stands in files that did not change, and keep for later ones what stands in the others."""
    place = str(site.folder.resolve())
    before = cache.get_json("persons in data", place) or {}
    kept: dict[str, list[Any]] = {}
    for entry in texts.published(site):
        key = digest.of_file(entry.file)
        if key in before:
            _IN_DATA[entry.file] = tuple((tuple(path), _found(*said)) for path, said in before[key])
        kept[key] = [[path, [one.kind, one.key, one.shown]] for path, one in in_data(entry.file)]
    if kept != before:
        cache.put_json(kept, "persons in data", place)


def _found(kind: str, key: str, shown: str) -> persons.Found:
    return persons.Found(Kind(kind), key, shown)


def in_data(file: SourceFile) -> InData:
    """What of persons stands in the values of a file."""
    found = _IN_DATA.get(file)
    if found is None:
        found = _IN_DATA[file] = tuple(_in_data(texts.words(file)))
    return found


def _in_data(values: texts.Texts) -> Iterator[tuple[KeyPath, persons.Found]]:
    for number in persons.which_may_hold([value for _, value in values]):
        path, value = values[number]
        for one in persons.find(" ".join(value.split())):
            yield path, one


def is_decided(site: Site, file: str, found: persons.Found | str) -> bool:
    """Whether an officer looked at this and let it be published."""
    return any(
        (decision.file == file or decision.file.endswith(f"/{file}"))
        and (decision.found == found if isinstance(found, str) else found.is_named_by(decision.found))
        for decision in site.settings.decisions
    )


def _from_folder(site: Site, name: str) -> str:
    return name.removeprefix(f"{site.name}/")


def _files(site: Site) -> Iterator[tuple[Entry[Any], KeyPath, str]]:
    """Every evidence file at the first place that names it."""
    seen = set()
    for entry, path, evidence in site.each(Evidence):
        if evidence.file and evidence.file in site.evidence and evidence.file not in seen:
            seen.add(evidence.file)
            yield entry, path, evidence.file


def _in_tables(
    site: Site, kind: Kind, code: str, is_open: Callable[[persons.Found, str], bool]
) -> Iterator[Diagnostic]:
    """In the rows that pages show, once a table."""
    for entry in site.disclosures:
        table = entry.data.rows if isinstance(entry.data, Tabled) else None
        if table is None:
            continue
        file = table.sources[0].name.removeprefix(f"{site.name}/") if table.sources else ""
        found: dict[str, tuple[persons.Found, Place]] = {}
        for row, key, one in _in_table(table):
            if is_open(one, file):
                found.setdefault(one.key, (one, row.origin.place(key)))
        if found:
            first, place = next(iter(found.values()))
            facts = {"shown": first.shown, "file": file, "where": place.cell, "count": len(found)}
            yield place.fault(code, **facts)


InTable = tuple[tuple[Row, str, persons.Found], ...]
"""What of persons stands in the rows of a table that pages show, each with its row and column."""

_IN_TABLES: WeakKeyDictionary[Table, InTable] = WeakKeyDictionary()
"""Of every table that was looked at, as long as the table itself."""


def _in_table(table: Table) -> InTable:
    found = _IN_TABLES.get(table)
    if found is None:
        headers = {column.key: column.header for column in table.form.columns}
        found = _IN_TABLES[table] = tuple(
            (row, key, one)
            for row in (*table.all, *table.largest, *table.latest)
            for key, value in row.items()
            if isinstance(value, str)
            for one in _in_cell(value, headers[key])
        )
    return found


@lru_cache(maxsize=65536)
def _in_cell(value: str, header: str) -> tuple[persons.Found, ...]:
    return tuple(persons.find(value, header, header))


def _official(site: Site) -> frozenset[str]:
    """Numbers and addresses that the agency gives to be reached by, which are nobody's own."""
    return site.recall("official numbers", lambda: _official_of(site))


def _official_of(site: Site) -> frozenset[str]:
    said = [str(phone.number) for entry in site.disclosures for phone in _phones(entry)]
    for entry in site.disclosures:
        if isinstance(entry.data, Contact) and entry.data.address:
            said.append(entry.data.address.th)
        said += [channel.address.th for _, channel in entry.each(Channel) if channel.address]
    return frozenset(one.key for text in said for one in persons.find(text))


def _phones(entry: Entry[Any]) -> Iterator[Phone]:
    """Numbers of offices and channels; those of executives may be their own."""
    if not isinstance(entry.data, Executives):
        for _, phone in entry.each(Phone):
            yield phone
