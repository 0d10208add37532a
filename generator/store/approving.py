"""What an approval writes: its record, the content that it is of, and guards that nobody changed that meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.input import shape, source
from generator.input.edits import Refused
from generator.models.approvals import Approvals
from generator.officers.approving import Candidate, recorded
from generator.site.approvals import ATTRIBUTES, FILE, kept_at, last_approvals, sha256_of
from generator.site.site import Site
from generator.store.disk import read
from generator.store.door import Write


class ChangedMeanwhile(Exception):
    """A file was changed between being read and being approved; its name."""


def writes_of(site: Site, listed: Sequence[Candidate], by: str, day: date) -> list[Write]:
    """The approvals, the content that they are of, and a guard that the data is still that.

    Raises:
        Refused: the approvals cannot be written.
        ChangedMeanwhile: the data is not what was to be approved.
    """
    folder = site.folder
    raw = read(folder / FILE)
    made = recorded(raw, FILE, listed, by, day)
    parsed = source.parse(made, f"{site.name}/{FILE}")
    approvals, faults = shape.validate(parsed, Approvals)
    if approvals is None:
        raise Refused(*(replace(one, line=0, column=0) for one in faults))
    kept = dict(_contents(site, listed))
    writes = [Write(FILE, raw, made), *kept.values(), *_guards(site, listed)]
    attributes, content = ATTRIBUTES
    if (before := read(folder / attributes)) is None:
        writes.append(Write(attributes, before, content))
    needed = {
        kept_at(file, one.assessed_year) for one in last_approvals(approvals.approvals).values() for file in one.files
    }
    return [*writes, *_removed(site, listed, needed)]


def _contents(site: Site, listed: Iterable[Candidate]) -> Iterator[tuple[str, Write]]:
    """What is approved, each content once, under the name that it is kept by."""
    for one in listed:
        for file in one.files:
            place = kept_at(file, one.year)
            content = _content(site, file.file)
            if content is None or sha256_of(content, file.file) != file.sha256:
                raise ChangedMeanwhile(file.file)
            yield place, Write(place, read(site.folder / place), content)


def _guards(site: Site, listed: Iterable[Candidate]) -> list[Write]:
    """Writes that change nothing: the door refuses them where somebody changed what is being approved."""
    found = {}
    for one in listed:
        for file in one.files[:1]:
            content = _content(site, file.file)
            found[file.file] = Write(file.file, content, content)
    return list(found.values())


def _content(site: Site, name: str) -> bytes | None:
    known = site.evidence.get(name)
    return read(site.folder / (known.stands_at if known else name))


def _removed(site: Site, listed: Iterable[Candidate], needed: set[str]) -> list[Write]:
    """What was kept of the approvals before, and no approval that counts is of any more; history has it still."""
    before = {kept_at(file, one.year) for one in listed if one.last for file in one.last.files}
    found = ((place, read(site.folder / place)) for place in sorted(before - needed))
    return [Write(place, content, None) for place, content in found if content is not None]
