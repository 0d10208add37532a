"""Owners and days of all items in one table: written for Excel, read as it comes back, and noticed when it changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from generator.cache.cache import Cache
from generator.cache.store import Store
from generator.checks import check
from generator.models.owners import ItemOwner
from generator.models.shared import Owner
from generator.officers import start
from generator.officers.gaps import gaps
from generator.officers.new_year import new_year
from generator.officers.owners import owners_path, owners_table
from generator.officers.workbook.office import contents
from generator.site.digest import digest
from generator.site.loader import Loader
from generator.site.recording import version
from generator.site.site import Site
from generator.site.states import due_of, item_states
from tests.folders import load, write

CATALOGUE = start.catalogues("central-government")[2568]
FILES = {
    "agency.yaml": "name: ก\nshort_name: ก\nsite_url: https://oit.example.go.th/\nyears: [2568]\n",
    "units.yaml": "units:\n- {id: secretary, abbreviation: สลก., name: สำนักงานเลขานุการ}\n- {id: hr, abbreviation: กบค., name: กองบริหารทรัพยากรบุคคล}\n",
    "2568/contact.yaml": "family: contact\nassessed_year: 2568\ndata_year: 2568\nsummary: ติดต่อ\n",
    "2568/hr_plan.yaml": "family: hr_plan\nassessed_year: 2568\ndata_year: 2568\nowner: สลก.\ndue: 1/5/2568\nsummary: แผน\n",
}
Run = Callable[..., tuple[int, str, str]]


def sheet(path: Path, rows: list[list[Any]]) -> None:
    """A workbook as Excel saves it, with days as days."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook(path)
    made = book.add_worksheet("แผ่น1")
    day = book.add_format({"num_format": "d/m/yyyy"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime.date):
                made.write_datetime(number, column, datetime.datetime.combine(cell, datetime.time()), day)
            else:
                made.write(number, column, cell)
    book.close()


def said(site: Site) -> dict[str, tuple[str, datetime.date | None]]:
    """Code of an item → what its states say of its owner and its day."""
    found = {}
    for state in item_states(site, 2568):
        owner = next((site.unit(one.unit) for one in state.owners), None)
        if owner or due_of(site, state):
            found[state.item.code] = (owner.id if owner else "", due_of(site, state))
    return found


DAY = datetime.date(2025, 4, 30)


@pytest.mark.parametrize(
    "rows",
    [
        [["ข้อ", "ชื่อข้อ", "ผู้รับผิดชอบ", "กำหนดส่ง"], ["O3", "x", "สลก.", "30 เม.ย. 68"], ["O5", "", "กบค.", ""]],
        [["กำหนดส่ง", "ผู้รับผิดชอบ", "ข้อ"], ["", "กบค", "5"], ["30/4/2568", "สลก", "3"]],
        [["เลขข้อ", "หน่วยงานที่รับผิดชอบ", "วันกำหนดส่ง"], [3.0, "สำนักงานเลขานุการ", DAY], [5, "กองบริหาร", None]],
        [["ข้อที่", "เจ้าภาพ", "ภายในวันที่"], ["ข้อ ๓", "เลขานุการ", datetime.date(2568, 4, 30)], ["OIT 5", "กบค.", "-"]],
        [
            ["ปีงบประมาณ 2568"],
            ["ที่", "ข้อ", "กอง", "กำหนด"],
            [1, "o 3", "สลก.", "วันที่ 30 เมษายน 2568"],
            [],
            [2, "๐5", "กบค. ", "–"],
            ["", "", "ลงชื่อ...................", ""],
        ],
        [
            ["ลำดับ", "รายการ", "ส่วนงาน", "กำหนดเสร็จ", "โทร."],
            [1, "ข้อมูลการติดต่อ", "สำนักงานเลขานุการ (สลก.)", "30-เม.ย.-68", "1"],
            [2, "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "กองบริหารทรัพยากรบุคคล", "", "2"],
            [3, "ข่าวประชาสัมพันธ์", "", "", ""],
        ],
    ],
)
def test_careless_tables_say_the_same_as_the_careful_one(rows: list[list[Any]], tmp_path: Path) -> None:
    write(tmp_path, FILES)
    sheet(tmp_path / "2568/owners.xlsx", rows)
    site, found = Loader().load(tmp_path, tmp_path.as_posix())
    assert site
    assert {str(one.severity) for one in found} <= {"advice"}
    own = {"O14": ("secretary", datetime.date(2025, 5, 1))}
    assert said(site) == {"O3": ("secretary", DAY), "O5": ("hr", None), **own}
    assert [d.code for d in check(site) if d.code.startswith(("owner-", "unknown-unit"))] == []


def test_what_is_written_for_excel_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / "2568/owners.xlsx").write_bytes(owners_table(CATALOGUE))
    assert said(load(tmp_path)) == {"O14": ("secretary", datetime.date(2025, 5, 1))}
    known = {"O3": ItemOwner.model_construct(owner=Owner(unit="กบค."), due=DAY)}
    made = owners_table(CATALOGUE, known, ["สลก.", "กบค."])
    (tmp_path / "2568/owners.xlsx").write_bytes(made)
    assert said(load(tmp_path))["O3"] == ("hr", DAY)
    assert made == owners_table(CATALOGUE, known, ["สลก.", "กบค."])
    assert len(load(tmp_path).owner_tables[2568].data.items) == len(CATALOGUE.items)


def test_a_file_that_says_its_owner_wins_and_the_difference_is_told(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**FILES, "2568/owners.csv": "ข้อ,ผู้รับผิดชอบ,กำหนดส่ง\nO14,กบค.,30/4/2568\nO3,กบค.,\n"}))
    assert said(site)["O14"] == ("secretary", datetime.date(2025, 5, 1))
    told = [d for d in check(site) if d.code == "owner-unlike-table"]
    assert [(Path(d.file).name, d.line, d.facts["other"], str(d.severity)) for d in told] == [
        ("hr_plan.yaml", 4, "B2", "advice"),
        ("hr_plan.yaml", 5, "C2", "advice"),
    ]


