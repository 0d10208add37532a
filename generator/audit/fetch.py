"""The run of an audit: asks :mod:`generator.audit.survey` what to open next, and opens it from a folder or over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from generator.audit.addresses import address_of
from generator.audit.survey import Audit, survey
from generator.audit.task import Fetched, Task

MOST_REFRESHES = 4
"""Pages that send on to another, one after the other."""


@dataclass(frozen=True)
class Progress:
    """How far an audit is: which item it opens, how many addresses were opened, how many gave nothing."""

    code: str
    number: int
    total: int
    opened: int
    failed: int
    address: str


class Source(Protocol):
    """Where documents come from."""

    def fetch(self, address: str) -> Fetched: ...


class FileSource(Source, Protocol):
    """The same, of which files can be had too."""

    def body(self, address: str) -> bytes | None: ...


def run(task: Task, source: Source, on_progress: Callable[[Progress], None] = lambda _: None) -> Audit:
    """Opens what the audit asks for until it has all; ``on_progress`` hears of each address before it is opened."""
    got: dict[str, Fetched] = {}
    audit = survey(task, got)
    failed = 0
    while audit.wanted:
        numbers = {item.code: number for number, item in enumerate(audit.items, 1)}
        for wanted in audit.wanted:
            number = numbers.get(wanted.code, 0)
            shown = task.shown(wanted.address)
            on_progress(Progress(wanted.code, number, len(numbers), len(got) - failed, failed, shown))
            got[wanted.address] = _fetch(task, source, wanted.address)
            failed += got[wanted.address].document is None
        audit = survey(task, got, audit.chosen)
    return audit


def _fetch(task: Task, source: Source, address: str) -> Fetched:
    """What an address gives in the end: a page that sends its readers on within the site gives what it leads to."""
    fetched, passed = source.fetch(address), {address}
    while fetched.document and fetched.document.leads_on:
        target = address_of(fetched.final, fetched.document.leads_on)
        if not target or target in passed or target == fetched.final or not task.is_ours(target):
            break
        if len(passed) >= MOST_REFRESHES:
            break
        passed.add(target)
        fetched = source.fetch(target)
    return replace(fetched, address=address)
