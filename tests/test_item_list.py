"""Lists of items on pages that anybody made."""

from __future__ import annotations

import time

import pytest

from generator.audit.item_list import MOST_ITEMS, item_lists, merged
from generator.files.reading import read
from tests.audit_sites import CATALOGUES, YEAR, audit_pages, page


def listed(html: str) -> dict[int | None, list[str]]:
    found = item_lists(read(html.encode(), "index.html"), "file:///", CATALOGUES)
    return {year: [item.code for item in items] for year, items in found.items()}


def test_lists_are_found_in_tables_lists_headings_and_lines() -> None:
    items = CATALOGUES[YEAR].items[:12]
    wanted = [item.code for item in items]
    shapes = [
        "<table>" + "".join(f"<tr><td>{i.code}</td><td>{i.title.th}</td><td><a href=x>y</a></td></tr>" for i in items) + "</table>",
        "<table>" + "".join(f"<tr><td>{n}</td><td><a href=x>{i.title.th}</a></td></tr>" for n, i in enumerate(items, 1)) + "</table>",
        "<ul>" + "".join(f"<li><a href=x>{i.code} {i.title.th}</a></li>" for i in items) + "</ul>",
        "<ol>" + "".join(f"<li>ข้อ {n} {i.title.th}<ul><li><a href=x>y</a></li></ul></li>" for n, i in enumerate(items, 1)) + "</ol>",
        "".join(f"<h3>{i.code.replace('O', 'o ')} : {i.title.th}</h3><p><a href=x>y</a></p>" for i in items),
        "".join(f"{i.code} {i.title.th} <a href=x>y</a><br>" for i in items),
        "".join(f"<details><summary>{i.code} {i.title.th}</summary><a href=x>y</a></details>" for i in items),
        "".join(f"<div><a href=x><div><b>{i.code}</b></div><div>{i.title.th}</div></a></div>" for i in items),
        "<table><tr><td><table>" + "".join(f"<tr><td>{i.code}<td>{i.title.th}<td><a href=x>y</a>" for i in items) + "</table></td></tr></table>",
    ]  # fmt: skip
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    for shape in [*shapes, shapes[0].translate(thai), shapes[3].translate(thai)]:
        body = f"<h1>OIT ปีงบประมาณ 2568</h1>{shape}<div id=footer><a href=z>z</a></div>"
        found = item_lists(read(page(body).encode(), "index.html"), "file:///", CATALOGUES)
        assert {year: [i.code for i in one] for year, one in found.items()} == {YEAR: wanted}, shape
        assert [[link.href for link in item.links] for item in found[YEAR]] == [["x"]] * len(items), shape


def test_titles_alone_are_a_list_and_prose_is_none() -> None:
    titles = "".join(f"<li><a href=x>{item.title.th}</a></li>" for item in CATALOGUES[YEAR].items)
    assert len(audit_pages({"index.html": page(f"<h1>OIT 2568</h1><ul>{titles}</ul>")}).audit.items) == 28
    prose = "<p>ข้อ O1 ถึง O28 ดูได้ที่นี่ และ CO2 กับ O-NET 5 6 7 8 9 10</p>" * 9
    assert listed(page(prose)) == {}


@pytest.mark.parametrize(
    "entry",
    [
        "<ul><li>{title}<ul><li><a href={href}>เอกสาร</a></li></ul></li></ul>",
        "<details><summary>{title}</summary><p><a href={href}>เอกสาร</a></p></details>",
        "<dl><dt>{title}</dt><dd><a href={href}>เอกสาร</a></dd></dl>",
    ],
)
def test_a_title_alone_begins_an_item_where_its_links_are_right_below(entry: str) -> None:
    items = CATALOGUES[YEAR].items
    entries = "".join(entry.format(title=item.title.th, href=item.slug) for item in items)
    found = item_lists(read(page(entries).encode(), "index.html"), "file:///", CATALOGUES)[YEAR]
    assert [[link.href for link in item.links] for item in found] == [[item.slug] for item in items]
    assert listed(page("<ul>" + "".join(f"<li>{item.title.th}</li>" for item in items) + "</ul>")) == {}


