"""How a value is written as YAML: the ways that could stand in one place, the likest to what stood there first.

Whether a way says what is meant is not decided here: :mod:`generator.input.edits` reads every edited file again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml

from generator.input import slips


@dataclass(frozen=True)
class Layout:
    """How the file at hand is written.

    Attributes:
        step: spaces by which a group is further in than its key.
        list_step: spaces by which the dashes of a list are further in than its key.
        newline: the end of a line.
    """

    step: int = 2
    list_step: int = 0
    newline: str = "\n"


def layout_of(text: str) -> Layout:
    """As the file's first group and first list below a key are written; where it has none, as ours are."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    group = _first(lines, r"[^\s\-#]")
    listed = _first(lines, r"-\s")
    return Layout(group or 2, 0 if listed is None else listed, newline)


def _first(lines: list[str], begin: str) -> int | None:
    """How much further in a line that begins so is than the key right above it."""
    for above, below in pairwise(lines):
        head = re.match(r"( *)[^\s#\-][^#]*:\s*$", above)
        inner = re.match(rf"( *){begin}", below)
        if head and inner and len(inner[1]) >= len(head[1]):
            further = len(inner[1]) - len(head[1])
            if further or begin.startswith("-"):
                return further
    return None


def scalars(value: str, style: str, indent: int, layout: Layout, *, is_flow: bool, is_key: bool = False) -> list[str]:
    """The ways to write a text in one place.

    Args:
        value: what it says.
        style: of the text that stood there, as a :class:`~generator.input.spans.Node` names it.
        indent: of the lines of a text of several lines.
        layout: of the file.
        is_flow: whether it stands inside of ``{…}`` or ``[…]``.
        is_key: whether it is a key.
    """
    ways: list[str] = []
    if style == "'" and "\n" not in value and _is_printable(value):
        ways.append("'" + value.replace("'", "''") + "'")
    if style == '"':
        ways.append(_quoted(value))
    if style in ("|", ">") or ("\n" in value and not is_flow and not is_key):
        ways += _blocks(value, style, indent, layout)
    if is_plain(value, is_flow=is_flow):
        ways.append(value)
    return [*ways, _quoted(value)]


def is_plain(value: str, *, is_flow: bool) -> bool:
    """Whether a text may stand without quotes: no reader of YAML, ours or another, takes it for anything else."""
    if value != value.strip() or not value or "\n" in value or not _is_printable(value):
        return False
    if slips.in_key(value) or _NUMBER_WITH_ZEROS.match(value):
        return False
    try:
        told = yaml.compose(f"k: [{value}]" if is_flow else f"k: {value}", yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    found: Any = told.value[0][1] if isinstance(told, yaml.MappingNode) else None
    if is_flow:
        found = found.value[0] if isinstance(found, yaml.SequenceNode) and len(found.value) == 1 else None
    if not isinstance(found, yaml.ScalarNode) or found.value != value:
        return False
    return found.tag == "tag:yaml.org,2002:str" or _COMMON.fullmatch(value) is not None


_COMMON = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|true|false")
"""What is no text to other readers of YAML and stays the same when they write it."""
_NUMBER_WITH_ZEROS = re.compile(r"[+-]?0[0-9]+(?:\.[0-9]*)?$")


def _is_printable(value: str) -> bool:
    return not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]", value)


def _quoted(value: str) -> str:
    """In double quotes, on one line; letters of every script stay letters."""

    def escaped(found: re.Match[str]) -> str:
        letter = found[0]
        named = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
        return named.get(letter) or (f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\u{ord(letter):04x}")

    return '"' + re.sub('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]', escaped, value) + '"'


def _blocks(value: str, style: str, indent: int, layout: Layout) -> Iterator[str]:
    body = value.rstrip("\n")
    if not body or not _is_printable(body) or body[0] in " \t\n" or "\t" in body:
        return
    ends = len(value) - len(body)
    chomp = {0: "-", 1: ""}.get(ends, "+")
    if style == ">" and not re.search(r"^ ", body, re.MULTILINE):
        yield _block(f">{chomp}", re.sub(r"\n", "\n\n", body), ends, indent, layout)
    yield _block(f"|{chomp}", body, ends, indent, layout)


def _block(head: str, body: str, ends: int, indent: int, layout: Layout) -> str:
    lines = [" " * indent + line if line else "" for line in body.split("\n")]
    return layout.newline.join([head, *lines, *[""] * max(0, ends - 1)])


def flow(value: Any) -> str:
    """A value on one line, as it stands inside of ``{…}`` or ``[…]``."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key, is_flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "" if value is None else scalars(value, "", 0, Layout(), is_flow=True)[0]


def _key(key: str, *, is_flow: bool = False) -> str:
    return scalars(key, "", 0, Layout(), is_flow=is_flow, is_key=True)[0]


def entry(key: str, value: Any, column: int, layout: Layout, written_key: str = "") -> str:
    """``key: value`` with everything below it, without the spaces in front and the end of the last line."""
    name = written_key or _key(key)
    if value is None:
        return f"{name}:"
    if not value or isinstance(value, str):
        return f"{name}: {inline(value, column, layout)}"
    further = layout.list_step if isinstance(value, list) else layout.step
    return f"{name}:{layout.newline}{block(value, column + further, layout)}"


def inline(value: Any, column: int, layout: Layout) -> str:
    """A text, or ``{}`` or ``[]``, behind its key or dash at ``column``."""
    if isinstance(value, str):
        return scalars(value, "", column + layout.step, layout, is_flow=False)[0]
    return flow(value)


def block(value: Any, column: int, layout: Layout, *, is_behind_dash: bool = False) -> str:
    """A group or list as lines that begin at ``column``, without the end of the last one."""
    if isinstance(value, dict):
        parts = [entry(key, inner, column, layout) for key, inner in value.items()]
    else:
        parts = [dashed(inner, column, layout) for inner in value]
    space = " " * column
    lines = (layout.newline + space).join(parts)
    return lines if is_behind_dash else space + lines


def dashed(value: Any, column: int, layout: Layout) -> str:
    """One entry of a list whose dash stands at ``column``."""
    if value is None:
        return "-"
    if not value or isinstance(value, str):
        return f"- {inline(value, column, layout)}"
    return f"- {block(value, column + 2, layout, is_behind_dash=True)}"
