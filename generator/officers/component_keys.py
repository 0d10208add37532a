"""Which key of a data file shows which component: found in the family's own example, where every component is shown.

A key without which the example no longer shows a component is the key to write. So no table of components and keys has to be
kept, and none can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.families import FAMILIES
from generator.input import shape, source
from generator.input.field_types import entry_type, is_group, is_list, type_of
from generator.input.source import SourceFile
from generator.models.disclosure import Disclosure, Shown
from generator.tables.totals import Tabled

Keys = tuple[str, ...]
"""A key, or the key of a list and a key of each of its entries: ``("measures", "follow_up")``."""
_DEEPEST = 3
_FRAME = frozenset(Disclosure.model_fields)
_SAYS_NONE = re.compile("none$|no_|note$|source$|place$")
"""Keys of an entry that state an absence, or nothing of their own."""


@dataclass(frozen=True)
class Way:
    """How a component is shown.

    Attributes:
        alone: the key at the top that shows it by itself; empty where it takes several.
        within: the key without which it is not shown, in the entries of a list too; empty where there is another way.
    """

    alone: str = ""
    within: Keys = ()


@lru_cache
def component_ways(family: str) -> Mapping[str, Way]:
    """Component → how it is shown; a component of a table is shown by its columns."""
    model = FAMILIES[family].model
    data = source.parse(FAMILIES[family].example.read_bytes(), family).data
    frame = {key: data[key] for key in ("family", "assessed_year", "data_year")}
    before = {**frame, "data_year": str(int(frame["assessed_year"]) - 1)}
    alone: dict[str, str] = {}
    tries = {key: {**frame, key: value} for key, value in data.items() if key not in _FRAME} | {"data_year": before}
    for key, tried in tries.items():
        for component in sorted(_shown(tried, model) or ()):
            alone.setdefault(component, key)
    within, components = _within(data, model), _components(model, int(data["assessed_year"]))
    if issubclass(model, Tabled):
        alone |= {component: "table" for component in components if component not in alone}
    return {component: Way(alone.get(component, ""), within.get(component, ())) for component in components}


@lru_cache
def other_keys(family: str, component: str, keys: Keys) -> Keys:
    """Keys of the entries of a list that show a component as well as the last of ``keys`` does, tried in the example."""
    model = FAMILIES[family].model
    *above, key = keys
    found = []
    fields = _fields_of(model, above)
    for other in [name for name in fields if name != key and not _SAYS_NONE.match(name)]:
        for value in ("ข้อความ", "https://www.example.go.th/"):
            data = source.parse(FAMILIES[family].example.read_bytes(), family).data
            for name in fields:
                if name != other and not fields[name].is_required():
                    _remove(data, (*above, name))
            bare = _shown(data, model)
            for entry in _entries_at(data, above):
                entry[other] = value
            shown = _shown(data, model)
            if bare is not None and component not in bare and shown is not None and component in shown:
                found.append(other)
                break
    return tuple(found)


@dataclass(frozen=True)
class Completing:
    """What the entries of a list lack so that a component is shown.

    Attributes:
        keys: each would do.
        number: the first entry that has none of them.
        is_each: whether every entry needs one, or any one entry.
    """

    keys: Keys
    number: int
    is_each: bool


def completing(family: str, component: str, key: str, data: Mapping[str, Any]) -> Completing | None:
    """The keys whose lack keeps a list that is there from showing a component, tried in the data itself; None where none alone would do.

    Args:
        key: of the list.
        data: of the file.
    """
    model = FAMILIES[family].model
    fields = _fields_of(model, (key,))
    found: dict[bool, list[tuple[str, int]]] = {True: [], False: []}
    for name in [one for one in fields if not _SAYS_NONE.match(one)]:
        lacking = [n for n, one in enumerate(data[key]) if isinstance(one, dict) and name not in one]
        for is_each in (False, True) if len(lacking) > 1 else (True,) if lacking else ():
            if any(
                _is_shown(model, component, _with(data, key, lacking if is_each else lacking[:1], name, v))
                for v in _VALUES
            ):
                found[is_each].append((name, lacking[0]))
                break
    is_each = not found[False]
    keys = found[is_each]
    return Completing(tuple(name for name, _ in keys), min(n for _, n in keys), is_each) if keys else None


_VALUES = ("ข้อความ", "https://www.example.go.th/", "ไตรมาส 1", "1", "true")
"""A value of every kind that a key of an entry may want."""


def _with(data: Mapping[str, Any], key: str, numbers: Sequence[int], name: str, value: str) -> dict[str, Any]:
    """The data with a value more in some entries of a list."""
    return {**data, key: [{**one, name: value} if n in numbers else one for n, one in enumerate(data[key])]}


def _is_shown(model: type[Disclosure], component: str, data: dict[str, Any]) -> bool:
    return component in (_shown(data, model) or ())


def _fields_of(model: type[BaseModel], above: Sequence[str]) -> dict[str, FieldInfo]:
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    if not above:
        return fields
    kind = type_of(fields[above[0]]) if above[0] in fields else None
    kind = entry_type(kind) if is_list(kind) else kind
    return _fields_of(kind, above[1:]) if kind and is_group(kind) else {}


def _entries_at(data: Any, keys: Sequence[str]) -> Iterator[dict[str, Any]]:
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict):
            yield from _entries_at(entry.get(keys[0]), keys[1:]) if keys else [entry]


def _components(model: type[Disclosure], year: int) -> frozenset[str]:
    return frozenset(model.model_construct(family="", assessed_year=year, data_year=year).shows())


def _shown(data: dict[str, Any], model: type[Disclosure]) -> frozenset[str] | None:
    """The components that data shows; None where it is no data of the model."""
    read, _ = shape.validate(SourceFile("", data=data), model)
    return None if read is None else frozenset(id for id, of in read.shows().items() if of.state is not Shown.MISSING)


def _within(data: dict[str, Any], model: type[Disclosure]) -> dict[str, Keys]:
    """Component → the key without which the example does not show it; of several the one that shows least else."""
    whole = _shown(data, model) or frozenset()
    found: dict[str, list[tuple[int, int, Keys]]] = {}
    waiting: list[Keys] = [(key,) for key in data if key not in _FRAME]
    while waiting:
        keys = waiting.pop()
        left = deepcopy(data)
        inner = _remove(left, keys)
        shown = _shown(left, model)
        lost = whole - shown if shown is not None else whole
        for component in lost if shown is not None else ():
            found.setdefault(component, []).append((len(lost), len(keys), keys))
        if len(lost) > 1 and len(keys) < _DEEPEST:
            waiting += [(*keys, key) for key in inner if not _SAYS_NONE.match(key)]
    another = _shown({**data, "data_year": str(int(data["assessed_year"]) - 5)}, model)
    for component in whole - another if another is not None else ():
        found.setdefault(component, []).append((1, 1, ("data_year",)))
    return {component: min(ways)[2] for component, ways in found.items()}


def _remove(data: Any, keys: Keys) -> set[str]:
    """Take a key away from data, or from every entry of a list in it; gives the keys that stood inside of it."""
    inner: set[str] = set()
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict) and keys[0] in entry:
            if len(keys) > 1:
                inner |= _remove(entry[keys[0]], keys[1:])
            else:
                value = entry.pop(keys[0])
                values = value if isinstance(value, list) else [value]
                inner |= {key for one in values if isinstance(one, dict) for key in one}
    return inner
