"""Words explained where they are used: each in every language, on pages that there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import languages
from generator.families import FAMILIES


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_each_word_is_explained_in_a_sentence_or_two_and_used_somewhere(language: str) -> None:
    terms = languages.glossary(language)
    assert len(terms) == len({one.id for one in terms}) == len({one.term for one in terms}) >= 20
    for one in terms:
        assert one.families <= set(FAMILIES), one.id
        assert one.pages <= {"ita", "measures", "spending", "year"}, one.id
        assert one.families or one.pages, one.id
        assert 20 < len(one.means) < 220, one.id


@pytest.mark.parametrize(
    ("url", "term", "means"),
    [
        ("2569/o11/", "ราคากลาง", "ราคาที่หน่วยงานคำนวณไว้ก่อนซื้อหรือจ้าง"),
        ("spending/", "e-GP", "กรมบัญชีกลาง"),
        ("ita/2568/", "EIT", "คนนอกที่มาติดต่อ"),
        ("en/2569/o20/", "No Gift Policy", "no official takes any gift"),
    ],
)
def test_a_page_explains_its_words_folded_and_without_scripts(url: str, term: str, means: str, sample: Path) -> None:
    block = LexborHTMLParser((sample / url / "index.html").read_bytes()).css_first("article details.oit-terms")
    assert block
    assert "open" not in block.attributes
    assert term in block.css_first("summary").text()
    assert term in [node.text() for node in block.css("dt")]
    assert means in block.css_first("dl").text()


def test_a_page_without_such_words_has_no_place_for_them(sample: Path) -> None:
    assert not LexborHTMLParser((sample / "2569/o2/index.html").read_bytes()).css("details.oit-terms")
