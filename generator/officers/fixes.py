"""What was read otherwise than it is written, written back as it is read. Gives bytes; others show and write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.diagnostics import short
from generator.files.evidence import FILES, fitting
from generator.input import edits, readings, shape, source
from generator.input.edits import Change, Put, Refused, Rename
from generator.input.readings import Reading
from generator.input.source import KeyPath, SourceFile
from generator.models.shared import Evidence
from generator.officers.fields import field_at, order_at
from generator.writing.letters import seen
from generator.writing.readings import MAY_BE_DRESSED, bare


@dataclass(frozen=True)
class Fix:
    """One thing that is written otherwise from now on.

    Attributes:
        line: where it stands, from 1; 0 for the whole file.
        label: of the key, in Thai.
        what: a word of ``fix.said``.
        written: as it was, short.
        read: as it is now, short; empty where the key goes.
    """

    line: int
    label: str
    what: str
    written: str = ""
    read: str = ""


def fixed(raw: bytes, name: str, model: type[BaseModel], there: Sequence[str] = ()) -> tuple[bytes, list[Fix]]:
    """The bytes of a file in which everything of one meaning is written as it is read, and what that changed.

    A file that cannot be read stays as it is, and so does one of which the program would read anything else then.

    Args:
        there: the places of all evidence files; one that is named without its folder is written with it.
    """
    file = source.parse(raw, name)
    if file.faults or not isinstance(file.data, dict):
        return raw, []
    made, told = _without_unseen(raw, name, file)
    file = source.parse(made, name)
    meant = _meant(file.data, model)
    changes = [*_renames(meant.found)]
    renamed = _after(changes, file.data)
    changes += edits.between(renamed, meant.data, orders=lambda path: order_at(model, path))
    dressed = [*_dressed(meant.data)]
    changes += dressed
    told += [_fix(file, model, one, _meant_path(one.path, meant.renamed)) for one in meant.found]
    told += [
        Fix(0, _label(model, one.path), "dress", short(_at(meant.data, one.path)), short(one.value)) for one in dressed
    ]
    try:
        made = edits.edited(made, name, changes)
        if not _reads_as(made, raw, name, model):
            return raw, []
        places = [*_places(source.parse(made, name), model, there)]
        return edits.edited(made, name, [put for put, _ in places]), [*told, *(fix for _, fix in places)]
    except Refused:
        return raw, []


def _places(file: SourceFile, model: type[BaseModel], there: Sequence[str]) -> Iterator[tuple[Put, Fix]]:
    """Evidence that is named without its folder, by the one place that it is found at."""
    data, _ = shape.validate(file, model) if there else (None, [])
    for path, one in _evidence(data) if data else ():
        at = (*path, "file")
        if one.file and not one.file.startswith(FILES) and len(fits := fitting(one.file, there)) == 1:
            fix = Fix(file.place(at)[0], _label(model, at), "value", short(one.file), short(fits[0]))
            yield Put(at, fits[0]), fix


def _evidence(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Evidence]]:
    """Every evidence of a group of data, and where it stands."""
    if isinstance(value, Evidence):
        yield path, value
    inner = value.__dict__.items() if isinstance(value, BaseModel) else enumerate(value)
    for step, one in inner:
        if isinstance(one, BaseModel | tuple):
            yield from _evidence(one, (*path, step))


def _meant(data: Any, model: type[BaseModel]) -> readings.Readings:
    """What was read otherwise; nothing of a file that the model takes as it is."""
    try:
        model.model_validate(data)
    except ValidationError:
        return readings.read(data, model)
    return readings.Readings(data)


def _reads_as(made: bytes, raw: bytes, name: str, model: type[BaseModel]) -> bool:
    """Whether the new file says what the old one said, faults and all."""
    (new, new_faults), (old, old_faults) = (shape.validate(source.parse(one, name), model) for one in (made, raw))
    return new == old and [fault.code for fault in new_faults] == [fault.code for fault in old_faults]


def _without_unseen(raw: bytes, name: str, file: SourceFile) -> tuple[bytes, list[Fix]]:
    """The file without letters that show nothing, and with composed ones, which is how it is read."""
    text = raw.removeprefix(edits.BOM).decode("utf-8")
    clean = seen(unicodedata.normalize("NFC", text))
    if clean == text:
        return raw, []
    made = (edits.BOM if raw.startswith(edits.BOM) else b"") + clean.encode("utf-8")
    return (made, [Fix(0, "", "unseen")]) if source.parse(made, name).data == file.data else (raw, [])


def _renames(found: list[Reading]) -> Iterator[Change]:
    """Keys by the names that are meant, the deepest first, so that the paths of the others hold."""
    keys = [one for one in found if one.what == "key"]
    yield from (Rename(one.path, str(one.read)) for one in sorted(keys, key=lambda one: -len(one.path)))


def _after(changes: list[Change], data: Any) -> Any:
    for change in changes:
        data = edits.meant_by(change, data)
    return data


def _dressed(data: Any, path: KeyPath = ()) -> Iterator[Put]:
    """Texts in Word's quotation marks or behind its bullet, without them."""
    if isinstance(data, str) and MAY_BE_DRESSED.search(data) and (plain := bare(data.strip())) and plain != data:
        yield Put(path, plain)
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield from _dressed(value, (*path, step))


def _meant_path(path: KeyPath, renamed: Mapping[KeyPath, str | int]) -> KeyPath:
    """A path by the keys that are written as one by the keys that are meant."""
    names = {(*key[:-1], written): key[-1] for key, written in renamed.items()}
    return tuple(names.get(path[: number + 1], step) for number, step in enumerate(path))


def _fix(file: SourceFile, model: type[BaseModel], one: Reading, meant: KeyPath) -> Fix:
    line = file.key_place(one.path)[0] if isinstance(one.path[-1], str) else file.place(one.path)[0]
    what = one.what if one.read is not None or one.what != "none" else "none"
    read = "" if one.read is None else _shown(one.read)
    return Fix(line, _label(model, meant), what, short(one.written), read)


def _shown(value: Any) -> str:
    """What is written now, on one line."""
    if isinstance(value, list):
        return short(", ".join(_shown(one) for one in value))
    if isinstance(value, dict):
        return short("; ".join(f"{key}: {_shown(one)}" for key, one in value.items()))
    return short(value)


def _label(model: type[BaseModel], path: KeyPath) -> str:
    field = field_at(model, path)
    return field.label if field else edits.shown(path)


def _at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data
