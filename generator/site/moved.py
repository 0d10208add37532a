"""Numbers that meant something else before the catalogue of their year was replaced, and where that is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.models.catalogue import Item
from generator.site.site import Site


@dataclass(frozen=True)
class Move:
    """A family that left an item, and the item that asks for it now; None where none of the year does."""

    family: str
    item: Item | None


@dataclass(frozen=True)
class Former:
    """What a number was in a former edition of a year's catalogue.

    Attributes:
        item: as that edition had it.
        until: the day on which that edition was replaced; None where nobody wrote it down.
        moves: the families of it that are elsewhere now, without those that a later edition tells already.
    """

    item: Item
    until: date | None
    moves: tuple[Move, ...]


def formers(site: Site, year: int) -> dict[str, tuple[Former, ...]]:
    """Number → what it was before, the last meaning first; only numbers that something left."""
    now = site.catalogues[year]
    found: dict[str, list[Former]] = {}
    reported: set[tuple[str, str]] = set()
    for edition in site.former.get(year, ()):
        own = next((one for one in now.lists if one.profile == edition.profile), now)
        for item in edition.items:
            moves = []
            for family in item.families:
                target = own.item_of(family)
                is_here = any(one.code == item.code and family in one.families for one in now.items)
                if not is_here and (item.code, family) not in reported:
                    reported.add((item.code, family))
                    moves.append(Move(family, target))
            if moves:
                found.setdefault(item.code, []).append(Former(item, edition.replaced, tuple(moves)))
    return {code: tuple(before) for code, before in found.items()}


def only_target(before: tuple[Former, ...]) -> Item | None:
    """The one item that everything of a number is at now; None where there are more, or something is at none."""
    targets = {move.item.code if move.item else "": move.item for former in before for move in former.moves}
    return next(iter(targets.values())) if len(targets) == 1 else None
