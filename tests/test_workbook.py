"""A year as a workbook: out and in again changes nothing, what was filled in changes that and nothing else."""

from __future__ import annotations

import datetime
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator import languages
from generator.families import FAMILIES
from generator.input import readings, source
from generator.officers.fields import field_at
from generator.officers.workbook.cells import Names, is_as_shown, read, show, text_of
from generator.officers.workbook.layout import plan_of, value_at
from generator.officers.workbook.merging import merged
from generator.officers.workbook.office import contents, names_of
from generator.officers.workbook.reading import Book, read_book, returned
from generator.officers.workbook.writing import Filled, workbook_of
from generator.site.loader import Loader
from generator.site.site import Site
from generator.store.door import Door
from generator.tables.columns import CellFault
from tests.conftest import ROOT
from tests.test_history import files, oit

WORDS = languages.words("th")["workbook"]
FOLDERS = (ROOT / "data", *sorted((ROOT / "examples").iterdir()))


def site_of(folder: Path) -> Site:
    site, _ = Loader().load(folder, folder.name)
    assert site
    return site


def resaved(content: bytes) -> bytes:
    """As another program than Excel saves the workbook."""
    buffer = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(content)).save(buffer)
    return buffer.getvalue()


def example(id: str) -> Filled:
    model = FAMILIES[id].model
    data = readings.read(source.parse(FAMILIES[id].example.read_bytes(), id).data, model).data
    return Filled(id, f"2568/{id}.yaml", model, data, plan_of(model, data, has_english=True), (id,))


def book_of(content: bytes, folder: Path) -> Book:
    (folder / "year.xlsx").write_bytes(content)
    return read_book(folder / "year.xlsx")


