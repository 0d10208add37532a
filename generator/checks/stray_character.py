"""A character that nobody sees, or that every computer shows differently.

Zero-width spaces, soft hyphens, marks of direction, control characters and private glyphs come along when a text is
copied from a PDF or a chat. Whoever searches for the word does not find it, and a screen reader stumbles.

Wrong: a title with U+200B between two Thai words. Right: the same title typed anew.

Rule: Unicode (certain). U+200B between Thai words is harmless to the eye, but not to a search. The joiner inside one
picture letter belongs there.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import STRAY, name_of, strays

CODE = "stray-character"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _is_told, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    for letter in strays(text):
        yield {"character": name_of(letter)}


def _is_told(text: str) -> bool:
    return STRAY.search(text) is not None
