"""Every row of the procurement tables, each once: what the page of spending, its months and the search are made of.

A job may stand in several tables, as in that of its year and in the report of the year after. Of one fiscal year the
rows of the longest table come first, of two as long that of the later assessed year; another table adds what none of
its rows names by contract, e-GP number or, where it has neither, by name and money.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, NamedTuple

from generator.blocks.procurement import ANNUAL, ITEMS, MONTHLY, NOTICES, PLAN
from generator.models.disclosure import Disclosure
from generator.site import addresses
from generator.site.site import Site
from generator.tables.cells import month_of
from generator.tables.columns import Choice, Form
from generator.tables.table import Table
from generator.tables.totals import Tabled
from generator.writing.companies import company_key

Kind = Literal["job", "plan", "notice"]
KINDS: tuple[Kind, ...] = ("job", "plan", "notice")
"""What a row tells of: a job that was bought or hired, one that will be, a notice. Only jobs are spending."""

_FORMS: dict[Form, Kind] = {ITEMS: "job", MONTHLY: "job", ANNUAL: "job", PLAN: "plan", NOTICES: "notice"}
_SAME = {"title": "name", "job": "name", "amount": "budget", "agreed_price": "price", "kind": "status"}
"""Columns of the forms that are called otherwise here; ``kind`` of a notice stands where a job has its status."""


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        unit: the unit's id, or its name as the table has it where the agency's list of units does not.
        month: the first day of the month it belongs to, from its day or its e-GP number.
        table: number of its table in :attr:`Year.tables`.
    """

    name: str
    unit: str
    method: Choice | None
    status: str
    budget: Decimal | None
    median: Decimal | None
    price: Decimal | None
    winner: str
    egp: str
    contract: str
    day: date | None
    month: date | None
    source: str
    bids: str
    reason: str
    link: str
    table: int

    @property
    def money(self) -> Decimal:
        """What it costs as far as known: the price agreed on, else the money set aside."""
        amount = self.price if self.price is not None else self.budget
        return Decimal(0) if amount is None else amount


@dataclass(frozen=True)
class Published:
    """A table that rows are from: its disclosure, and where a reader finds it below the language's root."""

    disclosure: Disclosure
    code: str
    url: str


@dataclass(frozen=True, eq=False)
class Year:
    """The rows of one kind in one fiscal year, in the order of their tables."""

    year: int
    kind: Kind
    rows: tuple[Row, ...]
    tables: tuple[Published, ...]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """A part of the permanent address of each row: eight hexadecimal digits and, where rows tell the same, a number.

        ``spending.js`` works it out in the same way, so that it need not be loaded with the rows.
        """
        counts: dict[str, int] = {}
        found = []
        for row in self.rows:
            told = (
                (row.contract, str(row.day or ""))
                if row.contract
                else (row.egp, row.name, row.winner)
                if row.egp
                else (row.name,)
            )
            id = f"{zlib.crc32('|'.join((str(self.year), self.kind, *told)).encode()):08x}"
            counts[id] = counts.get(id, 0) + 1
            found.append(id if counts[id] == 1 else f"{id}-{counts[id]}")
        return tuple(found)

    @cached_property
    def months(self) -> dict[date | None, list[tuple[str, Row]]]:
        """Rows with their ids by month in time, those without one last."""
        found: dict[date | None, list[tuple[str, Row]]] = defaultdict(list)
        for id, row in zip(self.ids, self.rows, strict=True):
            found[row.month].append((id, row))
        return {month: found[month] for month in sorted(found, key=lambda month: month or date.max)}


@dataclass(frozen=True, eq=False)
class Supplier:
    """Who was chosen, under the form of the name that most rows have; jobs and money by fiscal year, newest first."""

    name: str
    jobs: int
    money: Decimal
    years: dict[int, tuple[int, Decimal]]


