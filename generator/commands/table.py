"""``oit table``: how the columns and rows of a table are understood, before any data file names it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import report
from generator.commands.project import day_of
from generator.desk.understood import ToldTable, name_of_form, told_table
from generator.diagnostics import has_errors, short
from generator.families import FAMILIES
from generator.files.pasted import parts_of
from generator.officers.office_families import fitting_parts, likest
from generator.officers.office_tables import OfficeTable
from generator.tables import understanding
from generator.tables.columns import CellFault, Form
from generator.tables.faults import Faults
from generator.tables.records import Source
from generator.tables.totals import Tabled
from generator.tables.understanding import Fit
from generator.writing.dates import fiscal_year


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["table"]
    file, _, sheet = str(options.file).partition("#")
    path = Path(file)
    if path.suffix.lower() not in (".csv", ".xlsx") or not path.is_file():
        refuse(words["no_file"].format(file=file))
    forms = {id: f.model.form for id, f in FAMILIES.items() if issubclass(f.model, Tabled)}
    if options.family and options.family not in forms:
        refuse(words["no_family"].format(family=options.family, families=", ".join(forms)))
    source = Source(path, path.as_posix(), sheet)
    try:
        fit = Fit(options.family, 0, True) if options.family else understanding.fits(source, forms.items())
        others = {} if fit.is_whole else _others(path, fit, forms)
    except (CellFault, OSError) as error:
        faults = Faults()
        faults.add_of_file(source.name, error)
        report(faults.report(), options.lang, "text")
        return FAULTS
    if others:
        print(_as_others(others, path, words, options.lang))
        return FINE
    family = fit.name
    year = options.year or understanding.year_of(source, forms[family], fiscal_year(day_of(None)))
    tables, faults = understanding.understood(source, forms[family], year)
    found = faults.report()
    if not any(one.code == "table-is-a-summary" for one in found):
        print(words["read_as"].format(family=family, name=name_of_form(family, options.lang), year=year))
        for table in tables:
            _print(told_table(table, forms[family], options.lang), words)
    report(found, options.lang, "text")
    return FAULTS if has_errors(found) else FINE


def _others(path: Path, fit: Fit, forms: Mapping[str, Form]) -> Mapping[str, OfficeTable]:
    """The families of other tables that know more of the headings than procurement does; none where none does."""
    try:
        parts = parts_of(path)
    except CellFault:  # larger than a table of an office is
        return {}
    found = fitting_parts(parts, [one for one in FAMILIES if one not in forms], path.stem)
    tables = {family: next(iter(taken.tables.values())) for family, taken in found.items()}
    return {family: table for family, table in tables.items() if table.known > fit.columns}


def _as_others(others: Mapping[str, OfficeTable], path: Path, words: dict[str, Any], language: str) -> str:
    """What the table looks like, and the command that reads it."""
    names = languages.families(language)
    table = next(iter(others.values()))
    families = likest(others, [path.stem, *table.above])
    headings = ", ".join(short(one.text) for one in table.headings if one.field)
    lines = [words["other"].format(headings=headings)]
    for family in families:
        asked = f" --family {family}" if len(others) > 1 else ""
        command = f'oit import "{path.as_posix()}"{asked} --dry-run'
        lines.append(words["other_as"].format(name=names[family]["name"], family=family, command=command))
    return "\n".join(lines)


def _print(table: ToldTable, words: dict[str, Any]) -> None:
    print()
    print(table.head)
    for letter, name, taken_for in table.columns:
        print(f"  {letter:>3}  {name} → {taken_for or words['left_out']}")
    for line in table.aside:
        print(f"  {line}")
    for number, values in enumerate(table.rows, 1):
        print(words["row"].format(number=number))
        for header, text in values:
            print(f"      {header}: {text}")