def test_items_without_a_file_have_owners_too_in_every_list(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**FILES, "2568/owners.csv": "ข้อ,ผู้รับผิดชอบ,กำหนดส่ง\nO5,กบค.,30/4/2568\n"}))
    gap = next(one for one in gaps(site) if one.item.code == "O5")
    assert (gap.owner, gap.due) == ("hr", DAY)
    listed, filled = contents(site, 2568, owner="กบค.", item="", there=())
    assert [(one.code, one.owner, one.due) for one in listed] == [("O5", "กบค.", DAY)]
    assert len(filled) == 1


def test_a_change_of_the_table_is_noticed_by_whatever_was_kept(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {**FILES, "2568/owners.csv": "ข้อ,ผู้รับผิดชอบ\nO3,กบค.\n"})
    loader = Loader()
    seen = []
    for text in ("O3,กบค.\n", "O3,สลก.\n", "O3,ก\n", "O4,สลก.\n"):
        (data / "2568/owners.csv").write_text(f"ข้อ,ผู้รับผิดชอบ\n{text}", "utf-8")
        site, _ = loader.load(data)
        fresh, _ = Loader().load(data)
        assert site
        assert fresh
        entry = site.disclosure("contact", 2568)
        seen.append((digest(entry), str(version(entry)), str(version(site.owner_tables[2568]))))
        assert said(site) == said(fresh)
        store = Store(tmp_path / "cache")
        warm = sorted((d.file, d.line, d.code) for d in check(site, cache=Cache(store)))
        store.close()
        assert warm == sorted((d.file, d.line, d.code) for d in check(fresh))
    assert [len(set(column)) for column in zip(*seen, strict=True)] == [4, 4, 4]


def test_a_new_folder_has_a_table_and_the_next_year_carries_its_owners(tmp_path: Path, run: Run) -> None:
    data = tmp_path / "data"
    assert run("new", str(data), "--name", "กรม ก", "--year", "2568")[0] == 0
    assert load(data).owner_tables[2568].data.items[0].code == "O1"
    write(data, {key: text for key, text in FILES.items() if "/" not in key})
    (data / "2568/owners.xlsx").unlink()
    write(data, {"2568/owners.csv": "ข้อ,ผู้รับผิดชอบ,กำหนดส่ง\nO14,กบค.,30/4/2568\nO3,สลก.,\n"})
    plan = new_year(load(data), 2569, 2568, there=(), agency=FILES["agency.yaml"])
    assert set(plan.tables) == {owners_path(2569)}
    assert not [text for text in plan.files.values() if "\nowner:" in text]
    write(data, plan.files)
    for path, content in plan.tables.items():
        (data / path).write_bytes(content)
    site = load(write(data, {"agency.yaml": plan.agency or ""}))
    hr_plan, contact = site.disclosure("hr_plan", 2569), site.disclosure("contact", 2569)
    assert hr_plan
    assert contact
    owners = [str(one.data.owner and one.data.owner.unit) for one in (hr_plan, contact)]
    assert (owners, hr_plan.data.due) == (["กบค.", "สลก."], None)
