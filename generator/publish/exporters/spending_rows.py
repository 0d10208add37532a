"""The rows behind the page of spending, for ``spending.js`` alone: a few files that it loads when a reader looks.

Every file calls one function of that script, because a page opened from a disk may load a script but not data:

``start.js``
    years and kinds, how many rows each has, its tables and its files; names of units and methods.
``r<number>.<version>.js``
    rows of one year and kind, a column after the other: see :data:`COLUMNS`.

A text column is ``[[text, …], [number of the text of each row, …]]`` where texts come again, else the texts; a day is
counted from the first of the fiscal year, a month is its number, money is in baht; nothing is null.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.models.shared import Text
from generator.publish.output import Whole, Write, write_files
from generator.site.site import Site
from generator.site.spending import Row, Year, has_spending, spending
from generator.writing.dates import quarter_days

FOLDER = "search/rows/"
CHUNK = 3_000
"""Rows of a file: about 60 KB compressed, so that a phone shows the first ones soon."""


def prepare(whole: Whole) -> Write:
    files: dict[str, bytes] = {}
    for placed in whole.sites:
        if has_spending(placed.site):
            made = placed.make(("spending rows",), files_of)
            files |= {f"{placed.path}{FOLDER}{name}": content for name, content in made.items()}
    return lambda folder: write_files(files, folder)


def files_of(site: Site) -> dict[str, bytes]:
    """Every file by its name below :data:`FOLDER`."""
    years: list[Any] = []
    chunks: list[dict[str, Any]] = []
    for year in spending(site).years:
        numbers = []
        for first in range(0, len(year.rows), CHUNK):
            numbers.append(len(chunks))
            chunks.append(_columns(year, year.rows[first : first + CHUNK]))
        tables = [[one.code, one.disclosure.assessed_year, one.url] for one in year.tables]
        years.append([year.year, year.kind, len(year.rows), tables, numbers])
    methods = {row.method for year in spending(site).years for row in year.rows if row.method}
    start = {
        "years": years,
        "units": {unit.id: _names(unit.label) for unit in site.units},
        "methods": {one.id: _names(one.name) for one in sorted(methods, key=lambda one: one.id)},
    }
    version = hashlib.sha256(_json([start, chunks])).hexdigest()[:8]
    found = {f"r{number}.{version}.js": _script(f"r{number}", chunk) for number, chunk in enumerate(chunks)}
    return {"start.js": _script("start", {"version": version, **start}), **found}


COLUMNS: dict[str, Callable[[Row], Any]] = {
    "name": lambda row: row.name,
    "unit": lambda row: row.unit,
    "method": lambda row: row.method.id if row.method else "",
    "status": lambda row: row.status,
    "winner": lambda row: row.winner,
    "source": lambda row: row.source,
    "contract": lambda row: row.contract,
    "egp": lambda row: row.egp,
    "bids": lambda row: row.bids,
    "reason": lambda row: row.reason,
    "link": lambda row: row.link,
    "table": lambda row: row.table,
    "budget": lambda row: _money(row.budget),
    "median": lambda row: _money(row.median),
    "price": lambda row: _money(row.price),
    "month": lambda row: row.month.month if row.month else 0,
}

_TEXTS = frozenset(list(COLUMNS)[: list(COLUMNS).index("table")])


def _columns(year: Year, rows: Sequence[Row]) -> dict[str, Any]:
    first, _ = quarter_days(year.year, 1, 4)
    found = {key: [read(row) for row in rows] for key, read in COLUMNS.items()}
    made: dict[str, Any] = {key: _texts(values) if key in _TEXTS else values for key, values in found.items()}
    made = {key: values for key, values in made.items() if values}
    return {"count": len(rows), "day": [_day(row.day, first) for row in rows], **made}


def _texts(values: list[str]) -> Any:
    """As short as it can be: nothing at all where every row says nothing."""
    numbers: dict[str, int] = {}
    of_rows = [numbers.setdefault(value, len(numbers)) for value in values]
    if list(numbers) == [""]:
        return None
    return [list(numbers), of_rows] if len(numbers) * 2 < len(values) else values


def _money(amount: Decimal | None) -> Any:
    if amount is None:
        return ""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _day(day: date | None, first: date) -> Any:
    return "" if day is None else (day - first).days


def _names(text: Text) -> list[str]:
    return [text.th, text.en or text.th]


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _script(name: str, content: object) -> bytes:
    return b"oitSpending.take(%s,%s)\n" % (_json(name), _json(content))
