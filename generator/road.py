"""The road from data to site, walked once: load → check → render → build → verify → publish.

Everything that fails on the way is a diagnostic, and the previous site stays as it was until the new
one is whole.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from markupsafe import escape

from generator import pages
from generator.causes import only_causes
from generator.checks import check
from generator.diagnostics import Diagnostic, Severity, has_errors, sort
from generator.families.contact.model import Contact
from generator.files.kinds import PUBLISHED
from generator.officers.to_fill import ToFill, to_fill
from generator.pages.colours import stylesheet
from generator.pages.page import Page, address
from generator.pages.voice import Voice, is_thai
from generator.publish import hosting, offline
from generator.publish.engine import ENGINES, EngineFault, Job
from generator.publish.exporters import answer_sheet
from generator.publish.exporters.whole_tables import WholeTables
from generator.publish.pdf import is_printed_address, plan
from generator.publish.pdf.document import compose
from generator.publish.pdf.press import Print, Sheet, print_all, what_is_missing
from generator.publish.search.known import Known, known
from generator.publish.search.shelf import Shelf
from generator.publish.verify import verify
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.trail import answered

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
        printed: folder that keeps what was printed as PDF for the next time; None where nothing is printed.
        policy: the Content-Security-Policy of the pages; empty for none.
        offline: the ZIP to write the site as, too; None for none.
    """

    root: Path
    data: Path
    site: Path
    work: Path
    is_draft: bool = False
    today: date | None = None
    printed: Path | None = None
    policy: str = hosting.POLICY
    offline: Path | None = None

    @property
    def data_name(self) -> str:
        """What messages call the data folder: as short as it can be typed here."""
        return _short(self.data)

    @property
    def site_name(self) -> str:
        """What messages call the site's folder."""
        return _short(self.site)

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
        printed: what was printed as PDF.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    pages: int = 0
    to_fill: tuple[ToFill, ...] = ()
    printed: Print = field(default_factory=Print)

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
    found = sort(only_causes([*found, *check(site)]))
    return (replace(site, found=tuple(found)) if site.is_draft else site), found


def walk(project: Project, engine: str = "mkdocs", tell: Callable[[int, int], None] | None = None) -> Outcome:
    """Build the site of a project's data folder, and publish it where everything is right.

    Args:
        tell: is told how many of how many documents are printed, each time one is.
    """
    if project.printed and (missing := what_is_missing()):
        return Outcome([missing])
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
        told_offline = offline.readme(site.agency, site.base_url)
        host = hosting.host_of([(build.path, build.site) for build in builds])
        documents = [one for build in builds for language in build.languages for one in build.documents(language)]
        del site, builds, build
        gc.collect()  # the pages are written: a large site need not stay in memory beside the engine
        for ready in prepared:
            ENGINES[engine](ready.job)
        for ready in prepared:
            Shelf().fill(ready.job.output, ready.known, ready.inner)
        hosting.write(host, new)
        _take_along(project.work / "evidence", new)
        printed = _print(project, documents, new, tell)
        name = _short(project.site)
        before, now = published_before(project.site), addresses(new)
        left_out = set() if project.printed else {one for one in before - now - withdrawn if is_printed_address(one)}
        gone = [
            Diagnostic(f"{name}/{address}", 0, 0, "address-gone", Severity.WARNING, {"address": address})
            for address in sorted(before - now - withdrawn - left_out)
        ]
        if left_out:
            gone.append(Diagnostic(name, 0, 0, "pdf-left-out", Severity.WARNING, {"count": str(len(left_out))}))
        found = sort([*found, *verify(new, name), *printed.flaws, *gone])
        if has_errors(found):
            return Outcome(found)
        found = sort([*found, *_pack(project, new, told_offline)])
        (new / MARKER).write_text("".join(f"{line}\n" for line in ("oit", *sorted(before | now))), "utf-8")
        publish(new, project.site)
        return Outcome(found, sum(ready.pages for ready in prepared), blanks, printed)
    except EngineFault as fault:
        return Outcome(sort([*found, fault.diagnostic()]))
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _pack(project: Project, new: Path, readme: str) -> list[Diagnostic]:
    """Write a new site as a ZIP, where one is wanted; what is told of paths that Windows may not unpack."""
    if not project.offline:
        return []
    project.offline.parent.mkdir(parents=True, exist_ok=True)
    return [
        Diagnostic(
            f"{project.site_name}/{path}", 0, 0, "long-path-offline", Severity.WARNING, {"length": str(len(path))}
        )
        for path in offline.pack(new, project.offline, readme)
    ]


def _print(
    project: Project, documents: list[plan.Document], new: Path, tell: Callable[[int, int], None] | None
) -> Print:
    """Print what a new site has as documents, from its built pages."""
    if not project.printed:
        return Print()

    def pages(document: plan.Document) -> dict[str, bytes]:
        return {page: (new / PurePosixPath(page) / "index.html").read_bytes() for page in document.pages}

    sheets = (Sheet(document.file, compose(document, pages(document))) for document in documents)
    assets = project.root / "theme" / "assets"
    css = "".join((assets / name).read_text("utf-8") for name in ("charts.css", "print.css"))
    told = partial(tell, len(documents)) if tell else None
    return print_all(sheets, new, project.printed, css, project.site_name, told)


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


