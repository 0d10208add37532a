"""What is left to do, for the first page: by item, owner, day or points, with what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.desk.office import Now, Place
from generator.diagnostics import Diagnostic
from generator.models.catalogue import Item
from generator.officers.gaps import lacks_of, what_lacks
from generator.officers.report import owner_label
from generator.officers.to_fill import title_of
from generator.site.approvals import FILE
from generator.site.readiness import readiness_of_lists
from generator.site.site import Site
from generator.site.states import ItemState, State, day_by_calendar, due_of, item_states


@dataclass(frozen=True)
class Row:
    """One item of a year.

    Attributes:
        owner: the unit's id; empty where nobody is named.
        due: the agency's own day, else the calendar's last one.
        points: of OIT that hang on the item; None where that is not known.
        lacks: what it lacks, in words.
        errors: how many were found, and ``warnings`` likewise.
    """

    item: Item
    title: str
    state: State
    owner: str
    owner_name: str
    due: date | None
    is_overdue: bool
    points: Decimal | None
    lacks: tuple[str, ...]
    errors: int
    warnings: int

    @property
    def is_left(self) -> bool:
        """Whether somebody has something to do with it."""
        return self.state is not State.COMPLETE or bool(self.errors or self.warnings)


@dataclass(frozen=True)
class Group:
    """Rows under one heading; ``name`` is empty where all stand under none."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Overview:
    """A year at a glance.

    Attributes:
        least: OIT as it stands, where a partial item counts nothing; None where the list is not scored.
        most: the same where it counts half.
        complete: how many are, and have no errors.
        next_due: the first day of what is left.
    """

    year: int
    count: int
    complete: int
    least: Decimal | None
    most: Decimal | None
    next_due: date | None


def rows(now: Now, site: Site, year: int, language: str) -> list[Row]:
    """Every item of a year, in the order of its list."""
    risks = {risk.item.code: risk for risk in now.report.risks if risk.year == year}
    costs = {
        code: cost for _, one in readiness_of_lists(site, year) if one.is_known for code, cost in one.costs.items()
    }
    found = []
    for state in item_states(site, year):
        code = state.item.code
        risk = risks.get(code)
        owner = _owner(site, state)
        due, own = due_of(site, state) or day_by_calendar(site, state), due_of(site, state)
        found.append(
            Row(
                state.item,
                title_of(state.item, language),
                state.state,
                owner,
                owner_label(site, owner, language),
                due,
                bool(own and site.today and own < site.today and state.state is not State.COMPLETE),
                costs[code].quantize(Decimal("0.01")) if code in costs else None,
                tuple(what_lacks(lack, language) for lack in lacks_of(site, state)),
                risk.errors if risk else 0,
                risk.warnings if risk else 0,
            )
        )
    return found


def _owner(site: Site, state: ItemState) -> str:
    named = next((owner.unit for owner in state.owners), "")
    unit = site.unit(named) if named else None
    return unit.id if unit else named


def overview(site: Site, year: int, listed: Sequence[Row]) -> Overview:
    """The figures above the rows."""
    main = readiness_of_lists(site, year)[0][1] if listed else None
    days = [row.due for row in listed if row.due and row.state is not State.COMPLETE]
    return Overview(
        year,
        len(listed),
        sum(row.state is State.COMPLETE and not row.errors for row in listed),
        main.least if main and main.is_known else None,
        main.most if main and main.is_known else None,
        min(days, default=None),
    )


WAYS = ("item", "owner", "day", "points")
"""How the rows can stand."""


def grouped(listed: Iterable[Row], way: str, no_day: str, say_day: Callable[[date], str]) -> list[Group]:
    """The rows in one of :data:`WAYS`; of owners and days each under its own heading."""
    found = list(listed)
    if way == "points":
        found.sort(key=lambda row: -(row.points or 0))
    if way == "day":
        found.sort(key=lambda row: row.due or date.max)
    names: dict[str, list[Row]] = {}
    for row in found:
        name = row.owner_name if way == "owner" else (say_day(row.due) if row.due else no_day) if way == "day" else ""
        names.setdefault(name, []).append(row)
    order = sorted(names, key=lambda name: not names[name][0].owner) if way == "owner" else list(names)
    return [Group(name, tuple(names[name])) for name in order]


def elsewhere(now: Now) -> list[Diagnostic]:
    """What was found that is of no item."""
    return [matter.found for matter in now.report.matters if matter.item is None and not matter.is_inner]


def other_places(now: Now) -> list[Place]:
    """The files that are of no item: the agency's own, results, lists; but for approvals, which nobody writes by hand."""
    return [place for place in now.places.values() if not place.family and place.path != FILE]
