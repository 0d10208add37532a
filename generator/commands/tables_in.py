"""How ``oit import`` takes a table of the office into a data file: columns and rows as understood first, then written."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import name_of, report
from generator.commands.door import accepted, note, put
from generator.diagnostics import Diagnostic, short
from generator.families import FAMILIES
from generator.files.pasted import Part, parts_of
from generator.input import readings, shape, source
from generator.input.edits import Append, Change, Put, edited
from generator.input.source import SourceFile
from generator.officers.fields import fields_of, order_of
from generator.officers.new_year import new_year
from generator.officers.office_families import Taken, fitting_parts
from generator.officers.office_tables import Entry, OfficeTable
from generator.officers.references import unresolved
from generator.site.loader import Loader
from generator.site.site import Site
from generator.store.door import Write
from generator.tables.columns import CellFault, letters
from generator.tables.faults import Faults

SUFFIXES = (".xlsx", ".csv", ".docx")
_SHOWN = 3
"""Entries that are shown as they will be written."""


def import_table(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["import"]["table"]
    path = Path(options.address)
    if not path.is_file():
        refuse(languages.words(options.lang)["audit"]["no_such_place"].format(address=options.address))
    site, found = Loader().load(options.data, name_of(options.data))
    if site is None or not site.years:
        report(found, options.lang)
        return FAULTS
    year = options.year or site.years[0]
    if year not in site.catalogues:
        refuse(words["no_year"].format(year=year))
    try:
        parts = parts_of(path)
    except (CellFault, OSError) as error:
        faults = Faults()
        faults.add_of_file(path.as_posix(), error)
        report(faults.report(), options.lang)
        return FAULTS
    family, taken = _taken(options, site, year, parts, words)
    tables = list(taken.tables.values())
    table = tables[0]
    before, at = _file(options.data, site, family, year)
    written = source.parse(before, at).data
    said = readings.read(written, FAMILIES[family].model).data
    there = _titles(said, table)
    new = [entry for one in tables for entry in one.entries if _title(entry.data) not in there]
    _part_owners(site, new)
    title = "" if isinstance(said, dict) and "title" in said else table.title(_name("th", family), site.agency.name.th)
    print(_listing(taken, new, family, at, words, options.lang, title), end="")
    if not new:
        print(words["nothing"])
        return FINE
    order = order_of(FAMILIES[family].model)
    edits: list[Change] = [Put(("title",), title, order)] if title else []
    key = readings.key_written(written or {}, FAMILIES[family].model, table.list.name)
    after = edited(before, at, [*edits, *(Append((key,), entry.data) for entry in new)])
    made = source.parse(after, at)
    places = _places(made, key, new, taken)
    _, found = shape.validate(made, FAMILIES[family].model)
    if wrong := _at_cells(found, places, path.as_posix()):
        report(wrong, options.lang)
        return FAULTS
    if lacking := _at_cells(unresolved(site, f"{site.name}/{at}", after), places, path.as_posix()):
        print(languages.words(options.lang)["door"]["unresolved"])
        report(lacking, options.lang)
    if accepted(options):
        was = before if (options.data / at).is_file() else None
        put(options.data, [Write(at, was, after)], note("import_table", file=path.name, family=family), options.lang)
    return FINE


def _taken(
    options: argparse.Namespace, site: Site, year: int, parts: Sequence[Part], words: Mapping[str, Any]
) -> tuple[str, Taken]:
    """The family and its tables; where nobody says which family, the one that knows most headings, if there is one."""
    asked = dict.fromkeys(family for item in site.catalogues[year].items for family in item.families)
    if options.family and options.family not in asked:
        refuse(words["no_family"].format(family=options.family, families=", ".join(asked)))
    best = fitting_parts(parts, [options.family] if options.family else asked, Path(options.address).stem)
    if not best:
        refuse(words["no_headings"])
    if len(best) > 1:
        names = languages.families(options.lang)
        refuse(words["which"].format(families=", ".join(f"{one} ({names[one]['name']})" for one in best)))
    return next(iter(best.items()))


def _file(data: Path, site: Site, family: str, year: int) -> tuple[bytes, str]:
    """What the family's file of the year says, or would as a blank; and where it stands from the data folder."""
    if entry := site.disclosure(family, year):
        at = entry.file.name.removeprefix(f"{site.name}/")
        return (data / at).read_bytes(), at
    there = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    plan = new_year(site, year, year, there=there, agency=(data / "agency.yaml").read_bytes().decode("utf-8"))
    (at,) = {opened.file for _, opened_of in plan.items for opened in opened_of if opened.family == family}
    return plan.files[at].encode("utf-8"), at


def _titles(data: Any, table: OfficeTable) -> set[str]:
    """What the entries that are there already are called."""
    listed = data.get(table.list.name) if isinstance(data, dict) else None
    return {_title(one) for one in listed or () if isinstance(one, dict)} if isinstance(listed, list) else set()


def _title(entry: Mapping[str, Any]) -> str:
    """What tells an entry from the others: its title or text, else all that it says."""
    said = entry.get("title", entry.get("text", entry))
    said = said.get("th", said) if isinstance(said, dict) else said
    return "".join(str(said).split())


def _name(language: str, family: str) -> str:
    return languages.families(language)[family]["name"]


