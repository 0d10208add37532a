"""What binds the printed scores of one ITA result: which is the mean of which, and what else is known of them.

Every figure is known by the path that leads to it in its file, so that whoever finds it wrong can point at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from generator.contradictions.agreement import Account, Bound, Disagreement, disagreements
from generator.contradictions.scores import indicators_of, named_scores, parts_of, scores_of
from generator.contradictions.sums import figures_of, sums_of
from generator.families.measures.model import PrintedScore
from generator.input.source import KeyPath
from generator.models.assessment import known_assessment, level_key
from generator.models.catalogue import Catalogue
from generator.models.ita import DEFAULT_TARGET, ItaResult, ScoreClass, reference_key
from generator.site.site import Entry, Site


@dataclass(frozen=True)
class Bindings:
    """The figures of a result, what binds them, and what does not agree.

    Attributes:
        names: path of a figure → what a message calls it: ``I7``, ``3 การใช้อำนาจ``, ``IIT``, ``ITA``.
        causes: every cause of sums that fail, once.
    """

    account: Account[KeyPath]
    names: Mapping[KeyPath, str]
    causes: tuple[Disagreement[KeyPath], ...]
    meant: Mapping[KeyPath, Decimal] = field(default_factory=dict)
    """Figures that are proved wrong → what they would have to be."""

    def is_proved(self, path: KeyPath, instead: Decimal) -> bool:
        """Whether a sum that holds with the printed figure would fail with another one."""
        figures = self.account.figures
        if path not in figures or path in self.meant:
            return False
        changed = {**figures, path: instead}
        sums = [one for one in self.account.sums if path in one.keys and not one.is_derived]
        return any(one.holds(figures) and not one.holds(changed) for one in sums)


def bindings_of(site: Site, entry: Entry[ItaResult]) -> Bindings:
    """What binds the scores of a result, with what the agency's other files print of the same scores."""
    return site.recall(("bindings", entry.data.year), lambda: _of_site(site, entry))


def _of_site(site: Site, entry: Entry[ItaResult]) -> Bindings:
    elsewhere: dict[str, list[PrintedScore]] = {}
    for printed in _printed_of(site).get(entry.data.year, ()):
        elsewhere.setdefault(reference_key(printed.question), []).append(printed)
    printings = tuple((key, tuple(found)) for key, found in sorted(elsewhere.items()))
    after = site.ita.get(entry.data.year + 1)
    return _bindings(entry.data, site.catalogues.get(entry.data.year), printings, after.data if after else None)


def _printed_of(site: Site) -> dict[int, list[PrintedScore]]:
    """What disclosures print of each year's result; looked for once a site."""

    def by_year() -> dict[int, list[PrintedScore]]:
        found: dict[int, list[PrintedScore]] = {}
        for other in site.disclosures:
            for _, printed in other.each(PrintedScore):
                if year := getattr(other.data, "ita_year", None):
                    found.setdefault(year, []).append(printed)
        return found

    return site.recall("scores printed of a year", by_year)


@lru_cache(maxsize=64)
def _bindings(
    ita: ItaResult,
    catalogue: Catalogue | None,
    printings: tuple[tuple[str, tuple[PrintedScore, ...]], ...],
    after: ItaResult | None,
) -> Bindings:
    figures = figures_of(ita, catalogue)
    elsewhere: dict[KeyPath, list[Decimal]] = {}
    for path, figure in chain(_restated(ita), _in_other_files(ita, dict(printings)), _in_the_year_after(ita, after)):
        elsewhere.setdefault(path, []).append(figure)
    bounds = [*_levels(ita), *_classes(ita), *_claims(ita)]
    account = Account(figures.values, sums_of(figures), bounds, elsewhere, _choices(ita))
    causes = tuple(disagreements(account))
    meant = {one.figure: one.changes[0].value for one in causes if one.is_proved}
    return Bindings(account, figures.names, causes, meant)


# --- where a figure is printed again --------------------------------------------------------------------------


def _restated(ita: ItaResult) -> Iterator[tuple[KeyPath, Decimal]]:
    """What the same file says once more."""
    for path, score, _ in scores_of(ita):
        for restated in score.restated:
            if restated.score is not None:
                yield (*path, "score"), restated.score


def _in_other_files(
    ita: ItaResult, printings: Mapping[str, tuple[PrintedScore, ...]]
) -> Iterator[tuple[KeyPath, Decimal]]:
    """What disclosures of the same year print of a question, its parts included."""
    for number, question in enumerate(ita.questions):
        path: KeyPath = ("questions", number)
        for reference in dict.fromkeys((reference_key(question.id), reference_key(question.code or question.id))):
            for printing in printings.get(reference, ()):
                for place, inner, _ in ((path, printing, ""), *parts_of(path, printing)):
                    if inner.score is not None:
                        yield (*place, "score"), inner.score


def _in_the_year_after(ita: ItaResult, after: ItaResult | None) -> Iterator[tuple[KeyPath, Decimal]]:
    """What the result of the next year says that this year's scores were."""
    then = named_scores(after) if after else {}
    for name, (path, _) in named_scores(ita).items() if then else ():
        if name in then and (previous := then[name][1].previous) is not None:
            yield (*path, "score"), previous


# --- what else is known of a figure ---------------------------------------------------------------------------


def _choices(ita: ItaResult) -> dict[KeyPath, tuple[Decimal, ...]]:
    """The only scores that an item of the website can have."""
    scores = known_assessment().item_scores
    return {
        ("questions", number, "score"): scores
        for number, question in enumerate(ita.questions)
        if question.instrument == "OIT" and question.score is not None
    }


def _levels(ita: ItaResult) -> Iterator[Bound[KeyPath]]:
    """What the level beside a score says of it, in years whose levels are of all scores."""
    levels = known_assessment().levels_of(ita.year)
    if not levels or levels.applies_to != "all":
        return
    spans: dict[str, tuple[Decimal | None, Decimal | None]] = {}
    above: Decimal | None = None
    for band in levels.bands:
        spans.setdefault(level_key(band.name), (band.at_least, above))
        above = band.at_least
    for path, score, _ in scores_of(ita):
        for place, printing, _ in ((path, score, ""), *parts_of(path, score)):
            if printing.level and printing.score is not None and (span := spans.get(level_key(printing.level))):
                yield Bound((*place, "score"), *span)


def _classes(ita: ItaResult) -> Iterator[Bound[KeyPath]]:
    """What the class that a question is put into says of its score."""
    for number, question in enumerate(ita.questions):
        for one in ita.classes:
            if question.class_ == one.id and question.score is not None:
                yield bound_of(one, ("questions", number, "score"))


def _claims(ita: ItaResult) -> Iterator[Bound[KeyPath]]:
    """What the document claims: which indicators are below the target, and so that the others are not."""
    indicators = {key: one for key, one in indicators_of(ita).items() if "." not in key and one[1].score is not None}
    for number, finding in enumerate(ita.findings):
        for place, claim in enumerate(finding.claims):
            if claim.kind != "below_target" or claim.within or claim.among != "indicators" or not claim.subjects:
                continue
            than = claim.than or ita.target or DEFAULT_TARGET
            below = {reference_key(subject) for subject in claim.subjects}
            stated_at: KeyPath = ("findings", number, "claims", place, "subjects")
            for key, (path, _) in indicators.items():
                edge = {"below": than} if key in below else {"at_least": than}
                yield Bound((*path, "score"), stated_at=stated_at, **edge)


def bound_of(one: ScoreClass, figure: KeyPath = ()) -> Bound[KeyPath]:
    """What a class says of a score in it."""
    return Bound(figure, one.at_least, one.below, one.at_most)
