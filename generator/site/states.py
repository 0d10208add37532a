"""The state of every component and item, computed from what is disclosed, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.languages import families
from generator.models.catalogue import Component, Item
from generator.models.disclosure import Disclosure, Presence, Shown
from generator.models.shared import Owner
from generator.site.owners import assigned
from generator.site.site import Entry, Site


class State(StrEnum):
    """How much of what an item or a family asks for is there; what is stated as none counts as there."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"


@dataclass(frozen=True)
class ComponentState:
    """A component of an item, its state, and its place: ``#anchor`` on the item's page, or a document shown there.

    Attributes:
        document: the number of the evidence that shows it, from 0; None where the page itself does.
        count: how many things show it, where they can be counted.
    """

    component: Component
    state: Shown
    anchor: str = ""
    document: int | None = None
    count: int | None = None


@dataclass(frozen=True)
class FamilyState:
    """One family of an item: what is disclosed of it, and the state of each of its components."""

    family: str
    entry: Entry[Disclosure] | None
    components: tuple[ComponentState, ...]
    owner: Owner | None = None
    """Whose it is, by its own file or the table of the year's owners."""
    due: date | None = None

    @property
    def is_answered(self) -> bool:
        """Whether anything has been filled in."""
        return self.entry is not None and not self.entry.data.is_blank

    @property
    def required(self) -> tuple[ComponentState, ...]:
        return tuple(component for component in self.components if component.state is not Shown.NOT_REQUIRED)

    @property
    def state(self) -> State:
        if not self.is_answered:
            return State.MISSING
        is_missing = any(component.state is Shown.MISSING for component in self.components)
        return State.PARTIAL if is_missing else State.COMPLETE


@dataclass(frozen=True)
class ItemState:
    """One item of a year, with its families in the order that the catalogue names them."""

    year: int
    item: Item
    families: tuple[FamilyState, ...]

    @property
    def state(self) -> State:
        found = {family.state for family in self.families}
        return found.pop() if len(found) == 1 else State.PARTIAL

    @property
    def components(self) -> tuple[ComponentState, ...]:
        return tuple(component for family in self.families for component in family.components)

    @property
    def required(self) -> tuple[ComponentState, ...]:
        return tuple(component for family in self.families for component in family.required)

    @property
    def missing(self) -> tuple[ComponentState, ...]:
        return tuple(component for component in self.components if component.state is Shown.MISSING)

    @property
    def disclosures(self) -> tuple[Disclosure, ...]:
        return tuple(family.entry.data for family in self.families if family.entry)

    @property
    def updated(self) -> date | None:
        """The last day on which one of the item's families was published."""
        return max((d.published for d in self.disclosures if d.published), default=None)

    @property
    def data_years(self) -> tuple[int, ...]:
        """The years that the item's facts are of, each once, latest first."""
        return tuple(sorted({d.data_year for d in self.disclosures if not d.is_blank}, reverse=True))

    @property
    def owners(self) -> list[Owner]:
        """The units responsible for the item's families, each once."""
        owners = [family.owner for family in self.families]
        return list({owner.unit: owner for owner in owners if owner}.values())


def item_states(site: Site, year: int) -> tuple[ItemState, ...]:
    """Every item of a year's catalogue."""
    return site.recall(
        ("item_states", year), lambda: tuple(item_state(site, year, item) for item in site.catalogues[year].items)
    )


def item_state(site: Site, year: int, item: Item) -> ItemState:
    return ItemState(year, item, tuple(family_state(site, year, item, family) for family in item.families))


def family_state(site: Site, year: int, item: Item, family: str) -> FamilyState:
    entry = site.disclosure(family, year)
    said = entry.data if entry else assigned(site, year).rows.get(item.code)
    owner, due = (said.owner, said.due) if said else (None, None)
    return FamilyState(family, entry, _components(site.components(item, family, year), entry), owner, due)


def due_of(site: Site, state: ItemState) -> date | None:
    """The first day on which something of the item must be ready: of a family, or of the whole year."""
    days = [family.due for family in state.families if family.due]
    return min(days) if days else site.agency.due_of(state.year)


def day_by_calendar(site: Site, state: ItemState) -> date | None:
    """The last day for answers by the assessment's calendar, where the agency names no day of its own."""
    calendar = site.calendars.get(state.year)
    return calendar.answer.last if calendar and calendar.answer and due_of(site, state) is None else None


def missing_of(family: FamilyState) -> str:
    """What a family lacks, for a message: its components, or the family's id where nothing is filled in."""
    if not family.is_answered:
        return f"{families('th')[family.family]['name']} ({family.family})"
    missing = [part.component for part in family.components if part.state is Shown.MISSING]
    return ", ".join(f"{component.title} ({component.id})" for component in missing)


def _components(asked: tuple[Component, ...], entry: Entry[Disclosure] | None) -> tuple[ComponentState, ...]:
    is_filled = entry is not None and not entry.data.is_blank  # a blank has no body to point into
    presences = _presence_by_component(entry.data) if entry and is_filled else {}
    found = []
    for component in asked:
        of_it = presences.get(component.id, Presence(Shown.MISSING))
        state = of_it.state
        if entry and entry.data.none:
            state, of_it = Shown.NONE, Presence(Shown.NONE, "none")
        elif state is Shown.MISSING and component.required == "no":
            state = Shown.NOT_REQUIRED
        anchor = f"{component.family}-{of_it.anchor}" if of_it.anchor else ""
        found.append(ComponentState(component, state, anchor, of_it.document, of_it.count))
    return tuple(found)


def _presence_by_component(disclosure: Disclosure) -> dict[str, Presence]:
    """Component → what is said of it: by the data itself, by a statement that it is absent, or by a document."""
    found = {id: of_it for id, of_it in disclosure.shows().items() if of_it.state is not Shown.MISSING}
    for absent in disclosure.absent:
        found.setdefault(absent.component, Presence(Shown.NONE, f"absent-{absent.component}"))
    for number, document in enumerate(disclosure.evidence):
        for pointed in document.shows:
            found.setdefault(pointed.component, Presence(Shown.SHOWN, f"document-{number + 1}", number))
    return found
