"""Where the tags of a page stand in its source, which its parser does not tell; and pages that would keep it busy."""

from __future__ import annotations

import re

from generator.files.content import MAX_DEPTH

_PLACED = frozenset(
    re.findall(
        r"\S+",
        "a area tr li h1 h2 h3 h4 h5 h6 p div td th dt dd summary button iframe embed object caption "
        "section article span select form",
    )
)
_AT = "data-oit-at"
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")


def placed(source: str) -> tuple[str, bool]:
    """The source with, in every tag that may be reported, where it stood; lexbor does not tell.

    It ends where elements are too deep inside of each other, or a tag is too large; whether it does not is told beside it.
    """
    parts: list[str] = []
    done = at = depth = 0
    while (at := source.find("<", at)) >= 0 and depth < MAX_DEPTH:
        if source.startswith("<!--", at):
            end = source.find("-->", at + 4)
            at = len(source) if end < 0 else end + 3
            continue
        found = _TAG_NAME.match(source, at)
        if not found:
            at += 1
            continue
        name = found[1].lower()
        at_end = found.end()
        if _has_many_attributes(source, at_end):
            break
        if source[at + 1] == "/":
            depth -= depth > 0 and name not in _CLOSED_BY_OTHERS
        elif name in _CLOSES:
            close = _CLOSES[name].search(source, at_end)
            at = close.start() + 1 if close else len(source)
            continue
        else:
            depth += name not in _CLOSED_BY_OTHERS
            if name in _PLACED:
                parts += (source[done:at_end], f" {_AT}={at}")
                done = at_end
        at = at_end
    end = len(source) if at < 0 else at
    return "".join([*parts, source[done:end]]), at < 0


_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_LONG_TAG = 20_000
"""Letters of a tag whose attributes are counted."""
_MAX_ATTRIBUTES = 2_000


def _has_many_attributes(source: str, at: int) -> bool:
    """Whether a tag has more attributes than any page needs: the time of a parser grows by their square."""
    end = source.find("<", at, at + _LONG_TAG)
    if end >= 0 or len(source) - at < _LONG_TAG:
        return False
    end = source.find("<", at)
    inner = _VALUE.sub("", source[at : end if end >= 0 else len(source)]).partition(">")[0]
    return len(inner.replace("/", " ").split()) > _MAX_ATTRIBUTES


_CLOSED_BY_OTHERS = (
    frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"))
    | frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "html", "body", "wbr"))
)  # fmt: skip
"""Elements that never hold others, or need no end of their own."""
_CLOSES = {name: re.compile(f"</{name}", re.I) for name in ("script", "style", "textarea", "title")}
"""Elements in which a tag is text, and how each ends."""


def place_of(attributes: dict[str, str | None]) -> int:
    """Where the tag with these attributes stood, in letters from the beginning; 0 where that is not known."""
    said = attributes.get(_AT) or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0
