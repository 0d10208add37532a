"""Tables beside the YAML: which files a disclosure names, and what is computed from their rows.

A family whose facts are many alike rows is :class:`Tabled`: it says which columns it has, an officer names
the files. Reading gives a frozen :class:`~generator.tables.table.Table` with totals and the rows that a page shows; the
others are read again when the whole table is exported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PrivateAttr, WithJsonSchema, field_validator

from generator.diagnostics import Diagnostic, has_errors
from generator.models.disclosure import Disclosure, Headline, Presence, Shown, headline
from generator.models.scalars import Line, fault
from generator.tables import spelling
from generator.tables.columns import Form, without
from generator.tables.faults import Faults, Place
from generator.tables.records import Source
from generator.tables.rows import row_sets
from generator.tables.stated_totals import Running
from generator.tables.table import Table
from generator.tables.tally import Tally
from generator.writing.readings import states_none

_FILES = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


class Tabled(Disclosure):
    """การเปิดเผยข้อมูลที่รายการอยู่ในตาราง CSV หรือ XLSX ข้างแฟ้ม YAML"""

    form: ClassVar[Form]

    table: Annotated[tuple[Line, ...], WithJsonSchema(_FILES)] = Field(
        (),
        description="แฟ้มตาราง .csv หรือ .xlsx ข้างแฟ้มนี้ เช่น proc_items.csv; หลายแฟ้มเขียนเป็นรายการ เช่น เดือนละแฟ้ม; แผ่นเดียวของ Excel เขียนต่อด้วย # เช่น jobs.xlsx#แผ่น1",
    )

    _rows: Table | None = PrivateAttr(None)

    @field_validator("table", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        if states_none(value):
            raise fault("not-a-list", value=str(value))  # a statement, whose place is ``none:``
        return [value] if isinstance(value, str) else value

    @property
    def form_asked(self) -> Form:
        """The form without what is stated under ``absent`` for the whole table: a component is called as its column."""
        columns = {column.key for column in self.form.columns}
        return without(self.form, frozenset(one.component for one in self.absent if one.component in columns))

    @property
    def rows(self) -> Table | None:
        """What the table says; None where there is no table that could be read."""
        return self._rows

    def with_rows(self, rows: Table | None) -> Self:
        """The same disclosure with what its files say: a model is made from one file, and its tables are read after it."""
        made = self.model_copy()
        made._rows = rows
        return made

    def presence_of(self, anchor: str, *keys: str) -> Presence:
        """What the table tells of a component that these columns show: a column of dashes states that there is none."""
        states = []
        for key in keys:
            count = self._rows.filled.get(key) if self._rows else None
            is_stated = count == 0 and self.form.column(key).blank == "stated"
            states.append(Shown.SHOWN if count else Shown.NONE if is_stated else Shown.MISSING)
        if Shown.MISSING in states:
            return Presence(Shown.MISSING)
        if Shown.SHOWN not in states:
            return Presence(Shown.NONE, anchor)
        return Presence(Shown.SHOWN, anchor, count=max(self._rows.filled[key] for key in keys) if self._rows else None)

    def headlines(self) -> Iterator[Headline]:
        if not self._rows or not self._rows.count:
            return
        rows, largest = self._rows, self._rows.largest[0]
        amount = next((key for key in ("agreed_price", *rows.sums) if rows.sums.get(key)), "")
        if not amount:
            yield headline("procurement.listed", count=rows.count)
            return
        yield headline(f"procurement.sum_of_{amount}", count=rows.count, amount=rows.sums[amount])
        first = next(iter(rows.sums))
        if rows.count > 1 and largest.get(first) and largest.get("job"):
            yield headline("procurement.most", job=str(largest["job"]), amount=largest[first])


def read(sources: tuple[Source, ...], form: Form, year: int) -> tuple[Table | None, list[Diagnostic]]:
    """What the files say together, and every fault in them; no table where there is not one row."""
    faults = Faults()
    tally = Tally(form)
    running = Running(form)
    for source in sources:
        for rows in row_sets(source, form, year, faults, running):
            tally.have.update(column.key for _, column in rows.header.columns)
            for block in rows.blocks(faults):
                tally.add(block)
                for one in tally.repeated(block):
                    faults.add(block.place(one.row, one.key), one.code, **one.facts)
                for place, facts in spelling.slips(block, form):
                    faults.add(place, "lost-sara-am", **facts)
            tally.without.update({month: text for month, text in rows.without.items() if month not in tally.without})
    has_any = bool(tally.count or tally.without)
    if not has_any and not has_errors(faults.found) and sources:
        faults.add(Place(sources[0].name), "table-empty")
    return tally.table(sources, year) if has_any else None, faults.report()
