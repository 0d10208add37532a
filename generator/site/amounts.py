"""Amounts of money: in the words of a disclosure, and in its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Any, get_args

from pydantic import BaseModel

from generator.models.disclosure import Disclosure
from generator.tables.totals import Tabled
from generator.writing.figures import parse_figure

_BAHT = re.compile(r"(?<![\d๐-๙,.])([\d๐-๙][\d๐-๙,]*(?:\.[\d๐-๙]+)?)\s*บาท")
_MOST_SUMS = 200
"""Sums of which differences are tried; a disclosure with more of them proves nothing by a difference."""


def amounts_in(text: str) -> Iterator[tuple[re.Match[str], Decimal]]:
    """Every amount in baht: where it is, as written in group 1, and its figure; what is no figure is passed over."""
    for found in _BAHT.finditer(text):
        try:
            yield found, parse_figure(found[1])
        except ValueError:
            continue


def known_amounts(data: Disclosure) -> frozenset[Decimal]:
    """Every amount that the disclosure's own figures give; nothing where it has none."""
    values: set[Decimal] = set()
    sums: set[Decimal] = set()
    _collect(data, values, sums)
    if isinstance(data, Tabled) and data.rows:
        sums.update(data.rows.sums.values())
        sums.update(amount for groups in data.rows.groups.values() for group in groups for amount in group.sums)
    if not values and not sums:
        return frozenset()
    differences: set[Decimal] = set()
    if len(sums) <= _MOST_SUMS:
        for one, other in combinations(sums, 2):
            differences |= {abs(one - other), one + other}
    return frozenset(values | sums | differences)


@lru_cache(maxsize=1024)
def _may_hold_figures(model: type[BaseModel], seen: frozenset[type[BaseModel]] = frozenset()) -> bool:
    """Whether a model, or one inside of it, has a figure at all; most lists of documents have none."""
    return any(
        kind is Decimal
        or (
            isinstance(kind, type)
            and issubclass(kind, BaseModel)
            and kind not in seen
            and _may_hold_figures(kind, seen | {kind})
        )
        for info in model.model_fields.values()
        for kind in _kinds_in(info.annotation)
    )


def _kinds_in(annotation: Any) -> Iterator[Any]:
    """Every class that an annotation names, however deep."""
    yield annotation
    for inner in get_args(annotation):
        yield from _kinds_in(inner)


def _collect(value: object, values: set[Decimal], sums: set[Decimal]) -> dict[tuple[type, str], Decimal]:
    """Note every figure and, at every list, the sum of each key; gives the sums of what is inside ``value``."""
    totals: dict[tuple[type, str], Decimal] = {}
    if isinstance(value, BaseModel):
        if not _may_hold_figures(type(value)):
            return totals
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, Decimal):
                values.add(inner)
                totals[type(value), name] = totals.get((type(value), name), Decimal(0)) + inner
            elif isinstance(inner, tuple | BaseModel):
                for key, amount in _collect(inner, values, sums).items():
                    named = (key[0], f"{name}.{key[1]}") if isinstance(inner, BaseModel) else key
                    totals[named] = totals.get(named, Decimal(0)) + amount
    elif isinstance(value, tuple):
        for one in value:
            for key, amount in _collect(one, values, sums).items():
                totals[key] = totals.get(key, Decimal(0)) + amount
        sums.update(totals.values())
    return totals
