"""A claim that says something else than the sentence it stands below.

The sentence is what people read; the claim is what is held against the figures. Where they differ, one of them is a
slip, and the check of the other proves nothing.

Wrong: ``text: ต่ำกว่า 85 มี 3 ข้อ คือ I1 I2 I3`` over a claim of two questions. Right: both say the same.

Rule: comparison. Counts (``3 ข้อ``, ``3 ตัวชี้วัด``, ``3 รายการ``) and codes of questions and items; told where the
sentence has as many of them as the claims and one is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.ita import reference_key
from generator.models.scores import Finding
from generator.site.site import Site
from generator.writing.figures import fold_digits

CODE = "claim-unlike-sentence"
SEVERITY = Severity.WARNING

_COUNT = re.compile(r"(?<![\d.,])(\d{1,3})\s*(?:ข้อ|ตัวชี้วัด|รายการ|ประเด็น)(?![\d])")
_CODE = re.compile(r"(?<![A-Za-z0-9])([IEO])\s?(\d{1,2})(?![\d.])")
_RANGE = re.compile(r"[IEO]\s?\d{1,2}\s*(?:-|–|ถึง)\s*[IEO]?\s?\d")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, finding in site.each(Finding):
        text = fold_digits(finding.text.th)
        counts = [claim.count for claim in finding.claims if claim.count is not None]
        said = [int(number) for number in _COUNT.findall(text)]
        subjects = {reference_key(one) for claim in finding.claims for one in claim.subjects}
        codes = {f"{letter}{number}".lower() for letter, number in _CODE.findall(text)}
        others = sorted(codes - subjects)
        if counts and len(said) == len(counts) == 1 and said != counts:
            yield entry.file.at((*path, "text"), CODE, said=said[0], claimed=counts[0])
        elif others and len(codes) == len(subjects) and not _RANGE.search(text):
            claimed = ", ".join(sorted(subjects - codes)).upper()
            yield entry.file.at((*path, "text"), CODE, said=", ".join(others).upper(), claimed=claimed)
