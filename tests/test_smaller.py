"""Style sheets without what is turned off: which rules go, and that no built page has what went."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from generator.publish.smaller import _OFF, has_only_what_is_on, without_what_is_off


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-nav{a:b}.md-search__form{c:d}", ".md-nav{a:b}"),
        (".md-typeset .admonition,.md-typeset details{a:b}", ".md-typeset details{a:b}"),
        ("@media print{.md-tabs{a:b}}@media screen{.md-tabs{a:b}p{c:d}}", "@media screen{p{c:d}}"),
        (".md-typeset :is(.note,p){a:b}p{c:d}", ".md-typeset :is(.note,p){a:b}p{c:d}"),
        (".md-search :is(a,b:not(.c)),i:is(a,b:not(.c)){a:b}", "i:is(a,b:not(.c)){a:b}"),
        ("a:not(.md-button){a:b}", "a:not(.md-button){a:b}"),
        (".notes{a:b}.md-tab{a:b}.keys-x{a:b}", ".notes{a:b}.md-tab{a:b}"),
        ("[dir=rtl] p{a:b}[dir=ltr] p{a:b}", "[dir=ltr] p{a:b}"),
        ('@charset "UTF-8";p{a:"}.card{"}', '@charset "UTF-8";p{a:"}.card{"}'),
        ("@keyframes x{to{a:b}}@font-face{a:url('{')}", "@keyframes x{to{a:b}}@font-face{a:url('{')}"),
    ],
)
def test_rules_of_what_is_off_go_and_no_others(css: str, kept: str) -> None:
    assert without_what_is_off(css) == kept
    assert without_what_is_off(kept) == kept


def test_a_project_that_turns_more_on_keeps_all() -> None:
    assert has_only_what_is_on(["attr_list", "tables", "toc"], ["navigation.top"], [])
    assert not has_only_what_is_on(["admonition"], [], [])
    assert not has_only_what_is_on([], ["navigation.tabs"], [])
    assert not has_only_what_is_on([], [], ["blog"])


def test_the_name_of_the_sheet_tells_its_content_and_every_page_asks_for_it(sample: Path) -> None:
    (path,) = sample.glob("assets/stylesheets/main.*.css")
    content = path.read_bytes()
    assert len(content) < 60_000
    assert path.name == f"main.{hashlib.sha256(content).hexdigest()[:8]}.min.css"
    for page in ("index.html", "404.html", "en/2568/o27/index.html"):
        loaded = re.findall(r"/main\.[^\"]+css", (sample / page).read_text("utf-8"))
        assert loaded == [f"/{path.name}"], page


def test_no_built_page_has_a_part_that_is_off(sample: Path) -> None:
    off = re.compile(r"(?:" + "|".join(_OFF) + r")(?![a-z0-9])(?:[-_]\w[\w-]*)?")
    found = set()
    for page in sample.rglob("*.html"):
        for classes in re.findall(r'\bclass="([^"]*)"', page.read_text("utf-8")):
            found |= {one for one in classes.split() if off.fullmatch(one)}
    assert found == set()
