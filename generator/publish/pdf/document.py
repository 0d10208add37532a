"""Built pages → one HTML document for paper, so that a PDF says what the page says, in the same words and charts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import languages
from generator.publish.pdf.plan import Part, PdfDocument

SCREEN_ONLY = (
    "script, style, template, nav, form, button, input, select, [hidden], .oit-screen, .oit-parts,"
    " .oit-filter, .headerlink, svg:not([role=img]), img[alt=''], #history, #history + .oit-block"
)
"""What leads elsewhere, asks, moves or only decorates; ``theme/assets/print.css`` hides the same in a browser."""

_HEADING = re.compile(r"(</?h)([1-5])(?=[\s>])")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def compose(document: PdfDocument, pages: Mapping[str, bytes]) -> str:
    """The HTML of a document.

    Args:
        pages: each built page of :attr:`PdfDocument.pages`, by its address.

    Links between parts lead inside the document, links to the rest of the site are whole addresses, and where nobody
    knows yet where the site will stand they are plain words. Pictures are named ``site:`` and their address.
    """
    inside = {
        part.page: f"{part.slug}--" if document.is_whole_year else "" for part in document.parts if part.is_answered
    }
    articles = [
        {"part": part, "id": f"{inside[part.page]}start", "html": _article(document, part, pages[part.page], inside)}
        for part in document.parts
        if part.is_answered
    ]
    groups = [{"title": title, "parts": list(parts)} for title, parts in groupby(document.parts, attrgetter("group"))]
    return _template().render(
        document=document,
        words=languages.words(document.language),
        articles=articles,
        groups=groups,
        counter="thai" if document.digits == "thai" else "decimal",
    )


def _article(document: PdfDocument, part: Part, page: bytes, inside: Mapping[str, str]) -> str:
    """The article of a built page, without what is of use on a screen only."""
    article = LexborHTMLParser(page).css_first("article")
    if article is None:
        raise ValueError(f"{part.page} has no article")
    for node in article.css(SCREEN_ONLY):
        node.decompose()
    prefix = inside[part.page]
    for node in article.css("[id]"):
        if prefix and not _is_drawn(node):
            node.attrs["id"] = prefix + (node.attributes["id"] or "")
    for node in article.css("a[href]"):
        if not _is_drawn(node):
            _lead(node, document, part, inside)
    for node in article.css("img[src]"):
        source = node.attributes["src"] or ""
        if not source.startswith("data:"):
            node.attrs["src"] = f"site:{_resolve(part.page, source)[0]}"
    html = _DRAWING.sub(_with_typeface, "".join(_inner(article)))
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html) if document.is_whole_year else html


def _inner(node: LexborNode) -> Iterator[str]:
    child = node.child
    while child is not None:
        yield child.html or ""
        child = child.next


def _is_drawn(node: LexborNode | None) -> bool:
    """Whether a node is part of an SVG, whose ids mean something inside of it alone."""
    while node is not None and node.tag != "article":
        if node.tag == "svg":
            return True
        node = node.parent
    return False


def _lead(link: LexborNode, document: PdfDocument, part: Part, inside: Mapping[str, str]) -> None:
    """Point a link to where it leads from the document."""
    href = link.attributes["href"] or ""
    if _ELSEWHERE.match(href):
        return
    page, anchor = _resolve(part.page, href)
    if page in inside:
        link.attrs["href"] = f"#{inside[page]}{anchor or 'start'}"
        link.attrs["class"] = f"{link.attributes.get('class') or ''} oit-plain".strip()
    elif document.base_url and page.startswith(document.below):
        link.attrs["href"] = document.base_url + page.removeprefix(document.below) + (anchor and f"#{anchor}")
        if not page.endswith("/") and posixpath.splitext(page)[1]:
            return  # a file: its address is worth its place on the paper
        link.attrs["class"] = f"{link.attributes.get('class') or ''} oit-plain".strip()
    else:
        link.unwrap()


def _resolve(page: str, href: str) -> tuple[str, str]:
    """(address below the root of all sites, anchor) of a link from a page."""
    place, _, anchor = href.partition("#")
    if not place:
        return page, anchor
    target = posixpath.normpath(posixpath.join(page, place.partition("?")[0]))
    if target == ".":
        return "", anchor
    return target + ("/" if place.endswith(("/", "..", ".")) else ""), unquote(anchor)


_DRAWING = re.compile(r"<svg\b[^>]*>")


def _with_typeface(drawing: re.Match[str]) -> str:
    """A drawing is painted apart from the document, and knows no style but its own."""
    return drawing[0] + "<style>text { font-family: Sarabun }</style>"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("document.html.jinja")