@dataclass(frozen=True, eq=False)
class Spending:
    """Every row: fiscal years newest first, in each jobs before plans and notices."""

    years: tuple[Year, ...]

    @cached_property
    def jobs(self) -> tuple[Year, ...]:
        return tuple(year for year in self.years if year.kind == "job")

    @cached_property
    def suppliers(self) -> tuple[Supplier, ...]:
        """Everybody who was chosen, who got most first."""
        names: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        sums: dict[str, dict[int, tuple[int, Decimal]]] = defaultdict(dict)
        for of_year in self.jobs:
            for row in of_year.rows:
                if row.winner:
                    key = company_key(row.winner)
                    names[key][row.winner] += 1
                    count, money = sums[key].get(of_year.year, (0, Decimal(0)))
                    sums[key][of_year.year] = (count + 1, money + row.money)
        found = [
            Supplier(
                max(names[key], key=lambda name: names[key][name]),
                sum(count for count, _ in years.values()),
                sum((money for _, money in years.values()), Decimal(0)),
                years,
            )
            for key, years in sums.items()
        ]
        return tuple(sorted(found, key=lambda one: (-one.money, one.name)))


def spending(site: Site) -> Spending:
    """Every row of the site's procurement tables; the files are read again, row after row."""
    return site.recall(("spending",), lambda: _spending(site))


def has_spending(site: Site) -> bool:
    """Whether there is any table of jobs on a page that is shown, without reading its rows."""
    return any(_kind_of(entry.data) == "job" and _url(site, entry.data) for entry in site.of_kind(Tabled))


def _kind_of(data: Tabled) -> Kind | None:
    return _FORMS.get(data.form) if data.rows and data.rows.count else None


def _spending(site: Site) -> Spending:
    tables: dict[tuple[int, int], list[tuple[Tabled, Table]]] = defaultdict(list)
    seen: set[object] = set()
    for entry in site.of_kind(Tabled):
        data: Tabled = entry.data
        kind = _kind_of(data)
        url = _url(site, data)
        if kind and data.rows and url:
            content = (data.rows.sources, data.data_year, kind)
            if content not in seen:  # two families of one item often show one table
                seen.add(content)
                tables[-data.data_year, KINDS.index(kind)].append((data, data.rows))
    years = (
        _year(site, -year, KINDS[kind], sorted(of_year, key=lambda one: (-one[1].count, -one[0].assessed_year)))
        for (year, kind), of_year in sorted(tables.items(), key=lambda one: one[0])
    )
    return Spending(tuple(years))


def _url(site: Site, data: Disclosure) -> str:
    item = site.item_of(data)
    if item is None or data.assessed_year not in site.years:
        return ""
    return addresses.item(data.assessed_year, item, data.family)


def _year(site: Site, year: int, kind: Kind, tables: list[tuple[Tabled, Table]]) -> Year:
    rows: list[Row] = []
    known: set[tuple[Any, ...]] = set()
    for number, (_, table) in enumerate(tables):
        kinds = {key[0] for key in known}
        of_table = [_row(site, table.form, values, number) for values in _values(table)]
        rows += [
            row
            for row in of_table
            if next(key for key in _keys(row) if key[0] in kinds or key[0] == "name") not in known
        ]
        known.update(key for row in of_table for key in _keys(row))
    published = tuple(
        Published(data, item.code if (item := site.item_of(data)) else "", _url(site, data)) for data, _ in tables
    )
    return Year(year, kind, tuple(rows), published)


def _values(table: Table) -> Iterator[dict[str, Any]]:
    names = [_SAME.get(column.key, column.key) for column in table.columns]
    return (dict(zip(names, values, strict=True)) for values in table.rows())


def _keys(row: Row) -> Iterator[tuple[Any, ...]]:
    """What tells a row apart from those of other tables, the surest first; the last one every row has."""
    if row.contract:
        yield "contract", row.contract, row.day
    if row.egp:
        yield "egp", row.egp, row.name
    yield "name", row.name, row.budget, row.link


def _row(site: Site, form: Form, values: dict[str, Any], table: int) -> Row:
    text = {key: value or "" for key, value in values.items()}
    unit = site.unit(text["unit"]) if text.get("unit") else None
    return Row(
        text["name"],
        unit.id if unit else text.get("unit", ""),
        values.get("method"),
        text.get("status", ""),
        values.get("budget"),
        values.get("median_price"),
        values.get("price"),
        text.get("winner", ""),
        text.get("egp_number", ""),
        text.get("contract_number", ""),
        values.get("contract_date") or values.get("date"),
        next((month for key in form.month_of if (month := month_of(values.get(key)))), None),
        text.get("source_of_budget", ""),
        text.get("bids", ""),
        text.get("reason", ""),
        text.get("link", ""),
        table,
    )
