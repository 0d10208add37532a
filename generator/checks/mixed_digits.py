"""A figure that begins in Thai digits and goes on in Arabic ones.

A figure is written in one script; a digit of the other is mostly one that was corrected by hand or read wrongly from a
scan, so that the figure itself is in doubt.

Wrong: ``score: ๘๕.50``. Right: ``score: ๘๕.๕๐`` or ``85.50``.

Rule: how official papers are written (U); both scripts in one text, or in one list, are no fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.figures import fold_digits
from generator.writing.letters import FIGURE, MIXED_DIGITS

CODE = "mixed-digits"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _is_told, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    for match in FIGURE.finditer(text):
        if MIXED_DIGITS.search(match[0]):
            yield {"figure": match[0], "meant": fold_digits(match[0])}


def _is_told(text: str) -> bool:
    return MIXED_DIGITS.search(text) is not None
