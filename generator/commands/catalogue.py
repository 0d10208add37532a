"""``oit catalogue``: a list of items from a pasted table, what is odd in one, and what moved between two."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import report
from generator.commands.door import note, put
from generator.diagnostics import Diagnostic, has_errors
from generator.files.pasted import rows_of
from generator.input import source
from generator.models.catalogue import Catalogue
from generator.models.profile import GENERAL
from generator.officers import start
from generator.officers.catalogue_changes import changes, list_changes
from generator.officers.catalogue_check import check_catalogue
from generator.officers.catalogue_draft import catalogue_text, draft, list_draft
from generator.officers.edits import seen_from
from generator.officers.listed_items import read_listing
from generator.officers.public_lists import public_lists
from generator.site.loader import Loader
from generator.store.door import Write
from generator.tables.columns import CellFault
from generator.tables.faults import Faults


def run(options: argparse.Namespace) -> int:
    actions: Mapping[str, Callable[[argparse.Namespace], int]] = {
        "new": _new,
        "check": _check,
        "diff": _diff,
        "export": _export,
    }
    return actions[options.action](options)


@dataclass(frozen=True)
class _Known:
    """The catalogues that there are: of one profile by year, and those of every other one, whose titles help too."""

    profile: str
    by_year: Mapping[int, Catalogue]
    others: tuple[Catalogue, ...]


def _known(options: argparse.Namespace) -> _Known:
    """What comes with the program, and the agency's own where there is a data folder; ends the command at faults there."""
    shipped = {profile: start.catalogues(profile) for profile in start.profiles()}
    profile = options.profile or GENERAL
    by_year = shipped.get(profile, {})
    if (options.data / "agency.yaml").is_file():
        site, found = Loader().load(options.data, options.data.as_posix())
        if site is None:
            report(found, options.lang)
            raise SystemExit(FAULTS)
        if options.profile in (None, site.agency.main_profile):
            profile, by_year = site.agency.main_profile, dict(site.catalogues)
    others = tuple(one for name, listed in shipped.items() if name != profile for one in listed.values())
    return _Known(profile, by_year, others)


def _new(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["catalogue"]
    known = _known(options)
    try:
        rows = rows_of(options.file)
    except (CellFault, OSError) as error:
        faults = Faults()
        faults.add_of_file(options.file.as_posix(), error)
        report(faults.report(), options.lang)
        return FAULTS
    last = known.by_year.get(max((year for year in known.by_year if year < options.year), default=0))
    listing = read_listing(rows, _letters_of(last))
    if not listing.items:
        refuse(words["no_items"].format(file=options.file))
    out: Path = options.out or options.data / "profiles" / known.profile / f"{options.year}.yaml"
    if os.path.lexists(out):
        refuse(words["is_there"].format(file=out.as_posix(), year=options.year))
    made = draft(
        listing,
        profile=known.profile,
        year=options.year,
        source=languages.words("th")["catalogue"]["pasted_from"].format(file=options.file.name),
        last=last,
        known=(*(one for one in known.by_year.values() if one.year != options.year), *known.others),
    )
    _write(out, catalogue_text(made, _schema(options.data, out)), options)
    print(list_draft(made, out.as_posix(), options.lang), end="")
    return FINE


def _write(out: Path, text: str, options: argparse.Namespace) -> None:
    """Write a new list: into the data folder through its door, elsewhere as any file that is not there yet."""
    place, folder = out.resolve(), options.data.resolve()
    if place.is_relative_to(folder):
        write = Write(place.relative_to(folder).as_posix(), None, text.encode("utf-8"))
        put(options.data, [write], note("catalogue", year=options.year), options.lang)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _letters_of(last: Catalogue | None) -> str:
    """The letters of a code in the last list, for a list that has numbers only."""
    return last.items[0].code.rstrip("0123456789.") if last and last.items else "O"


def _schema(data: Path, out: Path) -> str:
    """The link from a file to the schema in its data folder, where the agency keeps one."""
    is_kept = (data / start.SCHEMAS / "catalogue.json").is_file() and out.is_relative_to(data)
    return seen_from(out.relative_to(data).as_posix(), f"{start.SCHEMAS}/catalogue.json") if is_kept else ""


def _check(options: argparse.Namespace) -> int:
    _, found = check_catalogue(source.read(options.file, options.file.as_posix()))
    report(found, options.lang, options.format)
    return FAULTS if has_errors(found) else FINE


def _diff(options: argparse.Namespace) -> int:
    known = _known(options)
    before, after = (_one(written, known, options) for written in (options.before, options.after))
    print(list_changes(changes(before, after), options.lang), end="")
    return FINE


def _one(written: str, known: _Known, options: argparse.Namespace) -> Catalogue:
    """A list by its year, or from its file; ends the command where there is none."""
    if written.isdigit():
        if catalogue := known.by_year.get(int(written)):
            return catalogue
        years = ", ".join(map(str, sorted(known.by_year)))
        refuse(languages.words(options.lang)["new"]["no_year"].format(year=written, known=years))
    found: list[Diagnostic]
    catalogue, found = check_catalogue(source.read(Path(written), Path(written).as_posix()))
    if catalogue is None:
        report(found, options.lang)
        raise SystemExit(FAULTS)
    return catalogue


def _export(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["catalogue"]
    made = {f"{profile}.json": public_lists(profile) for profile in start.profiles()}
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (options.out / name).write_bytes(text)
    print(words["exported"].format(count=len(made), folder=options.out.as_posix()))
    return FINE
