"""Texts that would like to run: a site whose every text field holds one, asked what a browser would do with it.

The data are made from the models, so a field that is added tomorrow is tested tomorrow.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import guide, pages
from generator.families import FAMILIES
from generator.guide import Key
from generator.road import Outcome, Project, read
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
MODELS = {model.__name__: model for model in guide.inner_models()}
EXCLUSIVE = {"Period": ["text"], "Remarks": ["none"], "Budget": ["none"], "Evidence": ["file", "shows"]}
"""Keys that cannot stand beside others of the same group; what they hold stands elsewhere too."""
IDS = {"source": "sourcedocument", "class": "scoreclass", "profile": "hostile", "parent": "unit"}
REFERENCES = {
    "question": "question",
    "questions": "question",
    "issues": "issue",
    "measure": "measure",
    "measures": "measure",
}


def group(name: str, keys: tuple[Key, ...], text: str, depth: int, **given: Any) -> dict[str, Any]:
    """Every key of a group filled in, ``text`` wherever a text can stand."""
    filled = {
        key.name: value(name, key, text, depth)
        for key in keys
        if key.name not in EXCLUSIVE.get(name, ()) and not (key.shape and depth == 0)
    }
    return {**filled, **given}


def value(name: str, key: Key, text: str, depth: int) -> Any:
    if key.choices:
        one: Any = key.choices[0]
    elif key.shape:
        one = group(key.shape, guide.shape_of(MODELS[key.shape], key.shape).keys, text, depth - 1)
    elif key.name == "chart":
        return [f"← {text}", "", "", ""]
    elif key.name in REFERENCES:
        one = REFERENCES[key.name]
    else:
        one = {
            "text": {"th": f"ไทย {text}", "en": f"English {text}"},
            "line": text,
            "figure": "84.33",
            "whole": "12",
            "year": "2567",
            "date": "๙ ธันวาคม ๒๕๖๖",
            "flag": "yes",
            "link": "https://example.go.th/?a=1&b=2",
            "code": "O1",
            "id": IDS.get(key.name, name.lower()),
        }[key.kind]
    return [one] if key.is_list else one


def file(name: str, text: str, **given: Any) -> str:
    """A whole data file; YAML writes what cannot stand in a file as an escape."""
    content = group(name, guide.shape_of(guide.FILES[name][1], name).keys, text, 6, **given)
    if name == "measures_report":
        del content["measures"][0]["issues"]  # issues stand in the file of measures
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def hostile_site(folder: Path, text: str) -> Path:
    family_of = {FAMILIES[family].model: family for family in ("measures", "measures_report", "ac_6m", "laws")}
    items = [
        {
            "code": f"O{number}",
            "sub_indicator": text,
            "title": {"th": text, "en": text},
            "families": [family],
            "components": [{"id": "component", "family": family, "title": text}],
        }
        for number, family in enumerate([*family_of.values(), "ac_report"], start=1)
    ]
    other = {"name": f"อื่น {text}", "short_name": text, "languages": ["th", "en"]}
    files = {
        "agency.yaml": file("agency", text, languages=["th", "en"], subsites=[{"path": "other", "data": "../other"}]),
        "units.yaml": file("units", text),
        "sources.yaml": file("sources", text),
        "ita/2567.yaml": file("ita", text),
        "profiles/hostile/2567.yaml": file("catalogue", text, items=items),
        **{
            f"2567/{family}.yaml": file(name, text, family=family)
            for name, (_, model) in guide.FILES.items()
            if (family := family_of.get(model))  # type: ignore[arg-type]
        },
        "../other/agency.yaml": yaml.safe_dump(other, allow_unicode=True),
    }
    for path, content in files.items():
        (folder / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / path).write_text(content, "utf-8")
    return folder / "data"


def is_tame(node: LexborNode) -> bool:
    """Whether an element neither runs anything nor leads to anything that does."""
    schemes = ("http:", "https:", "mailto:", "tel:")
    for name, content in node.attributes.items():
        address = "".join((content or "").split()).lower()
        if name.startswith("on") or (name in ("href", "src", "action") and "script:" in address):
            return False
        if name == "href" and ":" in address.split("?")[0].split("/")[0] and not address.startswith(schemes):
            return False
    return not (node.tag in ("script", "style") and "alert(" in (node.text() or ""))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_becomes_markup_on_any_page(text: str, tmp_path: Path) -> None:
    site, found = read(Project(ROOT, hostile_site(tmp_path, text), tmp_path / "site", tmp_path / "work"))
    assert [(d.place, d.code, d.facts) for d in found] == []
    assert site is not None
    for language in ("th", "en"):
        rendered = {page.path: page for page in pages.render_all(site, language)}
        assert {"2567/o1/index.md", "ita/2567/index.md", "units/index.md", "examples/index.md"} <= set(rendered)
        for page in rendered.values():
            tree = LexborHTMLParser(markdown.markdown(page.body, extensions=["attr_list", "tables", "toc"]))
            assert [node.html for node in tree.css("*") if not is_tame(node)] == [], page.path
            assert tree.css("script, style, img, svg, iframe, object, b b, strong, em, i, pre, h1 ~ h1") == []
            assert [node.text() for node in tree.css("code") if node.parent.tag not in ("td", "a")] == []
            front = yaml.safe_load(page.text.split("\n---\n")[0].removeprefix("---\n"))
            assert "<" not in front["title"]
            assert '"' not in front["title"]
        shown = LexborHTMLParser(markdown.markdown(rendered["2567/o1/index.md"].body, extensions=["attr_list"])).text()
        assert " ".join(text.split()) in " ".join(shown.split())


def test_no_text_becomes_markup_in_the_finished_site(
    build: Callable[..., tuple[Outcome, Path]], tmp_path: Path
) -> None:
    outcome, site = build(hostile_site(tmp_path, " ".join(HOSTILE.values())))
    assert [(d.place, d.code, d.facts) for d in outcome.diagnostics] == []
    found = sorted(site.rglob("*.html"))
    assert len(found) > 30
    for path in found:
        tree = LexborHTMLParser(path.read_bytes())
        assert [node.html for node in tree.css("*") if not is_tame(node)] == [], path
        assert len(tree.css("head > title")) == 1, path
        assert tree.css("h1 ~ h1, iframe, article img, article svg") == [], path
    for path in site.rglob("search_index.json"):
        for entry in json.loads(path.read_text("utf-8"))["docs"]:
            tree = LexborHTMLParser(entry["title"] + entry["text"])  # the search shows both as HTML
            assert tree.css("script, img, svg, iframe, [onclick], [href]") == [], entry["location"]
