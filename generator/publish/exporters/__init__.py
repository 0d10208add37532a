"""Files for programs and spreadsheets, made from the data: exporters give bytes or files, never pages.

One file per export or format. Columns, types and encoding are a contract that the docstring of each states:
who reads a file today can read next year's, and the same data gives the same bytes.

``answer_sheet`` what the agency answers for every item of a year; ``whole_tables`` every table of the data, by
``table_csv`` and ``table_xlsx``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from generator.pages.voice import Voice

EXPORTS: tuple[Callable[[Voice], Iterator[tuple[str, bytes]]], ...] = tuple(
    import_module(f"{__name__}.{name}").files
    for name in [
        "answer_sheet",
    ]
)
"""Every export that is made of the whole site: it gives path after path below the site, and the file's content."""