def _listing(
    taken: Taken, new: Sequence[Entry], family: str, at: str, words: Mapping[str, Any], language: str, title: str
) -> str:
    name = _name(language, family)
    of = next(iter(taken.tables.values())).list
    lines = [words["head"].format(family=family, name=name, list=of.label, file=at)]
    lines += [words["title"].format(title=title)] if title else []
    is_one = len(taken.tables) + len(taken.left) == 1
    for part, table in taken.tables.items():
        lines += [] if is_one else [words["part"].format(part=part)]
        lines += _columns(table, words)
    count = sum(len(table.entries) for table in taken.tables.values())
    lines += [words["entries"].format(count=count, new=len(new))]
    shown = yaml.safe_dump([one.data for one in new[:_SHOWN]], allow_unicode=True, sort_keys=False, width=1000)
    lines += [f"    {line}" for line in shown.splitlines()] if new else []
    for part, table in taken.tables.items():
        told = list(_told(table, [one for one in table.entries if one in new], at, words))
        lines += [words["part"].format(part=part)] if told and not is_one else []
        lines += told
    lines += [words["part_left"].format(part=part) for part in taken.left]
    return "\n".join(lines) + "\n"


def _columns(table: OfficeTable, words: Mapping[str, Any]) -> Iterator[str]:
    for heading in table.headings:
        key = f"{heading.field.label} [{heading.field.name}]" if heading.field else ""
        if heading.count and heading.field and heading.field.model:
            counts = {one.name: one.label for one in fields_of(heading.field.model)}
            time = f"{heading.month}: " if heading.month else ""
            key = f"{time}{counts[heading.count]} [{heading.field.name}.{heading.count}]"
        key = key or (words["quarter"].format(number=heading.quarter) if heading.quarter else words["left_out"])
        yield f"  {letters(heading.index + 1)} {short(heading.text)} → {key}"


def _told(table: OfficeTable, new: Sequence[Entry], at: str, words: Mapping[str, Any]) -> Iterator[str]:
    """What was read as nothing or in another way, and what was left out."""
    if zeros := [str(one.row) for one in new if one.zeros]:
        yield words["zeros"].format(rows=", ".join(zeros))
    for one in new:
        yield from (
            words["no_choice"].format(row=one.row, key=key, text=short(text)) for key, text in one.unread.items()
        )
    for row, cells in table.left:
        yield _left(row, short(" | ".join(filter(None, cells))), table, words)
    for wrong in table.wrong_totals:
        facts = {"cell": f"{letters(wrong.index + 1)}{wrong.row}", "column": short(wrong.heading), "sum": wrong.sum}
        yield words["wrong_total_across" if wrong.is_across else "wrong_total"].format(said=short(wrong.said), **facts)
    if known := [str(one.row) for one in table.entries if one not in new]:
        yield words["known"].format(rows=", ".join(known))
    if unused := [short(one.text) for one in table.unused]:
        yield words["unused"].format(columns=", ".join(unused), file=at)


def _left(row: int, text: str, table: OfficeTable, words: Mapping[str, Any]) -> str:
    """What is said of a row that is no entry: which choice it is the heading of, or that it was not read."""
    if row not in table.groups:
        return str(words["left"].format(row=row, text=text))
    key, choice = table.groups[row]
    return str(words["group"].format(row=row, text=text, key=key, choice=choice))


def _part_owners(site: Site, entries: Iterable[Entry]) -> None:
    """Two units that a cell joins with ``และ`` are two owners, where each of them is one and both together are none."""
    for entry in entries:
        if isinstance(owners := entry.data.get("owners"), list):
            entry.data["owners"] = [part for owner in owners for part in _units(site, owner)]


def _units(site: Site, owner: str) -> list[str]:
    parts = [part.strip() for part in owner.split("และ")]
    return parts if site.unit(owner) is None and all(map(site.unit, parts)) else [owner]


Place = tuple[tuple[int, int], Entry, str, str]
"""Where a value stands in the data file, of which entry and key it is, and the part of the file that has it, where there are several."""


def _places(after: SourceFile, list_key: str, new: Sequence[Entry], taken: Taken) -> list[Place]:
    is_one = len(taken.tables) + len(taken.left) == 1
    parts = {id(entry): "" if is_one else part for part, table in taken.tables.items() for entry in table.entries}
    listed = after.data.get(list_key, []) if isinstance(after.data, dict) else []
    first = len(listed) - len(new)
    begins: list[Place] = [
        (after.place((list_key, first + n)), entry, "", parts[id(entry)]) for n, entry in enumerate(new)
    ]
    return begins + [
        (after.place((list_key, first + n, key)), entry, key, parts[id(entry)])
        for n, entry in enumerate(new)
        for key in entry.data
    ]


def _at_cells(found: Iterable[Diagnostic], places: Sequence[Place], name: str) -> list[Diagnostic]:
    """Faults of the new entries, at the cells that say it; what was wrong before is none of the table's."""
    return [moved for one in found if (moved := _moved(one, places, name))]


def _moved(found: Diagnostic, places: Iterable[Place], name: str) -> Diagnostic | None:
    """A fault of the data file as one of the cell, or row, that it was read from."""
    at = max(
        (one for one in places if one[0] <= (found.line, found.column)), key=lambda one: (one[0], one[2]), default=None
    )
    if at is None:
        return None
    _, entry, key, part = at
    file = f"{name}#{part}" if part else name
    if found.code == "missing-key" and (blank := entry.blank.get(found.facts["key"])):
        column, heading = blank
        facts = {"cell": f"{letters(column + 1)}{entry.row}", "header": short(heading)}
        return Diagnostic(file, entry.row, column + 1, "table-cell-empty", found.severity, facts=facts)
    return replace(found, file=file, line=entry.row, column=entry.columns.get(key, -1) + 1)
