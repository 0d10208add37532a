"""What a file that is about to be written refers to and the data has not: units, measures, issues, sources, components.

The same checks find it as ``oit check`` would once it is written; here it is said before.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from generator import checks
from generator.diagnostics import Diagnostic, Severity
from generator.input import shape, source
from generator.input.source import SourceFile
from generator.models.agency import Units
from generator.models.disclosure import Disclosure
from generator.site.file_models import disclosure_model
from generator.site.site import Entry, Site


def unresolved(site: Site, name: str, raw: bytes) -> list[Diagnostic]:
    """What a disclosure or ``units.yaml`` brings that nothing in the data is called, beyond what was so before.

    Args:
        name: what messages call the file.
        raw: what is to be written; where it cannot be read there is nothing to say of what it refers to.
    """
    file = source.parse(raw, name)
    model = Units if name == f"{site.name}/units.yaml" else disclosure_model(file)[0]
    return unresolved_in(site, name, file, shape.validate(file, model)[0]) if model and not file.faults else []


def unresolved_in(site: Site, name: str, file: SourceFile, data: Any) -> list[Diagnostic]:
    """The same of a file that was read; faults stand where ``file`` says."""
    if isinstance(data, Units):
        seen = replace(site, units_entry=Entry(file, data), unread=site.unread - {Units})
    elif isinstance(data, Disclosure):
        others = (one for one in site.disclosures if one.file.name != name)
        seen = replace(site, disclosures=(*others, Entry(file, data)))
    else:
        return []
    before = Counter(_key(one) for one in checks.references(site))
    new = []
    for one in sorted(checks.references(seen), key=lambda one: one.file == file.name):
        before[_key(one)] -= 1
        if before[_key(one)] < 0 and one.severity is not Severity.OFF:
            new.append(one)
    return new


def _key(found: Diagnostic) -> tuple[str, tuple[tuple[str, str], ...]]:
    return found.code, tuple(sorted(found.facts.items()))
