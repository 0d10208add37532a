"""The text of a built page, as pieces small enough to be fetched for one result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_NOT_READ = "nav, svg, script, style, template, form, dialog, .oit-kicker__year, .oit-beside, .oit-terms, [hidden]"
"""Parts that say again what stands elsewhere: lists of links to sections, pictures of tables, forms, years side by side, words explained."""
_INLINE = ["a", "abbr", "b", "bdi", "code", "em", "i", "mark", "q", "small", "strong", "sub", "sup", "time", "u", "wbr"]
_KEPT = ".oit-kept"
"""What stands in a line as it is, for the eye alone."""
_LAST = ".oit-official"
"""What the first section ends with: found like everything else, but no answer to show."""
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_START, _END, _NEXT = "\x02", "\x03", "\x1f"
"""No data can contain these: YAML refuses them."""
LONGEST = 700
"""Letters of a piece, about; one paragraph or cell is never cut."""


@dataclass(frozen=True)
class Section:
    """What stands below one heading.

    Attributes:
        anchor: of the heading; empty for the start of the page.
        heading: its text.
        pieces: the text below it; at least one, which may be empty.
    """

    anchor: str
    heading: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """A built page as search sees it.

    Attributes:
        url: below the language's root, without ``index.html``.
        title: its first heading.
    """

    url: str
    title: str
    sections: tuple[Section, ...]


def as_json(article: Article | None) -> Any:
    """What was read of a page, but for its address, as plain data; :func:`from_json` gives it again."""
    if article is None:
        return None
    return [article.title, [[one.anchor, one.heading, one.pieces] for one in article.sections]]


def from_json(url: str, kept: Any) -> Article | None:
    """What :func:`as_json` was given."""
    if kept is None:
        return None
    title, sections = kept
    return Article(url, title, tuple(Section(anchor, heading, tuple(inner)) for anchor, heading, inner in sections))


def read(url: str, html: bytes) -> Article | None:
    """The article of a built page; None for a page without one, as one that leads on to another."""
    tree = LexborHTMLParser(html)
    article = tree.css_first("article")
    if article is None:
        return None
    for node in article.css(_NOT_READ):
        node.decompose()
    last = [node.text() for node in article.css(_LAST)]
    for node in article.css(_LAST):
        node.decompose()
    for node in article.css(_KEPT):
        node.unwrap()
    for node in article.css(_HEADINGS):
        node.insert_before(f"{_START}{node.attributes.get('id') or ''}{_NEXT}")
        node.insert_after(_END)
    article.unwrap_tags(_INLINE)
    article.merge_text_nodes()
    before, *parts = article.text(separator="\n").split(_START)
    sections = [_section("", "", before)] if before.strip() else []
    if parts:
        parts[0] = "\n".join((parts[0], *last))
    for part in parts:
        anchor, _, rest = part.partition(_NEXT)
        heading, _, body = rest.partition(_END)
        sections.append(_section(anchor, " ".join(heading.split()), body))
    if not sections:
        return None
    title = next((section.heading for section in sections if section.heading), "")
    return Article(url, title, tuple(sections))


def _section(anchor: str, heading: str, body: str) -> Section:
    pieces: list[str] = []
    lines: list[str] = []
    size = 0
    for line in body.split("\n"):
        line = " ".join(line.split())
        if not line:
            continue
        if size and size + len(line) > LONGEST:
            pieces.append("\n".join(lines))
            size, lines = 0, []
        size += len(line) + 1
        lines.append(line)
    if lines or not pieces:
        pieces.append("\n".join(lines))
    return Section(anchor, heading, tuple(pieces))
