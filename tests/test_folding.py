"""How words are folded: a word alone as it is among others, on which the index rests."""

from __future__ import annotations

import random

from generator.publish.search.folding import fold

_LETTERS = "กำํ้์าเแใฯๆ๑๒Σσaé\u0301\u0300\u200b1234,.-–'’(/\n"


def test_nothing_that_is_folded_reaches_across_a_space() -> None:
    chosen = random.Random(7)
    for _ in range(3_000):
        words = ["".join(chosen.choices(_LETTERS, k=chosen.randint(0, 7))).replace("\n", "") for _ in range(4)]
        together = fold(" ".join(words)).split()
        assert [word for one in words for word in fold(one).split()] == together
