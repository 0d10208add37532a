"""A chart's specification → SVG that belongs to the page around it; the only place that knows the charting library.

What the library draws is kept, what only a picture file needs is left out: its own fonts, classes, backgrounds and
the words of its interactive charts. Colours become classes that the theme paints, with the colour of print beside
them for readers without the theme's styles. No ``style``, no script: the site's security policy forbids them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup

from generator.pages.charts.chart import Chart
from generator.pages.voice import is_thai

VEGA_LITE = "6.4"
"""Version of the specifications: another one may draw the same figures elsewhere."""

FONT_SIZE = 15

PRINT: Mapping[str, str] = {
    "main": "#14505c",
    "below": "#9a2222",
    "whole": "#14505c",
    "target": "#7a4d00",
    "mean": "#5b3a8c",
    "line": "#c9d4d6",
}
"""Name of a colour in a specification → what it is where nothing else says so."""

_CONFIG: Mapping[str, Any] = {
    "aria": False,
    "background": None,
    "view": {"stroke": None},
    "text": {"align": "left", "baseline": "middle", "fontSize": FONT_SIZE},
    "bar": {"fill": "main", "cornerRadius": 0},
    "point": {"opacity": 1, "filled": True},
}

_NOT_OURS = {"class", "role", "aria-hidden", "aria-roledescription", "pointer-events", "font-family", "opacity"}
"""Attributes that only the library's own viewer reads, or that the page decides; everything is drawn opaque."""

_NUMBER = re.compile(r"-?\d+\.\d+")


def draw(chart: Chart, language: str) -> Markup:
    """The chart as one line of SVG, with its title and what kind of drawing it is as name and description.

    Args:
        language: of the page; Thai words on another page say that they are Thai.
    """
    svg = deepcopy(_drawn(json.dumps(chart.drawing.spec, sort_keys=True)))
    for text in svg.iter("text"):
        word = chart.drawing.texts[int((text.text or "")[1:])]
        text.text = word
        if language != "th" and is_thai(word):
            text.set("lang", "th")
    title = ElementTree.Element("title", {"id": f"{chart.id}-title"})
    title.text = chart.title
    about = ElementTree.Element("desc", {"id": f"{chart.id}-about"})
    about.text = chart.about
    svg[:0] = [title, about]
    svg.set("aria-labelledby", title.attrib["id"])
    svg.set("aria-describedby", about.attrib["id"])
    return Markup(ElementTree.tostring(svg, encoding="unicode", short_empty_elements=True))


@lru_cache(maxsize=1024)
def _drawn(spec: str) -> ElementTree.Element:
    """The drawing without its words: languages and years with the same figures share one."""
    whole = {**json.loads(spec), "autosize": "none", "padding": 0, "config": _CONFIG}
    picture = ElementTree.fromstring(vl_convert.vegalite_to_svg(whole, vl_version=VEGA_LITE))
    svg = ElementTree.Element(
        "svg",
        {"class": "oit-chart__drawing", "role": "img", "viewBox": picture.attrib["viewBox"]},
    )
    svg.extend([part for child in picture for part in _ours(child)])
    return svg


def _ours(element: ElementTree.Element) -> list[ElementTree.Element]:
    """What of an element is seen: a group that does nothing is its parts."""
    name = element.tag.rpartition("}")[2]
    parts = [part for child in element for part in _ours(child)]
    attributes = {key: _plain(value) for key, value in element.attrib.items() if key not in _NOT_OURS}
    if attributes.get("transform") == "translate(0,0)":
        del attributes["transform"]
    if name == "g":
        for key in ("fill", "stroke-miterlimit"):
            attributes.pop(key, None)
        if not attributes or not parts:
            return parts
    elif "background" in element.get("class", "") or "foreground" in element.get("class", ""):
        return []
    elif name == "text":
        attributes.pop("fill", None)  # black, which the theme makes the colour of the text around
    else:
        attributes.setdefault("fill", "none")
    kept = ElementTree.Element(name, _painted(attributes))
    kept.text = element.text if name == "text" else None
    kept.extend(parts)
    return [kept]


def _plain(value: str) -> str:
    """Numbers with one decimal are finer than any screen; sizes need no unit in a drawing of its own units."""
    return _NUMBER.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), value.removesuffix("px"))


def _painted(attributes: dict[str, str]) -> dict[str, str]:
    """Names of colours as classes, with the colours of print beside them."""
    classes = []
    for key in ("fill", "stroke"):
        if name := attributes.get(key):
            if name in PRINT:
                classes.append(f"oit-mark--{key}-{name}")
                attributes[key] = PRINT[name]
            elif name != "none":
                raise ValueError(name)
    return {**attributes, "class": " ".join(classes)} if classes else attributes
