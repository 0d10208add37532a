"""An assessor's way through a site that is out: every item's answer opened, and what would cost points said.

Pure: what was fetched goes in; which addresses to open next, or findings, come out. :mod:`generator.audit.fetch` opens
them. First the page that lists the items of the year, then every answer of every item, then the documents that an
answer links to; no further.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.audit.answers import ItemAnswers
from generator.audit.findings import merged
from generator.audit.item_audit import audit_items
from generator.audit.list_search import ChosenList, find_list
from generator.audit.task import Fetched, Task, Wanted
from generator.models.catalogue import Item
from generator.officers.report import Matter


@dataclass(frozen=True)
class Audit:
    """What an audit has so far.

    Attributes:
        wanted: addresses to open next; the findings are whole when there are none.
        matters: the findings, each with its item.
        chosen: the list of items that is judged, once it is found.
        opened: how many addresses gave a document.
        unjudged: items of which nothing could be opened.
        answers: what was opened of each item that is listed.
    """

    wanted: tuple[Wanted, ...] = ()
    matters: tuple[Matter, ...] = ()
    chosen: ChosenList | None = None
    opened: int = 0
    unjudged: int = 0
    answers: tuple[ItemAnswers, ...] = ()

    @property
    def year(self) -> int | None:
        return self.chosen.year if self.chosen else None

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that the catalogue of the year asks for; none where the list is of another kind of agency."""
        return self.chosen.catalogue.items if self.chosen and not self.chosen.is_other else ()

    @property
    def listed(self) -> int:
        """How many of them the site lists."""
        return len(self.chosen.codes) if self.chosen else 0


def survey(task: Task, got: Mapping[str, Fetched], chosen: ChosenList | None = None) -> Audit:
    """What to open next, or what was found, from what was opened so far.

    Args:
        chosen: the list that an earlier round found; else it is looked for.
    """
    opened = sum(one.document is not None for one in got.values())
    if chosen is None:
        search = find_list(task, got)
        if search.chosen is None:
            why = (Matter(search.fault),) if search.fault else ()
            newest = max(filter(task.asks_for, task.catalogues), default=None)
            unjudged = len(task.catalogues[newest].items) if newest else 0
            return Audit(search.wanted, why, opened=opened, unjudged=unjudged)
        chosen = search.chosen
    step = audit_items(task, got, chosen)
    matters = merged(step.findings, chosen.catalogue, chosen.year)
    return Audit(step.wanted, matters, chosen, opened, step.unjudged, step.answers)
