"""What an audit found, as an office uses it; and what an agency's own data add to an audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from generator import languages
from generator.audit.survey import Audit
from generator.diagnostics import Severity
from generator.models.catalogue import Catalogue, Item
from generator.officers.report import Matter, Report, Risk
from generator.site.readiness import is_scored
from generator.site.site import Site


@dataclass(frozen=True)
class AuditReport(Report):
    """What an audit found, with the shape of the report of ``oit check``; there is no site behind it."""

    audit: Audit = field(default_factory=Audit)

    @property
    def matters(self) -> tuple[Matter, ...]:
        return self.audit.matters

    @property
    def risks(self) -> tuple[Risk, ...]:
        """Items with errors or warnings, and how many points hang on each, where that is known; costly first."""
        found = []
        costs = _costs(self.audit.chosen.catalogue) if self.audit.chosen else {}
        for item in self.audit.items:
            own = [m.found for m in self.matters if item.code in m.found.facts.get("item", "").split(", ")]
            errors = sum(d.severity is Severity.ERROR for d in own)
            warnings = sum(d.severity is Severity.WARNING for d in own)
            if errors or warnings:
                found.append(Risk(self.audit.year or 0, item, costs.get(item.code), False, "", errors, warnings))
        return tuple(sorted(found, key=lambda risk: (not risk.errors, -(risk.cost or 0))))


def report_of(audit: Audit) -> AuditReport:
    return AuditReport([matter.found for matter in audit.matters], None, audit=audit)


def _costs(catalogue: Catalogue) -> dict[str, Decimal]:
    """Code → the points that hang on an item, of every list whose scores can be estimated (``ita-oit`` §2)."""
    return {
        code: cost
        for of_list in catalogue.lists
        if is_scored(of_list)
        for code, cost in _costs_by_means(of_list.items).items()
    }


def _costs_by_means(items: Sequence[Item]) -> dict[str, Decimal]:
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


def audit_summary(report: AuditReport, language: str) -> str:
    """What a director reads: how much was listed and opened, and the items that may lose points."""
    words = languages.words(language)["audit"]
    audit = report.audit
    if audit.chosen is None:
        return f"{words['nothing_judged'].format(items=audit.unjudged)}\n"
    if audit.chosen.is_other:
        lines = [words["summary_other"].format(listed=len(audit.chosen.items), opened=audit.opened)]
    else:
        counts = {"year": audit.year, "listed": audit.listed, "items": len(audit.items), "opened": audit.opened}
        lines = [words["summary"].format(risky=len(report.risks), **counts)]
    if audit.unjudged:
        lines.append(words["unjudged"].format(items=audit.unjudged))
    for risk in report.risks:
        title = risk.item.title.in_language(language)
        said = words["at_risk" if risk.cost is not None else "at_risk_unscored"]
        facts = {"code": risk.item.code, "title": title, "cost": risk.points}
        lines.append("  " + said.format(errors=risk.errors, warnings=risk.warnings, **facts))
    return "".join(f"{line}\n" for line in lines)
