"""An assessor's look at a site that is out: every item's answer opened, and what would cost points said.

Pure: what was fetched goes in; which addresses to open next, or findings, come out. :mod:`generator.audit.fetch` opens
them. First the page that lists the items of the year, then every answer of every item, then the documents that an
answer links to; no further.

Only what was seen is judged. Where something of an item could not be opened or read, nothing of that item is said
to be missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import unquote, urlsplit

from generator import languages
from generator.audit import clues
from generator.audit.assessor import Chosen, Found, Look, unopened
from generator.audit.listed import Listed, alike, codes_by_title, item_of, lists_of, merged, titles_of
from generator.audit.opened import Fetched, Task, Wanted, address_of
from generator.audit.seen import YEAR, file_name
from generator.diagnostics import Diagnostic, Severity, sort
from generator.files.html import walk_links
from generator.models.catalogue import Catalogue, Item
from generator.officers.report import Matter, Report, Risk
from generator.site.site import Site
from generator.writing.figures import fold_digits

MOST_CANDIDATES = 8
"""Pages that are opened in each round while the list of items is looked for."""


@dataclass(frozen=True)
class Audit:
    """What an audit has so far.

    Attributes:
        wanted: addresses to open next; the findings are whole when there are none.
        matters: the findings, each with its item.
        items: the items that the catalogue of the year asks for.
        listed: how many of them the site lists.
        opened: how many addresses gave a document.
    """

    wanted: tuple[Wanted, ...] = ()
    matters: tuple[Matter, ...] = ()
    year: int | None = None
    items: tuple[Item, ...] = ()
    listed: int = 0
    opened: int = 0


def survey(task: Task, got: Mapping[str, Fetched]) -> Audit:
    """What to open next, or what was found, from what was opened so far."""
    chosen, wanted, faults = _find_list(task, got)
    opened = sum(one.document is not None for one in got.values())
    if wanted:
        return Audit(tuple(wanted), opened=opened)
    if chosen is None:
        return Audit(matters=tuple(Matter(fault) for fault in faults), opened=opened)
    wanted, _ = Look(task, got, chosen).run(judges=False)
    if wanted:
        return Audit(tuple(wanted), (), chosen.year, chosen.catalogue.items, len(chosen.codes), opened)
    _, found = Look(task, got, chosen).run(judges=True)
    items = chosen.catalogue.items
    return Audit((), _matters(found, chosen), chosen.year, items, len(chosen.codes), opened)


# --- the list of items --------------------------------------------------------------------------------


def _find_list(task: Task, got: Mapping[str, Fetched]) -> tuple[Chosen | None, list[Wanted], list[Diagnostic]]:
    """The list of items; or pages to open in search of it; or why there is none."""
    first = got.get(task.start)
    if first is None:
        return None, [Wanted(task.start)], []
    if first.document is None or first.document.kind != "html":
        return None, [], [unopened(task, first, task.shown(task.start), 0, 0) or _no_list(task, ())]
    lists = list(_lists_on(task, [first]))
    pages = [first]
    for _ in range(2):  # the list may stand behind a page of the years, and that behind the home page
        if _choose(task, lists):
            break
        candidates = _candidates(task, pages)
        wanted = [Wanted(address) for address in candidates if address not in got]
        if wanted:
            return None, wanted, []
        pages = [got[address] for address in candidates]
        lists += _lists_on(task, pages)
    chosen = _choose(task, lists)
    return (chosen, [], []) if chosen else (None, [], [_no_list(task, tuple(year for year, _ in lists if year))])


def _lists_on(task: Task, pages: Iterable[Fetched]) -> Iterator[tuple[int | None, list[Listed]]]:
    for page in pages:
        if page.document and page.document.kind == "html":
            yield from lists_of(page.document, page.final, task.catalogues).items()


def _candidates(task: Task, pages: Iterable[Fetched]) -> list[str]:
    """The links that most likely lead to the list, of the year that is asked for or else of the newest."""
    scores: dict[str, float] = {}
    for page in pages:
        if not page.document:
            continue
        for number, (_, link) in enumerate(walk_links(page.document, aside=True)):
            address = address_of(page.final, link.href)
            if not address or not task.is_ours(address) or file_name(address) or number > 3000:
                continue
            says = f"{link.text} {link.title} {unquote(urlsplit(address).path)}"
            score = 2.0 * clues.matches("leads_to_list", says)
            years = [int(year) for year in YEAR.findall(fold_digits(says)) if int(year) in task.catalogues]
            if task.year:
                score += 3 * (task.year in years)
            elif years:
                score += 1 + (max(years) - min(task.catalogues)) / 10
            if clues.matches("english_addresses", address):
                score -= 3
            if score > 0 and address != task.start:
                scores[address] = max(score, scores.get(address, 0))
    return sorted(scores, key=lambda address: (-scores[address], len(address), address))[:MOST_CANDIDATES]


def _choose(task: Task, lists: Sequence[tuple[int | None, list[Listed]]]) -> Chosen | None:
    """The list of the year that is asked for, else of the newest that there is; what is on several pages is put together."""
    usable = []
    for said, items in lists:
        year = said or task.year or _year_like(task, items)
        if year and year in task.catalogues and task.year in (None, year):
            usable.append((year, items, said is not None))
    if not usable:
        return None
    year = max(year for year, _, _ in usable)
    catalogue = task.catalogues[year]

    def answered(items: Sequence[Listed]) -> int:
        return len({item.code for item in items if item.links})

    of_year = [(items, is_said) for one, items, is_said in usable if one == year]
    of_year.sort(key=lambda one: (-answered(one[0]), not one[1]))
    items = codes_by_title(of_year[0][0], catalogue)
    for more, _ in of_year[1:]:
        if answered(more) * 2 >= len({item.code for item in more}):
            known = {item.code for item in items}
            items += [item for item in codes_by_title(more, catalogue) if item.code not in known]
    return Chosen(year, catalogue, tuple(merged(items)), of_year[0][0][0].page) if items else None


def _year_like(task: Task, items: Sequence[Listed]) -> int | None:
    """The year whose titles a list has, the newest of those that fit as well."""
    best: tuple[int, int] | None = None
    for year, catalogue in task.catalogues.items():
        titles = titles_of(catalogue)
        fits = sum(alike(clues.plain(item.title), titles.get(item.code, "")) > 0.8 for item in items)
        fits += sum(not item.is_coded and item.code[1:] in titles.values() for item in items)
        best = max(best or (0, 0), (fits, year))
    return best[1] if best and best[0] else max(task.catalogues, default=None)


def _no_list(task: Task, years: Sequence[int]) -> Diagnostic:
    found = ", ".join(map(str, sorted(set(years)))) or "-"
    return Diagnostic(
        task.shown(task.start), 0, 0, "audit-no-list", facts={"year": str(task.year or "-"), "found": found}
    )


# --- the report ---------------------------------------------------------------------------------------


def _matters(found: Iterable[Found], chosen: Chosen) -> tuple[Matter, ...]:
    """Findings by place, each once: what is said of one place for several items names them all."""
    merged_found: dict[tuple[object, ...], list[Found]] = {}
    for one in found:
        d = one.diagnostic
        facts = tuple(sorted((name, value) for name, value in d.facts.items() if name != "item"))
        merged_found.setdefault((d.file, d.line, d.column, d.code, facts), []).append(one)
    told: dict[int, Matter] = {}  # by identity: two findings of one code at one place are equal
    for same in merged_found.values():
        codes = list(dict.fromkeys(code for one in same for code in one.code.split(", ") if code))
        d = replace(same[0].diagnostic, facts={**same[0].diagnostic.facts, "item": ", ".join(codes)})
        told[id(d)] = Matter(d, chosen.year, item_of(chosen.catalogue, codes[0]) if codes else None)
    return tuple(told[id(d)] for d in sort(matter.found for matter in told.values()))


@dataclass(frozen=True)
class AuditReport(Report):
    """What an audit found, with the shape of the report of ``oit check``; there is no site behind it."""

    audit: Audit = field(default_factory=Audit)

    @property
    def matters(self) -> tuple[Matter, ...]:
        return self.audit.matters

    @property
    def risks(self) -> tuple[Risk, ...]:
        """Items with errors or warnings, and how many points of OIT hang on each; costly first."""
        found = []
        costs = _costs(self.audit.items)
        for item in self.audit.items:
            own = [m.found for m in self.matters if item.code in m.found.facts.get("item", "").split(", ")]
            errors = sum(d.severity is Severity.ERROR for d in own)
            warnings = sum(d.severity is Severity.WARNING for d in own)
            if errors or warnings:
                found.append(Risk(self.audit.year or 0, item, costs[item.code], False, "", errors, warnings))
        return tuple(sorted(found, key=lambda risk: (not risk.errors, -risk.cost)))


def report_of(audit: Audit) -> AuditReport:
    return AuditReport([matter.found for matter in audit.matters], None, audit=audit)


def _costs(items: Sequence[Item]) -> dict[str, Decimal]:
    """Code → the points of OIT that hang on an item, by the means of ``ita-oit`` §2."""
    subs = Counter(item.sub_indicator for item in items)
    of_indicator = Counter(number.partition(".")[0] for number in subs)
    cent = Decimal("0.01")

    def cost(item: Item) -> Decimal:
        within = of_indicator[item.sub_indicator.partition(".")[0]]
        share = Decimal(100) / subs[item.sub_indicator] / within / len(of_indicator)
        return share.quantize(cent, ROUND_HALF_UP)

    return {item.code: cost(item) for item in items}


def catalogues_of(site: Site) -> dict[int, Catalogue]:
    """Year → the list that is in force for an agency, each item with the components that the agency itself lists."""
    if site.components_entry is None:
        return dict(site.catalogues)
    return {
        year: catalogue.model_copy(
            update={
                "items": tuple(
                    item.model_copy(
                        update={"components": tuple(c for f in item.families for c in site.components(item, f, year))}
                    )
                    for item in catalogue.items
                )
            }
        )
        for year, catalogue in site.catalogues.items()
    }


def names_of(site: Site) -> tuple[str, ...]:
    """What an agency is called in its documents."""
    texts = (site.agency.name, site.agency.short_name)
    return tuple(dict.fromkeys(name for text in texts for name in (text.th, text.en) if name))


def summary(report: AuditReport, language: str) -> str:
    """What a director reads: how much was listed and opened, and the items that may lose points."""
    words = languages.words(language)["audit"]
    audit = report.audit
    if audit.year is None:
        return ""
    lines = [
        words["summary"].format(
            year=audit.year, listed=audit.listed, items=len(audit.items), opened=audit.opened, risky=len(report.risks)
        )
    ]
    for risk in report.risks:
        title = risk.item.title.in_language(language)
        facts = {"code": risk.item.code, "title": title, "cost": risk.cost}
        lines.append("  " + words["at_risk"].format(errors=risk.errors, warnings=risk.warnings, **facts))
    return "".join(f"{line}\n" for line in lines)
