"""Something done on a day outside the period that it is reported for, or that its measure was to run.

Source: ita-oit §1 (fiscal year and quarters), §3 (which year's facts a family asks for). A report that prints no period
is of the whole fiscal year of its data. What only touches the period is fine. Older news may stay on a page of news: it
is told where none is of the year. A list that lies outside as a whole is told once, at the list.

th:
  about: วันที่อยู่นอกช่วงของรายงานหรือมาตรการ
  message: "{day} อยู่นอกช่วง {period}"
  hint: ตรวจวัน เดือน ปี หรือย้ายไปรายงานของช่วงที่ถูก
  why: วันที่นอกช่วงทำให้ผู้ประเมินสงสัยทั้งรายงาน
  rule: ปีงบประมาณและไตรมาส กับช่วงที่เอกสารพิมพ์เอง
en:
  about: A day outside the period of the report or measure
  message: "{day} is outside of {period}"
  hint: See whether day, month and year are right, or move it to the report of its period
  why: A day outside makes an assessor doubt the whole report
  rule: Fiscal years and quarters, and the period that the document prints itself
wrong: |-
  period: รอบ 6 เดือน
  when: [1 เมษายน 2566]
right: "when: [1 มีนาคม 2566]"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.blocks.activities import Activity
from generator.blocks.gifts import Gifts
from generator.blocks.projects import PlannedProject, Progress, Report
from generator.blocks.risks import Risk
from generator.diagnostics import Diagnostic, Severity
from generator.families import FAMILIES
from generator.families.hr_report.model import Course
from generator.families.measures.model import Measure, Measures
from generator.families.measures_report.model import MeasuresReport, Result
from generator.families.news.model import News
from generator.input.source import KeyPath
from generator.models.disclosure import Disclosure
from generator.models.shared import Period
from generator.site.site import Entry, Site
from generator.site.trail import Trail
from generator.site.years import is_in_reach, period_outside, wanted_years
from generator.writing.dates import find_dates, quarter_days, write_date, write_days

CODE = "event-outside-period"
SEVERITY = Severity.WARNING

Days = tuple[date, date]
_EVENTS = (Activity, PlannedProject, Risk, Course)
"""What has a period of its own within that of the disclosure."""


def find(site: Site) -> Iterator[Diagnostic]:
    trail = Trail(site)
    astray = {id(entry) for entry, _ in site.astray}
    for entry in site.disclosures:
        data = entry.data
        is_of_wrong_year = id(entry) in astray or data.data_year not in wanted_years(data) or period_outside(data)
        if is_of_wrong_year:
            continue  # one cause, one message: wrong-data-year, folder-of-another-year or period-outside-year tells it
        yield from _events(entry)
        if isinstance(data, Report):
            yield from _steps(entry, _period(data) or quarter_days(data.data_year, 1, 4))
        if isinstance(data, MeasuresReport):
            yield from _done(entry, data, trail)


def _events(entry: Entry[Disclosure]) -> Iterator[Diagnostic]:
    """Lists of what was or will be done in the year."""
    lists: dict[KeyPath, list[tuple[KeyPath, Days, Days]]] = {}
    for path, days, bounds in _dated(entry):
        size = next(number for number, part in enumerate(path) if isinstance(part, int))
        lists.setdefault(path[:size], []).append((path, days, bounds))
    for path, found in lists.items():
        outside = [one for one in found if _is_outside(one[1], one[2])]
        is_whole = len(outside) == len(found) > 1
        if is_whole:
            span = min(days[0] for _, days, _ in outside), max(days[1] for _, days, _ in outside)
            yield entry.file.at(path, CODE, **_facts(span, outside[0][2]))
        elif not isinstance(entry.data, News) or len(found) == 1:
            for at, days, bounds in outside:
                yield entry.file.at(at, CODE, **_facts(days, bounds))


def _dated(entry: Entry[Disclosure]) -> Iterator[tuple[KeyPath, Days, Days]]:
    """The place of a day or period, its days, and the days within which it should lie."""
    data = entry.data
    is_of_either = FAMILIES[data.family].year == "either"
    years = {data.data_year, data.assessed_year, data.assessed_year - 1} if is_of_either else {data.data_year}
    bounds = quarter_days(min(years), 1, 1)[0], quarter_days(max(years), 4, 4)[1]
    yield from _planned(entry, bounds)
    if isinstance(data, Gifts):
        period = _period(data) or bounds
        for number, gift in enumerate(data.gifts):
            if gift.date and is_in_reach(gift.date, data.assessed_year):
                yield ("gifts", number, "date"), (gift.date, gift.date), period
    if isinstance(data, News):
        for number, one in enumerate(data.news):
            if one.date and is_in_reach(one.date, data.assessed_year):
                yield ("news", number, "date"), (one.date, one.date), bounds


def _planned(entry: Entry[Disclosure], bounds: Days) -> Iterator[tuple[KeyPath, Days, Days]]:
    """The same of what has a period of its own."""
    data = entry.data
    measures = (Measure,) if isinstance(data, Measures) else ()
    results = (Result,) if isinstance(data, MeasuresReport) else ()
    for kind in (*_EVENTS, *measures, *results):
        for path, part in entry.each(kind):
            if part.period and (days := part.period.span.days(data.data_year)):
                # Of gifts, the teaching of the rules may be told to this day; of a report, what began in its year.
                until = quarter_days(data.assessed_year, 4, 4)[1] if isinstance(data, Gifts) else bounds[1]
                yield (*path, "period"), days, (bounds[0], until)


def _period(data: Disclosure) -> Days | None:
    """What a disclosure says that it is of."""
    period = getattr(data, "period", None)
    return period.span.days(data.data_year) if period else None


def _steps(entry: Entry[Disclosure], bounds: Days) -> Iterator[Diagnostic]:
    """What a report says was done, step by step."""
    for path, step in entry.each(Progress):
        for number, when in enumerate(step.when):
            days = when.span.days(entry.data.data_year)
            if days and _is_outside(days, bounds):
                yield entry.file.at((*path, "when", number), CODE, **_facts(days, bounds))


def _done(entry: Entry[Disclosure], data: MeasuresReport, trail: Trail) -> Iterator[Diagnostic]:
    """Days in the sentences on what was done for a measure."""
    for number, result in enumerate(data.results):
        stop = trail.measure_of(result, data)
        periods = (result.period,) if result.period else stop.measure.all_periods if stop else ()
        bounds = _around(periods, data.data_year)
        for place, done in enumerate(result.done):
            for _, day in find_dates(str(done.text)):
                if bounds and _is_outside((day, day), bounds):
                    yield entry.file.at(("results", number, "done", place), CODE, **_facts((day, day), bounds))


def _around(periods: tuple[Period, ...], year: int) -> Days | None:
    """First and last day of all the periods together; None where one of them does not say."""
    spans = [period.span.days(year) for period in periods]
    if not spans or None in spans:
        return None
    known = [span for span in spans if span]
    return min(first for first, _ in known), max(last for _, last in known)


def _is_outside(days: Days, bounds: Days) -> bool:
    return days[1] < bounds[0] or days[0] > bounds[1]  # what goes on touches it


def _facts(days: Days, bounds: Days) -> dict[str, str]:
    return {"day": write_days(*days), "period": f"{write_date(bounds[0])} – {write_date(bounds[1])}"}
