"""The third circle of checking: the built site itself, as a visitor's browser meets it.

Every link inside the site must lead to a file and, where it names one, to an anchor that is there;
every page has its language, one first heading, headings without a gap, and no anchor twice; every table has a caption
and every heading cell a scope, every image a text; nothing is loaded from another host, and no code stands inside of a
page, because the policy of the site keeps browsers from running it.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.cache.cache import Cache, no_cache
from generator.diagnostics import Diagnostic
from generator.files.tree import names_below
from generator.languages import LANGUAGES


@dataclass(frozen=True)
class Seen:
    """What one page offers and wants."""

    language: str
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    first_headings: int
    faults: tuple[tuple[str, str], ...]
    """Code and fact of what is wrong inside of the page alone."""


@dataclass(frozen=True)
class Visited:
    """Every page of a built site as a visitor met it.

    Attributes:
        pages: by the path of its file below the site; not those that are served at any address.
        files: every path.
    """

    pages: Mapping[str, Seen]
    files: frozenset[str]
    anchors: Mapping[str, frozenset[str]]


def visit(folder: Path, cache: Cache | None = None) -> Visited:
    """Read every page of the site that is built in a folder.

    Args:
        cache: what earlier runs saw of the same pages.
    """
    cache = cache or no_cache()
    files = frozenset(names_below(folder))
    pages = {path: _read(folder / path, cache) for path in sorted(files) if path.endswith(".html")}
    return Visited(
        {
            path: seen for path, seen in pages.items() if posixpath.basename(path) != "404.html"
        },  # its links are absolute
        files,
        {path: frozenset(seen.anchors) for path, seen in pages.items()},
    )


def verify(site: Visited, name: str) -> list[Diagnostic]:
    """Every fault of a built site.

    Args:
        name: what messages call it.
    """
    return [fault for path, seen in site.pages.items() for fault in _faults(path, seen, site, name)]


def _read(path: Path, cache: Cache) -> Seen:
    content = path.read_bytes()
    found = cache.made_of(content, "seen", lambda: list(asdict(_seen(content)).values()))
    language, anchors, links, first_headings, faults = found
    return Seen(language, tuple(anchors), tuple(links), first_headings, tuple((code, said) for code, said in faults))


def _seen(content: bytes) -> Seen:
    tree = LexborHTMLParser(content)
    root = tree.css_first("html")
    return Seen(
        language=(root.attributes.get("lang") or "") if root else "",
        anchors=tuple(node.attributes.get("id") or "" for node in tree.css("[id]")),
        links=tuple(
            node.attributes.get("href") or node.attributes.get("src") or ""
            for node in tree.css("a[href], link[href], img[src], script[src], source[src]")
        ),
        first_headings=len(tree.css("h1")),
        faults=(*_inner_faults(tree), *(("inline-code", said) for said in _inline_code(tree, content))),
    )


def _inner_faults(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """What is wrong in the page's own article, and what the page loads from elsewhere."""
    yield from _heading_faults(tree)
    yield from _table_faults(tree)
    for image in tree.css("img:not([alt])"):
        yield "image-without-text", image.attributes.get("src") or ""
    for link in tree.css("article a[href]"):
        if not _is_named(link):
            yield "link-without-text", link.attributes.get("href") or ""
    for node in tree.css(_LOADING):
        address = node.attributes.get("src") or node.attributes.get("href") or node.attributes.get("data") or ""
        if _OTHER_HOST.match(address):
            yield "loaded-from-elsewhere", address


def _is_named(link: LexborNode) -> bool:
    """Whether a screen reader has something to say of a link."""
    is_told_of = _said(link) or link.attributes.get("aria-label") or link.attributes.get("title")
    return bool(is_told_of or link.css("img[alt]:not([alt=''])"))


