"""A month that statistics told by month leave out.

One month missing out of twelve is a fault that assessors look for; whoever adds the months up gets too little.

Wrong: October, November, January. Right: December too, with 0 where nobody came.

Rule: found on real pages (ita-oit §5, P). A list of months lacks one that lies between its first and its last, or that
another list of the same disclosure has. Complaints are left out: months without any need not be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.monthly import Series, months_between, series
from generator.site.site import Site
from generator.writing.dates import write_days

CODE = "month-missing"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    by_file: dict[str, list[Series]] = {}
    for one in series(site):
        if one.is_complete and one.is_by_month:
            by_file.setdefault(one.entry.file.name, []).append(one)
    for lists in by_file.values():
        inside = [
            days for one in lists for days in one.days.values() if one.bounds[0] <= days[0] and days[1] <= one.bounds[1]
        ]
        if not inside:
            continue
        first, last = min(inside)[0], max(inside)[1]
        for one in lists:
            have = set(one.days.values())
            lacking = [days for days in months_between(first, last) if days not in have]
            if lacking and len(have) == len(one.days):  # a month twice is one month under another's name
                behind = [number for number, days in sorted(one.days.items()) if days < lacking[0]]
                place = (*one.path, behind[-1]) if behind else one.path
                names = ", ".join(write_days(*days) for days in lacking)
                yield one.entry.file.at(place, CODE, months=names, count=len(lacking))
