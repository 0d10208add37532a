"""The second circle of checking: sense, over the whole site. One file a check, named for the fault it finds.

A check is a module with ``CODE`` and ``find(site)``; its manual page stands under its
code in ``languages/*/faults.yaml``. The list below is the only place that knows them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from generator.checks import (
    bad_evidence_type,
    evidence_missing,
    evidence_outside,
    family_not_asked,
    repeated_id,
    second_disclosure,
    unknown_class,
    unknown_component,
    unknown_indicator,
    unknown_issue,
    unknown_ita_year,
    unknown_measure,
    unknown_question,
    unknown_source,
    unknown_unit,
    unknown_year,
)
from generator.diagnostics import Diagnostic
from generator.site import Site

CHECKS: tuple[ModuleType, ...] = (
    bad_evidence_type,
    evidence_missing,
    evidence_outside,
    family_not_asked,
    repeated_id,
    second_disclosure,
    unknown_class,
    unknown_component,
    unknown_indicator,
    unknown_issue,
    unknown_ita_year,
    unknown_measure,
    unknown_question,
    unknown_source,
    unknown_unit,
    unknown_year,
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Every fault of sense in a site and its subsites."""
    for module in CHECKS:
        yield from module.find(site)
    for inner in site.subsites.values():
        yield from check(inner)
