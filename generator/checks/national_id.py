"""The national id of a person, in data, in a file or in what a file says of itself.

Thirteen digits with the right check digit are nearly always somebody's; once published they are copied, and whoever has
them can pretend to be that person.

Wrong: a list of trainees with their ids. Right: names only, or the id with all but its last digits covered.

Rule: personal data are not published without need (PDPA; U in its details). Found by the check digit, digits of either
script, with or without hyphens; numbers of companies begin with 0 and are passed over. An officer decides once, in
``decisions`` of ``checks.yaml``; one in ten other numbers of thirteen digits looks the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "national-id"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.ID, CODE)
