"""A text that tells one value of a site from every other, the same in every run: what is kept between runs is found by it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from generator.files.evidence import EvidenceFile
from generator.input.source import SourceFile
from generator.site.site import Approved, Entry, Site
from generator.tables.table import Table

_OF_TABLES: WeakKeyDictionary[Table, str] = WeakKeyDictionary()
_OF_FILES: WeakKeyDictionary[SourceFile, str] = WeakKeyDictionary()


def digest(value: object) -> str:
    """SHA-256 of everything that a value says.

    Raises:
        TypeError: of a value of which nobody has said what it consists of.
    """
    found = hashlib.sha256()
    for part in _parts(value):
        found.update(part.encode("utf-8", "surrogatepass"))
        found.update(b"\0")
    return found.hexdigest()


def _parts(value: object) -> Iterator[str]:
    yield type(value).__qualname__
    if value is None or isinstance(value, bool | int | float | str | bytes | Decimal | date | PurePath | Enum):
        yield str(value) if isinstance(value, str) else repr(value)
    elif isinstance(value, type):
        yield f"{value.__module__}.{value.__qualname__}"
    elif isinstance(value, frozenset | set):
        yield from sorted(map(digest, value))
    elif isinstance(value, Entry):
        yield of_file(value.file)
        yield _of_table(value.data.rows) if getattr(value.data, "rows", None) else ""
        for name in value.given:
            yield name
            yield from _parts(getattr(value.data, name))
    elif isinstance(value, Site):
        raise TypeError("a whole site")
    else:
        yield from _of_several(value)


def _of_several(value: object) -> Iterator[str]:
    inner: Any
    if isinstance(value, tuple | list):
        inner = value
    elif isinstance(value, Mapping):
        inner = [part for pair in value.items() for part in pair]
    elif isinstance(value, EvidenceFile):  # its words and what was found in them follow from its content
        inner = [value.name, value.actual, value.kept_at, value.address, value.is_inside, value.is_there, value.beside]
        inner += [value.unreadable, value.sha256]
        inner += [value.pages, value.has_text, value.is_searched, len(value.text)]  # as far as there was time
    elif isinstance(value, Approved):
        inner = [value.record, value.is_current, value.problem]
    elif isinstance(value, Table):
        inner = [_of_table(value)]
    elif isinstance(value, BaseModel):
        inner = [getattr(value, name) for name in type(value).model_fields]
    elif is_dataclass(value):
        inner = [getattr(value, one.name) for one in fields(value)]
    else:
        raise TypeError(type(value).__qualname__)
    yield str(len(inner))
    for one in inner:
        yield from _parts(one)


def _of_table(table: Table) -> str:
    """Of a table as it is written in Python, which for thousands of rows is far quicker than part by part."""
    found = _OF_TABLES.get(table)
    if found is None:
        said = [
            getattr(table, one.name) for one in fields(table) if one.name not in ("form", "columns")
        ]  # the family's
        rows = [(dict(row), row.origin) for row in (*table.all, *table.largest, *table.latest)]
        written = repr((said, rows, [column.key for column in table.columns]))
        found = _OF_TABLES[table] = hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
    return found


def of_file(file: SourceFile) -> str:
    """Of a file's name and text, worked out once."""
    found = _OF_FILES.get(file)
    if found is None:
        content = f"{file.name}\0{file.text}".encode("utf-8", "surrogatepass")
        found = _OF_FILES[file] = hashlib.sha256(content).hexdigest()
    return found
