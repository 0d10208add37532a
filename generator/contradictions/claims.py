"""What a document claims of its figures, and the figures that it claims it of.

A claim is only held against figures where it is clear which ones it speaks of: those of its kind, within the scope that it
names, and of the issue in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from generator.contradictions.bindings import Bindings, bindings_of
from generator.contradictions.subjects import Subject, subjects_of
from generator.families.measures.model import Issue
from generator.input.source import KeyPath
from generator.models.ita import DEFAULT_TARGET, ItaResult, reference_key
from generator.models.scores import Claim
from generator.site.site import Entry, Site
from generator.writing.figures import fold_digits


@dataclass(frozen=True)
class Figures:
    """A result and its figures, for all the claims about it."""

    result: Entry[ItaResult]
    bindings: Bindings

    @cached_property
    def printed(self) -> tuple[Subject, ...]:
        """As they are printed."""
        return tuple(subjects_of(self.result.data, {}))

    @cached_property
    def mended(self) -> tuple[Subject, ...]:
        """With what proves wrong put right."""
        return tuple(subjects_of(self.result.data, self.bindings.meant)) if self.bindings.meant else self.printed


@dataclass(frozen=True)
class Stated:
    """A claim, the file and path where it stands, and the figures that it is about."""

    entry: Entry[Any]
    path: KeyPath
    claim: Claim
    figures: Figures
    issue: Issue | None

    @property
    def result(self) -> Entry[ItaResult]:
        return self.figures.result

    @property
    def bindings(self) -> Bindings:
        return self.figures.bindings

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
        figures = self.figures.mended if mended else self.figures.printed
        among = [one for one in figures if self._is_among(one) and scope.covers(one)]
        if self.issue is None or self.claim.among not in ("questions", "items", "indicators"):
            return among
        if not scope.is_issue and scope != _Scope():
            return among
        keys = _keys_of(self.issue)
        return [one for one in among if not keys.isdisjoint(one.references)]

    def named(self, subjects: Sequence[Subject]) -> list[Subject] | None:
        """The figures that the claim names; None where one of them is not among those that it is about."""
        found = []
        for reference in self.claim.subjects:
            wanted = reference_key(reference.removeprefix("ตัวชี้วัดที่"))
            one = next((s for s in subjects if wanted in s.references), None)
            if one is None:
                return None
            found.append(one)
        return found

    def named_anywhere(self) -> list[Subject] | None:
        """The figures that the claim names, wherever they are; None where one of them is not there or not printed."""
        return self.named([one for one in self.figures.mended if self._is_among(one)])

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

    def covers(self, one: Subject) -> bool:
        """Whether a figure is of the instrument and the indicator that are named."""
        return self.instrument in ("", one.instrument) and self.indicator in ("", one.indicator)


def _keys_of(issue: Issue) -> set[str]:
    """What an issue says that it rests on: questions, and indicators."""
    questions = [printing.question for printing in issue.scores]
    questions += [question for scope in issue.scope for question in scope.questions]
    return {reference_key(one) for one in (*questions, *(scope.indicator for scope in issue.scope))}


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


def stated(site: Site) -> tuple[Stated, ...]:
    """Every claim of an agency about a result that is there."""
    return site.recall("stated claims", lambda: tuple(_stated(site)))


def _stated(site: Site) -> Iterator[Stated]:
    results = {year: Figures(entry, bindings_of(site, entry)) for year, entry in site.ita.items()}
    entries: list[Entry[Any]] = [*site.ita.values(), *site.disclosures]
    for entry in entries:
        year = entry.data.year if isinstance(entry.data, ItaResult) else getattr(entry.data, "ita_year", None)
        if year not in results:
            continue
        for path, claim in entry.each(Claim):
            issue = entry.data.issues[path[1]] if path[0] == "issues" else None
            yield Stated(entry, path, claim, results[year], issue)
