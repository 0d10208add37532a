"""Codes, ids and what refers to them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Edit, Mutant, Sample, Value


def _to(new: str, *keys: str, files: str = "*", within: str = "") -> Callable[[Sample], Iterator[Mutant]]:
    """Every value of some keys led to something that is not there."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for value in sample.each(*keys, files=files, within=within):
            yield sample.set(value, new)

    return make


def question(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("questions", "question", files="256*/measures.yaml"):
        if (value.text or "")[1:].isdigit():
            yield sample.set(value, f"{(value.text or '')[0]}9{value.text[1:] if value.text else ''}")


def unit_mistyped(sample: Sample) -> Iterator[Mutant]:
    for value in _owners(sample):
        text = value.text or ""
        if len(text) > 3:
            yield sample.set(value, text[1] + text[0] + text[2:])


def unit_unknown(sample: Sample) -> Iterator[Mutant]:
    for value in _owners(sample):
        yield sample.set(value, "กกก.")


def _owners(sample: Sample) -> Iterator[Value]:
    yield from sample.each("owner", "owners", "unit", "oversees", files="256*")


def family_mistyped(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        value = sample.value(file, ("family",))
        if value and value.text:
            yield sample.set(value, value.text[:-1])
            yield sample.set(value, value.text.replace("_", "-") if "_" in value.text else value.text.upper())


def family_of_another_year(sample: Sample) -> Iterator[Mutant]:
    """A family that the year's list does not ask for, in a file of its own."""
    for year in ("2567", "2568", "2569"):
        for family in ("laws", "social", "pdpa", "culture", "satisfaction", "opinion_channel", "budget_plan"):
            target = f"{year}/{family}.yaml"
            if target not in sample.files:
                of = int(year) - (family == "satisfaction")
                text = f"family: {family}\nassessed_year: {year}\ndata_year: {of}\nsummary: {{th: ข้อความ, en: Text}}\n"
                yield Mutant(frozenset({(target, 1)}), whole={target: text.encode()}, says=target)


def indicator_unknown(sample: Sample) -> Iterator[Mutant]:
    """A measure that rests on an indicator that is not there."""
    for value in sample.each("questions", files="256*/measures.yaml", within="measures"):
        holder = sample.value(value.file, value.path[:3])
        if holder and holder.key and not holder.in_flow and value.path[-1] == 0:
            text = sample.text(value.file)
            indent = " " * (holder.key[0] - text.rfind("\n", 0, holder.key[0]) - 1)
            edit = Edit(value.file, holder.key[0], holder.key[0], f"indicators: ['77']\n{indent}")
            line = sample.line(value.file, holder.key[0])
            yield Mutant(frozenset({(value.file, line)}), (edit,), says=f"{value.file}:{line} indicator 77")


def abbreviation_of_two(sample: Sample) -> Iterator[Mutant]:
    values = list(sample.each("th", files="units.yaml", within="abbreviation"))
    for one, other in itertools.pairwise(values):
        yield sample.set(other, one.text or "", ("units.yaml", None))


def family_exchanged(sample: Sample) -> Iterator[Mutant]:
    """The name of another family of the same year over the data."""
    by_year: dict[str, list[str]] = {}
    for file in sample.disclosures:
        by_year.setdefault(file.partition("/")[0], []).append(file)
    for files in by_year.values():
        for one, other in zip(files, [*files[1:], files[0]], strict=True):
            value, name = (sample.value(file, ("family",)) for file in (one, other))
            if value and name and name.text:
                yield sample.set(value, name.text, (one, None), (other, None))


def measure_of_result(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("measure", files="*/measures_report.yaml"):
        yield sample.set(value, "m-99")


def id_repeated(key: str, files: str, within: str = "") -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        values = list(sample.each(key, files=files, within=within))
        for one, other in itertools.pairwise(values):
            if one.file == other.file and one.path[:-2] == other.path[:-2] and one.text != other.text:
                yield sample.set(other, one.text or "", (one.file, None))

    return make


def id_malformed(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("id"):
        yield sample.set(value, f"มาตรการ {value.text}")
        yield sample.set(value, (value.text or "").upper())


def component_mistyped(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("shows", "component"):
        text = value.text or ""
        yield sample.set(value, f"{text}_")
        yield sample.set(value, text[:-1])


def question_code_malformed(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("code", files="ita/*"):
        text = value.text or ""
        yield sample.set(value, f"{text[1:]}{text[0]}")
        yield sample.set(value, f"ข้อ{text[1:]}")


def code_in_scope(sample: Sample) -> Iterator[Mutant]:
    """A question in the scope of an issue that another indicator has."""
    for value in sample.each("questions", files="256*/measures.yaml", within="scope"):
        yield sample.set(value, "I99" if value.text != "I99" else "I98")


KINDS: tuple[Kind, ...] = (
    fault("a question that the result does not have", question, "unknown-question"),
    fault("a question's code in the scope of an issue", code_in_scope, "unknown-question"),
    fault("a question's code of the wrong form", question_code_malformed, "not-a-code"),
    fault(
        "an indicator that the result does not have",
        indicator_unknown,
        "unknown-indicator",
    ),
    fault(
        "a question under an indicator that is not there",
        _to("77", "indicator", files="ita/*", within="questions"),
        "unknown-indicator",
    ),
    fault("a measure that is not there, in a result", measure_of_result, "unknown-measure"),
    fault(
        "a measure that is not there, in a recommendation",
        _to("m-99", "measures", within="recommendations"),
        "unknown-measure",
    ),
    fault("an issue that is not there", _to("issue-99", "issues", files="256*"), "unknown-issue"),
    fault("a unit with two letters swapped", unit_mistyped, "unknown-unit"),
    fault("a unit that is not there", unit_unknown, "unknown-unit"),
    fault("a parent unit that is not there", _to("nobody", "parent", files="units.yaml"), "unknown-unit"),
    fault("a source that is not there", _to("no-document", "source"), "unknown-source"),
    fault("a component that its family does not have", component_mistyped, "unknown-component", "not-an-id"),
    fault("a family mistyped", family_mistyped, "unknown-family"),
    fault("a family that the year does not ask for", family_of_another_year, "family-not-asked"),
    fault("a file under another family's name", family_exchanged, "unknown-key", "missing-key", "second-disclosure"),
    fault("an id of a measure or an issue twice", id_repeated("id", "256*/*"), "repeated-id"),
    fault("an id of a unit or a document twice", id_repeated("id", "[us]*.yaml"), "repeated-id"),
    fault("a question's code twice", id_repeated("code", "ita/*"), "repeated-id"),
    fault("an indicator's number twice", id_repeated("number", "ita/*", "indicators"), "repeated-id"),
    fault("a result twice for one measure", id_repeated("measure", "*/measures_report.yaml"), "repeated-id"),
    fault("an abbreviation of two units", abbreviation_of_two, "repeated-unit-name"),
    fault("an id in Thai or in capitals", id_malformed, "not-an-id"),
)
