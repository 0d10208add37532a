"""Whatever colour an agency has, its site can be read."""

from __future__ import annotations

import re

import pytest
from coloraide import Color
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.models.scalars import _read_colour
from generator.pages.colours import stylesheet

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def values(colour: str) -> tuple[dict[str, str], dict[str, str]]:
    """Name → colour, of the light and of the dark scheme."""
    light, dark = (dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", part)) for part in stylesheet(colour).split("}")[:2])
    return light, dark


def contrast(one: str, other: str) -> float:
    return float(Color(one).contrast(Color(other)))


@settings(deadline=None)
@given(COLOURS)
def test_texts_have_the_contrast_that_reading_needs(colour: str) -> None:
    light, dark = values(colour)
    for scheme in (light, dark):
        assert contrast(scheme["--md-primary-fg-color"], scheme["--md-primary-bg-color"]) >= 4.5
        assert contrast(scheme["--md-typeset-a-color"], scheme["--oit-band"]) >= 4.5
    assert contrast(light["--md-typeset-a-color"], "#ffffff") >= 4.5
    assert contrast(dark["--md-typeset-a-color"], "#1f2629") >= 4.5  # Material's ground of the dark scheme


def test_the_header_is_exactly_the_agency_s_colour() -> None:
    assert values("#ffcc00")[0]["--md-primary-fg-color"] == "#ffcc00"
    assert values("#ffcc00")[0]["--md-primary-bg-color"] == "#000000", "dark letters on yellow"
    assert values("#14505c")[0]["--md-primary-bg-color"] == "#ffffff", "light letters on a dark colour"


@pytest.mark.parametrize(("written", "read"), [("14505C", "#14505c"), ("#abcdef", "#abcdef"), ("000000", "#000000")])
def test_a_colour_is_written_with_its_mark_or_without(written: str, read: str) -> None:
    assert _read_colour(written) == read
