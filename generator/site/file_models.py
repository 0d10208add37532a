"""Which model a data file is read with: by where it stands, a disclosure by the family that it names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import Diagnostic
from generator.families import FAMILIES
from generator.input import source
from generator.input.readings import key_written
from generator.input.source import SourceFile
from generator.languages import LANGUAGES, families
from generator.models.agency import Agency, Sources, Units
from generator.models.approvals import Approvals
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Components, known_components
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.owners import ItemOwners
from generator.models.settings import CheckSettings
from generator.models.shared import Evidence, Pointed
from generator.site.catalogues import unknown_family
from generator.site.data_files import year_of_owners
from generator.writing.readings import bare, name_key

SINGLE: dict[str, type[BaseModel]] = {
    "agency.yaml": Agency,
    "units.yaml": Units,
    "sources.yaml": Sources,
    "checks.yaml": CheckSettings,
    "approvals.yaml": Approvals,
}
"""Files that there is one of, at the top."""


def kind_at(path: str) -> type[BaseModel]:
    """What the file at a path from the data folder is; Disclosure for that of any family."""
    place = PurePosixPath(path)
    first = place.parts[0] if len(place.parts) > 1 else ""
    if path in SINGLE:
        return SINGLE[path]
    if year_of_owners(path):
        return ItemOwners
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
    key = key_written(file.data, Disclosure, "family")
    family = file.data.get(key)
    if family is None:
        return _Nameless, []
    meant = family_called(family) if isinstance(family, str) else ""
    if not meant:
        return None, [unknown_family(file, (key,), family)]
    if meant != family:
        file.data[key] = meant
    _name_components(file.data, meant)
    return FAMILIES[meant].model, []


def family_called(name: str) -> str:
    """The family of an id or a name, however that is written; empty where it is none, or of two families."""
    return name if name in FAMILIES else _by_name().get(name_key(bare(name.strip())), "")


def evidence_key(raw: bytes, name: str) -> str:
    """The key by which the bytes of a disclosure name their evidence, or would."""
    data = source.parse(raw, name).data
    return key_written(data, Disclosure, "evidence") if isinstance(data, dict) else "evidence"


def _name_components(data: dict[str, Any], family: str) -> None:
    """Put the id in the place of each component that is called by its name, in ``shows`` and in ``absent``."""
    called = _components(family)
    for document in _groups(data.get(key_written(data, Disclosure, "evidence"))):
        key = key_written(document, Evidence, "shows")
        shows = document.get(key)
        if isinstance(shows, list):
            document[key] = [_with_id(one, called) for one in shows]
        elif isinstance(shows, str):
            document[key] = _named(shows, family, called)
    key = key_written(data, Disclosure, "absent")
    absent = data.get(key)
    if isinstance(absent, list):
        data[key] = [_with_id(one, called) for one in absent]


def _named(text: str, family: str, called: dict[str, str]) -> str | list[str]:
    """The component that a text names, or those where each of its parts names one; the text itself where one does not."""
    if id := called.get(name_key(bare(text.strip()))):
        return id
    ids = {one.id for one in known_components().get(family, ())}
    parts = [bare(part.strip()) for part in re.split(r"[,;\n]|\sและ\s", text) if part.strip()]
    found = [part if part in ids else called.get(name_key(part), "") for part in parts]
    return found if found and all(found) else text


def _groups(value: Any) -> list[dict[str, Any]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _with_id(part: Any, called: dict[str, str]) -> Any:
    if isinstance(part, str):
        return called.get(name_key(bare(part.strip())), part)
    if isinstance(part, dict):
        key = key_written(part, Pointed, "component")
        return {**part, key: _with_id(part[key], called)} if isinstance(part.get(key), str) else part
    return part


@cache
def _components(family: str) -> dict[str, str]:
    """Names of a family's components, as they are compared, that no other of them has → the id of each."""
    known = known_components().get(family, ())
    called = {(name_key(name), one.id) for one in known for name in (one.title.th, one.title.en or one.title.th)}
    ids = {one.id for one in known}
    several = {name for name, id in called if any(name == other and id != of for other, of in called)}
    return {name: id for name, id in called if name not in several and name not in ids}


@cache
def _by_name() -> dict[str, str]:
    """Every id and name of a family, as they are compared, that no other family has."""
    called = [(name_key(id), id) for id in FAMILIES]
    called += [(name_key(one["name"]), id) for known in LANGUAGES for id, one in families(known).items()]
    several = {name for name, id in called if any(name == other and id != of for other, of in called)}
    return {name: id for name, id in called if name not in several}


class _Nameless(Disclosure, extra="ignore"):
    """A disclosure that does not name its family, so that nobody knows which other keys it may have."""
