"""What was approved for publication, found again as it was: content, tables and evidence by their hashes.

``approvals.yaml`` says who approved which content and when. That content itself is kept in the folder ``approvals/``
beside it: plain files, so that they go along wherever the data folder is copied, zipped or cloned to. The history of the
door would not: it is a hidden folder that git and many copying tools leave out, and it may be emptied.

An approval is of a family in an assessed year, whatever the number of its item or the name of its file. The last one in
``approvals.yaml`` counts. It holds while the data says the same: letters of the file that change nothing of what is read
(a comment, ``oit fix``) do not end it; another byte of a table or an evidence file does. Who is responsible and until when
(:data:`OF_THE_OFFICE`) is the office's own business and no content, whether the file says it or the table of owners: it
may change at any time, and stands on the page of an approved state as it is now.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from generator.diagnostics import Diagnostic
from generator.families import FAMILIES
from generator.files.evidence import EvidenceFile
from generator.models.agency import Agency
from generator.models.approvals import Approval, Approvals, ApprovedFile
from generator.models.disclosure import Disclosure
from generator.models.shared import Evidence
from generator.site.catalogues import unknown_family
from generator.site.evidence_places import with_places
from generator.site.site import Approved, Entry, Site, approval_key
from generator.tables import records
from generator.tables.records import Source
from generator.tables.totals import Tabled

FILE, FOLDER = "approvals.yaml", "approvals"
"""In the data folder: the approvals, and the content that they are of."""
ATTRIBUTES = (f"{FOLDER}/.gitattributes", b"* -text\n")
"""Keeps git from changing the ends of lines of what was approved, which would make it something else."""
OF_THE_OFFICE = ("owner", "due", "hold")
"""Keys of a disclosure that say how the office works on it; no part of what is approved."""
_LONGEST, _SHOWN = 60, 16
"""Letters of a file's own name in its name below :data:`FOLDER`, and of its hash."""

FindTable = Callable[[str], Source | tuple[str, dict[str, str]]]


class Reader(Protocol):
    """What reads files and keeps what it read; the loader."""

    def sha256(self, path: Path) -> str:
        """Of a file's content, as :func:`sha256_of` gives it; empty where there is no file."""

    def entry(self, path: Path, name: str, find: FindTable) -> Entry[Disclosure] | None:
        """A disclosure with its tables; None where either has faults."""

    def kept_evidence(self, folder: Path, name: str, stands_at: str) -> EvidenceFile:
        """An evidence file that stands elsewhere in the data folder than its name says."""


def sha256_of(content: bytes, name: str) -> str:
    """The hash of a file's content; of a data file the same however a system ends its lines."""
    if name.endswith((".yaml", ".yml")):
        content = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()


def kept_at(file: ApprovedFile, year: int) -> str:
    """Where approved content is kept, from the data folder: ``approvals/2568/O14-hr_plan-1a2b….yaml``."""
    name = PurePosixPath(file.file)
    return f"{FOLDER}/{year}/{name.stem[:_LONGEST].strip()}-{file.sha256[:_SHOWN]}{name.suffix.lower()}"


def known_approvals(entry: Entry[Approvals] | None) -> tuple[list[Approval], list[Diagnostic]]:
    """The approvals of a data folder but for those of families that nobody knows, which are faults."""
    listed = tuple(enumerate(entry.data.approvals)) if entry else ()
    faults = [
        unknown_family(entry.file, ("approvals", number, "family"), one.family)
        for number, one in listed
        if entry and one.family not in FAMILIES
    ]
    return [one for _, one in listed if one.family in FAMILIES], faults


def last_approvals(approvals: Iterable[Approval]) -> dict[str, Approval]:
    """The approval that counts of each family and year, in the order of the file."""
    found: dict[str, Approval] = {}
    for one in approvals:
        key = approval_key(one.assessed_year, one.family)
        found.pop(key, None)
        found[key] = one
    return found


