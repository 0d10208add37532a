"""Which model a data file is read with: by where it stands, a disclosure by the family that it names."""

from __future__ import annotations

from pathlib import PurePosixPath

from pydantic import BaseModel

from generator.diagnostics import Diagnostic
from generator.families import FAMILIES
from generator.input.source import SourceFile
from generator.models.agency import Agency, Sources, Units
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Components
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.settings import CheckSettings
from generator.site.catalogues import unknown_family

SINGLE: dict[str, type[BaseModel]] = {
    "agency.yaml": Agency,
    "units.yaml": Units,
    "sources.yaml": Sources,
    "checks.yaml": CheckSettings,
}
"""Files that there is one of, at the top."""


def kind_at(path: str) -> type[BaseModel]:
    """What the file at a path from the data folder is; Disclosure for that of any family."""
    place = PurePosixPath(path)
    first = place.parts[0] if len(place.parts) > 1 else ""
    if path in SINGLE:
        return SINGLE[path]
    if first == "ita":
        return ItaResult
    if first != "profiles":
        return Disclosure
    if place.stem == "components":
        return Components
    return Calendar if place.parent.name == "calendar" else Catalogue


def model_of(path: str, file: SourceFile) -> tuple[type[BaseModel] | None, list[Diagnostic]]:
    """The model of a file; None, and why, where it names a family that is not known."""
    kind = kind_at(path)
    return disclosure_model(file) if kind is Disclosure else (kind, [])


def disclosure_model(file: SourceFile) -> tuple[type[Disclosure] | None, list[Diagnostic]]:
    """The model of the family that a disclosure file names."""
    if file.faults or not isinstance(file.data, dict):
        return Disclosure, []
    family = file.data.get("family")
    if family is None:
        return _Nameless, []
    if not isinstance(family, str) or family not in FAMILIES:
        return None, [unknown_family(file, ("family",), family)]
    return FAMILIES[family].model, []


class _Nameless(Disclosure, extra="ignore"):
    """A disclosure that does not name its family, so that nobody knows which other keys it may have."""
