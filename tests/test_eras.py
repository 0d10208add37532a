"""Years on pages: those in English have no other era than C.E., but for what is called by a B.E. year."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.pages.voice import Voice
from generator.site.loader import Loader

_NAMED = re.compile(r"B\.E\. 25\d\d|\b[Oo]rder \d+/25\d\d|TIS [-\d]+")
"""Laws, orders and standards, which are called by the year of their making."""
_BE = re.compile(r"(?<![\d./])25[5-7]\d(?![\d/])")


@pytest.mark.parametrize(("language", "said"), [("th", "2569"), ("en", "2026")])
def test_a_year_is_of_the_era_of_its_language(language: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text("name: ก\nshort_name: ก\n", "utf-8")
    site, _ = Loader().load(tmp_path)
    assert site
    assert Voice(site, language).year(2569) == said


def test_english_pages_have_one_era(sample: Path) -> None:
    found = {}
    for path in sorted((sample / "en").rglob("index.html")):
        body = LexborHTMLParser(path.read_bytes()).body
        assert body
        for node in body.css("script, style, svg, .oit-print-head"):
            node.decompose()
        text = _NAMED.sub("", " ".join(body.text(separator=" ").split()))
        around = (text[max(0, one.start() - 30) : one.end() + 10] for one in _BE.finditer(text))
        left = [one for one in around if not re.search("[\u0e00-\u0e7f]|://", one)]  # names of jobs are in Thai
        if left:
            found[path.parent.relative_to(sample).as_posix()] = left[:3]
    assert found == {}
    assert "Fiscal year 2026" in (sample / "en/2569/o6/index.html").read_text("utf-8"), "the address keeps its year"
