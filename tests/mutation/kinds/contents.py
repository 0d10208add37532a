"""Things that are left out: components, items, owners, results, statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Edit, Mutant, Sample, Value

YEARS = ("2567", "2568", "2569")
"""Years that have a deadline in the sample, so that what lacks is overdue."""


@lru_cache
def components() -> dict[str, dict[str, list[str]]]:
    """Family → component → what to take away."""
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(
        (Path(__file__).parent.parent / "components.yaml").read_text("utf-8")
    )
    return found


def of_years(sample: Sample) -> Iterator[tuple[str, dict[str, Any]]]:
    for file, data in sample.disclosures.items():
        if data.get("assessed_year") in YEARS:
            yield file, data


def matching(sample: Sample, file: str, pattern: str) -> Iterator[Value]:
    wanted = pattern.split(".")
    for value in sample.values(file):
        if len(value.path) == len(wanted) and all(
            w == "*" or w == str(p) for w, p in zip(wanted, value.path, strict=True)
        ):
            yield value


def component_removed(sample: Sample) -> Iterator[Mutant]:
    for file, data in of_years(sample):
        for component, patterns in components().get(data["family"], {}).items():
            mutant = _without_component(sample, file, component, patterns)
            if mutant and "none" not in data:
                yield mutant


def _without_component(sample: Sample, file: str, component: str, patterns: list[str]) -> Mutant | None:
    gone = [value for pattern in patterns for value in matching(sample, file, pattern)]
    if not gone:
        return None
    for value in sample.values(file):
        if value.text == component and value.path[-1] == "component" and "absent" in value.path:
            holder = sample.value(file, value.path[:-1])
            gone += [holder] if holder else []
        if value.text == component and "shows" in value.path:
            entry = sample.value(file, value.path[: value.path.index("shows") + 2])
            gone += [entry] if entry else []
    edits = _apart([sample.gone(value) for value in gone])
    first = sample.values(file)[0].line
    at = {(file, first), *_deadlines(sample, file)}
    return Mutant(frozenset(at), edits, says=f"{file} without {component}: {', '.join(patterns)}")


def _apart(edits: list[Edit]) -> tuple[Edit, ...]:
    """Edits without those that lie inside of another."""
    return tuple(
        one
        for one in edits
        if not any(o is not one and o.file == one.file and o.start <= one.start and one.end <= o.end for o in edits)
    )


def _deadlines(sample: Sample, file: str) -> set[tuple[str, int | None]]:
    """Where an item of the year is told of that has no file."""
    year = file.partition("/")[0]
    data = sample.data("agency.yaml")
    numbers = [n for n, one in enumerate(data.get("deadlines", ())) if one["year"] == year]
    values = [sample.value("agency.yaml", ("deadlines", n)) for n in numbers]
    return {("agency.yaml", value.line) for value in values if value}


def file_removed(sample: Sample) -> Iterator[Mutant]:
    for file, _ in of_years(sample):
        yield Mutant(frozenset(_deadlines(sample, file)), whole={file: None}, says=f"no {file}")


def file_of_frame_alone(sample: Sample) -> Iterator[Mutant]:
    for file, data in of_years(sample):
        text = "".join(f"{key}: {data[key]}\n" for key in ("family", "assessed_year", "data_year"))
        yield Mutant(frozenset({(file, 1)}), whole={file: text.encode()}, says=f"{file} with nothing but its frame")


def none_removed(sample: Sample) -> Iterator[Mutant]:
    """A statement that there is none, taken away."""
    for file, data in of_years(sample):
        for value in sample.values(file):
            if value.path and value.path[-1] == "none" and value.text is None:
                holder = sample.value(file, value.path[:-1])
                lines = {one.line for one in (holder, value, *(sample.under(holder) if holder else ())) if one}
                at = {(file, line) for line in lines} | {
                    (file, value.line - 1),
                    (file, 1),
                    (file, sample.values(file)[0].line),
                }
                if data["family"] != "executives" or len(value.path) > 1:
                    yield sample.without(
                        [value], *at, *_deadlines(sample, file), says=f"{file}:{value.line} without none"
                    )


def none_of_a_whole_item_removed(sample: Sample) -> Iterator[Mutant]:
    for file, _ in of_years(sample):
        value = sample.value(file, ("none",))
        if value:
            yield sample.without([value], (file, sample.values(file)[0].line), says=f"{file} without none")


def absent_removed(sample: Sample) -> Iterator[Mutant]:
    for file, _ in of_years(sample):
        for value in sample.values(file):
            if len(value.path) == 2 and value.path[0] == "absent":
                yield sample.without(
                    [value], (file, sample.values(file)[0].line), says=f"{file} without absent {value.path[1]}"
                )


def amount_and_none(sample: Sample) -> Iterator[Mutant]:
    """An amount beside the statement that there is none."""
    for file, _ in of_years(sample):
        for value in sample.values(file):
            if (
                value.path
                and value.path[-1] == "none"
                and value.key
                and not value.in_flow
                and value.path[-2:-1] in (("budget",), ("planned",))
            ):
                text = sample.text(file)
                indent = " " * (value.key[0] - text.rfind("\n", 0, value.key[0]) - 1)
                at = {
                    (file, value.line),
                    (file, sample.line(file, value.key[0])),
                    (file, sample.line(file, value.key[0]) + 1),
                }
                yield Mutant(
                    frozenset(at),
                    (Edit(file, value.key[0], value.key[0], f"amount: 5000\n{indent}"),),
                    says=f"{file}:{value.line} amount and none",
                )


def _of_measures(*keys: str) -> Callable[[Sample], Iterator[Mutant]]:
    """A measure without something, in its steps either."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for file in sample.disclosures:
            if file.endswith("/measures.yaml"):
                for measure in matching(sample, file, "measures.*"):
                    gone = [one for one in sample.under(measure) if one.path[-1] in keys and one.key]
                    gone = [
                        one
                        for one in gone
                        if one.path[:2] == measure.path and not ({"follow_up", "monitoring"} & set(map(str, one.path)))
                    ]
                    if gone:
                        edits = _apart([sample.gone(value) for value in gone])
                        yield Mutant(
                            frozenset({(file, measure.line)}), edits, says=f"{file}:{measure.line} without {keys}"
                        )

    return make


