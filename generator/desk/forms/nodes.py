"""What a form is made of: boxes, groups and lists, each with what the file says and what the form says now.

``base`` is the value as the file means it, ``written`` as it stands there, which is another where an officer wrote a list
as one text or a key by another name; :data:`UNWRITTEN` where no place in the file is the value's own. ``after()`` is the value
as it is to be: the very ``base`` where nobody touched it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from generator.desk.forms.wording import help_of, label_of
from generator.input.readings import NO_TEXT
from generator.input.source import KeyPath
from generator.models.shared import NoneStated, Text
from generator.officers.fields import Field, Shape
from generator.officers.workbook.layout import collapsed, expanded


class _Unwritten:
    """Stands for a value that has no place of its own in the file."""


UNWRITTEN = _Unwritten()


@dataclass(frozen=True)
class Option:
    """One value that may be chosen, and what it is called."""

    value: str
    label: str


@dataclass(eq=False)
class Node(ABC):
    """A part of a form.

    Attributes:
        name: the key path by which the form names it; entries of lists go by their tokens (:mod:`.posted`).
        key: by which the group that it stands in has it, as the file writes it.
        path: in the file with the form's changes; None where it is not there.
    """

    name: str
    key: str
    field: Field
    base: Any
    written: Any

    def __post_init__(self) -> None:
        self.path: KeyPath | None = None

    @property
    @abstractmethod
    def after(self) -> Any:
        """The value as it is to be; None where there is to be none."""

    def inner(self) -> Sequence[Node]:
        """The parts right below."""
        return ()

    def all(self) -> Iterator[Node]:
        """This part and every one below, in the order of the form."""
        yield self
        for one in self.inner():
            yield from one.all()

    @property
    def is_empty(self) -> bool:
        """Whether the form says nothing here."""
        return all(one.is_empty for one in self.inner())

    @cached_property
    def label(self) -> str:
        return label_of(self.field)

    @cached_property
    def help(self) -> str:
        return help_of(self.field)

    @property
    def raw(self) -> str:
        """A text that stands in the file where a group belongs, and that the parts below do not show."""
        return self.written if isinstance(self.written, str) and self.base == self.written and self.is_empty else ""


@dataclass(eq=False)
class Leaf(Node):
    """One box.

    Attributes:
        was: what the box says of the file.
        shown: what it says now.
        options: of a value that is chosen.
        is_area: whether the text may have several lines.
        said: how the program understands what was typed; empty where that is plain.
        hint: the name of the list of proposals (``datalist``) for what is typed.
    """

    was: str = ""
    shown: str = ""
    options: Sequence[Option] = ()
    is_area: bool = False
    said: str = ""
    hint: str = ""

    @cached_property
    def after(self) -> Any:
        typed = self.shown.strip()
        if typed == self.was.strip():
            return self.base
        if not typed:
            return None
        ends = self.was[len(self.was.rstrip("\n")) :] if self.is_area else ""
        return typed + ends

    @property
    def is_empty(self) -> bool:
        return not self.shown.strip()


@dataclass(eq=False)
class Group(Node):
    """Several keys below one.

    Attributes:
        model: of the group.
        children: in the order of the form; none of a group that is closed.
        rare: the children that few files use.
        is_rare_open: whether those are shown.
        is_closed: whether the form shows only a button that opens it.
        is_on: of a statement of none, whether it is chosen.
        is_written: whether the file has it as a group, with its keys below.
    """

    model: type[BaseModel] = Text
    children: Sequence[Node] = ()
    rare: Sequence[Node] = ()
    is_rare_open: bool = False
    is_closed: bool = False
    is_on: bool = False
    is_written: bool = False

    def inner(self) -> Sequence[Node]:
        return (*self.children, *self.rare)

    @property
    def is_none(self) -> bool:
        """Whether this is a statement of none."""
        return issubclass(self.model, NoneStated)

    @property
    def is_chosen(self) -> bool:
        """Whether an officer chooses if it is there; what is required always is."""
        return self.is_none and not self.field.required

    @cached_property
    def after(self) -> Any:
        made = self._made()
        if not self.is_none or made is not None:
            return None if self._is_taken_back() else made
        return NO_TEXT if self.is_on else None

    def _is_taken_back(self) -> bool:
        return self.is_chosen and not self.is_on and self.base is not None

    def _made(self) -> Any:
        was = expanded(self.base, self.model)
        group = dict(was) if isinstance(was, dict) else {}
        is_same = True
        for child in self.inner():
            if child.after == child.base:
                continue
            is_same = False
            if child.after is None:
                group.pop(child.field.name, None)
            else:
                group[child.field.name] = child.after
        return (
            self.base
            if is_same
            else collapsed(group, self.model, was_group=isinstance(self.base, dict) and self.base == was)
        )

    def child(self, name: str) -> Node | None:
        return next((one for one in self.inner() if one.field.name == name), None)

    @property
    def title(self) -> str:
        """What is in it, in a few words: its first text."""
        leaves = [one for one in self.all() if isinstance(one, Leaf)]
        texts = [leaf.shown for leaf in leaves if leaf.field.shape is Shape.TEXT and leaf.shown.strip()]
        texts += [leaf.said or leaf.shown for leaf in leaves if leaf.shown.strip() and not leaf.options]
        return " ".join(texts[0].split()) if texts else ""


def number_of(token: str) -> int | None:
    """The number in the file that a token names; None of one that names a new entry, or nothing that a form makes."""
    return int(token) if _NUMBER.fullmatch(token) else None


_NUMBER = re.compile("0|[1-9][0-9]{0,5}")


@dataclass(eq=False)
class Entry:
    """One entry of a list.

    Attributes:
        token: its number in the file that the form was made of, or what the form calls a new one.
        is_on: whether it is in the list; only of a choice among what is known may it be out of it.
    """

    token: str
    node: Node
    is_on: bool = True

    @property
    def number(self) -> int | None:
        """Its number in the file; None for a new one."""
        return number_of(self.token)

    @property
    def is_kept(self) -> bool:
        """Whether the list will have it: a new one that says nothing is not written, a written one that never did stays."""
        return self.is_on and (self.node.after is not None or (self.number is not None and self.node.base is None))


@dataclass(eq=False)
class Listing(Node):
    """Several of one kind.

    Attributes:
        is_choice: whether the entries are chosen among what is known.
        is_fixed: whether there are always as many, which may be empty: the cells of a chart.
    """

    entries: Sequence[Entry] = ()
    is_choice: bool = False
    is_fixed: bool = False

    def inner(self) -> Sequence[Node]:
        return tuple(entry.node for entry in self.entries)

    @property
    def is_empty(self) -> bool:
        return not any(one.is_on for one in self.entries) or (self.is_fixed and super().is_empty)

    def kept(self) -> list[Entry]:
        """The entries of the list as it is to be; of a choice those of the file first, in their order."""
        kept = [entry for entry in self.entries if entry.is_kept]
        if self.is_choice:
            kept.sort(key=lambda entry: (entry.number is None, entry.number or 0))
        return kept

    @cached_property
    def after(self) -> Any:
        if self.is_fixed:
            cells = ["" if one is None else one for one in (entry.node.after for entry in self.entries)]
            is_same = all(entry.node.after == entry.node.base for entry in self.entries)
            return self.base if is_same else cells if any(cells) else None
        values = [entry.node.after for entry in self.kept()]
        if not values:
            return self.base if not self.base else None
        if isinstance(self.base, str) and len(values) == 1 and isinstance(values[0], str):
            return values[0]  # one text, where several would be a list
        return self.base if values == self.base else values
