"""The pages that are filed on paper, as PDF: which there are, what they are called, what they look like, their making.

Here are the names alone, so that a page may link to its document before either has been made. ``plan`` says what
goes into each document, ``document`` makes one HTML document of built pages, ``press`` prints it.
"""

from __future__ import annotations

import re

from generator.site.site import Site
from generator.site.states import ItemState, State, item_states


def item_pdf(site: Site, language: str, state: ItemState) -> str:
    """Address of an item's PDF below its language's root; empty where the item says nothing, or nothing is printed.

    ``2568/o21/o21-2568.pdf``, in English ``2568/o21/o21-2568-en.pdf``: the name is what it is filed under.
    """
    if not site.is_printed or state.state is State.MISSING:
        return ""
    slug = state.item.slug
    return f"{state.year}/{slug}/{slug}-{state.year}{_suffix(language)}.pdf"


def year_pdf(site: Site, language: str, year: int) -> str:
    """Address of the PDF of all items of a year, as :func:`item_pdf`; empty where no item says anything."""
    if not site.is_printed or all(state.state is State.MISSING for state in item_states(site, year)):
        return ""
    return f"{year}/oit-{year}{_suffix(language)}.pdf"


def is_printed_address(address: str) -> bool:
    """Whether an address below the root of all sites is that of a document which was printed."""
    return _ADDRESS.search(address) is not None


_ADDRESS = re.compile(r"(?:^|/)([0-9]{4})/(?:(o[0-9]+)/\2|oit)-\1(?:-en)?\.pdf$")


def _suffix(language: str) -> str:
    return "" if language == "th" else f"-{language}"
