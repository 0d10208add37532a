"""``oit workbook``: a year as an Excel workbook for the units of an office, and their answers back into the data."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, report
from generator.commands.door import accepted, note, put
from generator.diagnostics import Diagnostic
from generator.input.edits import Refused
from generator.officers.workbook.merging import leaves
from generator.officers.workbook.office import (
    Target,
    contents,
    lacking,
    model_for,
    names_of,
    take,
    target_of,
    told,
    written,
)
from generator.officers.workbook.reading import Book, read_book, returned
from generator.officers.workbook.writing import workbook_of
from generator.site.loader import Loader
from generator.site.site import Site
from generator.store.disk import read
from generator.store.door import Write
from generator.tables.columns import CellFault


def run(options: argparse.Namespace) -> int:
    site, found = Loader().load(options.data, options.data.as_posix())
    if site is None:
        report(found, options.lang, far=far_folder(options.data))
        return FAULTS
    return _out(site, options) if options.action == "out" else _in(site, options)


def _out(site: Site, options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["workbook"]
    year = options.year or next(iter(site.years), 0)
    if year not in site.catalogues:
        refuse(words["no_year"].format(year=year or "-", known=", ".join(map(str, sorted(site.catalogues)))))
    if options.file.suffix.lower() != ".xlsx":
        refuse(words["not_xlsx"].format(file=options.file))
    if options.file.exists():
        refuse(words["is_there"].format(file=options.file))
    there = {path.relative_to(options.data).as_posix() for path in options.data.rglob("*.y*ml")}
    listed, filled = contents(site, year, owner=options.owner or "", item=options.item or "", there=there)
    if not listed:
        refuse(words["nothing_like"].format(owner=options.owner or "-", item=options.item or "-"))
    thai = languages.words("th")["workbook"]
    made = workbook_of(site.agency.name.th, year, listed, filled, names_of(site), thai)
    options.file.parent.mkdir(parents=True, exist_ok=True)
    with options.file.open("xb") as file:
        file.write(made)
    print(words["out"].format(file=options.file, items=len(listed), sheets=len(filled)))
    return FINE


def _in(site: Site, options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["workbook"]
    coming = _Coming(site, options)
    for file in options.files:
        coming.take(file)
    writes = coming.writes() if not coming.faults else []
    if coming.faults:
        report(coming.faults, options.lang)
        print(words["nothing_written"])
        return FAULTS
    if not writes:
        print(words["no_difference"])
        return FINE
    for target in coming.targets.values():
        lines = list(told(target))
        if lines:
            print("\n".join([target.path, *(f"  {line}" for line in lines)]))
    if found := [one for target in coming.targets.values() for one in lacking(site, target)]:
        print(languages.words(options.lang)["door"]["unresolved"])
        report(found, options.lang)
    if accepted(options):
        said = note("workbook", files=", ".join(file.name for file in options.files))
        put(options.data, writes, said, options.lang)
    return FINE


class _Coming:
    """What workbooks bring, file by file, before anything is written."""

    def __init__(self, site: Site, options: argparse.Namespace) -> None:
        self._site, self._options = site, options
        self._names = names_of(site)
        self._years: dict[str, int] = {}
        self.targets: dict[str, Target] = {}
        self.faults: list[Diagnostic] = []

    def take(self, file: Path) -> None:
        try:
            book = read_book(file)
            if book.agency != self._site.agency.name.th:
                raise CellFault("workbook-of-another-agency", agency=book.agency, ours=self._site.agency.name.th)
            for path in book.sheets:
                self._take_sheet(book, path, file)
        except CellFault as fault:
            self._fault(file.name, fault)
        except OSError as error:
            self._fault(file.name, CellFault("file-unreadable", reason=error.strerror or error))

    def _fault(self, place: str, fault: CellFault) -> None:
        facts = {"sheet": "", **{name: str(value) for name, value in fault.facts.items() if name != "place"}}
        self.faults.append(Diagnostic(place, 0, 0, fault.code, facts=facts))

    def _take_sheet(self, book: Book, path: str, file: Path) -> None:
        target = self._target(book, path, file)
        if target is None:
            return
        came = returned(book, path, target.model, self._names)
        for cell, label, fault in came.untold:
            self._fault(f"{file.name} {came.sheet}!{cell} ({label})", fault)
        for clash, cell, label in take(target, file.name, came, self._options.prefer):
            shown = {"base": clash.base, "mine": clash.mine, "theirs": clash.theirs}
            facts = {name: _as_text(value) for name, value in shown.items()}
            self._fault(f"{file.name} {cell} ({label})", CellFault("workbook-conflict", **facts))

    def _target(self, book: Book, path: str, file: Path) -> Target | None:
        if path not in self.targets:
            folder = self._options.data
            if not (folder / path).resolve().is_relative_to(folder.resolve()) or not path.endswith((".yaml", ".yml")):
                raise CellFault("workbook-not-ours", sheet=path)
            raw = read(folder / path)
            model = model_for(path, book.bases[path])
            if model is None:
                raise CellFault("workbook-not-ours", sheet=path)
            target, faults = target_of(path, raw, model, f"{self._site.name}/{path}")
            self.faults += faults
            if target is None:
                return None
            self.targets[path] = target
            self._years[path] = book.year
        return self.targets[path]

    def writes(self) -> list[Write]:
        """What is to be written; faults are noted instead."""
        found = []
        for path, target in self.targets.items():
            try:
                made, faults = written(target, self._years[path])
            except Refused as refused:
                self.faults += refused.faults
                continue
            self.faults += faults
            if made is not None and made != target.raw:
                found.append(Write(path, target.raw, made))
        return found


def _as_text(value: object) -> str:
    return "; ".join(text for _, text in leaves(value)) or "-"
