"""Pages as Markdown files, with a configuration for each language: what an engine builds a site of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

from markupsafe import escape

from generator import pages
from generator.families.contact.model import Contact
from generator.files.tree import names_below
from generator.pages.page import Page, files_note
from generator.pages.voice import Voice, is_thai
from generator.project import Project
from generator.publish.content import read_content
from generator.publish.engine import Job
from generator.publish.policy import POLICY
from generator.publish.qr import code_of
from generator.site import addresses
from generator.site.recording import AS_IT_IS, Form, Memory, RecordedSite
from generator.site.site import Site
from generator.site.trail import answered
from generator.site.updates import news

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
        return self.memory.make(recorded, key, lambda: make(recorded), cast(Form[V], AS_IT_IS))


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
        paths: of every page.
        texts: path of each page that is no hand-written one → SHA-256 of its text.
        changed: paths of the pages whose text differs from the last time.
        more_than_text: whether pages came or went, or the configuration changed, which touches every page.
        unsearched: addresses of pages that say again what other pages say.
        inner: folders below the output that are other languages or sites.
    """

    placed: Placed
    language: str
    job: Job
    paths: frozenset[str]
    texts: Mapping[str, str]
    changed: frozenset[str]
    more_than_text: bool
    unsearched: frozenset[str]
    inner: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.paths)


def prepare(
    project: Project, placed: Placed, folder: Path, between: Callable[[], None] = lambda: None
) -> Iterator[Prepared]:
    """Write the pages of every language of a site into the work folder; only what differs is written.

    Args:
        folder: of the whole site, which the engine is to fill.
        between: called before each page is made, so that somebody else may go first.

    Thai first: its output is the root that the others stand in.
    """
    languages = languages_of(placed.site)
    for language in languages:
        yield _prepare(project, placed, folder, language, languages, between)


def _named(site: Site, language: str) -> dict[str, str]:
    """What hand-written pages say in brackets."""
    return {"list": site.list_name(language), "letters": site.profiles[0].letters}


def _foot(site: Site, language: str) -> Callable[[str], str]:
    """What stands below hand-written pages: of a draft, the file that each is written in."""
    return lambda file: f"\n\n{files_note([file], language)}\n" if site.is_draft else ""


def _prepare(
    project: Project,
    placed: Placed,
    folder: Path,
    language: str,
    languages: tuple[str, ...],
    between: Callable[[], None],
) -> Prepared:
    site, source = placed.site, project.work / (placed.path.strip("/") or "site") / language / "pages"
    made = chain(
        ((page, False) for page in pages.render_all(site, language, placed.memory)),
        (
            (page, True)
            for page in read_content(project.root / "content" / language, _named(site, language), _foot(site, language))
        ),
    )
    written = _Written()
    for page, is_by_hand in made:
        between()
        written.write(_finished(project, site, page, language, languages), source, is_by_hand=is_by_hand)
    written.remove_others(source)
    sheet_changed = _write_if_changed(source / "assets" / "agency.css", _colours(project, site.agency.colour))
    output = folder / placed.path / addresses.root(language)
    job = Job(project.root, source, output, _settings(project, site, language, written.in_menu))
    others = [addresses.root(other) for other in languages if other != "th"] if language == "th" else []
    return Prepared(
        placed,
        language,
        job,
        frozenset(written.paths),
        written.texts,
        frozenset(written.changed),
        job.write_config() or sheet_changed or written.came_or_went,
        frozenset(written.unsearched),
        (*others, *(f"{path.strip('/')}/" for path in site.subsites)),
    )


def _finished(project: Project, site: Site, page: Page, language: str, languages: tuple[str, ...]) -> Page:
    """A page with what the theme is told of it besides: its address in other languages, and as a code for phones."""
    full = _with_alternate(page, language, site.base_url) if len(languages) > 1 else page
    if site.base_url and not page.meta.keys() & {"redirect", "scripts"}:  # what scripts show has another address
        address = site.base_url + addresses.root(language) + page.url
        full = replace(full, meta={**full.meta, "qr": code_of(address, project.cache)})
    return full


@contextmanager
def standing_alone(project: Project, site: Site, before: Prepared, address: str) -> Iterator[frozenset[str]]:
    """Meanwhile the page at one address stands in the work folder as the site says it now; gives its path, or nothing.

    Afterwards stands there what stood there before, so that the next :func:`prepare` finds it changed with all that follows.

    Args:
        before: the language of the site as it was prepared the last time.
    """
    now = replace(site, downloads=before.placed.site.downloads, makes_pdfs=before.placed.site.makes_pdfs)
    made = pages.render_one(now, before.language, address)
    file = addresses.inside(before.job.pages, made.path) if made else None
    if made is None or file is None or made.path not in before.texts or not file.is_file():
        yield frozenset()
        return
    was = file.read_bytes()
    full = _finished(project, now, made, before.language, languages_of(now))
    try:
        file.write_text(full.text, "utf-8")
        yield frozenset((made.path,))
    finally:
        file.write_bytes(was)


def _colours(project: Project, colour: str) -> str:
    def made() -> str:
        from generator.pages.colours import stylesheet  # its library is slow to import, and a colour seldom changes

        return stylesheet(colour)

    found: str = project.cache.made_of(colour.encode(), "style sheet of the colour", made)
    return found


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
                    "share": {
                        "picture": site.base_url and site.base_url + addresses.SHARE_PICTURE,
                        "icon": addresses.from_language_root(addresses.icon(180), language),
                        "manifest": addresses.from_language_root(addresses.APP_MANIFEST, language),
                        "colour": agency.colour,
                    },
                    "feed": addresses.FEED if news(site) else "",
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
        self.paths: list[str] = []
        self.texts: dict[str, str] = {}
        self.changed: list[str] = []
        self.came_or_went = False
        self.unsearched: list[str] = []
        self.in_menu: list[Page] = []
        self._files: set[str] = set()

    def write(self, page: Page, folder: Path, *, is_by_hand: bool) -> None:
        """Write a page below ``folder`` where it differs from what stands there."""
        path, text = addresses.inside(folder, page.path), page.text
        self._files.add(page.path)
        self.paths.append(page.path)
        if page.menu:
            self.in_menu.append(page)
        if page.meta.get("search") == {"exclude": True}:
            self.unsearched.append(page.url)
        if is_by_hand:
            self.texts.pop(page.path, None)  # it stands in the place of a page of ours
        else:
            self.texts[page.path] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        is_new = not path.is_file()
        if _write_if_changed(path, text):
            self.changed.append(page.path)
            self.came_or_went |= is_new

    def remove_others(self, folder: Path) -> None:
        """Remove the files of pages that are no more."""
        for name in names_below(folder):
            if name.endswith(".md") and name not in self._files:
                (folder / name).unlink()
                self.came_or_went = True


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
