"""An owner that no unit of ``units.yaml`` is called, or a unit inside of one that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.agency import Unit, Units
from generator.models.shared import Owner
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-unit"


def find(site: Site) -> Iterator[Diagnostic]:
    if Units in site.unread:
        return
    names = [str(name) for unit in site.units for name in (unit.abbreviation, unit.name, unit.id) if name]
    ids = {unit.id: unit for unit in site.units}
    for entry, path, unit in site.each(Unit):
        if unit.parent and unit.parent not in ids:
            meant = nearest(unit.parent, ids)
            yield entry.file.at((*path, "parent"), CODE, name=unit.parent, meant=meant)
    for entry, path, owner in site.each(Owner):
        if site.unit(owner.unit) is None:
            meant = nearest(owner.unit, names)
            yield entry.file.at((*path, "unit"), CODE, name=owner.unit, meant=meant)
