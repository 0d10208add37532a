"""How ready a year is: the OIT score that an assessor would give today, and what each gap costs.

The rules are those of ``ita-oit`` §2: a sub-indicator is the plain mean of its items, an indicator the plain
mean of its sub-indicators, OIT the plain mean of the indicators. An item counts 100 or 0; half of it was given
once (NHRC 2567, O11), nobody knows by which rule, so that a partial item makes the estimate a range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.models.catalogue import Catalogue
from generator.models.profile import profile_of
from generator.models.shared import Owner
from generator.site.site import Site
from generator.site.states import ItemState, State, item_states

FULL = Decimal(100)
HALF = Decimal(50)


@dataclass(frozen=True)
class Part:
    """A sub-indicator or an indicator, and what its items would get: at least, and at most."""

    number: str
    least: Decimal
    most: Decimal


@dataclass(frozen=True)
class Gap:
    """An item that is not complete, and how many points of OIT hang on it, exactly."""

    state: ItemState
    cost: Decimal

    @property
    def points(self) -> Decimal:
        """The cost as it is shown."""
        return rounded(self.cost)


@dataclass(frozen=True)
class Readiness:
    """The estimate of one year.

    Attributes:
        least: OIT where a partial item counts nothing.
        most: OIT where a partial item counts half.
        is_known: whether it is known how the list is scored; where it is not, every figure is zero and none is shown.
        indicators: the estimate of each, in order.
        sub_indicators: the estimate of each, in order.
        gaps: every item that is not complete, the most costly first.
        costs: code of every item → how many points of OIT hang on it, exactly: rounded ones would add up to more than all.
    """

    least: Decimal
    most: Decimal
    is_known: bool
    indicators: tuple[Part, ...]
    sub_indicators: tuple[Part, ...]
    gaps: tuple[Gap, ...]
    costs: Mapping[str, Decimal]


def readiness_of_lists(site: Site, year: int) -> tuple[tuple[Catalogue, Readiness], ...]:
    """The estimate of each list that the agency answers in a year."""
    states = item_states(site, year)
    return tuple(
        (of_list, readiness_of([one for one in states if one.item in of_list.items], is_known=is_scored(of_list)))
        for of_list in site.catalogues[year].lists
    )


def gaps_and_costs(site: Site, year: int) -> tuple[set[str], dict[str, Decimal]]:
    """The codes of all items of a year that are not complete, and what hangs on each item whose list is scored."""
    lists = [readiness for _, readiness in readiness_of_lists(site, year)]
    gaps = {gap.state.item.code for readiness in lists for gap in readiness.gaps}
    return gaps, {code: cost for one in lists if one.is_known for code, cost in one.costs.items()}


def is_scored(of_list: Catalogue) -> bool:
    """Whether a score can be estimated: all items are known, and how they are scored."""
    return of_list.whole and profile_of(of_list.profile).scores == "means"


def readiness_of(states: Iterable[ItemState], *, is_known: bool = True) -> Readiness:
    """The estimate for the items of one list and year; a year without items has none of anything."""
    if not is_known:
        return _without_scores(tuple(states))
    by_sub: dict[str, list[ItemState]] = {}
    for state in states:
        by_sub.setdefault(state.item.sub_indicator, []).append(state)
    by_indicator: dict[str, list[str]] = {}
    for number in by_sub:
        by_indicator.setdefault(number.partition(".")[0], []).append(number)

    def estimates(partial: Decimal) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
        worth = {State.COMPLETE: FULL, State.PARTIAL: partial, State.MISSING: Decimal(0)}
        of_subs = {number: _mean(worth[state.state] for state in inside) for number, inside in by_sub.items()}
        return of_subs, {number: _mean(of_subs[sub] for sub in subs) for number, subs in by_indicator.items()}

    least_subs, least = estimates(Decimal(0))
    most_subs, most = estimates(HALF)
    gaps = []
    costs: dict[str, Decimal] = {}
    for number, inside in by_sub.items():
        cost = FULL / len(inside) / len(by_indicator[number.partition(".")[0]]) / len(by_indicator)
        costs.update((state.item.code, cost) for state in inside)
        gaps += [Gap(state, cost) for state in inside if state.state is not State.COMPLETE]
    return Readiness(
        least=rounded(_mean(least.values())),
        most=rounded(_mean(most.values())),
        is_known=True,
        indicators=tuple(Part(n, rounded(least[n]), rounded(most[n])) for n in least),
        sub_indicators=tuple(Part(n, rounded(least_subs[n]), rounded(most_subs[n])) for n in least_subs),
        gaps=tuple(sorted(gaps, key=lambda gap: -gap.cost)),
        costs=costs,
    )


def _without_scores(states: tuple[ItemState, ...]) -> Readiness:
    nothing = Decimal(0)
    gaps = tuple(Gap(state, nothing) for state in states if state.state is not State.COMPLETE)
    return Readiness(nothing, nothing, False, (), (), gaps, {state.item.code: nothing for state in states})


def _mean(values: Iterable[Decimal]) -> Decimal:
    listed = list(values)
    return sum(listed, Decimal(0)) / len(listed) if listed else Decimal(0)


def rounded(value: Decimal) -> Decimal:
    """Two decimals, as scores are printed."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def by_owner(gaps: Iterable[Gap], key: Callable[[Owner], str]) -> list[tuple[Owner | None, int, Decimal]]:
    """Owner → how many unfinished items it has and what hangs on them, the most costly first; None has the ownerless.

    Args:
        key: the same for two ways of writing one unit.
    """
    owners: dict[str, Owner | None] = {}
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        named: dict[str, Owner | None] = {key(owner): owner for owner in gap.state.owners}
        for name, owner in (named or {"": None}).items():
            owners.setdefault(name, owner)
            found.setdefault(name, []).append(gap)
    sums = [
        (owners[name], len(owned), rounded(sum((g.cost for g in owned), Decimal(0)))) for name, owned in found.items()
    ]
    return sorted(sums, key=lambda one: -one[2])
