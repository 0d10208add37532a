"""The five documents are carried whole: what they print is found in the pages of their agencies."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Severity
from generator.models.scores import Score
from generator.models.shared import Sourced
from generator.project import Project
from generator.reading import read
from generator.road import Outcome
from generator.site.site import Site
from generator.writing.dates import parse_period, write_days
from generator.writing.figures import fold_digits
from tests.conftest import EXAMPLES, ROOT

AGENCIES = {"000": "rdpb", "001": "opdc", "002": "opdc", "003": "nhrc", "004": "erc"}
"""Source document → example that carries it."""

_NUMBER = re.compile(r"(?<![\d.,])[-+]?\d[\d,]*(?:\.\d+)?")


@cache
def site(name: str) -> Site:
    found, diagnostics = read(Project(ROOT, ROOT / "examples" / name, Path("site"), Path("build")))
    assert found is not None
    assert [d for d in diagnostics if d.severity is Severity.ERROR] == []
    return found


def printed(document: str) -> list[dict[str, str]]:
    with (ROOT / "tests" / "figures" / f"{document}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def rows(folder: Path) -> list[str]:
    """The text of every table row, list item and paragraph of the Thai pages, digits folded."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        if path.relative_to(folder).parts[0] in ("en", "data-guide"):
            continue
        tree = LexborHTMLParser(path.read_bytes())
        for node in tree.css("article tr, article li, article p, article dd, article h1, article h2, article h4"):
            found.append(fold_digits(node.text(separator=" ")).replace("−", "-"))
    return found


@pytest.fixture(scope="module")
def pages(build: Callable[..., tuple[Outcome, Path]]) -> dict[str, list[str]]:
    return {name: rows(build(ROOT / "examples" / name)[1]) for name in EXAMPLES}


@pytest.mark.parametrize("document", sorted(AGENCIES))
def test_every_printed_figure_is_on_a_page_as_often_as_it_is_printed(
    document: str, pages: dict[str, list[str]]
) -> None:
    texts = pages[AGENCIES[document]]
    seen = Counter(number.lstrip("+") for text in texts for number in _NUMBER.findall(text))
    wanted = Counter(row["figure"] for row in printed(document) if _NUMBER.fullmatch(row["figure"]))
    assert wanted
    missing = {figure: (count, seen[figure]) for figure, count in wanted.items() if seen[figure] < count}
    assert missing == {}


@pytest.mark.parametrize("document", sorted(AGENCIES))
def test_every_printed_date_and_period_is_on_a_page(document: str, pages: dict[str, list[str]]) -> None:
    text = "\n".join(pages[AGENCIES[document]])
    missing = []
    for row in printed(document):
        if _NUMBER.fullmatch(row["figure"]):
            continue
        span = parse_period(row["figure"])
        if span.start and span.end:
            shown = write_days(span.start, span.end)
        else:
            shown = (
                "ตลอดปีงบประมาณ"
                if (span.first, span.last) == (1, 4) and span.year
                else f"ไตรมาส {span.first}–{span.last}"
            )
        if shown not in text:
            missing.append((row["place"], row["figure"], shown))
    assert missing == []


@pytest.mark.parametrize("document", ["003", "004"])
def test_every_score_of_a_question_stands_beside_its_code(document: str, pages: dict[str, list[str]]) -> None:
    texts = pages[AGENCIES[document]]
    missing = []
    for row in printed(document):
        if not re.fullmatch(r"[IEO]\d+", row["code"]) or "." not in row["figure"]:
            continue
        code = re.compile(rf"\b{row['code']}\b")
        if not any(code.search(text) and row["figure"] in text for text in texts):
            missing.append((row["code"], row["figure"]))
    assert missing == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_fact_knows_its_document_and_place(name: str) -> None:
    lost = [
        (entry.file.name, path)
        for entry, path, fact in site(name).each(Sourced)
        if fact.origin.document not in site(name).documents
    ]
    assert lost == []
    without_place = [
        (entry.file.name, path)
        for entry, path, score in site(name).each(Score)
        if score.score is not None and score.origin.place is None
    ]
    assert without_place == []


def test_contradictions_are_carried_as_printed() -> None:
    erc = site("erc").ita[2564].data
    eight = erc.indicator("8")
    assert eight is not None
    assert str(eight.score) == "77.36"
    assert "83.37" in {str(printing.score) for printing in eight.restated}
    nhrc = site("nhrc").ita[2567].data
    assert str(nhrc.instruments[0].score) == "84.15"
