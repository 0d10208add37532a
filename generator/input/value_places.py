"""Where every value and key of a YAML file stands: line and column by the keys and indexes that lead there.

Found by reading the text once more, since a file without a fault, which most are, needs no places. What is wrong with the
text itself was told by the first reading (:mod:`generator.input.source`); here reading only ends there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

MAX_DEPTH = 40
MAX_VALUES = 500_000

KeyPath = tuple[str | int, ...]
"""Keys and indexes from the top of a file down to a value."""


@dataclass
class Places:
    """What one reading found.

    Attributes:
        found: the path of a value, or of a key as :func:`key_of` writes it → line and column, from 1; of a key that is
            there twice the first.
        empty: the paths of keys that are written without a value.
        is_whole: whether the text was read to its end, or as far as it can be.
    """

    found: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    empty: list[KeyPath] = field(default_factory=list)
    is_whole: bool = True


def key_of(name: str | int) -> str:
    """How the last step of a path is written where the key is meant and not its value."""
    return f"\0{name}"


def start_of(event: Any) -> tuple[int, int]:
    """Line and column, from 1, at which an event begins."""
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def is_refused(event: Any, depth: int, values: int) -> bool:
    """Whether reading ends at an event: an alias, a tag, too deep, or one value too many.

    Args:
        depth: how many lists and mappings are open there.
        values: how many keys and values were read so far, this one included.
    """
    return (
        event.anchor is not None
        or (event.tag is not None and event.tag != "!")
        or (depth > MAX_DEPTH and type(event) is not ScalarEvent)
        or values > MAX_VALUES
    )


def is_empty(scalar: Any) -> bool:
    """Whether a scalar is no value: nothing, or what YAML writes for nothing."""
    return not scalar.style and scalar.value in _EMPTY


_EMPTY = ("", "~", "null")


def places_in(text: str, wanted: KeyPath | None = None) -> Places:
    """Every place in a text; with ``wanted`` only those up to that one."""
    places = Places()
    if not text:
        return places
    try:
        for path, event in _notes(text, places.empty):
            places.found.setdefault(path, start_of(event) if event else (1, 1))
            if path == wanted:
                places.is_whole = False
                break
    except yaml.YAMLError:
        pass  # told by the first reading
    return places


def _notes(text: str, empty: list[KeyPath]) -> Iterator[tuple[KeyPath, Any]]:
    """Every key and value in the order of the text, with the event that begins there; None for a text without any."""
    parser: Any = yaml.CBaseLoader(text)  # PyYAML's types leave out what its C parser gives
    try:
        parser.get_event()  # stream start
        if parser.check_event(yaml.StreamEndEvent):
            yield (), None
            return
        parser.get_event()  # document start
        yield from _of_document(parser, empty)
    finally:
        parser.dispose()


def _of_document(parser: Any, empty: list[KeyPath]) -> Iterator[tuple[KeyPath, Any]]:
    open_above: list[tuple[KeyPath, int | None]] = []
    path: KeyPath = ()  # of what is open
    index: int | None = None  # of the next value in an open list; None in a mapping
    key: str | None = None  # read, and its value is not
    values = 0
    next_event = parser.get_event
    while True:
        event = next_event()
        kind = type(event)
        if kind is SequenceEndEvent or kind is MappingEndEvent:
            path, index = open_above.pop()
            if not open_above:
                return
            continue
        values += 1
        depth = len(open_above)
        is_key = depth > 0 and index is None and key is None
        if is_refused(event, depth - is_key, values) or (is_key and kind is not ScalarEvent):
            return
        if is_key:
            key = _text(event)
            yield (*path, key_of(key)), event
            continue
        if key is not None:
            inner, key = (*path, key), None
            if kind is ScalarEvent and is_empty(event):
                empty.append(inner)
        elif index is not None:
            inner, index = (*path, index), index + 1
        else:
            inner = ()
        yield inner, event
        if kind is ScalarEvent:
            if not open_above:
                return
            continue
        open_above.append((path, index))
        path, index = inner, 0 if kind is SequenceStartEvent else None


def _text(event: Any) -> str:
    value: str = event.value
    return value.replace("\r\n", "\n").replace("\r", "\n") if event.style == '"' else value
