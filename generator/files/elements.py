"""Elements of HTML: which begin blocks, which are not content, which hold one thing of several."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "head", "select", "datalist", "math"))
_ASIDE_TAGS = frozenset(("nav", "footer", "aside"))
_ASIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_ASIDE_NAMES = frozenset(
    ("footer", "navbar", "sidebar", "breadcrumb", "breadcrumbs", "topbar", "main-menu", "mainmenu", "menu", "offcanvas", "site-header", "site-footer")
)  # fmt: skip
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
NAMED = HEADINGS | frozenset(["li", "dt", "dd", "p", "td", "th", "caption", "summary", "button"])
FLOW = NAMED | frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body center details dialog div dl fieldset figcaption figure footer form header "
        "hr html label legend main nav ol pre section table tbody tfoot thead tr ul",
    )
)
_CARD = re.compile(r"(?:^|\s)(?:[\w-]*-)?(?:card|tile|item|box)(?:\s|$)", re.IGNORECASE)
"""Classes of an element that holds one thing of several."""
GROUPS = frozenset(("table", "ul", "ol", "dl"))
ITEM_CODE = re.compile(
    r"(?<![A-Za-z0-9ก-๙])(?:[OoОо０](?:\s?[-.–]\s?|\s?)|[Oo][Ii][Tt]\s?[-.:]?\s?(?=[1-5]?\d(?!\d)))(\d{1,2})(?![\d.]\d|\d)"
)
"""An item's code as pages write it, in text whose digits are folded: ``O12``, ``o 12``, ``O-12``, ``OIT 12`` (68 is a year)."""


def is_aside(tag: str, attributes: dict[str, str | None], *, is_in_main: bool) -> bool:
    if tag in ("html", "body", "main"):
        return False
    if tag in _ASIDE_TAGS or (tag == "header" and not is_in_main):
        return True
    if (attributes.get("role") or "") in _ASIDE_ROLES:
        return True
    names = {(attributes.get("id") or "").lower(), *(attributes.get("class") or "").lower().split()}
    return bool(names & _ASIDE_NAMES)


def is_one_row(row: LexborNode) -> bool:
    """Whether a row is a row, not the layout of a page: nothing larger stands in it, and not two items."""
    if row.css_first("table, h1, h2, h3") is not None:
        return False
    return len(set(ITEM_CODE.findall(row.text(separator=" ")[:5000]))) <= 1


def is_card(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element holds one thing of several: an entry of a list, or what its class calls a card."""
    return tag in ("li", "article", "figure") or _CARD.search(attributes.get("class") or "") is not None
