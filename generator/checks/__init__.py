"""The second circle of checking: sense, over the whole site. One file a check, named for the fault it finds.

A check is a module with ``CODE``, ``find(site)`` and, where it is not an error, ``SEVERITY``; one with ``IS_SAFETY`` cannot
be turned off nor made milder, because what it finds would publish what nobody meant to. Its docstring is its manual
page: a sentence for the reader of the code, what else such a reader should know, and from ``th:`` on, as YAML, what
officers read in each language and an example (:func:`generator.languages.faults`). The list below is the only place
that knows them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from time import perf_counter
from types import ModuleType

from generator.cache.cache import Cache, no_cache
from generator.diagnostics import Diagnostic, Severity, is_milder
from generator.site import personal_data
from generator.site.by_file import ByFile
from generator.site.site import Site

CHECKS: tuple[ModuleType, ...] = tuple(
    import_module(f"{__name__}.{name}")
    for name in (
        "abbreviation_without_legend",
        "active_evidence",
        "approved_state_lost",
        "attached_files",
        "bad_evidence_type",
        "bank_account",
        "below_by_one_part",
        "carried_unverified",
        "changed_since_approval",
        "claim_of_all",
        "claim_of_below_target",
        "claim_of_count",
        "claim_of_decrease",
        "claim_of_highest",
        "claim_of_lowest",
        "claim_of_mean",
        "claim_unlike_sentence",
        "class_bounds_that_do_not_meet",
        "class_printed_otherwise",
        "class_unlike_score",
        "cloud_drive_link",
        "copied_scores",
        "count_unlike_data",
        "cut_off_name",
        "damaged_evidence",
        "date_out_of_reach",
        "draft_evidence_name",
        "due_by_calendar",
        "due_item",
        "empty_disclosure",
        "empty_evidence",
        "english_unlike_thai",
        "event_outside_period",
        "evidence_missing",
        "evidence_named_otherwise",
        "evidence_not_what_it_says",
        "evidence_of_another_year",
        "evidence_outside",
        "evidence_without_agency",
        "evidence_without_year",
        "example_left",
        "family_dropped",
        "family_not_asked",
        "figure_unlike_data",
        "folder_of_another_year",
        "form_in_evidence",
        "home_address",
        "home_page_as_evidence",
        "image_as_only_evidence",
        "impossible_score",
        "indicator_number_unlike_title",
        "indicator_title_varies",
        "insecure_link",
        "level_unlike_score",
        "location_in_picture",
        "locked_evidence",
        "look_alike_letter",
        "lost_sara_am",
        "malformed_email",
        "malformed_link",
        "measure_without_owner",
        "measure_without_period",
        "measure_without_result",
        "misplaced_mark",
        "missing_english",
        "missing_score",
        "missing_site_url",
        "misspelt_term",
        "mixed_digits",
        "month_missing",
        "month_no_longer_to_come",
        "month_not_without",
        "month_outside_period",
        "month_outside_year",
        "months_out_of_order",
        "national_id",
        "negative_amount",
        "none_beside_content",
        "none_of_which_month",
        "not_approved",
        "number_only_name",
        "numbering_with_holes",
        "overdue_item",
        "oversized_evidence",
        "owner_of_no_item",
        "owner_of_two_items",
        "owner_said_twice",
        "owner_unlike_table",
        "pair_incomplete",
        "period_outside_year",
        "person_in_metadata",
        "personal_phone",
        "plate_of_a_person",
        "previous_score_changed",
        "price_above_budget",
        "published_before_its_facts",
        "published_in_future",
        "published_outside_year",
        "question_of_another_indicator",
        "recommendation_not_taken_up",
        "repeated_id",
        "repeated_link_text",
        "repeated_month",
        "repeated_sub_questions",
        "repeated_unit_name",
        "restricted_evidence",
        "safety_made_milder",
        "same_file_twice",
        "scanned_evidence",
        "score_printed_otherwise",
        "second_disclosure",
        "several_units",
        "share_unlike_data",
        "shortened_link",
        "staging_link",
        "staging_site_url",
        "stale_disclosure",
        "step_outside_period",
        "stray_character",
        "title_of_another_year",
        "unanswered_question",
        "unit_with_note",
        "unknown_check",
        "unknown_class",
        "unknown_component",
        "unknown_indicator",
        "unknown_issue",
        "unknown_ita_year",
        "unknown_measure",
        "unknown_question",
        "unknown_source",
        "unknown_subject",
        "unknown_unit",
        "unknown_year",
        "unsearched_evidence",
        "wrong_data_year",
        "wrong_difference",
        "wrong_mean",
        "wrong_total",
    )
)


NACC_SCORES = tuple(
    module
    for module in CHECKS
    if module.__name__.rpartition(".")[2]
    in (
        *("below_by_one_part", "indicator_number_unlike_title", "indicator_title_varies", "level_unlike_score"),
        *("missing_score", "question_of_another_indicator", "wrong_mean", "wrong_total"),
    )
)
"""Checks that rest on how the NACC scores: indicators, questions, means, weights and levels."""


BY_FILE = frozenset(
    (
        *("claim_of_below_target", "cloud_drive_link", "cut_off_name", "date_out_of_reach", "draft_evidence_name"),
        *("english_unlike_thai", "evidence_of_another_year", "evidence_without_agency", "evidence_without_year"),
        *("figure_unlike_data", "home_page_as_evidence", "image_as_only_evidence", "insecure_link"),
        *("look_alike_letter", "lost_sara_am", "malformed_link", "misplaced_mark", "misspelt_term", "mixed_digits"),
        *("month_missing", "month_outside_period", "months_out_of_order", "none_beside_content", "number_only_name"),
        *("numbering_with_holes", "period_outside_year", "published_before_its_facts", "repeated_month"),
        *("shortened_link", "staging_link", "stray_character", "unknown_component"),
    )
)
"""Modules of checks that cost much, and whose faults of a disclosure follow from its own file (:mod:`generator.site.by_file`)."""


def check(
    site: Site,
    spent: dict[str, float] | None = None,
    cache: Cache | None = None,
    between: Callable[[], None] = lambda: None,
) -> Iterator[Diagnostic]:
    """Every fault of sense in a site and its subsites, weighed as each agency decides.

    Args:
        spent: to which the seconds of each check are added, by its code. What several checks share, such as the list of
            all links, is made by the first of them that asks and counts as its own.
        cache: what earlier runs found in the same files.
        between: called before each check, so that somebody else may go first.
    """
    spent = {} if spent is None else spent
    is_scored = site.profiles[0].scores == "means"
    by_file = ByFile(site, cache or no_cache())
    if cache and cache.is_on:
        personal_data.remember(site, cache)
    for module in CHECKS:
        if module in NACC_SCORES and not is_scored:
            continue  # how the list of this agency is scored is not known
        between()
        start = perf_counter()
        is_of_file = module.__name__.rpartition(".")[2] in BY_FILE
        everything = list(by_file.find(module) if is_of_file else module.find(site))
        spent[module.CODE] = spent.get(module.CODE, 0.0) + perf_counter() - start
        for found in everything:
            yield _weighed(site, module, replace(found, severity=severity_of(module)))
    by_file.keep()
    for inner in site.subsites.values():
        yield from check(inner, spent, cache, between)


REFERENCES = tuple(
    module
    for module in CHECKS
    if module.__name__.rpartition(".")[2]
    in (
        *("unknown_class", "unknown_component", "unknown_indicator", "unknown_issue", "unknown_ita_year"),
        *("unknown_measure", "unknown_question", "unknown_source", "unknown_subject", "unknown_unit"),
    )
)
"""Checks that what is referred to is in the data."""


def references(site: Site) -> Iterator[Diagnostic]:
    """What the data refers to and has not, weighed as the agency decides; without subsites."""
    for module in REFERENCES:
        for found in module.find(site):
            yield _weighed(site, module, replace(found, severity=severity_of(module)))


def severity_of(module: ModuleType) -> Severity:
    """How grave what a check finds is, unless an agency decides otherwise."""
    severity: Severity = getattr(module, "SEVERITY", Severity.ERROR)
    return severity


def is_safety(module: ModuleType) -> bool:
    """Whether a check keeps what is private or runs from being published, so that no agency makes it milder."""
    return getattr(module, "IS_SAFETY", False)


def _weighed(site: Site, module: ModuleType, found: Diagnostic) -> Diagnostic:
    """The fault with the severity that the agency gives it, and its reason; a safety fault is never milder."""
    if found.code != module.CODE:
        return found  # about the form of files: not to be set
    file = found.file.removeprefix(f"{site.name}/")
    for setting in site.settings.settings:
        if setting.is_about(found.code, file):
            severity = Severity(setting.severity)
            if is_safety(module) and is_milder(severity, found.severity):
                return found
            return replace(found, severity=severity, reason=str(setting.reason))
    return found
