"""A bank account, said to be one.

Accounts of persons who were paid stand in tables of travel and training; an account of the agency that fees are paid to is
for an officer to let through.

Wrong: ``เลขที่บัญชี 123-4-56789-0 ธนาคาร…`` of a lecturer. Right: the amount and the post.

Rule: personal data are not published without need (PDPA; U in its details). Only with the words for account and bank
beside it. An officer decides once, in ``decisions`` of ``checks.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "bank-account"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.ACCOUNT, CODE)
