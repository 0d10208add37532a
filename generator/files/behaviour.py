"""What a page does beyond its plain links: where scripts and refreshes lead, what its tabs show, whether it waits for scripts.

Nothing is run: an address that a script names is read out of it as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = Mapping[str, str | None]

_QUOTED = re.compile(r"""(["'`])((?:(?!\1)[^\\]){1,2000})\1""")
_ADDRESS = re.compile(
    r"https?://\S+|//\w[\w.-]*\.\w\S*|\.{0,2}/(?:[^\s/*]\S*)?|[^\s'\"<>:]+\.(?:pdf|docx?|xlsx?|pptx?|html?|php|aspx?|jsp|zip|jpe?g|png)(?:[?#]\S*)?",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"(?:(?:window|document|self|top|parent)\s*\.\s*)?location(?:\s*\.\s*href)?\s*(?:=(?!=)|\.\s*(?:replace|assign)\s*\()",
    re.I,
)
_REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"'>]+?)[\"']?\s*$", re.IGNORECASE)
_ASKS_FOR_SCRIPTS = re.compile(r"javascript|จาวา\s?สคริปต์", re.IGNORECASE)
_TOGGLES = re.compile(
    r"accordion|collaps|toggle|dropdown|expand|panel-title|elementor-tab|nav-tab|\btab\b", re.IGNORECASE
)
_OPENS_PART = ("data-toggle", "data-bs-toggle", "data-target", "data-bs-target", "aria-expanded", "uk-toggle")
_SHOWN_PARTS = (
    *("data-bs-target", "data-target", "href", "aria-controls", "data-tab"),
    *("data-tab-target", "data-tabs-target", "data-tab-id", "data-pane", "data-panel", "data-content", "data-show"),
)
_TABS = ", ".join(
    (
        *("[data-toggle]", "[data-bs-toggle]", "[role=tab]", "[aria-controls]", "li > a[href^='#']", "[onclick]"),
        *(f"[{name}]" for name in _SHOWN_PARTS if name.startswith("data-") and "bs" not in name),
    )
)
_ADDRESSES_OF_SCRIPTS = ("data-href", "data-url", "data-link", "data-downloadurl")
_FILES_OF_VIEWERS = ("data-pdf", "data-pdf-url", "data-pdfurl", "data-file", "data-file-url", "data-doc", "data-source")
_FILE = re.compile(r"[^\s'\"<>,]{1,1500}\.(?:pdf|docx?|xlsx?|pptx?)(?:[?#][^\s'\"<>]*)?", re.IGNORECASE)
_VIEWER = re.compile(r"pdfobject|flip-?book|option_df_|dflip|pdf_?url|pdfjs|getdocument|viewer", re.IGNORECASE)
FEWEST_LETTERS = 60
"""Letters of a page that may be there before its scripts have run: "Loading …"."""


def scripted_address(script: str) -> str:
    """The address that a script names, or empty."""
    for _, quoted in _QUOTED.findall(script[:20_000]):
        if _ADDRESS.fullmatch(quoted.strip()):
            return str(quoted.strip())
    return ""


def link_of(tag: str, attributes: Attributes) -> str | None:
    """Where an element leads that is clicked: by its ``href``, or by what its script names; None where it is no link.

    A script that names no address stays a link of the scheme ``javascript``.
    """
    is_anchor = tag in ("a", "area") and "href" in attributes
    href = (attributes.get("href") or "") if is_anchor else ""
    is_script = href.lower().startswith("javascript:")
    if href and not is_script and not href.startswith("#"):
        return href
    click = attributes.get("onclick") or ""
    if found := _address_in(attributes) or scripted_address(href if is_script else "") or scripted_address(click):
        return found
    if is_anchor:
        return href
    return f"javascript:{click}" if click and tag in ("a", "button") else None


def _address_in(attributes: Attributes) -> str:
    """The address that a script finds in an attribute of its element."""
    return next((said for name in _ADDRESSES_OF_SCRIPTS if (said := attributes.get(name))), "")


def is_toggle(tag: str, attributes: Attributes) -> bool:
    """Whether a link opens or closes a part of its own page, such as a fold or a tab."""
    if attributes.get("role") in ("tab", "button"):
        return True
    if any(name in _OPENS_PART or (name.startswith("data-") and _TOGGLES.search(name)) for name in attributes):
        return True
    said = f"{attributes.get('class') or ''} {attributes.get('onclick') or ''}"
    return tag in ("a", "button") and _TOGGLES.search(said) is not None


def file_shown(attributes: Attributes) -> str:
    """The file that a viewer made of scripts shows in an element, or empty; some have all their options in one attribute."""
    if not attributes:
        return ""
    said = (attributes.get(name) or "" for name in _FILES_OF_VIEWERS)
    if found := next((one for one in said if _ADDRESS.fullmatch(one.strip())), ""):
        return found
    for name, value in attributes.items():
        if value and (name.startswith("data-") or name == "source") and (named := _file_in(value)):
            return named
    return ""


def file_of_script(script: str) -> str:
    """The file that a script gives to a viewer, or empty."""
    return _file_in(script[:20_000]) if _VIEWER.search(script[:20_000]) else ""


