"""The third circle of checking: the built site itself, as a visitor's browser meets it.

Every link inside the site must lead to a file and, where it names one, to an anchor that is there;
every page has its language, one first heading, and no anchor twice.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic


@dataclass(frozen=True)
class _Seen:
    """What one page offers and wants."""

    language: str
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    first_headings: int


def verify(folder: Path, name: str) -> list[Diagnostic]:
    """Every fault of a built site.

    Args:
        folder: the built site.
        name: what messages call it.
    """
    pages = {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*.html"))}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    anchors = {path: frozenset(seen.anchors) for path, seen in pages.items()}
    found: list[Diagnostic] = []
    for path, seen in pages.items():
        if posixpath.basename(path) == "404.html":
            continue  # served at any address, so its links are absolute
        found += _faults(path, seen, files, anchors, name)
    return found


def _read(path: Path) -> _Seen:
    tree = LexborHTMLParser(path.read_bytes())
    root = tree.css_first("html")
    return _Seen(
        language=(root.attributes.get("lang") or "") if root else "",
        anchors=tuple(node.attributes.get("id") or "" for node in tree.css("[id]")),
        links=tuple(
            node.attributes.get("href") or node.attributes.get("src") or ""
            for node in tree.css("a[href], link[href], img[src], script[src], source[src]")
        ),
        first_headings=len(tree.css("h1")),
    )


def _faults(
    path: str, seen: _Seen, files: set[str], anchors: dict[str, frozenset[str]], name: str
) -> Iterator[Diagnostic]:
    def fault(code: str, **facts: object) -> Diagnostic:
        return Diagnostic(f"{name}/{path}", 0, 0, code, facts={key: str(value) for key, value in facts.items()})

    if not seen.language:
        yield fault("page-without-language")
    if seen.first_headings != 1:
        yield fault("first-heading", count=seen.first_headings)
    counted: set[str] = set()
    for anchor in seen.anchors:
        if anchor in counted:
            yield fault("repeated-anchor", anchor=anchor)
        counted.add(anchor)
    here = posixpath.dirname(path)
    for link in dict.fromkeys(seen.links):
        if _ELSEWHERE.match(link):
            continue
        place, _, anchor = unquote(link).partition("#") if "%" in link else link.partition("#")
        place = place.partition("?")[0]
        target = posixpath.normpath(posixpath.join(here, place)) if place else path
        if target.startswith(("..", "/")):
            yield fault("link-outside-site", link=link)
            continue
        if place and (place.endswith("/") or target == "." or target not in files):
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in files:
            yield fault("broken-link", link=link)
        elif anchor and target in anchors and anchor not in anchors[target]:
            yield fault("broken-anchor", link=link)


_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""How a link begins that leads to another host or another program."""
