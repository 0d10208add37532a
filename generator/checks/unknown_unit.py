"""An owner that no unit of ``units.yaml`` is called."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models import Owner
from generator.shape import closest
from generator.site import Site

CODE = "unknown-unit"


def find(site: Site) -> Iterator[Diagnostic]:
    names = [str(name) for unit in site.units for name in (unit.abbreviation, unit.name, unit.id) if name]
    for entry, path, owner in site.each(Owner):
        if site.unit(owner.unit) is None:
            meant = closest(owner.unit, names) or ", ".join(names[:8]) or "units.yaml"
            yield entry.file.at((*path, "unit"), CODE, name=owner.unit, meant=meant)
