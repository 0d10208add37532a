"""What an officer may fill in, key by key, read off the models alone: the one description for guide, workbook and desk.

``fields_of(HrPlan)`` gives a :class:`Field` for each key of a file or of a group inside of one, in the model's order: its
Thai label and help, whether it is needed, its choices with their Thai words, its unit, what it refers to, and its
shape. A group's own fields are ``fields_of(field.model)``; a family nests them as deep as its model does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.input.field_types import short_key
from generator.input.labels import label_of
from generator.models import scalars, shared
from generator.models.accessibility import Accessibility
from generator.models.agency import Agency, Unit
from generator.models.catalogue import Component
from generator.models.disclosure import Absent
from generator.models.settings import Setting
from generator.models.shared import Owner, Period, Pointed, Sourced, Text
from generator.writing import choices


class Shape(StrEnum):
    """How a value is filled in."""

    LINE = "line"
    """A short text: a name, a number as printed."""
    TEXT = "text"
    """A text in Thai, and in English if there is one: ``{th, en}`` or one text."""
    FIGURE = "figure"
    """An amount or another decimal, in ``unit``."""
    WHOLE = "whole"
    YEAR = "year"
    """A year of the Buddhist Era."""
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"
    PERIOD = "period"
    """A time as officers write it, or a chart of four quarters."""
    OWNER = "owner"
    """A unit of the agency, by name."""
    REFERENCE = "reference"
    """The id of something else, chosen by title: ``refers_to``."""
    ID = "id"
    """An id of this very thing, which others refer to; made where it is left out."""
    CODE = "code"
    LINK = "link"
    ADDRESS = "address"
    COLOUR = "colour"
    GROUP = "group"
    """Fields of its own, ``model``."""


@dataclass(frozen=True)
class Choice:
    """One of the values that a key may have, and the Thai word for it."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """One key of a file, or of a group in one.

    Attributes:
        name: the key, as data has it.
        label: what a form calls it, in Thai; a few words.
        help: the whole sentence of the model.
        shape: of one value.
        is_list: whether there may be several.
        required: whether the model asks for it.
        choices: of :attr:`Shape.CHOICE`, in their order.
        unit: of a figure or whole number, in Thai; empty where it has none.
        refers_to: what a reference names: a value of :data:`REFERENCES`; empty for others.
        model: of a group, period or owner; None for a single value.
        short: the key that one text stands for where a group may be written as one; empty where it may not.
        kind: the word of ``data_guide.kinds`` for it, or the name of the group's class.
    """

    name: str
    label: str
    help: str
    shape: Shape
    is_list: bool
    required: bool
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    refers_to: str = ""
    model: type[BaseModel] | None = None
    short: str = ""
    kind: str = ""


@lru_cache(1024)
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a file or group, in the model's order."""
    return tuple(_field(model, info.alias or name, info) for name, info in model.model_fields.items())


