"""Which one figure would have to be another one so that printed figures agree.

Pure arithmetic: it is given figures by any key, the sums that bind them, what else is known of single figures, and
says which sums fail and which change of one figure would mend them. It suggests and never changes: scans misread
๘ for ๙, ๑ for ๗, ๓ for ๘ and swap digits, but only the document knows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    stated_at: Hashable = None
    """Where the document says so, for those who show it."""

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
    for size in range(len(failing), 0, -1):
        tried = (_change_that_mends(key, account, chosen, held) for chosen in combinations(failing, size))
        if found := [*filter(None, tried)]:
            return [change for change in found if change.is_slip] or found
    return []


def _change_that_mends(
    key: K, account: Account[K], chosen: tuple[Sum[K], ...], held: Sequence[Sum[K]]
) -> Change[K] | None:
    """The likeliest change of a figure with which all sums ``chosen`` hold and those in ``held`` still do."""
    figures = account.figures
    rooms = [one.room(key, figures) for one in (*held, *chosen)]
    low = max(Fraction(0), *(room[0] for room in rooms))
    high = min(Fraction(MOST), *(room[1] for room in rooms))
    if chosen[0].is_derived and chosen[0].figure == key:  # a difference may be below zero
        low, high = rooms[-1]
    bounds = [bound for bound in account.bounds if bound.figure == key]
    value, is_likely = _value_between(key, low, high, account, bounds)
    if value is None:
        return None
    missed = tuple(bound for bound in bounds if not bound.holds(figures[key]))
    is_elsewhere = value in account.elsewhere.get(key, ())
    return Change(key, value, is_likely or is_elsewhere, chosen, missed, is_elsewhere)


def _value_between(
    key: K, low: Fraction, high: Fraction, account: Account[K], bounds: Sequence[Bound[K]]
) -> tuple[Decimal | None, bool]:
    """The likeliest value of a figure in a span, and whether it is a slip away."""
    now, middle = account.figures[key], (low + high) / 2

    def fitting(values: Iterable[Decimal]) -> list[Decimal]:
        inside = [value for value in values if value != now and low <= Fraction(value) <= high]
        return [value for value in inside if all(bound.holds(value) for bound in bounds)]

    if low > high:
        return None, False
    if key in account.choices:
        return next(iter(fitting(account.choices[key])), None), True
    if found := fitting(account.elsewhere.get(key, ())):
        return found[0], True
    if found := fitting(slips(now)):
        return min(found, key=lambda value: abs(Fraction(value) - middle)), True
    rounded = (Decimal(middle.numerator) / Decimal(middle.denominator)).quantize(CENT, ROUND_HALF_UP)
    return next(iter(fitting([rounded])), None), False


# --- causes ---------------------------------------------------------------------------------------------------


def disagreements(account: Account[K]) -> list[Disagreement[K]]:
    """Every cause of sums that fail, each once, in the order of the sums.

    In three stages: the figures that are proved wrong are found one after the other; the sums that fail are attributed to
    them, each to one; and sums that fail for no proved reason are put together by the figures that would mend them.
    """
    search = _find_causes(account)
    attributed = _attribute(account, search)
    taken = {number for numbers in attributed.values() for number in numbers}
    rest = _group([number for number in search.failing if number not in taken], account, search)
    found = [
        (min(numbers), _proved(search, search.proved[figure], numbers, account))
        # A cause without a sum of its own is a consequence: its sums only fail by the figures of other causes.
        for figure, numbers in attributed.items()
        if numbers
    ]
    found += [(min(numbers), _unproved(search, numbers, account)) for numbers in rest]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


@dataclass(frozen=True)
class _Search(Generic[K]):
    """What the search for causes found; sums are known by their number in the account.

    Attributes:
        proved: figures that have to be wrong, with the change that mends most.
        failing: sums that still fail when all of these are put right.
        changes: single changes that would mend some of ``failing``.
    """

    proved: Mapping[K, Change[K]]
    failing: Sequence[int]
    changes: Sequence[Change[K]]


def _failing(account: Account[K], figures: Mapping[K, Decimal]) -> list[int]:
    """The sums that fail; a derived one follows its terms and is no witness."""
    return [n for n, one in enumerate(account.sums) if not one.is_derived and not one.holds(figures)]


def _find_causes(account: Account[K]) -> _Search[K]:
    """Put right the figure that is proved wrong first, then look at what still fails, until nothing more is proved."""
    proved: dict[K, Change[K]] = {}
    while True:
        figures = {**account.figures, **{figure: change.value for figure, change in proved.items()}}
        failing = _failing(account, figures)
        broken = [account.sums[number] for number in failing]
        changes = single_changes(replace(account, figures=figures), broken, proved)
        best = next((change for one in broken if (change := _only_best(one, changes))), None)
        if best is None:
            return _Search(proved, failing, changes)
        proved[best.figure] = best


def _attribute(account: Account[K], search: _Search[K]) -> dict[K, list[int]]:
    """Each proved figure with the sums that fail by it, each sum only once, to the figure that was proved first."""
    left = _failing(account, account.figures)
    found: dict[K, list[int]] = {}
    for figure, change in search.proved.items():
        mine = [n for n in left if account.sums[n].figure == figure or account.sums[n] in change.sums]
        found[figure] = mine
        left = [number for number in left if number not in mine]
    return found


def _proved(search: _Search[K], change: Change[K], numbers: Sequence[int], account: Account[K]) -> Disagreement[K]:
    still_failing = [account.sums[number] for number in numbers if number in search.failing]
    left = tuple(c for c in _likely(search.changes) if any(one in c.sums for one in still_failing))
    return Disagreement(change.figure, tuple(account.sums[n] for n in numbers), (change,), True, left)


def _group(failing: Sequence[int], account: Account[K], search: _Search[K]) -> list[list[int]]:
    """Sums that fail for no proved reason; those together that every best change of the first one would mend, too."""
    groups: list[list[int]] = []
    left = list(failing)
    while left:
        best = _most_mending(account.sums[left[0]], search.changes)
        others = [n for n in left[1:] if best and all(account.sums[n] in change.sums for change in best)]
        groups.append([left[0], *others])
        left = [number for number in left[1:] if number not in others]
    return groups


def _unproved(search: _Search[K], numbers: Sequence[int], account: Account[K]) -> Disagreement[K]:
    first = account.sums[numbers[0]]
    changes = tuple(_likely(_most_mending(first, search.changes)))
    return Disagreement(first.figure, tuple(account.sums[n] for n in numbers), changes, False)


def _most_mending(broken: Sum[K], changes: Iterable[Change[K]]) -> list[Change[K]]:
    """Of the changes that mend a sum, those that mend most."""
    mending = [change for change in changes if broken in change.sums]
    top = max((change.mends for change in mending), default=0)
    return [change for change in mending if change.mends == top]


def _only_best(broken: Sum[K], changes: Sequence[Change[K]]) -> Change[K] | None:
    """The change that mends a sum and more than any change of another figure does."""
    best = _most_mending(broken, changes)
    is_alone = len({change.figure for change in changes if broken in change.sums}) == 1
    if len({change.figure for change in best}) != 1 or (best[0].mends == 1 and not is_alone):
        return None
    return next((change for change in best if change.is_slip), best[0])


def _likely(changes: Iterable[Change[K]]) -> list[Change[K]]:
    return [change for change in changes if change.is_slip]


def is_same(one: Decimal, other: Decimal) -> bool:
    """Whether two printings may be one figure: rounded, truncated, or with fewer decimals."""
    decimals = min(-int(figure.as_tuple().exponent) for figure in (one, other))
    apart = abs(one - other)
    return apart <= CENT if decimals >= 2 else apart < Decimal(1).scaleb(-max(decimals, 0))
