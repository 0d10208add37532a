"""Tables beside the YAML: what is read of CSV and XLSX files, what is computed, and what is exported again."""

from __future__ import annotations

import csv
import datetime
import io
import os
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.blocks.procurement import ANNUAL, ITEMS, METHODS, MONTHLY, NOTICES, PLAN
from generator.diagnostics import Diagnostic
from generator.families.proc_items.model import ProcItems
from generator.pages import item
from generator.pages.voice import Voice
from generator.publish.exporters import table_csv, table_xlsx
from generator.road import Build, Placed, Project
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.trail import Trail
from generator.tables import columns, workbooks
from generator.tables import totals as tables
from generator.tables.columns import Form, header_key, letters, number_of
from generator.tables.rows import Rows, Source
from generator.tables.totals import Table
from tests.conftest import ROOT

YEAR = 2568
HEADER = [
    "ชื่องาน",
    "งบประมาณ (บาท)",
    "แหล่งงบประมาณ",
    "สถานะ",
    "วิธี",
    "ราคากลาง",
    "ราคาที่ตกลง",
    "ผู้ได้รับคัดเลือก",
    "เลขโครงการ",
]
ROW = [
    "จ้างทำความสะอาด",
    "50000.00",
    "พ.ร.บ.",
    "สิ้นสุด",
    "เฉพาะเจาะจง",
    "49500.50",
    "49000.25",
    "บริษัท ตัวอย่าง ก จำกัด",
    "67109000001",
]
FORMS = [pytest.param(form, id=name) for name, form in
         {"items": ITEMS, "monthly": MONTHLY, "plan": PLAN, "notices": NOTICES, "annual": ANNUAL}.items()]  # fmt: skip


def row(**cells: str) -> list[str]:
    """The usual row with other cells, by key of the column."""
    keys = [found.key for found in map(ITEMS.find, HEADER) if found]
    return [cells.get(key, cell) for key, cell in zip(keys, ROW, strict=True)]


