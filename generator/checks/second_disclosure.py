"""Two disclosures for one place: the same family of the same assessed year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.site.site import Site

CODE = "second-disclosure"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        first = site.disclosure(entry.data.family, entry.data.assessed_year)
        if first is not None and first is not entry:
            facts = {"family": entry.data.family, "year": entry.data.assessed_year, "other": first.file.name}
            yield entry.file.at(("family",), CODE, **facts)
