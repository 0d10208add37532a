"""The same content as somebody would write it by hand for stock MkDocs with Material: plain Markdown.

The texts are taken from our built pages, heading by heading and cell by cell, so that both sites carry
the same articles under the same addresses; whether they do is checked, not believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

CONFIG = """\
site_name: สำนักงานตัวอย่างเพื่อวัดความเร็ว
docs_dir: pages
theme:
  name: material
  language: th
  font: false
  features:
    - navigation.prune
plugins:
  - search
"""


def write(site: Path, folder: Path, *, links: bool = True) -> int:
    """Write a stock project with the pages of a built site, with or without their links; gives their number."""
    count = 0
    link = _link if links else _text_only
    for page in _pages(site):
        target = folder / "pages" / page.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n\n".join(_blocks(_article(page), link)) + "\n", "utf-8")
        count += 1
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return count


def differing(ours: Path, stock: Path) -> list[str]:
    """Pages whose articles do not say the same in both built sites, or that only one site has."""
    pages = {page.relative_to(site).as_posix() for site in (ours, stock) for page in _pages(site)}
    return sorted(page for page in pages if _says(ours / page) != _says(stock / page))


def _pages(site: Path) -> Iterator[Path]:
    yield from (page for page in sorted(site.rglob("*.html")) if page.name != "404.html")


def _article(page: Path) -> LexborNode:
    found = LexborHTMLParser(page.read_bytes()).css_first("article")
    if found is None:
        raise ValueError(f"{page} has no article")
    return found


def _says(page: Path) -> str | None:
    return "".join(_article(page).text().split()) if page.is_file() else None


_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_PARAGRAPHS = {"p", "dt"}

Link = Callable[[str, str], str]
"""How a text that leads to an address is written."""


def _blocks(node: LexborNode, link: Link) -> Iterator[str]:
    """The Markdown blocks inside an element: headings, paragraphs, lists and tables."""
    for child in node.iter(include_text=False):
        tag = child.tag
        if tag in _HEADINGS:
            yield f"{_HEADINGS[tag]} {_inline(child, link)}"
        elif tag == "table":
            yield from _table(child, link)
        elif tag in _PARAGRAPHS:
            yield _paragraph(_inline(child, link))
        elif tag == "ul":
            yield "\n".join(f"- {_paragraph(_inline(item, link))}" for item in child.iter(include_text=False))
        elif child.css_first("p, ul, table, dl, h1, h2, h3, h4") is None:
            yield _paragraph(_inline(child, link))
        else:
            yield from _blocks(child, link)


def _table(table: LexborNode, link: Link) -> Iterator[str]:
    if caption := table.css_first("caption"):
        yield _paragraph(_inline(caption, link))
    rows = [[_inline(cell, link) for cell in row.css("th, td")] for row in table.css("tr")]
    rows.insert(1, ["---"] * len(rows[0]))
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _inline(node: LexborNode, link: Link) -> str:
    """The texts inside an element on one line."""
    parts = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            parts.append(_escape(child.text()))
        elif child.tag == "a":
            parts.append(link(_inline(child, link), child.attributes.get("href") or ""))
        elif child.tag in ("li", "p", "br"):
            parts.append(f" {_inline(child, link)} ")
        else:
            parts.append(_inline(child, link))
    return " ".join("".join(parts).split())


def _link(text: str, address: str) -> str:
    """A link to a page leads to its file, as Markdown wants it, without the anchor, which stock does not have."""
    path = address.partition("#")[0] or "./"
    is_page = ":" not in path and path.endswith("/")
    return f"[{text}]({path}index.md)" if is_page else f"[{text}]({address})"


def _text_only(text: str, address: str) -> str:
    return text


_MARK = re.compile(r"([\\`*_{}\[\]|])")


def _escape(text: str) -> str:
    return _MARK.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def _paragraph(text: str) -> str:
    """A text whose first letters would make it a list or heading keeps them as letters."""
    return re.sub(r"^(\d+)\.", r"\1\\.", re.sub(r"^([#>+-])", r"\\\1", text))