def files_of(
    entry: Entry[Disclosure], folder: Path, name: str, evidence: Mapping[str, EvidenceFile], reader: Reader
) -> tuple[ApprovedFile, ...]:
    """Every file that a disclosure's content stands in, with its hash: the data file first, then tables, then evidence.

    Args:
        folder: the data folder, which messages call ``name``.
        evidence: what is known of the evidence files, by their names in the data.
    """
    below = entry.file.name.removeprefix(f"{name}/")
    found = [ApprovedFile(file=below, sha256=reader.sha256(folder / below))]
    for path in tables_of(entry, folder, below):
        found.append(ApprovedFile(file=path, sha256=reader.sha256(folder / path)))
    for written in evidence_names(entry):
        file = evidence.get(written)
        found.append(ApprovedFile(file=written, sha256=file.sha256 if file and file.sha256 else "0" * 64))
    return tuple(dict.fromkeys(found))


def is_kept(site: Site, entry: Entry[Any]) -> bool:
    """Whether a disclosure is an approved state that the data no longer says."""
    return entry.file.name.startswith(f"{site.name}/{FOLDER}/")


def tables_of(entry: Entry[Disclosure], folder: Path, below: str) -> Iterator[str]:
    """The paths of the tables that a disclosure names, from the data folder."""
    for written in getattr(entry.data, "table", ()):
        source = records.find(folder, (folder / below).parent, written, "")
        if isinstance(source, Source):
            yield source.name.removeprefix("/")


def evidence_names(entry: Entry[Any]) -> list[str]:
    """The evidence files that a data file names, each once."""
    return list(dict.fromkeys(one.file for _, one in entry.each(Evidence) if one.file))


def approved_states(
    approvals: Sequence[Approval],
    current: Sequence[Entry[Disclosure]],
    evidence: Mapping[str, EvidenceFile],
    agency: Entry[Agency],
    folder: Path,
    name: str,
    reader: Reader,
) -> dict[str, Approved]:
    """The approved state of each family and year, under :func:`~generator.site.site.approval_key`.

    Args:
        current: what the data says now.
        evidence: the files that it names.
        agency: says which years are public; the files that it names stand at their addresses as they are now.
    """
    now = {approval_key(e.data.assessed_year, e.data.family): e for e in reversed(current)}
    read = _Restoring(folder, name, evidence, reader)
    last = last_approvals(approvals)
    found = {key: read.state(one, now.get(key)) for key, one in last.items()}
    taken = {one: evidence[one].sha256 for one in evidence_names(agency) if one in evidence}
    years = agency.data.public_years
    hidden = {key for key, one in last.items() if years is not None and one.assessed_year not in years}
    hidden |= {key for key, entry in now.items() if entry.data.hold}
    return _without_clashes(found, taken, hidden)


def _without_clashes(
    found: Mapping[str, Approved], taken: Mapping[str, str], hidden: Collection[str]
) -> dict[str, Approved]:
    """A file has one address, so that of two contents approved under one name only the one approved last can be there.

    Args:
        taken: contents that stand there in any case.
        hidden: what is not public, and takes no address.
    """
    standing = dict(taken)
    kept: dict[str, Approved] = {}
    for key, one in reversed(list(found.items())):
        hashes = {name: file.sha256 for name, file in one.evidence.items()}
        if key in hidden:
            hashes = {}
        clash = next((name for name, sha256 in hashes.items() if standing.get(name, sha256) != sha256), "")
        if clash:
            one = replace(one, problem="clash", file=clash, entry=None, evidence={})
        else:
            standing |= hashes
        kept[key] = one
    return {key: kept[key] for key in found}


def _meaning(entry: Entry[Disclosure]) -> Disclosure:
    """What a data file says by itself of its content; the rows of its tables are compared by the hashes of those."""
    data: Disclosure = entry.data.with_rows(None) if isinstance(entry.data, Tabled) else entry.data
    return data.model_copy(update=dict.fromkeys(OF_THE_OFFICE))


