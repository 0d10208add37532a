"""The built site as a browser meets it: broken links and anchors, also in raw HTML, and headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.verify import verify, visit

GOOD = '<html lang="th"><body><h1 id="a">ก</h1><a href="inner/">ข</a><a href="#a">ค</a></body></html>'
INNER = '<html lang="th"><body><h1 id="b">ก</h1><a href="..">ข</a><a href="../#a">ค</a><img src="../p.png" alt=""></body></html>'


def found(folder: Path, pages: dict[str, str]) -> list[tuple[str, str, str]]:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "p.png").write_bytes(b"\x89PNG")
    return [(d.file, d.code, "".join(d.facts.values())) for d in verify(visit(folder), "site")]


def test_a_whole_site_has_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, {"index.html": GOOD, "inner/index.html": INNER}) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ('<a href="nowhere/">', ("site/index.html", "broken-link", "nowhere/")),
        ('<a href="inner/nothing.pdf">', ("site/index.html", "broken-link", "inner/nothing.pdf")),
        ('<img src="no.png" alt="">', ("site/index.html", "broken-link", "no.png")),
        ('<script src="no.js"></script>', ("site/index.html", "broken-link", "no.js")),
        ('<a href="inner/#c">', ("site/index.html", "broken-anchor", "inner/#c")),
        ('<a href="#c">', ("site/index.html", "broken-anchor", "#c")),
        ('<a href="../up/">', ("site/index.html", "link-outside-site", "../up/")),
        ('<a href="/root/">', ("site/index.html", "link-outside-site", "/root/")),
        ('<p id="a">', ("site/index.html", "repeated-anchor", "a")),
        ("<h1>", ("site/index.html", "first-heading", "2")),
        ("<article><h2>ก</h2><h4>ข</h4></article>", ("site/index.html", "heading-skips-level", "ข")),
        ("<article><table><tr><td>ก</table></article>", ("site/index.html", "table-without-caption", "ก")),
        (
            "<article><table><caption>ข</caption><tr><th>ก</table></article>",
            ("site/index.html", "heading-cell-without-scope", "ก"),
        ),
        ('<img src="p.png" >', ("site/index.html", "image-without-text", "p.png")),
        ('<article><a href="p.png"></a></article>', ("site/index.html", "link-without-text", "p.png")),
        (
            '<script src="https://cdn.example.com/a.js"></script>',
            ("site/index.html", "loaded-from-elsewhere", "https://cdn.example.com/a.js"),
        ),
        (
            '<link rel=stylesheet href="//example.com/a">',
            ("site/index.html", "loaded-from-elsewhere", "//example.com/a"),
        ),
        ("<script>run()</script>", ("site/index.html", "inline-code", "<script> run()")),
        ("<style>p {}</style>", ("site/index.html", "inline-code", "<style> p {}")),
        ('<p style="color: red">', ("site/index.html", "inline-code", 'style="color: red"')),
        ('<p class="a" onclick="run()">', ("site/index.html", "inline-code", 'onclick="run()"')),
        ("<svg onload=run()></svg>", ("site/index.html", "inline-code", 'onload="run()"')),
        ('<a href="JavaScript:run()">', ("site/index.html", "inline-code", "JavaScript:run()")),
    ],
)
def test_one_fault_is_found_once_at_its_page(tmp_path: Path, change: str, fault: tuple[str, str, str]) -> None:
    broken = GOOD.replace("</body>", f"{change}{change if 'href' in change else ''}</body>")
    assert found(tmp_path, {"index.html": broken, "inner/index.html": INNER}) == [fault]


def test_a_page_without_language_or_heading_is_found(tmp_path: Path) -> None:
    page = "<html><body><p>ก</p></body></html>"
    assert found(tmp_path, {"index.html": page}) == [
        ("site/index.html", "page-without-language", ""),
        ("site/index.html", "first-heading", "0"),
    ]


def test_data_for_scripts_and_words_about_code_are_no_code(tmp_path: Path) -> None:
    said = '<script type="application/ld+json">{"a": 1}</script><p title="a onb=c">&lt;p onclick="x"&gt; style="a"</p>'
    assert found(tmp_path, {"index.html": GOOD.replace("</body>", f"{said}</body>"), "inner/index.html": INNER}) == []


def test_addresses_elsewhere_are_not_followed(tmp_path: Path) -> None:
    page = GOOD.replace(
        '<a href="inner/">',
        '<a href="https://example.go.th/x#y"><a href="mailto:a@example.go.th"><a href="tel:1"><a href="p.png">',
    )
    assert found(tmp_path, {"index.html": page}) == []


def test_a_page_of_no_language_of_the_site_is_found(tmp_path: Path) -> None:
    page = GOOD.replace('lang="th"', 'lang="xx"').replace('href="inner/"', 'href="#a"')
    assert found(tmp_path, {"index.html": page}) == [("site/index.html", "wrong-language", "xx")]