def as_csv(path: Path, rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def as_xlsx(path: Path, write: Callable[[xlsxwriter.Workbook], None]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    write(book)
    book.close()
    return path


def read(*paths: Path, form: Form = ITEMS, sheet: str = "", year: int = YEAR) -> tuple[Table | None, list[Diagnostic]]:
    return tables.read(tuple(Source(path, path.name, sheet) for path in paths), form, year)


def fine(*paths: Path, form: Form = ITEMS, sheet: str = "") -> Table:
    table, faults = read(*paths, form=form, sheet=sheet)
    assert [f"{fault.place} {fault.message('en')}" for fault in faults] == []
    assert table
    return table


def places(faults: list[Diagnostic]) -> list[tuple[int, int, str, str]]:
    return [(fault.line, fault.column, fault.code, fault.facts["cell"]) for fault in faults]


# --- what is read ---------------------------------------------------------------------------------------------


def test_totals_are_exact_and_by_method_month_and_unit(tmp_path: Path) -> None:
    rows = [
        row(budget="0.10", agreed_price="0.10", egp_number="67109000001"),
        row(budget="0.20", agreed_price="0.20", method="e-bidding", egp_number="67119000001"),
        row(budget='"1,000,000,000.33"'.strip('"'), agreed_price="", winner="", egp_number="๖๗๑๐๙๐๐๐๐๐๒"),
    ]
    table = fine(as_csv(tmp_path / "a.csv", [HEADER, *rows]))
    assert (table.count, table.sums) == (3, {"budget": Decimal("1000000000.63"), "agreed_price": Decimal("0.30")})
    assert [(g.name.id, g.count, g.sums[0]) for g in table.groups["method"]] == [
        ("e_bidding", 1, Decimal("0.20")),
        ("specific", 2, Decimal("1000000000.43")),
    ]
    assert [(g.name, g.count) for g in table.groups["month"]] == [
        (datetime.date(2024, 10, 1), 2),
        (datetime.date(2024, 11, 1), 1),
    ]
    assert table.filled["agreed_price"] == 2
    assert not table.has("unit")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_csv_file_is_read_whatever_parts_its_cells(delimiter: str, encoding: str, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", [["รายการปี 2568"], [], HEADER, ROW], delimiter, encoding)
    assert fine(path).all[0]["winner"] == "บริษัท ตัวอย่าง ก จำกัด"


def test_line_ends_and_line_breaks_inside_of_cells_are_read(tmp_path: Path) -> None:
    quoted = ",".join(row(job='"จ้างทำ\r\nความสะอาด"'))
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join([",".join(HEADER), quoted, ",".join(row(budget="x"))]).encode())
    table, faults = read(path)
    assert table
    assert table.all[0]["job"] == "จ้างทำ ความสะอาด"
    assert places(faults) == [(4, 2, "table-not-an-amount", "B3")]  # line of the file, row of Excel


@pytest.mark.parametrize(
    "header",
    ["budget", "งบประมาณ", "วงเงินงบประมาณ\nที่ได้รับจัดสรร (บาท)", " วงเงิน งบประมาณ(บาท) ", "BUDGET", "งบประมาณ [บาท]"],
)
def test_headers_are_known_by_their_small_variations(header: str) -> None:
    column = ITEMS.find(header)
    assert column
    assert column.key == "budget"


@pytest.mark.parametrize("form", FORMS)
def test_no_two_columns_of_a_form_share_a_header_and_every_column_is_explained(form: Form) -> None:
    seen: dict[str, str] = {}
    for column in form.columns:
        for name in {header_key(name) for name in (column.key, column.header, *column.aliases)}:
            assert seen.setdefault(name, column.key) == column.key
        assert column.description
    keys = {column.key for column in form.columns}
    used = {*form.sums, *form.groups, *form.month_of, *(key for part in (*form.unique, *form.together) for key in part)}
    assert used | {key for parts in form.split.values() for key in parts} <= keys


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_every_method_is_known_by_all_its_names(method: columns.Choice) -> None:
    read_method = columns.reader(ITEMS.column("method"), YEAR, of_workbook=False).one
    for name in (method.name.th, method.id, *method.aliases):
        assert read_method(name) is method
        assert read_method(f" {name} ") is method


def test_a_long_table_keeps_the_largest_and_the_latest(tmp_path: Path) -> None:
    rows = [row(budget=str(n), egp_number=f"6710900{n:04}" if n % 7 else f"6712900{n:04}") for n in range(1000)]
    table = fine(as_csv(tmp_path / "a.csv", [HEADER, *rows]))
    assert table.all == ()
    assert [one["budget"] for one in table.largest] == [Decimal(n) for n in range(999, 949, -1)]
    assert [one["budget"] for one in table.latest] == [Decimal(n) for n in range(0, 350, 7)]


def test_amounts_of_a_column_have_the_same_decimals_and_prices_above_their_budget_are_kept(tmp_path: Path) -> None:
    rows = [row(budget="50000", agreed_price="40000"), row(budget="1,200.5", agreed_price="1300", egp_number="-")]
    table = fine(as_csv(tmp_path / "a.csv", [HEADER, *rows]))
    assert [str(one["budget"]) for one in table.all] == ["50000.00", "1200.50"]
    assert [str(one["agreed_price"]) for one in table.all] == ["40000", "1300"], (
        "where nobody wrote satang, none is shown"
    )
    assert [str(amount) for amount in table.sums.values()] == ["51200.50", "41300"]
    assert {str(amount) for group in table.groups["method"] for amount in group.sums} >= {"51200.50"}
    assert [(one.place.line, str(one.budget), str(one.price), one.count) for one in table.above] == [
        (3, "1200.5", "1300", 1)
    ]


def test_several_files_are_one_table(tmp_path: Path) -> None:
    first = as_csv(tmp_path / "a.csv", [HEADER, ROW])
    second = as_csv(tmp_path / "b.csv", [[*HEADER[::-1], "หน่วยงานภายใน"], [*row(egp_number="-")[::-1], "กคพ."]])
    table = fine(first, second)
    assert (table.count, table.sums["budget"]) == (2, Decimal(100_000))
    assert [one["unit"] for one in table.all] == [None, "กคพ."]
    assert [one["egp_number"] for one in table.all] == ["67109000001", None]


def test_a_dash_states_that_there_is_none_and_an_empty_column_does_not(tmp_path: Path) -> None:
    table = fine(as_csv(tmp_path / "a.csv", [HEADER, row(median_price="-", agreed_price="", winner="")]))
    disclosure = ProcItems.model_validate({"family": "proc_items", "assessed_year": str(YEAR), "data_year": str(YEAR)})
    disclosure.hold(table)
    told = {key: of.state.value for key, of in disclosure.shows().items()}
    assert told["budget"] == "shown"
    assert told["median_price"] == "none"
    assert told["winner"] == "missing"


CELLS = st.one_of(
    st.sampled_from(["", "-", "ไม่มี", " ", "0", "50000", "50000.5", "50,000", "1e5", "-1", "๕๐", "1.234", "1.", ".5", "a\x07b"]),
    st.sampled_from(["e-bidding", "เฉพาะเจาะจง", "67109000001", "67139000001", "15/10/2567", "15/10/2024", "'=1", "ก\u200bข"]),
    st.text(max_size=12),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(changes=[(1, "1.")], size=2)  # what some Pythons took for an amount
@given(changes=st.lists(st.tuples(st.integers(0, len(HEADER) - 1), CELLS), max_size=8), size=st.integers(1, 40))
def test_many_cells_at_once_are_read_as_one_by_one(changes: list[tuple[int, str]], size: int, tmp_path: Path) -> None:
    rows = [row(egp_number="-") for _ in range(size)]
    for number, (column, cell) in enumerate(changes):
        rows[number * 7 % size][column] = cell.replace("\r", "").replace("\n", "")
    path = tmp_path / "a.csv"
    as_csv(path, [HEADER, *rows])
    table, faults = read(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rows, "_read", _one_by_one)
        other, other_faults = read(path)
    assert faults == other_faults
    assert (table is None) == (other is None)
    if table and other:
        assert (table.count, table.sums, table.filled, table.all) == (other.count, other.sums, other.filled, other.all)
        assert table.groups == other.groups


def _one_by_one(rows: Rows, records: Any, readers: Any, have: Any) -> Any:
    together = [(have[a], have[b]) for a, b in rows.form.together]
    found = []
    for rows.line, rows.row, cells in records:
        values = rows._read_row(cells, readers, together)
        if values is not None:
            found.append(((rows.line, rows.row), values))
    return [place for place, _ in found], list(zip(*(values for _, values in found), strict=True))


# --- workbooks ------------------------------------------------------------------------------------------------


def _form(book: xlsxwriter.Workbook, name: str, rows: Sequence[Sequence[Any]], *, has_foot: bool = False) -> Any:
    """A sheet as offices keep it: a merged title, a header further down, a sum at the foot."""
    sheet = book.add_worksheet(name)
    sheet.merge_range("A1:I1", "แบบสรุปผล", None)
    for number, header in enumerate(HEADER):
        sheet.write_string(3, number, header.replace(" (", "\n("))
    for line, cells in enumerate(rows, 4):
        for number, cell in enumerate(cells):
            sheet.write(line, number, cell)
    foot = 4 + len(rows)
    if has_foot:
        sheet.merge_range(foot, 0, foot, 1, "รวม", None)
        sheet.write_formula(foot, 6, "=SUM(G5:G99)", None, "")
    return sheet


TYPED = [
    "จ้างทำความสะอาด",
    50000,
    "พ.ร.บ.",
    "สิ้นสุด",
    "เฉพาะเจาะจง",
    49500.5,
    49000.25,
    "บริษัท ตัวอย่าง ก จำกัด",
    "67109000001",
]


def test_a_workbook_as_offices_keep_it_is_read(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("คำอธิบาย").write(0, 0, "วิธีกรอก")
        _form(book, "ต.ค.", [TYPED, [*TYPED[:8], "-"]], has_foot=True)
        _form(book, "พ.ย.", [[*TYPED[:8], "67119000001"]])
        _form(book, "เก่า", [["ร่าง", "x"]]).hide()

    path = as_xlsx(tmp_path / "a.xlsx", write)
    table = fine(path)
    assert (table.count, table.sums["agreed_price"]) == (3, Decimal("147000.75"))
    assert fine(path, sheet="พ.ย.").count == 1
    assert read(path, sheet="เก่า")[1]


def test_faults_of_a_workbook_name_the_sheet_and_the_cell(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = _form(book, "งาน", [TYPED] * 8)
        sheet.write(4, 1, "50,000 บาท")
        sheet.write(5, 1, -5)
        sheet.write(6, 1, 1234.567)
        sheet.write_number(7, 8, 67109000001)
        sheet.write_formula(8, 1, "=1+1", None, "")
        sheet.write_formula(9, 1, "=#REF!", None, "#REF!")
        sheet.write_datetime(10, 7, datetime.datetime(2024, 1, 1), day)
        sheet.merge_range(11, 3, 12, 3, "สิ้นสุด", None)

    table, faults = read(as_xlsx(tmp_path / "a.xlsx", write))
    assert table
    assert places(faults) == [
        (5, 2, "table-not-an-amount", "งาน!B5"),
        (6, 2, "table-impossible-amount", "งาน!B6"),
        (7, 2, "table-impossible-amount", "งาน!B7"),
        (8, 9, "table-egp-as-number", "งาน!I8"),
        (9, 2, "table-formula-without-value", "งาน!B9"),
        (10, 2, "table-formula-error", "งาน!B10"),
        (11, 8, "table-date-for-text", "งาน!H11"),
        (12, 4, "table-merged-cells", "งาน!D12"),
    ]
    assert all("งาน!" in fault.message(language) for fault in faults for language in ("th", "en"))


def test_days_of_a_workbook_are_of_the_common_era(tmp_path: Path) -> None:
    header = [*HEADER, "เลขที่สัญญา", "วันที่สัญญา"]

    def write(book: xlsxwriter.Workbook) -> None:
        day = book.add_format({"num_format": "[$-D07041E]d mmm yyyy"})
        sheet = book.add_worksheet()
        for line, cells in enumerate(
            [header, [*TYPED, "1/2568"], [*TYPED[:8], "-", "2/2568"], [*TYPED[:8], "-", "3/2568"]]
        ):
            for number, cell in enumerate(cells):
                sheet.write(line, number, cell)
        sheet.write_datetime(1, 10, datetime.datetime(2024, 10, 15), day)
        sheet.write_datetime(2, 10, datetime.datetime(2567, 10, 15), day)
        sheet.write_string(3, 10, "15 ต.ค. 2567")

    table, faults = read(as_xlsx(tmp_path / "a.xlsx", write))
    assert table
    assert [one["contract_date"] for one in table.all] == [datetime.date(2024, 10, 15)] * 2
    assert places(faults) == [(3, 11, "table-excel-be-date", "Sheet1!K3")]
    assert faults[0].facts["meant"] == "2024"


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_a_workbook_of_another_program_may_prefix_every_name(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        _form(book, "งาน", [TYPED, TYPED]).merge_range(4, 3, 5, 3, "สิ้นสุด", None)

    parts = _parts(as_xlsx(tmp_path / "a.xlsx", write))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"xmlns=", b"xmlns:x=")
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb"<(/?)(?=\w)", rb"<\1x:", sheet)
    found = workbooks.scan(_packed(tmp_path / "b.xlsx", parts))
    assert [merge.ref for merge in found[0].merges] == ["A1:I1", "D5:D6"]


def test_a_zip_bomb_and_a_huge_file_are_refused_before_they_are_read(tmp_path: Path) -> None:
    parts = _parts(as_xlsx(tmp_path / "a.xlsx", lambda book: _form(book, "งาน", [TYPED]) and None))
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        with package.open("xl/media/image1.png", "w", force_zip64=True) as part:
            for _ in range(700):
                part.write(bytes(1_000_000))
    assert bomb.stat().st_size < 2_000_000
    huge = tmp_path / "huge.xlsx"
    huge.write_bytes(b"PK\x03\x04")
    os.truncate(huge, 200_000_000)
    tracemalloc.start()
    faults = [read(path)[1] for path in (bomb, huge)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [[fault.code for fault in found] for found in faults] == [["table-too-large"], ["table-too-large"]]
    assert peak < 5_000_000


def test_names_of_columns_and_back() -> None:
    assert [letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(number_of(letters(number)) == number for number in range(1, 20_000))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damaged_file_ends_in_a_traceback(data: st.DataObject, tmp_path: Path) -> None:
    ending = data.draw(st.sampled_from([".csv", ".xlsx"]))
    good = tmp_path / f"good{ending}"
    if not good.exists():
        if ending == ".csv":
            as_csv(good, [HEADER, ROW, ROW])
        else:
            as_xlsx(good, lambda book: _form(book, "งาน", [TYPED, TYPED]) and None)
    raw = bytearray(good.read_bytes())
    if ending == ".xlsx" and data.draw(st.booleans()):
        parts = {name: bytearray(content) for name, content in _parts(good).items()}
        name = data.draw(st.sampled_from(sorted(parts)))
        _damage(parts[name], data)
        _packed(tmp_path / "bad.xlsx", {name: bytes(content) for name, content in parts.items()})
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
    assert b"<f>" not in _parts(tmp_path / "export.xlsx")["xl/worksheets/sheet1.xml"]


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
    entry, table = first.disclosures[0], first.tables[f"{YEAR}/proc_items"]
    again = _load(loader, data)
    assert again.disclosures[0] is entry
    assert again.tables[f"{YEAR}/proc_items"] is table
    as_csv(data / str(YEAR) / "jobs.csv", [HEADER, ROW, row(egp_number="-")])
    changed = _load(loader, data)
    assert changed.disclosures[0] is not entry  # pages made from it are made again
    assert changed.tables[f"{YEAR}/proc_items"].count == 2
    (data / str(YEAR) / "jobs.csv").unlink()
    site, faults = loader.load(data)
    assert site
    assert [fault.code for fault in faults] == ["table-missing"]
    assert site.tables == {}


def test_a_page_is_light_however_long_its_table_and_offers_all_of_it(tmp_path: Path) -> None:
    rows = [row(job=f"งานที่ {n}", egp_number=f"671090{n:05}") for n in range(6000)]
    site = _load(Loader(), _data(tmp_path, [HEADER, *rows]))
    build = Build(
        Project(ROOT, tmp_path / "data", tmp_path / "site", tmp_path / "work"),
        Placed(site, ""),
        tmp_path / "site",
        "mkdocs",
    )
    build.write_tables(tmp_path / "out")
    for language in ("th", "en"):
        page = next(
            p for p in item.pages(Voice(build.site, language), Trail(build.site)) if "proc_items-jobs" in p.body
        )
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
    build = Build(
        Project(ROOT, tmp_path / "data", tmp_path / "site", tmp_path / "work"),
        Placed(site, ""),
        tmp_path / "site",
        "mkdocs",
    )
    build.write_tables(tmp_path / "out")
    path = tmp_path / "out" / "tables" / str(YEAR) / "proc_items.xlsx"
    before = path.stat().st_mtime_ns
    build.write_tables(tmp_path / "out")
    assert path.stat().st_mtime_ns == before


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        rows = (row(job=f"งานที่ {n}", egp_number=f"67109{n:06}") for n in range(count))
        path = as_csv(tmp_path / "a.csv", [HEADER, *rows])
        tracemalloc.start()
        fine(path)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(30_000) - peak(3_000) < 27_000 * 500  # what must be unique is kept, the rows are not
