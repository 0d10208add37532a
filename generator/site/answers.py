"""The answer sheet of a year: what the agency answers for every item, and where an assessor sees it.

Pages and downloads are made from the same :class:`Answer`, so that they say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.models.catalogue import Component, Item
from generator.models.disclosure import Shown
from generator.models.shared import Evidence, NoneStated
from generator.site import addresses
from generator.site.site import Site
from generator.site.states import ComponentState, FamilyState, ItemState, State, item_states


@dataclass(frozen=True)
class Place:
    """Where one component is seen: the address below the language's root, and the document with its pages."""

    component: Component
    state: Shown
    url: str
    document: Evidence | None = None
    pages: str = ""
    none: NoneStated | None = None


@dataclass(frozen=True)
class AnswerDocument:
    """One piece of evidence; ``url`` is below the site's root, or whole where it is elsewhere."""

    evidence: Evidence
    url: str
    kind: str
    sha256: str
    size: int
    pages: int | None

    @property
    def is_outside(self) -> bool:
        return self.evidence.file is None


@dataclass(frozen=True)
class Answer:
    """What is answered for one item.

    Attributes:
        item: as the catalogue of the year has it.
        has: whether the agency answers that it has this.
        url: permanent address of the item's page, below the language's root.
        places: every component that is shown or stated as none, with its place.
        documents: all evidence of the item.
        updated: the last day on which something of it was published.
    """

    item: Item
    has: bool
    url: str
    places: tuple[Place, ...]
    documents: tuple[AnswerDocument, ...]
    updated: date | None


def answers_of(site: Site, year: int) -> tuple[Answer, ...]:
    """The answer to every item of a year, in the order of the catalogue."""
    return tuple(_answer(site, year, state) for state in item_states(site, year))


def _answer(site: Site, year: int, state: ItemState) -> Answer:
    url = addresses.item(year, state.item)
    return Answer(
        item=state.item,
        has=state.state is not State.MISSING,
        url=url,
        places=tuple(
            _place(url, family, part) for family in state.families for part in family.components if part.anchor
        ),
        documents=tuple(_document(site, one) for disclosure in state.disclosures for one in disclosure.evidence),
        updated=state.updated,
    )


def _place(url: str, family: FamilyState, part: ComponentState) -> Place:
    component, where = part.component, f"{url}#{part.anchor}"
    disclosure = family.entry.data if family.entry else None
    if disclosure and part.state is Shown.NONE:
        stated = next((absent.none for absent in disclosure.absent if absent.component == component.id), None)
        return Place(component, part.state, where, none=stated or disclosure.none)
    if disclosure and part.document is not None:
        document = disclosure.evidence[part.document]
        pointed = next(one for one in document.shows if one.component == component.id)
        return Place(component, part.state, where, document, pointed.pages or document.pages or "")
    return Place(component, part.state, where)


def _document(site: Site, evidence: Evidence) -> AnswerDocument:
    if evidence.file is None:
        return AnswerDocument(evidence, evidence.link or "", "URL", "", 0, None)
    file = site.evidence[evidence.file]
    return AnswerDocument(evidence, file.address, file.kind, file.sha256, file.size, file.pages)
