"""What a document claims of its figures, and the figures that it claims it of.

A claim is only held against figures where it is clear which ones it speaks of, and only called wrong where it is wrong
in every way of reading it: a question with two parts may be taken by its mean or by either part, and a claim about
questions may leave out the items of the website.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.contradictions.bindings import Bindings, bindings_of
from generator.contradictions.scores import PARTS
from generator.diagnostics import short
from generator.families.measures.model import Issue
from generator.input.source import Path_
from generator.models.ita import DEFAULT_TARGET, ItaResult, reference_key
from generator.models.scores import Claim, Score
from generator.site.site import Entry, Site
from generator.writing.figures import fold_digits

READINGS = ("score", *PARTS)


@dataclass(frozen=True)
class Subject:
    """One figure that a claim may speak of.

    Attributes:
        kind: ``question``, ``item``, ``indicator``, ``instrument`` or ``total``.
        key: the one form in which references to it are compared.
        values: reading → figure: the score, or the mean of its parts; each part.
    """

    kind: str
    key: str
    name: str
    path: Path_
    score: Score
    values: Mapping[str, Decimal]

    def value(self, reading: str = "score") -> Decimal | None:
        return self.values.get(reading, self.values.get("score"))

    @property
    def difference(self) -> Decimal | None:
        if self.score.difference is None and self.score.score is not None and self.score.previous is not None:
            return self.score.score - self.score.previous
        return self.score.difference

    @property
    def shown(self) -> str:
        """``E1 84.73/86.19``, as a message names it."""
        parts = "/".join(str(self.values[part]) for part in PARTS if part in self.values)
        return f"{self.name} {self.score.score if self.score.score is not None else parts or self.values['score']}"


@dataclass(frozen=True)
class Stated:
    """A claim, the file and path where it stands, and the result that it is about."""

    entry: Entry[Any]
    path: Path_
    claim: Claim
    result: Entry[ItaResult]
    bindings: Bindings
    issue: Issue | None

    @property
    def than(self) -> Decimal:
        """What the claim compares with."""
        if self.claim.than is not None:
            return self.claim.than
        target = self.result.data.target
        return DEFAULT_TARGET if target is None else target

    def subjects(self, *, mended: bool = False) -> list[Subject] | None:
        """The figures that the claim is about; None where nobody can tell which, or one is not printed.

        Args:
            mended: with what proves wrong put right, so that one cause is not told twice.
        """
        scope = _scope(self.claim.within or "", self.issue)
        if scope is None:
            return None
        meant = self.bindings.meant if mended else {}
        found = [one for one in _subjects(self.result.data, meant) if self._is_among(one)]
        if scope.instrument:
            found = [one for one in found if _instrument_of(self.result.data, one) == scope.instrument]
        if scope.indicator:
            found = [one for one in found if _indicator_of(self.result.data, one) == scope.indicator]
        if (
            self.issue
            and self.claim.among in ("questions", "items", "indicators")
            and (scope.is_issue or scope == _Scope())
        ):
            keys = {reference_key(s.question) for s in self.issue.scores}
            keys |= {reference_key(q) for s in self.issue.scope for q in s.questions}
            keys |= {reference_key(s.indicator) for s in self.issue.scope}
            found = [one for one in found if one.key in keys or reference_key(_id(one)) in keys]
        return found

    def named(self, subjects: Sequence[Subject]) -> list[Subject] | None:
        """The figures that the claim names; None where one of them is not among those that it is about."""
        found = []
        for reference in self.claim.subjects:
            wanted = reference_key(reference.removeprefix("ตัวชี้วัดที่"))
            one = next((s for s in subjects if wanted in (s.key, reference_key(_id(s)))), None)
            if one is None:
                return None
            found.append(one)
        return found

    def named_anywhere(self) -> list[Subject] | None:
        """The figures that the claim names, wherever they are; None where one of them is not there or not printed."""
        return self.named([one for one in _subjects(self.result.data, self.bindings.meant) if self._is_among(one)])

    def _is_among(self, one: Subject) -> bool:
        among = self.claim.among
        if among == "questions":
            return one.kind in ("question", "item")
        return f"{one.kind}s" == among or one.kind == among


@dataclass(frozen=True)
class _Scope:
    instrument: str = ""
    indicator: str = ""
    is_issue: bool = False


_INSTRUMENT = re.compile(r"(?:แบบวัด|แบบตรวจ)?\s*\b(IIT|EIT|OIT)\b", re.ASCII)
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(\d+(?:\.\d+)?)")
_ISSUE = re.compile(r"ประเด็น(?:ที่)?\s*\(?\s*(\d+)\s*\)?")


def _scope(within: str, issue: Issue | None) -> _Scope | None:
    """What ``within`` says: ``แบบวัด IIT``, ``ตัวชี้วัดที่ 5``, ``ประเด็นที่ (๓)``; None for anything else."""
    text = fold_digits(within)
    instrument, indicator, number = _INSTRUMENT.search(text), _INDICATOR.search(text), _ISSUE.search(text)
    rest = text
    for pattern in (_INSTRUMENT, _INDICATOR, _ISSUE):
        rest = pattern.sub("", rest)
    if rest.strip():
        return None
    if number and (issue is None or "".join(c for c in fold_digits(issue.number or "") if c.isdigit()) != number[1]):
        return None
    return _Scope(instrument[1] if instrument else "", indicator[1] if indicator else "", bool(number))


def stated(site: Site) -> Iterator[Stated]:
    """Every claim of an agency about a result that is there."""
    results = {year: (entry, bindings_of(site, entry)) for year, entry in site.ita.items()}
    entries: list[Entry[Any]] = [*site.ita.values(), *site.disclosures]
    for entry in entries:
        year = entry.data.year if isinstance(entry.data, ItaResult) else getattr(entry.data, "ita_year", None)
        if year not in results:
            continue
        result, bindings = results[year]
        for path, claim in entry.each(Claim):
            issue = entry.data.issues[path[1]] if path[0] == "issues" else None
            yield Stated(entry, path, claim, result, bindings, issue)


def _subjects(ita: ItaResult, meant: Mapping[Path_, Decimal]) -> Iterator[Subject]:
    if ita.total:
        yield from _subject("total", "total", "ITA", ita.total, ("total",), meant)
    for number, instrument in enumerate(ita.instruments):
        path: Path_ = ("instruments", number)
        inside: list[Subject] = []
        for place, one in enumerate(instrument.indicators):
            key = reference_key(one.number)
            found = _subject("indicator", key, f"{one.number} {one.title}", one, (*path, "indicators", place), meant)
            inside += [] if "." in key else list(found)
        own = list(
            _subject("instrument", reference_key(instrument.instrument), instrument.instrument, instrument, path, meant)
        )
        yield from own
        if not own and inside and len(inside) == len([i for i in instrument.indicators if "." not in i.number]):
            mean = sum((one.values["score"] for one in inside), Decimal(0)) / len(inside)
            yield Subject(
                "instrument",
                reference_key(instrument.instrument),
                instrument.instrument,
                path,
                instrument,
                {"score": mean.quantize(Decimal("0.01"))},
            )
        yield from inside
    for number, question in enumerate(ita.questions):
        kind = "item" if question.instrument == "OIT" else "question"
        name = question.code or short(question.text)
        yield from _subject(
            kind, reference_key(question.code or question.id), name, question, ("questions", number), meant
        )


def _subject(
    kind: str, key: str, name: str, score: Score, path: Path_, meant: Mapping[Path_, Decimal]
) -> Iterator[Subject]:
    values: dict[str, Decimal] = {}
    for part in PARTS if score.parts else ():
        inner = getattr(score.parts, part)
        if inner and inner.score is not None:
            values[part] = meant.get((*path, "parts", part, "score"), inner.score)
    if score.score is not None:
        values["score"] = meant.get((*path, "score"), score.score)
    elif len(values) == len(PARTS):
        values["score"] = sum(values.values(), Decimal(0)) / len(PARTS)
    if "score" in values:
        yield Subject(kind, key, name, path, score, values)


def _id(one: Subject) -> str:
    return str(getattr(one.score, "id", one.key))


def _instrument_of(ita: ItaResult, one: Subject) -> str:
    if one.kind == "indicator":
        return next(i.instrument for i in ita.instruments if any(inner is one.score for inner in i.indicators))
    return str(getattr(one.score, "instrument", ""))


def _indicator_of(ita: ItaResult, one: Subject) -> str:
    if one.kind == "indicator":
        return one.key
    return reference_key(getattr(one.score, "indicator", None) or "").partition(".")[0]


def listed(subjects: Sequence[Subject]) -> str:
    """Figures in a message."""
    return ", ".join(one.shown for one in subjects) or "–"


def is_extreme(one: Stated, edge: Callable[[Iterable[Decimal]], Decimal]) -> bool:
    """Whether what a claim calls the lowest or the highest is so in some way of reading it, or cannot be looked up."""
    for is_mended in (False, True):
        subjects = one.subjects(mended=is_mended)
        named = one.named(subjects) if subjects else None
        if not subjects or not named or is_edge(subjects, named, edge, one.claim.count):
            return True
        if is_edge_by_question(one, named, edge):
            return True
    return False


def is_edge(
    subjects: Sequence[Subject],
    named: Sequence[Subject],
    edge: Callable[[Iterable[Decimal]], Decimal],
    count: int | None,
) -> bool:
    """Whether the named figures are the lowest or the highest in one way of reading them, and no others are."""
    pools = [list(subjects)]
    if all(one.kind == "question" for one in named):
        pools.append([one for one in subjects if one.kind == "question"])
    for pool in pools:
        for reading in READINGS:
            values = {one.key: one.value(reading) for one in pool}
            known = [value for value in values.values() if value is not None]
            tied = {key for key, value in values.items() if value is not None and value == edge(known)}
            keys = {one.key for one in named}
            if keys <= tied and (count is None or count != len(named) or keys == tied):
                return True
    return False


def is_edge_by_question(one: Stated, named: Sequence[Subject], edge: Callable[[Iterable[Decimal]], Decimal]) -> bool:
    """Whether, within an issue, the named indicators are those of the lowest or highest question of the issue."""
    if one.claim.among != "indicators" or one.issue is None or not one.claim.within:
        return False
    asked = Stated(
        one.entry, one.path, one.claim.model_copy(update={"among": "questions"}), one.result, one.bindings, one.issue
    )
    questions = [s for s in asked.subjects() or () if s.kind == "question"]
    keys = {subject.key for subject in named}
    for reading in READINGS:
        values = [
            (value, _indicator_of(one.result.data, q)) for q in questions if (value := q.value(reading)) is not None
        ]
        if values and edge(value for value, _ in values) in [value for value, key in values if key in keys]:
            return True
        means = {key: [v for v, other in values if other == key] for _, key in values}
        by_mean = {key: sum(found, Decimal(0)) / len(found) for key, found in means.items()}
        if by_mean and any(by_mean.get(key) == edge(by_mean.values()) for key in keys):
            return True
    return False


def at_edge(
    subjects: Sequence[Subject], named: Sequence[Subject], edge: Callable[[Iterable[Decimal]], Decimal]
) -> list[Subject]:
    """The figures that are the lowest or the highest by their score, among the kinds that are named."""
    kinds = {one.kind for one in named}
    pool = [one for one in subjects if one.kind in kinds]
    found = edge(one.values["score"] for one in pool)
    return [one for one in pool if one.values["score"] == found]


def is_same(one: Decimal, other: Decimal) -> bool:
    """Whether two printings may be one figure: rounded, truncated, or with fewer decimals."""
    decimals = min(-int(figure.as_tuple().exponent) for figure in (one, other))
    apart = abs(one - other)
    return apart <= Decimal("0.01") if decimals >= 2 else apart < Decimal(1).scaleb(-max(decimals, 0))
