"""The same content for Hugo: the stock project's Markdown with a theme of its own that does what ours does.

Each page has a head, a menu of the years and of the items of the open year with the current one marked, a contents list, and the
article; the home page comes with a search file that holds title, address and text of every page. Everything else that Hugo
makes unasked (feeds, taxonomies, a sitemap) is turned off. Whether the articles say the same is checked, as with stock MkDocs.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

CONFIG = """\
baseURL = "https://www.example.go.th/"
languageCode = "th"
title = "สำนักงานตัวอย่างเพื่อวัดความเร็ว"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
enableInlineShortcodes = false

[outputs]
home = ["HTML", "JSON"]
section = ["HTML"]
page = ["HTML"]

[markup.goldmark.extensions]
typographer = false
linkify = false

[markup.tableOfContents]
startLevel = 2
endLevel = 3
"""

LAYOUTS = {
    "_default/baseof.html": """\
<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="{{ "assets/oit.css" | relURL }}">
</head>
<body>
<header><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a></header>
{{ partial "menu.html" . }}
<nav aria-label="contents">{{ .TableOfContents }}</nav>
<main><article>
{{ block "main" . }}{{ end }}
</article></main>
<footer>{{ .Site.Title }}</footer>
</body>
</html>
""",
    "_default/single.html": '{{ define "main" }}{{ .Content }}{{ end }}',
    "_default/list.html": '{{ define "main" }}{{ .Content }}{{ end }}',
    "partials/menu.html": """\
{{ $here := . }}
<nav aria-label="menu"><ul>
{{ range .Site.Home.Pages }}
<li><a href="{{ .RelPermalink }}"{{ if eq . $here }} aria-current="page"{{ end }}>{{ .Title }}</a>
{{ if and .IsSection (or (eq . $here) (.IsAncestor $here)) }}<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}"{{ if eq . $here }} aria-current="page"{{ end }}>{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}</li>
{{ end }}
</ul></nav>
""",
    "index.json": """\
[{{ range $number, $page := .Site.Pages }}{{ if $number }},{{ end }}
{{ dict "title" $page.Title "url" $page.RelPermalink "text" $page.Plain | jsonify }}{{ end }}]
""",
}


def write(stock: Path, theme: Path, folder: Path) -> None:
    """Write a Hugo project with the pages of a stock project."""
    for name, text in LAYOUTS.items():
        _put(folder / "layouts" / name, text)
    _put(folder / "hugo.toml", CONFIG)
    _put(folder / "config.toml", CONFIG)  # as Hugo before 0.110 calls it
    shutil.copytree(theme / "assets", folder / "static" / "assets")
    pages = stock / "pages"
    for page in sorted(pages.rglob("*.md")):
        text = _TO_FILE.sub(lambda found: f"]({found[1] or './'})", page.read_text("utf-8"))
        heading = re.search(r"^# (.+)$", text, re.MULTILINE)
        meta = json.dumps({"title": heading[1] if heading else page.parent.name}, ensure_ascii=False)
        has_more = page.name == "index.md" and any(one.is_dir() for one in page.parent.iterdir())
        name = "_index.md" if has_more else page.name
        _put(folder / "content" / page.relative_to(pages).parent / name, f"{meta}\n\n{text}")


_TO_FILE = re.compile(r"\]\(([^()\s]*?)index\.md\)")
"""A link to a page by its file, which Hugo knows by its address."""


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
