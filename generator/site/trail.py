"""Question → issue → measure → result, followed by reference through all of an agency's data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.families.measures.model import Issue, Measure, Measures
from generator.families.measures_report.model import MeasuresReport, Result
from generator.models.catalogue import Item
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult, Question
from generator.models.shared import Text
from generator.site import addresses
from generator.site.site import Entry, Site


@dataclass(frozen=True)
class Stop:
    """One place on the way that a reader can go to."""

    title: Text
    url: str


@dataclass(frozen=True)
class MeasureStop(Stop):
    """A measure, with the disclosure that prints it."""

    measure: Measure
    disclosure: Disclosure


@dataclass(frozen=True)
class Answered:
    """What is disclosed of a family, and the item that asks for it."""

    data: Disclosure
    item: Item

    @property
    def url(self) -> str:
        """Its place on the item's page, below the language's root."""
        return addresses.item(self.data.assessed_year, self.item, self.data.family)


def answered(site: Site, family: str) -> Answered | None:
    """A family in the latest year that answers it."""
    for year in site.years:
        entry = site.disclosure(family, year)
        item = site.item_of(entry.data) if entry and not entry.data.is_blank else None
        if entry and item:
            return Answered(entry.data, item)
    return None


class Trail:
    """Every reference of a site resolved in both directions, made once a build."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def url(self, disclosure: Disclosure, id: str = "") -> str:
        """Address of a disclosure's place on its item's page, below the language's root."""
        item = self.site.item_of(disclosure)
        if item is None or disclosure.assessed_year not in self.site.years:
            return ""
        anchor = f"{disclosure.family}-{id}" if id else disclosure.family
        return addresses.item(disclosure.assessed_year, item, anchor)

    @property
    def measures(self) -> tuple[MeasureStop, ...]:
        """Every measure of the agency, in the order of the data."""
        return self.site.recall(("trail", "measures"), self._find_measures)

    def _find_measures(self) -> tuple[MeasureStop, ...]:
        return tuple(
            MeasureStop(measure.title, self.url(entry.data, measure.id), measure, entry.data)
            for entry in self.site.of_kind(Measures, MeasuresReport)
            for measure in entry.data.measures
        )

    @property
    def _results(self) -> dict[tuple[int, str], list[Stop]]:
        return self.site.recall(("trail", "_results"), self._find_results)

    def _find_results(self) -> dict[tuple[int, str], list[Stop]]:
        found: dict[tuple[int, str], list[Stop]] = defaultdict(list)
        for entry in self.site.of_kind(MeasuresReport):
            for result in entry.data.results:
                title = next(
                    (part.text for part in (*result.outcomes, *result.done)), Text(th="ผลการดำเนินการ", en="Result")
                )
                found[entry.data.data_year, result.measure].append(Stop(title, self.url(entry.data, result.measure)))
        return found

    def results_of(self, measure: MeasureStop) -> list[Stop]:
        """What became of a measure, where the site shows the year of it."""
        return [stop for stop in self._results.get((measure.disclosure.data_year, measure.measure.id), []) if stop.url]

    def measure_of(self, result: Result, report: MeasuresReport) -> MeasureStop | None:
        """The measure that a result is of: printed in the report itself, or in the measures of its data year."""
        found = [m for m in self._by_id.get(result.measure, ()) if m.disclosure is report]
        found += [m for m in self._by_id.get(result.measure, ()) if m.disclosure.data_year == report.data_year]
        return found[0] if found else None

    @property
    def _by_id(self) -> dict[str, list[MeasureStop]]:
        return self.site.recall(("trail", "_by_id"), self._find_by_id)

    def _find_by_id(self) -> dict[str, list[MeasureStop]]:
        found: dict[str, list[MeasureStop]] = defaultdict(list)
        for measure in self.measures:
            found[measure.measure.id].append(measure)
        return found

    @property
    def _answers(self) -> dict[tuple[int, str], list[MeasureStop]]:
        return self.site.recall(("trail", "_answers"), self._find_answers)

    def _find_answers(self) -> dict[tuple[int, str], list[MeasureStop]]:
        found: dict[tuple[int, str], list[MeasureStop]] = defaultdict(list)
        for stop in self.measures:
            ita = self.site.ita_of(stop.disclosure)
            if ita is None:
                continue
            for reference in self._questions_behind(stop):
                question = ita.question(reference)
                if question and stop not in found[ita.year, question.id]:
                    found[ita.year, question.id].append(stop)
        return found

    def _questions_behind(self, stop: MeasureStop) -> Iterator[str]:
        """The questions a measure names; where it names none, those of the issues it answers."""
        if stop.measure.questions:
            yield from stop.measure.questions
            return
        for issue in self.issues_of(stop):
            for scope in issue.scope:
                yield from scope.questions
            for score in issue.scores:
                yield score.question

    def issues_of(self, stop: MeasureStop) -> tuple[Issue, ...]:
        issues = getattr(stop.disclosure, "issues", ())
        return tuple(issue for issue in issues if issue.id in stop.measure.issues)

    @property
    def _taken_up(self) -> set[tuple[int, str]]:
        return self.site.recall(("trail", "_taken_up"), self._find_taken_up)

    def _find_taken_up(self) -> set[tuple[int, str]]:
        found: set[tuple[int, str]] = set()
        for stop in self.measures:
            ita = self.site.ita_of(stop.disclosure)
            for issue in self.issues_of(stop) if ita else ():
                references = [reference for scope in issue.scope for reference in scope.questions]
                for reference in (*references, *(score.question for score in issue.scores)):
                    question = ita.question(reference) if ita else None
                    if ita and question:
                        found.add((ita.year, question.id))
        return found

    def is_taken_up(self, ita: ItaResult, question: Question) -> bool:
        """Whether some measure, of any year, answers a question or an issue that rests on it."""
        return (ita.year, question.id) in self._taken_up or bool(self._answers.get((ita.year, question.id)))

    def answers(self, ita: ItaResult, question: Question) -> list[MeasureStop]:
        """The measures that a question led to, of the years that the site shows."""
        return [stop for stop in self._answers.get((ita.year, question.id), []) if stop.url]

    def origins(self, stop: MeasureStop) -> list[Stop]:
        """Where a measure comes from: issues, then questions, then indicators."""
        ita = self.site.ita_of(stop.disclosure)
        found = [Stop(issue.title, self.url(stop.disclosure, issue.id)) for issue in self.issues_of(stop)]
        for reference in stop.measure.questions:
            question = ita.question(reference) if ita else None
            if ita and question:
                found.append(
                    Stop(Text(th=question.code) if question.code else question.text, addresses.question(ita, question))
                )
        for number in stop.measure.indicators:
            indicator = ita.indicator(number) if ita else None
            url = addresses.indicator(ita.year, number) if ita and indicator else ""
            found.append(Stop(Text(th=f"ตัวชี้วัดที่ {number}", en=f"Indicator {number}"), url))
        return found

    def uses(self, document: str) -> list[tuple[Text | None, Entry[Disclosure] | Entry[ItaResult]]]:
        """The data files whose facts come from a source document."""
        entries: list[Entry[Disclosure] | Entry[ItaResult]] = [*self.site.disclosures, *self.site.ita.values()]
        return [(getattr(entry.data, "title", None), entry) for entry in entries if entry.data.source == document]
