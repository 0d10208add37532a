"""Data as an officer writes it first: Thai alone, each group in its shortest form, choices by their Thai words.

The other way round of :mod:`generator.input.readings`: what is written so is read as the long form.
"""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.input.field_types import entry_type, is_group, is_list, short_key, type_of
from generator.models.shared import Owner, Text
from generator.officers.yaml_text import scalar
from generator.writing import choices


def shortened(value: Any, annotation: Any, *, unit: str, english: bool) -> Any:
    """A value of a data file in its short form.

    Args:
        value: plain data that fit the type.
        annotation: a model, or the type of one of its keys.
        unit: what every owner is called.
        english: whether English texts stay.
    """
    if isinstance(value, list) and is_list(annotation):
        short = [shortened(one, entry_type(annotation), unit=unit, english=english) for one in value]
        return list(dict.fromkeys(short)) if entry_type(annotation) is Owner and short == [unit] * len(short) else short
    if get_origin(annotation) is Literal:
        return choices.shown(value, tuple(map(str, get_args(annotation)))) if isinstance(value, str) else value
    if not is_group(annotation):
        return value
    if annotation is Owner and isinstance(value, str):
        return unit
    return _group(value, annotation, unit=unit, english=english)


def _group(value: Any, model: type[BaseModel], *, unit: str, english: bool) -> Any:
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    if isinstance(value, list) and "items" in fields:
        return shortened(value, type_of(fields["items"]), unit=unit, english=english)
    if not isinstance(value, dict):
        return value
    if model is Text:
        return value if english and "en" in value else value["th"]
    short = {
        key: shortened(inner, type_of(fields[key]), unit=unit, english=english) if key in fields else inner
        for key, inner in value.items()
    }
    if model is Owner and "unit" in short:
        short["unit"] = unit
    (only,) = short if len(short) == 1 else ("",)
    is_short = only != "" and only == short_key(model) and isinstance(short[only], str)
    return short[only] if is_short else short


LONGEST_LINE = 100
"""Letters of a list that is written on one line."""


def lines(data: dict[str, Any]) -> list[str]:
    """Data as the lines of a YAML file: groups below each other, short lists on one line."""
    return [line for key, value in data.items() for line in _entry(f"{key}:", value, "")]


def _entry(head: str, value: Any, indent: str) -> list[str]:
    """What stands behind a key, on its line and below."""
    if isinstance(value, str):
        return [f"{indent}{head} {scalar(value)}"]
    if isinstance(value, list):
        flow = ", ".join(scalar(one) for one in value if isinstance(one, str))
        if all(isinstance(one, str) for one in value) and len(indent + head + flow) <= LONGEST_LINE:
            return [f"{indent}{head} [{flow}]"]
        return [f"{indent}{head}", *(line for one in value for line in _listed(one, indent))]
    return [
        f"{indent}{head}",
        *(line for key, inner in value.items() for line in _entry(f"{key}:", inner, f"{indent}  ")),
    ]


def _listed(value: Any, indent: str) -> list[str]:
    """An entry of a list behind its dash."""
    if isinstance(value, str):
        return [f"{indent}- {scalar(value)}"]
    first, *rest = [line for key, inner in value.items() for line in _entry(f"{key}:", inner, f"{indent}  ")]
    return [f"{indent}- {first.removeprefix(f'{indent}  ')}", *rest]
