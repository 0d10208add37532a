"""Every table of a site as files for download, in every format."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from generator.cache.cache import Cache
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


MOST_KEPT = 20_000_000
"""Bytes of a file that is kept between runs: the cache has a bound, and a larger one would take the place of much else."""


class WholeTables:
    """The exported tables of one site in a folder; one that is asked for again is only made again where it changed.

    Args:
        cache: what earlier runs made of the same files.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
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
                        self._export(exporter, table, path)
                sizes[address] = path.stat().st_size
            same.setdefault(content, name)
            self._made[name] = table
        return sizes

    def _export(self, exporter: ModuleType, table: Table, path: Path) -> None:
        """Write a table in one format, as an earlier run wrote it where its files and columns are the same."""
        files = [f"{self._cache.hashes.of(one.path.parent, one.path)}#{one.sheet}" for one in table.sources]
        name = ("table", exporter.ENDING, str(table.year), repr(table.columns), *files)
        kept = self._cache.get(*name)
        if kept is not None:
            path.write_bytes(kept)
            return
        exporter.write(table, path)
        if self._cache.is_on and path.stat().st_size <= MOST_KEPT:
            self._cache.put(path.read_bytes(), *name)
