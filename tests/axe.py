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
# Contrast is drawn and measured: nine tenths of the time. What has the same tags and classes above it has the same
# colours, so the first two of a kind (a table has two colours of rows) stand for the rest.
_BEGIN = """([rules, ofColours]) => {
    const counts = new Map();
    const isKnown = (node, above) => {
        const path = `${above}>${node.tagName}.${node.getAttribute("class")}.${node.getAttribute("style")}`;
        const count = counts.get(path) ?? 0;
        counts.set(path, count + 1);
        const isEveryChildKnown = [...node.children].map(child => isKnown(child, path)).every(known => known);
        const known = count >= 2 && isEveryChildKnown;
        node.toggleAttribute("data-known", known);
        return known;
    };
    isKnown(document.body, "");
    const ask = (asked, exclude) => asked.length === 0 ? {violations: [], incomplete: [], passes: []} : axe.run(
        {include: [["html"]], exclude},
        {runOnly: {type: "rule", values: asked}, resultTypes: ["violations", "incomplete"]},
    );
    window.axeRun = (async () => [
        await ask(rules.filter(rule => !ofColours.includes(rule)), []),
        await ask(rules.filter(rule => ofColours.includes(rule)), [["[data-known]"]]),
    ])();
}"""
_END = """async () => {
    const runs = await window.axeRun;
    const told = results => results.flatMap(({id, nodes}) => nodes.map(node => [
        id, node.target.flat().join(" "), [...node.any, ...node.all, ...node.none].map(check => check.message).join(" "),
    ]));
    return [
        told(runs.flatMap(found => found.violations)), told(runs.flatMap(found => found.incomplete)),
        runs.map(found => found.passes.length + found.violations.length + found.incomplete.length).reduce((a, b) => a + b),
    ];
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


def inspect(pages: Iterable[Page], rules: Iterable[str]) -> list[Inspection]:
    """Ask rules of pages as they stand, all at once: each has a process of its own."""
    pages, rules = list(pages), list(rules)
    for page in pages:
        page.evaluate(_BEGIN, [rules, OF_COLOURS])
    found = []
    for page in pages:
        wrong, left, asked = page.evaluate(_END)
        found.append(Inspection(tuple(Finding(*one) for one in wrong), tuple(Finding(*one) for one in left), asked))
    return found
