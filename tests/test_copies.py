"""Blocks of scores that stand again under another indicator: chance, or a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.contradictions.bindings import bindings_of
from generator.contradictions.copies import blocks
from tests.results import indicator, question, result, site_of


@pytest.mark.parametrize(
    ("first", "second", "mean", "copy"),
    [
        (("78.68", "83.53", "99.26"), ("78.68", "83.53", "99.26"), "77.40", ["I4", "I5", "I6"]),
        (("78.68", "83.53", "99.26"), ("78.68", "83.53", "89.26"), "77.40", ["I4", "I5", "I6"]),  # one is misread
        (("78.68", "83.53", "99.26"), ("78.68", "83.53", "12.34"), "77.40", ["I4", "I5"]),
        (("78.68", "83.53", "99.26"), ("78.68", "83.53", "89.26"), "83.82", []),  # the mean agrees: chance
        (("78.68", "83.53", "99.26"), ("78.68", "83.53", "99.26"), None, ["I4", "I5", "I6"]),
        (("78.68", "83.53", "99.26"), ("78.68", "83.53", "89.26"), None, []),  # no mean, and not all alike
        (("78.68", "78.68", "99.26"), ("78.68", "78.68", "12.34"), "77.40", []),  # one score twice
        (("100", "50", "99.26"), ("100", "50", "12.34"), "77.40", []),  # scores that many have
    ],
)
def test_equal_scores_are_a_copy_where_the_mean_says_so(
    first: tuple[str, ...], second: tuple[str, ...], mean: str | None, copy: list[str], tmp_path: Path
) -> None:
    questions = [question(f"I{number}", score) for number, score in enumerate((*first, *second), 1)]
    site = site_of(tmp_path, result(iit={"indicators": [indicator("2", mean)]}, questions=questions))
    found = blocks(site.ita[2567].data, bindings_of(site, site.ita[2567]))
    assert [row.code for block in found for _, row in block.copy] == copy
    assert [row.code for block in found for _, row in block.original] == [f"I{int(code[1:]) - 3}" for code in copy]
    assert [block.broken is not None for block in found] == ([mean is not None] if copy else [])
