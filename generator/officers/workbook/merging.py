"""Three states of one file's data put together: as it was given out, as it came back, as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.input.source import KeyPath


@dataclass(frozen=True)
class Clash:
    """A value that was changed here and there, and not to the same.

    Attributes:
        path: in the data as it came back.
    """

    path: KeyPath
    base: Any
    mine: Any
    theirs: Any


def merged(base: Any, mine: Any, theirs: Any, path: KeyPath = ()) -> tuple[Any, list[Clash]]:
    """The data with the changes of both sides; where they clash ``theirs`` stands, and the clash is given beside it.

    Args:
        base: what both began with.
        mine: what came back.
        theirs: what is there now.
    """
    if mine in (base, theirs):
        return theirs, []
    if theirs == base:
        return mine, []
    if all(isinstance(one, dict) for one in (base, mine, theirs)):
        return _merged_groups(base, mine, theirs, path)
    lists = [one for one in (base, mine, theirs) if isinstance(one, list)]
    if len(lists) == 3 and len({len(one) for one in lists}) == 1:
        threes = zip(base, mine, theirs, strict=True)
        found = [merged(was, here, there, (*path, number)) for number, (was, here, there) in enumerate(threes)]
        return [one for one, _ in found], [clash for _, clashes in found for clash in clashes]
    if len(lists) == 3 and (both := _with_additions(base, mine, theirs)):
        return both, []
    return theirs, [Clash(path, base, mine, theirs)]


def _merged_groups(base: Any, mine: Any, theirs: Any, path: KeyPath) -> tuple[Any, list[Clash]]:
    made: dict[str, Any] = {}
    clashes: list[Clash] = []
    for key in (*theirs, *(key for key in mine if key not in theirs)):
        value, found = merged(base.get(key), mine.get(key), theirs.get(key), (*path, key))
        clashes += found
        if value is not None:
            made[key] = value
    return made, clashes


def _with_additions(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any] | None:
    """Both lists where each only has entries more than the other began with, behind its last one."""
    if mine[: len(base)] == base == theirs[: len(base)]:
        return [*theirs, *(one for one in mine[len(base) :] if one not in theirs)]
    return None


def with_choice(theirs: Any, clashes: list[Clash]) -> Any:
    """The merged data with what came back at every clash."""
    for clash in clashes:
        theirs = _put(theirs, clash.path, clash.mine)
    return theirs


def _put(data: Any, path: KeyPath, value: Any) -> Any:
    if not path:
        return value
    if isinstance(path[0], int):
        return [_put(one, path[1:], value) if number == path[0] else one for number, one in enumerate(data)]
    made = {**data, path[0]: _put(data.get(path[0], {}), path[1:], value)}
    return {key: inner for key, inner in made.items() if inner is not None}


def leaves(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in data, with the way to it."""
    if isinstance(data, str):
        yield path, data
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield from leaves(value, (*path, step))
