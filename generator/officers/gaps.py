"""What each incomplete item lacks, in which file, and the line to write there, whether a day is set for it or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from generator import languages
from generator.input.readings import is_dash
from generator.input.source import SourceFile
from generator.models.catalogue import Component, Item
from generator.models.disclosure import Shown
from generator.officers.component_keys import Keys, completing, component_ways, other_keys
from generator.officers.to_fill import title_of
from generator.site.deadlines import has_other_cause
from generator.site.disclosure_files import disclosure_path
from generator.site.site import Site
from generator.site.states import ItemState, State, day_by_calendar, due_of, item_states
from generator.writing.dates import write_date

How = Literal["new_file", "blank", "add", "each", "some", "mend", "column", "unknown"]


@dataclass(frozen=True)
class Lack:
    """What an item lacks and one thing to write would show.

    Attributes:
        components: none where nothing of the family is filled in.
        file: as messages call it; where there is none yet, the one to make.
        line: where to write or to look; 0 where there is no file yet.
        others: keys that would do as well as the last of ``keys``.
        how: what is to be done with ``keys``: added, added in each entry of a list, mended, or the table's column filled.
    """

    family: str
    components: tuple[Component, ...]
    file: str
    line: int
    how: How
    keys: Keys = ()
    others: Keys = ()


@dataclass(frozen=True)
class Gap:
    """An incomplete item of a year, whose it is and when it is due, and what it lacks.

    Attributes:
        due: the agency's own day, else the calendar's last day; None where neither is known.
        is_overdue: whether the agency's own day is over.
    """

    year: int
    item: Item
    owner: str
    due: date | None
    is_overdue: bool
    lacks: tuple[Lack, ...]


def gaps(site: Site) -> tuple[Gap, ...]:
    """Every incomplete item of the shown years, the newest year first; without what a fault of its own explains."""
    return site.recall(("gaps",), lambda: tuple(gap for year in site.years for gap in _gaps_of(site, year)))


def _gaps_of(site: Site, year: int) -> Iterator[Gap]:
    for state in item_states(site, year):
        if lacks := lacks_of(site, state):
            own = due_of(site, state)
            owner = next(iter(state.owners), None)
            unit = site.unit(owner.unit) if owner else None
            yield Gap(
                year,
                state.item,
                unit.id if unit else owner.unit if owner else "",
                own or day_by_calendar(site, state),
                bool(own and site.today and own < site.today),
                lacks,
            )


def lacks_of(site: Site, state: ItemState) -> tuple[Lack, ...]:
    """What one item lacks; the same of the same item, whatever else the site says, so that its page depends on nothing else."""
    return tuple(_lacks(site, state)) if state.state is not State.COMPLETE else ()


def _lacks(site: Site, state: ItemState) -> Iterator[Lack]:
    for family in state.families:
        is_astray = any((e.data.family, year) == (family.family, state.year) for e, year in site.astray)
        if family.state is State.COMPLETE or has_other_cause(site, family, is_astray=is_astray):
            continue
        if family.entry is None:
            yield Lack(
                family.family,
                (),
                f"{site.name}/{disclosure_path(site.catalogues[state.year], family.family, state.year)}",
                0,
                "new_file",
            )
        elif not family.is_answered:
            yield Lack(family.family, (), family.entry.file.name, 1, "blank")
        else:
            file = family.entry.file
            parts = [part.component for part in family.components if part.state is Shown.MISSING]
            together: dict[tuple[How, Keys, Keys, int], list[Component]] = {}
            for component in parts:
                together.setdefault(_to_write(family.family, file, component), []).append(component)
            for (how, keys, others, line), components in together.items():
                yield Lack(family.family, tuple(components), file.name, line, how, keys, others)


def _to_write(family: str, file: SourceFile, component: Component) -> tuple[How, Keys, Keys, int]:
    """How a component is shown in a file that says something already, by which keys or which others, and the line there."""
    way = component_ways(family).get(component.id)
    data = file.data if isinstance(file.data, dict) else {}
    if way is None or not (way.alone or way.within):
        return "unknown", (), (), 1
    keys = way.within if way.within and (way.within[0] in data or not way.alone) else (way.alone,)
    if keys[0] not in data:
        return "add", keys[:1], (), len(file.text.splitlines())
    if keys == ("table",):
        return "column", keys, (), file.key_place(keys)[0]
    others = other_keys(family, component.id, keys) if len(keys) > 1 else ()
    if len(keys) > 1 and (path := _without(data, keys, others)):
        return "each", keys, others, file.place(path)[0]
    if isinstance(data[keys[0]], list) and (lack := completing(family, component.id, keys[0], data)):
        how: How = "each" if lack.is_each else "some"
        return how, (keys[0], lack.keys[0]), lack.keys[1:], file.place((keys[0], lack.number))[0]
    return "mend", keys, (), file.place(keys)[0]


def _without(data: Any, keys: Keys, others: Keys, path: tuple[str | int, ...] = ()) -> tuple[str | int, ...]:
    """The path of the first entry that says nothing, or a dash, for the last of the keys and for those that would do as well."""
    if isinstance(data, list):
        inner = (_without(one, keys, others, (*path, number)) for number, one in enumerate(data))
        return next((one for one in inner if one), ())
    wanted = keys[:1] if len(keys) > 1 else (*keys, *others)
    said = [key for key in wanted if isinstance(data, dict) and key in data and not is_dash(data[key])]
    if not said:
        return path
    return _without(data[keys[0]], keys[1:], others, (*path, keys[0])) if len(keys) > 1 else ()


# --- in words -----------------------------------------------------------------------------------------------------


def what_lacks(lack: Lack, language: str) -> str:
    """``ขาดแผนที่ตั้ง``, as a message says it."""
    words = languages.words(language)["gaps"]
    if not lack.components:
        return str(words["all"].format(family=languages.families(language)[lack.family]["name"]))
    return str(words["lacks"].format(title=", ".join(one.title.in_language(language) for one in lack.components)))


def what_to_write(lack: Lack, language: str, folder: str = "") -> str:
    """The line to add and the file, as seen from ``folder``; of a component also how a document shows it."""
    words = languages.words(language)["gaps"]
    *lists, key = lack.keys if lack.how in ("each", "some") else (".".join(lack.keys),)
    components = ", ".join(one.id for one in lack.components)
    facts = {"file": seen_from(lack.file, folder), "line": lack.line, "family": lack.family, "components": components}
    key = f":` {words['or']} `".join((key, *lack.others))
    said = words["how"][lack.how].format(key=key, list=".".join(lists), **facts)
    return " ".join([said, words["or_document"].format(**facts)] if components else [said])


def seen_from(file: str, folder: str) -> str:
    return file.removeprefix(f"{folder}/") if folder else file


def list_gaps(found: Sequence[Gap], language: str, folder: str = "") -> str:
    """The gaps that are more than a blank, an item a line and what it lacks below it; nothing where there is none."""
    words = languages.words(language)["gaps"]
    lines = []
    for gap in found:
        lacks = [lack for lack in gap.lacks if lack.how != "blank"]  # those are listed as what to fill in
        if lacks:
            lines.append(f"  {gap.year} {gap.item.code} {title_of(gap.item, language)}{_day(gap, language)}")
            lines += [f"    {what_lacks(one, language)}: {what_to_write(one, language, folder)}" for one in lacks]
    return "".join(f"{line}\n" for line in ([words["title"], *lines] if lines else ()))


def _day(gap: Gap, language: str) -> str:
    words = languages.words(language)["new"]
    if gap.due is None:
        return ""
    return " " + str(words["fill_overdue" if gap.is_overdue else "fill_due"].format(day=write_date(gap.due, language)))


def only_of(found: Iterable[Gap], *, owner: str | None, year: int | None, item: str | None) -> tuple[Gap, ...]:
    """The gaps of one owner unit, year or item; anything that is not given does not narrow."""
    wanted = (gap for gap in found if owner in (None, gap.owner) and year in (None, gap.year))
    return tuple(gap for gap in wanted if item in (None, gap.item.code))
