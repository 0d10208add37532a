"""``oit publish``: what goes to the web server, all of it or what changed, with a list of what to upload and to delete."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from generator import languages
from generator.audit.limits import Limits
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import report
from generator.commands.project import home_of
from generator.commands.verify import manifest_at
from generator.diagnostics import Diagnostic
from generator.project import shown_path
from generator.publish import manifest, previous, upload
from generator.publish.manifest import Manifest


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["upload"]
    home = home_of(options.project, options.lang)
    site = (options.site or home.folder / "site").resolve()
    now = manifest.read(site)
    if now is None:
        refuse(words["no_site"].format(site=shown_path(site)))
    target: Path = options.to
    _refuse_target(target, words)
    kept = home.publications(site)
    before = _before(options, kept, words)
    try:
        plan = upload.steps(site, now, before)
        if not plan:
            print(words["nothing"])
            return FINE
        write = upload.write_zip if _is_zip(target) else upload.write_folder
        write(site, now, plan, target, words)
    except (upload.Altered, FileNotFoundError) as altered:
        path = altered.path if isinstance(altered, upload.Altered) else _below(site, altered.filename)
        fault = Diagnostic(f"{shown_path(site)}/{path}", 0, 0, "published-changed", facts={"file": path})
        report([fault], options.lang)
        return FAULTS
    previous.hand_over(kept, now)
    counts = {action: sum(step.action == action for step in plan) for action in ("upload", "delete")}
    print(words["written"].format(to=shown_path(target), **counts))
    return FINE


def _below(site: Path, file: str) -> str:
    """The path of a file below the site."""
    return Path(file).relative_to(site).as_posix() if Path(file).is_relative_to(site) else file


def _before(options: argparse.Namespace, kept: Path, words: Mapping[str, str]) -> Manifest | None:
    """What stands on the server; None where everything is wanted."""
    if options.since:
        found = manifest_at(options.since, Limits(), options.lang)
        if found is None:
            refuse(words["no_manifest_at"].format(address=options.since))
        return found
    if not options.changed:
        return None
    found = previous.handed_over(kept)
    if found is None:
        refuse(words["never"])
    return found


def _refuse_target(target: Path, words: Mapping[str, str]) -> None:
    """Nothing that stands there is written over."""
    is_taken = target.exists() if _is_zip(target) else target.exists() and (target.is_file() or any(target.iterdir()))
    if is_taken:
        refuse(words["taken"].format(to=target))


def _is_zip(target: Path) -> bool:
    return target.suffix.lower() == ".zip"
