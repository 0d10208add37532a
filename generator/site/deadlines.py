"""Items that have a day on which they must be complete, and are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from generator.input.source import KeyPath
from generator.models.disclosure import Disclosure
from generator.site.site import Entry, Site
from generator.site.states import FamilyState, ItemState, State, due_of, item_states, missing_of
from generator.tables.totals import Tabled


def unfinished(
    site: Site, day_of: Callable[[Site, ItemState], date | None] = due_of
) -> Iterator[tuple[Entry[Any], KeyPath, str, date, str]]:
    """Every item with a due day that is not complete: where to point, its code, its day, what it lacks.

    Args:
        day_of: the day of an item, or None where it has none: the agency's own, unless told otherwise.
    """
    astray = {(entry.data.family, year) for entry, year in site.astray}
    for year in site.years:
        numbers = (number for number, deadline in enumerate(site.agency.deadlines) if deadline.of_year == year)
        path: KeyPath = next((("deadlines", number) for number in numbers), ())
        for state in item_states(site, year):
            due = day_of(site, state)
            if due is None or state.state is State.COMPLETE:
                continue
            for family in state.families:
                is_astray = (family.family, year) in astray
                if family.state is not State.COMPLETE and not has_other_cause(site, family, is_astray=is_astray):
                    entry = family.entry
                    place: tuple[Entry[Any], KeyPath] = (entry, ()) if entry else (site.agency_entry, path)
                    yield *place, state.item.code, due, missing_of(family)


def has_other_cause(site: Site, family: FamilyState, *, is_astray: bool) -> bool:
    """Whether something is missing only by a fault that has a message of its own.

    A table or a disclosure could not be read, so that what it shows is not known; or it is there under a mistyped year.
    """
    if family.entry is None:
        return is_astray or Disclosure in site.unread
    data = family.entry.data
    return isinstance(data, Tabled) and bool(data.table) and data.rows is None
