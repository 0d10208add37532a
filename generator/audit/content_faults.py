"""What is wrong with what the documents of an item show: the wrong year, months that lack, components that are not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator import languages
from generator.audit import audit_words
from generator.audit.answers import ItemAnswers, Opened
from generator.audit.document_faults import hides
from generator.audit.evidence import Evidence, body_text
from generator.audit.findings import Findings, Place
from generator.audit.item_list import item_of
from generator.audit.list_search import ChosenList
from generator.audit.periods import MONTH_NAMES, missing_months, series_in, sorted_as_text, years_written
from generator.diagnostics import Severity
from generator.families import FAMILIES
from generator.files.content import Anchor, Block, ReadDocument
from generator.models.catalogue import READ, Catalogue, Component, Item
from generator.models.profile import components_of, profile_of

SHORT_BODY = 80
"""Letters below the heading of a page that is a picture and its caption."""


# --- months -------------------------------------------------------------------------------------------


class _Labels(NamedTuple):
    """Labels that may be months, and where they stand."""

    address: str
    place: Place
    labels: list[str]
    is_linked: bool


def month_faults(item: ItemAnswers, year: int, findings: Findings) -> None:
    """Series of months: one that is missing, or an order that only a machine makes; each said once for an item."""
    code = item.item.code
    years = data_years(item.families, year) or {year}
    is_monthly = any(_is_monthly(family) for family in item.families)
    every = list(_labels(item))
    for address, place, labels, is_linked in every:
        # Rows of figures may leave out a month in which nothing was done, unless every month is asked for.
        if (is_monthly or is_linked) and (missing := missing_months(labels, years)):
            facts = {"months": ", ".join(MONTH_NAMES[month - 1] for month in missing), "count": len(missing)}
            findings.say(code, "audit-month-missing", address, place, Severity.WARNING, **facts)
            break
    for address, place, labels, _ in every:
        if order := sorted_as_text(labels):
            findings.say(code, "audit-months-as-text", address, place, Severity.WARNING, order=order)
            break


def _labels(item: ItemAnswers) -> Iterator[_Labels]:
    listed = item.item
    yield _Labels(listed.page, listed, [link.text for link in listed.links], True)
    for opened in item.answers:
        fetched = opened.fetched
        if fetched.document and fetched.document.kind == "html" and fetched.final != listed.page:
            for series in series_in(fetched.document):
                yield _Labels(fetched.final, *series)


def _is_monthly(family: str) -> bool:
    """Whether a family must show every month."""
    return any("has:all-months" in words for words in audit_words.evidence_words().get(family, {}).values())


# --- years and components -----------------------------------------------------------------------------


def content_faults(item: ItemAnswers, chosen: ChosenList, findings: Findings) -> None:
    """The year, and every component that must be there."""
    opened = [one for one in (*item.answers, *item.documents) if one.fetched.document and not hides(one.fetched)]
    if not opened:
        return
    listed = item.item
    where = item.answers[0].link
    if _only_images(item, opened):
        title = listed.title or listed.code
        findings.say(listed.code, "audit-image-only", listed.page, where, Severity.WARNING, title=title)
        return
    documents = [one.fetched.document for one in opened if one.fetched.document]
    evidence = Evidence(documents, chosen.year, [link.href for link in listed.links])
    accepted = {family: data_years((family,), chosen.year) for family in item.families}
    if not _year_fault(item, evidence, accepted, where, findings):
        _heading_faults(item, set().union(*accepted.values()), chosen.year, findings)
    _component_faults(item, evidence, chosen, where, findings)


def _only_images(item: ItemAnswers, opened: Iterable[Opened]) -> bool:
    """Whether all that an item has are pictures, which nobody can search and no screen reader reads."""
    if item.unread - {one.fetched.final for one in opened}:
        return False
    return all(_is_image(one.fetched.document) for one in opened if one.fetched.document)


def _is_image(document: ReadDocument) -> bool:
    if document.kind == "html":
        return document.images > 0 and not document.has_form and len(body_text(document)) < SHORT_BODY
    return document.kind == "image"


def _year_fault(
    item: ItemAnswers, evidence: Evidence, accepted: Mapping[str, set[int]], where: Anchor, findings: Findings
) -> bool:
    """Says the first family whose years are not among those of the evidence; whether there was one."""
    if item.unread:
        return False
    family = next((name for name, years in accepted.items() if years and not evidence.years & years), None)
    if family is None:
        return False
    code, page = item.item.code, item.item.page
    facts = {"expected": _newest_first(accepted[family]), "name": languages.families("th")[family]["name"]}
    if evidence.years:
        found = ", ".join(map(str, evidence.usual_years()))
        findings.say(code, "audit-wrong-year", page, where, Severity.ERROR, found=found, **facts)
    else:
        findings.say(code, "audit-no-year", page, where, Severity.ADVICE, **facts)
    return True


def _heading_faults(item: ItemAnswers, accepted: set[int], year: int, findings: Findings) -> None:
    """Last year's heading, or words of the link, over this year's evidence."""
    if not accepted:
        return
    listed = item.item
    fitting = accepted | {year}
    for link, _, fetched in item.answers:
        if not fetched.document:
            continue
        headings = _dated_headings(fetched.document)
        years = set().union(*(years for _, years in headings))
        address = fetched.final
        place: Block | Anchor = headings[0][0] if headings else link
        if not years or years & fitting:
            address, place, years = listed.page, link, years_written(link.text)
        if years and not years & fitting:
            found = ", ".join(map(str, sorted(years)))
            facts = {"heading": place.text, "found": found, "expected": _newest_first(accepted)}
            findings.say(listed.code, "audit-old-heading", address, place, Severity.WARNING, **facts)


def _dated_headings(document: ReadDocument) -> list[tuple[Block, set[int]]]:
    """The large headings of a page that say a year, each with its years."""
    headings = (block for block in document.blocks if block.level in (1, 2) and not block.is_aside)
    return [(block, years) for block in headings if (years := years_written(block.text))]


def _component_faults(
    item: ItemAnswers, evidence: Evidence, chosen: ChosenList, where: Anchor, findings: Findings
) -> None:
    """Components that must be there and are not; where something could not be read, only that they were not judged.

    A component that was not read in the year's list itself is advice: nobody may call its lack a fault.
    """
    listed = item.item
    asked = item_of(chosen.catalogue, listed.code)
    missing = [
        component
        for component in (_asked_components(asked, chosen.catalogue, chosen.year) if asked else ())
        if component.required == "yes" and evidence.shows(component) is False
    ]
    if missing and item.unread:
        facts = {"components": _titles(missing), "count": len(item.unread)}
        findings.say(listed.code, "audit-not-judged", listed.page, where, Severity.ADVICE, **facts)
        return
    read = [component for component in missing if component.mark(chosen.year) in READ]
    unread = [component for component in missing if component not in read]
    for severity, components in ((Severity.WARNING, read), (Severity.ADVICE, unread)):
        if components:
            title = listed.title or listed.code
            facts = {"components": _titles(components), "count": len(components), "title": title}
            findings.say(listed.code, "audit-component-not-seen", listed.page, where, severity, **facts)


def _asked_components(item: Item, catalogue: Catalogue, year: int) -> list[Component]:
    """What a year's list asks of every agency that answers it; what only some kinds of them owe is not judged."""
    profile = profile_of(catalogue.list_of(item).profile)
    return [one for family in item.families for one in components_of(profile, family, year, item.components, ())]


def _titles(components: Iterable[Component]) -> str:
    return ", ".join(component.title.th for component in components)


def _newest_first(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years, reverse=True)))


def data_years(families: Iterable[str], year: int) -> set[int]:
    """The years that the evidence of families may be of; none for those whose words stay true."""
    found: set[int] = set()
    for name in families:
        family = FAMILIES.get(name)
        if family and not family.stays:
            found |= {"assessed": {year}, "previous": {year - 1}, "either": {year, year - 1}}[family.year]
    return found
