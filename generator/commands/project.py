"""The project that a command builds, and the day on which it looks at the data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from generator import languages
from generator.commands import refuse
from generator.project import Project, usual_root

THAI_TIME = timezone(timedelta(hours=7))


def day_of(given: date | None) -> date:
    """The day that was given, or that of today in Thailand."""
    return given or datetime.now(THAI_TIME).date()


@dataclass(frozen=True)
class Home:
    """Where the theme and the content of a site stand, and where it is built.

    Attributes:
        root: folder of ``mkdocs.yml``, ``theme/`` and ``content/``.
        folder: of what is built: ``root`` where that is the officer's own, else the current one.
    """

    root: Path
    folder: Path

    def project(self, data: Path, scratch: Path, *, site: Path | None, is_draft: bool, day: date | None) -> Project:
        """The project to build.

        Args:
            data: the data folder.
            scratch: where pages are made when theme and content are not the officer's own.
            site: where the site is published; None for the usual place.
            is_draft: whether the site is for the office.
            day: that was given for a draft; what the public sees depends on no clock.
        """
        published = (site or self.folder / ("draft" if is_draft else "site")).resolve()
        work = (self.folder / "build" if self.folder == self.root else scratch) / "oit"
        return Project(self.root, data, published, work, is_draft, day_of(day) if is_draft else None)

    def publications(self, site: Path) -> Path:
        """Where the publications of a site are kept: one folder for each, also for sites of one name in two places."""
        is_beside = site.parent == self.folder
        place = "" if is_beside else f"-{hashlib.sha256(str(site).encode('utf-8', 'replace')).hexdigest()[:8]}"
        return self.folder / "build" / "publications" / f"{site.name}{place}"


def home_of(given: Path | None, language: str) -> Home:
    """The home of a project: the folder that was given with ``--project``, or the usual one."""
    root = (given or usual_root()).resolve()
    if not (root / "mkdocs.yml").is_file():
        refuse(languages.words(language)["cli"]["no_project"].format(folder=given or root))
    return Home(root, root if given else Path.cwd().resolve())


def refuse_other_folders(project: Project, language: str) -> None:
    """A build never replaces a folder that is no site, or that has a part of the project in it."""
    if not project.may_replace_site():
        refuse(languages.words(language)["cli"]["not_a_site"].format(folder=project.site))
