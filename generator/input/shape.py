"""One file against its model: the first circle of checking.

A validation error becomes a diagnostic at the line of the value it speaks of; a missing key points
at the mapping that should hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, short
from generator.input import readings
from generator.input.field_types import complete, type_of
from generator.input.labels import called
from generator.input.source import KeyPath, SourceFile
from generator.writing.choices import listed
from generator.writing.near import MOST_MEANT, MOST_WORDS, closest, nearest
from generator.writing.readings import name_key, other_numbers

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


def validate(source: SourceFile, model: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """The file's data as ``model``, or None and every fault in it."""
    if source.faults:
        return None, list(source.faults)
    if not isinstance(source.data, dict):
        code = "empty-file" if source.data is None else "not-a-mapping"
        return None, [source.at((), code, value=short(source.data))]
    empty = list(_unknown_empty_keys(source, model))
    complete(model)
    try:
        data = model.model_validate(source.data)
        return (None, empty) if empty else (data, [])
    except ValidationError:
        meant = readings.read(source.data, model)
    try:
        data = model.model_validate(meant.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        written = [_as_written(source, detail["loc"], meant.renamed) for detail in details]
        return None, empty + list(_diagnostics(source, model, details, written))
    source.renamed = meant.renamed
    source.data = readings.with_keys(source.data, meant.renamed)
    return (None, empty) if empty else (data, [])


def _diagnostics(
    source: SourceFile, model: type[BaseModel], details: list[ErrorDetails], written: list[KeyPath]
) -> Iterator[Diagnostic]:
    """One fault for one cause: a key that is mistyped is not missing, too, and a colon in a text makes no group."""
    unknown, missing = _unknown_and_missing(source, model, list(zip(details, written, strict=True)))
    split = {path for path, keys in unknown.items() if _is_split_text(source.data, path, keys)}
    meant = {
        (*path, key): near
        for path, keys in unknown.items()
        if path not in split
        for key, near in _pairs(keys, missing.get(path, []))
    }
    is_short = sum(map(len, unknown.values())) <= MOST_WORDS
    is_open = model.model_config.get("extra") == "ignore"  # its own keys may be right
    rest = {path: keys[MOST_WORDS:] for path, keys in unknown.items() if keys[MOST_WORDS:] and (path or not is_open)}
    explained = {*meant, *((*path[:-1], key) for path, key in meant.items())}
    explained.update((*path, key) for path, keys in rest.items() for key in keys)
    for path, keys in rest.items():  # nobody wrote so many by hand, and nobody reads a message for each
        key = f"{short(keys[0])} … {short(keys[-1])} ({len(keys):,})"
        yield source.at_key((*path, keys[0]), "unknown-key", key=key, meant="", known="")
    for path in split:
        yield source.at_key((*path, unknown[path][0]), "colon-in-text", key=short(unknown[path][0]))
    for path, near in meant.items():
        yield source.at_key(path, "unknown-key", key=short(path[-1]), meant=near, known="")
    for detail, path in zip(details, written, strict=True):
        if path not in explained and path[:-1] not in split:
            yield _diagnostic(source, model, detail, path, is_meant_sought=is_short)


Keys = dict[KeyPath, list[str]]
"""Keys by the mapping that they stand in, or should."""


def _unknown_and_missing(
    source: SourceFile, model: type[BaseModel], details: list[tuple[ErrorDetails, KeyPath]]
) -> tuple[Keys, Keys]:
    """The keys that nobody knows, and those that should be there and are not."""
    unknown: Keys = {}
    missing: Keys = {}
    for detail, path in details:
        if detail["type"] == "extra_forbidden":
            unknown.setdefault(path[:-1], []).append(str(path[-1]))
        elif detail["type"] == "missing" and not source.has_key(path):
            missing.setdefault(path[:-1], []).append(str(path[-1]))
    if model.model_config.get("extra") == "ignore":
        known = {info.alias or name for name, info in model.model_fields.items()}
        unknown[()] = [key for key in source.data if key not in known]
    return unknown, missing


def _as_written(source: SourceFile, path: tuple[str | int, ...], renamed: Mapping[KeyPath, str | int]) -> KeyPath:
    """A path through a model as a path through the data, which may leave out what a short form stands for."""
    found: list[str | int] = []
    value: Any = source.data
    for number, step in enumerate(path, start=1):
        step = renamed.get((*found, step), step)
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


def _is_split_text(data: Any, path: KeyPath, keys: list[str]) -> bool:
    """Whether a group is a text of a list that was split at its colon: one key, of words and not of a name."""
    if len(keys) != 1 or not path or not isinstance(path[-1], int):
        return False
    for step in path:
        data = data[step]
    return len(data) == 1 and isinstance(data[keys[0]], str) and " " in keys[0]


def _unknown_empty_keys(source: SourceFile, model: type[BaseModel]) -> Iterator[Diagnostic]:
    """Keys without a value are left out of the data; one that nobody knows is a fault all the same.

    ``{amount: 4,241,300}`` is an amount of 4 and the keys 241 and 300, which is told as what it was meant for.
    """
    if model.model_config.get("extra") == "ignore":
        return
    figures: dict[tuple[int, int], str] = {}
    lines = source.text.split("\n") if source.has_empty_keys else []
    paths = source.empty_keys()
    for path in paths:
        known = _keys(model, path[:-1])
        if not known or path[-1] in known or _meant(str(path[-1]), known):
            continue
        if found := _parted_figure(lines, *source.key_place(path)):
            figures[found[0]] = max(figures.get(found[0], ""), found[1], key=len)
        else:
            yield _unknown_key(source, path, known if len(paths) <= MOST_WORDS else {})
    for (line, column), written in figures.items():
        whole = re.sub(r"\s|(?:\.?-)?\s*(?:บาท)?$", "", written)
        meant = whole.replace(",", "") if _THOUSANDS.fullmatch(whole) else ""
        value = whole if meant else written
        facts = {"value": value, "read": value.partition(",")[0], "meant": meant}
        yield Diagnostic(source.name, line, column, "comma-in-figure", facts=facts)


def _meant(key: str, known: dict[str, str]) -> str:
    """The known key that is the same one, written otherwise or in Thai; empty where there is none, or more than one."""
    near = [name for name in known if name_key(name) in set(other_numbers(name_key(key)))] or [*called(key, known)]
    return near[0] if len(near) == 1 else ""


def _parted_figure(lines: list[str], line: int, column: int) -> tuple[tuple[int, int], str] | None:
    """Where a value begins of which a figure, now a key, is the end, and the value so far: ``{amount: 117,600}``."""
    first = max(0, column - 1 - LONGEST_PARTED)  # a long line has many keys, and each is looked at
    before, behind = lines[line - 1][first : column - 1], lines[line - 1][column - 1 : column + LONGEST_PARTED]
    head = re.search(r"(?<=: )([^\s:{}\[\]\"'][^:{}\[\]\"']*),\s*$", before)
    tail = re.match(r"[0-9๐-๙]+(?:\.[0-9๐-๙]+)?(?:\.?-)?(?:\s*บาท)?(?=\s*[,}])", behind)
    return ((line, first + head.start(1) + 1), before[head.start(1) :] + tail[0]) if head and tail else None


LONGEST_PARTED = 60
"""Letters of a value that commas may have parted."""
_THOUSANDS = re.compile(r"[+-]?[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+(?:\.[0-9๐-๙]+)?")


def _unknown_key(source: SourceFile, path: KeyPath, known: dict[str, str]) -> Diagnostic:
    """A key that nobody knows, and what may be meant by it: none that is there already."""
    key = str(path[-1])
    there = [name for name in known if source.has_key((*path[:-1], name))]
    known = {} if closest(key, there) else {name: about for name, about in known.items() if name not in there}
    described = [] if key.isascii() else [name for name, about in known.items() if key in about]
    meant = ", ".join(described[:MOST_MEANT]) or nearest(key, known)
    own = "" if meant else ", ".join(f"{name} ({_label(about)})" for name, about in _own(known)[:MOST_LISTED])
    return source.at_key(path, "unknown-key", key=short(path[-1]), meant=meant, known=own)


MOST_LISTED = 12
"""Keys of a group that a message lists."""


def _own(known: dict[str, str]) -> list[tuple[str, str]]:
    """The keys that a group has of its own; of one that has none the others."""
    return [one for one in known.items() if one[0] not in COMMON] or [*known.items()]


def _label(about: str) -> str:
    """The first words of the sentence on a key."""
    return short(re.split(r"[;:,(]| เช่น ", about)[0].strip(), 40)


def _diagnostic(
    source: SourceFile, model: type[BaseModel], detail: ErrorDetails, path: KeyPath, *, is_meant_sought: bool
) -> Diagnostic:
    kind = detail["type"]
    if kind == "missing":
        if empty := _empty_key(source, path, _keys(model, detail["loc"][:-1])):
            return source.at_key(empty, "empty-value")
        return source.at(path[:-1], "missing-key", key=path[-1], choices=_choices(model, detail["loc"]))
    if kind == "extra_forbidden":
        return _unknown_key(source, path, _keys(model, detail["loc"][:-1]) if is_meant_sought else {})
    if detail["input"] is None:
        return source.at(path, "empty-value")
    if kind == "literal_error":
        choices = listed(re.findall("'([^']+)'", detail["ctx"]["expected"]))
        return source.at(path, "unknown-choice", value=short(detail["input"]), choices=choices)
    if kind == "only-a-dash":
        return source.at(path, kind, key=next((step for step in reversed(path) if isinstance(step, str)), ""))
    if kind == "not-a-number" and "งบ" in str(detail["input"]):
        return source.at(path, "words-for-money", value=short(detail["input"]))
    if kind in _CODES:
        return source.at(path, _CODES[kind], value=short(detail["input"]))
    facts = {name: short(value) for name, value in (detail.get("ctx") or {}).items() if name != "code"}
    return source.at(path, kind, **{"value": short(detail["input"]), **facts})


def _choices(model: type[BaseModel], path: tuple[str | int, ...]) -> str:
    """What may be chosen for the key at ``path``; empty where that is no choice."""
    fields = _fields(model, path[:-1])
    wanted = type_of(fields[str(path[-1])]) if path[-1] in fields else None
    return listed(get_args(wanted)) if get_origin(wanted) is Literal else ""


def _empty_key(source: SourceFile, path: KeyPath, known: dict[str, str]) -> KeyPath | None:
    """The key without a value in the place of the one that is missing, as it is written."""
    if source.has_key(path):
        return path
    beside = (one for one in source.empty_keys() if one[:-1] == path[:-1])
    return next((one for one in beside if _meant(str(one[-1]), known) == path[-1]), None)


def _keys(model: type[BaseModel], path: tuple[str | int, ...]) -> dict[str, str]:
    """The keys that the mapping at ``path`` may have, each with its description."""
    return {name: info.description or "" for name, info in _fields(model, path).items()}


COMMON = frozenset(
    ("source", "place", "note", "published", "hold", "due", "owner", "summary", "none", "absent", "evidence")
)
"""Keys that most groups have."""


def _fields(model: type[BaseModel], path: tuple[str | int, ...]) -> dict[str, FieldInfo]:
    """The fields of the mapping at ``path`` by their keys; none where no mapping is known there."""
    found: Any = model
    for step in path:
        if isinstance(step, str):
            fields = {info.alias or name: info.annotation for name, info in found.model_fields.items()}
            found = _model_in(fields.get(readings.keys_meant([step], found).get(step, step)))
            if found is None:
                return {}
    return {info.alias or name: info for name, info in found.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model class inside ``tuple[X, ...]``, ``X | None`` or ``Annotated[X, …]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, Union, UnionType, Annotated) and get_origin(annotation) is not Literal:
        for inner in get_args(annotation):
            if found := _model_in(inner):
                return found
    return None
