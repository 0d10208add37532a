"""Days, periods and years."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from generator.writing.dates import BE_OFFSET, month_names
from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Edit, Mutant, Sample, Value

MONTHS = month_names()
DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (25\d\d)")
STAYS = frozenset(
    [
        "structure",
        "executives",
        "powers",
        "contact",
        "laws",
        "qa",
        "social",
        "ops_manual",
        "service_manual",
        "eservice",
        "hr_criteria",
        "complaint_guideline",
        "complaint_channel",
        "opinion_channel",
        "pdpa",
        "ethics_code",
    ]
)
"""Families of which last year's words may still be true, so that an old date is none that matters."""
IMPOSSIBLE = ("impossible-date", "not-a-date", "not-a-period")
FUTURE = ("published-in-future", "published-outside-year", "published-before-its-facts")


def family_of(sample: Sample, file: str) -> str:
    return str(sample.disclosures.get(file, {}).get("family", ""))


def days(sample: Sample, *keys: str, files: str = "256*/*") -> Iterator[tuple[Value, re.Match[str]]]:
    """Values that are one day in words, as they are typed."""
    for value in sample.each(*keys, files=files):
        found = DAY.fullmatch(value.text or "")
        if found and value.is_plain:
            yield value, found


def _year_by(change: int, *keys: str, skip: frozenset[str] = frozenset()) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value, found in days(sample, *keys):
            if family_of(sample, value.file) not in skip:
                new = f"{found[1]} {found[2]} {int(found[3]) + change}"
                if not (found[1] == "29" and found[2] == MONTHS[1]):
                    yield sample.set(value, new, *_published(sample, value))

    return make


def _published(sample: Sample, value: Value) -> Iterator[tuple[str, int | None]]:
    """The line that says when the file was published: two days that contradict each other may be told at either."""
    one = sample.value(value.file, ("published",))
    if one:
        yield value.file, one.line


def common_era(sample: Sample) -> Iterator[Mutant]:
    for value, found in days(sample, "published", "date", "as_of", "counted_on", "when"):
        yield sample.set(value, f"{found[1]} {found[2]} {int(found[3]) - 543}")


