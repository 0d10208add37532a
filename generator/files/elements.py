"""Elements of HTML: which begin blocks, which are not content, which hold one thing of several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from generator.writing.figures import fold_digits

SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "head", "datalist", "math"))
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
"""Classes of a link that holds all of one thing of several."""
GROUPS = frozenset(("table", "ul", "ol", "dl"))
ITEM_CODE = re.compile(
    r"(?<![A-Za-z0-9ก-๙])(?:[OoОоΟοＯｏ０](?:\s?[-.–_:]\s?|\s?)|[Oo][Ii][Tt]\s?[-.:_]?\s?(?=[0-5]?\d(?!\d)))(\d{1,2})(?![\d.]\d|\d)"
)
"""An item's code as pages write it, in text whose digits are folded: ``O12``, ``o 12``, ``O-12``, ``OIT 12`` (68 is a year)."""


@dataclass(slots=True)
class OpenElement:
    """What an open element has begun, and its end ends.

    Attributes:
        is_block: whether a block begins and ends with it.
        is_inner_block: whether one would, were it not inside of a row or heading.
        is_tab: whether a tab shows what stands inside.
        is_card: whether it is a link that holds all of one thing of several.
        is_counted: whether blocks tell that they stand in it.
        is_whole: whether it is a row or heading, which nothing inside of it cuts.
    """

    is_block: bool
    is_inner_block: bool
    is_whole: bool
    is_group: bool
    is_aside: bool
    is_main: bool
    is_form: bool
    is_tab: bool = False
    is_card: bool = False
    is_counted: bool = False
    is_link: bool = False


@dataclass(eq=False, slots=True)
class OpenLink:
    """A link whose words are still being read: those from ``begins`` up to ``ends``."""

    href: str
    at: int
    title: str
    language: str
    begins: int
    ends: int = -1
    is_frame: bool = False
    is_toggle: bool = False
    within: tuple[int, ...] = ()


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
    """Whether a row is a row, not the layout of a page: nothing larger stands in it, and not two items.

    An item begins with its code; a code in the middle of a cell is a mention of another one.
    """
    if row.css_first("table, h1, h2, h3") is not None:
        return False
    lines = fold_digits(row.text(separator="\n")[:5000]).splitlines()
    codes = {found[1] for line in lines if (found := ITEM_CODE.match(line.strip()))}
    return len(codes) <= 1


def is_card(attributes: Mapping[str, str | None]) -> bool:
    """Whether the class of a link calls it a card."""
    return _CARD.search(attributes.get("class") or "") is not None


def name_of(attributes: Mapping[str, str | None]) -> str:
    """What a screen reader calls an element that has no words."""
    return next((said for name in ("aria-label", "title", "alt") if (said := attributes.get(name))), "")