@pytest.mark.parametrize("save", [bytes, resaved], ids=["as written", "saved by openpyxl"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_year_that_comes_back_as_it_was_is_no_difference(
    folder: Path, save: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    site = site_of(folder)
    names = names_of(site)
    for year in site.years[:2]:
        listed, filled = contents(site, year, owner="", item="", there=())
        assert len(listed) == len(site.catalogues[year].items)
        book = book_of(save(workbook_of(site.agency.name.th, year, listed, filled, names, WORDS)), tmp_path)
        assert (book.agency, book.year) == (site.agency.name.th, year)
        assert set(book.sheets) == {one.path for one in filled}
        for one in filled:
            came = returned(book, one.path, one.model, names)
            assert came.untold == []
            assert came.base == one.data
            assert came.mine == one.data, one.path


@pytest.mark.parametrize("save", [bytes, resaved], ids=["as written", "saved by openpyxl"])
def test_every_example_comes_back_as_it_was(save: Callable[[bytes], bytes], tmp_path: Path) -> None:
    filled = [example(id) for id in FAMILIES]
    book = book_of(save(workbook_of("กรม", 2568, [], filled, Names(), WORDS)), tmp_path)
    for one in filled:
        came = returned(book, one.path, one.model, Names())
        assert came.untold == []
        assert came.mine == one.data, one.path


def test_the_same_data_gives_the_same_bytes() -> None:
    first, second = (workbook_of("กรม", 2568, [], [example("hr_plan")], Names(), WORDS) for _ in range(2))
    assert first == second


def test_most_families_fit_whole() -> None:
    whole = [id for id in FAMILIES if example(id).plan.is_whole]
    assert len(whole) >= 55
    assert "measures" not in whole


# --- each cell --------------------------------------------------------------------------------------


def other(cell: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(cell, datetime.date):
        return cell + datetime.timedelta(days=1)
    if isinstance(cell, int | float):
        return cell + 1
    return f"{cell} ใหม่" if cell else ""


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(data, str):
        yield path, data
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield from leaves(value, (*path, step))


@pytest.mark.parametrize("id", FAMILIES)
def test_a_changed_cell_changes_its_value_and_no_other(id: str, tmp_path: Path) -> None:
    one = example(id)
    book = book_of(workbook_of("กรม", 2568, [], [one], Names(), WORDS), tmp_path)
    sheet, rows = book.sheets[one.path]
    tried = 0
    for number, cells in enumerate(rows):
        key = str(cells[0]) if cells else ""
        columns = [2] if key.startswith("v:") else range(1, len(cells)) if key.startswith("e:") else []
        for column in columns:
            was = cells[column]
            if not was:
                continue
            cells[column] = other(was)
            came = returned(book, one.path, one.model, Names())
            before, after = dict(leaves(one.data)), dict(leaves(came.mine))
            changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
            tops = {path[:2] if isinstance(path[1] if len(path) > 1 else None, int) else path[:1] for path in changed}
            assert len(tops) == 1, (id, number, column, changed)
            cells[column] = was
            tried += 1
    assert tried > 2
    assert sheet.name == id


# --- through the command ----------------------------------------------------------------------------

HR = """\
# แผนของกรม
family: hr_plan
assessed_year: 2568
data_year: 2568
owner: กบค.   # ผู้ดูแล
projects:
# โครงการแรก
- side: management
  title: สรรหาคน
  owners: [กบค.]
  planned: {amount: 120000}   # บาท
- side: development
  title: อบรม
  planned: ไม่ใช้งบประมาณ
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    oit("new", str(folder), "--name", "กรมทดสอบ", "--year", "2568")
    shutil.copy(ROOT / "data" / "units.yaml", folder / "units.yaml")
    (folder / "2568" / "O14-hr_plan.yaml").write_bytes(HR.encode())
    return folder


def out(data: Path, name: str, *more: str) -> Path:
    assert oit("workbook", "out", "--data", str(data), "--year", "2568", *more, str(data.parent / name)) == 0
    return data.parent / name


def filled(path: Path, *changes: tuple[str, str, Any], sheet: str = "O14") -> Path:
    """A workbook in which cells were filled in: head of the column or label of the row, key of the row, value."""
    book = openpyxl.load_workbook(path)
    page = next(one for one in book if one.title.startswith(sheet))
    for label, key, value in changes:
        row, column = cell_of(page, label, key)
        page.cell(row, column).value = value
    book.save(path)
    return path


def cell_of(page: Any, label: str, key: str) -> tuple[int, int]:
    rows = {str(cells[0].value): cells[0].row for cells in page.iter_rows(max_col=1) if cells[0].value}
    if key.startswith("v:"):
        return rows[key], 3
    names = {page.cell(rows["k:projects"], column).value: column for column in range(2, page.max_column + 1)}
    below = [row for name, row in rows.items() if name.startswith("b:") and row > rows["k:projects"]]
    taken = [row for name, row in rows.items() if name.startswith("e:") and row < min(below, default=10**6)]
    spare = max([*(row for row in taken if row > rows["k:projects"]), rows["k:projects"] + 1]) + 1
    return (spare if key == "new" else rows[key]), names[label]


def put_in(data: Path, *books: Path, more: tuple[str, ...] = ("--yes",)) -> int:
    return oit("workbook", "in", "--data", str(data), *map(str, books), *more)


def hr(data: Path) -> str:
    return (data / "2568" / "O14-hr_plan.yaml").read_text("utf-8")


def test_what_is_filled_in_is_written_there_and_nowhere_else(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = out(data, "y.xlsx", "--item", "O14")
    before = files(data)
    filled(book, ("title.th", "e:0", "สรรหาคนเก่ง"), ("planned.amount", "e:0", 130000), ("owners", "e:1", "สลก.\nกบค."))
    assert put_in(data, book, more=("--dry-run",)) == 0
    said = capsys.readouterr().out
    assert "ลำดับ 1 › ชื่อโครงการหรือกิจกรรม: สรรหาคน → สรรหาคนเก่ง" in said
    assert files(data) == before
    assert put_in(data, book) == 0
    assert hr(data) == HR.replace("title: สรรหาคน", "title: สรรหาคนเก่ง").replace("120000", "130000").replace(
        "  title: อบรม\n", "  title: อบรม\n  owners:\n  - สลก.\n  - กบค.\n"
    )
    assert put_in(data, book) == 0
    assert "ไม่มีอะไรต่าง" in capsys.readouterr().out
    assert oit("undo", "--data", str(data), "--yes") == 0
    assert files(data) == before


def test_rows_are_added_moved_and_removed(data: Path) -> None:
    book = out(data, "y.xlsx", "--item", "O14")
    filled(
        book, ("title.th", "new", "โครงการใหม่"), ("side", "new", "ด้านการพัฒนา"), ("planned.amount", "new", "45,000 บาท")
    )
    workbook = openpyxl.load_workbook(book)
    page = next(one for one in workbook if one.title.startswith("O14"))
    rows = {str(cells[0].value): cells[0].row for cells in page.iter_rows(max_col=1)}
    page.delete_rows(rows["e:0"])
    workbook.save(book)
    assert put_in(data, book) == 0
    first = HR[HR.index("- side: management") : HR.index("- side: development")]
    new = "- title: โครงการใหม่\n  planned: 45,000\n  side: development\n"
    assert hr(data) == HR.replace(first, "") + new


def test_columns_may_be_moved_sheets_renamed_and_rows_sorted(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = out(data, "y.xlsx", "--item", "O14")
    workbook = openpyxl.load_workbook(book)
    page = next(one for one in workbook if one.title.startswith("O14"))
    page.title = "แผ่นของเรา"
    rows = {str(cells[0].value): cells[0].row for cells in page.iter_rows(max_col=1)}
    for row in range(rows["k:projects"], page.max_row + 1):
        one, two = page.cell(row, 2), page.cell(row, 4)
        one.value, two.value = two.value, one.value
    first, second = rows["e:0"], rows["e:1"]
    for column in range(1, page.max_column + 1):
        one, two = page.cell(first, column), page.cell(second, column)
        one.value, two.value = two.value, one.value
    workbook.save(book)
    capsys.readouterr()
    assert put_in(data, book) == 0
    found = source.parse(hr(data).encode(), "x").data["projects"]
    assert [one["title"] for one in found] == ["อบรม", "สรรหาคน"]
    assert found[1]["planned"] == {"amount": "120000"}


def test_two_units_and_one_conflict(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = out(data, "1.xlsx", "--item", "O14"), out(data, "2.xlsx", "--item", "O14")
    filled(one, ("planned.amount", "e:0", 130000))
    filled(two, ("title.th", "e:1", "อบรมการเขียน"))
    before = hr(data)
    assert put_in(data, two, one) == 0  # in any order
    assert hr(data) == before.replace("120000", "130000").replace("title: อบรม", "title: อบรมการเขียน")
    filled(two, ("planned.amount", "e:0", 140000))
    both = hr(data)
    capsys.readouterr()
    assert put_in(data, two) == 1
    said = capsys.readouterr().out
    assert "2.xlsx O14" in said
    assert "120000" in said
    assert "140000" in said
    assert "130000" in said
    assert hr(data) == both
    assert put_in(data, two, more=("--yes", "--prefer", "data")) == 0
    assert hr(data) == both
    assert put_in(data, two, more=("--yes", "--prefer", "workbook")) == 0
    assert hr(data) == both.replace("130000", "140000")


def test_a_fault_stands_at_its_cell_in_the_words_of_the_label(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = out(data, "y.xlsx", "--item", "O14")
    before = files(data)
    filled(book, ("planned.amount", "e:0", "ประมาณหกหมื่น"), ("side", "e:1", "ด้านอื่น"), ("", "v:published", "32/13/2568"))
    capsys.readouterr()
    assert put_in(data, book) == 1
    said = capsys.readouterr().out
    page = next(one for one in openpyxl.load_workbook(book) if one.title.startswith("O14"))
    for label, key, code in (
        ("planned.amount", "e:0", "not-a-number"),
        ("side", "e:1", "unknown-choice"),
        ("", "v:published", ""),
    ):
        place = page.cell(*cell_of(page, label, key)).coordinate
        assert f"!{place} (" in said
        assert code in said
    assert files(data) == before


def test_a_unit_that_nobody_knows_is_told_at_its_cell_before_it_is_written(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = filled(out(data, "y.xlsx", "--item", "O14"), ("owners", "e:1", "กองลับ"))
    page = next(one for one in openpyxl.load_workbook(book) if one.title.startswith("O14"))
    place = page.cell(*cell_of(page, "owners", "e:1")).coordinate
    capsys.readouterr()
    assert put_in(data, book, more=("--dry-run",)) == 0
    said = capsys.readouterr().out
    assert f"!{place} (" in said
    assert "[unknown-unit] ไม่มีหน่วยงานภายในชื่อ กองลับ" in said
    assert put_in(data, book) == 0, "told, not refused"
    assert "กองลับ" in hr(data)
    filled(out(data, "z.xlsx", "--item", "O14"), ("planned.amount", "e:0", 5))
    capsys.readouterr()
    assert put_in(data, data.parent / "z.xlsx", more=("--dry-run",)) == 0
    assert "unknown-unit" not in capsys.readouterr().out, "what was so before is none of the workbook's"


def test_a_real_day_in_a_period_is_that_day_where_it_can_only_be_that(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = filled(out(data, "y.xlsx", "--item", "O14"), ("period", "e:1", datetime.datetime(2025, 1, 15)))
    assert put_in(data, book) == 0
    assert source.parse(hr(data).encode(), "x").data["projects"][1]["period"] == "15 มกราคม 2568"
    site, found = Loader().load(data)
    assert site, found
    assert not [one for one in found if one.code == "not-a-period"]
    filled(out(data, "z.xlsx", "--item", "O14"), ("period", "e:1", datetime.datetime(2024, 10, 1)))
    capsys.readouterr()
    assert put_in(data, data.parent / "z.xlsx") == 1
    said = capsys.readouterr().out
    assert "1 ตุลาคม 2567" in said
    assert "ทั้งเดือน ตุลาคม 2567" in said


def test_an_empty_cell_is_called_by_its_label_and_what_has_no_cell_is_said(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = filled(out(data, "y.xlsx", "--item", "O14"), ("title.th", "e:1", None))
    place = next(one for one in openpyxl.load_workbook(book) if one.title.startswith("O14"))
    cell = place.cell(*cell_of(place, "title.th", "e:1")).coordinate
    capsys.readouterr()
    assert put_in(data, book) == 1
    said = capsys.readouterr().out
    assert f"!{cell} (" in said
    assert "ช่อง ชื่อโครงการหรือกิจกรรม ยังว่าง" in said
    assert "บรรทัด" not in said
    stats = next(path for path in data.glob("2568/*service_stats.yaml"))
    code = stats.name.partition("-")[0]
    workbook = openpyxl.load_workbook(out(data, "z.xlsx", "--item", code))
    page = next(one for one in workbook if one.title.startswith(code))
    assert any("เพิ่มรายการใหม่ให้ครบในแผ่นนี้ไม่ได้" in str(row[1].value) for row in page.iter_rows(max_row=8))
    rows = {str(cells[0].value): cells[0].row for cells in page.iter_rows(max_col=1) if cells[0].value}
    keys = {page.cell(rows["k:services"], column).value: column for column in range(2, page.max_column + 1)}
    page.cell(rows["k:services"] + 2, keys["title.th"]).value = "ออกใบรับรอง"
    workbook.save(data.parent / "z.xlsx")
    capsys.readouterr()
    assert put_in(data, data.parent / "z.xlsx") == 1
    said = capsys.readouterr().out
    assert "แผ่นนี้ไม่มีช่องให้กรอก" in said
    assert "บรรทัด" not in said


def test_a_file_that_is_not_there_yet_is_made(data: Path) -> None:
    (data / "2568" / "O14-hr_plan.yaml").unlink()
    book = out(data, "y.xlsx", "--item", "O14")
    filled(book, ("title.th", "new", "โครงการใหม่"), ("side", "new", "ด้านการพัฒนา"), ("planned.amount", "new", 5000))
    assert put_in(data, book) == 0
    made = source.parse(hr(data).encode(), "x").data
    assert made["family"] == "hr_plan"
    assert made["projects"] == [{"side": "development", "title": "โครงการใหม่", "planned": "5000"}]


def test_only_what_a_unit_owns(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(out(data, "y.xlsx", "--owner", "กบค."))
    shown = [page.title for page in book if page.sheet_state == "visible"]
    assert shown[0] == "ทุกข้อ"
    assert [name[:3] for name in shown[1:]] == ["O14"]
    assert oit("workbook", "out", "--data", str(data), "--owner", "ไม่มี", str(data.parent / "z.xlsx")) == 2
    assert oit("workbook", "out", "--data", str(data), str(data.parent / "y.xlsx")) == 2
    assert "อยู่แล้ว จึงไม่เขียนทับ" in capsys.readouterr().err


def test_nothing_is_written_unasked(data: Path) -> None:
    book = filled(out(data, "y.xlsx", "--item", "O14"), ("title.th", "e:0", "อื่น"))
    before = files(data)
    assert put_in(data, book, more=()) == 2
    assert files(data) == before


# --- bad workbooks ----------------------------------------------------------------------------------


def edit(change: Callable[[Any], None]) -> Callable[[Path], None]:
    def work(path: Path) -> None:
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)

    return work


def o14(book: Any) -> Any:
    return next(page for page in book if page.title.startswith("O14"))


def another_agency(book: Any) -> None:
    book["_oit"].cell(1, 2).value = "กรมอื่น"


def merge(book: Any) -> None:
    row, column = cell_of(o14(book), "title.th", "e:0")
    o14(book).merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)


def without_keys(book: Any) -> None:
    page = o14(book)
    page.delete_rows(next(cells[0].row for cells in page.iter_rows(max_col=1) if cells[0].value == "k:projects"))


def formula(book: Any) -> None:
    page = o14(book)
    page.cell(*cell_of(page, "planned.amount", "e:0")).value = "=1+1"


def day(book: Any) -> None:
    page = o14(book)
    page.cell(*cell_of(page, "title.th", "e:0")).value = datetime.date(2025, 5, 3)


def copied(book: Any) -> None:
    o14(book).title = "O14"
    book.copy_worksheet(o14(book))


def macros(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/x.png", b"\0" * 400_000_000)


def huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(200_000_000)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (edit(another_agency), "workbook-of-another-agency"),
        (edit(lambda book: book.remove(book["_oit"])), "workbook-not-ours"),
        (edit(merge), "workbook-merged-cells"),
        (edit(without_keys), "workbook-damaged"),
        (edit(formula), "workbook-formula"),
        (edit(day), "workbook-date-for-text"),
        (edit(copied), "workbook-sheet-twice"),
        (macros, "workbook-macros"),
        (bomb, "table-too-large"),
        (huge, "table-too-large"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "workbook-locked"),
        (lambda path: path.write_bytes(b"PK\3\4 nothing"), "table-not-what-it-says"),
        (lambda path: path.write_text("a,b\n"), "table-not-what-it-says"),
        (lambda path: path.unlink(), "file-unreadable"),
    ],
)
def test_a_bad_workbook_is_told_and_nothing_is_written(
    spoil: Callable[[Path], None], code: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = out(data, "good.xlsx", "--item", "O14"), out(data, "bad.xlsx", "--item", "O14")
    filled(good, ("title.th", "e:0", "ชื่อใหม่"))
    spoil(bad)
    before = files(data)
    capsys.readouterr()
    assert put_in(data, good, bad) == 1
    said = capsys.readouterr().out
    assert f"[{code}]" in said
    assert "bad.xlsx" in said
    assert "{" not in said
    assert files(data) == before


def test_what_a_workbook_brought_is_taken_back_and_brought_again(data: Path) -> None:
    book = filled(out(data, "y.xlsx", "--item", "O14"), ("title.th", "e:0", "ชื่อใหม่"))
    before = files(data)
    assert put_in(data, book) == 0
    brought = files(data)
    assert brought != before
    assert oit("undo", "--data", str(data), "--yes") == 0
    assert files(data) == before
    assert oit("undo", "--data", str(data), "--yes", str(Door(data).history()[0].number)) == 0
    assert files(data) == brought


def test_an_old_workbook_brings_only_what_was_filled_in(data: Path) -> None:
    book = filled(out(data, "y.xlsx", "--item", "O14"), ("title.th", "e:0", "ชื่อใหม่"))
    since = HR.replace("owner: กบค.", "owner: สลก.").replace("120000", "999")
    (data / "2568" / "O14-hr_plan.yaml").write_text(since, encoding="utf-8")
    assert put_in(data, book) == 0
    assert hr(data) == since.replace("title: สรรหาคน", "title: ชื่อใหม่")


# --- single values ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "shown", "is_same"),
    [
        (85.1, Decimal("85.10"), True),
        ("85.10", Decimal("85.1"), True),
        (85.2, Decimal("85.10"), False),
        (datetime.datetime(2024, 10, 5), datetime.date(2024, 10, 5), True),
        (datetime.date(2567, 10, 5), datetime.date(2024, 10, 5), True),
        ("5 ต.ค. 2567", datetime.date(2024, 10, 5), True),
        (105500000001.0, "0105500000001", False),
        ("a\r\nb ", "a\nb", True),
        ("", "", True),
        (None, "", True),
    ],
)
def test_what_nobody_touched(cell: Any, shown: Any, is_same: bool) -> None:
    assert is_as_shown(cell, shown) is is_same


def test_numbers_as_text() -> None:
    assert [text_of(cell) for cell in (5.0, 85.1, 1e15, True, 2568)] == [
        "5",
        "85.1",
        "1000000000000000",
        "true",
        "2568",
    ]
    with pytest.raises(CellFault):
        text_of(datetime.date(2025, 5, 3))


def test_links_and_owners_on_lines_keep_what_a_line_does_not_show() -> None:
    links = field_at(FAMILIES["culture"].model, ("activities", "links"))
    owners = field_at(FAMILIES["hr_plan"].model, ("projects", "owners"))
    assert links
    assert owners
    base = [
        {"title": {"th": "ภาพ", "en": "Pictures"}, "link": "https://a.go.th/1"},
        {"title": "ข่าว", "link": "https://a.go.th/2"},
    ]
    shown = show(base, links, Names())
    assert shown == "ภาพ | https://a.go.th/1\nข่าว | https://a.go.th/2"
    typed = "ภาพ | https://a.go.th/9\nข่าว | https://a.go.th/2\nวิดีโอ | https://a.go.th/3"
    assert read(typed, base, shown, links, Names()) == [
        {"title": {"th": "ภาพ", "en": "Pictures"}, "link": "https://a.go.th/9"},
        base[1],
        {"title": "วิดีโอ", "link": "https://a.go.th/3"},
    ]
    assert read(shown.replace("/1", "/9"), base, shown, links, Names())[0] == {**base[0], "link": "https://a.go.th/9"}
    steps = ["กบค.", {"unit": "สลก.", "steps": "1-3"}]
    assert show(steps, owners, Names()) == "กบค.\nสลก. (1-3)"
    assert read("กคง.\nสลก. (1-3)", steps, "กบค.\nสลก. (1-3)", owners, Names()) == ["กคง.", steps[1]]
    assert read("กบค.\nสลก. (4)", steps, "กบค.\nสลก. (1-3)", owners, Names()) == [
        "กบค.",
        {"unit": "สลก.", "steps": "4"},
    ]


def test_three_states_put_together() -> None:
    base = {"a": "1", "b": ["x", "y"], "c": {"d": "1", "e": "2"}}
    mine = {"a": "2", "b": ["x", "z"], "c": {"d": "1", "e": "3"}}
    theirs = {"a": "1", "b": ["w", "y"], "c": {"d": "9", "e": "2"}, "f": "new"}
    both, clashes = merged(base, mine, theirs)
    assert both == {"a": "2", "b": ["w", "z"], "c": {"d": "9", "e": "3"}, "f": "new"}
    assert clashes == []
    _, clashes = merged(base, {**base, "a": "2"}, {**base, "a": "3"})
    assert [(one.path, one.base, one.mine, one.theirs) for one in clashes] == [(("a",), "1", "2", "3")]
    longer, clashes = merged({"b": ["x"]}, {"b": ["x", "m"]}, {"b": ["x", "t"]})
    assert (longer, clashes) == ({"b": ["x", "t", "m"]}, [])


def test_a_value_is_found_whichever_form_it_is_written_in() -> None:
    model = FAMILIES["hr_plan"].model
    assert value_at({"title": "ก"}, ("title", "th"), model) == "ก"
    assert value_at({"title": {"th": "ก", "en": "x"}}, ("title", "en"), model) == "x"
    assert value_at({"none": "ไม่มี"}, ("none", "reason", "th"), model) == "ไม่มี"
