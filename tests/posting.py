"""A browser without scripts: what it sends of a form, read off the form's HTML."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

Pairs = list[tuple[str, str]]


def pairs_of(html: str) -> Pairs:
    """Names and values of every box of a form, in their order, as a browser sends them when nothing was touched."""
    found: Pairs = []
    for box in LexborHTMLParser(f"<form>{html}</form>").css("input, select, textarea"):
        name = box.attributes.get("name")
        if name and (value := _value(box)) is not None:
            found.append((name, value.replace("\r\n", "\n").replace("\n", "\r\n")))
    return found


def _value(box: LexborNode) -> str | None:
    """The value of a box; None of one that sends nothing."""
    if box.tag == "textarea":
        return box.text()
    if box.tag == "select":
        options = box.css("option")
        chosen = next((one for one in options if "selected" in one.attributes), options[0])
        return chosen.attributes.get("value") or ""
    value = box.attributes.get("value") or ""
    if box.attributes.get("type") == "checkbox":
        return value if "checked" in box.attributes else None
    return "".join(value.splitlines()) if box.attributes.get("type") == "text" else value


def with_value(pairs: Pairs, name: str, value: str) -> Pairs:
    """The same with another text in one box."""
    assert any(said == name for said, _ in pairs), name
    return [(said, value if said == name else old) for said, old in pairs]
