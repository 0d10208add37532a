"""Items of a list that are of another year, under another number, or of no list."""

from __future__ import annotations

from tests.audit_sites import CATALOGUES, YEAR, audit_pages, codes, good


def test_items_of_another_year_are_said_once_and_their_content_is_not_judged() -> None:
    files = good()
    html = str(files["index.html"])
    for code in ("O6", "O9"):
        title = next(item.title.th for item in CATALOGUES[YEAR].items if item.code == code)
        other = next(item.title.th for item in CATALOGUES[2567].items if item.code == code)
        html = html.replace(f"<td>{title}</td>", f"<td>{other}</td>")
    report = audit_pages(files | {"index.html": html})
    assert [(d.code, d.facts["item"], d.facts["other"]) for d in report.found] == [
        ("audit-mixed-lists", "O6, O9", "2567")
    ]


def test_a_title_under_another_number_is_found() -> None:
    files = good()
    first, second = (f"<td>{CATALOGUES[YEAR].items[n].title.th}</td>" for n in (13, 14))
    html = str(files["index.html"]).replace(first, second, 1)
    assert codes(audit_pages(files | {"index.html": html})) == [("wrong-number", "O14")]


def test_an_item_of_no_list_is_found() -> None:
    files = good()
    html = str(files["index.html"]).replace(
        "</table>", "<tr><td>O45</td><td>เรื่องที่ไม่มีใครถาม</td><td>-</td></tr></table>"
    )
    assert codes(audit_pages(files | {"index.html": html})) == [("unknown-item", "O45")]
