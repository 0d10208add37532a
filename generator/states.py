"""The state of every component and item, computed from what is disclosed, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.catalogue import Component, Item
from generator.disclosure import Disclosure
from generator.models import Owner
from generator.site import Entry, Site


class State(StrEnum):
    """What a reader finds of a component, a family or an item; only components are never partial."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"
    MISSING = "missing"


@dataclass(frozen=True)
class ComponentState:
    component: Component
    state: State


@dataclass(frozen=True)
class FamilyState:
    """One family of an item: what is disclosed of it, and the state of each of its components."""

    family: str
    entry: Entry[Disclosure] | None
    components: tuple[ComponentState, ...]

    @property
    def state(self) -> State:
        if self.entry is None:
            return State.MISSING
        if self.entry.data.none:
            return State.NONE
        found = {state.state for state in self.components}
        return State.COMPLETE if found <= {State.COMPLETE, State.NONE} else State.PARTIAL


@dataclass(frozen=True)
class ItemState:
    """One item of a year, with its families in the order that the catalogue names them."""

    year: int
    item: Item
    families: tuple[FamilyState, ...]

    @property
    def state(self) -> State:
        found = {family.state for family in self.families}
        if found <= {State.COMPLETE, State.NONE}:
            return State.NONE if found == {State.NONE} else State.COMPLETE
        return State.MISSING if found == {State.MISSING} else State.PARTIAL

    @property
    def published(self) -> list[date]:
        """When the item's families were published, each day once."""
        days = [family.entry.data.published for family in self.families if family.entry]
        return list(dict.fromkeys(day for day in days if day))

    @property
    def owners(self) -> list[Owner]:
        """The units responsible for the item's families, each once."""
        owners = [family.entry.data.owner for family in self.families if family.entry]
        return list({owner.unit: owner for owner in owners if owner}.values())


def item_states(site: Site, year: int) -> tuple[ItemState, ...]:
    """Every item of a year's catalogue."""
    return tuple(item_state(site, year, item) for item in site.catalogues[year].items)


def item_state(site: Site, year: int, item: Item) -> ItemState:
    families = tuple(
        FamilyState(family, entry, _components(item.components_of(family), entry))
        for family in item.families
        for entry in (site.disclosure(family, year),)
    )
    return ItemState(year, item, families)


def _components(asked: tuple[Component, ...], entry: Entry[Disclosure] | None) -> tuple[ComponentState, ...]:
    asked = tuple(component for component in asked if component.required == "yes")
    if entry is None:
        return tuple(ComponentState(component, State.MISSING) for component in asked)
    if entry.data.none:
        return tuple(ComponentState(component, State.NONE) for component in asked)
    shown = entry.data.shows()
    pointed = {component for evidence in entry.data.evidence for component in evidence.shows}
    return tuple(
        ComponentState(
            component, State.COMPLETE if shown.get(component.id) or component.id in pointed else State.MISSING
        )
        for component in asked
    )
