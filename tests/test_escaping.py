"""Texts that would like to run: a site whose every text field holds one, asked what a browser would do with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import pages
from generator.diagnostics import Severity
from generator.project import Project
from generator.reading import read
from generator.road import Outcome
from tests import filled
from tests.conftest import ROOT

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "the end of a title": "</title></h1><script>alert(1)</script>",
    "the end of an attribute": "\" onclick=\"alert(1)\" x='' onfocus='alert(1)",
    "a picture that fails": "<img src=x onerror=alert(1)>",
    "a drawing without spaces": "<svg/onload=alert(1)>",
    "a comment": "<!-- --><iframe src=javascript:alert(1)></iframe><!--",
    "a link in Markdown": "[ลิงก์](javascript:alert(1)) ![ภาพ](javascript:alert(1)) <javascript:alert(1)>",
    "a link by reference": "[ลิงก์][x]\n\n[x]: javascript:alert(1)",
    "attributes of a heading": "ก } {: onclick=alert(1) #other } {:onclick=alert(1)}",
    "escapes": "\\<b\\> &lt;b&gt; &#60;b&#62; &amp;",
    "emphasis": "`ก` **ข** _ค_ ~~ง~~ <b>จ</b> $x^2$ #",
    "a template": "{{ 7 * 7 }} {% raw %} {# ก #} ${7*7}",
    "blocks": "ก</div>\n\n# ข\n\n    ค\n\n<script>alert(1)</script>\n\n- ง\n\n| จ | ฉ |\n|---|---|\n",
    "other ends of lines": "ก\r\r<script>alert(1)</script>\x85\x85# ข\u2028\u2029[ค](javascript:alert(1))",
    "front matter": "---\ntitle: ก\n---\n\n# ข",
}


def is_tame(node: LexborNode) -> bool:
    """Whether an element neither runs anything nor leads to anything that does."""
    schemes = ("http:", "https:", "mailto:", "tel:")
    for name, content in node.attributes.items():
        address = "".join((content or "").split()).lower()
        if name.startswith("on") or (name in ("href", "src", "action") and "script:" in address):
            return False
        if name == "href" and ":" in address.split("?")[0].split("/")[0] and not address.startswith(schemes):
            return False
    if node.attributes.get("type") == "application/ld+json":  # data that no browser runs; it must not end its element
        return "<" not in node.text()
    return not (node.tag in ("script", "style") and "alert(" in (node.text() or ""))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_becomes_markup_on_any_page(text: str, tmp_path: Path) -> None:
    data = filled.write(tmp_path / "data", filled.files(text))
    site, found = read(Project(ROOT, data, tmp_path / "site", tmp_path / "work"))
    assert [(d.place, d.code, d.facts) for d in found if d.severity is Severity.ERROR] == []
    assert site is not None
    for language in ("th", "en"):
        rendered = {page.path: page for page in pages.render_all(site, language)}
        assert {"2568/o1/index.md", "ita/2567/index.md", "units/index.md", "examples/index.md"} <= set(rendered)
        for page in rendered.values():
            tree = LexborHTMLParser(markdown.markdown(page.body, extensions=["attr_list", "tables", "toc"]))
            assert [node.html for node in tree.css("*") if not is_tame(node)] == [], page.path
            assert (
                tree.css("script, style, img:not([loading=lazy]), iframe, object, b b, strong, em, i, pre, h1 ~ h1")
                == []
            )
            assert [node for node in tree.css("svg") if not is_chart(node)] == []
            assert tree.css(":not(td):not(th):not(a) > code") == []
            front = yaml.safe_load(page.text.split("\n---\n")[0].removeprefix("---\n"))
            assert "<" not in front["title"]
            assert '"' not in front["title"]
        shown = LexborHTMLParser(markdown.markdown(rendered["2568/o1/index.md"].body, extensions=["attr_list"])).text()
        assert " ".join(text.split()) in " ".join(shown.split())


def is_chart(node: LexborNode) -> bool:
    """Whether a drawing is one of the site's own, which hold texts and shapes only."""
    return (
        node.parent is not None
        and node.parent.attributes.get("class") == "oit-chart"
        and node.css("script, style, image, foreignObject, a, use") == []
    )


def test_no_text_becomes_markup_in_the_finished_site(
    build: Callable[..., tuple[Outcome, Path]], tmp_path: Path
) -> None:
    _, site = build(filled.write(tmp_path / "data", filled.files(" ".join(HOSTILE.values()))))
    found = sorted(site.rglob("*.html"))
    assert len(found) > 30
    for path in found:
        tree = LexborHTMLParser(path.read_bytes())
        assert [node.html for node in tree.css("*") if not is_tame(node)] == [], path
        assert len(tree.css("head > title")) == 1, path
        assert tree.css("h1 ~ h1, iframe, article img:not([loading=lazy])") == [], path
        assert [node.html for node in tree.css("article svg") if not is_chart(node)] == [], path
