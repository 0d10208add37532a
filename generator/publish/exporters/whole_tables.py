"""Every table of a site as files for download, in every format."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from generator.publish.exporters import table_csv, table_xlsx
from generator.publish.output import Made, Whole, Write
from generator.tables.table import Table

WAITING = "tables"
"""Where whole tables wait, below the work folder: pages say how large they are, and an engine empties its output."""


def prepare(whole: Whole) -> Write:
    waiting = whole.project.work / WAITING
    return lambda folder: _take_along(waiting, folder)


def _take_along(waiting: Path, folder: Path) -> Made:
    if waiting.is_dir():
        shutil.copytree(waiting, folder, dirs_exist_ok=True)
    return Made()


EXPORTERS: tuple[ModuleType, ...] = (table_csv, table_xlsx)


class WholeTables:
    """The exported tables of one site in a folder; one that is asked for again is only made again where it changed."""

    def __init__(self) -> None:
        self._made: dict[str, Table] = {}

    def write(self, tables: Mapping[str, Table], folder: Path) -> dict[str, int]:
        """Write every table in every format below ``folder``; gives address → bytes.

        Args:
            tables: by permanent address without an ending.
        """
        sizes: dict[str, int] = {}
        same: dict[object, str] = {}
        for name, table in tables.items():
            content = (table.sources, table.columns, table.year)
            for exporter in EXPORTERS:
                address = f"{name}{exporter.ENDING}"
                path = folder / address
                path.parent.mkdir(parents=True, exist_ok=True)
                if self._made.get(name) is not table or not path.is_file():
                    if content in same:  # two families of one item often show one table
                        shutil.copyfile(folder / f"{same[content]}{exporter.ENDING}", path)
                    else:
                        exporter.write(table, path)
                sizes[address] = path.stat().st_size
            same.setdefault(content, name)
            self._made[name] = table
        return sizes