def common_era_year(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("assessed_year", "data_year", "year", "ita_year"):
        if (value.text or "").startswith("25"):
            yield sample.set(value, str(int(value.text or 0) - 543))


def common_era_in_period(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("period"):
        found = re.search(r"25\d\d", value.text or "")
        if found and value.is_plain:
            text = value.text or ""
            yield sample.set(value, f"{text[: found.start()]}{int(found[0]) - 543}{text[found.end() :]}")


def impossible_day(sample: Sample) -> Iterator[Mutant]:
    for value, found in days(sample, "published", "date", "as_of", "when", "period"):
        yield sample.set(value, f"31 กุมภาพันธ์ {found[3]}")
        yield sample.set(value, f"32 {found[2]} {found[3]}")


def month_misspelt(sample: Sample) -> Iterator[Mutant]:
    wrong = {"กุมภาพันธ์": "กุมภาพันธ", "พฤศจิกายน": "พฤษจิกายน", "สิงหาคม": "สิหาคม", "ธันวาคม": "ธันวาคมม", "มกราคม": "มกรคม"}
    for value, found in days(sample, "published", "date", "when"):
        if found[2] in wrong:
            yield sample.set(value, f"{found[1]} {wrong[found[2]]} {found[3]}")


def two_digit_year(sample: Sample) -> Iterator[Mutant]:
    """``24``: of which era nobody knows."""
    for value, found in days(sample, "published", "date"):
        yield sample.set(value, f"{found[1]} {found[2]} {int(found[3]) - 543 - 2000}")


def published_in_future(sample: Sample) -> Iterator[Mutant]:
    for value, found in days(sample, "published"):
        if found[3] == "2569" or value.file.startswith("2569"):
            yield sample.set(value, f"{found[1]} ธันวาคม 2569")


def document_in_future(sample: Sample) -> Iterator[Mutant]:
    for value, found in days(sample, "date", "as_of", "counted_on"):
        yield sample.set(value, f"{found[1]} {found[2]} 2575", *_published(sample, value))


def period_reversed(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("period"):
        for dash in (" – ", " - "):
            first, between, last = (value.text or "").partition(dash)
            if between and value.is_plain:
                if first.startswith("ไตรมาส "):
                    first, last = first.removeprefix("ไตรมาส "), last
                    if first != last:
                        yield sample.set(value, f"ไตรมาส {last}{dash}{first}")
                elif re.search(r"\d\d", first):
                    yield sample.set(value, f"{last}{dash}{first}")


def quarter_five(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("period"):
        if (value.text or "").startswith("ไตรมาส") and value.is_plain:
            yield sample.set(value, "ไตรมาส 5")
            yield sample.set(value, "ไตรมาส 0 - 2")


def event_outside_report(sample: Sample) -> Iterator[Mutant]:
    """A step of a report on another year."""
    for value in sample.each("when", files="256*/*"):
        found = re.search(r"25\d\d", value.text or "")
        if (
            found
            and value.is_plain
            and family_of(sample, value.file)
            in ("ac_6m", "ac_report", "annual_report", "plan_6m", "plan_progress", "hr_impl", "hr_report")
        ):
            text = value.text or ""
            for change in (-2, 2):
                yield sample.set(
                    value,
                    f"{text[: found.start()]}{int(found[0]) + change}{text[found.end() :]}",
                    *_published(sample, value),
                )


def event_outside_measure(sample: Sample) -> Iterator[Mutant]:
    """A day in the sentence of what was done, outside of the measure's period."""
    for value in sample.each("th", files="*/measures_report.yaml", within="done"):
        found = DAY.search(value.text or "")
        if found and value.is_plain:
            at = sample.text(value.file).find(found[0], value.start)
            edit = Edit(value.file, at, at + len(found[0]), f"{found[1]} {found[2]} {int(found[3]) - 2}")
            holder = {(value.file, one.line) for one in sample.values(value.file) if one.path == value.path[:-2]}
            yield Mutant(
                frozenset({(value.file, value.line), *holder}),
                (edit,),
                says=f"{value.file}:{value.line} {found[0]} − 2",
            )


def step_outside_measure(sample: Sample) -> Iterator[Mutant]:
    """A step given a period after that of its measure."""
    for file in sample.disclosures:
        for value in sample.values(file):
            if (
                len(value.path) == 3
                and value.path[0] == "measures"
                and value.path[-1] == "period"
                and value.text
                and value.key
            ):
                step = sample.value(file, (*value.path[:2], "steps", 0, "text"))
                if step and step.key and not step.in_flow:
                    text = sample.text(file)
                    indent = " " * (step.key[0] - text.rfind("\n", 0, step.key[0]) - 1)
                    year = int(str(sample.disclosures[file]["data_year"]))
                    edit = Edit(file, step.key[0], step.key[0], f"period: 1 ธันวาคม {year + 1}\n{indent}")
                    has_own = sample.value(file, (*value.path[:2], "steps", 0, "period"))
                    if not has_own:
                        at = frozenset({(file, step.line), (file, sample.line(file, step.key[0]))})
                        yield Mutant(at, (edit,), says=f"{file}:{step.line} step in {year + 1}")


def month_outside_statistics(sample: Sample) -> Iterator[Mutant]:
    """A month of another year among those of a report."""
    for value in sample.each("period", within="served"):
        yield _of_next_year(sample, value)
    for value in sample.each("period", within="complaints"):
        yield _of_next_year(sample, value)
    for value in sample.each("period", within="usage"):
        yield _of_next_year(sample, value)


def _of_next_year(sample: Sample, value: Value) -> Mutant:
    new = re.sub(r"25\d\d", lambda found: str(int(found[0]) + 2), value.text or "")
    return sample.set(value, new, *_published(sample, value))


def month_twice(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        groups: dict[tuple[object, ...], list[Value]] = {}
        for value in sample.each("period", files=file, within="served"):
            groups.setdefault(value.path[:-2], []).append(value)
        for months in groups.values():
            for one, other in itertools.pairwise(months):
                yield sample.set(other, one.text or "", (file, one.line))


def month_missing(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        for value in sample.values(file):
            if len(value.path) == 4 and value.path[-2] == "served" and int(value.path[-1]) > 0 and value.next:
                around = {(file, None)}
                yield sample.without([value], *around, says=f"{file}:{value.line} without a month")


def activity_of_another_year(sample: Sample) -> Iterator[Mutant]:
    """Every activity moved two years back, as when last year's file is copied."""
    for file, data in sample.disclosures.items():
        if data.get("family") in (
            "nogift_culture",
            "culture",
            "news",
            "gift_report",
            "nogift_report",
            "exec_participation",
        ):
            edits, at = [], {(file, 1), (file, None)}
            for value in sample.values(file):
                keys = [part for part in value.path if isinstance(part, str)]
                if (
                    value.text
                    and keys
                    and keys[-1] in ("period", "date")
                    and value.path[0] in ("activities", "news", "gifts")
                ):
                    for found in re.finditer(r"25\d\d", sample.text(file)[value.start : value.end]):
                        start = value.start + found.start()
                        edits.append(Edit(file, start, start + 4, str(int(found[0]) - 2)))
            if edits:
                yield Mutant(frozenset(at), tuple(edits), says=f"{file} two years back")


def declaration_of_last_year(sample: Sample) -> Iterator[Mutant]:
    for file, data in sample.disclosures.items():
        if data.get("family") == "nogift_decl":
            for value in sample.each("period", files=file):
                if value.path == ("period",):
                    yield sample.set(value, f"ปีงบประมาณ {int(data['assessed_year']) - 1}", (file, 3))


def plan_of_last_year(sample: Sample) -> Iterator[Mutant]:
    """A plan, a report or statistics with the period of another year."""
    for file in sample.disclosures:
        value = sample.value(file, ("period",))
        years = re.findall(r"25\d\d", value.text or "") if value else []
        if years and int(years[-1]) - int(years[0]) > 1:
            continue  # of so many years that it may still cover the one that is asked for
        if value and value.text and value.is_plain and re.search(r"25\d\d", value.text):
            for change in (-2, 2):
                new = re.sub(r"25\d\d", lambda found, by=change: str(int(found[0]) + by), value.text)
                yield sample.set(value, new, (file, None))


# --- the years of files ---------------------------------------------------------------------------------------------


def year_of(key: str, *changes: int) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for file in sample.disclosures:
            value = sample.value(file, (key,))
            if value and value.text and family_of(sample, file) not in _EITHER:
                lines = [
                    (file, one.line) for one in sample.values(file) if one.path in (("family",), ("assessed_year",))
                ]
                for change in changes:
                    yield sample.set(value, str(int(value.text) + change), *lines)

    return make


_EITHER = ("service_stats", "complaint_stats", "opinion_channel", "participation", "nogift_report", "ethics_eval")
"""Families whose facts may be of this year or of the last."""


def year_of_neither(sample: Sample) -> Iterator[Mutant]:
    """Facts that may be of this year or of the last, from another one."""
    for file in sample.disclosures:
        value = sample.value(file, ("data_year",))
        if value and family_of(sample, file) in _EITHER:
            year = int(sample.disclosures[file]["assessed_year"])
            for other in (year - 2, year + 1):
                yield sample.set(value, str(other))


def out_of_reach(sample: Sample) -> Iterator[Mutant]:
    """A digit of a year misread so that nobody can mean it: 2596 for 2569."""
    for value, found in days(sample, "date", "as_of", "counted_on"):
        documents = {"documents", "laws", "code", "own_rules", "team"} & set(map(str, value.path))
        if not documents and family_of(sample, value.file) not in ("laws", "ethics_code", "ethics_drive"):
            swapped = f"25{found[3][3]}{found[3][2]}"
            if abs(int(swapped) - int(found[3])) > 12:
                yield sample.set(value, f"{found[1]} {found[2]} {swapped}", *_published(sample, value))


def year_mistyped(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        for key in ("assessed_year", "data_year"):
            value = sample.value(file, (key,))
            if value and value.text:
                yield sample.set(value, f"2{value.text[2]}{value.text[1]}{value.text[3]}")
                yield sample.set(value, value.text[2:])


def ita_year(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("ita_year"):
        own = {(value.file, None)}
        yield sample.set(value, str(int(value.text or 0) - 1), *own)
        yield sample.set(value, "2560")


def file_copied(sample: Sample) -> Iterator[Mutant]:
    """Last year's file put into this year's folder, and nothing in it changed."""
    for file in sample.disclosures:
        year, _, name = file.partition("/")
        target = f"{int(year) + 1}/{name}"
        if target in sample.files:
            at = frozenset({(target, None), (file, None)})
            yield Mutant(at, whole={target: sample.files[file]}, says=f"{file} copied to {target}")


def file_copied_with_new_year(sample: Sample) -> Iterator[Mutant]:
    """Last year's file in this year's folder, with only ``assessed_year`` changed."""
    for file in sample.disclosures:
        year, _, name = file.partition("/")
        target = f"{int(year) + 1}/{name}"
        value = sample.value(file, ("assessed_year",))
        if target in sample.files and value and family_of(sample, file) not in STAYS | set(_EITHER):
            text = sample.text(file)
            new = f"{text[: value.start]}{int(year) + 1}{text[value.end :]}"
            yield Mutant(frozenset({(target, None)}), whole={target: new.encode()}, says=f"{file} → {target}")


def heading_of_last_year(sample: Sample) -> Iterator[Mutant]:
    """Last year's heading over this year's data."""
    for file, data in sample.disclosures.items():
        value = sample.value(file, ("title", "th"))
        year = str(data.get("data_year"))
        written = sample.text(file)[value.start : value.end] if value else ""
        if value and year in written:
            for other in (int(year) - 2, int(year) + 2):
                yield sample.set(value, written.replace(year, str(other)))


def summary_of_last_year(sample: Sample) -> Iterator[Mutant]:
    for file, data in sample.disclosures.items():
        value = sample.value(file, ("title", "en"))
        year = str(int(data["data_year"]) - BE_OFFSET)
        written = sample.text(file)[value.start : value.end] if value else ""
        if value and year in written:
            yield sample.set(value, written.replace(year, str(int(year) - 2)), (file, value.line - 1))


KINDS: tuple[Kind, ...] = (
    fault("the day of publishing a year late", _year_by(1, "published", skip=STAYS), *FUTURE),
    fault("the day of publishing a year early", _year_by(-1, "published", skip=STAYS), *FUTURE),
    fault("the day of publishing two years early", _year_by(-2, "published", skip=STAYS), *FUTURE, "stale-disclosure"),
    fault("the day of publishing in the future", published_in_future, *FUTURE),
    fault("the day of a document in the future", document_in_future, "day-in-future", *FUTURE),
    fault("a day of the Common Era", common_era, "ce-year"),
    fault("a year of the Common Era", common_era_year, "ce-year"),
    fault("a period of the Common Era", common_era_in_period, "ce-year"),
    fault("a year of two digits of either era", two_digit_year, "short-year"),
    fault("a day that no month has", impossible_day, *IMPOSSIBLE),
    fault("a month's name misspelt", month_misspelt, *IMPOSSIBLE),
    fault("a period that ends before it begins", period_reversed, "period-reversed"),
    fault("a quarter that no year has", quarter_five, *IMPOSSIBLE),
    fault("an event outside of the report's period", event_outside_report, "event-outside-period", *FUTURE),
    fault("an event outside of the measure's period", event_outside_measure, "event-outside-period"),
    fault("a step outside of its measure's period", step_outside_measure, "step-outside-period"),
    fault("a month of another year in statistics", month_outside_statistics, "month-outside-period", *FUTURE),
    fault("a month twice in statistics", month_twice, "repeated-month", "month-missing"),
    fault("a month missing from statistics", month_missing, "month-missing"),
    fault("activities of another year", activity_of_another_year, "event-outside-period", most=8),
    fault("a declaration of the year before", declaration_of_last_year, "period-outside-year"),
    fault(
        "the whole period of another year",
        plan_of_last_year,
        "overdue-item",
        "event-outside-period",
        "period-outside-year",
    ),
    fault("the assessed year one off", year_of("assessed_year", 1, -1), "folder-of-another-year", "unknown-year"),
    fault("facts of neither this year nor the last", year_of_neither, "wrong-data-year"),
    fault("a year with its last digits swapped", out_of_reach, "date-out-of-reach", *FUTURE),
    fault("the data's year one off", year_of("data_year", 1, -1), "wrong-data-year"),
    fault(
        "a year mistyped",
        year_mistyped,
        "not-a-year",
        "impossible-date",
        "ce-year",
        "short-year",
        "folder-of-another-year",
        "wrong-data-year",
    ),
    fault("the year of the ITA one off", ita_year, "unknown-ita-year", "unknown-question", "score-printed-otherwise"),
    fault("a file copied to another year's folder", file_copied, "folder-of-another-year", "second-disclosure"),
    fault("a file of last year with a new year on it", file_copied_with_new_year, "wrong-data-year"),
    fault("another year's heading over the data", heading_of_last_year, "title-of-another-year"),
    fault("another year in the English heading alone", summary_of_last_year, "title-of-another-year"),
)
