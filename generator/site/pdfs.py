"""Which items and years are made as PDF; a page may link to its document before either has been made."""

from __future__ import annotations

from generator.site import addresses
from generator.site.site import Site
from generator.site.states import ItemState, State, item_states


def item_pdf(site: Site, language: str, state: ItemState) -> str:
    """Address of an item's PDF below its language's root; empty where the item says nothing, or no PDFs are made."""
    is_made = site.makes_pdfs and state.state is not State.MISSING
    return addresses.item_pdf(state.year, state.item, language) if is_made else ""


def year_pdf(site: Site, language: str, year: int) -> str:
    """Address of the PDF of all items of a year; empty where no item says anything, or no PDFs are made."""
    is_made = site.makes_pdfs and any(state.state is not State.MISSING for state in item_states(site, year))
    return addresses.year_pdf(year, language) if is_made else ""
