"""Two units with one abbreviation or name.

Wrong: two units with ``abbreviation: กคพ.``. Right: one of them, or an alias.

An owner written by that name is shown as the first of them, whichever was meant.

Rule: references must lead to one thing; a rule of this program.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.agency import Unit
from generator.models.ita import reference_key
from generator.site.site import Site

CODE = "repeated-unit-name"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for entry, path, unit in site.each(Unit):
        for key in ("abbreviation", "name"):
            text = getattr(unit, key)
            if text and seen.setdefault(reference_key(text.th), unit.id) != unit.id:
                yield entry.file.at((*path, key), CODE, name=text, other=seen[reference_key(text.th)])
