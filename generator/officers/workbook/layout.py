"""Which cells a kind of data has in a workbook: a row a single value, a table a list, from the fields of its model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.input.field_types import short_key
from generator.models.disclosure import Disclosure
from generator.models.shared import Text
from generator.officers.fields import Field, Shape, fields_of

Path = tuple[str, ...]
"""Keys from the file, or from an entry of a list, down to a value."""

_FRAME = ("family", "assessed_year")
"""What a workbook is of; nobody changes it there."""
_RARE = ("source", "place", "note")
"""Keys of every fact that few files use: they have cells where the data has them."""
_DEEPEST = 3


@dataclass(frozen=True)
class Leaf:
    """A value that has a cell of its own.

    Attributes:
        field: of the value; of a text in one language that of the whole text.
        label: with those of the groups that it stands in.
    """

    path: Path
    field: Field
    label: str
    is_required: bool


@dataclass(frozen=True)
class Block:
    """A list that has a table: a row an entry, a column a value.

    Attributes:
        model: of an entry.
        deep: labels of what an entry may have and no cell can hold: the data file alone has that.
        beyond: of these what every entry must have, so that the list cannot be filled in whole here.
    """

    field: Field
    model: type[BaseModel]
    leaves: tuple[Leaf, ...]
    deep: tuple[str, ...]
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """Every cell of a kind of data, and what has none."""

    leaves: tuple[Leaf, ...]
    blocks: tuple[Block, ...]
    deep: tuple[str, ...]

    @property
    def beyond(self) -> tuple[str, ...]:
        """Labels of what an entry of a list must have and no cell can hold."""
        return tuple(f"{block.field.label} › {label}" for block in self.blocks for label in block.beyond)

    @property
    def is_whole(self) -> bool:
        """Whether everything can be filled in here: the data is flat, or nests once."""
        return not self.deep and not any(block.deep for block in self.blocks)


def plan_of(model: type[BaseModel], data: Any, *, has_english: bool) -> Plan:
    """The cells of a file; those of rarely used keys only where ``data`` has them."""
    leaves: list[Leaf] = []
    blocks: list[Block] = []
    deep: list[str] = []
    for field in fields_of(model):
        if field.name in _FRAME:
            continue
        if field.is_list and (field.shape is Shape.TEXT or (field.shape is Shape.GROUP and field.model)):
            entry = field.model or Text
            given = data.get(field.name) if isinstance(data, dict) else None
            cells = _Cells(has_english, given if isinstance(given, list) else [])
            found = (
                list(cells.of_text(field, (), ""))
                if entry is Text
                else [leaf for one in fields_of(entry) for leaf in cells.of(one, entry, (), "", needed=True)]
            )
            blocks.append(Block(field, entry, tuple(found), tuple(cells.deep), tuple(cells.beyond)))
        else:
            cells = _Cells(has_english, [data] if data else [])
            leaves += cells.of(field, model, (), "", needed=True)
            deep += cells.deep
    blocks.sort(
        key=lambda block: block.field.name in Disclosure.model_fields
    )  # what the family itself is of comes first
    return Plan(tuple(leaves), tuple(blocks), tuple(deep))


class _Cells:
    """The cells of entries of one kind; notes what can have none."""

    def __init__(self, has_english: bool, entries: Sequence[Any]) -> None:
        self._has_english = has_english
        self._entries = entries
        self.deep: list[str] = []
        self.beyond: list[str] = []

    def of(self, field: Field, model: type[BaseModel], above: Path, said: str, *, needed: bool) -> Iterator[Leaf]:
        path, label = (*above, field.name), f"{said} › {field.label}" if said else field.label
        if (field.name in _RARE or field.shape is Shape.ID) and not self._is_used(path, model):
            return
        needed = needed and field.required
        if field.shape is Shape.TEXT and not field.is_list:
            yield from self.of_text(field, path, label, needed=needed)
        elif field.shape is not Shape.GROUP or (field.is_list and (field.short or link_keys(field.model))):
            yield Leaf(path, field, label, needed)
        elif field.is_list or field.model is None or len(path) >= _DEEPEST:
            self.deep.append(label)
            self.beyond += [label] if needed else []
        else:
            for inner in fields_of(field.model):
                yield from self.of(inner, field.model, path, label, needed=needed)

    def of_text(self, field: Field, path: Path, label: str, *, needed: bool = False) -> Iterator[Leaf]:
        yield Leaf((*path, "th"), field, label or field.label, needed)
        if self._has_english:
            yield Leaf((*path, "en"), field, f"{label or field.label} (อังกฤษ)", False)

    def _is_used(self, path: Path, model: type[BaseModel]) -> bool:
        return any(value_at(entry, path, model) is not None for entry in self._entries)


def link_keys(model: type[BaseModel] | None) -> tuple[str, ...]:
    """The keys for the address of what a group links to by its title; nothing for other groups."""
    keys = [field.name for field in fields_of(model)] if model else []
    return tuple(key for key in ("link", "file") if key in keys) if "title" in keys and len(keys) <= _LINK_KEYS else ()


_LINK_KEYS = 8
"""Keys of the largest group that is no more than a link: an evidence file."""


# --- values at a path, whichever short form they are written in -------------------------------------


def inner_model(model: type[BaseModel] | None, key: str) -> type[BaseModel] | None:
    """The class of the group, or the text, that a key of a group holds."""
    field = next((one for one in fields_of(model) if one.name == key), None) if model and model is not Text else None
    return None if field is None else Text if field.shape is Shape.TEXT else field.model


def expanded(value: Any, model: type[BaseModel] | None) -> Any:
    """A group that is written in its short form, as a group; anything else as it is."""
    if model is None or value is None:
        return value
    if model is Text:
        return {"th": value} if isinstance(value, str) else value
    if isinstance(value, list):
        return {"items": value} if "items" in model.model_fields else value
    short = short_key(model)
    is_text = isinstance(value, str) or (isinstance(value, dict) and bool(value) and set(value) <= {"th", "en"})
    return {short: value} if short and is_text else value


def value_at(value: Any, path: Path, model: type[BaseModel] | None) -> Any:
    """What stands at a path below a file or an entry; None where nothing does."""
    for key in path:
        value = expanded(value, model)
        if not isinstance(value, dict):
            return None
        value = value.get(key)
        model = inner_model(model, key)
    return value


def with_value(value: Any, path: Path, new: Any, model: type[BaseModel] | None) -> Any:
    """A file or an entry with another value at a path, in the short form where that says it all; None where nothing is left."""
    if not path:
        return new
    was = expanded(value, model)
    group = dict(was) if isinstance(was, dict) else {}
    inner = with_value(group.get(path[0]), path[1:], new, inner_model(model, path[0]))
    if inner is None:
        group.pop(path[0], None)
    else:
        group[path[0]] = inner
    return collapsed(group, model, was_group=isinstance(value, dict) and value == was)


def collapsed(group: dict[str, Any], model: type[BaseModel] | None, *, was_group: bool) -> Any:
    """A group as one text where that says it all; as it is where it stood as a group (``was_group``), None where it is empty."""
    if not group:
        return None
    short = "th" if model is Text else "" if model is None else short_key(model)
    if model is not None and model is not Text and "items" in model.model_fields and set(group) == {"items"}:
        return group if was_group else group["items"]
    return group[short] if short and set(group) == {short} and not was_group else group
