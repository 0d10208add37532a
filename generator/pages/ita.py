"""ITA results: one page over all years, one page for each year down to the sub-question."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator import languages
from generator.models.ita import DEFAULT_TARGET, ItaResult, anchor_part, reference_key
from generator.models.scores import Printing, Score
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail

INSTRUMENTS = ("IIT", "EIT", "OIT")


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.ITA, partial(_every_year, voice))
    for year in voice.site.ita:
        yield Planned(addresses.ita(year), partial(_year, voice, trail, year))


def _every_year(voice: Voice) -> Page:
    results = [entry.data for entry in voice.site.ita.values()]
    return render(
        "ita.md.jinja",
        voice,
        addresses.ITA,
        voice.words["ita"]["title"],
        menu="topics",
        results=results,
        columns=[{"text": voice.year(result.year), "class": "oit-figure"} for result in results],
        rows=_rows(voice, results),
        default_target=DEFAULT_TARGET,
        terms=languages.terms_of(voice.language, page="ita"),
    )


def _year(voice: Voice, trail: Trail, year: int) -> Page:
    result = voice.site.ita[year].data
    return render(
        "ita_year.md.jinja",
        voice,
        addresses.ita(result.year),
        voice.words["ita"]["year_title"].format(year=voice.year(result.year)),
        result=result,
        groups=_question_groups(voice, result),
        classes={one.id: one for one in result.classes},
        answers={question.id: trail.answers(result, question) for question in result.questions},
        slug=anchor_part,
        default_target=DEFAULT_TARGET,
        terms=languages.terms_of(voice.language, page="ita"),
    )


def _rows(voice: Voice, results: list[ItaResult]) -> list[dict[str, Any]]:
    """Total, instruments and indicators down the side, years across."""
    words = voice.words["ita"]
    rows: list[dict[str, Any]] = [{"kind": "total", "title": words["total"], "cells": [r.total for r in results]}]
    for name in INSTRUMENTS:
        rows += _instrument_rows(voice, results, name)
    means: list[Printing | None] = [r.national_mean for r in results]
    if any(means):
        rows.append(
            {
                "kind": "mean",
                "title": words["national_mean"],
                "cells": [Score.model_construct(**dict(m)) if m else None for m in means],
            }
        )
    return rows


def _instrument_rows(voice: Voice, results: list[ItaResult], name: str) -> Iterator[dict[str, Any]]:
    """An instrument and its indicators, where some year has it."""
    words = voice.words["ita"]
    by_year = [next((i for i in r.instruments if i.instrument == name), None) for r in results]
    if not any(by_year):
        return
    yield {"kind": "instrument", "title": words[name], "cells": by_year}
    numbers = dict.fromkeys(reference_key(i.number) for found in by_year if found for i in found.indicators)
    for number in sorted(numbers, key=_number_key):
        indicators = [r.indicator(number) for r in results]
        named = next(i for i in indicators if i)
        title = words["indicator"].format(number=voice.plain(named.number), title=voice.plain(named.title))
        yield {"kind": "indicator", "title": title, "cells": indicators}


def _number_key(number: str) -> list[int]:
    return [int(part[:9]) if part.isdecimal() else 0 for part in number.split(".")]


def _question_groups(voice: Voice, result: ItaResult) -> list[dict[str, Any]]:
    words = voice.words
    groups = []
    for name in INSTRUMENTS:
        questions = [question for question in result.questions if question.instrument == name]
        if not questions:
            continue
        has_codes = any(question.code for question in questions)
        score_columns = ["score"] + [
            c for c in ("level", "difference") if any(getattr(q, c) is not None for q in questions)
        ]
        columns: list[Any] = [words["common"]["code"]] if has_codes else []
        columns += [words["ita"]["question"]]
        columns += [
            {"text": words["ita"][c], "class": "oit-figure"} if c != "level" else words["ita"][c] for c in score_columns
        ]
        columns += [words["ita"]["class"]] if result.classes else []
        columns += [words["ita"]["answered_by"], words["ita"]["place"]]
        groups.append(
            {
                "instrument": name,
                "questions": questions,
                "has_codes": has_codes,
                "score_columns": score_columns,
                "columns": columns,
            }
        )
    return groups
