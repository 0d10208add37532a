"""A mobile phone number that the agency does not give as its own.

A number of an officer or of someone who complained brings calls at night, and fraud.

Wrong: ``ติดต่อ นางสาวตัวอย่าง 08x-xxx-xxxx`` with all digits in a report. Right: the office's number.

Rule: personal data are not published without need (PDPA; U in its details). Numbers of offices (02 to 07), hotlines, and
those that the agency gives in its contact data and channels are no finding; an executive's mobile is one. An officer
decides once, in ``decisions`` of ``checks.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "personal-phone"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.PHONE, CODE)
