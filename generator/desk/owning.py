"""Who is responsible for each item of a year, and when it is due: the table that Excel edits, as a page and as a file.

What is typed here is put together with what somebody else made of the table meanwhile, field by field, and shown before
the table is written anew. A table that says more than the page can hold is edited in Excel, and sent back here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.desk.answers import Desk
from generator.desk.asking import Answer, Asked, NotThere
from generator.desk.editing import Proposal, digest
from generator.desk.office import Now, Office
from generator.desk.pages import told
from generator.desk.uploads import MOST_MEGABYTES, Aside, Refusal, WaitingTable, check, file_name
from generator.diagnostics import Diagnostic
from generator.models.catalogue import Catalogue, Item
from generator.models.owners import ItemOwner
from generator.models.shared import Owner
from generator.officers.owners import owners_path, owners_table
from generator.officers.workbook.changes import Difference
from generator.site.owners import TableFile, of_items, read, short_title
from generator.site.site import Site
from generator.store.door import Conflict, Write
from generator.writing.dates import DateFault, parse_date, write_date

_ENDINGS = (".xlsx", ".csv")
_KEYS = ("owner", "due")
Fields = Mapping[tuple[str, str], str]
"""Code of an item, and ``owner`` or ``due`` → what is said of it, as it is written; empty where nothing is."""


@dataclass(frozen=True)
class Table:
    """The table of a year as it is at this moment.

    Attributes:
        path: from the data folder; empty where there is none.
        raw: its bytes.
        fields: what it says.
        is_whole: whether a page can hold all that it says: no other columns, no row of no item, nothing wrong.
        is_ours: whether it looks as this program writes it, so that nothing of its looks is lost.
    """

    path: str
    raw: bytes | None
    fields: Fields
    is_whole: bool
    is_ours: bool


@dataclass(frozen=True)
class Line:
    """One item of the page.

    Attributes:
        values: what stands in its boxes, by key.
        was: what the page began with, by key.
        fault: what is wrong with the day; empty where nothing is.
    """

    item: Item
    title: str
    values: Mapping[str, str]
    was: Mapping[str, str]
    fault: str


class Owning:
    """The pages of the table of owners."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._aside = desk, Aside[WaitingTable](folder)

    def page(self, asked: Asked, year: int) -> Answer:
        """Every item of a year with its owner and its day."""
        now, site = self._year(year)
        notice = self._desk.words["edit"]["saved"].format(number=saved) if (saved := asked.number("saved")) else ""
        notice = notice or (self._desk.words["edit"]["unchanged"] if asked.query.get("unchanged") else "")
        return self._page(asked, now, site, year, notice=notice, saved=saved)

    def file(self, asked: Asked, year: int) -> Answer:
        """The table to edit in Excel: the one that is there, or a blank one."""
        _, site = self._year(year)
        table = _table(self._desk.office, site, year)
        raw = table.raw if table.raw is not None else owners_table(site.catalogues[year], {}, _units(site))
        return Answer(content=raw, name=(table.path or owners_path(year)).partition("/")[2])

    def send(self, asked: Asked, year: int) -> Answer:
        """Show what would be different by what was typed or by a file that was sent, or write it."""
        now, site = self._year(year)
        said = dict(asked.pairs)
        try:
            if asked.upload is not None or "desk-waiting" in said:
                return self._sent_file(asked, now, site, year, said)
        except Refusal as refusal:
            status = 413 if refusal.code == "large" else 422
            return self._page(asked, now, site, year, refused=self._refused(refusal), status=status)
        return self._typed(asked, now, site, year, said)

    def too_large(self, asked: Asked, year: int) -> Answer:
        """What is answered where more was sent than can be looked through."""
        now, site = self._year(year)
        return self._page(asked, now, site, year, refused=self._refused(Refusal("large")), status=413)

    def _refused(self, refusal: Refusal) -> str:
        said = self._desk.words["evidence"]["refusal"][refusal.code]
        return str(said.format(name=refusal.name, kinds="XLSX, CSV", size=MOST_MEGABYTES))

    def _year(self, year: int) -> tuple[Now, Site]:
        """What the data says now.

        Raises:
            NotThere: the year is none that is shown.
        """
        now = self._desk.office.now()
        if now.site is None or year not in now.site.years:
            raise NotThere
        return now, now.site

    # --- the page -----------------------------------------------------------------------------------

    def _page(
        self,
        asked: Asked,
        now: Now,
        site: Site,
        year: int,
        *,
        typed: Mapping[str, str] | None = None,
        refused: str = "",
        status: int = 200,
        notice: str = "",
        saved: int = 0,
    ) -> Answer:
        table = _table(self._desk.office, site, year)
        return self._desk.page(
            "owners",
            asked,
            status,
            now=now,
            year=year,
            years=site.years,
            lines=list(self._lines(site.catalogues[year], table, typed)),
            table=table,
            units=_units(site),
            found=told(
                [one for one in now.found if now.below(one.file) == table.path], self._desk.pages.language, now.name
            ),
            refused=refused,
            notice=notice,
            saved=saved,
            typed=typed is not None,
            size=MOST_MEGABYTES,
        )

    def _lines(self, catalogue: Catalogue, table: Table, typed: Mapping[str, str] | None) -> Iterator[Line]:
        for item in catalogue.items:
            has = {key: table.fields[item.code, key] for key in _KEYS}
            values, was = has, has
            if typed is not None:
                values = {key: typed.get(f"{key}.{item.code}", has[key]) for key in _KEYS}
                was = {key: typed.get(f"was.{key}.{item.code}", has[key]) for key in _KEYS}
            yield Line(item, short_title(item), values, was, self._fault(values["due"]))

    def _fault(self, due: str) -> str:
        return "" if not due or _day(due) else str(self._desk.words["owners"]["no_day"])

    # --- what was typed -----------------------------------------------------------------------------

    def _typed(self, asked: Asked, now: Now, site: Site, year: int, said: Mapping[str, str]) -> Answer:
        table = _table(self._desk.office, site, year)
        typed = {name: " ".join(value.split()) for name, value in said.items()}
        lines = list(self._lines(site.catalogues[year], table, typed))
        if not table.is_whole:
            raise NotThere
        if said.get("desk-step") == "back" or any(line.fault for line in lines):
            return self._page(
                asked, now, site, year, typed=typed, status=422 if any(one.fault for one in lines) else 200
            )
        wanted = {
            (line.item.code, key): line.values[key]
            if not _is_same(key, line.values[key], line.was[key])
            else table.fields[line.item.code, key]
            for line in lines
            for key in _KEYS
        }
        made = owners_table(site.catalogues[year], _rows(wanted), _units(site))
        hidden = [one for one in asked.pairs if not one[0].startswith("desk-")]
        return self._proposed(asked, now, site, year, table, wanted, made, owners_path(year), hidden)

    # --- a file that was sent -----------------------------------------------------------------------

    def _sent_file(self, asked: Asked, now: Now, site: Site, year: int, said: Mapping[str, str]) -> Answer:
        id = said.get("desk-waiting", "")
        if not id:
            if asked.upload is None or not asked.upload[0]:
                raise Refusal("none")
            name, raw = file_name(asked.upload[0]), asked.upload[1]
            check(name, raw, _ENDINGS)
            kept_as = f"{year}/owners{Path(name).suffix.lower()}"
            id, folder = self._aside.put(kept_as, raw)
            self._aside.keep(id, WaitingTable(id, kept_as, folder / kept_as))
        waiting = self._aside.of(id)
        entry, found = read(waiting.place, waiting.place.name)
        if entry is None:
            self._aside.drop(id)
            faults = [f"{one.message} {one.hint}" for one in told(found, self._desk.pages.language, now.name)]
            refused = self._desk.words["owners"]["not_read"].format(faults=" ".join(faults))
            return self._page(asked, now, site, year, refused=refused, status=422)
        said_of = of_items(site.catalogues[year], entry.data)
        answer = self._proposed(
            asked,
            now,
            site,
            year,
            _table(self._desk.office, site, year),
            _fields(site.catalogues[year], said_of.rows),
            waiting.content(),
            waiting.name,
            [("desk-waiting", id)],
            found,
            len(said_of.strangers),
        )
        if answer.to:
            self._aside.drop(id)
        return answer

    # --- both ---------------------------------------------------------------------------------------

    def _proposed(
        self,
        asked: Asked,
        now: Now,
        site: Site,
        year: int,
        table: Table,
        wanted: Fields,
        made: bytes,
        path: str,
        hidden: Sequence[tuple[str, str]],
        found: Sequence[Diagnostic] = (),
        strangers: int = 0,
    ) -> Answer:
        """Show what would be different, or write it where that was accepted and the table is still the one that was seen."""
        desk, said = self._desk, dict(asked.pairs)
        lines = list(self._differences(site.catalogues[year], table.fields, wanted))
        is_file = any(name == "desk-waiting" for name, _ in hidden)
        if not lines and (not is_file or made == table.raw):
            return Answer(to=f"/owners/{year}?unchanged=1")
        seen = digest(table.raw)
        if said.get("desk-step") == "write" and said.get("desk-seen") == seen:
            writes = [Write(path, table.raw if table.path == path else None, made)]
            if table.path not in ("", path):
                writes.append(Write(table.path, table.raw, None))
            try:
                recorded = desk.office.write(writes, desk.note("edit_owners", asked, year=year))
            except Conflict:  # somebody was faster by a moment: what is there now is shown
                return self.send(asked, year)
            desk.preview.look()
            return Answer(to=f"/owners/{year}?{f'saved={recorded.number}' if recorded else 'unchanged=1'}")
        unknown = sorted({unit for (_, key), unit in wanted.items() if key == "owner" and unit and not site.unit(unit)})
        notices = [desk.words["owners"]["no_unit"].format(units=", ".join(unknown))] if unknown else []
        if not (is_file or table.is_ours or table.raw is None):
            notices.append(desk.words["owners"]["anew"])
        if strangers:
            notices.append(desk.words["owners"]["strangers"].format(count=strangers))
        if said.get("desk-step") == "write":
            notices.insert(0, desk.words["owners"]["meanwhile"])
        return desk.page(
            "owners_changes",
            asked,
            409 if said.get("desk-step") == "write" else 200,
            now=now,
            year=year,
            proposed=Proposal(None, lines, None, seen),
            notices=notices,
            found=told(list(found), desk.pages.language, now.name),
            hidden=hidden,
            is_file=is_file,
        )

    def _differences(self, catalogue: Catalogue, before: Fields, after: Fields) -> Iterator[Difference]:
        words = self._desk.words["owners"]
        for item in catalogue.items:
            for key in _KEYS:
                old, new = before[item.code, key], after[item.code, key]
                if not _is_same(key, old, new):
                    kind: Literal["changed", "added", "removed"] = (
                        "changed" if old and new else "added" if new else "removed"
                    )
                    yield Difference(kind, f"{item.code} {short_title(item)} › {words[key]}", old, _written(key, new))


