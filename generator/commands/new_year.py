"""``oit new-year``: opens a year in a data folder, from the year before."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, report
from generator.commands.door import note, put
from generator.diagnostics import has_errors
from generator.input.edits import Refused
from generator.officers.new_year import list_new_year, new_year
from generator.site.loader import Loader
from generator.store.door import Write


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["new"]
    folder: Path = options.data
    if options.year == options.from_year:
        refuse(words["same_year"])
    site, found = Loader().load(folder, folder.as_posix())
    if site is None or has_errors(found):
        report(found, options.lang, far=far_folder(folder))  # what could not be read would be opened as a blank
        return FAULTS
    if options.from_year not in site.catalogues:
        known = ", ".join(map(str, sorted(site.catalogues)))
        refuse(words["no_from_year"].format(year=options.from_year, known=known))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    agency = (folder / "agency.yaml").read_bytes()
    try:
        plan = new_year(site, options.year, options.from_year, there=there, agency=agency.decode("utf-8"))
    except Refused as refused:
        report(refused.faults, options.lang, far=far_folder(folder))
        return FAULTS
    writes = [Write(name, None, text.encode("utf-8")) for name, text in plan.files.items()]
    writes += [Write(name, None, content) for name, content in plan.tables.items()]
    if plan.agency is not None:
        writes.append(Write("agency.yaml", agency, plan.agency.encode("utf-8")))
    put(folder, writes, note("new_year", year=options.year, from_year=options.from_year), options.lang)
    print(list_new_year(plan, folder.as_posix(), options.lang), end="")
    return FINE
