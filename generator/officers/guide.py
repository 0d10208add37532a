"""The data guide as facts: every kind of data file and every shape inside, read off the models."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.families import FAMILIES
from generator.models import scalars
from generator.models import shared as models
from generator.models.agency import Agency, Sources, Units
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Components
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.settings import CheckSettings

FILES: dict[str, tuple[str, type[BaseModel]]] = {
    "agency": ("agency.yaml", Agency),
    "units": ("units.yaml", Units),
    "sources": ("sources.yaml", Sources),
    "checks": ("checks.yaml", CheckSettings),
    "ita": ("ita/<ปี>.yaml", ItaResult),
    "catalogue": ("profiles/<profile>/<ปี>.yaml", Catalogue),
    "calendar": ("profiles/<profile>/calendar/<ปี>.yaml", Calendar),
    "components": ("profiles/<profile>/components.yaml", Components),
}
"""Every kind of data file but disclosures: name of its schema → where it stands, its model."""

DISCLOSURES: dict[str, tuple[str, type[BaseModel]]] = {
    id: (f"<ปี>/{id}.yaml", family.model) for id, family in FAMILIES.items()
}
"""Every family → where its disclosure stands, its model."""

_SCALARS = {
    scalars.Figure: "figure",
    scalars.Whole: "whole",
    scalars.Year: "year",
    scalars.Date: "date",
    scalars.Flag: "flag",
    scalars.Id: "id",
    scalars.Line: "line",
    scalars.Code: "code",
    scalars.ItemCode: "code",
    scalars.Link: "link",
    scalars.Address: "address",
    scalars.Colour: "colour",
    str: "string",
}


@dataclass(frozen=True)
class Key:
    """One key: its kind is a word of ``data_guide.kinds``, a shape's name, or choices."""

    name: str
    kind: str
    choices: tuple[str, ...]
    is_list: bool
    shape: str | None
    required: bool
    meaning: str
    is_short: bool = False
    """Whether one text may stand for the shape."""


@dataclass(frozen=True)
class Shape:
    """One kind of file, or one group of keys inside of files."""

    name: str
    about: str
    keys: tuple[Key, ...]


def anchor(name: str) -> str:
    """``PrintedScore`` → ``printed-score``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def shape_of(model: type[BaseModel], name: str) -> Shape:
    about = " ".join((model.__doc__ or "").split())
    return Shape(name, about, tuple(_key(name, info) for name, info in _own_fields(model).items()))


def _own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def own_keys(model: type[Disclosure]) -> tuple[Key, ...]:
    """The keys that a family adds to those of every disclosure."""
    return tuple(key for key in shape_of(model, "").keys if key.name not in Disclosure.model_fields)


def inner_models(*models_: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Every shape inside of these models, or of all data files; without those that stand for one text."""
    found: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        for info in model.model_fields.values():
            for inner in _models_in(info.annotation):
                if inner is not models.Text and inner not in found:
                    found[inner] = None
                    visit(inner)

    for model in models_ or [model for _, model in (*FILES.values(), *DISCLOSURES.values())]:
        visit(model)
    return tuple(sorted(found, key=lambda model: model.__name__))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        if get_origin(annotation) is not Literal:
            yield from _models_in(inner)


def _key(name: str, info: FieldInfo) -> Key:
    annotation, is_list = _unwrapped(info)
    choices: tuple[str, ...] = ()
    shape, is_short = None, False
    if get_origin(annotation) is Literal:
        kind, choices = "choice", tuple(str(choice) for choice in get_args(annotation))
    elif annotation is models.Text:
        kind = "text"
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        kind, shape, is_short = annotation.__name__, annotation.__name__, models.has_short_form(annotation)
    else:
        kind = _SCALARS.get(annotation, "string")
    return Key(name, kind, choices, is_list, shape, info.is_required(), info.description or "", is_short)


def literals(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """The choices of each key of a shape that has some."""
    yield from (key.choices for key in shape_of(model, "").keys if key.choices)


def _unwrapped(info: FieldInfo) -> tuple[Any, bool]:
    """The type of one value, and whether the key holds a list of them."""
    annotation: Any = info.annotation
    if info.metadata and annotation is not None and get_origin(annotation) is None:
        annotation = Annotated[(annotation, *info.metadata)]
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(inner for inner in get_args(annotation) if inner is not type(None))
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0], True
    return annotation, False
