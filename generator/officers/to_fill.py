"""What is not out yet: what was opened and not filled in, item by item, and what is kept back from citizens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator import languages
from generator.models.catalogue import Item
from generator.site.holding import Held
from generator.site.site import Site
from generator.site.states import due_of, item_states
from generator.writing.dates import write_date


@dataclass(frozen=True)
class ToFill:
    """An item of a year, and its files that were opened and not filled in.

    Attributes:
        item: None for the ITA result of the year.
        due: the day on which the item must be ready, where that is known.
        is_overdue: whether that day is over.
    """

    year: int
    item: Item | None
    files: tuple[str, ...]
    due: date | None = None
    is_overdue: bool = False


def to_fill(site: Site) -> tuple[ToFill, ...]:
    """Every item of the shown years that has blank files, the newest year first."""
    return tuple(_to_fill(site))


def only(listed: Iterable[ToFill], files: Collection[str]) -> tuple[ToFill, ...]:
    """The part of a list that is about these files."""
    narrowed = (replace(one, files=tuple(file for file in one.files if file in files)) for one in listed)
    return tuple(one for one in narrowed if one.files)


def _to_fill(site: Site) -> Iterator[ToFill]:
    for year, result in site.blank_results.items():
        yield ToFill(year, None, (result.file.name,))
    for year in site.years:
        for state in item_states(site, year):
            files = [one.entry.file.name for one in state.families if one.entry and not one.is_answered]
            if files:
                due = due_of(site, state)
                is_overdue = bool(due and site.today and due < site.today)
                yield ToFill(year, state.item, tuple(files), due if site.today else None, is_overdue)


def list_to_fill(listed: Iterable[ToFill], language: str, folder: str = "") -> str:
    """What to fill in next, an item a line: number, title, files as seen from ``folder``."""
    words = languages.words(language)["new"]
    found = list(listed)
    if not found:
        return ""
    lines = [words["fill"].format(count=sum(len(one.files) for one in found))]
    for one in found:
        files = ", ".join(file.removeprefix(f"{folder}/") for file in one.files)
        title = f"{one.item.code} {title_of(one.item, language)}" if one.item else words["result"]
        said = words["fill_overdue" if one.is_overdue else "fill_due"] if one.due else ""
        due = f" {said.format(day=write_date(one.due, language))}" if one.due else ""
        lines.append(f"  {one.year} {title}{due}: {files}")
    return "\n".join(lines) + "\n"


def list_held(listed: Iterable[Held], language: str, folder: str = "") -> str:
    """What is kept back from citizens, one thing a line, and how each becomes public."""
    words = languages.words(language)["held"]
    lines = [f"  {why_held(replace(one, file=one.file.removeprefix(f'{folder}/')), language)}" for one in listed]
    return "\n".join([words["title"], *lines]) + "\n" if lines else ""


def why_held(one: Held, language: str) -> str:
    """Why something is kept back, and how it becomes public."""
    facts = {"year": one.year, "file": one.file or "agency.yaml", "item": one.item or "-"}
    facts["reason"] = one.reason.in_language(language) if one.reason else ""
    if one.approval:
        facts["by"] = one.approval.by.in_language(language)
        facts["date"] = write_date(one.approval.date, language)
    return str(languages.words(language)["held"][one.why].format(**facts))


def title_of(item: Item, language: str) -> str:
    """The title of an item, or the names of its content where the language has no title."""
    if item.title.written_in(language) == language:
        return item.title.in_language(language)
    return "; ".join(languages.families(language)[family]["name"] for family in item.families)