@pytest.mark.parametrize(
    "item",
    [
        '<div class="card"><div class="card-header">{code}</div><h5>{title}</h5><a href={href}>อ่านต่อ</a></div>',
        '<div class="card"><span>{code}</span><h4>{title}</h4><p>…</p><a href={href}>อ่านต่อ</a></div>',
        "<table><tr onclick=\"window.location='/{href}'\"><td>{code}</td><td>{title}</td></tr></table>",
    ],
)
def test_a_card_is_whole_and_a_row_may_be_a_link(item: str) -> None:
    items = CATALOGUES[YEAR].items
    body = "".join(item.format(code=one.code, title=one.title.th, href=one.slug) for one in items)
    body = body.replace("</table><table>", "")
    found = item_lists(read(page(body).encode(), "index.html"), "file:///", CATALOGUES)[YEAR]
    assert [[link.href.removeprefix("/") for link in one.links] for one in found] == [[one.slug] for one in items]


@pytest.mark.parametrize(
    ("before", "now"),
    [("2567", "2568"), ("FY2024", "FY2025"), ("2024", "2025"), ("ปี 67", "ปี 68"), ("ITA 67", "ITA 68"), ("ปี ๒๕๖๗ (2024)", "ปี ๒๕๖๘ (2025)")],
)  # fmt: skip
def test_a_tab_says_its_year_in_any_notation(before: str, now: str) -> None:
    def pane(year: int) -> str:
        entries = "".join(f"<li><a href={year}>{i.code} {i.title.th}</a></li>" for i in CATALOGUES[year].items)
        return f"<div class=tab-pane id=y{year}><ul>{entries}</ul></div>"

    tabs = f"<a href='#y2567' data-bs-toggle=tab>{before}</a><a href='#y2568' data-bs-toggle=tab>{now}</a>"
    html = page(f"<div>{tabs}</div>{pane(2567)}{pane(2568)}", title="ITA")
    assert {year: len(items) for year, items in listed(html).items()} == {2567: 35, 2568: 28}


@pytest.mark.parametrize(
    ("before", "now"), [("ITA 2024", "ITA 2025"), ("ปีงบประมาณ 67", "ปีงบประมาณ 68"), ("FY2024", "FY2025")]
)
def test_a_heading_says_its_year_in_any_notation(before: str, now: str) -> None:
    def rows(year: int) -> str:
        return "".join(f"<li>{i.code} {i.title.th} <a href={year}>y</a></li>" for i in CATALOGUES[year].items)

    html = page(f"<h2>{now}</h2><ul>{rows(2568)}</ul><h2>{before}</h2><ul>{rows(2567)}</ul>", title="ITA")
    assert {year: len(items) for year, items in listed(html).items()} == {2568: 28, 2567: 35}


def test_lists_of_two_years_on_one_page_stay_apart() -> None:
    def rows(year: int) -> str:
        return "".join(f"<li>{i.code} {i.title.th} <a href={year}>y</a></li>" for i in CATALOGUES[year].items)

    html = page(f"<h2>ITA 2568</h2><ul>{rows(2568)}</ul><h2>ITA 2567</h2><ul>{rows(2567)}</ul>", title="OIT")
    assert {year: len(items) for year, items in listed(html).items()} == {2568: 28, 2567: 35}


@pytest.mark.parametrize(
    "beside", ["O{code} {title}{number}", "{code}. {title}{number}", "{title}{number}", "O{code} {number}"]
)
def test_a_list_without_end_is_read_in_a_moment(beside: str) -> None:
    titles = [item.title.th[:50] for item in CATALOGUES[YEAR].items]
    lines = (beside.format(code=n % 90 + 1, title=titles[n % 28], number=n * 7919 % 100_003) for n in range(20_000))
    html = page("<ul>" + "".join(f"<li>{line} <a href=x{n}>y</a></li>" for n, line in enumerate(lines)) + "</ul>")
    document = read(html.encode(), "index.html")
    begun = time.process_time()
    found = item_lists(document, "file:///", CATALOGUES)
    assert sum(map(len, found.values())) <= MOST_ITEMS
    assert len(merged(item for items in found.values() for item in items)) <= MOST_ITEMS
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("code", ["OIT{:02d}", "OIT {:02d}", "OIT-{:02d}", "OIT{}"])
def test_a_code_of_three_letters_may_have_a_zero(code: str) -> None:
    entries = "".join(f"<li><a href=/{n}.pdf>{code.format(n)} เรื่องที่ไม่รู้จัก</a></li>" for n in range(1, 9))
    document = read(f"<h1>OIT ปีงบประมาณ 2568</h1><ul>{entries}</ul>".encode(), "index.html")
    (found,) = item_lists(document, "file:///", CATALOGUES).values()
    assert [(one.code, one.links[0].href) for one in found] == [(f"O{n}", f"/{n}.pdf") for n in range(1, 9)]
