"""A site that copies a part of an agency's documents: it says nothing of what the agency published and it did not copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT

EXAMPLES = [path.name for path in sorted((ROOT / "examples").iterdir()) if (path / "agency.yaml").is_file()]


def opened(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_was_not_copied_is_said_in_neutral_words_and_kept_from_search_engines(name: str, sample: Path) -> None:
    folder = sample / "examples" / name
    copied, others = set(), 0
    for path in sorted(folder.glob("2*/o*/index.html")):
        page = LexborHTMLParser(path.read_bytes())
        article = page.css_first("article")
        assert "ยังไม่ได้เผยแพร่" not in article.text()
        assert page.css_first(".oit-missing") is None
        if "ไม่ได้คัดมา" in page.css_first("p.oit-says").text() and not page.css(".oit-parts"):
            others += 1
            assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
            links = {link.attributes["href"] for link in article.css("a[href]")}
            assert {"../../", "../"} & links, path
        else:
            copied.add(path.parent.relative_to(folder).as_posix())
            assert page.css_first("meta[name=robots]") is None
    assert others
    assert copied
    listed = (sample / "sitemap.xml").read_text("utf-8")
    for address in copied:
        assert f"/examples/{name}/{address}/<" in listed
    assert listed.count(f"/examples/{name}/2") < others + len(copied)


def test_an_agency_itself_is_told_what_it_did_not_publish(
    build: Callable[..., tuple[object, Path]], tmp_path: Path
) -> None:
    (tmp_path / "2568").mkdir()
    (tmp_path / "agency.yaml").write_text("name: ก\nshort_name: ก\nyears: [2568]\nlanguages: [th]\n", "utf-8")
    (tmp_path / "2568/news.yaml").write_text(
        "family: news\nassessed_year: 2568\ndata_year: 2568\nsummary: ข\n", "utf-8"
    )
    page = opened(build(tmp_path)[1], "2568/o1")
    assert "ยังไม่ได้เผยแพร่" in page.css_first("p.oit-says").text()
    assert page.css_first("meta[name=robots]") is None
