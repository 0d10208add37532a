"""A form as HTML: what stands between ``<form>`` and ``</form>``, without scripts and without style of its own.

Whoever puts it into a page puts the button that saves *before* it, because a browser presses the first button when Enter
is hit, and the hash of the file's bytes beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import languages
from generator.desk import plainly
from generator.desk.forms.fault_places import Placed, placed
from generator.desk.forms.form import BOX, RARE, WHOLE, Form
from generator.desk.forms.nodes import Group, Leaf, Listing, Node
from generator.desk.forms.posted import ACTION, IS, ORDER, YES
from generator.diagnostics import Diagnostic, Severity, short
from generator.input import edits
from generator.models.disclosure import Disclosure
from generator.officers.fields import Shape


@dataclass(frozen=True)
class Section:
    """Parts of a form below one heading.

    Attributes:
        key: of the words.
        is_folded: whether it is closed until somebody opens it.
    """

    key: str
    parts: Sequence[Node]
    is_folded: bool = False


_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "first": ("title", "summary", "none"),
    "own": (),
    "documents": ("evidence", "absent"),
    "publishing": ("owner", "published", "due", "hold"),
    "file": ("data_year", "family", "assessed_year", "source", "place", "note"),
}
"""The sections of a disclosure → the keys that every disclosure has, in the order in which officers fill them in."""


_MISSING = ("missing-key", "empty-value")
"""Faults that say no more than that a box is empty."""


def render(form: Form, faults: Iterable[Diagnostic] = (), language: str = "th") -> str:
    """The inside of the form.

    Args:
        faults: of the file with the form's changes; those of other files are left out.
        language: of the words; help is in Thai, as the models say it.
    """
    words = languages.words(language)
    own = [fault for fault in faults if fault.file == form.name and fault.severity is not Severity.OFF]
    told = Placed({}, [*form.faults, *own])
    if form.root is not None:
        try:
            text = form.changed().removeprefix(edits.BOM).decode("utf-8")
        except edits.Refused as refused:
            told = Placed({}, [*refused.faults, *own])
        else:
            told = placed(form.root, text.replace("\r\n", "\n"), own)
    page = _Page(form, told, words, language)
    return _environment().get_template("form.html.jinja").render(page=page, form=form, w=words["form"])


def sections(form: Form) -> list[Section]:
    """The parts of a form in the order in which officers fill them in."""
    if form.root is None:
        return []
    if not issubclass(form.model, Disclosure):
        rest = [one for one in form.root.children if one.field.name in RARE]
        return [Section("", [one for one in form.root.children if one not in rest]), Section("rest", rest, True)][
            : 1 + bool(rest)
        ]
    parts = {one.field.name: one for one in form.root.inner()}
    found = {key: [parts.pop(name) for name in names if name in parts] for key, names in _SECTIONS.items()}
    found["own"] = list(parts.values())
    return [Section(key, listed, key == "file") for key, listed in found.items() if listed]


class _Page:
    """What the template asks for."""

    order, chosen, action, yes, whole = ORDER, IS, ACTION, YES, WHOLE

    def __init__(self, form: Form, told: Placed, words: Mapping[str, Any], language: str) -> None:
        self._form, self.told, self._words, self._language = form, told, words, language
        self.sections = sections(form)
        self._data = form.root.base if form.root else {}
        self._troubled = {
            name[:length]
            for name in told.at
            for length in (*(place for place, letter in enumerate(name) if letter == "."), len(name))
        }

    def label(self, node: Node) -> str:
        """What a box is called."""
        return node.label if self._language == "th" else languages.label(node.field.label, self._language)

    def said(self, choice: str) -> str:
        """What a choice is called."""
        return languages.label(choice, self._language)

    def kind(self, node: Node) -> str:
        """Which macro shows a part."""
        if isinstance(node, Leaf):
            return "leaf"
        if isinstance(node, Listing):
            return "cells" if node.is_fixed else "choices" if node.is_choice else "list"
        if not isinstance(node, Group):
            raise TypeError(node)
        if node.is_none:
            return "none"
        if node.is_closed:
            return "closed"
        return {Shape.TEXT: "text", Shape.PERIOD: "period", Shape.OWNER: "owner"}.get(node.field.shape, "group")

    def is_row(self, node: Node) -> bool:
        """Whether an entry of a list is a box or a few, which need no fold."""
        return self.kind(node) in ("leaf", "text", "owner", "period") or self.is_line(node)

    def is_line(self, node: Node) -> bool:
        """Whether a group is a text with its number, or the like: boxes beside each other."""
        return (
            isinstance(node, Group)
            and self.kind(node) == "group"
            and len(node.children) <= 2
            and all(self.kind(one) in ("leaf", "text") for one in node.children)
        )

    def is_folded(self, listing: Listing) -> bool:
        """Whether choices are folded until one is made: those that say that something is not there."""
        return not any(one.is_on for one in listing.entries) and any(
            isinstance(one, Group) and one.is_none for entry in listing.entries for one in entry.node.all()
        )

    def is_open(self, node: Node) -> bool:
        """Whether a fold is open: something was typed or is wrong inside of it, or there is nothing yet."""
        return node.after != node.base or node.is_empty or node.name in self._troubled

    def id(self, node: Node, behind: str = "") -> str:
        return f"f-{node.name}{behind}"

    def faults(self, node: Node) -> Sequence[Diagnostic]:
        return self.told.at.get(node.name, ())

    def is_wrong(self, node: Node) -> bool:
        return any(fault.severity is Severity.ERROR for fault in self.faults(node))

    def message(self, fault: Diagnostic, *, at_part: bool) -> str:
        """What is wrong; of what is missing at a part of the form without the name that a file would have for it."""
        missing: str = self._words["form"]["missing"]
        return missing if at_part and fault.code in _MISSING else plainly.message(fault, self._language)

    def hint(self, fault: Diagnostic) -> str:
        """What to do; nothing where the box itself says it."""
        return "" if fault.code in _MISSING else plainly.hint(fault, self._language)

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Name of a part → what it is called, with what it stands in: ``โครงการ ลำดับ 2 › งบประมาณ``."""
        found: dict[str, str] = {}

        def visit(node: Node, said: tuple[str, ...]) -> None:
            found[node.name] = " › ".join(said)
            entry = self._words["form"]["entry"]
            if isinstance(node, Listing):
                for number, one in enumerate(node.entries, start=1):
                    visit(one.node, (*said[:-1], entry.format(label=self.label(node), number=number)))
            else:
                for inner in node.inner():
                    visit(inner, said if inner.field.kind == BOX else (*said, self.label(inner)))

        if self._form.root:
            visit(self._form.root, ())
        return found

    def severity(self, fault: Diagnostic) -> str:
        word: str = self._words["diagnostics"][fault.severity]
        return word

    def described(self, node: Node, above: Node | None = None, *, is_bare: bool = False) -> str:
        """The ids of what is said of a box; a bare one stands where its help is not shown."""
        found = []
        for one in (above, node):
            if one is None:
                continue
            found += [self.id(one, "-help")] if one.help and not is_bare else []
            found += [self.id(one, "-fault")] if self.faults(one) else []
        found += [self.id(node, "-said")] if isinstance(node, Leaf) and node.said else []
        return " ".join(found)

    def boxes(self, group: Group) -> Sequence[Leaf]:
        """The boxes of a text in one language or two: English where the site has it, or the file does."""
        leaves = [one for one in group.children if isinstance(one, Leaf)]
        is_wanted = self._form.known.has_english
        return [one for one in leaves if one.field.name == "th" or is_wanted or not one.is_empty]

    def rows(self, leaf: Leaf) -> int:
        """How many lines a box for several of them shows."""
        return min(12, max(1, leaf.shown.count("\n") + 1 + len(leaf.shown) // 70))

    def places(self) -> list[tuple[str, str, Diagnostic]]:
        """Every fault with the id of the part that it is about and what that is called; empty texts where it is about none."""
        order = [("", "", fault) for fault in self.told.elsewhere]
        for node in self._form.root.all() if self._form.root else ():
            order += [(self.id(node), self.called[node.name], fault) for fault in self.faults(node)]
        return order

    def is_rare_open(self, group: Group) -> bool:
        """Whether what few files use is open: somebody asked for it, typed something or something is wrong there."""
        return all(one.is_empty or one.after != one.base or one.name in self._troubled for one in group.rare)

    def is_section_open(self, section: Section) -> bool:
        """Whether something was typed or is wrong in a section."""
        return any(one.after != one.base or one.name in self._troubled for one in section.parts)

    def title(self, node: Node) -> str:
        """What an entry is called: its first text, in a few words."""
        return short(node.title, 90) if isinstance(node, Group) else ""

    def choice(self, listing: Listing, node: Node) -> str:
        """What an entry is called that is chosen among what is known."""
        leaf = self._id_of(node)
        titles = dict((one.value, self.said(one.label)) for one in listing.field.choices)
        known = titles or self._form.known.of(leaf.field.refers_to, self._data)
        return known.get(leaf.shown, leaf.shown)

    def beside(self, node: Node) -> Sequence[Node]:
        """What may be said of a choice."""
        return [one for one in node.inner() if one is not self._id_of(node)]

    def _id_of(self, node: Node) -> Leaf:
        inner = (one for one in node.all() if isinstance(one, Leaf) and one.field.refers_to == "component")
        leaf = node if isinstance(node, Leaf) else next(inner)
        if not isinstance(leaf, Leaf):
            raise TypeError(node)
        return leaf


@lru_cache(1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
