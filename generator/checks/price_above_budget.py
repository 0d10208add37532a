"""A job that was agreed on at a higher price than there was money for.

Anybody who reads the table asks where the rest came from; mostly a digit or the two columns were mixed up.

Wrong: a budget of 50,000 and an agreed price of 500,000. Right: 500,000 and 498,000, or an explanation on the page.

Rule: comparing two figures of one row, certain as a fact. That it is a fault is this program's opinion (U): money can be
added by a decision that the table does not show. Without a budget or a price there is nothing to compare.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.tables.totals import Tabled
from generator.writing.figures import write_figure

CODE = "price-above-budget"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for entry in site.disclosures:
        rows = entry.data.rows if isinstance(entry.data, Tabled) else None
        for one in rows.above if rows else ():
            facts = {"price": write_figure(one.price), "budget": write_figure(one.budget), "count": str(one.count)}
            found = one.place.fault(CODE, **facts)
            if found.place not in told:  # two items may show one table
                told.add(found.place)
                yield found
