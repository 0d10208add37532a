"""Blocks of scores that were copied from one indicator's questions to another's, as far as that can be proved.

Equal scores are common in small surveys: a block only counts where the mean of its indicator contradicts it, or where the
mean is not printed and all scores of the indicator, at least :data:`ALL` and not all alike, are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.contradictions.agreement import Sum, is_slip
from generator.contradictions.bindings import Bindings
from generator.contradictions.scores import PARTS, Row, indicators_of, whole_sets
from generator.input.source import KeyPath
from generator.models.ita import ItaResult, Question

ROUND = (Decimal(0), Decimal(50), Decimal(100))
"""Scores that many questions have."""
FEWEST = 2
"""Different scores that a block has at least."""
ALL = 3

Pair = tuple[Row, Row]
"""Questions of two indicators that stand in the same place."""


@dataclass(frozen=True)
class Block:
    """Questions of one indicator with the scores of another one's: the copy, and what it was copied from.

    Attributes:
        indicator: the score of the copy's indicator; nothing where it is not printed.
        broken: the sum that proves the copy wrong; None where the indicator's score is not printed.
    """

    indicator: KeyPath
    copy: tuple[Row, ...]
    original: tuple[Row, ...]
    broken: Sum[KeyPath] | None


def blocks(ita: ItaResult, bindings: Bindings) -> list[Block]:
    """Every block of scores that was copied; of two indicators the later one is the copy where both are contradicted."""
    means = {one.figure: one for one in bindings.account.sums if one.terms[0][0][0] == "questions"}
    scores = {number: (*path, "score") for number, (path, _) in indicators_of(ita).items()}
    figures = {**bindings.account.figures, **bindings.meant}
    found: list[Block] = []
    for (number, rows), (other, others) in combinations(whole_sets(ita).items(), 2):
        pairs = list(zip(rows, others, strict=False))
        if len({values_of(row[1]) for row, opposite in pairs if _is_copied(row, opposite)}) < FEWEST:
            continue
        is_all = len(others) >= ALL and sum(_is_copied(*pair) for pair in pairs) == len(others)
        mirrored = [(opposite, row) for row, opposite in pairs]
        for name, candidate in ((other, mirrored), (number, pairs)):
            score = scores.get(name, ())
            mean = means.get(score)
            if is_all if mean is None else not mean.holds(figures):
                found.append(_block(score, candidate, mean))
                break
    return found


def _block(score: KeyPath, pairs: list[Pair], mean: Sum[KeyPath] | None) -> Block:
    """The block that the first ones of the pairs are, with those that differ in one digit."""
    near = [pair for pair in pairs if _is_copied(*pair) or _is_misread(*pair)]
    return Block(score, tuple(pair[0] for pair in near), tuple(pair[1] for pair in near), mean)


def values_of(question: Question) -> tuple[Decimal, ...]:
    """The score of a question and those of its parts, as far as they are printed."""
    parts = [getattr(question.parts, part) for part in PARTS] if question.parts else []
    scores = [question.score, *(part.score for part in parts if part)]
    return tuple(score for score in scores if score is not None)


def _is_copied(one: Row, other: Row) -> bool:
    values = values_of(one[1])
    return bool(values) and values == values_of(other[1]) and not any(value in ROUND for value in values)


def _is_misread(one: Row, other: Row) -> bool:
    """Whether two questions have scores of which one digit differs: a copy that was read from a scan."""
    scores = one[1].score, other[1].score
    return scores[0] is not None and scores[1] is not None and is_slip(scores[0], scores[1])
