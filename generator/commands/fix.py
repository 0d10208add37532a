"""``oit fix``: writes what has one meaning into the data files as it is read, after showing what becomes different."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator import languages
from generator.commands import FINE, refuse
from generator.commands.door import accepted, note, put
from generator.files.evidence import below
from generator.input import source
from generator.officers.fixes import Fix, fixed
from generator.site.data_files import data_files
from generator.site.file_models import SINGLE, model_of
from generator.store.differences import difference
from generator.store.door import Write


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["fix"]
    folder: Path = options.data
    if not folder.is_dir():
        refuse(words["no_folder"].format(folder=folder.as_posix()))
    writes = []
    there = tuple(below(folder))
    for path in _paths(folder, options.file):
        raw = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        model, _ = model_of(name, source.parse(raw, name))
        made, told = fixed(raw, name, model, there) if model else (raw, [])
        if made != raw:
            writes.append(Write(name, raw, made))
            print(difference(raw, made, name, options.lang), end="")
            print("\n".join(f"  {_told(name, one, words['said'])}" for one in told))
    if not writes:
        print(words["nothing"])
    elif accepted(options):
        put(folder, writes, note("fix"), options.lang)
    return FINE


def _told(file: str, one: Fix, said: dict[str, str]) -> str:
    place = f"{file}:{one.line}" if one.line else file
    return f"{place}: {said[one.what].format(label=one.label, written=one.written, read=one.read)}"


def _paths(folder: Path, given: list[Path]) -> Iterator[Path]:
    """The data files to look at: those that were given, or all of the folder but those of its subsites."""
    if given:
        yield from (_inside(folder, path) for path in given)
        return
    yield from (folder / name for name in SINGLE if (folder / name).is_file())
    yield from data_files(folder, folder.as_posix(), [*_subsites(folder)])[0]


def _inside(folder: Path, path: Path) -> Path:
    """A file of the folder, named from here or from the folder."""
    found = path if path.is_file() else folder / path
    place = found.resolve()
    if not place.is_file() or not place.is_relative_to(folder.resolve()):
        raise FileNotFoundError(2, "no such data file", str(path))
    return folder / place.relative_to(folder.resolve())


def _subsites(folder: Path) -> Iterator[Path]:
    """Folders of other sites inside, which are folders of data of their own."""
    agency = source.read(folder / "agency.yaml", "agency.yaml").data if (folder / "agency.yaml").is_file() else None
    listed = agency.get("subsites") if isinstance(agency, dict) else None
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and isinstance(one.get("data"), str):
            yield folder / one["data"]
