"""The new site in the place of the old one, and the memory of every address that was ever published."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.project import MARKER, Project
from generator.publish import hosting
from generator.site import addresses


def new_folder(site: Path) -> Path:
    """Where a new site is built, beside the one that it replaces."""
    return site.resolve().with_name(f".{site.name}.new")


def built_addresses(folder: Path) -> set[str]:
    """Every address of a built site that somebody may have written down: pages and downloads, not what pages load."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {address for file in files if (address := addresses.of_built_file(file)) is not None}


def published_before(site: Path) -> set[str]:
    """Every address that was published in a site's folder, as its marker tells."""
    try:
        lines = (site / MARKER).read_text("utf-8").splitlines()[1:]
    except OSError:
        return set()
    return {line for line in lines if addresses.of_built_file(line) is not None}


def gone(project: Project, new: Path, withdrawn: frozenset[str]) -> list[Diagnostic]:
    """Addresses that were published and are no more, unless the agency says why; writes down those of the new site."""
    name = project.site_name
    before, now = published_before(project.site), built_addresses(new)
    lost = before - now - withdrawn
    left_out = set() if project.printed else set(filter(addresses.is_pdf_of_pages, lost))
    found = [
        Diagnostic(f"{name}/{address}", 0, 0, "address-gone", Severity.WARNING, {"address": address})
        for address in sorted(lost - left_out)
    ]
    if left_out:
        found.append(Diagnostic(name, 0, 0, "pdf-left-out", Severity.WARNING, {"count": str(len(left_out))}))
    (new / MARKER).write_text("".join(f"{line}\n" for line in ("oit", *sorted(before | now))), "utf-8")
    return found


def publish(new: Path, site: Path) -> None:
    """Put the new site in the place of the old one, which is only removed when the new one stands.

    What a host keeps beside the pages (``.git``, ``.nojekyll``, ``.well-known``, ``CNAME``) moves along, and so does a
    server's configuration that people wrote.
    """
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists():
        os.replace(site, old)
    for kept in sorted(old.iterdir()) if old.exists() else ():
        is_of_host = kept.name.startswith(".") or kept.name == "CNAME"
        if hosting.is_by_people(kept) or (is_of_host and not (new / kept.name).exists()):
            os.replace(kept, new / kept.name)
    try:
        os.replace(new, site)
    except OSError:
        if old.exists():
            os.replace(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)
