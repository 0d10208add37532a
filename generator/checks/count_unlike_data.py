"""A count in a summary that the data below it does not give.

Only what is said of all is compared, by the words it is said with (ครบ, ทั้ง, รวม, กำหนด, or the noun itself before its
number), and only where the data hold every one of them.

th:
  about: จำนวนในบทสรุปไม่ตรงกับข้อมูล
  message: บทสรุปบอก {said} แต่ข้อมูลในแฟ้มนับได้ {known}
  hint: แก้จำนวนในบทสรุป หรือตรวจว่ารายการในแฟ้มครบหรือไม่
  why: ประชาชนอ่านบทสรุปก่อนตาราง ถ้าไม่ตรงกันจะไม่เชื่อทั้งสองอย่าง
  rule: การนับ แน่นอน; เฉพาะคำที่กล่าวถึงทั้งหมด เช่น ครบ ทั้ง รวม กำหนด และข้อที่ต่ำกว่า 85
en:
  about: A count in the summary unlike the data
  message: The summary says {said}, but the data of the file comes to {known}
  hint: Correct the count in the summary, or see whether the list is complete
  why: People read the summary before the table; where they differ they believe neither
  rule: Counting, certain; only what is said of all (ครบ, ทั้ง, รวม, กำหนด) and questions below 85
wrong: |-
  summary: ทำครบ 6 โครงการ
  projects:
  - title: อบรม
right: "summary: ทำครบ 1 โครงการ"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.blocks.gifts import Gifts
from generator.blocks.projects import Plan
from generator.diagnostics import Diagnostic, Severity
from generator.families.complaint_stats.model import ComplaintStats
from generator.families.eservice.model import Eservice
from generator.families.ethics_drive.model import EthicsDrive
from generator.families.executives.model import Executives
from generator.families.hr_report.model import HrReport
from generator.families.measures.model import Measures
from generator.families.measures_report.model import MeasuresReport
from generator.families.ops_manual.model import OpsManual
from generator.families.risk_assess.model import RiskAssess
from generator.families.risk_result.model import RiskResult
from generator.families.service_manual.model import ServiceManual
from generator.families.service_stats.model import ServiceStats
from generator.families.strategy.model import Strategy
from generator.families.structure.model import Structure
from generator.models.disclosure import Disclosure
from generator.models.ita import DEFAULT_TARGET, Question
from generator.site.site import Site
from generator.writing.figures import fold_digits, parse_whole

CODE = "count-unlike-data"
SEVERITY = Severity.WARNING

_NUMBER = r"(?<![\d.,])(\d[\d,]*)"
_ALL = r"(?:ครบ|ทั้ง|ทั้งหมด|รวม|รวมทั้งสิ้น|จำนวน|กำหนด)\s*"
_OF_YEAR = r"(?:^|(?:ปี|ปีงบประมาณ)\s*(?:พ\.ศ\.\s*)?25\d\d\s*)มี\s*"
_WHOLE = r"(?!\s*(?:ที่|ซึ่ง|ได้|ยัง|ไม่|ล่าช้า|แรก|หลัง|ใหม่|เพิ่ม))"
"""What a count of all is not followed by: words that make it one of some."""
Count = Callable[[Site, Any], Iterable[int | None]]


def _projects(site: Site, data: Plan) -> set[int]:
    kinds = [project.kind for project in data.projects]
    sides = [str(getattr(project, "side", "")) for project in data.projects]
    return {len(kinds), *(kinds.count(kind) for kind in set(kinds)), *(sides.count(side) for side in set(sides))}


def _below(site: Site, data: Measures) -> set[int]:
    ita = site.ita_of(data)
    if ita is None or not ita.questions:
        return set()
    target = DEFAULT_TARGET if ita.target is None else ita.target
    scores = [(one.instrument, score) for one in ita.questions if (score := _score(one)) is not None]
    low = [instrument for instrument, score in scores if score < target]
    return {len(low), *(low.count(instrument) for instrument in set(low)), sum(one != "OIT" for one in low)}


def _score(question: Question) -> Decimal | None:
    """A score as printed, or as its two parts make it."""
    parts = question.parts
    if question.score is None and parts and parts.public and parts.survey:
        public, survey = parts.public.score, parts.survey.score
        return (public + survey) / 2 if public is not None and survey is not None else None
    return question.score


def _served(site: Site, data: ServiceStats) -> set[int]:
    return {data.total, data.walk_in, data.online, *(service.total for service in data.services)}


def _in_a_row(counts: Iterable[int]) -> set[int]:
    """Each count and the sums of those that follow each other: what a summary may say of some months."""
    listed = list(counts)
    return {sum(listed[first : last + 1]) for first in range(len(listed)) for last in range(first, len(listed))}


def _requests(site: Site, data: Eservice) -> set[int]:
    lists = [[one.requests for one in system.usage] for system in data.systems]
    everything = {sum(sum(inside) for inside in lists)} if all(lists) else set()
    return everything.union(*(_in_a_row(inside) for inside in lists if inside))


def _complaints(site: Site, data: ComplaintStats) -> set[int]:
    by_kind = {one.total for one in data.by_kind}
    return {data.counted.total, *_in_a_row(one.total for one in data.by_period), *by_kind}


def _gifts(site: Site, data: Gifts) -> set[int]:
    return {data.total.count, *(one.count for one in (*data.by_occasion, *data.by_giver))}


def _people(site: Site, data: Structure) -> set[int]:
    counts = [one.people for one in data.work]
    known = [one for one in counts if one is not None]
    return {sum(known)} if known and len(known) == len(counts) else set()


def _steps(site: Site, data: OpsManual | ServiceManual) -> set[int]:
    manuals = data.manuals if isinstance(data, OpsManual) else data.services
    return {len(manual.steps) for manual in manuals} | {sum(len(manual.steps) for manual in manuals)}


def _deputies(site: Site, data: Executives) -> set[int]:
    deputies = [person for person in data.people if person.rank == "deputy"]
    return {len(deputies), sum(person.none is None for person in deputies)}


def _risks(site: Site, data: RiskAssess | RiskResult) -> set[int]:
    return {len(data.risks), len({str(risk.work) for risk in data.risks if risk.work})}


_COUNTS: tuple[tuple[type[Disclosure], str, Count], ...] = (
    (Measures, rf"{_ALL}{_NUMBER}\s*มาตรการ", lambda site, data: [len(data.measures)]),
    (Measures, rf"ใน\s*{_NUMBER}\s*ประเด็น", lambda site, data: [len(data.issues)]),
    (Measures, rf"{_NUMBER}\s*ข้อที่(?:ยัง)?(?:ไม่ถึง|ต่ำกว่า)(?:\s*85)?(?![\d.])", _below),
    (
        MeasuresReport,
        rf"มาตรการ(?:ปี\s*25\d\d)?\s*(?:มี|ทั้ง|รวม|ครบ)\s*{_NUMBER}\s*(?:เรื่อง|มาตรการ)",
        lambda site, data: [len(data.results), len({one.measure for one in data.results})],
    ),
    (Plan, rf"{_ALL}{_NUMBER}\s*โครงการ", _projects),
    (Plan, rf"{_OF_YEAR}{_NUMBER}\s*โครงการ(?:และกิจกรรม)?{_WHOLE}", _projects),
    (RiskAssess, rf"ที่เสี่ยง(?:มี)?\s*{_NUMBER}\s*(?:งาน|เรื่อง){_WHOLE}", _risks),
    (RiskAssess, rf"ความเสี่ยง(?:ไว้)?\s*{_NUMBER}\s*เรื่อง{_WHOLE}", _risks),
    (RiskResult, rf"ความเสี่ยง(?:ไว้)?\s*{_NUMBER}\s*เรื่อง{_WHOLE}", _risks),
    (RiskResult, rf"{_ALL}{_NUMBER}\s*มาตรการ", lambda site, data: [sum(len(risk.measures) for risk in data.risks)]),
    (Strategy, rf"มี\s*{_NUMBER}\s*(?:ยุทธศาสตร์|ประเด็นการพัฒนา)(?!ชาติ)", lambda site, data: [len(data.strategies)]),
    (OpsManual, rf"(?:บอก|มี|รวม|ทั้งหมด)\s*{_NUMBER}\s*ขั้นตอน{_WHOLE}", _steps),
    (ServiceManual, rf"(?:บอก|มี|รวม|ทั้งหมด)\s*{_NUMBER}\s*ขั้นตอน{_WHOLE}", _steps),
    (EthicsDrive, rf"Dos\s*(?:&|and|และ)\s*Don[’']ts[^\d]{{0,30}}?{_NUMBER}\s*ข้อ", lambda site, data: [_rules(data)]),
    (Executives, rf"รอง[ก-๙]{{4,20}}\s*{_NUMBER}\s*คน", _deputies),
    (
        Executives,
        rf"(?<!รอง)หัวหน้า[ก-๙]{{0,20}}\s*{_NUMBER}\s*คน",
        lambda site, data: [sum(person.rank == "head" for person in data.people)],
    ),
    (Structure, rf"ส่วนงาน\s*{_NUMBER}\s*ส่วน", lambda site, data: [len(data.work)]),
    (Structure, rf"บุคลากร(?:ทั้งหมด|รวม)?\s*{_NUMBER}\s*คน", _people),
    (ServiceStats, rf"ผู้รับบริการ(?:ทั้งหมด|รวม)?\s*{_NUMBER}\s*(?:ราย|คน)", _served),
    (
        ServiceStats,
        rf"(?:มาด้วยตนเอง|Walk-?in)\s*{_NUMBER}\s*(?:ราย|คน)",
        lambda site, data: [data.walk_in, *(service.walk_in for service in data.services)],
    ),
    (
        ServiceStats,
        rf"(?:ใช้ระบบ|ทางระบบ|ผ่านระบบ|ออนไลน์)[^\d]{{0,20}}{_NUMBER}\s*(?:ราย|คน)",
        lambda site, data: [data.online, *(service.online for service in data.services)],
    ),
    (Eservice, rf"คำขอ(?:ทางระบบ|ผ่านระบบ)?\s*{_NUMBER}\s*(?:เรื่อง|คำขอ|ราย)", _requests),
    (
        HrReport,
        rf"มีบุคลากร(?:ทั้งหมด|รวม)?\s*{_NUMBER}\s*คน",
        lambda site, data: [data.filled, data.filled + data.vacant],
    ),
    (HrReport, rf"ได้รับการพัฒนา\s*{_NUMBER}\s*คน", lambda site, data: [data.people_developed, data.attendances]),
    (ComplaintStats, rf"(?:มี)?เรื่องร้องเรียน(?:ทั้งหมด|รวม)?\s*{_NUMBER}\s*เรื่อง", _complaints),
    (ComplaintStats, rf"(?:^|\s|หลัง|แรก)มี\s*{_NUMBER}\s*เรื่อง{_WHOLE}", _complaints),
    (ComplaintStats, rf"แล้วเสร็จ\s*{_NUMBER}\s*เรื่อง", lambda site, data: [data.counted.finished]),
    (ComplaintStats, rf"อยู่ระหว่างดำเนินการ\s*{_NUMBER}\s*เรื่อง", lambda site, data: [data.counted.pending]),
    (Gifts, rf"(?:มี|รวม|ทั้งหมด|ทั้งสิ้น|จำนวน)\s*{_NUMBER}\s*(?:ครั้ง|รายการ){_WHOLE}", _gifts),
)
"""Model → what its summary may say of it, and what that may be."""


def _rules(data: EthicsDrive) -> int:
    return len(data.dos) + len(data.donts)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if data.summary is None or data.none:
            continue
        text = fold_digits(data.summary.th)
        said: set[int] = set()
        for model, pattern, count in _COUNTS:
            if not isinstance(data, model):
                continue
            for found in re.finditer(pattern, text):
                known = {one for one in count(site, data) if one}
                if known and found.start(1) not in said and parse_whole(found[1]) not in known:
                    said.add(found.start(1))
                    facts = {"said": found[0].strip(), "known": ", ".join(f"{one:,}" for one in sorted(known)[:MOST])}
                    yield entry.file.at(("summary", "th"), CODE, **facts)


MOST = 6
"""Counts that a message names."""
