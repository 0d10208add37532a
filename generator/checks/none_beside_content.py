"""A statement that there is none, beside what there is.

The page says both, and the reader believes neither; an assessor takes the item for unfinished.

Wrong: ``none: ไม่มีเรื่องร้องเรียน`` above three complaints. Right: one of the two.

Rule: both cannot be true. Activities and the period of a report may stand beside the statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Disclosure
from generator.site.site import Site

CODE = "none-beside-content"
SEVERITY = Severity.WARNING

_BESIDE = frozenset(("activities", "period", "ita_year"))


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        own = [name for name in type(data).model_fields if name not in Disclosure.model_fields and name not in _BESIDE]
        filled = next((name for name in own if isinstance(getattr(data, name), tuple) and getattr(data, name)), None)
        if data.none and filled:
            yield entry.file.at(("none",), CODE, key=filled)
