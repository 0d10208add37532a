"""What ``oit check`` does where its last answer no longer holds: loads, checks, and prints what was found."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from dataclasses import replace

from generator import languages
from generator.checks import empty_disclosure
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, report, without_blanks
from generator.commands.repeat import Done
from generator.diagnostics import has_errors
from generator.officers.gaps import list_gaps
from generator.officers.report import Report, summary
from generator.officers.to_fill import list_to_fill, only, to_fill
from generator.project import Project
from generator.reading import Reading, places_of, watch
from generator.site.site import Site


def check(project: Project, options: argparse.Namespace) -> Done:
    """Check, and print or write the report."""
    reading = Reading(project)
    if options.watch:
        with suppress(KeyboardInterrupt):
            for site, found in watch(reading):
                _print(_narrowed(Report(found, site), options), options)
                _print_timings(reading, options)
        return Done(FINE)
    site, found = reading.read()
    narrowed = _narrowed(Report(found, site), options)
    _print(narrowed, options)
    _print_timings(reading, options)
    return Done(FAULTS if has_errors(narrowed.found) else FINE, places_of(site))


def _narrowed(found: Report, options: argparse.Namespace) -> Report:
    asked = {"owner": options.owner, "year": options.year, "item": options.item}
    if unknown := found.nothing_like(**asked):
        refuse(languages.words(options.lang)["report"]["nothing_like"].format(name=unknown))
    return found.narrowed(**asked)


def _print(narrowed: Report, options: argparse.Namespace) -> None:
    """Print the report, or write it where it is a workbook."""
    if options.format == "xlsx":
        from generator.officers.todo_list import as_xlsx  # a library that a report on the screen does not wait for

        options.out.write_bytes(as_xlsx(narrowed, options.lang))
        print(languages.words(options.lang)["report"]["written"].format(file=options.out))
    elif options.format == "text" and narrowed.site:
        _print_text(narrowed, narrowed.site, options)
    else:
        report(narrowed.found, options.lang, options.format, far=far_folder(options.data))


def _print_timings(reading: Reading, options: argparse.Namespace) -> None:
    """What each check cost, the slowest first, beside the report: no program that reads that meets it."""
    if not options.timings:
        return
    words, about = languages.words(options.lang)["timings"], languages.faults(options.lang)
    stages = {stage.name: stage.seconds for stage in reading.stages}
    total = sum(reading.spent.values())
    lines = [words["sum"].format(load=stages.get("load", 0.0), checks=total, count=len(reading.spent))]
    lines += [
        words["check"].format(seconds=seconds, share=seconds / total, code=code, about=about[code]["about"])
        for code, seconds in sorted(reading.spent.items(), key=lambda one: -one[1])
    ]
    print("\n".join(lines), file=sys.stderr)


def _print_text(narrowed: Report, site: Site, options: argparse.Namespace) -> None:
    """What was found, then what is to fill in, then which items are at risk."""
    far = far_folder(options.data)
    blank = {d.file for d in narrowed.found if d.code == empty_disclosure.CODE}
    if not (options.owner or options.year or options.item):
        blank |= {result.file.name for result in site.blank_results.values()}
    blanks = only(to_fill(site), blank)
    printed = replace(narrowed, found=without_blanks(narrowed.found, blanks))  # what is counted can be seen above
    report(printed.found, options.lang, far=far)
    print(list_to_fill(blanks, options.lang, far), end="")
    print(list_gaps(narrowed.gaps, options.lang, far or options.data.as_posix()), end="")
    print(summary(printed, options.lang), end="", flush=True)
