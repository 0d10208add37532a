"""Findings of an audit: what is said of an item at its place, what is said once of many links, and how they are put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.audit.item_list import ListedItem, item_of
from generator.audit.task import Task
from generator.diagnostics import Diagnostic, Severity, short, sort
from generator.files.content import Anchor, Block
from generator.models.catalogue import Catalogue
from generator.officers.report import Matter

Place = Anchor | Block | ListedItem
LONGEST_FACT = 120
LONGEST_FACTS = {"components": 600}
"""Letters of a fact in a message, where it is longer than usual."""


@dataclass(frozen=True)
class Finding:
    """A fault and the items that it is of, as ``O1`` or ``O1, O2``."""

    items: str
    diagnostic: Diagnostic


@dataclass(frozen=True)
class _LinkPlace:
    item: str
    page: str
    link: Anchor


class Findings:
    """What was found so far. What holds of many links, such as their host, is kept until all are known and said once."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._found: list[Finding] = []
        self._unopened: dict[str, list[_LinkPlace]] = {}
        self._plain_http: dict[str, list[_LinkPlace]] = {}
        self._over_limit: list[_LinkPlace] = []

    def say(
        self,
        items: str,
        code: str,
        address: str,
        place: Place | None = None,
        severity: Severity = Severity.ERROR,
        **facts: object,
    ) -> None:
        self._found.append(self._finding(items, code, address, place, severity, facts))

    def add(self, item: str, diagnostic: Diagnostic) -> None:
        """A fault that was made elsewhere, as one of an item."""
        self._found.append(Finding(item, replace(diagnostic, facts={**diagnostic.facts, "item": item})))

    def say_unopened(self, item: str, page: str, link: Anchor, host: str) -> None:
        """That a link was not opened since it leads to another host, or to a script: once for each host."""
        self._unopened.setdefault(host, []).append(_LinkPlace(item, page, link))

    def say_over_limit(self, item: str, page: str, link: Anchor) -> None:
        """That a link was not opened since as many were as may be: once."""
        self._over_limit.append(_LinkPlace(item, page, link))

    def say_plain_http(self, item: str, page: str, link: Anchor, host: str) -> None:
        """That a link leads to http instead of https: once for each host."""
        self._plain_http.setdefault(host, []).append(_LinkPlace(item, page, link))

    def every(self) -> list[Finding]:
        """All findings, those of many links included."""
        once = [
            *(
                self._once(places, "audit-link-not-opened", Severity.ADVICE, host)
                for host, places in self._unopened.items()
            ),
            *(
                self._once(places, "audit-http-link", Severity.WARNING, host)
                for host, places in self._plain_http.items()
            ),
        ]
        if self._over_limit:
            once.append(self._once(self._over_limit, "audit-limit", Severity.WARNING))
        return [*self._found, *once]

    def _once(self, places: list[_LinkPlace], code: str, severity: Severity, host: str = "") -> Finding:
        """One finding at the first of some links, for the items of all."""
        items = ", ".join(dict.fromkeys(place.item for place in places))
        facts: dict[str, object] = {**({"host": host} if host else {}), "count": len(places)}
        return self._finding(items, code, places[0].page, places[0].link, severity, facts)

    def _finding(
        self, items: str, code: str, address: str, place: Place | None, severity: Severity, facts: dict[str, object]
    ) -> Finding:
        line, column = (place.line, place.column) if place else (0, 0)
        said = {name: short(value, LONGEST_FACTS.get(name, LONGEST_FACT)) for name, value in facts.items()}
        shown = self._task.shown(address)
        return Finding(items, Diagnostic(shown, line, column, code, severity, {"item": items, **said}))


def merged(findings: Iterable[Finding], catalogue: Catalogue, year: int) -> tuple[Matter, ...]:
    """Findings by place, each once: what is said of one place for several items names them all."""
    by_place: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        d = finding.diagnostic
        facts = tuple(sorted((name, value) for name, value in d.facts.items() if name != "item"))
        by_place.setdefault((d.file, d.line, d.column, d.code, facts), []).append(finding)
    matters: dict[int, Matter] = {}  # by identity: two findings of one code at one place are equal
    for same in by_place.values():
        codes = list(dict.fromkeys(code for finding in same for code in finding.items.split(", ") if code))
        first = same[0].diagnostic
        d = replace(first, facts={**first.facts, "item": ", ".join(codes)})
        matters[id(d)] = Matter(d, year, item_of(catalogue, codes[0]) if codes else None)
    return tuple(matters[id(d)] for d in sort(matter.found for matter in matters.values()))
