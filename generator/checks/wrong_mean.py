"""A score that is not the mean of what it is made of.

A question is the mean of its sub-questions, an indicator the mean of its questions, sub-indicators or items, an
instrument the mean of its indicators, and a score of EIT the mean of its two parts. Whoever adds them up finds the
mistake and doubts the rest. One wrong figure breaks several means: it is said once, at the figure that alone would
mend most of them, else at the mean. The hint names the single figures which one digit or two swapped ones would mend,
for figures are often read from scans.

Wrong: indicator 6 is 80.49, its questions E1–E3 make 90.49. Right: 90.49.

Rule: ita-oit §2, proved by arithmetic (A: 001, 003, 004). Tolerance 0.01 for rounding or truncating, 0.015 for means of
means. A mean whose parts are not all printed is not looked at; which questions there are is known for 2564–2567 (D).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bindings_of
from generator.contradictions.copies import blocks
from generator.contradictions.messages import cause_facts
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "wrong-mean"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        bindings = bindings_of(site, entry)
        copied = {block.indicator for block in blocks(entry.data, bindings)}
        for cause in bindings.causes:
            figures = {one.figure for one in cause.sums}
            if figures == {("total", "score")} or figures <= copied:
                continue
            yield entry.file.at(cause.figure, CODE, **cause_facts(bindings, cause, entry))
