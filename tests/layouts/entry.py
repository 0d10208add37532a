"""An entry of a list, and what layouts share to write one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.audit_sites import CATALOGUES, YEAR

HEADING = "<h1>OIT ปีงบประมาณ 2568</h1>"
HOST = "https://www.example.go.th"


@dataclass(frozen=True)
class Entry:
    """An item as the list of a site has it.

    Attributes:
        href: where its answer is; None where it has no link.
        says: what stands beside it, such as that there was none in the year.
    """

    number: int
    title: str
    href: str | None
    says: str = ""

    @property
    def code(self) -> str:
        return f"O{self.number}"


Files = dict[str, str]
Layout = Callable[[Sequence[Entry]], Files]


def link(entry: Entry, words: str, more: str = "") -> str:
    """A link with some words, or the words alone."""
    return f'<a href="{entry.href}"{more}>{words}</a>{entry.says}' if entry.href else words + entry.says


def is_own(entry: Entry) -> bool:
    """Whether an entry leads to a page of the site, so that a script can open it."""
    return entry.href is not None and not entry.href.startswith(("http", "#"))


def year_before() -> str:
    """The entries of the list of the year before, whose answers are not there."""
    return "".join(f"<li><a href=/old.html>{i.code} {i.title.th}</a></li>" for i in CATALOGUES[YEAR - 1].items)
