"""What a message says of figures that cannot all be true: the sums that fail, and what would mend them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from generator.contradictions.agreement import CENT, Change, Disagreement, Sum
from generator.contradictions.bindings import Bindings
from generator.input.source import KeyPath
from generator.models.ita import ItaResult
from generator.site.site import Entry

MOST_WAYS = 4
"""Changes that a message offers."""
MOST_TERMS = 10
"""Figures that a message shows of one sum."""


def cause_facts(bindings: Bindings, cause: Disagreement[KeyPath], entry: Entry[ItaResult]) -> dict[str, str]:
    """What a message says of a cause: the figure, the sums that fail by it, and what would mend them."""
    figures, names = bindings.account.figures, bindings.names

    def way(change: Change[KeyPath]) -> str:
        return f"{names[change.figure]} {figures[change.figure]} → {change.value}"

    sums = []
    for one in cause.sums:
        name = "" if one.figure == cause.figure else f"{names[one.figure]} "
        sums.append(f"{name}{figures[one.figure]} ≠ {formula(one, figures)}")
    for change in cause.changes[:1] if cause.is_proved else ():
        for bound in change.bounds:
            if isinstance(bound.stated_at, tuple):
                line = entry.file.place(bound.stated_at)[0]
                edge = f"< {bound.at_least}" if bound.at_least is not None else f"≥ {bound.below}"
                sums.append(f"{figures[bound.figure]} {edge} ({entry.file.name}:{line})")
    ways = [" / ".join(way(change) for change in cause.changes[:MOST_WAYS])]
    ways += [way(change) for change in _together(bindings, cause)]
    left = " / ".join(way(change) for change in cause.left[:MOST_WAYS])
    ways += [f"({left})" if len(cause.left) > 1 else left]
    return {
        "name": names[cause.figure],
        "score": str(figures[cause.figure]),
        "sums": "; ".join(sums),
        "meant": " + ".join(one for one in ways if one),
    }


def _together(bindings: Bindings, cause: Disagreement[KeyPath]) -> list[Change[KeyPath]]:
    """The changes of other causes without which a sum of this one would still fail."""
    if not cause.is_proved:
        return []
    changed = {**bindings.account.figures, cause.figure: cause.changes[0].value}
    keys = {key for one in cause.sums if not one.holds(changed) for key in one.keys}
    others = (one for one in bindings.causes if one.is_proved and one.figure != cause.figure and one.figure in keys)
    return [one.changes[0] for one in others]


def formula(one: Sum[KeyPath], figures: Mapping[KeyPath, Decimal]) -> str:
    """``(83.57 + 93.53 + 96.32) ÷ 3 = 91.14``"""
    groups: dict[tuple[KeyPath, Fraction], list[str]] = {}
    for key, weight in one.terms:
        instrument = key[:2] if one.figure == ("total", "score") else ()
        groups.setdefault((instrument, weight), []).append(str(figures[key]))
    means = []
    for (_, weight), values in groups.items():
        shown = [*values[: MOST_TERMS - 1], "…", values[-1]] if len(values) > MOST_TERMS else values
        mean = f"({' + '.join(shown)}) ÷ {len(values)}" if len(values) > 1 else shown[0]
        means.append(mean if weight * len(values) == 1 else f"{written(weight * len(values))} × {mean}")
    return f"{' + '.join(means)} = {written(one.computed(figures))}"


def written(number: Fraction) -> str:
    """A computed number with two decimals, as scores are printed."""
    return str((Decimal(number.numerator) / Decimal(number.denominator)).quantize(CENT, ROUND_HALF_UP))
