"""``oit calendar``: the assessment's steps and the agency's own days of a year, as a file for any calendar program."""

from __future__ import annotations

import argparse

from generator import languages
from generator.commands import FAULTS, FINE
from generator.commands.console import far_folder, report
from generator.diagnostics import has_errors
from generator.officers.calendar_file import as_icalendar, events
from generator.site.loader import Loader


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["calendar"]
    site, found = Loader().load(options.data, options.data.as_posix())
    if site is None or has_errors(found):
        report(found, options.lang, far=far_folder(options.data))
        return FAULTS
    year = options.year or max(site.years, default=max(site.catalogues))
    listed = events(site, year, options.lang)
    if not listed:
        own = f"{options.data.as_posix()}/profiles/{site.agency.main_profile}/calendar/{year}.yaml"
        print(words["unknown"].format(year=year, file=own))
        return FAULTS
    options.out.write_bytes(as_icalendar(site, year, options.lang))
    print(words["written"].format(count=len(listed), year=year, file=options.out))
    return FINE
