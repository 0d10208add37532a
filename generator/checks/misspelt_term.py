"""A fixed term with a letter too many, too few or wrong.

Official titles are what assessors and machines look for; ``ทุจรติ`` is found by nobody who searches for ``ทุจริต``.

Wrong: ``title: เเผนปฏิบัติการป้องกันการทุจรติ``. Right: the title as the catalogue of the year has it.

Rule: the item titles of the catalogues (their own marks say how sure they are), terms of ita-oit §8 and the dictionary
of the Royal Society (``generator/writing/terms.yaml``). One letter off within a long term; doubtful, so advice. Documents
transcribed as printed keep their spelling: turn the check off for them in ``checks.yaml``, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import mended
from generator.writing.terms import misspelt_in

CODE = "misspelt-term"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    titles = frozenset(item.title.th for catalogue in site.catalogues.values() for item in catalogue.items)
    slips = _slips_of(titles)
    yield from texts.once_per_file(site, CODE, slips.are_in, slips.of)


@dataclass(frozen=True)
class _Slips:
    """What is misspelt where these titles are official."""

    titles: frozenset[str]

    def are_in(self, text: str) -> bool:
        return bool(misspelt_in(mended(text), self.titles))

    def of(self, text: str) -> Iterator[dict[str, str]]:
        if not texts.is_address(text):
            for word, meant in misspelt_in(mended(text), self.titles):
                yield {"word": word, "meant": meant}


@lru_cache(maxsize=8)
def _slips_of(titles: frozenset[str]) -> _Slips:
    """One and the same for the same titles, so that what was found in a file is found again."""
    return _Slips(titles)
