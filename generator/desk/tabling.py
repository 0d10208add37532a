"""The table of a disclosure: a file is sent, shown as it is understood, then put beside the data file with its name there, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.desk.answers import Desk
from generator.desk.asking import Answer, Asked, NotThere, file_address
from generator.desk.editing import Editing
from generator.desk.office import Now, Office, Place
from generator.desk.pages import told
from generator.desk.titles import Titles
from generator.desk.understood import name_of_form, told_table
from generator.desk.uploads import MOST_MEGABYTES, Aside, Refusal, WaitingTable, check, file_name, free_name
from generator.diagnostics import Diagnostic, has_errors
from generator.families import FAMILIES
from generator.input import readings, shape, source
from generator.input.edits import Append, Change, Put, edited
from generator.officers.fields import order_of
from generator.site.site import Site
from generator.store.door import Write
from generator.tables import understanding
from generator.tables.columns import CellFault, Form
from generator.tables.faults import Faults
from generator.tables.records import Source, find, parted
from generator.tables.totals import Tabled
from generator.tables.understanding import Understood

KINDS = (".xlsx", ".csv")
"""Endings of tables."""


@dataclass(frozen=True)
class Said:
    """What a disclosure says of its tables.

    Attributes:
        tables: the files that it names, as written.
        form: what is asked of their columns.
        year: of the data.
    """

    tables: tuple[str, ...]
    form: Form
    year: int


def said_of(place: Place, base: bytes, name: str) -> Said:
    """What the bytes of a disclosure say of its tables, whole or not filled in yet."""
    file, model = source.parse(base, name), FAMILIES[place.family].model
    assert issubclass(model, Tabled)  # the place takes tables
    data, _ = shape.validate(file, model)
    if isinstance(data, Tabled):
        return Said(data.table, data.form_asked, data.data_year)
    said = readings.read(file.data, model).data
    said = said if isinstance(said, dict) else {}
    listed, year = said.get("table"), str(said.get("data_year", ""))
    tables = [listed] if isinstance(listed, str) else listed if isinstance(listed, list) else []
    return Said(
        tuple(one for one in tables if isinstance(one, str)),
        model.form,
        int(year) if year.isdecimal() and len(year) < 10 else place.year,
    )


class Tabling:
    """The pages on which a table is put beside a disclosure."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._aside = desk, Aside[WaitingTable](folder)

    def page(self, asked: Asked, path: str) -> Answer:
        """Where a table is chosen, and the tables that are there."""
        now, place, site = self._place(path)
        return self._page(asked, now, place, site)

    def send(self, asked: Asked, path: str) -> Answer:
        """Look at a table that was sent, or put one that was accepted into the data."""
        now, place, site = self._place(path)
        said = dict(asked.pairs)
        try:
            if "desk-waiting" in said:
                waiting = self._aside.of(said["desk-waiting"])
                return self._put(asked, now, place, site, waiting, said.get("replaces", ""))
            if asked.upload is None or not asked.upload[0]:
                raise Refusal("none")
            name = file_name(asked.upload[0])
            check(name, asked.upload[1], KINDS)
        except Refusal as refusal:
            return self._page(asked, now, place, site, 413 if refusal.code == "large" else 422, self._refused(refusal))
        id, folder = self._aside.put(name, asked.upload[1])
        waiting = WaitingTable(id, name, folder / name)
        self._aside.keep(id, waiting)
        return self._proposal(asked, now, place, site, waiting)

    def too_large(self, asked: Asked, path: str) -> Answer:
        """What is answered where more was sent than can be looked through."""
        now, place, site = self._place(path)
        return self._page(asked, now, place, site, 413, self._refused(Refusal("large")))

    def _refused(self, refusal: Refusal) -> str:
        said = self._desk.words["evidence"]["refusal"][refusal.code]
        return str(said.format(name=refusal.name, kinds="XLSX, CSV", size=MOST_MEGABYTES))

    def _place(self, path: str) -> tuple[Now, Place, Site]:
        """The disclosure that a table is put beside.

        Raises:
            NotThere: the path is of none whose entries stand in tables.
        """
        now = self._desk.office.now()
        place = now.places.get(path)
        if place is None or now.site is None or not place.takes_table:
            raise NotThere
        return now, place, now.site

    def _page(self, asked: Asked, now: Now, place: Place, site: Site, status: int = 200, refused: str = "") -> Answer:
        base, _ = Editing(self._desk.office, now, place).begin()
        facts = {"title": self._desk.titles.of(place), "place": place, "size": MOST_MEGABYTES, "refused": refused}
        tables = said_of(place, base, place.path).tables
        return self._desk.page("table", asked, status, now=now, tables=tables, **facts)

    def _proposal(
        self, asked: Asked, now: Now, place: Place, site: Site, waiting: WaitingTable, status: int = 200
    ) -> Answer:
        desk, language = self._desk, self._desk.pages.language
        base, _ = Editing(desk.office, now, place).begin()
        said = said_of(place, base, place.path)
        tables, found, likely = _understood(waiting, said, place.family)
        return desk.page(
            "table_proposal",
            asked,
            status,
            now=now,
            title=desk.titles.of(place),
            place=place,
            waiting=waiting,
            size=MOST_MEGABYTES,
            tables=[told_table(one, said.form, language) for one in tables],
            year=said.year,
            told=told(found, language, now.name),
            likely=name_of_form(likely, language) if likely else "",
            can_write=bool(tables) and not has_errors(found),
            there=said.tables,
            chosen=_likeliest(said.tables, waiting.name),
            sharing=[
                (number, desk.titles.at(now, now.below(one)))
                for number, written in enumerate(said.tables)
                for one in _named_by(site, place, written)
            ],
        )

    def _put(self, asked: Asked, now: Now, place: Place, site: Site, waiting: WaitingTable, replaces: str) -> Answer:
        desk, office = self._desk, self._desk.office
        base, was_there = Editing(office, now, place).begin()
        said = said_of(place, base, place.path)
        _, found, _ = _understood(waiting, said, place.family)
        if has_errors(found):
            return self._proposal(asked, now, place, site, waiting, 422)
        number = int(replaces) if replaces.isdecimal() and len(replaces) < 6 else len(said.tables)
        replaced = said.tables[number] if number < len(said.tables) else ""
        writes = list(_writes(office, site, place, waiting, replaced))
        target = PurePosixPath(writes[-1].path).name
        made = edited(base, f"{now.name}/{place.path}", _edits(base, place, said.tables, number, target))
        if made != base or not was_there:
            writes.append(Write(place.path, base if was_there else None, made))
        writes = [one for one in writes if one.base != one.mine]
        recorded = office.write(writes, desk.note("edit_table", asked, file=target, title=Titles("th").of(place)))
        self._aside.drop(waiting.id)
        desk.preview.look(desk.wanted(place))
        return Answer(to=f"{file_address(place.path)}?{f'saved={recorded.number}' if recorded else 'unchanged=1'}")


