"""Every kind of page by the keyboard alone: in order, always seen, never trapped, never under the header."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, becomes_true

ARTEFACTS = ROOT / "tests" / "artefacts"
PAGES = ("", "2568/", "2568/o27/", "2568/o12/", "units/", "accessibility/", "search/")
_FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const header = document.querySelector(".md-header");
    const {top, bottom, left, right, width, height} = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const below = header.contains(one) || one.matches(".md-skip") ? 0 : header.getBoundingClientRect().bottom;
    const trail = [];
    for (let node = one; node !== document.body; node = node.parentElement) {
        trail.unshift([...node.parentElement.children].indexOf(node));
    }
    return {
        path: trail.join("."),
        name: `${one.tagName.toLowerCase()}.${one.className} ${(one.textContent || one.id).trim().slice(0, 40)}`,
        place: one.closest("header, main, footer, .md-skip")?.tagName ?? "",
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        isSeen: one.checkVisibility({opacityProperty: true, visibilityProperty: true}) && width > 0 && height > 0 && bottom > below + 1 && top < innerHeight - 1 && right > 0 && left < innerWidth,
    };
}"""
_MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
    const {transitionProperty, transitionDuration, animationName, animationDuration} = getComputedStyle(one);
    const lasts = durations => durations.split(",").some(one => parseFloat(one) > 0.01);
    return transitionProperty !== "none" && lasts(transitionDuration) || animationName !== "none" && lasts(animationDuration);
}).map(one => one.className)"""


@dataclass(frozen=True)
class Stop:
    """Where Tab came to: ``place`` is the tag of the part of the page."""

    path: str
    name: str
    place: str
    outline: float
    isSeen: bool


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def opened(path: str, width: int = 1280, height: int = 800, **looks: Any) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **looks))
        page = contexts[-1].new_page()
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        return page

    yield opened
    for context in contexts:
        context.close()


def walked(page: Page, key: str = "Tab", most: int = 1500) -> list[Stop]:
    """Every stop from one end of the page to the other; the browser leaves the page after the last."""
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press(key)
        found = page.evaluate(_FOCUSED)
        if found is None or (stops and found["path"] == stops[0].path):
            return stops
        stops.append(Stop(**found))
    pytest.fail(f"{most} times {key}, and still on the page: {stops[-3:]}")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", PAGES)
def test_tab_goes_through_the_whole_page_in_order_and_is_always_seen(
    path: str, width: int, opened: Callable[..., Page]
) -> None:
    stops = walked(opened(path, width, reduced_motion="reduce"))
    assert "md-skip" in stops[0].name
    assert len({stop.path for stop in stops}) == len(stops), "Tab came twice to one place: a trap"
    places = [stop.place for stop in stops[1:]]
    assert [place for before, place in zip(["", *places], places, strict=False) if place != before] == [
        "HEADER",
        "MAIN",
        "FOOTER",
    ]
    assert [stop.name for stop in stops if not stop.isSeen] == []
    assert [stop.name for stop in stops if stop.outline < 2] == []


@pytest.mark.parametrize("path", ["2568/o27/", "2568/o12/"])
def test_nothing_is_under_the_header_on_the_way_back(path: str, opened: Callable[..., Page]) -> None:
    page = opened(path, 1280, 500, reduced_motion="reduce")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert [stop.name for stop in walked(page, "Shift+Tab") if not stop.isSeen] == []


def test_the_menu_of_a_phone_opens_takes_the_reader_in_and_gives_back(opened: Callable[..., Page]) -> None:
    page = opened("2568/o27/", 360)
    button = page.locator(".oit-menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    becomes_true(page, "document.querySelector('.md-sidebar--primary').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


@pytest.mark.parametrize("path", ["", "2568/o27/", "2568/o12/"])
def test_nothing_moves_where_the_reader_asked_for_it(path: str, opened: Callable[..., Page]) -> None:
    assert opened(path, reduced_motion="reduce").evaluate(_MOVING) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_high_contrast_the_focus_is_seen_and_pictures_take_its_colours(
    scheme: str, opened: Callable[..., Page]
) -> None:
    page = opened("2568/o27/", forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert [stop.name for stop in walked(page) if stop.outline < 2] == []
    text = page.evaluate("getComputedStyle(document.querySelector('article p')).color")
    states = page.locator(".oit-state").evaluate_all("all => all.map(one => getComputedStyle(one).color)")
    assert set(states) <= {text}
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"high-contrast-{scheme}.png")