def _as_now(kept: Entry[Disclosure], current: Entry[Disclosure]) -> Entry[Disclosure]:
    """An approved state with what the office says of it now."""
    now = {key: getattr(current.data, key) for key in OF_THE_OFFICE}
    given = tuple(key for key, value in now.items() if value != getattr(kept.data, key))
    return Entry(kept.file, kept.data.model_copy(update=now), given) if given else kept


class _Restoring:
    """Finds approved states again, in the data where it still says the same, else in what was kept."""

    def __init__(self, folder: Path, name: str, evidence: Mapping[str, EvidenceFile], reader: Reader) -> None:
        self._folder, self._name, self._evidence, self._reader = folder, name, evidence, reader

    def state(self, approval: Approval, current: Entry[Disclosure] | None) -> Approved:
        if not approval.files:  # approved to be no more
            return Approved(approval, is_current=current is None)
        now = files_of(current, self._folder, self._name, self._evidence, self._reader) if current else ()
        has_same_files = bool(now) and now[1:] == approval.files[1:]
        if current and has_same_files and now[0].sha256 == approval.files[0].sha256:
            return self._current(approval, current)
        kept = self._kept(approval)
        if current and has_same_files and kept.entry and _meaning(kept.entry) == _meaning(current):
            return self._current(approval, current)
        return replace(kept, entry=_as_now(kept.entry, current)) if current and kept.entry else kept

    def _current(self, approval: Approval, current: Entry[Disclosure]) -> Approved:
        files = {name: self._evidence[name] for name in evidence_names(current) if name in self._evidence}
        return Approved(approval, is_current=True, entry=current, evidence=files)

    def _kept(self, approval: Approval) -> Approved:
        """The approved state from what was kept; without an entry where not all of it is there as it was."""
        data_file, *others = approval.files
        for file in approval.files:
            if self._sha256(file, approval) != file.sha256:
                return Approved(approval, problem="gone", file=file.file)
        place = kept_at(data_file, approval.assessed_year)
        listed = {file.file: file for file in others}
        entry = self._reader.entry(
            self._folder / place, f"{self._name}/{place}", lambda written: self._table(written, approval, listed)
        )
        if entry is None or approval_key(entry.data.assessed_year, entry.data.family) != approval_key(
            approval.assessed_year, approval.family
        ):
            return Approved(approval, problem="unreadable", file=data_file.file)
        (entry,) = with_places([entry], lambda: listed)
        named = evidence_names(entry)
        if missing := next((one for one in named if one not in listed), ""):
            return Approved(approval, problem="gone", file=missing)
        evidence = {one: self._evidence_file(listed[one], approval) for one in named}
        return Approved(approval, entry=entry, evidence=evidence)

    def _evidence_file(self, file: ApprovedFile, approval: Approval) -> EvidenceFile:
        known = self._evidence.get(file.file)
        if known and known.sha256 == file.sha256:
            return known
        return self._reader.kept_evidence(self._folder, file.file, kept_at(file, approval.assessed_year))

    def _sha256(self, file: ApprovedFile, approval: Approval) -> str:
        """The hash of what is there of an approved file; empty where nothing is, or only a link out of the folder."""
        known = self._evidence.get(file.file)
        if known and known.sha256 == file.sha256:
            return known.sha256
        place = self._folder / kept_at(file, approval.assessed_year)
        is_inside = os.path.realpath(place).startswith(os.path.realpath(self._folder) + os.sep)
        return self._reader.sha256(place) if is_inside else ""

    def _table(
        self, written: str, approval: Approval, listed: Mapping[str, ApprovedFile]
    ) -> Source | tuple[str, dict[str, str]]:
        """The table that approved data calls ``written``, as it was approved."""
        name, sheet = records.parted(written)
        path = os.path.normpath(PurePosixPath(approval.files[0].file).parent / name).replace(os.sep, "/")
        if path not in listed:
            return "table-missing", {"name": name, "meant": ""}
        return Source(self._folder / kept_at(listed[path], approval.assessed_year), f"{self._name}/{path}", sheet)