def _table(office: Office, site: Site, year: int) -> Table:
    """The table of a year as it is on the disk."""
    catalogue, paths = site.catalogues[year], [f"{year}/owners{one}" for one in _ENDINGS]
    path, raw = next(((path, raw) for path in paths if (raw := office.raw(path)) is not None), ("", None))
    if raw is None:
        return Table("", None, _fields(catalogue, {}), True, True)
    entry, found = read(site.folder / path, path)
    if entry is None:
        return Table(path, raw, _fields(catalogue, {}), False, False)
    said = of_items(catalogue, entry.data)
    rows = entry.file.rows if isinstance(entry.file, TableFile) else []
    has_more = any(block.header.left_out for block, _ in rows) or said.strangers or said.doubtful or said.twice
    is_ours = raw in (owners_table(catalogue, said.rows, units) for units in ((), _units(site)))
    return Table(path, raw, _fields(catalogue, said.rows), not (has_more or found), is_ours)


def _fields(catalogue: Catalogue, rows: Mapping[str, ItemOwner]) -> Fields:
    found: dict[tuple[str, str], str] = {}
    for item in catalogue.items:
        row = rows.get(item.code)
        found[item.code, "owner"] = row.owner.unit if row and row.owner else ""
        found[item.code, "due"] = write_date(row.due, "th", "arabic") if row and row.due else ""
    return found


def _rows(fields: Fields) -> Mapping[str, ItemOwner]:
    """What a table is written from."""
    made = {}
    for code in dict.fromkeys(code for code, _ in fields):
        unit, due = fields[code, "owner"], _day(fields[code, "due"])
        owner = Owner.model_construct(unit=unit) if unit else None
        made[code] = ItemOwner.model_construct(code=code, title=None, owner=owner, due=due)
    return made


def _day(text: str) -> datetime.date | None:
    try:
        return parse_date(text) if text else None
    except DateFault:
        return None


def _is_same(key: str, one: str, other: str) -> bool:
    """Whether two texts mean the same: a day may be written in several ways."""
    return one == other or (key == "due" and _day(one) is not None and _day(one) == _day(other))


def _written(key: str, text: str) -> str:
    day = _day(text) if key == "due" else None
    return write_date(day, "th", "arabic") if day else text


def _units(site: Site) -> list[str]:
    return [str(unit.label) for unit in site.units]
