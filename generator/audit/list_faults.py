"""What is wrong with the list of items: items that are missing, of another year, or under another number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.audit.audit_words import plain
from generator.audit.findings import Findings
from generator.audit.item_list import ListedItem
from generator.audit.item_marks import alike, titles_of
from generator.audit.list_search import ChosenList
from generator.audit.task import Task
from generator.diagnostics import Severity
from generator.writing.figures import fold_digits

SAME_TITLE = 0.9
"""How alike the title on a page and that of a catalogue are at least, to be of one item."""

_YEAR_IN_TITLE = re.compile(r"(?:ประจำ)?(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d")


@dataclass(frozen=True)
class _Misfit:
    """An item whose title is not that of its code: the codes of this year that have it, the years in which its code does."""

    item: ListedItem
    twins: tuple[str, ...]
    years: tuple[int, ...]


def list_faults(task: Task, chosen: ChosenList, findings: Findings) -> frozenset[str]:
    """Says what is wrong with the list; gives the codes of items whose content is not this year's to judge."""
    if chosen.is_other:
        facts = {
            "year": chosen.year,
            "fits": chosen.fitting,
            "count": len(chosen.items),
            "title": chosen.items[0].title,
        }
        findings.say("", "audit-other-list", chosen.page, chosen.items[0], Severity.WARNING, **facts)
        return frozenset()
    listed = {item.code for item in chosen.items}
    for item in chosen.catalogue.items:
        if item.code not in listed:
            title = item.title.th
            findings.say(item.code, "audit-item-not-listed", chosen.page, title=title, year=chosen.year)
    misfits = _misfits(task, chosen)
    _say_misfits(misfits, chosen, findings)
    return frozenset(misfit.item.code for misfit in misfits)


def _misfits(task: Task, chosen: ChosenList) -> list[_Misfit]:
    own = titles_of(chosen.catalogue)
    others = {year: titles_of(catalogue) for year, catalogue in task.catalogues.items() if year != chosen.year}
    found = []
    for item in chosen.items:
        title = plain(_YEAR_IN_TITLE.sub("", fold_digits(item.title)))
        if not title or alike(title, own.get(item.code, "")) >= SAME_TITLE:
            continue
        twins = tuple(code for code, known in own.items() if alike(title, known) >= SAME_TITLE)
        years = tuple(year for year, titles in others.items() if alike(title, titles.get(item.code, "")) >= SAME_TITLE)
        if twins or years or item.code not in own:
            found.append(_Misfit(item, twins, years))
    return found


def _say_misfits(misfits: Sequence[_Misfit], chosen: ChosenList, findings: Findings) -> None:
    """A title under another number at its item; a year whose titles several have once for them all."""
    fitting = Counter(year for misfit in misfits for year in misfit.years)
    by_year: dict[int, list[ListedItem]] = {}
    for misfit in misfits:
        item = misfit.item
        year = max(misfit.years, key=lambda one: (fitting[one], one), default=0)
        if misfit.twins and fitting[year] < 2:  # one item that fits another year fits it by chance
            facts = {"title": item.title, "meant": misfit.twins[0]}
            findings.say(item.code, "audit-wrong-number", item.page, item, Severity.WARNING, **facts)
        else:
            by_year.setdefault(year, []).append(item)
    for year, items in by_year.items():
        codes = ", ".join(item.code for item in items)
        first = items[0]
        if year:
            findings.say(codes, "audit-mixed-lists", first.page, first, year=chosen.year, other=year)
        else:
            findings.say(codes, "audit-unknown-item", first.page, first, year=chosen.year, title=first.title)