def _file_in(text: str) -> str:
    """The first file that a text names whole or between quotes."""
    text = text.replace("\\/", "/")
    if _FILE.fullmatch(text.strip()):
        return text.strip()
    return next((quoted.strip() for _, quoted in _QUOTED.findall(text) if _FILE.fullmatch(quoted.strip())), "")


def tabs_of(tree: LexborHTMLParser) -> dict[str, str]:
    """Id of a part of a page → the words of the tab or button that shows it."""
    words: dict[str, str] = {}
    for node in tree.css(_TABS)[:500]:
        clicked = _QUOTED.findall((node.attributes.get("onclick") or "")[:500])
        for said in (*(node.attributes.get(name) or "" for name in _SHOWN_PARTS), *(quoted for _, quoted in clicked)):
            place = said.removeprefix("#").strip()
            if place and "/" not in place:
                words.setdefault(place, " ".join(node.text().split())[:120])
    return words


_DIALOG = re.compile(
    r"(?:^|[\s_-])(?:modal|dialog|popup|lightbox|offcanvas|drawer|mfp-hide|reveal|remodal)(?:$|[\s_-])", re.I
)
_OPENERS = "a, button, [onclick], [data-target], [data-bs-target]"


def dialogs_of(tree: LexborHTMLParser) -> dict[int, LexborNode]:
    """What opens a dialog → the dialog: readers see it there, wherever it stands in the page. Of several openers the first counts.

    Returns:
        By the number that the parser gives the node of the opener.
    """
    dialogs = {
        node.attributes["id"]: node
        for node in tree.css("[id]")[:5000]
        if node.tag == "dialog"
        or node.attributes.get("role") == "dialog"
        or "popover" in node.attributes
        or _DIALOG.search(node.attributes.get("class") or "")
    }
    found: dict[int, LexborNode] = {}
    for node in tree.css(_OPENERS)[:5000] if dialogs else ():
        clicked = [quoted for _, quoted in _QUOTED.findall((node.attributes.get("onclick") or "")[:500])]
        named = (value or "" for name, value in node.attributes.items() if name not in ("id", "class", "onclick"))
        said = (one.rpartition("#")[2].strip(" ;'\"") for one in (*named, *clicked))
        if place := next((one for one in said if one in dialogs and not _is_within(node, dialogs[one])), None):
            found[node.mem_id] = dialogs.pop(place)
    return found


def _is_within(node: LexborNode, other: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None and above.mem_id != other.mem_id:
        above = above.parent
    return above is not None


def form_target(form: LexborNode) -> str | None:
    """Where a form leads that is nothing but a button; None of any other form."""
    attributes = form.attributes
    if (attributes.get("method") or "get").lower() != "get" or not (attributes.get("action") or "").strip():
        return None
    hidden = []
    for field in form.css("input, select, textarea")[:20]:
        kind = (field.attributes.get("type") or "text").lower() if field.tag == "input" else ""
        if kind == "hidden":
            hidden.append((field.attributes.get("name") or "", field.attributes.get("value") or ""))
        elif kind not in ("submit", "button", "image"):
            return None
    if form.css_first("button, input[type=submit], input[type=image]") is None:
        return None
    action = (attributes.get("action") or "").strip()
    return f"{action.partition('?')[0]}?{urlencode(hidden)}" if hidden else action


def menu_of(select: LexborNode) -> list[tuple[str, str]]:
    """The entries of a menu to jump by: the address that each leads to, or empty, and its words; none of a field to fill in."""
    options = [
        (node.attributes.get("value") or "", " ".join(node.text().split())) for node in select.css("option")[:300]
    ]
    leading = [value for value, _ in options if _ADDRESS.fullmatch(value.strip()) or value.startswith("?")]
    return options if len(leading) > 1 else []


def leads_on(tree: LexborHTMLParser, letters: int) -> str:
    """Where a page sends its readers at once: by a refresh, or by the script of a page with nothing else on it."""
    for node in tree.css("meta[http-equiv]")[:50]:
        if (node.attributes.get("http-equiv") or "").strip().lower() == "refresh":
            found = _REFRESH.match(node.attributes.get("content") or "")
            if found and not found[1].strip().isdigit():
                return found[1].strip()
    if letters < FEWEST_LETTERS:
        for node in tree.css("script")[:50]:
            script = node.text()
            if goes := _GOES.search(script):
                return scripted_address(script[goes.start() : goes.start() + 3000])
    return ""


def needs_scripts(tree: LexborHTMLParser, letters: int) -> bool:
    """Whether there is nothing on a page yet but what its scripts are still to fill."""
    if letters >= FEWEST_LETTERS or not tree.css_first("script"):
        return False
    asks = any(_ASKS_FOR_SCRIPTS.search(node.text()) for node in tree.css("noscript")[:20])
    waits = tree.css_first("#root, #app, #__next, #__nuxt, app-root, [ng-app], [data-reactroot], [v-cloak]")
    return asks or waits is not None or letters == 0


def base_of(tree: LexborHTMLParser) -> str:
    """What the links of a page are resolved against, or empty: the page itself."""
    node: LexborNode | None = tree.css_first("base[href]")
    return (node.attributes.get("href") or "").strip() if node else ""
