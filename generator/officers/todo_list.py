"""What a check found, as a to-do list that an office works off in Excel."""

from __future__ import annotations

from generator import languages
from generator.officers.gaps import what_lacks, what_to_write
from generator.officers.report import Report, owner_label
from generator.tables.xlsx import Sheet, workbook


def as_xlsx(report: Report, language: str) -> bytes:
    """A workbook: a row a finding, sorted by owner unit, then year, item and place; filters are on.

    Columns: owner, year, item, severity, what is wrong, what to do, file, line, column, code, reason of a setting.
    What an incomplete item lacks is a row each, with the line to write, behind the findings of its owner. A second sheet has the items at risk. The same bytes every time.
    """
    words = languages.words(language)
    heads = words["report"]
    severities = words["diagnostics"]

    def owner_of(owner: str) -> str:
        return owner_label(report.site, owner, language) if report.site else owner

    matters = sorted(
        report.matters, key=lambda m: (not m.owner, m.owner, -(m.year or 9999), m.item.code if m.item else "")
    )
    columns = ("owner", "year_head", "item", "severity", "wrong", "todo", "file", "line", "column", "code", "reason")
    rows: list[list[object]] = [[heads[name] for name in columns]]
    for m in matters:
        d = m.found
        item = f"{m.item.code} {m.item.title.in_language(language)}" if m.item else ""
        place: list[object] = [d.file, d.line or "", d.column or ""]
        said = [severities[d.severity], d.message(language), d.hint(language)]
        rows.append([owner_of(m.owner), m.year or "", item, *said, *place, d.code, d.reason])
    for gap in report.gaps:
        item = f"{gap.item.code} {gap.item.title.in_language(language)}"
        for lack in (one for one in gap.lacks if one.how != "blank"):  # told as findings already
            said = [
                words["gaps"]["level"],
                what_lacks(lack, language),
                what_to_write(lack, language, report.site.name if report.site else ""),
            ]
            code = ", ".join(one.id for one in lack.components) or lack.family
            rows.append([owner_of(gap.owner), gap.year, item, *said, lack.file, lack.line or "", "", code, ""])
    rows[1:] = sorted(rows[1:], key=lambda row: (row[0] == owner_of(""), str(row[0])))
    todo = Sheet(heads["todo_sheet"], rows, (16, 8, 30, 10, 50, 50, 36, 8, 8, 22, 30), has_filter=True)
    rows = [[heads[n] for n in ("owner", "year_head", "item", "cost", "errors_head", "warnings_head", "incomplete")]]
    for risk in report.risks:
        item = f"{risk.item.code} {risk.item.title.in_language(language)}"
        is_incomplete = heads["incomplete"] if risk.is_incomplete else ""
        counts: list[object] = ["" if risk.points is None else float(risk.points), risk.errors, risk.warnings]
        rows.append([owner_of(risk.owner), risk.year, item, *counts, is_incomplete])
    return workbook((todo, Sheet(heads["risk_sheet"], rows, (16, 8, 50, 12, 10, 10, 16), has_filter=True)))
