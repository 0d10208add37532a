"""The road from data to site, walked once: load → check → render → build → verify → publish.

Everything that fails on the way is a diagnostic, and the previous site stays as it was until the new
one is whole.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from markupsafe import escape

from generator import pages
from generator.checks import check
from generator.diagnostics import Diagnostic, Severity, has_errors, sort
from generator.engine import ENGINES, EngineFault, Job
from generator.evidence import TYPES
from generator.exporters import answer_sheet
from generator.exporters.whole_tables import WholeTables
from generator.loader import Loader
from generator.pages.page import Page, address
from generator.site import Site
from generator.start import ToFill, to_fill
from generator.verify import verify
from generator.voice import Voice

MARKER = ".oit-site"
"""A file in every site that this program built: only such a folder is ever replaced.

Its first line is ``oit``; the others are every address that was ever published there, so that none is lost unseen.
"""


def usual_root() -> Path:
    """The folder of ``mkdocs.yml``: the current one where it has that, else the one that came with the program."""
    here = Path.cwd()
    if (here / "mkdocs.yml").is_file():
        return here
    package = Path(__file__).parent
    packed = package / "project"  # made by the wheel; a repository has its own folders beside the package
    return packed if packed.is_dir() else package.parent


@dataclass
class Project:
    """Where the parts of a project stand.

    Attributes:
        root: folder of ``mkdocs.yml``, ``theme/`` and ``content/``.
        data: the data folder.
        site: where the site is published.
        work: folder for pages on their way; nothing in it is kept.
        is_draft: whether the site is for the office, which sees what is unfinished.
        today: the day on which the data is checked; None where nothing is to depend on it.
    """

    root: Path
    data: Path
    site: Path
    work: Path
    is_draft: bool = False
    today: date | None = None

    @property
    def data_name(self) -> str:
        """What messages call the data folder: as short as it can be typed here."""
        return _short(self.data)

    def may_replace_site(self) -> bool:
        """Whether the site folder is new, empty or a site, and nothing of the project stands in it."""
        site = self.site.resolve()
        parts = (self.root, self.data.resolve(), self.work.resolve(), Path.cwd())
        if any(part.is_relative_to(site) for part in parts) or (site.exists() and not site.is_dir()):
            return False
        if site.is_relative_to(self.data.resolve()):
            return False
        return not site.exists() or not any(site.iterdir()) or (site / MARKER).is_file()


def _short(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


@dataclass
class Outcome:
    """What a walk gave.

    Attributes:
        diagnostics: every fault.
        pages: how many pages were built; 0 where there is no new site.
        to_fill: what was opened in the data and not filled in yet.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    pages: int = 0
    to_fill: tuple[ToFill, ...] = ()

    @property
    def is_built(self) -> bool:
        return self.pages > 0


def read(project: Project, loader: Loader | None = None) -> tuple[Site | None, list[Diagnostic]]:
    """Load and check, without building anything."""
    site, found = (loader or Loader()).load(
        project.data, project.data_name, is_draft=project.is_draft, today=project.today
    )
    if site is None:
        return None, sort(found)
    found = sort([*found, *check(site)])
    return (replace(site, found=tuple(found)) if site.is_draft else site), found


