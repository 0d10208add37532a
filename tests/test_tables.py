"""Tables beside the YAML on their way through a site: read, shown, exported, read back; and damaged in every way."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.blocks.procurement import NOTICES, PLAN
from generator.cache.cache import Cache, no_cache
from generator.cache.store import Store
from generator.models.disclosure import Shown
from generator.pages import item
from generator.pages.voice import Voice
from generator.publish.exporters import table_csv, table_xlsx
from generator.publish.exporters.whole_tables import WholeTables
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.states import item_states
from generator.site.trail import Trail
from generator.tables.table import Table
from tests.jobs import HEADER, ROW, TYPED, YEAR, as_csv, as_xlsx, fine, office_sheet, packed, parts, read, row


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damaged_file_ends_in_a_traceback(data: st.DataObject, tmp_path: Path) -> None:
    ending = data.draw(st.sampled_from([".csv", ".xlsx"]))
    good = tmp_path / f"good{ending}"
    if not good.exists():
        if ending == ".csv":
            as_csv(good, [HEADER, ROW, ROW])
        else:
            as_xlsx(good, lambda book: office_sheet(book, "งาน", [TYPED, TYPED]) and None)
    raw = bytearray(good.read_bytes())
    if ending == ".xlsx" and data.draw(st.booleans()):
        inside = {name: bytearray(content) for name, content in parts(good).items()}
        name = data.draw(st.sampled_from(sorted(inside)))
        _damage(inside[name], data)
        packed(tmp_path / "bad.xlsx", {name: bytes(content) for name, content in inside.items()})
    else:
        _damage(raw, data)
        (tmp_path / f"bad{ending}").write_bytes(raw)
    _, faults = read(tmp_path / f"bad{ending}")
    assert all(fault.message("th") and fault.hint("en") for fault in faults)


def _damage(raw: bytearray, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(raw)))
        end = place + data.draw(st.integers(0, 20))
        raw[place:end] = data.draw(
            st.binary(max_size=12) | st.sampled_from([b'"', b",", b"\n", b"<", b"</row>", b"\xff"])
        )


# --- exports --------------------------------------------------------------------------------------------------


def _sample(folder: Path) -> Table:
    header = [*HEADER, "เลขที่สัญญา", "วันที่สัญญา", "หน่วยงานภายใน"]
    rows = [
        [*row(job="=SUM(A1)", winner="-2+3"), "1/2568", "15/10/2567", "กคพ."],
        [*row(job="'@จ้าง", median_price="-", egp_number="-"), "", "", ""],
        [
            *row(method="วิธีประกวดราคาอิเล็กทรอนิกส์ (e-bidding)", agreed_price="", winner="", budget="๑,๒๓๔.๕๐"),
            "",
            "",
            "ศทส.",
        ],
    ]
    return fine(as_csv(folder / "a.csv", [header, *rows]))


def test_an_export_is_read_back_to_the_same_table(tmp_path: Path) -> None:
    table = _sample(tmp_path)
    for exporter in (table_csv, table_xlsx):
        path = tmp_path / f"export{exporter.ENDING}"
        exporter.write(table, path)
        again = fine(path)
        assert list(again.rows()) == list(table.rows())
        assert (again.sums, again.groups, again.columns) == (table.sums, table.groups, table.columns)


def test_the_plan_and_the_notices_are_read_back_too(tmp_path: Path) -> None:
    plan = [["ชื่อโครงการ", "งบประมาณ", "วิธี", "เดือน"], ["ก", "1", "คัดเลือก", "ธันวาคม 2567"]]
    notices = [["เรื่อง", "ประเภท", "วันที่", "ลิงก์"], ["ก", "ประกาศเชิญชวน", "1 ต.ค. 67", "https://example.go.th/1"]]
    for form, rows in ((PLAN, plan), (NOTICES, notices)):
        table = fine(as_csv(tmp_path / "a.csv", rows), form=form)
        for exporter in (table_csv, table_xlsx):
            path = tmp_path / f"export{exporter.ENDING}"
            exporter.write(table, path)
            assert list(fine(path, form=form).rows()) == list(table.rows())


def test_exports_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    table = _sample(tmp_path)
    for exporter in (table_csv, table_xlsx):
        exporter.write(table, tmp_path / "one")
        exporter.write(table, tmp_path / "two")
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_no_cell_of_an_export_is_a_formula(tmp_path: Path) -> None:
    table = _sample(tmp_path)
    table_csv.write(table, tmp_path / "export.csv")
    raw = (tmp_path / "export.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with io.StringIO(raw.decode("utf-8-sig"), newline="") as file:
        cells = [cell for line in csv.reader(file) for cell in line]
    assert {"'=SUM(A1)", "'@จ้าง", "'-2+3"} <= set(cells)
    assert [cell for cell in cells if cell[:1] in ("=", "+", "@") or (cell[:1] == "-" and len(cell) > 1)] == []
    table_xlsx.write(table, tmp_path / "export.xlsx")
    assert b"<f>" not in parts(tmp_path / "export.xlsx")["xl/worksheets/sheet1.xml"]


# --- on the way through a site --------------------------------------------------------------------------------


def _data(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    data = folder / "data"
    (data / str(YEAR)).mkdir(parents=True)
    (data / "agency.yaml").write_text("name: ตัวอย่าง\nshort_name: ตย.\nlanguages: [th, en]\n", "utf-8")
    (data / str(YEAR) / "proc_items.yaml").write_text(
        f"family: proc_items\nassessed_year: {YEAR}\ndata_year: {YEAR}\ntable: jobs.csv\n", "utf-8"
    )
    as_csv(data / str(YEAR) / "jobs.csv", rows)
    return data


def _load(loader: Loader, data: Path) -> Site:
    site, faults = loader.load(data)
    assert [fault.message("en") for fault in faults] == []
    assert site
    return site


def test_a_table_is_read_again_only_when_it_changed(tmp_path: Path) -> None:
    data, loader = _data(tmp_path, [HEADER, ROW]), Loader()
    first = _load(loader, data)
    entry, table = first.disclosures[0], first.tables[f"tables/{YEAR}/proc_items"]
    again = _load(loader, data)
    assert again.disclosures[0] is entry
    assert again.tables[f"tables/{YEAR}/proc_items"] is table
    as_csv(data / str(YEAR) / "jobs.csv", [HEADER, ROW, row(egp_number="-")])
    changed = _load(loader, data)
    assert changed.disclosures[0] is not entry  # pages made from it are made again
    assert changed.tables[f"tables/{YEAR}/proc_items"].count == 2
    (data / str(YEAR) / "jobs.csv").unlink()
    site, faults = loader.load(data)
    assert site
    assert [fault.code for fault in faults] == ["table-missing"]
    assert site.tables == {}


def test_an_official_form_with_less_than_the_item_asks_is_read_where_that_is_stated_once(tmp_path: Path) -> None:
    """The form สขร.1 for the jobs: what it has not is stated under ``absent``; a month that says it has none stays one."""
    head = [
        *("ลำดับ", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง", "ราคากลาง", "วิธีซื้อหรือจ้าง"),
        *("รายชื่อผู้เสนอราคา", "ราคาที่เสนอ", "ผู้ได้รับการคัดเลือก", "ราคาที่ตกลงซื้อหรือจ้าง"),
        *("เหตุผลที่คัดเลือกโดยสรุป", "เลขที่สัญญา", "วันที่สัญญา"),
    ]
    job = ["1", "จ้าง", "500", "500", "เฉพาะเจาะจง", "ก จำกัด", "500", "ก จำกัด", "500", "ราคาต่ำสุด", "1/68", "15/10/2567"]
    data = _data(tmp_path, [head, job])
    loader = Loader()
    site, found = loader.load(data)
    assert site, found
    assert [one.facts["form"] for one in found if one.code == "table-of-another-form"] == ["สขร.1"]
    path = data / f"{YEAR}/proc_items.yaml"
    absent = "".join(f"- component: {key}\n  none: ไม่มีในแบบ\n" for key in ("source_of_budget", "status", "egp_number"))
    path.write_text(f"{path.read_text('utf-8')}absent:\n{absent}", "utf-8")
    site, found = loader.load(data)
    assert site, found
    assert not [one for one in found if one.file.endswith(".csv")]
    entry = site.disclosure("proc_items", YEAR)
    assert entry
    assert entry.data.rows
    assert entry.data.rows.sums["budget"] == 500
    states = {
        one.component.id: one.state
        for state in item_states(site, YEAR)
        for family in state.families
        if family.family == "proc_items"
        for one in family.components
    }
    assert {id for id, state in states.items() if state == Shown.NONE} == {"source_of_budget", "status", "egp_number"}


def test_a_page_is_light_however_long_its_table_and_offers_all_of_it(tmp_path: Path) -> None:
    rows = [row(job=f"งานที่ {n}", egp_number=f"671090{n:05}") for n in range(6000)]
    site = _load(Loader(), _data(tmp_path, [HEADER, *rows]))
    site = replace(site, downloads=WholeTables(no_cache()).write(site.tables, tmp_path / "out"))
    for language in ("th", "en"):
        made = (planned.make() for planned in item.pages(Voice(site, language), Trail(site)))
        page = next(page for page in made if "proc_items-jobs" in page.body)
        assert len(page.body) < 150_000
        assert page.body.count("<tr>") < 160
        for ending in ("csv", "xlsx"):
            address = f"tables/{YEAR}/proc_items.{ending}"
            assert f'href="{"../" * (2 if language == "th" else 3)}{address}"' in page.body
            assert Voice(site, language).size((tmp_path / "out" / address).stat().st_size) in page.body
    with (tmp_path / "out" / "tables" / str(YEAR) / "proc_items.csv").open(encoding="utf-8-sig") as file:
        assert sum(1 for _ in csv.reader(file)) == 6001


def test_an_unchanged_table_is_not_written_again(tmp_path: Path) -> None:
    site = _load(Loader(), _data(tmp_path, [HEADER, ROW]))
    tables = WholeTables(no_cache())
    tables.write(site.tables, tmp_path / "out")
    path = tmp_path / "out" / "tables" / str(YEAR) / "proc_items.xlsx"
    before = path.stat().st_mtime_ns
    tables.write(site.tables, tmp_path / "out")
    assert path.stat().st_mtime_ns == before


def test_a_later_run_takes_an_unchanged_table_and_makes_a_changed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(Store(tmp_path / "cache"))

    def exported(name: str, *rows: Sequence[str]) -> dict[str, bytes]:
        site = _load(Loader(), _data(tmp_path / name, [HEADER, *rows]))
        WholeTables(cache).write(site.tables, tmp_path / name / "out")
        folder = tmp_path / name / "out" / "tables" / str(YEAR)
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    first, other = exported("a", ROW), exported("b", ROW, row(job="อีกงาน", egp_number="67109000002"))
    assert all(first[name] != other[name] for name in first)
    for exporter in (table_csv, table_xlsx):
        monkeypatch.setattr(exporter, "write", lambda *given: pytest.fail("made again"))
    assert exported("c", ROW) == first
