"""The audit of the items of a list: their answers opened one by one, and what would cost points said.

Pure, over addresses that were opened. Only what is there is judged: where something of an item could not be opened
or read, nothing of that item is said to be missing. One cause is one message: what explains the rest silences it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.audit import audit_words
from generator.audit.answers import ItemAnswers, Walk
from generator.audit.content_faults import content_faults, month_faults
from generator.audit.document_faults import DocumentJudge
from generator.audit.findings import Finding, Findings
from generator.audit.list_faults import list_faults
from generator.audit.list_search import ChosenList
from generator.audit.task import Fetched, Task, Wanted


@dataclass(frozen=True)
class ItemsAudit:
    """How the audit of a list stands: addresses to open next; the findings where there are none.

    Attributes:
        unjudged: items that have answers of which none could be opened, and nothing else was said.
        answers: what was opened of each item that is listed; none while there is something to open.
    """

    wanted: tuple[Wanted, ...] = ()
    findings: tuple[Finding, ...] = ()
    unjudged: int = 0
    answers: tuple[ItemAnswers, ...] = ()


def audit_items(task: Task, got: Mapping[str, Fetched], chosen: ChosenList) -> ItemsAudit:
    """Addresses to open next, or what was found."""
    findings = Findings(task)
    walk = Walk(task, got, chosen.catalogue, findings, chosen.items)
    items = [walk.collect(item, knows_families=not chosen.is_other) for item in chosen.items]
    if walk.wanted:
        return ItemsAudit(walk.wanted)
    other_years = list_faults(task, chosen, findings)
    judge = DocumentJudge(task, findings)
    for item in items:
        _audit_item(item, judge, chosen, findings, judges_content=item.item.code not in other_years)
    unjudged = sum(_is_unjudged(item) for item in items)
    if unjudged == len(items):
        findings.say("", "audit-nothing-opened", chosen.page, count=unjudged, year=chosen.year)
    return ItemsAudit((), tuple(findings.every()), unjudged, tuple(items))


def _is_unjudged(item: ItemAnswers) -> bool:
    """Whether an item has links, and nothing of it was opened or said to be wrong."""
    is_opened = any(one.fetched.document and one.fetched.final not in item.unread for one in item.answers)
    return item.has_links and not is_opened and not item.is_explained


def _audit_item(
    item: ItemAnswers, judge: DocumentJudge, chosen: ChosenList, findings: Findings, *, judges_content: bool
) -> None:
    listed = item.item
    if said := audit_words.search("placeholders", listed.text):
        item.is_explained = item.is_unfinished = True
        findings.say(listed.code, "audit-placeholder", listed.page, listed, text=said)
    judge.same_texts(item, listed.page, [(link, 0) for link in listed.links])
    if not item.has_links:
        if judges_content and not item.is_explained and not item.is_stated_none:
            title = listed.title or listed.code
            findings.say(listed.code, "audit-item-without-link", listed.page, listed, title=title)
        return
    for opened in (*item.answers, *item.documents):
        judge.judge(item, opened)
    month_faults(item, chosen.year, findings)
    if judges_content and item.families and not item.is_explained:
        content_faults(item, chosen, findings)
