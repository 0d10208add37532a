"""How a table was understood, in words: what ``oit table`` prints, and what the desk shows before it takes a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator import languages
from generator.diagnostics import short
from generator.publish.exporters.table_csv import as_text
from generator.tables.columns import Column, Form
from generator.tables.foreign_rows import Kind
from generator.tables.understanding import Understood
from generator.writing.dates import write_date
from generator.writing.figures import write_money


@dataclass(frozen=True)
class ToldTable:
    """One table of a file in words.

    Attributes:
        head: its sheet, its heading and how many entries it has.
        columns: letters of a column, its heading, and what it is taken for; empty where nothing needs it.
        aside: the rows that are no entries, and the months that are stated to have none.
        rows: the first entries as they will be published: what each column says.
    """

    head: str
    columns: tuple[tuple[str, str, str], ...]
    aside: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]


def told_table(table: Understood, form: Form, language: str) -> ToldTable:
    """What is said of a table."""
    words = languages.words(language)["table"]
    return ToldTable(
        words["table"].format(sheet=table.sheet or words["file"], row=table.header.row, count=table.count),
        tuple(
            (letter, name or words["nameless"], column.header if column else "")
            for letter, name, column in table.columns()
        ),
        tuple(_aside(table, words, language)),
        tuple(tuple(_values(values, form, language)) for values in table.first),
    )


def name_of_form(family: str, language: str) -> str:
    """What the tables of a family are called."""
    return str(languages.words(language)["table"]["forms"].get(family, family))


def _aside(table: Understood, words: Mapping[str, Any], language: str) -> Iterator[str]:
    for number, row in table.foreign:
        if row.kind is not Kind.BLANK:
            said = words["foreign"].format(row=number, kind=words["kinds"][row.kind], text=short(row.text))
            yield said.strip().rstrip(": ")
    for month, text in table.without.items():
        of = write_date(month, language).partition(" ")[2] if month else words["some_month"]
        yield words["without"].format(month=of, text=text).strip()


def _values(values: Mapping[str, Any], form: Form, language: str) -> Iterator[tuple[str, str]]:
    for column in form.kept:
        if (value := values[column.key]) is not None:
            yield column.header, _shown(value, column, language)


def _shown(value: object, column: Column, language: str) -> str:
    """A value as pages write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return write_money(value)
    if isinstance(value, datetime.date) and column.kind != "month":
        return write_date(value, language)
    return as_text(value, column)
