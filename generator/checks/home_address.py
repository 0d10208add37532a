"""An address that is somebody's home.

A complainant, a bidder or a retired officer can be found by it.

Wrong: ``บ้านเลขที่ 1/2 หมู่ 3 ตำบล…`` in the minutes of a hearing. Right: the district.

Rule: personal data are not published without need (PDPA; U in its details). Only with the words for house, village and
parish; the address that the agency gives for itself is no finding. An officer decides once, in ``decisions`` of
``checks.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "home-address"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.HOME, CODE)
