"""A change that meets the file as somebody else left it meanwhile: what goes together, and what has to be decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator import languages
from generator.diagnostics import Diagnostic
from generator.input.edits import Refused
from generator.officers.workbook.changes import Difference, as_text, differences, label_of
from generator.officers.workbook.merging import merged, with_choice
from generator.officers.workbook.office import target_of, written
from generator.site.carried import with_mark_of, year_of_mark


@dataclass(frozen=True)
class Question:
    """A field that was changed here and there, and not to the same."""

    label: str
    base: str
    theirs: str
    mine: str


@dataclass(frozen=True)
class Meeting:
    """What becomes of a change.

    Attributes:
        made: the bytes that the file is to have; None where they cannot be made.
        questions: what was to be decided.
        meanwhile: what somebody else made of the file.
        lines: what becomes different of the file as it is now.
        faults: why nothing can be made.
    """

    made: bytes | None
    questions: tuple[Question, ...] = ()
    meanwhile: tuple[Difference, ...] = ()
    lines: tuple[Difference, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def said_by(raw: bytes | None, path: str, model: type[BaseModel]) -> Any:
    """What a file says, as it is meant; nothing where it is not there or cannot be read."""
    target, _ = target_of(path, raw, model, path)
    return (target.data if target else None) or {}


def changes_of(base: bytes | None, mine: bytes | None, path: str, model: type[BaseModel]) -> tuple[Difference, ...]:
    """What a change makes different, field by field; the mark of what was carried from the year before first."""
    fields = differences(said_by(base, path, model), said_by(mine, path, model), model)
    return (*_of_mark(base, mine), *fields)


def _of_mark(base: bytes | None, mine: bytes | None) -> Iterator[Difference]:
    """Whether somebody said that what was carried still holds, as a field."""
    before, after = year_of_mark(base), year_of_mark(mine)
    if bool(before) == bool(after) or mine is None:
        return
    words = languages.words("th")["desk"]["carried"]
    label = words["label"].format(year=before or after)
    yield Difference("changed", label, *(words["open" if year else "confirmed"] for year in (before, after)))


def meet(
    path: str,
    model: type[BaseModel],
    base: bytes,
    mine: bytes,
    theirs: bytes,
    chosen: Collection[int] = (),
) -> Meeting:
    """Put a change and that of somebody else together; neither is lost without a decision.

    Args:
        base: what both began with.
        chosen: the questions, by number, that are decided for mine; theirs stands at the others.
    """
    target, faults = target_of(path, theirs, model, path)
    if target is None:
        return Meeting(None, faults=tuple(faults))
    before = said_by(base, path, model)
    target.merged, clashes = merged(before, said_by(mine, path, model), target.data or {})
    questions = tuple(
        Question(label_of(model, clash.path), as_text(clash.base), as_text(clash.theirs), as_text(clash.mine))
        for clash in clashes
    )
    target.merged = with_choice(target.merged, [clash for number, clash in enumerate(clashes) if number in chosen])
    try:
        made, _ = written(target, 0)
        if made is not None and year_of_mark(base) != year_of_mark(mine):
            made = with_mark_of(made, mine)
    except Refused as refused:
        return Meeting(None, questions, faults=tuple(refused.faults))
    data = target.data or {}
    return Meeting(
        made,
        questions,
        (*_of_mark(base, theirs), *differences(before, data, model)),
        (*_of_mark(theirs, made), *differences(data, target.merged or {}, model)),
    )
