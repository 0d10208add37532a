"""An indicator with the number of one and the title of another.

Whoever follows the number finds other questions than whoever follows the title.

Wrong: "ตัวชี้วัดที่ 2 คุณภาพการดำเนินงาน". Right: "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน".

Rule: the ten indicators (D: 001, 003, 004), with the titles that documents print for them; in a text only a known title right
behind the number counts. One mistake of one document is said once.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.titles import Titled, titled
from generator.diagnostics import Diagnostic, Severity
from generator.models.assessment import known_assessment
from generator.models.ita import reference_key
from generator.site.site import Site

CODE = "indicator-number-unlike-title"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    known = known_assessment()
    found: dict[tuple[str, str, str], tuple[Titled, str]] = {}
    for one in titled(site):
        number = reference_key(one.number)
        meant = known.indicator_called(one.title)
        if "." in number or meant is None or meant.number == number:
            continue
        key = (one.document, number, meant.number)
        if key not in found or (found[key][0].is_prose and not one.is_prose):
            found[key] = (one, meant.number)
    for one, number in found.values():
        yield one.entry.file.at(one.path, CODE, number=one.number, title=one.title, meant=number)
