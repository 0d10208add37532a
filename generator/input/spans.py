"""Where every value of a YAML text begins and ends, for edits that leave every other letter as it is.

A tree of the same values that :mod:`generator.input.source` reads, with their places in the text as it was written: no
line end is changed and no letter composed. Values end where their last letter does, without the comment behind it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from generator.input.source import LONE_DASH, KeyPath
from generator.writing.letters import seen

_UNSEEN_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Ends of lines for YAML alone; ``source`` reads them as spaces."""


@dataclass
class Node:
    """One value of a text.

    Attributes:
        start: index of its first letter; of a block list that of the first dash.
        end: index behind its last letter.
        style: of a scalar ``""``, ``'``, ``"``, ``|`` or ``>``; of a group or list ``flow`` or ``block``.
        column: how far a block is indented: of its keys or dashes.
        keys: of a group, its keys in their order, each with where it is written and its value.
        items: of a list, its values.
    """

    kind: Literal["text", "group", "list"]
    start: int
    end: int
    style: str = ""
    value: str = ""
    column: int = 0
    keys: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written, or a word for nothing."""
        return self.kind == "text" and not self.style and self.value in ("", "~", "null")

    @property
    def children(self) -> list[Node]:
        return [value for _, value in self.keys.values()] if self.kind == "group" else self.items

    def at(self, path: KeyPath) -> Node | None:
        """The value that ``path`` leads to, or None where there is none."""
        node: Node | None = self
        for step in path:
            if node is None:
                return None
            if isinstance(step, str):
                node = node.keys[step][1] if step in node.keys else None
            else:
                node = node.items[step] if 0 <= step < len(node.items) else None
        return node


def tree(text: str) -> Node | None:
    """The values of a text without faults; None where there is none.

    Raises:
        yaml.YAMLError: the text cannot be read.
    """
    shadow = _UNSEEN_BREAKS.sub(" ", text)
    try:
        return _tree(shadow)
    except yaml.YAMLError:
        return _tree(LONE_DASH.sub("x", _lines(shadow)))  # as :mod:`~generator.input.source` reads it: a value


def _tree(text: str) -> Node | None:
    parser: Any = yaml.CBaseLoader(text)
    try:
        parser.get_event()
        if parser.check_event(yaml.StreamEndEvent):
            return None
        parser.get_event()
        return _node(parser, parser.get_event(), text)
    finally:
        parser.dispose()


def _node(parser: Any, event: Any, text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if type(event) is ScalarEvent:
        style = event.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        return Node("text", start, end, style, seen(unicodedata.normalize("NFC", event.value)))
    is_flow = bool(event.flow_style)
    node = Node("list" if type(event) is SequenceStartEvent else "group", start, end, "flow" if is_flow else "block")
    node.column = event.start_mark.column
    if node.kind == "list":
        while type(event := parser.get_event()) is not SequenceEndEvent:
            node.items.append(_node(parser, event, text))
    else:
        while type(event := parser.get_event()) is not MappingEndEvent:
            key = _node(parser, event, text)
            node.keys[key.value] = (key, _node(parser, parser.get_event(), text))
    node.end = event.end_mark.index if is_flow else max(node.end, node.children[-1].end)
    return node


def dash(text: str, listed: Node, number: int) -> int:
    """Where the dash of an entry of a block list stands; dashes of one list stand below each other."""
    if number == 0:
        return listed.start
    before = listed.items[number - 1].end
    found = re.compile(rf"^[ ]{{{listed.column}}}(-)(?=\s|$)", re.MULTILINE).search(_lines(text), before)
    if found is None:
        raise ValueError(number)
    return found.start(1)


def _lines(text: str) -> str:
    """The text with every line's end as one that a pattern sees, letter for letter."""
    return text.replace("\r", "\n") if "\r" in text else text


def line_end(text: str, index: int) -> int:
    """Where the line of ``index`` ends, before its break."""
    found = re.compile(r"[\r\n]|\Z").search(text, index)
    return found.start() if found else len(text)


def line_start(text: str, index: int) -> int:
    """Where the line of ``index`` begins."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def next_line(text: str, index: int) -> int:
    """Where the line behind that of ``index`` begins."""
    end = line_end(text, index)
    return end + (2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0)
