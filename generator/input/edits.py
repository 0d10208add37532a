"""Changes of a YAML file at key paths: the one place is written anew and no other letter of the file is touched.

Comments, order, quotation marks, leading zeros, line ends and the mark at the file's beginning stay as officers left
them. Edits go by the places of the values: ruamel.yaml, the library for this, re-indents officers' files and drops
leading zeros. After the edits the file is read again and compared with what was meant; where it says anything else,
:class:`Refused` is raised and nothing is given.

``edited(raw, name, [Put(("title", "th"), "แผน"), Remove(("due",))])`` gives the new bytes; :func:`between` gives the
changes that lead from one state of the data to another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.input import source, splices
from generator.input.source import KeyPath
from generator.writing.letters import seen

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Put:
    """Sets the value at ``path``: of a key, which is added where it is not there, or of an entry of a list that is.

    Attributes:
        value: text, or dicts and lists of texts.
        order: keys in the order in which they should stand: a new key comes behind those that are before it here.
    """

    path: KeyPath
    value: Any
    order: Sequence[str] = ()


@dataclass(frozen=True)
class Insert:
    """Puts a new entry into the list at ``path[:-1]``, before the entry ``path[-1]``; one behind the last appends."""

    path: KeyPath
    value: Any


@dataclass(frozen=True)
class Append:
    """Puts a new entry behind the last one of the list at ``path``; where there is no list, the first of a new one."""

    path: KeyPath
    value: Any
    order: Sequence[str] = ()


@dataclass(frozen=True)
class Remove:
    """Takes a key with its value, or an entry of a list, away; comments above it stay."""

    path: KeyPath


@dataclass(frozen=True)
class Rename:
    """Gives the key that ``path`` leads to another name."""

    path: KeyPath
    name: str


@dataclass(frozen=True)
class Move:
    """Puts the entry of a list that ``path`` leads to where the entry ``to`` stands, with the comment above it."""

    path: KeyPath
    to: int


Change = Put | Insert | Append | Remove | Rename | Move


class Refused(Exception):
    """The changes cannot be made: the file has faults, a path leads nowhere, or the result would say something else.

    Attributes:
        faults: what is wrong, at its place in the file.
    """

    def __init__(self, *faults: Diagnostic) -> None:
        super().__init__(*(f"{fault.place} {fault.code} {dict(fault.facts)}" for fault in faults))
        self.faults = faults


def edited(raw: bytes, name: str, changes: Sequence[Change]) -> bytes:
    """The bytes of a file with the changes made, one after the other.

    Args:
        raw: of the file; b"" begins a new one.
        name: what messages call it.
        changes: each with the path that its value has when the changes before it are made.

    Raises:
        Refused: nothing is guessed.
    """
    before = source.parse(raw, name)
    if before.faults:
        raise Refused(*before.faults)
    data, text = {} if before.data is None else before.data, raw.removeprefix(BOM).decode("utf-8")
    mark = BOM if raw.startswith(BOM) else b""
    for change in changes:
        if isinstance(change, Put | Insert | Append):
            change = replace(change, value=plain(change.value))
        try:
            meant = meant_by(change, data)
        except (KeyError, IndexError, TypeError) as error:
            raise Refused(before.at(change.path, "edit-nowhere", steps=shown(change.path))) from error
        if meant == data and not isinstance(change, Move):
            continue
        text = _made(change, text, data, meant, name, mark)
        data = meant
    return mark + text.encode("utf-8")


def shown(path: KeyPath) -> str:
    """``projects.2.title``: entries are counted from 1, as people do."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _made(change: Change, text: str, data: Any, meant: Any, name: str, mark: bytes) -> str:
    """The text of the first way to make a change that reads as what is meant."""
    if isinstance(change, Put) and _are_alike(change.value, _value(data, change.path)):
        return _step_by_step(change, text, data, name, mark)
    for way in _ways(change, text):
        again = source.parse(mark + way.encode("utf-8", "surrogatepass"), name) if way != text else None
        if again is not None and not again.faults and again.data == meant:
            return way
        if again is None and isinstance(change, Move) and meant == data:
            return way
    raise Refused(
        source.parse(mark + text.encode("utf-8"), name).at(change.path, "edit-refused", steps=shown(change.path))
    )


def _step_by_step(change: Put, text: str, data: Any, name: str, mark: bytes) -> str:
    """A group for a group, or a list for a list: only what differs is written."""
    for step in between(_value(data, change.path), change.value, change.path, change.order):
        meant = meant_by(step, data)
        text = _made(step, text, data, meant, name, mark)
        data = meant
    return text


def _are_alike(one: Any, other: Any) -> bool:
    return (isinstance(one, dict) and isinstance(other, dict)) or (isinstance(one, list) and isinstance(other, list))


def _ways(change: Change, text: str) -> Iterator[str]:
    """The texts that a change could lead to, those nearest to the way of the file first."""
    try:
        yield from _WAYS[type(change)](change, text)
    except (ValueError, yaml.YAMLError):
        return


