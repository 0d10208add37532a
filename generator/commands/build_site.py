"""What ``oit build`` does where something changed: walks the road, and prints what came of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence

from generator import languages, road
from generator.commands import FAULTS, FINE
from generator.commands.console import far_folder, report, without_blanks
from generator.commands.repeat import Done
from generator.diagnostics import Diagnostic, Severity, as_counts, seen_from
from generator.officers.start import argument
from generator.officers.to_fill import list_held, list_to_fill
from generator.project import Project
from generator.publish.standing import marks
from generator.road import Outcome


def build(project: Project, options: argparse.Namespace) -> Done:
    """Build, and print what was found and built."""
    outcome = road.walk(project, options.engine, _progress(languages.words(options.lang)["cli"]))
    if options.verbose:
        _print_stages(outcome, options)
    if options.format == "text":
        _print_found(outcome, project, options)
        _print_built(outcome, project, options)
    else:
        report(outcome.diagnostics, options.lang, options.format)
    is_ours_alone = not (options.pdf or options.sign)  # what prints PDFs, or signs, is no part of the program
    if not outcome.is_built or outcome.places is None or not is_ours_alone:
        return Done(FINE if outcome.is_built else FAULTS)
    root = project.root
    places = (*outcome.places, root / "content", root / "theme", root / "mkdocs.yml")
    return Done(FINE, places, marks(project, project.cache.hashes))


def _progress(words: Mapping[str, str]) -> Callable[[int, int], None]:
    """Says on stderr how many documents are made: on one line of a terminal, else every fiftieth."""
    is_terminal = sys.stderr.isatty()

    def progress(count: int, ready: int) -> None:
        line = words["printing"].format(ready=ready, count=count)
        if is_terminal:
            print(f"\r\x1b[K{line}", end="\n" if ready == count else "", file=sys.stderr, flush=True)
        elif ready % 50 == 0 or ready == count:
            print(line, file=sys.stderr, flush=True)

    return progress


def _print_stages(outcome: Outcome, options: argparse.Namespace) -> None:
    """On stderr, so that a report in a format for programs stays one."""
    line = languages.words(options.lang)["cli"]["stage"]
    for stage in outcome.stages:
        print(line.format(name=stage.name, seconds=f"{stage.seconds:.2f}"), file=sys.stderr)


def _print_found(outcome: Outcome, project: Project, options: argparse.Namespace) -> None:
    """Errors and what is wrong with the pages in full; of the rest how much there is, and where to see it."""
    far = far_folder(options.data)
    found = without_blanks(outcome.diagnostics, outcome.to_fill)
    site = f"{project.site_name}/"
    of_pages = [d for d in found if d.file.startswith(site)]
    rest = [d for d in found if d not in of_pages]
    if of_pages:
        report(of_pages, options.lang, far=far)
    report(rest, options.lang, far=far, shown=[Severity.ERROR])
    others = [d for d in rest if d.severity in (Severity.WARNING, Severity.ADVICE)]
    if others:
        print(as_counts(_beside(others, far), options.lang), end="")
        print(languages.words(options.lang)["cli"]["see_all"].format(folder=argument(options.data.as_posix())))


def _beside(found: Sequence[Diagnostic], far: str) -> Sequence[Diagnostic]:
    """The same faults as seen from beside the data folder, where that stands elsewhere."""
    return seen_from(found, far.rpartition("/")[0]) if far else found


def _print_built(outcome: Outcome, project: Project, options: argparse.Namespace) -> None:
    """What was built, and what to fill in next."""
    words = languages.words(options.lang)["cli"]
    if not outcome.is_built:
        print(list_held(outcome.held, options.lang, far_folder(options.data)), end="")  # why an address may be gone
        print(words["not_built"], file=sys.stderr)
        return
    print(words["built"].format(site=options.site or project.site.name, pages=outcome.pages))
    if project.offline:
        size = project.offline.stat().st_size // 1_000_000 + 1
        print(words["packed"].format(file=project.offline.name, size=size))
    if (pdfs := outcome.made["PDFs"]).files:
        print(words["pdfs_made"].format(count=pdfs.files, made=pdfs.anew))
    print(list_held(outcome.held, options.lang, far_folder(options.data)), end="")
    print(list_to_fill(outcome.to_fill, options.lang, far_folder(options.data)), end="")