def walk(project: Project, engine: str = "mkdocs") -> Outcome:
    """Build the site of a project's data folder, and publish it where everything is right."""
    site, found = read(project)
    if site is None or has_errors(found):
        return Outcome(found)
    new = project.site.resolve().with_name(f".{project.site.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(project.work, ignore_errors=True)
    try:
        blanks = to_fill(site)
        withdrawn = {one.address for one in site.agency.withdrawn}
        builds = [Build(project, placed, new / placed.path, engine) for placed in all_sites(site)]
        for build in builds:
            build.write_tables(project.work / "evidence" / build.path)
        prepared = [build.prepare(language) for build in builds for language in build.languages]
        for build in builds:
            build.copy_evidence(project.work / "evidence" / build.path)
            build.write_exports(project.work / "evidence" / build.path)
        del site, builds, build
        gc.collect()  # the pages are written: a large site need not stay in memory beside the engine
        for ready in prepared:
            ENGINES[engine](ready.job)
        _take_along(project.work / "evidence", new)
        name = _short(project.site)
        before, now = published_before(project.site), addresses(new)
        gone = [
            Diagnostic(f"{name}/{address}", 0, 0, "address-gone", Severity.WARNING, {"address": address})
            for address in sorted(before - now - withdrawn)
        ]
        found = sort([*found, *verify(new, name), *gone])
        if has_errors(found):
            return Outcome(found)
        (new / MARKER).write_text("".join(f"{line}\n" for line in ("oit", *sorted(before | now))), "utf-8")
        publish(new, project.site)
        return Outcome(found, sum(ready.pages for ready in prepared), blanks)
    except EngineFault as fault:
        return Outcome(sort([*found, fault.diagnostic()]))
    finally:
        shutil.rmtree(new, ignore_errors=True)


def addresses(folder: Path) -> set[str]:
    """Every address of a built site that somebody may have written down: pages and files, not what pages load."""
    found = set()
    for path in folder.rglob("*"):
        relative = path.relative_to(folder).as_posix()
        if path.name == "index.html":
            found.add(relative.removesuffix("index.html"))
        elif path.is_file() and not relative.startswith((".", "assets/", "search/")) and path.suffix in _DOWNLOADS:
            found.add(relative)
    return found


_DOWNLOADS = frozenset((*TYPES, ".html")) - {".txt"}


def published_before(site: Path) -> set[str]:
    """Every address that was published in a site's folder, as its marker tells."""
    try:
        return set((site / MARKER).read_text("utf-8").splitlines()[1:])
    except OSError:
        return set()


def _take_along(folder: Path, new: Path) -> None:
    """Move evidence to its place in the new site, which an engine would have emptied before."""
    if folder.is_dir():
        shutil.copytree(folder, new, dirs_exist_ok=True, copy_function=os.replace)


@dataclass(frozen=True)
class Placed:
    """A site and where it stands below the first one."""

    site: Site
    path: str


def all_sites(site: Site, path: str = "") -> Iterator[Placed]:
    """The site and every subsite below it; the outer ones first, because an engine empties its output."""
    yield Placed(site, path)
    for inner_path, inner in site.subsites.items():
        yield from all_sites(inner, f"{path}{inner_path}/")


def publish(new: Path, site: Path) -> None:
    """Put the new site in the place of the old one, which is only removed when the new one stands.

    What a host keeps beside the pages (``.git``, ``.nojekyll``, ``.well-known``, ``CNAME``) moves along.
    """
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists():
        os.replace(site, old)
    for kept in sorted(old.iterdir()) if old.exists() else ():
        if (kept.name.startswith(".") or kept.name == "CNAME") and not (new / kept.name).exists():
            os.replace(kept, new / kept.name)
    try:
        os.replace(new, site)
    except OSError:
        if old.exists():
            os.replace(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)


@dataclass(frozen=True)
class Prepared:
    """One language of a site, ready for the engine.

    Attributes:
        job: what the engine builds.
        pages: how many pages it has.
        changed: paths of the pages whose text differs from the last time.
        more_than_text: whether pages came or went, or the configuration changed, which touches every page.
    """

    job: Job
    pages: int
    changed: frozenset[str]
    more_than_text: bool


class Build:
    """Pages of one site on their way through the engine; a server keeps it to rebuild only what changed."""

    def __init__(self, project: Project, placed: Placed, output: Path, engine: str) -> None:
        self.project = project
        self.path = placed.path
        self.site = placed.site
        self.output = output
        self.engine = ENGINES[engine]
        self.work = project.work / (placed.path.strip("/") or "site")
        self.memory: dict[str, dict[str, Any]] | None = None
        """By language, what a server remembers of the last time; None where there is no next time."""
        self._written: dict[Path, Page] = {}
        self._tables = WholeTables()

    @property
    def languages(self) -> tuple[str, ...]:
        """Thai first: its output is the root that the others stand in."""
        return ("th", *(language for language in self.site.agency.languages if language != "th"))

    def prepare(self, language: str) -> Prepared:
        """Write pages, hand-written ones included, and configuration; only what differs is written."""
        hand_written = list(read_content(self.project.root / "content" / language))
        folder = self.work / language / "pages"
        has_others = len(self.languages) > 1
        more_than_text = False
        changed = set()
        kept = set()
        memory = None if self.memory is None else self.memory.setdefault(language, {})
        for page in chain(pages.render_all(self.site, language, memory), hand_written):
            path = folder / page.path
            kept.add(path)
            if self._written.get(path) is page:
                continue
            if memory is not None:
                self._written[path] = page
            text = _with_alternate(page, language).text if has_others else page.text
            if path.is_file():
                if path.read_text("utf-8") == text:
                    continue
            else:
                more_than_text = True
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.add(page.path)
        for path in folder.rglob("*.md"):
            if path not in kept:
                path.unlink()
                self._written.pop(path, None)
                more_than_text = True
        output = self.output if language == "th" else self.output / language
        job = Job(self.project.root, folder, output, self._settings(language, hand_written))
        return Prepared(job, len(kept), frozenset(changed), job.write_config() or more_than_text)

    def _settings(self, language: str, hand_written: list[Page]) -> dict[str, Any]:
        agency, voice = self.site.agency, Voice(self.site, language)
        navigation = pages.navigation(self.site, language)
        known = {entry["url"] for group in ("topics", "about") for entry in navigation[group]}
        navigation["about"] += [
            {"title": page.title, "url": page.url} for page in hand_written if page.url not in known
        ]
        settings: dict[str, Any] = {
            "site_name": _as_html(voice.words["site"]["title"].format(agency=voice.plain(agency.short_name))),
            "site_description": _as_html(voice.plain(agency.about) or voice.plain(agency.name)),
            "theme": {"language": language},
            "extra": {
                "oit": _as_html(
                    {
                        "language": language,
                        "name": voice.plain(agency.name),
                        "short_name": voice.plain(agency.short_name),
                        "website": agency.website or "",
                        "sample": agency.sample,
                        "draft": self.site.is_draft and voice.words["draft"],
                        "notice": voice.plain(agency.notice),
                        "words": {key: value for key, value in voice.words["site"].items() if isinstance(value, str)},
                        "navigation": navigation,
                    }
                )
            },
        }
        if self.site.base_url:
            settings["site_url"] = self.site.base_url + ("" if language == "th" else f"{language}/")
        return settings

    def write_tables(self, folder: Path) -> None:
        """Write every whole table below ``folder``; pages, which come after, say how large the files are."""
        self.site = replace(self.site, downloads=self._tables.write(self.site.tables, folder))

    def write_exports(self, folder: Path) -> None:
        """Write what is made for download at its permanent address below ``folder``."""
        for name, content in answer_sheet.files(Voice(self.site, "th")):
            destination = folder / name
            destination.parent.mkdir(parents=True, exist_ok=True)
            destination.write_bytes(content)

    def copy_evidence(self, folder: Path) -> None:
        """Copy every evidence file under its permanent address below ``folder``."""
        for name in self.site.evidence:
            destination = folder / PurePosixPath(name)
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.site.folder / PurePosixPath(name), destination)


