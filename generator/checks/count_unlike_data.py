"""A count in a summary that the data below it does not give.

The summary is what people read. ``8 มาตรการ`` over seven, or ``972 ราย`` over months that add up to 962, was written
before the list was mended, and whoever counts believes neither.

Wrong: ``summary: ทำครบ 6 โครงการ`` over five projects. Right: ``ทำครบ 5 โครงการ``.

Rule: counting (certain). Only what is said of all is compared: measures, issues and projects with ครบ, ทั้ง, รวม or
กำหนด before their number; questions below the target; people served, staff, and complaints by their own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from generator.blocks.projects import Plan
from generator.diagnostics import Diagnostic, Severity
from generator.families.complaint_stats.model import ComplaintStats
from generator.families.hr_report.model import HrReport
from generator.families.measures.model import Measures
from generator.families.risk_result.model import RiskResult
from generator.families.service_stats.model import ServiceStats
from generator.figures import fold_digits, parse_whole
from generator.ita import DEFAULT_TARGET
from generator.site import Site

CODE = "count-unlike-data"
SEVERITY = Severity.WARNING

_NUMBER = r"(?<![\d.,])(\d[\d,]*)"
_ALL = r"(?:ครบ|ทั้ง|ทั้งหมด|รวม|รวมทั้งสิ้น|จำนวน|กำหนด)\s*"
Count = Callable[[Site, Any], set[int]]


def _projects(site: Site, data: Plan) -> set[int]:
    kinds = [project.kind for project in data.projects]
    sides = [str(getattr(project, "side", "")) for project in data.projects]
    return {len(kinds), *(kinds.count(kind) for kind in set(kinds)), *(sides.count(side) for side in set(sides))}


def _below(site: Site, data: Measures) -> set[int]:
    ita = site.ita_of(data)
    if ita is None or not ita.questions:
        return set()
    target = DEFAULT_TARGET if ita.target is None else ita.target
    scores: list[tuple[str, Decimal]] = [(one.instrument, one.score) for one in ita.questions if one.score is not None]
    low = [instrument for instrument, score in scores if score < target]
    return {len(low), *(low.count(instrument) for instrument in set(low)), sum(one != "OIT" for one in low)}


_COUNTS: tuple[tuple[type[Any], str, Count], ...] = (
    (Measures, rf"{_ALL}{_NUMBER}\s*มาตรการ", lambda site, data: {len(data.measures)}),
    (Measures, rf"ใน\s*{_NUMBER}\s*ประเด็น", lambda site, data: {len(data.issues)}),
    (Measures, rf"{_NUMBER}\s*ข้อที่(?:ไม่ถึง|ต่ำกว่า)\s*85", _below),
    (Plan, rf"{_ALL}{_NUMBER}\s*โครงการ", _projects),
    (RiskResult, rf"{_ALL}{_NUMBER}\s*มาตรการ", lambda site, data: {sum(len(risk.measures) for risk in data.risks)}),
    (RiskResult, rf"ความเสี่ยง\s*{_NUMBER}\s*เรื่อง", lambda site, data: {len(data.risks)}),
    (ServiceStats, rf"ผู้รับบริการ(?:ทั้งหมด|รวม)?\s*{_NUMBER}\s*(?:ราย|คน)", lambda site, data: _served(data)),
    (
        ServiceStats,
        rf"(?:มาด้วยตนเอง|Walk-?in)\s*{_NUMBER}\s*(?:ราย|คน)",
        lambda site, data: {data.walk_in, *(s.walk_in for s in data.services)},
    ),
    (
        HrReport,
        rf"(?:มี)บุคลากร(?:ทั้งหมด|รวม)?\s*{_NUMBER}\s*คน",
        lambda site, data: {data.filled, data.filled + data.vacant},
    ),
    (HrReport, rf"ได้รับการพัฒนา\s*{_NUMBER}\s*คน", lambda site, data: {data.people_developed, data.attendances} - {None}),
    (ComplaintStats, rf"(?:มี)?เรื่องร้องเรียน(?:ทั้งหมด|รวม)?\s*{_NUMBER}\s*เรื่อง", lambda site, data: {data.counted.total}),
    (ComplaintStats, rf"แล้วเสร็จ\s*{_NUMBER}\s*เรื่อง", lambda site, data: {data.counted.finished}),
    (ComplaintStats, rf"อยู่ระหว่างดำเนินการ\s*{_NUMBER}\s*เรื่อง", lambda site, data: {data.counted.pending}),
)
"""Model → what its summary may say of it, and what that may be."""


def _served(data: ServiceStats) -> set[int]:
    return {data.total, data.walk_in, data.online, *(service.total for service in data.services)}


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if data.summary is None or data.none:
            continue
        text = fold_digits(data.summary.th)
        for model, pattern, count in _COUNTS:
            if not isinstance(data, model):
                continue
            for found in re.finditer(pattern, text):
                known = count(site, data) - {0}
                if known and parse_whole(found[1]) not in known:
                    facts = {"said": found[0], "known": ", ".join(f"{one:,}" for one in sorted(known))}
                    yield entry.file.at(("summary", "th"), CODE, **facts)
