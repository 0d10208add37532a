"""A built site → one ZIP that opens from a disk or a USB stick, without a web server.

A web server answers ``2568/o26/`` with the page of that folder; a disk shows the folder. So in the copies of the pages
every link to a folder names its ``index.html``. Nothing else that is seen differs: search, filters, colours and evidence are the same
files. The same site gives the same bytes.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.diagnostics import Diagnostic, Severity
from generator.models.agency import Agency
from generator.publish.hosting import FOR_MACHINES
from generator.publish.output import Made, Whole, Write

README = "READ-ME-FIRST.txt"
"""Beside ``index.html``; in ASCII, because an old Windows unpacks Thai names as something else."""

LONGEST = 200
"""Characters of a path: Windows takes 260, of which the folder that the ZIP is unpacked into needs some."""

_AGES_AGO = (1980, 1, 1, 0, 0, 0)
_PACKED = frozenset((".pdf", ".png", ".jpg", ".jpeg", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip", ".woff2"))
"""Files that would not become smaller."""


def prepare(whole: Whole) -> Write:
    archive, name = whole.project.offline, whole.project.site_name
    if not archive:
        return lambda folder: Made()
    first = whole.sites[0].site
    text = readme(first.agency, first.base_url)

    def write(folder: Path) -> Made:
        archive.parent.mkdir(parents=True, exist_ok=True)
        long = pack(folder, archive, text)
        severity = Severity.WARNING
        found = [
            Diagnostic(f"{name}/{path}", 0, 0, "long-path-offline", severity, {"length": str(len(path))})
            for path in long
        ]
        return Made(1, 1, tuple(found))

    return write


def readme(agency: Agency, base_url: str) -> str:
    """What to do with a ZIP of an agency's site, in Thai and English, for people who have just unpacked it."""
    template = Environment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, trim_blocks=True, autoescape=False
    ).get_template("offline.txt.jinja")
    return template.render(name=agency.name, base_url=base_url)


def pack(site: Path, archive: Path, readme: str) -> list[str]:
    """Write a built site as a ZIP, in the place of one that stands there.

    Args:
        site: folder of the built site.
        archive: the file to write.
        readme: what :func:`readme` says.

    Returns:
        Paths inside of it that are longer than Windows may bear.
    """
    names = sorted(_names(site))
    pages = frozenset(name for name in names if name.endswith(".html"))
    new = archive.with_name(f".{archive.name}.new")
    try:
        with zipfile.ZipFile(new, "w") as packed:
            add_entry(packed, README, b"\xef\xbb\xbf" + readme.replace("\n", "\r\n").encode())  # for Windows' Notepad
            for name in names:
                content = (site / name).read_bytes()
                add_entry(packed, name, with_files_named(name, content, pages) if name in pages else content)
        new.replace(archive)
    finally:
        new.unlink(missing_ok=True)
    return [name for name in names if len(name) > LONGEST]


def _names(site: Path) -> Iterator[str]:
    """Everything that a reader opens; not what only a web server or a search engine reads."""
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        is_hidden = any(part.startswith(".") for part in name.split("/"))
        if path.is_file() and not is_hidden and name not in FOR_MACHINES and path.name != "404.html":
            yield name


def add_entry(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file to a ZIP, the same bytes whenever and wherever it is made."""
    entry = zipfile.ZipInfo(name, _AGES_AGO)
    entry.create_system = 3  # whatever machine this is
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if posixpath.splitext(name)[1] in _PACKED else zipfile.ZIP_DEFLATED
    packed.writestr(entry, content)


_LINK = re.compile(
    r"""(<(?:a|area|link|form|script|meta)\s  # in a tag that may lead on,
        (?:[^<>"']|"[^"]*"|'[^']*')*?         # after whatever else it says,
        \b(?:href|action|data-to|content)=    # where it leads
        (?P<mark>["']))(?P<url>.*?)(?P=mark)""",
    re.VERBOSE | re.DOTALL,
)
_PRELOAD = re.compile(r'\s*<link rel="preload"[^>]*>')
"""Browsers refuse to fetch a font from a disk ahead of time, and complain; where it is used, they read it."""

_WAIT = re.compile(r"\d+;\s*url=", re.IGNORECASE)


def with_files_named(page: str, html: bytes, pages: frozenset[str]) -> bytes:
    """A page whose links to folders name the page in them.

    Args:
        page: its path below the top of the site.
        html: what stands in it.
        pages: path of every page.
    """
    here = posixpath.dirname(page)

    def named(found: re.Match[str]) -> str:
        start, mark, url = found[1], found["mark"], unescape(found["url"])
        wait = _WAIT.match(url)
        before, url = (wait[0], url[wait.end() :]) if wait else ("", url)
        if start.startswith("<meta") and not wait:
            return found[0]
        return f"{start}{before}{escape(_named(url, here, pages))}{mark}" if _is_inside(url) else found[0]

    return _LINK.sub(named, _PRELOAD.sub("", html.decode())).encode()


def _is_inside(url: str) -> bool:
    return not re.match(r"[a-z][a-z0-9+.-]*:|//|#|$", url, re.IGNORECASE)


def _named(url: str, here: str, pages: frozenset[str]) -> str:
    place = re.split(r"[?#]", url, maxsplit=1)[0]
    rest = url[len(place) :]
    target = posixpath.normpath(posixpath.join(here, unquote(place)))
    index = posixpath.normpath(posixpath.join(target, "index.html"))
    if not place or index not in pages or target in pages:
        return url
    return f"{place.rstrip('/')}/index.html{rest}"
