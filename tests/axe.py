"""axe-core on an open page: what it finds wrong, and what it leaves for people to judge."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

from playwright.sync_api import Page

SOURCE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
VERSION = re.search(r"axe v([\d.]+)", SOURCE)[1]  # type: ignore[index]
STANDARD = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
"""Tags of the rules that are asked: WCAG 2.2 to level AA, and what axe calls good practice."""
OF_COLOURS = ("color-contrast", "link-in-text-block")
OF_WIDTHS = ("scrollable-region-focusable", "target-size")
"""Rules whose answer changes with the scheme of colours, and with the width of the window."""

_RULES = """tags => axe.getRules(tags).filter(rule => !rule.tags.includes("experimental") &&
    !rule.tags.includes("deprecated")).map(rule => rule.ruleId)"""
# What is repeated is made by one macro: the first rows and entries stand for all where looks are compared.
_BEGIN = """([rules, every]) => {
    const where = {include: [["html"]], exclude: every ? [] : [["tbody tr:nth-child(n+4)"], ["li:nth-child(n+5)"]]};
    window.axeRun = axe.run(where, {
        runOnly: {type: "rule", values: rules}, resultTypes: ["violations", "incomplete"],
    });
}"""
_END = """async () => {
    const found = await window.axeRun;
    const told = results => results.flatMap(({id, nodes}) => nodes.map(node => [
        id, node.target.flat().join(" "), [...node.any, ...node.all, ...node.none].map(check => check.message).join(" "),
    ]));
    return [told(found.violations), told(found.incomplete),
        found.passes.length + found.violations.length + found.incomplete.length];
}"""


@dataclass(frozen=True)
class Finding:
    """One element that a rule says something of."""

    rule: str
    element: str
    said: str


@dataclass(frozen=True)
class Inspection:
    """What axe-core gave for one page in one look.

    Attributes:
        wrong: its violations.
        left: what it could not decide.
        asked: how many rules found something on the page to look at.
    """

    wrong: tuple[Finding, ...]
    left: tuple[Finding, ...]
    asked: int


def bring(page: Page) -> tuple[str, ...]:
    """Put axe-core into an opened page, and give the rules of the standard.

    A Content-Security-Policy of the page does not keep a debugger out.
    """
    page.evaluate(SOURCE)
    return tuple(page.evaluate(_RULES, list(STANDARD)))


def inspect(pages: Iterable[Page], rules: Iterable[str], everything: bool = False) -> list[Inspection]:
    """Ask rules of pages as they stand, all at once: each has a process of its own.

    Args:
        everything: look at every row and entry, not at the first ones of a table or list only.
    """
    pages, rules = list(pages), list(rules)
    for page in pages:
        page.evaluate(_BEGIN, [rules, everything])
    found = []
    for page in pages:
        wrong, left, asked = page.evaluate(_END)
        found.append(Inspection(tuple(Finding(*one) for one in wrong), tuple(Finding(*one) for one in left), asked))
    return found
