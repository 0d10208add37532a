"""A YAML file → plain data, and the place of every value in it.

Only what an officer can mean is read: mappings, lists and text. Scalars stay text, so that ``no``,
``12:30`` and ``0105500000001`` are what was typed and each model decides what a text means; an empty
value is None, and a key without a value is as good as absent. Aliases, tags, repeated keys, absurd depth and absurd size
are faults. Places are found by reading the file a second time (:mod:`generator.input.value_places`), only when a fault asks for one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.cache.cache import Cache
from generator.diagnostics import Diagnostic, short
from generator.input import slips, value_places
from generator.input.value_places import Places, is_empty, is_refused, key_of, places_in, start_of
from generator.writing.letters import seen

MAX_BYTES = 5_000_000

KeyPath = value_places.KeyPath
"""Keys and indexes from the top of a file down to a value."""


@dataclass(eq=False)
class SourceFile:
    """What one data file holds.

    Attributes:
        name: the file as the user would type it.
        data: nested dicts, lists, text and None; None where the file could not be read.
        faults: what keeps the file from being read as data.
        has_empty_keys: whether any key is written without a value, and so left out of ``data``.
        renamed: path of a key or entry as it is meant → that key or number, as it is written (:mod:`generator.input.readings`).
    """

    name: str
    text: str = ""
    data: Any = None
    faults: list[Diagnostic] = field(default_factory=list)
    has_empty_keys: bool = False
    renamed: dict[KeyPath, str | int] = field(default_factory=dict, repr=False)
    _places: Places | None = field(default=None, repr=False)

    def at(self, path: Sequence[str | int], code: str, **facts: object) -> Diagnostic:
        """A fault at the value that ``path`` leads to, or at its nearest parent that exists."""
        line, column = self.place(path)
        return Diagnostic(self.name, line, column, code, facts={name: str(value) for name, value in facts.items()})

    def at_key(self, path: Sequence[str | int], code: str, **facts: object) -> Diagnostic:
        """A fault at the key whose value ``path`` leads to."""
        return self.at((*path[:-1], key_of(path[-1])), code, **facts)

    def key_place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column, from 1, of the key whose value ``path`` leads to."""
        return self.place((*path[:-1], key_of(path[-1])))

    def has_key(self, path: Sequence[str | int]) -> bool:
        """Whether the key that ``path`` leads to is written, with a value or without."""
        wanted = self.as_written(path) if self.renamed else tuple(path)
        return (*wanted[:-1], key_of(wanted[-1])) in self._whole_places().found

    def empty_keys(self) -> list[KeyPath]:
        """The paths of keys that are written without a value."""
        return self._whole_places().empty if self.has_empty_keys else []

    def place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column, from 1.

        The first place that is asked for is looked for from the top, since most files have one fault or none; with the
        second one the whole file is read, and every place kept.
        """
        wanted = self.as_written(path) if self.renamed else tuple(path)
        if self._places is None:
            self._places = places_in(self.text, wanted)
        if wanted not in self._places.found:
            self._whole_places()
        for length in range(len(wanted), -1, -1):
            if found := self._places.found.get(wanted[:length]):
                return found
        return (1, 1)

    def _whole_places(self) -> Places:
        if self._places is None or not self._places.is_whole:
            self._places = places_in(self.text)
        return self._places

    def as_written(self, path: Sequence[str | int]) -> KeyPath:
        """A path by the keys that are meant as one by the keys that are written."""
        found: KeyPath = ()
        for step in path:
            name = step.lstrip("\0") if isinstance(step, str) else step
            written = self.renamed.get((*found, name))
            is_key = isinstance(written, str) and step != name  # the place of the key itself is asked for
            found = (*found, step if written is None else key_of(written) if is_key else written)
        return found


def read(path: Path, name: str, cache: Cache | None = None) -> SourceFile:
    """The file at ``path``, called ``name`` in messages.

    Args:
        cache: what earlier runs read of the same bytes.
    """
    source = SourceFile(name)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            source.faults.append(
                _whole_file(name, "file-too-large", size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)
            )
            return source
        raw = path.read_bytes()
    except OSError as error:
        source.faults.append(_whole_file(name, "file-unreadable", reason=error.strerror or error))
        return source
    return _parsed_once(raw, name, cache) if cache else parse(raw, name)


def _parsed_once(raw: bytes, name: str, cache: Cache) -> SourceFile:
    """As :func:`parse`; a file without a fault is parsed once, which takes ten times as long as to read what was kept."""
    key = hashlib.sha256(raw).hexdigest()
    if known := cache.get_json("parsed", key):
        data, has_empty_keys, has_dashes = known
        text = _decode(raw, SourceFile(name)) or ""
        return SourceFile(name, _with_dashes(text) if has_dashes else text, data, has_empty_keys=has_empty_keys)
    found = parse(raw, name)
    if cache.is_on and not found.faults:
        has_dashes = found.text != _decode(raw, SourceFile(name))
        cache.put_json([found.data, found.has_empty_keys, has_dashes], "parsed", key)
    return found


def parse(raw: bytes, name: str) -> SourceFile:
    """As :func:`read`, for the bytes of a file."""
    source = SourceFile(name)
    text = _decode(raw, source)
    if text is not None:
        source.text = text
        source.data = _Reader(source, text).read()
        if any(fault.code == "yaml-syntax" for fault in source.faults) and (text := _with_dashes(text)) != source.text:
            other = SourceFile(name, text)
            other.data = _Reader(other, text).read()
            source = source if other.faults else other
        if source.faults:
            source.data = None
    return source


def _with_dashes(text: str) -> str:
    """The text with each dash that stands alone behind a key as a value, which YAML takes for the beginning of a list."""
    return LONE_DASH.sub('"-"', text)


LONE_DASH = re.compile(r"(?<=[A-Za-z0-9_]:[ ])-(?=[ ]*(?:$|[,}]|[ ]#))", re.MULTILINE)
"""A dash alone behind a key, which is read as a value."""


def _whole_file(name: str, code: str, **facts: object) -> Diagnostic:
    return Diagnostic(name, 0, 0, code, facts={key: str(value) for key, value in facts.items()})


def _decode(raw: bytes, source: SourceFile) -> str | None:
    if _is_utf16(raw):
        source.faults.append(Diagnostic(source.name, 1, 1, "encoding-utf16"))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        try:
            letters = raw.decode("cp874")
        except UnicodeDecodeError:
            letters = ""
        is_old = _has_thai(letters) and "\0" not in letters and not _has_thai(before)  # else a damaged UTF-8 file
        code = "encoding-cp874" if is_old else "encoding-unknown"
        source.faults.append(Diagnostic(source.name, line, column, code))
        return None
    if any(end in text for end in "\r\x85\u2028\u2029"):
        text = _BREAKS.sub(lambda found: "\n" if "\r" in found[0] else " ", text)
    return seen(text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text))


_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
"""Ends of lines: of other computers, and those that YAML counts but no editor shows."""


def _has_thai(text: str) -> bool:
    return any("ก" <= letter <= "๛" for letter in text)


def _is_utf16(raw: bytes) -> bool:
    """Whether a file begins as UTF-16 does; without a mark, each Latin letter leaves a zero on the same side."""
    first, second = raw[0:200:2].count(0), raw[1:200:2].count(0)
    return raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (min(first, second) == 0 and max(first, second) > 1)


class _Reader:
    """Events of one document → data; stops only where YAML itself cannot go on."""

    def __init__(self, source: SourceFile, text: str) -> None:
        self.source = source
        self.text = text
        self.values = 0
        self.parser: Any = None  # PyYAML's types leave out what its C parser gives
        self.next_event: Callable[[], Any]

    def read(self) -> Any:
        try:
            # The loader's constructor reads the first bytes, so a bad character can raise right here.
            self.parser = yaml.CBaseLoader(self.text)
            self.next_event = self.parser.get_event
            try:
                return self._document()
            finally:
                self.parser.dispose()
        except _Stop:
            return None
        except yaml.reader.ReaderError as error:
            self._unreadable(error)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if any(fault.code == "yaml-syntax" for fault in self.source.faults):
                return None  # the slip that was found is why the reader stops
            slip = slips.find(self.text, error) or slips.Slip(error.problem or error.context or "", line, column)
            self._fault_at(slip.line, slip.column, "yaml-syntax", problem=slip.problem)
        except yaml.YAMLError as error:
            self._fault_at(1, 1, "yaml-syntax", problem=str(error).splitlines()[0])
        return None

    def _unreadable(self, error: yaml.reader.ReaderError) -> None:
        bad = next((i for i, c in enumerate(self.text) if not _is_printable(c)), 0)
        line = self.text.count("\n", 0, bad) + 1
        column = bad - self.text.rfind("\n", 0, bad)
        shown = f"U+{ord(self.text[bad]):04X}" if self.text else str(error.reason)
        self._fault_at(line, column, "control-character", character=shown)

    def _document(self) -> Any:
        parser = self.parser
        parser.get_event()  # stream start
        if parser.check_event(yaml.StreamEndEvent):
            return None
        parser.get_event()  # document start
        data = self._value(parser.get_event(), 0)
        parser.get_event()  # document end
        if not parser.check_event(yaml.StreamEndEvent):
            self._fault(parser.peek_event(), "second-document")
        return data

    def _value(self, event: Any, depth: int, *, is_entry: bool = False) -> Any:
        """What begins with ``event``; reads on to its end."""
        self.values += 1
        if is_refused(event, depth, self.values):
            self._refuse(event, depth)
        kind = type(event)
        if kind is ScalarEvent:
            value = self._text(event) if event.style == '"' else event.value
            return None if is_empty(event) else value
        if kind is SequenceStartEvent:
            return self._list(depth)
        return self._mapping(depth, is_entry=is_entry and not event.flow_style)

    def _list(self, depth: int) -> list[Any]:
        items: list[Any] = []
        next_event = self.next_event
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(self._value(event, depth + 1, is_entry=True))
        return items

    def _mapping(self, depth: int, *, is_entry: bool = False) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        seen: set[str] = set()
        first = ""
        next_event = self.next_event
        while type(event := next_event()) is not MappingEndEvent:
            if type(event) is ScalarEvent and event.anchor is event.tag is None and not event.style:
                self.values += 1  # what nearly every key is, without a call
                key = intern(event.value)
                if not key.isidentifier() or self.values > value_places.MAX_VALUES:
                    self._look_at_key(event, key, depth)
            else:
                key = self._key(event, depth)
            first = first or key
            if key in seen:
                if is_entry and len(seen) > 1 and key == first:
                    self._fault(event, "dash-forgotten", key=short(key))
                    seen.clear()  # what follows is another entry
                else:
                    self._fault(event, "repeated-key", key=short(key))
            seen.add(key)
            below = next_event()
            if type(below) is ScalarEvent and not below.style and below.anchor is below.tag is None:
                value = self._plain(below, event, depth)
            else:
                value = self._value(below, depth + 1)
            if value is not None:
                mapping.setdefault(key, value)
            else:
                self.source.has_empty_keys = True
        return mapping

    def _key(self, event: Any, depth: int) -> str:
        self.values += 1
        if is_refused(event, depth, self.values):
            self._refuse(event, depth)
        if type(event) is not ScalarEvent:
            self._fault(event, "key-not-text")
            raise _Stop
        return intern(self._text(event))

    def _look_at_key(self, event: Any, key: str, depth: int) -> None:
        """Whether a key without quotes, which is no plain name, is one of the slips that are known."""
        if is_refused(event, depth, self.values):
            self._refuse(event, depth)
        if not key.isidentifier() and (slip := slips.in_key(key)):
            self._slip(event, slip)

    def _text(self, event: Any) -> str:
        """What a scalar says; only one in double quotes can hold characters that no file may hold."""
        value: str = event.value
        if event.style == '"':
            if found := _CONTROL.search(value):
                shown = f"U+{ord(found[0]):04X}"
                self._fault(event, "control-character", character=shown)
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return value

    def _plain(self, event: Any, key: Any, depth: int) -> str | None:
        """A text without quotes as the value of a key: what nearly every value is."""
        self.values += 1
        if self.values > value_places.MAX_VALUES:
            self._refuse(event, depth)
        if is_empty(event):
            return None
        value: str = event.value
        if event.start_mark.line > key.start_mark.line and (slip := slips.in_value(value)):
            self._slip(event, slip)
        return value

    def _refuse(self, event: Any, depth: int) -> None:
        """Say why reading stops here."""
        if event.anchor is not None:
            self._stop(event, "yaml-alias", name=event.anchor)
        if event.tag is not None and event.tag != "!":
            self._stop(event, "yaml-tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if depth > value_places.MAX_DEPTH and type(event) is not ScalarEvent:
            self._stop(event, "too-deep", limit=value_places.MAX_DEPTH)
        self._stop(event, "too-many-values", limit=value_places.MAX_VALUES)

    def _stop(self, event: Any, code: str, **facts: object) -> None:
        self._fault(event, code, **facts)
        raise _Stop

    def _fault(self, event: Any, code: str, **facts: object) -> None:
        line, column = start_of(event)
        self._fault_at(line, column, code, **facts)

    def _slip(self, event: Any, slip: tuple[str, int]) -> None:
        problem, behind = slip
        line, column = start_of(event)
        self._fault_at(line, column + behind, "yaml-syntax", problem=problem)

    def _fault_at(self, line: int, column: int, code: str, **facts: object) -> None:
        texts = {name: str(value) for name, value in facts.items()}
        self.source.faults.append(Diagnostic(self.source.name, line, column, code, facts=texts))


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


class _Stop(Exception):
    """Reading cannot go on; the fault is noted."""


def _is_printable(character: str) -> bool:
    """What YAML 1.1 allows in a file."""
    return (
        character in "\t\n\r\x85"
        or " " <= character <= "~"
        or "\xa0" <= character <= "\ud7ff"
        or "\ue000" <= character <= "\ufffd"
        or character >= "\U00010000"
    )