def _heading_faults(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    before = 1
    for node in tree.css("article h1, article h2, article h3, article h4, article h5, article h6"):
        level = int((node.tag or "h1")[1])
        if level > before + 1:
            yield "heading-skips-level", _said(node)
        before = level


def _table_faults(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for table in tree.css("article table"):
        if table.css_first("caption") is None:
            yield "table-without-caption", _said(table)
        for cell in table.css("th:not([scope])"):
            yield "heading-cell-without-scope", _said(cell)


def _inline_code(tree: LexborHTMLParser, content: bytes) -> Iterator[str]:
    """Every script and style that stands inside of a page instead of in a file; data for scripts is no code."""
    for node in tree.css("script:not([src]):not([type='application/json']):not([type='application/ld+json']), style"):
        yield f"<{node.tag}> {_said(node)}".strip()
    for node in tree.css("[style]"):
        yield f'style="{node.attributes["style"]}"'
    for node in tree.css("a[href], form[action]"):
        address = node.attributes.get("href") or node.attributes.get("action") or ""
        if _PROGRAM.match(address):
            yield address[:60]
    if _HANDLER.search(content):  # in few pages: only then is it worth while to look at every attribute
        for node in tree.css("*"):
            yield from (f'{name}="{value}"' for name, value in node.attributes.items() if name.startswith("on"))


_PROGRAM = re.compile(r"\s*javascript:", re.IGNORECASE)
_HANDLER = re.compile(rb"<[^>]*\son[a-z]+\s*=", re.IGNORECASE)


def _said(node: LexborNode) -> str:
    return " ".join((node.text() or "").split())[:60]


_LOADING = (
    "script[src], img[src], source[src], iframe[src], embed[src], object[data], video[src], audio[src],"
    " link[rel=stylesheet], link[rel=preload], link[rel=icon], link[rel=preconnect], link[rel=dns-prefetch]"
)
_OTHER_HOST = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def _faults(path: str, seen: Seen, site: Visited, name: str) -> Iterator[Diagnostic]:
    def fault(code: str, **facts: object) -> Diagnostic:
        return Diagnostic(f"{name}/{path}", 0, 0, code, facts={key: str(value) for key, value in facts.items()})

    if not seen.language:
        yield fault("page-without-language")
    elif seen.language not in LANGUAGES:
        yield fault("wrong-language", language=seen.language)
    for code, said in dict.fromkeys(seen.faults):
        yield fault(code, said=said)
    if seen.first_headings != 1:
        yield fault("first-heading", count=seen.first_headings)
    for anchor, count in Counter(seen.anchors).items():
        if count > 1:
            yield fault("repeated-anchor", anchor=anchor)
    targets: dict[str, str] = {}
    for link in dict.fromkeys(seen.links):
        if not leads_elsewhere(link) and (code := _link_fault(link, path, site, targets)):
            yield fault(code, link=link)


def _link_fault(link: str, path: str, site: Visited, targets: dict[str, str]) -> str:
    """The code of what is wrong with a link of the page at ``path`` within the site; empty where it leads somewhere.

    Args:
        targets: file to which each address leads that the page had before, whatever stands behind ``#``.
    """
    place, anchor = _parted(link)
    if place not in targets:
        targets[place] = _file_at(place, path, site)
    target = targets[place]
    if target.startswith(("..", "/")):
        return "link-outside-site"
    if target not in site.files:
        return "broken-link"
    return "broken-anchor" if anchor and target in site.anchors and anchor not in site.anchors[target] else ""


def target_of(link: str, path: str, site: Visited) -> tuple[str, str]:
    """The file to which a link within the site leads from the page at ``path``, and the anchor, empty where there is none."""
    place, anchor = _parted(link)
    return _file_at(place, path, site), anchor


def _parted(link: str) -> tuple[str, str]:
    """The place and the anchor of a link within the site."""
    place, _, anchor = unquote(link).partition("#") if "%" in link else link.partition("#")
    return place.partition("?")[0], anchor


def _file_at(place: str, path: str, site: Visited) -> str:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
    if target.startswith(("..", "/")):
        return target
    if place and (place.endswith("/") or target == "." or target not in site.files):
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    return target


def leads_elsewhere(link: str) -> bool:
    """Whether a link leads to another host or another program."""
    return _ELSEWHERE.match(link) is not None


_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""How a link begins that leads to another host or another program."""
