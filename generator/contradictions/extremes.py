"""Whether what a document calls the lowest or the highest is so.

It is only called wrong where it is wrong in every way of reading it: a question with two parts may be taken by its mean or by
either part, a claim about questions may leave out the items of the website, and one about indicators of an issue may mean
those of its questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.contradictions.claims import Stated
from generator.contradictions.scores import PARTS
from generator.contradictions.subjects import Subject

READINGS = ("score", *PARTS)
Edge = Callable[[Iterable[Decimal]], Decimal]
"""``min`` or ``max``."""


def is_extreme(one: Stated, edge: Edge) -> bool:
    """Whether what a claim calls the lowest or the highest is so in some way of reading it, or cannot be looked up."""
    for is_mended in (False, True):
        subjects = one.subjects(mended=is_mended)
        named = one.named(subjects) if subjects else None
        if not subjects or not named or is_edge(subjects, named, edge, one.claim.count):
            return True
        if _is_edge_by_question(one, named, edge):
            return True
    return False


def is_edge(subjects: Sequence[Subject], named: Sequence[Subject], edge: Edge, count: int | None) -> bool:
    """Whether the named figures are the lowest or the highest in one way of reading them.

    Args:
        count: how many the document says that there are; as many as it names are to be all.
    """
    keys = {one.key for one in named}
    for values in _readings(subjects, named):
        limit = edge(values.values())
        tied = {key for key, value in values.items() if value == limit}
        if keys <= tied and (count is None or count != len(named) or keys == tied):
            return True
    return False


def _readings(subjects: Sequence[Subject], named: Sequence[Subject]) -> Iterator[dict[str, Decimal]]:
    """Every way of reading the figures that a claim is about: key → value."""
    pools = [list(subjects)]
    if all(one.kind == "question" for one in named):
        pools.append([one for one in subjects if one.kind == "question"])
    for pool in pools:
        for reading in READINGS:
            if values := {one.key: value for one in pool if (value := one.value(reading)) is not None}:
                yield values


def _is_edge_by_question(one: Stated, named: Sequence[Subject], edge: Edge) -> bool:
    """Whether, within an issue, the named indicators are those of the lowest or highest question, or mean of questions."""
    if one.claim.among != "indicators" or one.issue is None or not one.claim.within:
        return False
    asked = replace(one, claim=one.claim.model_copy(update={"among": "questions"}))
    questions = [subject for subject in asked.subjects() or () if subject.kind == "question"]
    keys = {subject.key for subject in named}
    for reading in READINGS:
        of_indicator: dict[str, list[Decimal]] = {}
        for question in questions:
            if (value := question.value(reading)) is not None:
                of_indicator.setdefault(question.indicator, []).append(value)
        single = {key: edge(values) for key, values in of_indicator.items()}
        means = {key: sum(values, Decimal(0)) / len(values) for key, values in of_indicator.items()}
        if any(_has_edge(values, keys, edge) for values in (single, means)):
            return True
    return False


def _has_edge(values: dict[str, Decimal], keys: Iterable[str], edge: Edge) -> bool:
    """Whether one of the keys has the lowest or highest value."""
    return bool(values) and edge(values.values()) in [values[key] for key in keys if key in values]


def at_edge(subjects: Sequence[Subject], named: Sequence[Subject], edge: Edge) -> list[Subject]:
    """The figures that are the lowest or the highest by their score, among the kinds that are named."""
    kinds = {one.kind for one in named}
    pool = [one for one in subjects if one.kind in kinds]
    found = edge(one.values["score"] for one in pool)
    return [one for one in pool if one.values["score"] == found]
