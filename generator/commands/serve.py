"""``oit serve``: the site on the officer's own machine, built again at every change."""

from __future__ import annotations

import argparse
from dataclasses import replace

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, report, without_blanks
from generator.commands.project import home_of, refuse_other_folders
from generator.commands.repeat import cache_of
from generator.commands.scratch import scratch
from generator.diagnostics import Diagnostic, has_errors
from generator.officers.to_fill import list_to_fill
from generator.road import Outcome
from generator.serve import Server, serve


def run(options: argparse.Namespace) -> int:
    far = far_folder(options.data)
    if not options.data.is_dir():
        report([Diagnostic(options.data.as_posix(), 0, 0, "no-data-folder")], options.lang, far=far)
        return FAULTS
    words = languages.words(options.lang)["cli"]
    is_first = True

    def built(outcome: Outcome) -> None:
        nonlocal is_first
        found, blanks = outcome.diagnostics, outcome.to_fill
        if others := without_blanks(found, blanks):
            report(others, options.lang, far=far)
        if is_first:
            print(list_to_fill(blanks, options.lang, far), end="")
        elif blanks:
            print(words["left"].format(count=sum(len(one.files) for one in blanks)))
        is_first = False
        if outcome.is_built or not has_errors(found):
            seconds = sum(stage.seconds for stage in outcome.stages)
            print(words["rebuilt"].format(pages=outcome.pages, seconds=f"{seconds:.1f}"), flush=True)

    def started(url: str) -> None:
        print(words["serving"].format(url=url), flush=True)

    home = home_of(options.project, options.lang)
    with scratch() as folder:
        is_draft = not options.public
        project = home.project(options.data, folder, site=None, is_draft=is_draft, day=options.date)
        project = replace(project, cache=cache_of(options))
        refuse_other_folders(project, options.lang)
        try:
            server = Server(options.host, options.port)
        except (OSError, UnicodeError) as error:  # a name that is none is an error of its encoding
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            refuse(words["no_port"].format(host=options.host, port=options.port, reason=reason))
        serve(project, options.engine, folder / "serve", server, built, started, options.lang)
    return FINE
