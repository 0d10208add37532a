"""``oit approve``: what waits for approval, as a sheet to sign; and who approved it when, kept with what was approved."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import languages
from generator.checks import approved_state_lost
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, report
from generator.commands.door import accepted, note, put
from generator.commands.project import day_of
from generator.diagnostics import Diagnostic, has_errors
from generator.input.edits import Refused
from generator.officers.approval_sheet import approval_sheet
from generator.officers.approving import candidates, list_candidates
from generator.officers.report import Report
from generator.officers.to_fill import list_held
from generator.project import Project
from generator.reading import Reading
from generator.site.loader import Loader
from generator.site.site import Site
from generator.store.approving import ChangedMeanwhile, writes_of
from generator.writing.dates import write_date

_SHOWN = 12
"""Changes of one item that are printed; the sheet has more."""


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["approve"]
    if options.by is not None and not (options.item or options.year or options.all):
        refuse(words["which"])
    project = Project(Path(), options.data, Path("site"), Path("build"), today=day_of(None))
    site, found = Reading(project).read()
    if site is None:
        report(found, options.lang, far=far_folder(options.data))
        return FAULTS
    reader = Loader()
    year = _year(site, options)
    listed, kept_back = candidates(site, reader, year=year, item=options.item)
    print(list_held(kept_back, options.lang, far_folder(options.data)), end="")
    if not listed:
        print(words["nothing"])
        return FINE
    faults = _errors(Report(found, site), year, options.item)
    if faults:
        report(faults, options.lang, far=far_folder(options.data))
        print(words["faulty"])
        return FAULTS
    print(list_candidates(listed, options.lang, _SHOWN), end="")
    day = day_of(options.date)
    if not options.dry_run:
        thai = languages.words("th")["approve"]
        signed = {"by": options.by, "day": write_date(day, "th")} if options.by else {}
        options.out.write_bytes(approval_sheet(site.agency.name.th, listed, thai, **signed))
        print(words["written"].format(file=options.out))
    if options.by is None:
        print(words["then"])
        return FINE
    try:
        writes = writes_of(site, listed, options.by, day)
    except ChangedMeanwhile as changed:
        refuse(words["changed_meanwhile"].format(file=changed))
    except Refused as refused:
        report(refused.faults, options.lang, far=far_folder(options.data))
        return FAULTS
    if accepted(options):
        put(options.data, writes, note("approve", count=len(listed), by=options.by), options.lang)
    return FINE


def _year(site: Site, options: argparse.Namespace) -> int | None:
    """The year that is meant: as typed, else the newest one that has the item, else every year."""
    if options.year or not options.item:
        if options.year and options.year not in site.years:
            refuse(languages.words(options.lang)["approve"]["no_year"].format(year=options.year))
        return options.year  # type: ignore[no-any-return]
    found = [year for year in site.years if any(one.code == options.item for one in site.catalogues[year].items)]
    if not found:
        refuse(languages.words(options.lang)["approve"]["no_item"].format(item=options.item))
    return found[0]


def _errors(found: Report, year: int | None, item: str | None) -> list[Diagnostic]:
    """What is wrong with what is to be approved, or may be; but for what an approval mends."""
    narrowed = found.narrowed(year=year, item=item)
    return [one for one in narrowed.found if has_errors([one]) and one.code != approved_state_lost.CODE]
