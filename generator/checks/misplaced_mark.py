"""A Thai vowel or tone mark in two pieces, typed twice, in the wrong order, or on no letter.

``สํานักงาน`` with ํ and า looks like ``สำนักงาน`` and is another word to every search; ``เเผน`` with two เ is not
``แผน``. Such texts come from PDFs and from old keyboards.

Wrong: ``title: เเผนปฏิบัติการ``. Right: ``title: แผนปฏิบัติการ``.

Rule: the order in which Thai is typed (WTT 2.0, U in its details; certain for what is found here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import MISPLACED, mended

CODE = "misplaced-mark"
SEVERITY = Severity.WARNING

_AROUND = 30


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _is_told, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    """Of many slips of one kind in a text the first shows where."""
    for match in {found[0]: found for found in reversed(list(MISPLACED.finditer(text)))}.values():
        start = re.search(r"[ก-๎]*$", text[max(0, match.start() - _AROUND) : match.start()])
        end = re.match(r"[ก-๎]*", text[match.end() : match.end() + _AROUND])
        word = f"{start[0] if start else ''}{match[0]}{end[0] if end else ''}".strip()
        right = mended(word)
        meant = right if right != word and not MISPLACED.search(right) else ""
        letters = " ".join(f"U+{ord(letter):04X}" for letter in match[0])
        yield {"word": word, "letters": letters, "meant": meant}


def _is_told(text: str) -> bool:
    return MISPLACED.search(text) is not None
