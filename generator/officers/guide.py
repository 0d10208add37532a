"""The data guide as facts: every kind of data file and every shape inside, read off the models."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from generator.families import FAMILIES
from generator.models.agency import Agency, Sources, Units
from generator.models.approvals import Approvals
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Components
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.settings import CheckSettings
from generator.officers.fields import Field, fields_of, groups_of

FILES: dict[str, tuple[str, type[BaseModel]]] = {
    "agency": ("agency.yaml", Agency),
    "units": ("units.yaml", Units),
    "sources": ("sources.yaml", Sources),
    "checks": ("checks.yaml", CheckSettings),
    "approvals": ("approvals.yaml", Approvals),
    "ita": ("ita/<ปี>.yaml", ItaResult),
    "catalogue": ("profiles/<profile>/<ปี>.yaml", Catalogue),
    "calendar": ("profiles/<profile>/calendar/<ปี>.yaml", Calendar),
    "components": ("profiles/<profile>/components.yaml", Components),
}
"""Every kind of data file but disclosures: name of its schema → where it stands, its model."""


@cache
def disclosures() -> dict[str, tuple[str, type[BaseModel]]]:
    """Every family → where its disclosure stands, its model; each is imported only here."""
    return {id: (f"<ปี>/<ข้อ>-{id}.yaml", family.model) for id, family in FAMILIES.items()}


@dataclass(frozen=True)
class Shape:
    """One kind of file, or one group of keys inside of files."""

    name: str
    about: str
    keys: tuple[Field, ...]


def anchor(name: str) -> str:
    """``PrintedScore`` → ``printed-score``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def shape_of(model: type[BaseModel], name: str) -> Shape:
    return Shape(name, " ".join((model.__doc__ or "").split()), fields_of(model))


def own_keys(model: type[Disclosure]) -> tuple[Field, ...]:
    """The keys that a family adds to those of every disclosure."""
    return tuple(key for key in fields_of(model) if key.name not in Disclosure.model_fields)


def inner_models(*models: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Every shape inside of these models, or of all data files; without those that stand for one text."""
    return groups_of(*(models or [model for _, model in (*FILES.values(), *disclosures().values())]))


def literals(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """The choices of each key of a shape that has some."""
    yield from (tuple(one.value for one in key.choices) for key in fields_of(model) if key.choices)
