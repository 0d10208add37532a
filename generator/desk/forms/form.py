"""The form of one data file: a tree of boxes, groups and lists made from its model, and the file's text after a change.

The file is read twice: as it is written, and as it is meant (:mod:`generator.input.readings`); the tree goes through both
side by side. What the form says is compared with what it said of the file, so that what nobody touched is never written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from generator.desk.forms.changes import steps
from generator.desk.forms.known import Known
from generator.desk.forms.nodes import UNWRITTEN, Entry, Group, Leaf, Listing, Node, Option, number_of
from generator.desk.forms.posted import Pairs, Posted
from generator.desk.forms.said import said_of
from generator.diagnostics import Diagnostic
from generator.input import edits, emitting, readings, source
from generator.models.disclosure import Disclosure
from generator.models.scalars import read_flag
from generator.models.shared import NoneStated, Period, Text
from generator.officers.fields import Field, Shape, fields_of
from generator.officers.workbook.layout import expanded
from generator.site.file_models import disclosure_model

WHOLE = "text!"
"""The name of the box that holds the text of a file which cannot be read."""
RARE = frozenset(("source", "place", "note"))
"""Keys of every fact that few files use."""
_MOST_BOXES = 30
"""Things to choose among that stand as boxes to tick; more of them are a list to choose from, an entry each."""
_IN_ORDER = ("profile",)
"""What lists refer to in an order that says something: the first profile is the main one."""
_MADE = "ไม่ระบุ ="
"""In the help of an id: what is made where nobody gives one."""
BOX = "box"
"""The kind of a text in one language, which is a box of its own."""
YES_NO = (Option("true", "ใช่"), Option("false", "ไม่ใช่"))


@dataclass(eq=False)
class Form:
    """A file as its form shows it.

    Attributes:
        raw: the bytes that the form is made of; b"" for a file that is new.
        name: what messages call the file.
        root: the whole file; None where it cannot be read as data, which ``faults`` tell: its text is shown then.
        text: of a file that cannot be read, as it is or as it was typed; None where no editor could show it.
        proposals: name of a list of proposals → what it proposes, and what each is called.
    """

    raw: bytes
    name: str
    model: type[BaseModel]
    known: Known
    root: Group | None = None
    text: str | None = None
    faults: Sequence[Diagnostic] = ()
    proposals: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def changed(self) -> bytes:
        """The bytes of the file with what the form says; the very same where it says nothing else.

        Raises:
            Refused: the file cannot be changed so; nothing is guessed.
        """
        if self.root is not None:
            return edits.edited(self.raw, self.name, list(steps(self.root, ())))
        return self.raw if self.text is None else _with_ends_of(self.raw, self.text)


def form_of(
    raw: bytes, name: str, model: type[BaseModel], known: Known | None = None, posted: Pairs | None = None
) -> Form:
    """The form of a file, with what was typed into it.

    Args:
        raw: of the file.
        name: what messages call it.
        model: of what it says.
        known: what references are shown as.
        posted: what a browser sent of the form of these very bytes.
    """
    known = known or Known()
    sent = Posted(posted or ())
    file = source.parse(raw, name)
    if file.faults or not isinstance(file.data, dict | None):
        faults = file.faults or [file.at((), "not-a-mapping", value="[…]")]
        typed = sent.text(WHOLE)
        return Form(raw, name, model, known, None, _text_of(raw) if typed is None else typed, faults)
    written = file.data or {}
    file.data = deepcopy(written)
    if issubclass(model, Disclosure):
        disclosure_model(file)  # puts ids in the place of names
    base = readings.read(file.data, model, keeps_dashes=True).data
    builder = _Builder(sent, known, base)
    root = builder.group(_root_field(model), "", "", base, written, ())
    return Form(raw, name, model, known, root, proposals=builder.proposals)


def _root_field(model: type[BaseModel]) -> Field:
    return Field("", "", "", Shape.GROUP, False, True, model=model)


def _text_of(raw: bytes) -> str | None:
    try:
        return raw.removeprefix(edits.BOM).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def _with_ends_of(raw: bytes, text: str) -> bytes:
    """A typed text with the mark at the beginning and the ends of lines that the file has; the file itself where it is the same."""
    if text.rstrip("\n") == (_text_of(raw) or "").rstrip("\n"):
        return raw
    mark = edits.BOM if raw.startswith(edits.BOM) else b""
    text = text.rstrip("\n") + "\n"
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in raw else text).encode("utf-8")


class _Builder:
    """Makes the tree, part by part."""

    def __init__(self, sent: Posted, known: Known, data: Any) -> None:
        self._sent, self._known, self._data = sent, known, data
        self.proposals: dict[str, Mapping[str, str]] = {}

    def node(
        self, field: Field, name: str, key: str, base: Any, written: Any, above: tuple[type[BaseModel], ...]
    ) -> Node:
        if field.is_list:
            return self.listing(field, name, key, base, written, above)
        if field.model or (field.shape is Shape.TEXT and field.kind != BOX):
            return self.group(field, name, key, base, written, above)
        return self.leaf(field, name, key, base, written)

    # --- groups -------------------------------------------------------------------------------------

    def group(
        self, field: Field, name: str, key: str, base: Any, written: Any, above: tuple[type[BaseModel], ...]
    ) -> Group:
        model = field.model or Text
        is_chosen = self._sent.is_chosen(name) if name else None
        group = Group(name, key, field, base, written, model=model)
        if issubclass(model, NoneStated):
            group.is_on = (base is not None if is_chosen is None else is_chosen) or field.required
        if name and base is None and not field.required and not is_chosen and (model in above or _is_large(model)):
            group.is_closed = True
            return group
        values = expanded(base, model)
        values = values if isinstance(values, dict) else {}
        is_own = isinstance(written, dict) and isinstance(base, dict) and expanded(base, model) == base
        keys = {meant: said for said, meant in readings.keys_meant(written, model).items()} if is_own else {}
        children: list[Node] = []
        rare: list[Node] = []
        for inner in _inner_fields(field, model):
            inner_key = keys.get(inner.name, inner.name)
            inner_written = written.get(inner_key, UNWRITTEN) if is_own else UNWRITTEN
            if isinstance(written, str) and isinstance(base, str) and inner.name in values:
                inner_written = written  # the text stands for this one key
            if values.get(inner.name) is None and self._is_beside_the_point(inner):
                continue
            at = f"{name}.{inner.name}" if name else inner.name
            child = self.node(inner, at, inner_key, values.get(inner.name), inner_written, (*above, model))
            (rare if name and _is_rare(inner) else children).append(child)
        group.is_written = is_own
        group.rare = tuple(rare)
        group.is_rare_open = bool(self._sent.is_chosen(f"{name}.+")) or not all(one.is_empty for one in rare)
        group.children = tuple(children)
        return group

    def _is_beside_the_point(self, field: Field) -> bool:
        """Whether a field chooses among components, and none are known of what the file is about."""
        component = _component_field(field.model) if field.model and field.is_list else None
        return component is not None and not self._known.of("component", self._data)

    # --- lists --------------------------------------------------------------------------------------

    def listing(
        self, field: Field, name: str, key: str, base: Any, written: Any, above: tuple[type[BaseModel], ...]
    ) -> Listing:
        one = replace(field, is_list=False, required=True)
        values: list[Any] = base if isinstance(base, list) else [base] if isinstance(base, str) else []
        is_own = isinstance(written, list) and len(written) == len(values)
        made = Listing(name, key, field, base, written)
        if field.name == "chart":
            made.is_fixed = True
            values = [*values, *[None] * (4 - len(values))]
        options = {} if made.is_fixed else self._options(field)
        made.is_choice = 0 < len(options) <= _MOST_BOXES and field.refers_to not in _IN_ORDER
        sent = self._sent.order(name)
        tokens = [str(number) for number in range(len(values))] if sent is None or made.is_fixed else sent

        def entry(token: str, *, is_on: bool = True, chosen: str = "") -> Entry:
            number = number_of(token)
            value = None if number is None else values[number]
            there = written[number] if is_own and number is not None else UNWRITTEN
            node = self.node(one, f"{name}.{token}", "", value, there, above)
            if chosen:
                _choose(node, chosen)
            return Entry(token, node, is_on)

        if not made.is_choice:
            made.entries = [entry(token) for token in tokens if _is_token(token, len(values))]
            return made
        listed = [entry(str(number), is_on=str(number) in tokens) for number in range(len(values))]
        there = {_chosen(value) for value in values}
        left = [id for id in options if id not in there]
        made.entries = [*listed, *(entry(f"c-{id}", is_on=f"c-{id}" in tokens, chosen=id) for id in left)]
        return made

    def _options(self, field: Field) -> Mapping[str, str]:
        """What the entries of a list are chosen among: id → title; nothing where they are typed."""
        if field.shape is Shape.CHOICE:
            return {one.value: one.label for one in field.choices}
        if field.model and (component := _component_field(field.model)):
            return self._known.of(component.refers_to, self._data)
        return self._known.of(field.refers_to, self._data) if field.shape is Shape.REFERENCE else {}

    # --- boxes --------------------------------------------------------------------------------------

    def leaf(self, field: Field, name: str, key: str, base: Any, written: Any) -> Leaf:
        said = written if isinstance(written, str) else base
        was = "" if said is None else said if isinstance(said, str) else emitting.flow(said)
        box = Leaf(name, key, field, base, written, is_area=field.kind == BOX)
        if options := self._choices(field):
            box.options = options if was in ("", *(one.value for one in options)) else (*options, Option(was, was))
            meant = _meant(was, base, field)
            if meant in {one.value for one in options}:
                box.options, was = options, meant
        elif field.shape is Shape.REFERENCE or field.shape is Shape.CHOICE:
            box.hint = self._proposed(field)
        box.was = was if box.is_area else " ".join(was.split())
        typed = self._sent.text(name)
        box.shown = box.was if typed is None else typed
        if not box.options:
            box.said = said_of(field, box.shown, self._known.of(field.refers_to, self._data), self._known.year)
        return box

    def _choices(self, field: Field) -> tuple[Option, ...]:
        """What a value is chosen among; units are typed, for they go by many names."""
        if field.shape is Shape.FLAG:
            return YES_NO
        if field.shape is Shape.CHOICE:
            return tuple(Option(one.value, one.label) for one in field.choices)
        if field.shape is Shape.REFERENCE and field.refers_to != "unit":
            return tuple(Option(id, title) for id, title in self._known.of(field.refers_to, self._data).items())
        return ()

    def _proposed(self, field: Field) -> str:
        """The name of the list of proposals for what is typed, which is then a part of the form."""
        titles = self._known.of(field.refers_to, self._data)
        if titles:
            self.proposals[field.refers_to] = titles
        return field.refers_to if titles else ""


def _meant(was: str, base: Any, field: Field) -> str:
    if field.shape is Shape.FLAG:
        try:
            return str(read_flag(was)).lower()
        except ValueError:
            return was
    return base if isinstance(base, str) else was


def _is_token(token: str, count: int) -> bool:
    """Whether a token names an entry that the file has, or a new one."""
    number = number_of(token)
    return token[:1] == "n" and number_of(token[1:]) is not None if number is None else number < count


def _chosen(value: Any) -> str:
    """The id that an entry of a list of choices stands for."""
    return value if isinstance(value, str) else str(value.get("component", "")) if isinstance(value, dict) else ""


def _choose(node: Node, id: str) -> None:
    """Let a new entry stand for an id."""
    leaf = node
    if isinstance(node, Group):
        leaf = next(one for one in node.children if one.field.refers_to == "component")
    if isinstance(leaf, Leaf):
        leaf.was, leaf.shown = "", id


def _component_field(model: type[BaseModel]) -> Field | None:
    return next((one for one in fields_of(model) if one.refers_to == "component"), None)


def _inner_fields(field: Field, model: type[BaseModel]) -> Iterator[Field]:
    """The fields of a group; those of a text are boxes for several lines, that of a period is read as one."""
    for inner in fields_of(model):
        if model is Text:
            label = "ภาษาไทย" if inner.name == "th" else "ภาษาอังกฤษ"
            yield replace(
                inner, shape=Shape.TEXT, kind=BOX, label=label, required=field.required and inner.name == "th"
            )
        elif issubclass(model, Period) and inner.name == "text":
            yield replace(inner, shape=Shape.PERIOD)
        elif inner.shape is Shape.ID and _MADE in inner.help:
            yield replace(inner, required=False)  # nobody has to think of an id that the program makes
        else:
            yield inner


def _is_rare(field: Field) -> bool:
    return field.name in RARE or (field.shape is Shape.ID and not field.required)


def _is_large(model: type[BaseModel]) -> bool:
    """Whether a group has lists or groups of its own, so that a form opens it only when asked."""
    fields = [one for one in fields_of(model) if not _is_rare(one)]
    return model is not Text and any(
        (one.is_list and one.name not in ("chart", "items"))
        or (one.shape is Shape.GROUP and one.model is not None and not issubclass(one.model, NoneStated))
        for one in fields
    )
