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
FEWEST_OF_HABIT = 5
"""Items of a list that have the same oddity, so that it is how the list is made."""
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
        self._once: dict[tuple[str, Severity, tuple[tuple[str, str], ...]], list[_LinkPlace]] = {}
        self._beside: list[_LinkPlace] = []

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

    def say_once(self, item: str, page: str, link: Anchor, code: str, severity: Severity, **facts: str) -> None:
        """What holds of many links, such as that their host refuses: once for all that have the same facts."""
        self._once.setdefault((code, severity, tuple(facts.items())), []).append(_LinkPlace(item, page, link))

    def say_beside(self, item: str, page: str, link: Anchor) -> None:
        """That a link leads nowhere beside one that answers: a habit of a whole list is said once, a slip as a fault."""
        self._beside.append(_LinkPlace(item, page, link))

    def every(self) -> list[Finding]:
        """All findings, those of many links included."""
        once = [
            self._of_many(places, code, severity, dict(facts)) for (code, severity, facts), places in self._once.items()
        ]
        is_habit = len({place.item for place in self._beside}) >= FEWEST_OF_HABIT
        if self._beside and is_habit:
            once.append(self._of_many(self._beside, "audit-links-beside", Severity.ADVICE, {}))
        else:
            for item, page, link in ((place.item, place.page, place.link) for place in self._beside):
                facts: dict[str, object] = {"text": link.text or link.href, "target": link.href or '""'}
                once.append(self._finding(item, "audit-link-nowhere", page, link, Severity.ERROR, facts))
        return [*self._found, *once]

    def _of_many(self, places: list[_LinkPlace], code: str, severity: Severity, facts: dict[str, str]) -> Finding:
        """One finding at the first of some links, for the items of all."""
        items = ", ".join(dict.fromkeys(place.item for place in places))
        said: dict[str, object] = {**facts, "count": len(places)}
        return self._finding(items, code, places[0].page, places[0].link, severity, said)

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
