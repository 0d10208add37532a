"""What moved between two lists: items that came, went, or changed number, title, families or sub-indicator."""

from __future__ import annotations

from generator.models.catalogue import Catalogue
from generator.officers import start
from generator.officers.catalogue_changes import changes, list_changes

Row = tuple[str, str, list[str]]


def catalogue(year: int, *rows: Row, sub: str = "9.1") -> Catalogue:
    items = [{"code": code, "sub_indicator": sub, "title": title, "families": f} for code, title, f in rows]
    return Catalogue.model_validate({"profile": "p", "year": str(year), "source": "ก", "items": items})


BEFORE = catalogue(
    2569,
    ("O1", "โครงสร้าง", ["structure"]),
    ("O2", "อำนาจหน้าที่", ["powers"]),
    ("O3", "ข่าวประชาสัมพันธ์", ["news"]),
    ("O4", "Q&A", ["qa"]),
)
AFTER = catalogue(
    2570,
    ("O1", "โครงสร้าง หน้าที่และอำนาจ", ["structure", "powers"]),
    ("O2", "ข่าวประชาสัมพันธ์", ["news"]),
    ("O3", "กฎหมาย", ["laws"]),
)


def test_each_kind_of_change_is_found() -> None:
    found = changes(BEFORE, AFTER)
    assert [(a.code, b.code) for a, b in found.pairs] == [("O1", "O1"), ("O3", "O2")]
    assert [item.code for item in found.came] == ["O3"]
    assert [item.code for item in found.went] == ["O2", "O4"]
    assert (
        list_changes(found, "th")
        == """บัญชีรายการ ปี 2569 (p) 4 ข้อ → ปี 2570 (p) 3 ข้อ
ข้อใหม่ 1 ข้อ
    O3 กฎหมาย
ข้อที่หายไป 2 ข้อ
    O2 อำนาจหน้าที่ (ตอนนี้อยู่ใน O1)
    O4 Q&A (ไม่มีข้อใดถามแล้ว: ช่องทางถามตอบ (Q&A))
เปลี่ยนเลขข้อ 1 ข้อ
    O3 → O2 ข่าวประชาสัมพันธ์
เปลี่ยนชื่อ 1 ข้อ
    O1 โครงสร้าง → โครงสร้าง หน้าที่และอำนาจ
ถามถึงเรื่องอื่น 1 ข้อ
    O1 โครงสร้าง หน้าที่และอำนาจ: + อำนาจหน้าที่
"""
    )


def test_an_item_that_was_split_says_where_its_parts_were() -> None:
    assert "O2 อำนาจหน้าที่ (เดิมอยู่ใน O1)" in list_changes(changes(AFTER, BEFORE), "th")
    assert "O2 อำนาจหน้าที่ (was in O1)" in list_changes(changes(AFTER, BEFORE), "en")


def test_the_same_list_has_no_changes_but_that_of_its_sub_indicators() -> None:
    assert list_changes(changes(BEFORE, BEFORE), "th").splitlines()[1:] == ["ไม่มีข้อใดเปลี่ยน"]
    moved = catalogue(2570, ("O1", "โครงสร้าง", ["structure"]), sub="9.2")
    same = catalogue(2569, ("O1", "โครงสร้าง", ["structure"]))
    assert list_changes(changes(same, moved), "th").splitlines()[1:] == ["ย้ายตัวชี้วัดย่อย 1 ข้อ", "    O1 9.1 → 9.2"]


def test_between_the_lists_that_there_are_every_item_is_told_once() -> None:
    catalogues = start.catalogues("central-government")
    for year in sorted(catalogues)[1:]:
        found = changes(catalogues[year - 1], catalogues[year])
        assert sorted(b.code for _, b in found.pairs) + [i.code for i in found.came] != []
        assert {b.code for _, b in found.pairs}.isdisjoint(item.code for item in found.came)
        assert len(found.pairs) + len(found.came) == len(catalogues[year].items)
        assert len(found.pairs) + len(found.went) == len(catalogues[year - 1].items)
