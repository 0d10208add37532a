"""The chart of a structure: which unit stands below which, and the posts in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.families.structure.model import Post, Structure
from generator.models.agency import Unit
from generator.models.disclosure import Disclosure
from generator.pages.voice import Voice
from generator.site.site import Site
from generator.site.trail import Trail


@dataclass(frozen=True)
class Box:
    """One unit in the chart; ``work`` is the number of its work in the disclosure, counted from 1."""

    unit: Unit
    work: int | None
    posts: tuple[Post, ...]
    below: tuple[Box, ...]


def facts(voice: Voice, trail: Trail, disclosure: Disclosure) -> dict[str, Any]:
    assert isinstance(disclosure, Structure)
    return {"chart": chart(trail.site, disclosure)}


def chart(site: Site, structure: Structure) -> tuple[Box, ...]:
    """The units that a structure tells the work of and those above them, in the order of ``units.yaml``."""
    units = {unit.id: unit for unit in site.units if unit.kind == "unit"}
    work: dict[str, int] = {}
    for number, one in enumerate(structure.work, start=1):
        unit = site.unit(one.unit.unit)
        if unit and unit.id in units:
            work.setdefault(unit.id, number)
    drawn = set(work)
    for id in work:
        above = units[id].parent
        while above in units and above not in drawn:
            drawn.add(above)
            above = units[above].parent

    def boxes(parent: str | None) -> tuple[Box, ...]:
        return tuple(
            Box(unit, work.get(unit.id), _posts_in(site, structure, unit), boxes(unit.id))
            for unit in units.values()
            if unit.id in drawn and (unit.parent if unit.parent in drawn else None) == parent
        )

    return boxes(None)


def _posts_in(site: Site, structure: Structure, unit: Unit) -> tuple[Post, ...]:
    return tuple(post for post in structure.posts if post.unit and site.unit(post.unit.unit) is unit)