def order_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a file or group in the order in which they should be written."""
    return tuple(field.name for field in fields_of(model))


def field_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Field | None:
    """The field that a key path through the data leads to; None where the model has none."""
    found: Field | None = None
    at: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        found = next((one for one in fields_of(at) if one.name == step), None) if at else None
        if found is None:
            return None
        at = found.model
    return found


def order_at(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """As :func:`order_of`, of the group that a key path leads to; nothing where it leads to none."""
    field = field_at(model, path) if path else None
    group = model if not path else field.model if field else None
    return order_of(group) if group else ()


# --- read off a model -------------------------------------------------------------------------------

_SCALARS: tuple[tuple[Any, Shape], ...] = (
    (scalars.Figure, Shape.FIGURE),
    (scalars.Whole, Shape.WHOLE),
    (scalars.Year, Shape.YEAR),
    (scalars.Date, Shape.DATE),
    (scalars.Flag, Shape.FLAG),
    (scalars.Id, Shape.ID),
    (scalars.Line, Shape.LINE),
    (scalars.Code, Shape.CODE),
    (scalars.ItemCode, Shape.CODE),
    (scalars.Link, Shape.LINK),
    (scalars.Address, Shape.ADDRESS),
    (scalars.Colour, Shape.COLOUR),
)

REFERENCES: Mapping[tuple[type[BaseModel], str], str] = {
    (Owner, "unit"): "unit",
    (Accessibility, "unit"): "unit",
    (Unit, "parent"): "unit",
    (Sourced, "source"): "document",
    (Pointed, "component"): "component",
    (Absent, "component"): "component",
    (Agency, "wanted"): "family",
    (Component, "only_for"): "profile",
    (Setting, "code"): "check",
}
"""(class, key) → what its value names, where the key alone does not say so: a unit, a source document, a component …"""

_BY_KEY: Mapping[str, str] = {
    "issues": "issue",
    "measure": "measure",
    "measures": "measure",
    "class": "class",
    "family": "family",
    "families": "family",
    "profile": "profile",
}
"""Key whose value is an id → what that names, whatever group it stands in."""


def _field(model: type[BaseModel], name: str, info: FieldInfo) -> Field:
    annotation, is_list = unwrapped(info)
    help = info.description or ""
    refers = _refers_to(model, name, annotation)
    shape, inner, kind = _shape_of(annotation)
    if refers:
        shape = Shape.REFERENCE
    literal = get_args(annotation) if shape is Shape.CHOICE else ()
    known = tuple(str(choice) for choice in literal)
    return Field(
        name=name,
        label=label_of(help) or name,
        help=help,
        shape=shape,
        is_list=is_list,
        required=info.is_required(),
        choices=tuple(Choice(one, choices.shown(one, known)) for one in known),
        unit=_unit_of(help) if shape in (Shape.FIGURE, Shape.WHOLE) else "",
        refers_to=refers,
        model=inner,
        short=short_key(inner) if inner else "",
        kind=kind,
    )


def _shape_of(annotation: Any) -> tuple[Shape, type[BaseModel] | None, str]:
    """The shape of a value, its class where that is a group, and its word in the data guide."""
    if get_origin(annotation) is Literal:
        return Shape.CHOICE, None, "choice"
    if annotation is Text:
        return Shape.TEXT, None, "text"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        shape = Shape.PERIOD if issubclass(annotation, Period) else Shape.OWNER if annotation is Owner else Shape.GROUP
        return shape, annotation, annotation.__name__
    shape = next((shape for scalar, shape in _SCALARS if annotation == scalar), Shape.LINE)
    return shape, None, "string" if annotation is str else str(shape)


def unwrapped(info: FieldInfo) -> tuple[Any, bool]:
    """The type of one value, and whether the key holds a list of them."""
    annotation: Any = info.annotation
    if info.metadata and annotation is not None and get_origin(annotation) is None:
        annotation = Annotated[(annotation, *info.metadata)]
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(inner for inner in get_args(annotation) if inner is not type(None))
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0], True
    return annotation, False


def _refers_to(model: type[BaseModel], name: str, annotation: Any) -> str:
    for cls in model.__mro__:
        if found := REFERENCES.get((cls, name)):
            return found
    return _BY_KEY.get(name, "") if annotation == scalars.Id else ""


# --- words ------------------------------------------------------------------------------------------

_UNITS = (
    (re.compile("บาท|ไตรมาส [1-4] "), "บาท"),
    (re.compile("ชั่วโมง"), "ชั่วโมง"),
    (re.compile("คะแนน"), "คะแนน"),
    (re.compile("จำนวนเรื่อง"), "เรื่อง"),
    (re.compile("จำนวนตำแหน่ง"), "ตำแหน่ง"),
    (re.compile("จำนวนหน้า"), "หน้า"),
    (re.compile("จำนวนคำขอ"), "คำขอ"),
    (re.compile("จำนวนคน|จำนวนผู้|จำนวนบุคลากร"), "คน"),
)


def _unit_of(help: str) -> str:
    return next((unit for pattern, unit in _UNITS if pattern.search(help)), "")


def groups_of(*models: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Every group inside of these models, by name; a text in two languages is none."""
    found: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        for info in model.model_fields.values():
            for inner in _models_in(info.annotation):
                if inner is not shared.Text and inner not in found:
                    found[inner] = None
                    visit(inner)

    for model in models:
        visit(model)
    return tuple(sorted(found, key=lambda model: model.__name__))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        if get_origin(annotation) is not Literal:
            yield from _models_in(inner)
