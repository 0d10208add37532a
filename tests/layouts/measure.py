"""Audits every layout with every fault, in memory, and counts what was found at its place and what was said for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from generator.audit.addresses import host_of
from generator.audit.fetch import run
from generator.audit.report import AuditReport, report_of
from generator.audit.task import Fetched, Task
from generator.files.content import ReadDocument
from generator.files.reading import read
from tests import documents
from tests.audit_sites import CATALOGUES, YEAR, good, page
from tests.layouts.faults import FAULTS
from tests.layouts.layouts import HOST, LAYOUTS, VIEWERS, Entry, Files

PLACES = (1, 11, 22, 28)
"""Items that a fault is planted at: the first, the last, and two between."""
ALLOWED = frozenset(("audit-links-beside",))
"""What is said once of a list, and is true of its layout."""
HABITS = ("table of a municipality",)


@dataclass(frozen=True)
class Tried:
    """One audit: the fault that was planted, and what was said.

    Attributes:
        is_found: whether the fault was said of its item; true where nothing was to be said.
        alarms: what else was said.
    """

    layout: str
    fault: str
    item: str
    is_found: bool
    alarms: tuple[str, ...] = ()


def entries() -> list[Entry]:
    items = CATALOGUES[YEAR].items
    return [Entry(n, item.title.th, f"/o/{item.slug}.html") for n, item in enumerate(items, 1)]


def try_layout(layout: str, places: Sequence[int] = PLACES) -> list[Tried]:
    """A layout with every fault that can be written in it."""
    found = []
    for name, fault in FAULTS.items():
        if layout.startswith(fault.without):
            continue
        for place in places if fault.code else (22,):
            entry = next(entry for entry in entries() if entry.number == place)
            planted = fault.plant(entry)
            listed = [planted.entry if one.number == place else one for one in entries()]
            files = {**answers(), **LAYOUTS[layout]([one for one in listed if one])}
            if planted.answer is not None:
                files[f"o/o{place}.html"] = planted.answer
            found.append(_tried(layout, name, entry.code, f"audit-{fault.code}" if fault.code else "", audit(files)))
    return found


def try_viewer(viewer: str) -> list[Tried]:
    """A way to show a file: that its evidence is read, and that a file of the wrong kind is said."""
    found = []
    for place in PLACES:
        code = f"O{place}"
        own = answers()
        text = read(own[f"o/o{place}.html"].encode()).content()
        shown = page(
            f"<h1>{entries()[place - 1].title}</h1><p>สำนักงานทดลอง ปีงบประมาณ 2568</p>{VIEWERS[viewer].format(n=place)}"
        )
        files: dict[str, str | bytes] = {**own, **LAYOUTS["entries"](entries()), f"o/o{place}.html": shown}
        files["pdfjs/web/viewer.html"] = page("<div id=viewer></div><script src=v.js></script>")
        name = f"files/{place}.pdf"
        found.append(_tried(viewer, "the file is read", code, "", audit({**files, name: documents.pdf([text])})))
        damaged = audit({**files, name: b"%PDF-1.7"})
        found.append(_tried(viewer, "the file is damaged", code, "audit-damaged-file", damaged))
    return found


def try_all(jobs: int, places: Sequence[int] = PLACES) -> dict[str, list[Tried]]:
    """Layout, or viewer → what was tried."""
    with ProcessPoolExecutor(jobs) as pool:
        layouts = pool.map(try_layout, LAYOUTS, [places] * len(LAYOUTS))
        viewers = pool.map(try_viewer, VIEWERS)
        return dict(zip([*LAYOUTS, *VIEWERS], [*layouts, *viewers], strict=True))


def audit(files: Mapping[str, str | bytes]) -> AuditReport:
    """An audit of a site that is only in memory."""
    task = Task(f"{HOST}/", CATALOGUES, frozenset({host_of(HOST)}), year=YEAR)

    class Memory:
        def fetch(self, address: str) -> Fetched:
            path = unquote(address.removeprefix(f"{HOST}/").partition("?")[0])
            name = f"{path}index.html" if not path or path.endswith("/") else path
            body = files.get(name)
            if body is None:
                return Fetched(address, address, 404, "status")
            body = body.encode() if isinstance(body, str) else body
            return Fetched(address, address, size=len(body), document=_read(body, name))

    return report_of(run(task, Memory()))


@lru_cache(500)
def _read(body: bytes, name: str) -> ReadDocument:
    return read(body, name)


@lru_cache(1)
def _good() -> Files:
    return {name: text for name, text in good().items() if name != "index.html" and isinstance(text, str)}


def answers() -> dict[str, str]:
    return dict(_good())


def _tried(layout: str, fault: str, item: str, code: str, report: AuditReport) -> Tried:
    said = list(_said(report))
    others = [(one, items) for one, items in said if not _is_it(one, items, code, item)]
    alarms = [f"{one} {', '.join(items)}" for one, items in others if not (one in ALLOWED and layout in HABITS)]
    return Tried(layout, fault, item, len(others) < len(said) or not code, tuple(alarms))


def _said(report: AuditReport) -> Iterator[tuple[str, tuple[str, ...]]]:
    for d in report.found:
        yield d.code, tuple(d.facts.get("item", "").split(", "))


def _is_it(said: str, items: Sequence[str], code: str, item: str) -> bool:
    return said == code and tuple(items) == (item,)
