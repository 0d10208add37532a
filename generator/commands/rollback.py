"""``oit rollback``: what a publication before would change in the site, and the exchange with it."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator import languages
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import report
from generator.commands.project import home_of, refuse_other_folders
from generator.commands.scratch import scratch
from generator.diagnostics import Diagnostic, Severity, has_errors
from generator.project import Project
from generator.publish import manifest, previous, publication
from generator.publish.comparison import Difference, difference
from generator.publish.manifest import Manifest
from generator.publish.signature import SignatureFault

_SHOWN = 20
"""Paths of each kind that are named."""


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["rollback"]
    home = home_of(options.project, options.lang)
    with scratch() as folder:
        project = home.project(options.data, folder, site=options.site, is_draft=False, day=None)
        refuse_other_folders(project, options.lang)
        kept = home.publications(project.site)
        project = replace(project, records_addresses=project.data.is_dir(), previous=kept, key=options.sign)
        current = manifest.read(project.site)
        if current is None:
            refuse(words["no_site"].format(site=project.site_name))
        wanted = _wanted(kept, current, options, words)
        change = difference(current, wanted)
        _print_change(change, current, wanted, words)
        if not options.yes:
            report(publication.gone_by_rollback(project, change.removed), options.lang)
            print(words["how"].format(serial=wanted.serial))
            return FINE
        found = _roll_back(project, kept, wanted, change)
        report(found, options.lang)
        if has_errors(found):
            return FAULTS
        now = manifest.read(project.site)
        print(words["done"].format(serial=wanted.serial, now=now.serial if now else "-"))
        return FINE


def _wanted(kept: Path, current: Manifest, options: argparse.Namespace, words: Mapping[str, str]) -> Manifest:
    """The publication that is wanted: the one that was named, else the last one that differs from what stands."""
    before = {serial: one for serial, one in previous.kept(kept).items() if serial < current.serial}
    if options.to is not None and options.to not in before:
        refuse(words["not_kept"].format(serial=options.to, known=", ".join(map(str, before)) or "-"))
    if options.to is not None:
        return before[options.to]
    differing = [one for one in before.values() if not difference(current, one).is_empty]
    if not differing:
        refuse(words["none_before"].format(folder=kept))
    return differing[-1]


def _print_change(change: Difference, current: Manifest, wanted: Manifest, words: Mapping[str, str]) -> None:
    print(words["would"].format(current=current.serial, serial=wanted.serial))
    for key, paths in (("changed", change.changed), ("added", change.added), ("removed", change.removed)):
        if paths:
            print(words[key].format(count=len(paths)))
            print("".join(f"  {path}\n" for path in _some(paths)), end="")


def _some(paths: Iterable[str]) -> list[str]:
    listed = list(paths)
    return listed[:_SHOWN] + (["…"] if len(listed) > _SHOWN else [])


def _roll_back(project: Project, kept: Path, wanted: Manifest, change: Difference) -> list[Diagnostic]:
    """Exchange the site with the publication; gives what is wrong, an error where the site stands as it was."""
    if unable := publication.cannot_sign(project):
        return [unable]
    new = publication.new_folder(project.site)
    try:
        with publication.alone(project):
            try:
                return _exchange(project, kept, wanted, change)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    except publication.Refused as refused:
        return [refused.fault]
    except SignatureFault as fault:
        return [publication.signature_fault(project, fault)]
    except previous.Damaged as damaged:
        return [Diagnostic(project.site_name, 0, 0, "publication-damaged", facts={"file": damaged.path})]
    except OSError as error:
        return [publication.machine_fault(project, error)]


def _exchange(project: Project, kept: Path, wanted: Manifest, change: Difference) -> list[Diagnostic]:
    new = publication.new_folder(project.site)
    shutil.rmtree(new, ignore_errors=True)
    previous.restore(kept, wanted, new)
    found = publication.in_the_way(project, new)
    if not any(one.severity is Severity.ERROR for one in found):
        found += [*publication.unsigned(project), *publication.gone_by_rollback(project, change.removed)]
        publication.publish(project, new, publication.locked(project), frozenset(), wanted.next_review)
    return found
