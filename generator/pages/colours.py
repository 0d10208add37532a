"""The agency's own colour → the colours of its site, light and dark, each with the contrast that reading needs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coloraide import Color
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

_INK, _PAPER, _NIGHT = "#000000", "#ffffff", "#12191b"
"""Text on light colours, and the grounds of the light and of the dark scheme."""


def stylesheet(colour: str) -> str:
    """The style sheet that gives a site the agency's colour.

    Args:
        colour: ``#rrggbb``.

    Where text would be hard to read on it, or in it, the same hue is used darker or lighter: the header of the light
    scheme alone is exactly the agency's colour, with black or white letters, whichever read better.
    """
    own = Color(colour)
    night = own.clone().convert("oklch").set("lightness", lambda was: min(was, 0.33)).convert("srgb").fit()
    link, link_at_night = _readable(own, _PAPER, 6, -0.01), _readable(own, _NIGHT, 8, 0.01)
    colours: dict[str, Color | str] = {
        "primary": own,
        "on_primary": on_colour(colour),
        "primary_dark": own.clone().convert("oklch").set("lightness", lambda was: was * 0.75).convert("srgb").fit(),
        "link": link,
        "band": Color(_PAPER).mix(link, 0.055, space="srgb"),
        "line": Color("#cdd6d6").mix(link, 0.12, space="srgb"),
        "night": night,
        "night_dark": night.mix("black", 0.3, space="srgb"),
        "link_at_night": link_at_night,
        "band_at_night": Color(_NIGHT).mix(link_at_night, 0.09, space="srgb"),
        "line_at_night": Color(_NIGHT).mix(link_at_night, 0.3, space="srgb"),
    }
    return _template().render({name: _written(one) for name, one in colours.items()})


def on_colour(colour: str) -> str:
    """White or black, whichever reads better on a colour."""
    own = Color(colour)
    return max((_PAPER, _INK), key=lambda text: own.contrast(Color(text)))


def _readable(colour: Color, ground: str, contrast: float, step: float) -> Color:
    """The colour, as much darker or lighter as it takes to be read on ``ground``.

    WCAG 2.2 AA asks for a contrast of 4.5:1; the rest is for tinted grounds and poor screens.
    """
    found, behind = colour.clone().convert("oklch"), Color(ground)
    while found.convert("srgb").fit().contrast(behind) < contrast and 0 < found["lightness"] + step < 1:
        found["lightness"] += step
    return found.convert("srgb").fit()


def _written(colour: Color | str) -> str:
    return colour if isinstance(colour, str) else str(colour.convert("srgb").to_string(hex=True))


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=loader, undefined=StrictUndefined, autoescape=False).get_template("colours.css.jinja")
