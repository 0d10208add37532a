"""One file against its model: the first circle of checking.

A validation error becomes a diagnostic at the line of the value it speaks of; a missing key points
at the mapping that should hold it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, short
from generator.source import Path_, SourceFile

M = TypeVar("M", bound=BaseModel)

_CODES = {
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "string_type": "not-text",
    "too_short": "empty-value",
}


MOST_WORDS = 500
"""Words among which one that was meant is looked for; with more, many faults would take minutes."""


def validate(source: SourceFile, model: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """The file's data as ``model``, or None and every fault in it."""
    if source.faults:
        return None, list(source.faults)
    if not isinstance(source.data, dict):
        code = "empty-file" if source.data is None else "not-a-mapping"
        return None, [source.at((), code, value=short(source.data))]
    empty = list(_unknown_empty_keys(source, model))
    try:
        data = model.model_validate(source.data)
    except ValidationError as error:
        return None, empty + list(_diagnostics(source, model, error.errors(include_url=False)))
    return (None, empty) if empty else (data, [])


def _diagnostics(source: SourceFile, model: type[BaseModel], details: list[ErrorDetails]) -> Iterator[Diagnostic]:
    """One fault for one cause: a key that is mistyped is not missing, too, and a colon in a text makes no group."""
    written = [_as_written(source.data, detail["loc"]) for detail in details]
    unknown: dict[Path_, list[str]] = {}
    missing: dict[Path_, list[str]] = {}
    for detail, path in zip(details, written, strict=True):
        if detail["type"] == "extra_forbidden":
            unknown.setdefault(path[:-1], []).append(str(path[-1]))
        elif detail["type"] == "missing" and not source.has_key(path):
            missing.setdefault(path[:-1], []).append(str(path[-1]))
    if model.model_config.get("extra") == "ignore":
        known = {info.alias or name for name, info in model.model_fields.items()}
        unknown[()] = [key for key in source.data if key not in known]
    split = {path for path, keys in unknown.items() if _is_split_text(source.data, path, keys)}
    meant = {
        (*path, key): near
        for path, keys in unknown.items()
        if path not in split
        for key, near in _pairs(keys, missing.get(path, []))
    }
    told = {*meant, *((*path[:-1], key) for path, key in meant.items())}
    for path in split:
        yield source.at_key((*path, unknown[path][0]), "colon-in-text", key=short(unknown[path][0]))
    for path, near in meant.items():
        yield source.at_key(path, "unknown-key", key=short(path[-1]), meant=near)
    for detail, path in zip(details, written, strict=True):
        if path not in told and path[:-1] not in split:
            yield _diagnostic(source, model, detail, path)


def _as_written(data: Any, path: tuple[str | int, ...]) -> Path_:
    """A path through a model as a path through the data, which may leave out what a short form stands for."""
    found: list[str | int] = []
    value: Any = data
    for number, step in enumerate(path, start=1):
        is_there = step in value if isinstance(value, dict) else isinstance(value, list) and step in range(len(value))
        if is_there:
            value = value[step]
        elif not isinstance(value, dict) or number < len(path):
            continue
        found.append(step)
    return tuple(found)


def _pairs(unknown: list[str], missing: list[str]) -> Iterator[tuple[str, str]]:
    """Every unknown key with the missing one that was meant by it; two that are left alone and unlike are a pair, too."""
    left = list(unknown)
    wanted = list(missing)
    for key in missing:
        if near := closest(key, left):
            left.remove(near)
            wanted.remove(key)
            yield near, key
    if len(left) == len(wanted) == 1 and not left[0].isascii():
        yield left[0], wanted[0]


def _is_split_text(data: Any, path: Path_, keys: list[str]) -> bool:
    """Whether a group is a text of a list that was split at its colon: one key, of words and not of a name."""
    if len(keys) != 1 or not path or not isinstance(path[-1], int):
        return False
    for step in path:
        data = data[step]
    return len(data) == 1 and isinstance(data[keys[0]], str) and " " in keys[0]


def _unknown_empty_keys(source: SourceFile, model: type[BaseModel]) -> Iterator[Diagnostic]:
    """Keys without a value are left out of the data; one that nobody knows is a fault all the same.

    ``{amount: 4,241,300}`` is an amount of 4 and the keys 241 and 300.
    """
    if model.model_config.get("extra") == "ignore":
        return
    for path in source.empty_keys():
        known = _keys(model, path[:-1])
        if known and path[-1] not in known:
            yield _unknown_key(source, path, known)


def _unknown_key(source: SourceFile, path: Path_, known: set[str]) -> Diagnostic:
    meant = nearest(str(path[-1]), sorted(known), shown=len(known))
    return source.at_key(path, "unknown-key", key=short(path[-1]), meant=meant)


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty text; among very many words nobody looks."""
    words = list(known)
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6) if len(words) <= MOST_WORDS else []
    return near[0] if near else ""


def nearest(word: str, known: Iterable[str], shown: int = 12) -> str:
    """The known word that was probably meant, or the first of those there are."""
    words = list(known)
    return closest(word, words) or ", ".join(words[:shown])


def _diagnostic(source: SourceFile, model: type[BaseModel], detail: ErrorDetails, path: Path_) -> Diagnostic:
    kind = detail["type"]
    if kind == "missing":
        if source.has_key(path):
            return source.at_key(path, "empty-value")
        return source.at(path[:-1], "missing-key", key=path[-1])
    if kind == "extra_forbidden":
        return _unknown_key(source, path, _keys(model, detail["loc"][:-1]))
    if detail["input"] is None:
        return source.at(path, "empty-value")
    if kind == "literal_error":
        choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return source.at(path, "unknown-choice", value=short(detail["input"]), choices=choices)
    if kind in _CODES:
        return source.at(path, _CODES[kind], value=short(detail["input"]))
    facts = {name: short(value) for name, value in (detail.get("ctx") or {}).items() if name != "code"}
    return source.at(path, kind, **{"value": short(detail["input"]), **facts})


def _keys(model: type[BaseModel], path: tuple[str | int, ...]) -> set[str]:
    """The keys that the mapping at ``path`` may have."""
    found: Any = model
    for step in path:
        if isinstance(step, str):
            fields = {info.alias or name: info.annotation for name, info in found.model_fields.items()}
            found = _model_in(fields.get(step))
            if found is None:
                return set()
    return {info.alias or name for name, info in found.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model class inside ``tuple[X, ...]``, ``X | None`` or ``Annotated[X, …]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, Union, UnionType, Annotated) and get_origin(annotation) is not Literal:
        for inner in get_args(annotation):
            if found := _model_in(inner):
                return found
    return None
