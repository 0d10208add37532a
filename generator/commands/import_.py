"""``oit import``: a site that is out, or a table of the office, begins the data; all is shown before anything is written."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator import languages
from generator.audit.beginnings import Beginning, beginnings
from generator.audit.fetch import FileSource
from generator.audit.import_plan import How, Places, Step, steps
from generator.audit.import_text import list_steps
from generator.audit.report import report_of
from generator.audit.state import NotAState
from generator.audit.survey import Audit
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import report
from generator.commands.door import accepted, note, put
from generator.commands.sites_out import Basis, basis_of_data, basis_of_profile, opened
from generator.commands.tables_in import SUFFIXES, import_table
from generator.input.edits import Put, edited
from generator.models.profile import GENERAL
from generator.models.scalars import is_web_address
from generator.officers import start
from generator.officers.new_year import new_year
from generator.officers.owners import owners_path, owners_table
from generator.officers.start import Begun
from generator.store import disk
from generator.store.door import Write


def run(options: argparse.Namespace) -> int:
    if Path(options.address).suffix.lower() in SUFFIXES and not is_web_address(options.address):
        return import_table(options)
    words = languages.words(options.lang)
    is_there = (options.data / "agency.yaml").is_file()
    basis = basis_of_data(options) if is_there else basis_of_profile(options)
    if basis is None:
        return FAULTS
    if basis.site is None and not basis.names:
        refuse(words["import"]["name_needed"])
    try:
        with opened(options, basis) as (audit, source):
            found = beginnings(audit)
            if not found:
                report(report_of(audit).found, options.lang)
                return FAULTS
            return _import(options, basis, audit, found, source)
    except NotAState:
        refuse(words["audit"]["not_a_state"].format(file=options.state))
    except KeyboardInterrupt:
        print(f"\n{words['audit']['interrupted']}", file=sys.stderr)
        return FAULTS


def _import(
    options: argparse.Namespace, basis: Basis, audit: Audit, found: tuple[Beginning, ...], source: FileSource
) -> int:
    """Show what the site gives, ask, fetch, write."""
    words = languages.words(options.lang)["import"]
    places = Places(audit.year or 0, options.base, fetches=options.fetch)
    planned = steps(found, places, basis.site)
    print(list_steps(planned, places, audit, options.lang), end="")
    if not any(step.how in (How.NEW, How.FILLED) for step in planned):
        print(words["nothing"])
        return FINE
    if not accepted(options):
        return FINE
    if options.fetch:
        found, places = _fetched(options, found, places, source)
    made = list(_writes(options, basis, steps(found, places, basis.site), places.year))
    put(options.data, made, note("import", address=options.address, year=places.year), options.lang)
    print(words["written"].format(count=len(made), folder=options.data.as_posix()))
    return FINE


def _fetched(
    options: argparse.Namespace, found: tuple[Beginning, ...], places: Places, source: FileSource
) -> tuple[tuple[Beginning, ...], Places]:
    """The same with every file that could be fetched; what gives nothing stays a link.

    A file that an earlier run fetched is not asked for again.
    """
    words = languages.words(options.lang)["import"]
    digests: dict[str, str] = {}
    for one in found:
        for document in one.documents:
            if not document.can_be_fetched or document.address in digests:
                continue
            path = options.data / places.file(one.item.code, document)
            body = path.read_bytes() if path.is_file() else source.body(document.address)
            said = "fetched" if body is not None else "not_fetched"
            print(words[said].format(code=one.item.code, address=document.address, file=path.as_posix()), flush=True)
            if body is not None:
                digests[document.address] = hashlib.sha256(body).hexdigest()
                path.parent.mkdir(parents=True, exist_ok=True)
                disk.put(path, body)
    kept = tuple(
        replace(one, documents=tuple(replace(d, can_be_fetched=d.address in digests) for d in one.documents))
        for one in found
    )
    return kept, replace(places, digests=digests)


def _writes(options: argparse.Namespace, basis: Basis, planned: Iterable[Step], year: int) -> Iterator[Write]:
    """Every file to write: those of a new folder or year, and the blanks that get their documents."""
    begun = {step.beginning.family: step.begun for step in planned if step.how in (How.NEW, How.NOTHING)}
    for path, content in _new_files(options, basis, begun, year).items():
        yield Write(path, disk.read(options.data / path) if path == "agency.yaml" else None, content)
    for step in planned:
        entry = basis.site.disclosure(step.beginning.family, year) if basis.site else None
        if entry is None or basis.site is None or step.how is not How.FILLED:
            continue
        path = entry.file.name.removeprefix(f"{basis.site.name}/")
        before = (options.data / path).read_bytes()
        yield Write(path, before, edited(before, entry.file.name, [Put((k,), v) for k, v in _content(step.begun)]))


def _content(begun: Begun) -> Iterator[tuple[str, Any]]:
    if begun.none:
        yield "none", begun.none
    if begun.evidence:
        yield "evidence", [dict(one) for one in begun.evidence]


def _new_files(options: argparse.Namespace, basis: Basis, begun: Mapping[str, Begun], year: int) -> dict[str, bytes]:
    folder: Path = options.data
    if basis.site is None:
        name, profile = basis.names[0], options.profile or GENERAL
        texts = start.new(name=name, short_name=name, profile=profile, year=year, folder=folder.as_posix(), begun=begun)
        table = owners_table(start.catalogues(profile)[year])
        return {path: text.encode("utf-8") for path, text in texts.items()} | {owners_path(year): table}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    agency = (folder / "agency.yaml").read_bytes().decode("utf-8")
    plan = new_year(basis.site, year, year, there=there, agency=agency, begun=begun)
    texts = plan.files | ({"agency.yaml": plan.agency} if plan.agency is not None else {})
    return {path: text.encode("utf-8") for path, text in texts.items()} | dict(plan.tables)
