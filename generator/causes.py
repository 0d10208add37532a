"""One cause, one message: what only follows from a fault that is told is not told again.

A year that was mistyped at the head of a file makes everything in the file a fault of its own: it has no catalogue, its
facts are of another year, it was published too late, it stands where another one stands. An officer who reads five
messages mends five things. What is left out comes back by itself where it was no consequence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.diagnostics import Diagnostic, Severity

_OF_THE_DATA_YEAR = frozenset(
    {
        "count-unlike-data",
        "due-by-calendar",
        "due-item",
        "event-outside-period",
        "evidence-of-another-year",
        "evidence-without-year",
        "month-outside-period",
        "month-outside-year",
        "overdue-item",
        "period-outside-year",
        "published-before-its-facts",
        "published-outside-year",
        "step-outside-period",
        "table-of-another-year",
        "title-of-another-year",
    }
)
_OF_THE_ASSESSED_YEAR = _OF_THE_DATA_YEAR | {
    "date-out-of-reach",
    "family-dropped",
    "family-not-asked",
    "second-disclosure",
    "stale-disclosure",
    "unknown-component",
    "unknown-ita-year",
    "unknown-measure",
    "unknown-year",
    "wrong-data-year",
}

FOLLOWS: Mapping[str, frozenset[str]] = {
    "folder-of-another-year": _OF_THE_ASSESSED_YEAR,
    "unknown-year": _OF_THE_ASSESSED_YEAR - {"unknown-year"},
    "wrong-data-year": _OF_THE_DATA_YEAR,
    "date-out-of-reach": frozenset({"published-before-its-facts"}),
}
"""A fault → what it brings along in the same file; the first one that is found is told."""


def only_causes(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The faults without those that follow from another one; a cause is as grave as the gravest of these."""
    left = list(found)
    for code, consequences in FOLLOWS.items():
        causes = {d.file: d for d in left if d.code == code and d.severity is not Severity.OFF}
        graver: set[str] = set()
        kept = []
        for d in left:
            file = next((f for f in (d.file, d.facts.get("other", "")) if f in causes), "")
            if not file or d.code not in consequences:
                kept.append(d)
            elif d.severity is Severity.ERROR:
                graver.add(file)
        grave = {id(causes[file]) for file in graver}
        left = [replace(d, severity=Severity.ERROR) if id(d) in grave else d for d in kept]
    return left
