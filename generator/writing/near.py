"""Which known word was probably meant by one that nobody knows: "did you mean"."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_WORDS = 500
"""Words among which one that was meant is looked for, and faults of a file for which it is; more would take minutes."""
MEANT = 0.6
"""How alike two words are of which one was probably meant for the other (:mod:`difflib`)."""
SLIP = 0.88
"""The same of words that can only differ by a slip of the pen: one letter of six or more."""
MOST_MEANT = 3
"""Words that a message asks about: more are a list that nobody reads; the hint says where that stands."""


def closest(word: str, known: Iterable[str], alike: float = MEANT) -> str:
    """The known word that was probably meant, or an empty text; among very many words nobody looks."""
    words = list(known)
    near = difflib.get_close_matches(word, words, n=1, cutoff=alike) if len(words) <= MOST_WORDS else []
    return near[0] if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or the few that come near; all of them only where those are few."""
    words = list(known)
    if alike := next((one for one in words if one.casefold() == word.casefold()), ""):
        return alike
    near = difflib.get_close_matches(word, words, n=MOST_MEANT, cutoff=MEANT) if len(words) <= MOST_WORDS else []
    if near and difflib.SequenceMatcher(None, near[0], word).ratio() >= MEANT:
        return near[0]
    return ", ".join(words if len(words) <= MOST_MEANT else near)
