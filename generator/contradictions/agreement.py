"""Which one figure would have to be another one so that printed figures agree.

Pure arithmetic: it is given figures by any key, the sums that bind them, what else is known of single figures, and
says which sums fail and which change of one figure would mend them. It suggests and never changes: scans misread
๘ for ๙, ๑ for ๗, ๓ for ๘ and swap digits, but only the document knows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

CENT = Decimal("0.01")
MOST = Decimal(100)
"""No score is larger."""
ALIKE = ({"8", "9"}, {"1", "7"}, {"3", "8"}, {"5", "6"}, {"4", "5"}, {"0", "6"})
"""Digits that look alike in a scan, in Thai or Arabic script."""


@dataclass(frozen=True)
class Sum(Generic[K]):
    """A printed figure that is the weighted sum of others.

    Attributes:
        figure: the result.
        terms: what it is made of, each with its weight.
        tolerance: how far the printed figure may be off, for figures are rounded or truncated.
        is_derived: whether the result was worked out from its terms by those who print, as a difference is, so that
            it follows a wrong term and proves nothing for it.
    """

    figure: K
    terms: tuple[tuple[K, Fraction], ...]
    tolerance: Decimal
    is_derived: bool = False

    def computed(self, figures: Mapping[K, Decimal]) -> Fraction:
        return sum((weight * Fraction(figures[key]) for key, weight in self.terms), Fraction(0))

    def holds(self, figures: Mapping[K, Decimal]) -> bool:
        return abs(Fraction(figures[self.figure]) - self.computed(figures)) <= Fraction(self.tolerance)

    @property
    def keys(self) -> tuple[K, ...]:
        return (self.figure, *(key for key, _ in self.terms))

    def room(self, key: K, figures: Mapping[K, Decimal]) -> tuple[Fraction, Fraction]:
        """From where to where ``key`` may lie so that the sum holds, all other figures as they are."""
        slack, computed = Fraction(self.tolerance), self.computed(figures)
        if key == self.figure:
            return computed - slack, computed + slack
        weight = sum((w for other, w in self.terms if other == key), Fraction(0))
        middle = Fraction(figures[key]) + (Fraction(figures[self.figure]) - computed) / weight
        return middle - abs(slack / weight), middle + abs(slack / weight)


@dataclass(frozen=True)
class Bound(Generic[K]):
    """What else is known of a figure: by its level, its class, or by what the document claims of it."""

    figure: K
    at_least: Decimal | None = None
    below: Decimal | None = None
    at_most: Decimal | None = None
    told_at: Hashable = None
    """Who says so, for those who show it."""

    def is_missed_by(self, figure: Decimal) -> bool:
        """Whether the figure is too small."""
        return self.at_least is not None and figure < self.at_least

    def is_passed_by(self, figure: Decimal) -> bool:
        """Whether the figure is too large."""
        over = self.at_most is not None and figure > self.at_most
        return over or (self.below is not None and figure >= self.below)

    def holds(self, figure: Decimal) -> bool:
        return not self.is_missed_by(figure) and not self.is_passed_by(figure)


@dataclass(frozen=True)
class Change(Generic[K]):
    """Another value of one figure, and what it would mend."""

    figure: K
    value: Decimal
    is_slip: bool
    """Whether one digit or two neighbours differ, or the value is printed elsewhere."""
    sums: tuple[Sum[K], ...]
    bounds: tuple[Bound[K], ...] = ()
    is_elsewhere: bool = False
    """Whether the same figure has this value in another place, which is a witness more."""

    @property
    def mends(self) -> int:
        return len(self.sums) + len(self.bounds) + self.is_elsewhere


@dataclass(frozen=True)
class Disagreement(Generic[K]):
    """One cause: the sums that fail by it, the figure that best explains it, and what would mend it.

    Attributes:
        figure: the one that has to be wrong where ``is_proved``, else the result of the first sum.
        sums: every sum that fails, each in one disagreement only.
        changes: single changes that mend it, the likeliest first.
        is_proved: whether no change of another figure mends as much.
        left: changes that mend what still fails after the first change.
    """

    figure: K
    sums: tuple[Sum[K], ...]
    changes: tuple[Change[K], ...]
    is_proved: bool
    left: tuple[Change[K], ...] = ()


@dataclass(frozen=True)
class Account(Generic[K]):
    """Figures and all that binds them.

    Attributes:
        elsewhere: other values that the same figure has in other places.
        choices: the only values that a figure can have, where that is known.
    """

    figures: Mapping[K, Decimal]
    sums: Sequence[Sum[K]]
    bounds: Sequence[Bound[K]] = ()
    elsewhere: Mapping[K, Sequence[Decimal]] = field(default_factory=dict)
    choices: Mapping[K, Sequence[Decimal]] = field(default_factory=dict)


def slips(figure: Decimal) -> list[Decimal]:
    """What one wrong digit or two swapped neighbours make of a figure, digits that look alike first."""
    text = f"{figure:f}"
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    alike: list[str] = []
    other: list[str] = []
    for place in places:
        for digit in "0123456789":
            if digit != text[place]:
                made = text[:place] + digit + text[place + 1 :]
                (alike if {digit, text[place]} in ALIKE else other).append(made)
    for left, right in pairwise(places):
        if text[left] != text[right]:
            letters = list(text)
            letters[left], letters[right] = letters[right], letters[left]
            alike.append("".join(letters))
    return [Decimal(made) for made in (*alike, *other) if made[0] != "0" or made[1:2] in ("", ".")]


def is_slip(one: Decimal, other: Decimal) -> bool:
    return one != other and other in slips(one)


def single_changes(account: Account[K], broken: Iterable[Sum[K]], fixed: Iterable[K] = ()) -> list[Change[K]]:
    """Changes of one figure that mend one or more of the sums ``broken`` and break nothing that holds.

    Args:
        fixed: figures that may not change.
    """
    taken = set(fixed)
    by_key: dict[K, list[Sum[K]]] = {}
    for one in account.sums:
        for key in dict.fromkeys(one.keys):
            by_key.setdefault(key, []).append(one)
    keys = dict.fromkeys(key for one in broken for key in one.keys if key not in taken)
    return [change for key in keys for change in _changes_of(key, account, by_key[key])]


def _changes_of(key: K, account: Account[K], sums: Sequence[Sum[K]]) -> list[Change[K]]:
    """The changes of one figure that mend most; more than one where its sums cannot all be mended at once."""
    figures = account.figures
    failing = [one for one in sums if not one.holds(figures) and not (one.is_derived and one.figure != key)]
    held = [one for one in sums if one.holds(figures) and not one.is_derived]
    bounds = [bound for bound in account.bounds if bound.figure == key]
    found: list[Change[K]] = []
    for size in range(len(failing), 0, -1):
        for chosen in combinations(failing, size):
            rooms = [one.room(key, figures) for one in (*held, *chosen)]
            low = max([Fraction(0), *(room[0] for room in rooms)])
            high = min([Fraction(MOST), *(room[1] for room in rooms)])
            if chosen[0].is_derived and chosen[0].figure == key:
                low, high = rooms[-1]
            value, slipped = _value_between(key, low, high, account, bounds)
            if value is not None:
                mended = tuple(bound for bound in bounds if not bound.holds(figures[key]))
                witnessed = value in account.elsewhere.get(key, ())
                found.append(Change(key, value, slipped or witnessed, chosen, mended, witnessed))
        if found:
            break
    return [change for change in found if change.is_slip] or found


def _value_between(
    key: K, low: Fraction, high: Fraction, account: Account[K], bounds: Sequence[Bound[K]]
) -> tuple[Decimal | None, bool]:
    """The likeliest value of a figure in a span, and whether it is a slip away."""

    def fits(value: Decimal) -> bool:
        return low <= Fraction(value) <= high and all(bound.holds(value) for bound in bounds)

    now = account.figures[key]
    if low > high:
        return None, False
    if key in account.choices:
        fitting = [value for value in account.choices[key] if value != now and fits(value)]
        return (fitting[0], True) if fitting else (None, False)
    elsewhere = [value for value in account.elsewhere.get(key, ()) if value != now and fits(value)]
    if elsewhere:
        return elsewhere[0], True
    middle = (low + high) / 2
    fitting = [value for value in slips(now) if fits(value)]
    if fitting:
        return min(fitting, key=lambda value: abs(Fraction(value) - middle)), True
    rounded = (Decimal(middle.numerator) / Decimal(middle.denominator)).quantize(CENT, ROUND_HALF_UP)
    return (rounded, False) if rounded != now and fits(rounded) else (None, False)


def disagreements(account: Account[K]) -> list[Disagreement[K]]:
    """Every cause of sums that fail, each once, in the order of the sums."""
    figures = dict(account.figures)
    first = [one for one in account.sums if not one.holds(figures) and not one.is_derived]
    order = {id(one): number for number, one in enumerate(account.sums)}
    proved: dict[K, tuple[Change[K], list[Sum[K]]]] = {}
    while True:
        now = Account(figures, account.sums, account.bounds, account.elsewhere, account.choices)
        failing = [one for one in account.sums if not one.holds(figures) and not one.is_derived]
        changes = single_changes(now, failing, proved)
        best = next((change for one in failing if (change := _only_best(one, changes))), None)
        if best is None:
            break
        proved[best.figure] = (best, [one for one in first if best.figure in one.keys])
        figures[best.figure] = best.value

    found: list[tuple[int, Disagreement[K]]] = []
    told: set[int] = set()
    leftover = {id(one) for one in failing}
    for key, (change, involved) in proved.items():
        sums = [one for one in involved if id(one) not in told and (one in change.sums or one.figure == key)]
        told |= {id(one) for one in sums}
        rest = [one for one in sums if id(one) in leftover]
        left = tuple(c for c in _likely(changes) if any(one in c.sums for one in rest))
        found.append(
            (min(order[id(one)] for one in sums or change.sums), Disagreement(key, tuple(sums), (change,), True, left))
        )
    for one in failing:
        if id(one) in told:
            continue
        mending = [change for change in changes if one in change.sums]
        top = max((change.mends for change in mending), default=0)
        mending = [change for change in mending if change.mends == top]
        together = [one] + [
            other
            for other in failing
            if other is not one
            and id(other) not in told
            and mending
            and all(other in change.sums for change in mending)
        ]
        told |= {id(other) for other in together}
        found.append((order[id(one)], Disagreement(one.figure, tuple(together), tuple(_likely(mending)), False)))
    # A sum that only failed by a figure which another sum proves wrong needs no word of its own.
    return [one for _, one in sorted(found, key=lambda pair: pair[0]) if one.sums]


def _only_best(broken: Sum[K], changes: Sequence[Change[K]]) -> Change[K] | None:
    """The change that mends a sum and more than any change of another figure does."""
    mending = [change for change in changes if broken in change.sums]
    top = max((change.mends for change in mending), default=0)
    best = [change for change in mending if change.mends == top]
    if len({change.figure for change in best}) > 1:
        return None
    if top == 1 and len({change.figure for change in mending}) > 1:
        return None
    slipped = [change for change in best if change.is_slip]
    return next(iter(slipped or best), None)


def _likely(changes: Iterable[Change[K]]) -> list[Change[K]]:
    return [change for change in changes if change.is_slip]
