"""Pages as Markdown files, with a configuration for each language: what an engine builds a site of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import escape

from generator import pages
from generator.families.contact.model import Contact
from generator.pages.colours import stylesheet
from generator.pages.page import Page, files_note
from generator.pages.voice import Voice, is_thai
from generator.project import Project
from generator.publish.content import read_content
from generator.publish.engine import Job
from generator.publish.policy import POLICY
from generator.site import addresses
from generator.site.recording import Memory, RecordedSite
from generator.site.site import Site
from generator.site.trail import answered

V = TypeVar("V")


@dataclass(frozen=True)
class Placed:
    """A site and where it stands.

    Attributes:
        path: below the first site: ``""``, ``examples/opdc/``.
        memory: what was made of earlier states of the site; None where there is no next time.
    """

    site: Site
    path: str
    memory: Memory | None = None

    def make(self, key: Hashable, make: Callable[[Site], V]) -> V:
        """What ``make`` gives for the site; what it gave before, where all that it reads of the site is unchanged."""
        if self.memory is None:
            return make(self.site)
        recorded = RecordedSite(self.site)
        return self.memory.make(recorded, key, lambda: make(recorded))


def all_sites(site: Site, path: str = "") -> Iterator[tuple[Site, str]]:
    """The site and every subsite below it with its path; the outer ones first, because an engine empties its output."""
    yield site, path
    for inner_path, inner in site.subsites.items():
        yield from all_sites(inner, f"{path}{inner_path}/")


@dataclass(frozen=True)
class Prepared:
    """One language of a site, ready for the engine.

    Attributes:
        job: what the engine builds.
        pages: how many pages it has.
        changed: paths of the pages whose text differs from the last time.
        more_than_text: whether pages came or went, or the configuration changed, which touches every page.
        unsearched: addresses of pages that say again what other pages say.
        inner: folders below the output that are other languages or sites.
    """

    placed: Placed
    language: str
    job: Job
    pages: int
    changed: frozenset[str]
    more_than_text: bool
    unsearched: frozenset[str]
    inner: tuple[str, ...]


def prepare(project: Project, placed: Placed, folder: Path) -> Iterator[Prepared]:
    """Write the pages of every language of a site into the work folder; only what differs is written.

    Args:
        folder: of the whole site, which the engine is to fill.

    Thai first: its output is the root that the others stand in.
    """
    languages = languages_of(placed.site)
    for language in languages:
        yield _prepare(project, placed, folder, language, languages)


def _named(site: Site, language: str) -> dict[str, str]:
    """What hand-written pages say in brackets."""
    return {"list": site.list_name(language), "letters": site.profiles[0].letters}


def _foot(site: Site, language: str) -> Callable[[str], str]:
    """What stands below hand-written pages: of a draft, the file that each is written in."""
    return lambda file: f"\n\n{files_note([file], language)}\n" if site.is_draft else ""


def _prepare(project: Project, placed: Placed, folder: Path, language: str, languages: tuple[str, ...]) -> Prepared:
    site, source = placed.site, project.work / (placed.path.strip("/") or "site") / language / "pages"
    made = chain(
        pages.render_all(site, language, placed.memory),
        read_content(project.root / "content" / language, _named(site, language), _foot(site, language)),
    )
    texts = (_with_alternate(page, language, site.base_url) if len(languages) > 1 else page for page in made)
    written = _write(texts, source)
    sheet_changed = _write_if_changed(source / "assets" / "agency.css", stylesheet(site.agency.colour))
    output = folder / placed.path / addresses.root(language)
    job = Job(project.root, source, output, _settings(project, site, language, written.in_menu))
    others = [addresses.root(other) for other in languages if other != "th"] if language == "th" else []
    return Prepared(
        placed,
        language,
        job,
        written.count,
        frozenset(written.changed),
        job.write_config() or sheet_changed or written.came_or_went,
        frozenset(written.unsearched),
        (*others, *(f"{path.strip('/')}/" for path in site.subsites)),
    )


def _write(made: Iterable[Page], folder: Path) -> _Written:
    """Write pages below ``folder``, only those that differ, and remove the files of pages that are no more."""
    written = _Written()
    kept = set()
    for page in made:
        path = addresses.inside(folder, page.path)
        kept.add(path)
        if page.menu:
            written.in_menu.append(page)
        if page.meta.get("search") == {"exclude": True}:
            written.unsearched.append(page.url)
        is_new = not path.is_file()
        if _write_if_changed(path, page.text):
            written.changed.append(page.path)
            written.came_or_went |= is_new
    for path in folder.rglob("*.md"):
        if path not in kept:
            path.unlink()
            written.came_or_went = True
    written.count = len(kept)
    return written


def _settings(project: Project, site: Site, language: str, in_menu: list[Page]) -> dict[str, Any]:
    """What the engine and the theme are told of one language of the site."""
    agency, voice = site.agency, Voice(site, language)
    settings: dict[str, Any] = {
        "site_name": _as_html(voice.words["site"]["title"].format(agency=voice.plain(agency.short_name))),
        "site_description": _as_html(voice.plain(agency.about) or voice.plain(agency.name)),
        "theme": {"language": language},
        "extra": {
            "oit": _as_html(
                {
                    "language": language,
                    "policy": POLICY if project.has_policy else "",
                    "name": voice.plain(agency.name),
                    "short_name": voice.plain(agency.short_name),
                    "website": agency.website or "",
                    "logo": voice.evidence_address(agency.logo.file) if agency.logo and agency.logo.file else "",
                    "contact": _contact(voice),
                    "sample": agency.sample,
                    "draft": site.is_draft and voice.words["draft"],
                    "notice": voice.plain(agency.notice),
                    "words": {key: value for key, value in voice.words["site"].items() if isinstance(value, str)},
                    "search": voice.words["search"],
                    "navigation": pages.navigation(site, language, in_menu),
                }
            )
        },
    }
    if site.base_url:
        settings["site_url"] = site.base_url + addresses.root(language)
    return settings


class _Written:
    """What writing pages changed."""

    def __init__(self) -> None:
        self.count = 0
        self.changed: list[str] = []
        self.came_or_went = False
        self.unsearched: list[str] = []
        self.in_menu: list[Page] = []


def languages_of(site: Site) -> tuple[str, ...]:
    """The languages of a site, Thai first."""
    return ("th", *(language for language in site.agency.languages if language != "th"))


def _write_if_changed(path: Path, text: str) -> bool:
    """Write a file whose text differs or that is not there; True where it was written."""
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return True


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
    alternate = {
        "language": other,
        "url": up + addresses.from_language_root(addresses.root(other) + page.url, language),
    }
    if base_url:
        alternate["canonical"] = base_url + addresses.root(other) + page.url
    return replace(page, meta={**page.meta, "alternate": alternate})
