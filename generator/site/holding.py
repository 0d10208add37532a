"""What is kept back from citizens: years that are not public yet, disclosures on hold, files that nobody confirmed since last
year and, where the agency approves before it publishes, what was not approved.

The draft shows all of it; a public site is built from :func:`public`, so that nothing of it is in any page, table or file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.files.evidence import EvidenceFile
from generator.models.approvals import Approval
from generator.models.shared import Text
from generator.site.approvals import evidence_names
from generator.site.carried import find_mark
from generator.site.site import Approved, Entry, Site, approval_key

Why = Literal["year", "hold", "carried", "approval", "changed", "removed", "lost"]


@dataclass(frozen=True)
class Held:
    """One thing that is kept back.

    Attributes:
        why: ``year``: its year is not public; ``hold``: its file says so; ``carried``: its file was carried and not confirmed;
            ``approval``: it was never approved; ``changed``, ``removed``: since it was approved, and the approved state is
            public; ``lost``: the approved state cannot be had again.
        year: that is assessed.
        file: of the data, from beside the data folder; empty for a whole year of the site itself.
        reason: what the file says of the hold; None for others.
        approval: the last one, where there was one.
        item: the code of the item; empty where none of the year asks for it.
    """

    why: Why
    year: int
    file: str = ""
    reason: Text | None = None
    approval: Approval | None = None
    item: str = ""


def held(site: Site) -> tuple[Held, ...]:
    """Everything that is kept back of a site and its subsites."""
    inner = (
        one if one.file else replace(one, file=subsite.agency_entry.file.name)
        for subsite in site.subsites.values()
        for one in held(subsite)
    )
    return (*held_here(site), *inner)


def held_here(site: Site) -> tuple[Held, ...]:
    """What is kept back of one site: whole years first, then what is kept back of the public ones."""
    shown = public_years(site)
    years = (Held("year", year) for year in site.years if year not in shown)
    files = (
        found
        for entry in site.disclosures
        if entry.data.assessed_year in shown and not entry.data.is_blank and (found := held_of(site, entry))
    )
    removed = (one for one in removed_since(site) if one.year in shown)
    return (*years, *files, *removed)


def held_of(site: Site, entry: Entry[Any]) -> Held | None:
    """Why one disclosure, or its latest change, is kept back, whatever its year."""
    year, file = entry.data.assessed_year, entry.file.name
    if why := _by_itself(entry):
        return Held(why, year, file, entry.data.hold)
    if not requires_approval(site):
        return None
    approved = site.approved(entry.data)
    item = site.item_of(entry.data)
    code = item.code if item else ""
    if approved is None or not approved.record.files:
        return Held("approval", year, file, item=code)
    if approved.is_current:
        return None
    return Held("changed" if approved.entry else "lost", year, file, approval=approved.record, item=code)


def removed_since(site: Site) -> tuple[Held, ...]:
    """What was approved and is no longer in the data: its approved state stays public."""
    if not requires_approval(site):
        return ()
    there = {approval_key(one.data.assessed_year, one.data.family) for one in site.disclosures}
    return tuple(
        Held(
            "removed" if one.entry else "lost",
            one.record.assessed_year,
            f"{site.name}/{one.record.files[0].file}",
            approval=one.record,
            item=one.record.item or "",
        )
        for key, one in site.approvals.items()
        if key not in there and one.record.files
    )


def requires_approval(site: Site) -> bool:
    """Whether only what was approved is published."""
    return site.agency.approval == "required"


def _by_itself(entry: Entry[Any]) -> Literal["hold", "carried"] | None:
    """Why a file keeps itself back, approved or not."""
    return "hold" if entry.data.hold else "carried" if find_mark(entry.file.text) else None


def public(site: Site) -> Site:
    """The site as citizens may see it, its subsites too."""
    years = public_years(site)
    said = tuple(_approved(site)) if requires_approval(site) else site.disclosures
    kept = tuple(e for e in said if e.data.assessed_year in years and not _by_itself(e))
    shown = {id(one) for one in kept}
    approvals = {key: one for key, one in site.approvals.items() if id(one.entry) in shown}
    subsites = {name: public(inner) for name, inner in site.subsites.items()}
    is_whole = kept == site.disclosures and all(one.is_current for one in site.approvals.values())
    if is_whole and years == {*site.years} and subsites == site.subsites:
        return site
    agency = site.agency.model_copy(update={"years": tuple(year for year in site.years if year in years)})
    if requires_approval(site):  # what is shown is what was approved, whatever the data says by now
        approvals = {key: replace(one, is_current=True) for key, one in approvals.items()}
    return replace(
        site,
        disclosures=kept,
        subsites=subsites,
        agency_entry=replace(site.agency_entry, data=agency),
        approvals={key: one for key, one in approvals.items() if one.is_current},
        evidence=_evidence_of(site, kept, approvals),
    )


def _approved(site: Site) -> Iterator[Entry[Any]]:
    """The approved state of each family and year, in the order of the data; nothing of what its file holds back now."""
    left = dict(site.approvals)
    for entry in site.disclosures:
        one = left.pop(approval_key(entry.data.assessed_year, entry.data.family), None)
        if one and one.entry and not entry.data.hold:
            yield one.entry
    yield from (one.entry for one in left.values() if one.entry)


def _evidence_of(site: Site, kept: tuple[Entry[Any], ...], approvals: dict[str, Approved]) -> dict[str, EvidenceFile]:
    """The evidence of what is shown, and whatever else the site shows, each file as it was approved."""
    named = {name for entry in kept for name in evidence_names(entry)}
    hidden = {name for entry in site.disclosures for name in evidence_names(entry)} - named
    hidden -= {*evidence_names(site.agency_entry)}
    shown = {name: file for name, file in site.evidence.items() if name not in hidden}
    for one in approvals.values():
        shown |= one.evidence
    return shown


def public_years(site: Site) -> set[int]:
    """The years that citizens see."""
    named = site.agency.public_years
    return {year for year in site.years if named is None or year in named}