def _as_html(value: Any) -> Any:
    """Every text inside of ``value`` escaped, because the templates of a site engine do not escape."""
    if isinstance(value, str):
        return str(escape(value))
    if isinstance(value, dict):
        return {key: _as_html(inner) for key, inner in value.items()}
    return [_as_html(inner) for inner in value] if isinstance(value, list) else value


def _with_alternate(page: Page, language: str) -> Page:
    """The page, knowing the address of itself in the other language."""
    other = "en" if language == "th" else "th"
    up = "../" * page.url.count("/")
    url = f"{up}en/{page.url}" if language == "th" else f"{up}../{page.url}"
    return Page(page.path, page.title, page.body, {**page.meta, "alternate": {"language": other, "url": url}})


def read_content(folder: Path) -> Iterator[Page]:
    """Hand-written pages: Markdown with a title in its front matter."""
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text("utf-8")
        meta: dict[str, Any] = {}
        if text.startswith("---\n") and "\n---\n" in text[4:]:
            front, text = text[4:].split("\n---\n", 1)
            meta = yaml.load(front, yaml.CSafeLoader) or {}
        name = path.relative_to(folder).as_posix()
        title = str(meta.pop("title", "") or address(name).rstrip("/"))
        yield Page(name, title, text.lstrip("\n"), meta)