_WAYS: dict[type, Callable[[Any, str], Iterator[str]]] = {
    Put: lambda change, text: splices.put(text, change.path, change.value, change.order),
    Insert: lambda change, text: splices.insert(text, change.path[:-1], int(change.path[-1]), change.value),
    Append: lambda change, text: splices.append(text, change.path, change.value, change.order),
    Remove: lambda change, text: splices.remove(text, change.path),
    Rename: lambda change, text: splices.rename(text, change.path, change.name),
    Move: lambda change, text: splices.move(text, change.path, change.to),
}


def meant_by(change: Change, data: Any) -> Any:
    """The data after a change; what was given stays as it is.

    Raises:
        KeyError, IndexError, TypeError: the path leads nowhere, or to what the change is not for.
    """
    found = deepcopy(data)
    if isinstance(change, Put) and not change.path:
        return plain(change.value)
    if found is None:
        found = {}
    if isinstance(change, Append):
        return _appended(found, change)
    above, last = _value(found, change.path[:-1]), change.path[-1]
    if isinstance(change, Put):
        _put(above, last, plain(change.value))
    elif isinstance(change, Insert):
        _of(above, list)
        if not isinstance(last, int) or not 0 <= last <= len(above):
            raise IndexError(last)
        above.insert(last, plain(change.value))
    elif isinstance(change, Remove):
        _put(above, last, above[last])  # a negative index is none
        del above[last]
    elif isinstance(change, Rename):
        _of(above, dict)
        if change.name in above or last not in above:
            raise KeyError(change.name)
        renamed = {change.name if key == last else key: value for key, value in above.items()}
        above.clear()
        above.update(renamed)
    else:
        _of(above, list)
        if not isinstance(last, int) or not (0 <= last < len(above) and 0 <= change.to < len(above)):
            raise IndexError(change.to)
        above.insert(change.to, above.pop(last))
    return found


def plain(value: Any) -> Any:
    """A value as a file that says it is read: letters composed, none that shows nothing, no key without a value."""
    if isinstance(value, dict):
        return {plain(key): plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if value is None:
        return None
    return seen(unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")))


def _put(above: Any, last: str | int, value: Any) -> None:
    if isinstance(above, list) and (not isinstance(last, int) or not 0 <= last < len(above)):
        raise IndexError(last)
    if isinstance(above, dict) and not isinstance(last, str):
        raise TypeError(last)
    above[last] = value


def _appended(data: Any, change: Append) -> Any:
    listed = data
    for step in change.path[:-1]:
        listed = listed[step]
    last = change.path[-1]
    if isinstance(listed, dict) and isinstance(last, str) and last not in listed:
        listed[last] = []
    _of(listed[last], list).append(plain(change.value))
    return data


def _of(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _value(data: Any, path: KeyPath) -> Any:
    """What stands at a path; None where a key is not there."""
    for step in path:
        if isinstance(step, int) and step < 0:
            raise IndexError(step)
        data = data.get(step) if isinstance(data, dict) else data[step]
    return data


def between(
    before: Any,
    after: Any,
    path: KeyPath = (),
    order: Sequence[str] = (),
    orders: Callable[[KeyPath], Sequence[str]] | None = None,
) -> list[Change]:
    """The smallest changes that lead from one state of the data to another, to be made one after the other.

    Entries of a list that are the same in both stay as they are written; others are changed where they stand.

    Args:
        path: of both, from the top of the file.
        order: of the keys at ``path``, as of :class:`Put`.
        orders: the order of the keys at any path below, where that is known.
    """
    if before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        wanted = order or (orders(path) if orders else ())
        gone: list[Change] = [Remove((*path, key)) for key in before if key not in after]
        kept = [
            change
            for key in after
            if key in before
            for change in between(before[key], after[key], (*path, key), (), orders)
        ]
        new = [Put((*path, key), after[key], wanted or tuple(after)) for key in after if key not in before]
        return [*kept, *new, *gone]  # a group that changes altogether never stands empty on the way
    if isinstance(before, list) and isinstance(after, list):
        return _between_lists(before, after, path, orders)
    return [Put(path, after, order)]


def _between_lists(before: list[Any], after: list[Any], path: KeyPath, orders: Any) -> list[Change]:
    keys = [[repr(one) for one in listed] for listed in (before, after)]
    found: list[Change] = []
    shift = 0
    for kind, first, last, new_first, new_last in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(last - first, new_last - new_first)
        for number in range(both):
            at = (*path, first + number + shift)
            found += between(before[first + number], after[new_first + number], at, (), orders)
        for number in range(new_first + both, new_last):
            found.append(Insert((*path, first + shift + number - new_first), after[number]))
        found += [Remove((*path, number + shift)) for number in reversed(range(first + both, last))]
        shift += (new_last - new_first) - (last - first)
    return found
