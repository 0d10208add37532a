"""Every kind of change, grouped by what is changed."""

from __future__ import annotations

from tests.mutation.kind import Kind
from tests.mutation.kinds import (
    amounts,
    claims,
    contents,
    evidence,
    forms,
    harmless,
    letters,
    owners,
    readings,
    references,
    scores,
    tables,
    times,
)

GROUPS: dict[str, tuple[Kind, ...]] = {
    "Figures of the ITA": scores.KINDS,
    "Claims about figures": claims.KINDS,
    "Days, periods and years": times.KINDS,
    "Codes and references": references.KINDS,
    "Slips of writing YAML": forms.KINDS,
    "Amounts and counts": amounts.KINDS,
    "What is left out": contents.KINDS,
    "Evidence and links": evidence.KINDS,
    "Letters and persons": letters.KINDS,
    "Procurement tables": tables.KINDS,
    "Table of owners": owners.KINDS,
    "Writing of two meanings": readings.TWO_MEANINGS,
    "Other ways to write": readings.KINDS,
    "No faults": (*harmless.KINDS, *owners.HARMLESS),
}
KINDS: tuple[Kind, ...] = tuple(kind for group in GROUPS.values() for kind in group)
