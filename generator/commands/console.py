"""What several commands print: diagnostics in the format that was asked for, without what is listed as still to fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from generator import languages
from generator.checks import due_by_calendar, due_item, empty_disclosure, overdue_item
from generator.diagnostics import FORMATS, Diagnostic, Severity, as_text, seen_from
from generator.officers.to_fill import ToFill
from generator.project import Project

BLANK_CODES = frozenset({empty_disclosure.CODE, due_by_calendar.CODE, due_item.CODE, overdue_item.CODE})
"""What is found of a blank, and what the list of blanks says as well."""


def report(
    found: Sequence[Diagnostic],
    language: str,
    format: str = "text",
    *,
    far: str = "",
    shown: Collection[Severity] = tuple(Severity),
) -> None:
    """Print diagnostics.

    Args:
        found: what to print.
        language: of the sentences.
        format: a key of :data:`generator.diagnostics.FORMATS`.
        far: what :func:`far_folder` gives; a text names it once and its files from there.
        shown: the severities that a text shows; it only counts the others.
    """
    if format != "text":
        print(FORMATS[format](found, language), end="", flush=True)
        return
    if far and found:
        print(languages.words(language)["cli"]["seen_from"].format(folder=far))
    print(as_text(seen_from(found, far) if far else found, language, shown), end="", flush=True)


def far_folder(data: Path) -> str:
    """The data folder where it stands elsewhere, so that every message need not repeat the way there; else nothing."""
    name = name_of(data)
    return name if Path(name).is_absolute() else ""


def name_of(data: Path) -> str:
    """What messages call a data folder."""
    return Project(Path(), data, Path(), Path()).data_name


def without_blanks(found: Iterable[Diagnostic], blanks: Iterable[ToFill]) -> list[Diagnostic]:
    """What was found but for the blanks that are listed as what to fill in, with the days on which they are due."""
    listed = {file for one in blanks for file in one.files}
    return [d for d in found if d.code not in BLANK_CODES or d.file not in listed]