_DOWNLOADS = frozenset((*PUBLISHED, ".html")) - {".txt"}


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


@dataclass(frozen=True)
class Prepared:
    """One language of a site, ready for the engine.

    Attributes:
        job: what the engine builds.
        pages: how many pages it has.
        changed: paths of the pages whose text differs from the last time.
        more_than_text: whether pages came or went, or the configuration changed, which touches every page.
        known: what its search knows of the pages.
        inner: folders below the output that are other languages or sites.
    """

    job: Job
    pages: int
    changed: frozenset[str]
    more_than_text: bool
    known: Known
    inner: tuple[str, ...]


class Build:
    """Pages of one site on their way through the engine; a server keeps it to rebuild only what changed."""

    def __init__(self, project: Project, placed: Placed, output: Path, engine: str) -> None:
        self.project = project
        self.path = placed.path
        self.site = replace(placed.site, is_printed=project.printed is not None)
        self.output = output
        self.engine = ENGINES[engine]
        self.work = project.work / (placed.path.strip("/") or "site")
        self.memory: dict[str, dict[str, Any]] | None = None
        """By language, what a server remembers of the last time; None where there is no next time."""
        self.shelves: dict[str, Shelf] = {}
        """By language, what search read of the pages."""
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
        not_searched = set()
        memory = None if self.memory is None else self.memory.setdefault(language, {})
        for page in chain(pages.render_all(self.site, language, memory), hand_written):
            path = folder / page.path
            kept.add(path)
            if page.meta.get("search") == {"exclude": True}:
                not_searched.add(page.url)
            if self._written.get(path) is page:
                continue
            if memory is not None:
                self._written[path] = page
            text = _with_alternate(page, language, self.site.base_url).text if has_others else page.text
            if path.is_file():
                if path.read_text("utf-8") == text:
                    continue
            else:
                more_than_text = True
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.add(page.path)
        colours, sheet = folder / "assets" / "agency.css", stylesheet(self.site.agency.colour)
        if not colours.is_file() or colours.read_text("utf-8") != sheet:
            colours.parent.mkdir(parents=True, exist_ok=True)
            colours.write_text(sheet, "utf-8")
            more_than_text = True
        for path in folder.rglob("*.md"):
            if path not in kept:
                path.unlink()
                self._written.pop(path, None)
                more_than_text = True
        output = self.output if language == "th" else self.output / language
        job = Job(self.project.root, folder, output, self._settings(language, hand_written))
        others = [f"{other}/" for other in self.languages if other != "th"] if language == "th" else []
        return Prepared(
            job,
            len(kept),
            frozenset(changed),
            job.write_config() or more_than_text,
            known(self.site, language, not_searched),
            (*others, *(f"{path.strip('/')}/" for path in self.site.subsites)),
        )

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
                        "policy": self.project.policy,
                        "name": voice.plain(agency.name),
                        "short_name": voice.plain(agency.short_name),
                        "website": agency.website or "",
                        "logo": voice.evidence_address(agency.logo.file) if agency.logo and agency.logo.file else "",
                        "contact": _contact(voice),
                        "sample": agency.sample,
                        "draft": self.site.is_draft and voice.words["draft"],
                        "notice": voice.plain(agency.notice),
                        "words": {key: value for key, value in voice.words["site"].items() if isinstance(value, str)},
                        "search": voice.words["search"],
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

    def documents(self, language: str) -> Iterator[plan.Document]:
        """Everything that is printed, where anything is."""
        return plan.documents(self.site, self.path, language)

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


def _contact(voice: Voice) -> dict[str, Any]:
    """How the agency is reached, for the foot of every page; empty where it is not disclosed."""
    found = answered(voice.site, "contact")
    if not found or not isinstance(found.data, Contact):
        return {}
    data = found.data
    return {
        "url": found.url,
        "address": voice.plain(data.address),
        "phones": [
            {"text": number, "link": one.link, "thai": voice.language != "th" and is_thai(number)}
            for one in data.phones[:2]
            for number in [voice.plain(one.number)]
        ],
        "emails": [{"text": one.address, "link": one.link} for one in data.emails[:2]],
    }


def _with_alternate(page: Page, language: str, base_url: str) -> Page:
    """The page, knowing the address of itself in the other language; the whole one too, where the site's is known."""
    other = "en" if language == "th" else "th"
    up = "../" * page.url.count("/")
    url = f"{up}en/{page.url}" if language == "th" else f"{up}../{page.url}"
    alternate = {"language": other, "url": url}
    if base_url:
        alternate["canonical"] = base_url + ("en/" if other == "en" else "") + page.url
    return Page(page.path, page.title, page.body, {**page.meta, "alternate": alternate})


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
