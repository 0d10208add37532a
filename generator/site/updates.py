"""What an agency published last: items with the day of their data, and the kinds of content that have any."""

from __future__ import annotations

from datetime import date

from generator.site.site import Site, summary
from generator.site.states import ItemState, item_states


def news(site: Site) -> list[ItemState]:
    """Every item that says when it was published, the newest first; of one day those of the newer year first."""
    return site.recall(
        "news",
        lambda: sorted((one for year in site.years for one in item_states(site, year) if one.updated), key=_newest),
    )


def _newest(state: ItemState) -> tuple[int, int, str]:
    return -(state.updated or date.min).toordinal(), -state.year, state.item.code


@summary
def families_with_news(site: Site) -> list[str]:
    """Every kind of content of which some item says when it was published."""
    return sorted({family for state in news(site) for family in state.item.families})