def _understood(waiting: WaitingTable, said: Said, family: str) -> tuple[list[Understood], list[Diagnostic], str]:
    """The tables of a file, what is wrong in them, and the family whose table it rather looks like."""
    table = Source(waiting.place, waiting.name)
    forms = {id: one.model.form for id, one in FAMILIES.items() if issubclass(one.model, Tabled)}
    try:
        fit = understanding.fits(table, forms.items())
        own = understanding.fits(table, [(family, said.form)])
        tables, faults = understanding.understood(table, said.form, said.year)
    except (CellFault, OSError) as error:
        faults = Faults()
        faults.add_of_file(waiting.name, error)
        return [], faults.report(), ""
    likely = fit.name if fit.is_whole and not own.is_whole and fit.name != family else ""
    return tables, faults.report(), likely


def _likeliest(tables: Sequence[str], name: str) -> int:
    """The table that a file most likely takes the place of: the one of its name, else the only one; else none."""
    same = [number for number, one in enumerate(tables) if parted(one)[0].casefold() == name.casefold()]
    return same[0] if same else 0 if len(tables) == 1 else len(tables)


def _beside(site: Site, place: Place, written: str) -> str:
    """The file that a disclosure calls ``written``, from the data folder; empty where there is none."""
    found = find(site.folder, (site.folder / place.path).parent, written, "")
    return found.name.lstrip("/") if isinstance(found, Source) else ""


def _named_by(site: Site, place: Place, written: str) -> list[str]:
    """The files of the other disclosures that name the same table, as messages call them."""
    path = _beside(site, place, written)
    return [
        entry.file.name
        for entry in site.disclosures
        if path and isinstance(entry.data, Tabled) and entry.file.name != f"{site.name}/{place.path}"
        for other in entry.data.table
        if _beside(site, Place(entry.file.name.removeprefix(f"{site.name}/"), type(entry.data)), other) == path
    ]


def _writes(office: Office, site: Site, place: Place, waiting: WaitingTable, replaced: str) -> Iterator[Write]:
    """Put the new table there, last, and take the old one away where it has another name and nobody else names it."""
    old = _beside(site, place, replaced) if replaced else ""
    target = str(PurePosixPath(place.path).with_name(waiting.name))
    if old.casefold() != target.casefold():
        target = free_name(site.folder, target)
        if old and not _named_by(site, place, replaced):
            yield Write(old, office.raw(old), None)
    else:
        target = old
    yield Write(target, office.raw(target), waiting.content())


def _edits(base: bytes, place: Place, tables: Sequence[str], number: int, name: str) -> list[Change]:
    """What makes a disclosure name a table in the place of another one, or behind them."""
    model = FAMILIES[place.family].model
    data = source.parse(base, place.path).data
    key = readings.key_written(data, model, "table") if isinstance(data, dict) else "table"
    is_list = isinstance(data, dict) and isinstance(data.get(key), list)
    if number < len(tables) and tables[number] == name:
        return []
    if is_list and tables:
        return [Put((key, number), name)] if number < len(tables) else [Append((key,), name)]
    return [Put((key,), name if number < len(tables) or not tables else [*tables, name], order_of(model))]
