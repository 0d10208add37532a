"""Pictures for those who share or keep a page: one of the agency's name, emblem and colour; its icons; what they are for.

The picture is 1200 × 630, as Open Graph and LINE show it. Text is set by the drawing library of the charts with the typeface
that comes with the program; it places ำ wrongly behind a letter, so that it is given in its two parts (U+0E4D U+0E32), which
look the same.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath

import vl_convert
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.cache.cache import Cache
from generator.pages.charts.chart import length
from generator.pages.voice import Voice
from generator.publish.markdown import Placed
from generator.publish.output import Whole, Write, write_files
from generator.site import addresses

FONTS = Path(__file__).parent / "fonts"
WIDTH, MARGIN, LARGEST = 1200, 80, 68
"""Of the picture and of its largest letters, in pixels."""
LETTER = 0.56
"""Width of a letter of the typeface, bold, as a part of its size; rounded up."""
ICONS = (180, 192, 512)
"""Sides of the icons: Apple's, and the two that a manifest is asked for."""
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


def prepare(whole: Whole) -> Write:
    made = {
        f"{placed.path}{name}": content
        for placed in whole.sites
        for name, content in _files(placed, whole.project.cache)
    }
    return lambda folder: write_files(made, folder)


def _ink(cache: Cache, colour: str) -> str:
    """White or black on the agency's colour."""

    def made() -> str:
        from generator.pages.colours import on_colour  # its library is slow to import, and a colour seldom changes

        return on_colour(colour)

    found: str = cache.made_of(colour.encode(), "ink on the colour", made)
    return found


def _files(placed: Placed, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """Every picture of a site, once for all its languages, by its address below the site's root."""
    voice = Voice(placed.site, "th")
    agency, emblem = placed.site.agency, _emblem(placed)
    ink = _ink(cache, agency.colour)
    name = voice.plain(agency.name)
    size = min(LARGEST, int((WIDTH - 2 * MARGIN) / (LETTER * max(length(name), 1))))
    facts: dict[str, str | int] = {
        "colour": agency.colour,
        "ink": ink,
        "emblem": emblem,
        "name": _parted(name),
        "size": size,
    }
    facts |= {"about": _parted(voice.words["site"]["disclosure"]), "english": agency.name.en or ""}
    facts["mark"] = _parted(voice.words["site"]["sample"] if agency.sample else "")
    yield addresses.SHARE_PICTURE, _drawn("picture", **facts)
    for side in ICONS:
        letter = _parted(voice.plain(agency.short_name)[:1])
        icon: dict[str, str | int] = {
            "side": side,
            "colour": agency.colour,
            "ink": ink,
            "emblem": emblem,
            "letter": letter,
        }
        yield addresses.icon(side), _drawn("icon", **icon)
    yield addresses.APP_MANIFEST, _manifest(voice)


def _manifest(voice: Voice) -> bytes:
    """What a phone is told that keeps the site on its first screen (W3C Web Application Manifest)."""
    agency = voice.site.agency
    icons = [
        {"src": PurePosixPath(addresses.icon(side)).name, "sizes": f"{side}x{side}", "type": "image/png"}
        for side in ICONS[1:]
    ]
    text = {
        "name": voice.words["site"]["title"].format(agency=voice.plain(agency.short_name)),
        "short_name": voice.plain(agency.short_name),
        "lang": voice.language,
        "start_url": "../",
        "scope": "../",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": agency.colour,
        "icons": icons,
    }
    return json.dumps(text, ensure_ascii=False, indent=1).encode()


def _emblem(placed: Placed) -> str:
    """The agency's emblem as a data address; empty where it has none that can be drawn."""
    logo = placed.site.agency.logo
    file = placed.site.evidence.get(logo.file) if logo and logo.file else None
    if file is None or (kind := _TYPES.get(PurePosixPath(file.stands_at).suffix.lower())) is None:
        return ""
    try:
        content = (placed.site.folder / PurePosixPath(file.stands_at)).read_bytes()
    except OSError:
        return ""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _parted(text: str) -> str:
    """The text with ำ in its two parts, the tone mark above the first."""
    return re.sub("([่้๊๋]?)ำ", lambda found: f"ํ{found[1]}า", text)


def _drawn(template: str, **facts: str | int) -> bytes:
    return _png(_environment().get_template(f"{template}.svg.jinja").render(facts))


@lru_cache(maxsize=64)
def _png(svg: str) -> bytes:
    """A drawing as a picture; one that was drawn in this run is not drawn again."""
    content: bytes = vl_convert.svg_to_png(svg)
    return content


@cache
def _environment() -> Environment:
    vl_convert.register_font_directory(str(FONTS))
    loader = FileSystemLoader(Path(__file__).parent / "drawings")
    return Environment(loader=loader, undefined=StrictUndefined, autoescape=True)
