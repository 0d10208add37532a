"""A letter of another script among letters that it looks like.

A Cyrillic О in ``О28``, a full-width ２ in a year, a Latin n under a Thai mark: nobody sees the difference, and nobody
who searches for the word finds it; in an address or a code it leads nowhere.

Wrong: ``title: Nо Gift Policy`` with a Cyrillic о. Right: ``title: No Gift Policy``.

Rule: Unicode (certain). A text in Russian or Greek is no fault, nor is a sign such as μ; a look-alike Latin letter
inside a Thai word is only found where no Thai could be meant, under a mark or in a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import ALIKE, alike, name_of

CODE = "look-alike-letter"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _is_told, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    for word, letter, meant in alike(text):
        yield {"word": word, "letter": name_of(letter), "meant": meant}


def _is_told(text: str) -> bool:
    return ALIKE.search(text) is not None
