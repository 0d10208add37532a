"""What a change of one file makes different, field by field, in the words of its fields."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal

from pydantic import BaseModel

from generator import languages
from generator.diagnostics import short
from generator.input import edits
from generator.input.edits import Change, Insert, Put, Remove
from generator.input.source import KeyPath
from generator.officers.fields import field_at
from generator.officers.workbook.merging import leaves

_LONGEST = 100
"""Letters of a value that is shown."""
_IN_COMMON = 30
"""Letters that are shown of what two long values begin with alike, before the place where they differ."""


@dataclass(frozen=True)
class Difference:
    """One field that becomes different.

    Attributes:
        label: ``โครงการ ลำดับ 2 › งบประมาณ``.
        before: what it says; empty where it is added.
        after: what it is to say; empty where it goes.
    """

    kind: Literal["changed", "added", "removed"]
    label: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """As one line, in Thai."""
        said = languages.words("th")["workbook"]["changes"][self.kind]
        return str(said.format(label=self.label, before=self.before, after=self.after))


def differences(data: Any, wanted: Any, model: type[BaseModel]) -> Iterator[Difference]:
    """Every difference between what a file says and what it is to say, in the order in which it is changed."""
    for step in edits.between(data, wanted):
        yield _difference(step, data, model)
        data = edits.meant_by(step, data)


def _difference(step: Change, data: Any, model: type[BaseModel]) -> Difference:
    path = step.path
    words = languages.words("th")["workbook"]["changes"]
    entry = words["entry"].format(number=int(path[-1]) + 1) if isinstance(path[-1], int) else ""
    label = label_of(model, path[:-1] if entry else path)
    before = _whole(_at(data, path)) if isinstance(step, Put | Remove) else ""
    after = _whole(step.value) if isinstance(step, Put | Insert) else ""
    before, after = _from_difference(before, after)
    kind: Literal["changed", "added", "removed"] = "changed" if before and after else "added" if after else "removed"
    return Difference(kind, f"{label} {entry}".strip(), before, after)


def label_of(model: type[BaseModel], path: KeyPath) -> str:
    """What a place of a file is called: ``โครงการ ลำดับ 2 › งบประมาณ``."""
    words = languages.words("th")["workbook"]["changes"]
    found: list[str] = []
    for number, step in enumerate(path, start=1):
        if isinstance(step, int):
            found[-1:] = [f"{found[-1] if found else ''} {words['entry'].format(number=step + 1)}".strip()]
        elif step == "en":
            found.append("ภาษาอังกฤษ")
        elif step != "th" and (field := field_at(model, path[:number])):
            found.append(field.label)
    return " › ".join(found)


def _at(data: Any, path: KeyPath) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def as_text(value: Any) -> str:
    """A value with all that is in it, as one text."""
    return short(_whole(value), _LONGEST)


def _whole(value: Any) -> str:
    return "; ".join(text for _, text in leaves(value))


def _from_difference(before: str, after: str) -> tuple[str, str]:
    """Two values short enough for a line, each with the place where they differ in sight."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    is_far = bool(before and after) and common > _LONGEST - _IN_COMMON
    start = common - _IN_COMMON if is_far else 0
    while start and unicodedata.category(after[start]) == "Mn":  # a Thai vowel or tone stays with its letter
        start -= 1
    shown = [short(f"…{text[start:]}" if start else text, _LONGEST) for text in (before, after)]
    return shown[0], shown[1]
