"""The sample as text with the place of every value, and ways to change one thing in it.

Nothing here is the program's: what is mutated is found by PyYAML alone, so that a fault of the program's own reader
cannot hide from the measure.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Value:
    """One value of a YAML file.

    Attributes:
        start: where it begins in the text of the file.
        end: where it ends, without the end of its line.
        key: where its key begins and ends; None in a list.
        text: what a scalar says, None for a list or a mapping.
        in_flow: whether it stands between brackets or braces.
        until: where its key, or its entry of a list, and all that belongs to it ends.
        next: where the next one of the same group begins.
        before: where the one before it ends.
    """

    file: str
    path: KeyPath
    start: int
    end: int
    line: int
    key: tuple[int, int] | None
    text: str | None
    in_flow: bool
    is_list: bool
    is_plain: bool
    next: int | None
    before: int | None

    @property
    def name(self) -> str | int:
        return self.path[-1]

    @property
    def begin(self) -> int:
        """Where its key, or itself in a list, begins."""
        return self.key[0] if self.key else self.start


@dataclass(frozen=True)
class Edit:
    """Other text in the place of some of a file's."""

    file: str
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Mutant:
    """One change of the sample.

    Attributes:
        places: file and line where it must be told; a line of 0 is the file as a whole, None any line of it.
        edits: what is other in files of text.
        whole: files that are other as a whole; None where one is gone.
    """

    places: frozenset[tuple[str, int | None]]
    edits: tuple[Edit, ...] = ()
    whole: Mapping[str, bytes | None] = field(default_factory=dict)
    says: str = ""


class Sample:
    """Path → bytes of a data folder, and what stands in its YAML files."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        self._values: dict[str, list[Value]] = {}
        self._texts: dict[str, str] = {}
        self._data: dict[str, Any] = {}
        self._by_path: dict[str, dict[KeyPath, Value]] = {}

    @cached_property
    def names(self) -> list[str]:
        """Every YAML file."""
        return sorted(name for name in self.files if name.endswith(".yaml"))

    def text(self, file: str) -> str:
        if file not in self._texts:
            self._texts[file] = self.files[file].decode("utf-8-sig")
        return self._texts[file]

    def line(self, file: str, index: int) -> int:
        return self.text(file).count("\n", 0, index) + 1

    def values(self, file: str) -> list[Value]:
        if file not in self._values:
            text = self.text(file)
            node = yaml.compose(text, yaml.CBaseLoader)
            self._values[file] = list(_walk(file, text, node, (), None, False, None, None)) if node else []
        return self._values[file]

    def value(self, file: str, path: KeyPath) -> Value | None:
        if file not in self._by_path:
            self._by_path[file] = {value.path: value for value in self.values(file)}
        return self._by_path[file].get(path)

    def data(self, file: str) -> Any:
        if file not in self._data:
            self._data[file] = yaml.load(self.text(file), yaml.CBaseLoader)
        return self._data[file]

    @cached_property
    def disclosures(self) -> dict[str, dict[str, Any]]:
        """Every disclosure file and its top-level texts."""
        return {name: self.data(name) for name in self.names if name[:4].isdigit()}

    def each(self, *keys: str, files: str = "*", within: str = "") -> Iterator[Value]:
        """Scalars by the key that they stand under, in a list below it too.

        Args:
            keys: names of keys.
            files: pattern of the files' names.
            within: a key somewhere above.
        """
        for file in self.names:
            if fnmatch.fnmatch(file, files):
                for value in self.values(file):
                    if value.text is None:
                        continue
                    name = next((part for part in reversed(value.path) if isinstance(part, str)), "")
                    if name in keys and (not within or within in value.path):
                        yield value

    def under(self, value: Value) -> Iterator[Value]:
        """Everything inside of a value."""
        size = len(value.path)
        for one in self.values(value.file):
            if len(one.path) > size and one.path[:size] == value.path:
                yield one

    def set(self, value: Value, new: str, *also: tuple[str, int | None], says: str = "") -> Mutant:
        """Another text in the place of a value; to be told at its line."""
        return Mutant(
            frozenset({(value.file, value.line), *also}),
            (Edit(value.file, value.start, value.end, new),),
            says=says or f"{value.file}:{value.line} {value.text} → {new}",
        )

    def without(self, values: Iterable[Value], *places: tuple[str, int | None], says: str = "") -> Mutant:
        """Values gone, with their keys or their dashes."""
        edits = tuple(sorted((self.gone(value) for value in values), key=lambda edit: (edit.file, edit.start)))
        return Mutant(frozenset(places), edits, says=says or f"{edits[0].file} without {edits[0].start}")

    def gone(self, value: Value) -> Edit:
        """The edit that takes a value away with its key or dash."""
        text = self.text(value.file)
        if value.next is not None:
            return Edit(value.file, value.begin, value.next, "")
        if value.in_flow:
            return Edit(value.file, value.begin if value.before is None else value.before, value.end, "")
        start = text.rfind("\n", 0, value.begin) + 1
        if value.before is None and value.key:  # the only one: its group would be empty
            return Edit(value.file, value.begin, value.end, "{}")
        if value.before is None:
            return Edit(value.file, text.rfind("-", 0, value.start), value.end, " []")
        end = text.find("\n", value.end)
        return Edit(value.file, start, len(text) if end < 0 else end + 1, "")


def apply(sample: Sample, mutant: Mutant) -> dict[str, bytes | None]:
    """Path → what stands there in the mutant."""
    changed: dict[str, bytes | None] = dict(mutant.whole)
    for file in dict.fromkeys(edit.file for edit in mutant.edits):
        text = sample.text(file)
        for edit in sorted((e for e in mutant.edits if e.file == file), key=lambda e: -e.start):
            text = text[: edit.start] + edit.new + text[edit.end :]
        changed[file] = text.encode("utf-8")
    return changed


def _walk(
    file: str,
    text: str,
    node: yaml.Node,
    path: KeyPath,
    key: tuple[int, int] | None,
    in_flow: bool,
    following: int | None,
    before: int | None,
) -> Iterator[Value]:
    start, end = node.start_mark.index, node.end_mark.index
    end = start + len(text[start:end].rstrip())
    is_scalar = isinstance(node, yaml.ScalarNode)
    yield Value(
        file=file,
        path=path,
        start=start,
        end=end,
        line=node.start_mark.line + 1,
        key=key,
        text=node.value if is_scalar else None,
        in_flow=in_flow,
        is_list=isinstance(node, yaml.SequenceNode),
        is_plain=not getattr(node, "style", None),
        next=following,
        before=before,
    )
    if isinstance(node, yaml.MappingNode):
        pairs = node.value
        for number, (name, inner) in enumerate(pairs):
            after = pairs[number + 1][0].start_mark.index if number + 1 < len(pairs) else None
            last = _end(text, pairs[number - 1][1]) if number else None
            where = (name.start_mark.index, name.end_mark.index)
            yield from _walk(file, text, inner, (*path, name.value), where, bool(node.flow_style), after, last)
    elif isinstance(node, yaml.SequenceNode):
        for number, inner in enumerate(node.value):
            after = node.value[number + 1].start_mark.index if number + 1 < len(node.value) else None
            last = _end(text, node.value[number - 1]) if number else None
            yield from _walk(file, text, inner, (*path, number), None, bool(node.flow_style), after, last)


def _end(text: str, node: yaml.Node) -> int:
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())
