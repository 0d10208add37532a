"""What kind of value a key of a model holds: one value, a list, a group, and what a text may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo


def type_of(info: FieldInfo) -> Any:
    """The type of a key's value without ``None``; a single value keeps its :class:`Reads`."""
    found: Any = info.annotation
    if info.metadata and get_origin(found) is None:
        found = Annotated[(found, *info.metadata)]
    if get_origin(found) in (Union, UnionType):
        found = next(inner for inner in get_args(found) if inner is not type(None))
    return found


def is_list(annotation: Any) -> bool:
    """Whether a key holds a list."""
    return get_origin(annotation) is tuple or (get_origin(annotation) is Annotated and is_list(get_args(annotation)[0]))


def entry_type(annotation: Any) -> Any:
    """The type of the entries of a list."""
    return entry_type(get_args(annotation)[0]) if get_origin(annotation) is Annotated else get_args(annotation)[0]


def is_group(annotation: Any) -> bool:
    """Whether a type is a group of keys."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def groups_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every group of keys that a type names, however deep."""
    if is_group(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from groups_in(inner)


_COMPLETE: set[type[BaseModel]] = set()


def complete(model: type[BaseModel]) -> None:
    """Build a model's reader behind those of the groups inside of it: each once, and not again for every model that has it."""
    if model in _COMPLETE:
        return
    _COMPLETE.add(model)
    for info in model.model_fields.values():
        for inner in groups_in(info.annotation):
            complete(inner)
    model.model_rebuild()


@lru_cache(1024)
def short_key(model: type[BaseModel]) -> str:
    """The key that a text stands for where a group may be written as one; empty where it may not."""
    for validator in model.__pydantic_decorators__.model_validators.values():
        if validator.info.mode == "before":
            try:
                made = validator.func("x")
            except ValueError:
                continue
            if isinstance(made, dict) and len(made) == 1:
                return str(next(iter(made)))
    return ""


@lru_cache(1024)
def takes_text(model: type[BaseModel], name: str) -> bool:
    """Whether a key that holds a list may by itself be written as one text."""
    for validator in model.__pydantic_decorators__.field_validators.values():
        if validator.info.mode == "before" and name in validator.info.fields:
            try:
                return isinstance(validator.func("x"), list)
            except ValueError:
                return False
    return False


@lru_cache(1024)
def main_key(model: type[BaseModel]) -> str:
    """The one key that a group needs, where that is a text: a text alone can mean nothing else. Empty for others."""
    needed = [info.alias or name for name, info in model.model_fields.items() if info.is_required()]
    wanted = [name for name in needed if name != "id"]
    if len(wanted) != 1:
        return ""
    try:
        model.model_validate(dict.fromkeys(needed, "x"))
    except ValidationError:
        return ""
    return wanted[0]
