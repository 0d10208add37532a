"""The scores of one indicator's questions that stand again under another indicator.

Rows that were copied and not filled in: the second indicator tells the first one's story.

Wrong: I10 and I11 have the scores of I1 and I2, and do not make the mean of their indicator. Right: their own scores.

Rule: comparison, and arithmetic (A: 003). Equal scores are common in small surveys, so that a block is only reported where
the mean of its indicator contradicts it, or where the mean is not printed and all scores of the indicator, at least
three and not all alike, are the same. Where it is reported, wrong-mean is silent about that indicator.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bindings_of
from generator.contradictions.copies import blocks, values_of
from generator.contradictions.messages import formula
from generator.contradictions.scores import Row
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "copied-scores"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        bindings = bindings_of(site, entry)
        for block in blocks(entry.data, bindings):
            first_path, first = block.copy[0]
            key = "score" if first.score is not None else "parts"
            sums = ""
            if block.broken:
                figure = bindings.account.figures[block.indicator]
                sums = f"{bindings.names[block.indicator]} {figure} ≠ {formula(block.broken, bindings.account.figures)}"
            facts = {"copy": _listed(block.copy), "original": _listed(block.original), "meant": sums}
            yield entry.file.at((*first_path, key), CODE, **facts)


def _listed(rows: tuple[Row, ...]) -> str:
    return ", ".join(f"{question.code} {'/'.join(map(str, values_of(question)))}" for _, question in rows)
