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
        return None, empty + [_diagnostic(source, model, detail) for detail in error.errors(include_url=False)]
    return (None, empty) if empty else (data, [])


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


def _diagnostic(source: SourceFile, model: type[BaseModel], detail: ErrorDetails) -> Diagnostic:
    path = detail["loc"]
    kind = detail["type"]
    if kind == "missing":
        if source.has_key(path):
            return source.at_key(path, "empty-value")
        return source.at(path[:-1], "missing-key", key=path[-1])
    if kind == "extra_forbidden":
        return _unknown_key(source, path, _keys(model, path[:-1]))
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
