"""What a page that is out gives to a data folder: in every layout, each item its own documents, and only what is certain."""

from __future__ import annotations

import datetime

import pytest

from generator.audit.beginnings import Beginning, beginnings
from tests import documents
from tests.audit_sites import CATALOGUES, YEAR, audit_pages, good, page
from tests.layouts.layouts import HOST, LAYOUTS
from tests.layouts.measure import answers, audit, entries

AIM = 0.95
"""Items of a layout that are rightly placed, at least."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_item_of_every_layout_gets_its_own_answer(layout: str) -> None:
    found = of_items(beginnings(audit({**answers(), **LAYOUTS[layout](entries())}).audit))
    right = 0
    for entry in entries():
        families = next(item.families for item in CATALOGUES[YEAR].items if item.code == entry.code)
        own = found[entry.code]
        assert tuple(one.family for one in own) == families
        right += all([d.address for d in one.documents] == [f"{HOST}{entry.href}"] for one in own)
    assert right / len(entries()) >= AIM


def of_items(found: tuple[Beginning, ...]) -> dict[str, list[Beginning]]:
    by_item: dict[str, list[Beginning]] = {}
    for one in found:
        by_item.setdefault(one.item.code, []).append(one)
    return by_item


def of(code: str, files: dict[str, str | bytes]) -> list[Beginning]:
    return of_items(beginnings(audit_pages(files).audit))[code]


def test_a_page_of_links_gives_the_documents_below_it_and_says_which_components_their_words_name() -> None:
    plan = documents.pdf(["แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ 2568 โครงการ งบประมาณ"])
    answer = page(
        "<h1>แผนปฏิบัติการป้องกันการทุจริต ปี 2568</h1><a href='/f/plan.pdf'>แผนปฏิบัติการ ฉบับปรับปรุง</a>"
        "<a href='/f/gone.pdf'>ภาคผนวก</a><a href='/f/more.pdf'>คลิกที่นี่</a>"
    )
    files = {**good(), "o/o25.html": answer, "f/plan.pdf": plan, "f/more.pdf": plan}
    (one,) = of("O25", files)
    assert [(d.title, d.address) for d in one.documents] == [
        ("แผนปฏิบัติการ ฉบับปรับปรุง", "file:///f/plan.pdf"),
        ("แผนปฏิบัติการป้องกันการทุจริต", "file:///f/more.pdf"),
    ], "a link that gives nothing is no document; words that tell nothing give way to the title of the item"
    assert {"projects", "budget"} <= set(one.documents[0].shows)
    assert {c.id for c in one.lacks}.isdisjoint(one.documents[0].shows)
    assert all(d.can_be_fetched for d in one.documents)
    assert [d.code for d in one.said] == ["audit-broken-link"]


def test_a_day_is_taken_where_the_document_names_one_as_its_own_and_no_other() -> None:
    text = "<h1>ประกาศ No Gift Policy ปี 2568</h1><p>ประชุมวันที่ 5 มกราคม 2568 ประกาศ ณ วันที่ ๙ มกราคม พ.ศ. ๒๕๖๘</p>"
    (decl, _) = of("O21", {**good(), "o/o21.html": page(text)})
    assert decl.documents[0].issued == datetime.date(2025, 1, 9)
    two = text + "<p>ประกาศ ณ วันที่ 10 มกราคม 2568</p>"
    (decl, _) = of("O21", {**good(), "o/o21.html": page(two)})
    assert decl.documents[0].issued is None


def test_an_item_that_states_none_and_one_that_is_not_there() -> None:
    found = of_items(
        beginnings(audit_pages(good(O22="ไม่มีการรับทรัพย์สินในปีงบประมาณ พ.ศ. 2568", O13="<a href='#'>เปิด</a>")).audit)
    )
    (none,) = found["O22"]
    assert (none.none, none.documents, none.lacks) == ("ไม่มีการรับทรัพย์สินในปีงบประมาณ พ.ศ. 2568", (), ())
    (nothing,) = found["O13"]
    assert (nothing.documents, nothing.none, nothing.is_read) == ((), "", False)


def test_documents_of_an_item_with_two_families_go_where_their_words_belong() -> None:
    files = good(O1="<a href='a.html'>โครงสร้าง</a><a href='b.html'>อำนาจหน้าที่</a><a href='c.html'>ภาพรวม</a>")
    files["a.html"] = page("<h1>โครงสร้าง ปี 2568</h1><p>แผนผังโครงสร้าง การแบ่งส่วนราชการ ตำแหน่งสำคัญ</p>")
    files["b.html"] = page("<h1>ปี 2568</h1><p>หน้าที่และอำนาจ ตามพระราชบัญญัติ</p>")
    files["c.html"] = page("<h1>ภาพรวม ปี 2568</h1><p>ยินดีต้อนรับ</p>")
    structure, powers = of("O1", files)
    assert [d.address.rpartition("/")[2] for d in structure.documents] == ["a.html", "c.html"]
    assert [d.address.rpartition("/")[2] for d in powers.documents] == ["b.html", "c.html"]
