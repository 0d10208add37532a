"""``oit evidence``: files that nothing uses, what each may be evidence of, and with ``--clean`` what files say of people."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator import languages
from generator.audit.evidence_proposals import Proposed, Unused, proposals, unused, written
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, report
from generator.commands.door import accepted, note, put
from generator.families import FAMILIES
from generator.files import evidence
from generator.input.edits import Append, Change, Put, Refused, edited
from generator.officers.families_by_title import Sureness
from generator.officers.start import READ_FIRST
from generator.officers.to_fill import title_of
from generator.site.disclosure_files import disclosure_path
from generator.site.file_models import evidence_key
from generator.site.loader import Loader
from generator.site.site import Site
from generator.store.differences import writes_as_difference
from generator.store.door import Write


def run(options: argparse.Namespace) -> int:
    folder: Path = options.data
    site, found = Loader().load(folder, folder.as_posix())
    if site is None:
        report(found, options.lang, far=far_folder(folder))
        return FAULTS
    if options.clean:
        from generator.commands.evidence_clean import clean  # libraries that a list of files does not wait for

        return clean(site, options)
    listed = proposals(site, list(_unused(site)))
    if options.accept:
        return _accept(site, listed, options)
    print(_as_text(site, listed, options), end="")
    return FINE


def _unused(site: Site) -> Iterator[Unused]:
    """The files below ``files/`` that no disclosure names, with their words; those of subsites are theirs."""
    used = {os.path.realpath(site.folder / file.stands_at) for file in site.evidence.values()}
    used |= {os.path.realpath(path) for path in _tables(site)}
    hashes = {file.sha256: file.name for file in site.evidence.values() if file.sha256}
    for path in sorted((site.folder / "files").rglob("*")):
        name = path.relative_to(site.folder).as_posix()
        is_ours = path.name in (READ_FIRST, "desktop.ini", "Thumbs.db") or "/." in name or path.name.startswith("~$")
        if is_ours or os.path.realpath(path) in used or not path.is_file():
            continue
        file = evidence.read(site.folder, name)
        if file.is_inside and file.is_known_kind:
            raw = path.read_bytes() if path.stat().st_size <= evidence.MAX_OPENED else b""
            yield unused(name, raw, hashes.get(file.sha256, ""))


def _tables(site: Site) -> Iterator[Path]:
    for entry in site.disclosures:
        beside = site.folder / Path(entry.file.name.removeprefix(f"{site.name}/")).parent
        for table in getattr(entry.data, "table", ()):
            yield beside / table.partition("#")[0]


def _as_text(site: Site, listed: Sequence[Proposed], options: argparse.Namespace) -> str:
    """Each file with its number and its proposal, and how to accept one."""
    words = languages.words(options.lang)["evidence"]
    if not listed:
        return f"{words['none']}\n"
    lines = [words["head"].format(count=len(listed))]
    for number, one in enumerate(listed, 1):
        lines.append(f"{number}. {one.file.name}")
        lines += [f"   {line}" for line in _proposal(site, one, words, options.lang)]
    if any(one.family for one in listed):
        lines.append(words["accept"])
    return "".join(f"{line}\n" for line in lines)


def _proposal(site: Site, one: Proposed, words: Mapping[str, str], language: str) -> Iterator[str]:
    if one.file.same_as:
        yield words["same"].format(file=one.file.same_as)
    elif one.is_copy:
        yield words["a_copy"]
    elif one.item is None:
        yield words["unknown"]
    else:
        sure = languages.words(language)["catalogue"]["sureness"][one.sureness]
        yield words["item"].format(year=one.year, code=one.item.code, title=title_of(one.item, language), sure=sure)
        yield words["file"].format(file=_file(site, one), title=one.title)
        shown = [
            words["component"].format(title=component.title.in_language(language), pages=pages)
            if pages
            else component.title.in_language(language)
            for component, pages in one.shows
        ]
        if shown:
            yield words["shows"].format(components=", ".join(shown))


# --- accepting ----------------------------------------------------------------------------------------------------


def _accept(site: Site, listed: Sequence[Proposed], options: argparse.Namespace) -> int:
    """Write what was accepted, after it was shown as a difference."""
    words = languages.words(options.lang)["evidence"]
    chosen = _chosen(listed, options)
    if not chosen:
        print(words["nothing"])
        return FINE
    try:
        writes = list(_writes(site, chosen))
    except Refused as refused:
        report(list(refused.faults), options.lang, far=far_folder(options.data))
        return FAULTS
    print(writes_as_difference(writes, options.lang), end="")
    if accepted(options):
        put(options.data, writes, note("evidence", count=len(chosen)), options.lang)
    return FINE


def _chosen(listed: Sequence[Proposed], options: argparse.Namespace) -> list[Proposed]:
    """By number; ``all`` takes what is more than a guess."""
    words = languages.words(options.lang)["evidence"]
    if options.accept == ["all"]:
        return [one for one in listed if one.family and one.sureness in (Sureness.SAME, Sureness.NEAR)]
    chosen = []
    for text in options.accept:
        number = int(text) if text.isdecimal() and len(text) < 6 else 0
        if not 0 < number <= len(listed) or not listed[number - 1].family:
            refuse(words["no_number"].format(number=text, count=len(listed)))
        chosen.append(listed[number - 1])
    return list(dict.fromkeys(chosen))


def _file(site: Site, one: Proposed) -> str:
    """The disclosure that a file is evidence of, from the data folder; of none that is there, the one to make."""
    entry = site.disclosure(one.family, one.year)
    if entry:
        return entry.file.name.removeprefix(f"{site.name}/")
    return disclosure_path(site.catalogues[one.year], one.family, one.year)


def _writes(site: Site, chosen: Sequence[Proposed]) -> Iterator[Write]:
    """The files of data with the accepted evidence in them, each once."""
    of_file: dict[str, list[Proposed]] = {}
    for one in chosen:
        of_file.setdefault(_file(site, one), []).append(one)
    for path, accepted_ones in of_file.items():
        place = site.folder / path
        base = place.read_bytes() if place.is_file() else None
        first = accepted_ones[0]
        changes: list[Change] = [] if base else list(_new(first))
        name = f"{site.name}/{path}"
        key = evidence_key(base or b"", name)
        changes += [Append((key,), written(one)) for one in accepted_ones]
        yield Write(path, base, edited(base or b"", name, changes))


def _new(one: Proposed) -> Iterator[Change]:
    """The head of a disclosure that is not there yet."""
    data_year = one.year - 1 if FAMILIES[one.family].year == "previous" else one.year
    for key, value in (("family", one.family), ("assessed_year", str(one.year)), ("data_year", str(data_year))):
        yield Put((key,), value)