def result_removed(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        if file.endswith("/measures_report.yaml"):
            for result in matching(sample, file, "results.*"):
                name = sample.value(file, (*result.path, "measure"))
                if name:
                    at = {
                        (other, one.line)
                        for other in sample.disclosures
                        if "measures" in other
                        for one in sample.values(other)
                        if len(one.path) == 2 and one.path[0] == "measures" and sample.value(other, (*one.path, "id"))
                        if getattr(sample.value(other, (*one.path, "id")), "text", "") == name.text
                    }
                    yield sample.without([result], *at, says=f"{file}:{result.line} no result of {name.text}")


def recommendation_untaken(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        for value in matching(sample, file, "recommendations.*.measures"):
            holder = sample.value(file, value.path[:-1])
            if holder and value.is_list:
                yield sample.without([value], (file, holder.line), says=f"{file}:{value.line} taken up by nothing")


def question_unanswered(sample: Sample) -> Iterator[Mutant]:
    for file, data in sample.disclosures.items():
        for value in matching(sample, file, "measures.*.questions"):
            result = f"ita/{data.get('ita_year')}.yaml"
            issues = sample.value(file, (*value.path[:-1], "issues"))
            gone = [value, *([issues] if issues else [])]
            if issues and result in sample.files:
                codes = {one.text for one in sample.under(value)}
                lines = {
                    (result, one.line)
                    for one in sample.each("code", "score", files=result, within="questions")
                    if one.text in codes or one.path[-1] == "score"
                }
                edits = _apart([sample.gone(one) for one in gone])
                yield Mutant(frozenset(lines), edits, says=f"{file}:{value.line} no questions")


def number_hole(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        for value in sample.values(file):
            if (
                len(value.path) < 2
                or value.path[-1] != "number"
                or value.path[-2] == 0
                or not isinstance(value.path[-2], int)
            ):
                continue
            if re.fullmatch(r"\d+", value.text or "") and "indicators" not in value.path and "phones" not in value.path:
                before = sample.value(file, (*value.path[:-2], value.path[-2] - 1, "number"))
                first = sample.value(file, (*value.path[:-2], 0, "number"))
                if before and first and re.fullmatch(r"\d+", before.text or "") and _all_numbered(sample, value):
                    after = (
                        file,
                        getattr(sample.value(file, (*value.path[:-2], value.path[-2] + 1, "number")), "line", 0),
                    )
                    yield sample.set(value, str(int(value.text or 0) + 1), after)
                    yield sample.set(value, before.text or "", after)


def _all_numbered(sample: Sample, value: Value) -> bool:
    group = sample.value(value.file, value.path[:-2])
    entries = [one for one in sample.under(group) if len(one.path) == len(value.path) - 1] if group else []
    return all(sample.value(value.file, (*one.path, "number")) for one in entries)


def entry_lost(sample: Sample) -> Iterator[Mutant]:
    """One of a numbered list left out."""
    for mutant_of in ("measures.*", "projects.*", "objectives.*"):
        for file in sample.disclosures:
            for value in matching(sample, file, mutant_of):
                number = sample.value(file, (*value.path, "number"))
                if number and value.next and value.path[-1] != 0 and _all_numbered(sample, number):
                    yield sample.without([value], (file, None), says=f"{file}:{value.line} left out")


def legend_removed(sample: Sample) -> Iterator[Mutant]:
    for value in sample.values("units.yaml"):
        if value.path[-1:] == ("name",):
            short = sample.value("units.yaml", (*value.path[:-1], "abbreviation"))
            kind = sample.value("units.yaml", (*value.path[:-1], "kind"))
            if short and kind is None:
                yield sample.without(
                    [value], ("units.yaml", short.line), ("units.yaml", short.line - 1), says=f"no name of {value.path}"
                )


def unit_removed(sample: Sample) -> Iterator[Mutant]:
    for value in matching(sample, "units.yaml", "units.*"):
        names = {one.text for one in sample.under(value) if one.path[-1] in ("th", "en", "id")}
        used = {
            (one.file, one.line)
            for one in sample.each("owner", "owners", "unit", "units", "oversees", "parent")
            if one.text in names
        }
        if used:
            yield sample.without([value], *used, says=f"no unit {names}")


def source_removed(sample: Sample) -> Iterator[Mutant]:
    for value in matching(sample, "sources.yaml", "documents.*"):
        name = sample.value("sources.yaml", (*value.path, "id"))
        used = {(one.file, one.line) for one in sample.each("source") if name and one.text == name.text}
        if used:
            yield sample.without([value], *used, says=f"no document {name.text if name else ''}")


def result_of_year_removed(sample: Sample) -> Iterator[Mutant]:
    for file in sample.names:
        year = Path(file).stem
        used = {(one.file, one.line) for one in sample.each("ita_year") if one.text == year}
        if file.startswith("ita/") and used:
            yield Mutant(frozenset(used), whole={file: None}, says=f"no {file}")


def english_lost(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("en", files="256[789]/*"):
        if len(value.path) > 1 and value.before and value.path[-2] in ("title", "summary", "text"):
            at = {(value.file, None)}
            yield sample.without([value], *at, says=f"{value.file}:{value.line} no English")


KINDS: tuple[Kind, ...] = (
    fault("a component taken away", component_removed, "overdue-item", most=120),
    fault("the file of an item gone", file_removed, "overdue-item"),
    fault("a file with nothing but its years", file_of_frame_alone, "overdue-item", "empty-disclosure"),
    fault(
        "a statement of none taken away",
        none_removed,
        "items-or-none",
        "amount-or-none",
        "overdue-item",
        "empty-value",
        "missing-key",
        most=16,
    ),
    fault(
        "the statement that an item has nothing taken away",
        none_of_a_whole_item_removed,
        "overdue-item",
        "empty-disclosure",
    ),
    fault("the statement that a component is absent taken away", absent_removed, "overdue-item"),
    fault("an amount beside the statement that there is none", amount_and_none, "amount-or-none"),
    fault("a measure without owners", _of_measures("owners"), "measure-without-owner"),
    fault("a measure without a period", _of_measures("period"), "measure-without-period"),
    fault("a measure without a result", result_removed, "measure-without-result"),
    fault("a recommendation that nothing takes up", recommendation_untaken, "recommendation-not-taken-up"),
    fault("a question below the target that nothing answers", question_unanswered, "unanswered-question"),
    fault("a number left out or repeated in a list", number_hole, "numbering-with-holes"),
    fault("an entry of a numbered list lost", entry_lost, "numbering-with-holes"),
    fault("an abbreviation without its name", legend_removed, "abbreviation-without-legend"),
    fault("a unit gone that others name", unit_removed, "unknown-unit"),
    fault("a document gone that others name", source_removed, "unknown-source"),
    fault("the ITA result gone that measures rest on", result_of_year_removed, "unknown-ita-year"),
    fault("a text without its English", english_lost, "missing-english", "overdue-item"),
)
