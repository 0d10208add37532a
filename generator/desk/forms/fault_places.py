"""Which part of a form each fault of its file is about: by the line and column that the fault names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.desk.forms.nodes import Group, Listing, Node
from generator.diagnostics import Diagnostic
from generator.input.source import KeyPath
from generator.input.value_places import places_in


@dataclass(frozen=True)
class Placed:
    """The faults of a file.

    Attributes:
        at: name of a part of the form → its faults.
        elsewhere: those that no part of the form is about.
    """

    at: Mapping[str, Sequence[Diagnostic]]
    elsewhere: Sequence[Diagnostic]


def placed(root: Group, text: str, faults: Iterable[Diagnostic]) -> Placed:
    """The faults at their parts.

    Args:
        root: of the form.
        text: of the file with the form's changes, which the faults are of.
        faults: of this file.
    """
    _place(root, ())
    nodes = {node.path: node for node in root.all() if node.path is not None}
    found = places_in(text).found
    values: dict[tuple[int, int], list[KeyPath]] = {}
    keys: dict[tuple[int, int], list[KeyPath]] = {}
    for path, place in found.items():
        last = path[-1] if path else ""
        if isinstance(last, str) and last.startswith("\0"):
            keys.setdefault(place, []).append((*path[:-1], last[1:]))
        else:
            values.setdefault(place, []).append(path)
    at: dict[str, list[Diagnostic]] = {}
    elsewhere: list[Diagnostic] = []
    for fault in faults:
        here = (fault.line, fault.column)
        node = _node_of(fault, [*values.get(here, []), *keys.get(here, [])], nodes, len(values.get(here, [])))
        if node is None or not node.name:
            elsewhere.append(fault)
        else:
            at.setdefault(node.name, []).append(fault)
    return Placed(at, elsewhere)


def _node_of(fault: Diagnostic, paths: Sequence[KeyPath], nodes: Mapping[KeyPath, Node], values: int) -> Node | None:
    """The part that a fault at these paths is about: the missing key itself, or else the deepest value there."""
    if fault.code == "missing-key":
        key = fault.facts.get("key", "")
        missing = next((nodes[(*path, key)] for path in paths if (*path, key) in nodes), None)
        if missing:
            return missing
    for path in sorted(paths[:values], key=len, reverse=True) or paths:
        for length in range(len(path), -1, -1):
            if (node := nodes.get(path[:length])) is not None:
                return node
    return None


def _place(node: Node, path: KeyPath) -> None:
    """Tell every part where it stands in the file with the form's changes."""
    node.path = path
    if isinstance(node, Listing):
        entries = node.entries if node.is_fixed else node.kept()
        for number, entry in enumerate(entries):
            _place(entry.node, (*path, number))
    else:
        for one in node.inner():
            _place(one, (*path, one.key))
