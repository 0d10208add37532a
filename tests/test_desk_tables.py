"""Tables at the desk: those of disclosures, and the one of owners, as files and as a page; shown first, never lost, taken back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import openpyxl
import pytest

from generator.officers.owners import owners_table
from generator.store.door import Door
from tests.desks import NEWS, SMALL, Got, Reader, Served, fields, serving, typed
from tests.folders import load

ITEMS = "2568/proc_items.yaml"
TABLE = "2568/proc_items.csv"
_DATA = Path(__file__).parent.parent / "generator" / "families"
EXAMPLE = (_DATA / "proc_items" / "example.yaml").read_text("utf-8")
ROWS = (_DATA / "proc_items" / "example.csv").read_text("utf-8-sig")
FILES = {**SMALL, ITEMS: EXAMPLE.replace("example.csv", "proc_items.csv"), TABLE: ROWS}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    with ExitStack() as running:
        yield lambda **settings: running.enter_context(serving(tmp_path, **settings))


def as_xlsx(text: str) -> bytes:
    """A table as Excel saves it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in csv.reader(text.splitlines()):
        sheet.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def key_of(reader: Reader) -> tuple[str, str]:
    """What every form has."""
    got = reader.get(f"/file/{NEWS}").page.css_first("input[name=desk-key]")
    return "desk-key", str(got.attributes["value"]) if got else ""


def sent(reader: Reader, address: str, name: str, content: bytes) -> Got:
    return reader.upload(address, [key_of(reader)], name, content)


def accept(reader: Reader, address: str, shown: Got, **values: str) -> Got:
    form = "main form" if "/table/" in address else "form.deciding"
    pairs = typed(fields(shown, form), "write", **values)
    return reader.post(address, pairs)


# --- of a disclosure ---------------------------------------------------------------------------------------------------


def test_a_table_is_shown_as_it_is_understood_then_takes_the_place_of_the_old_one(own: Callable[..., Served]) -> None:
    served = own(files=FILES)
    reader, address = served.reader(), f"/table/{ITEMS}"
    before = served.text(ITEMS)
    assert address in reader.get(f"/file/{ITEMS}").text
    shown = sent(reader, address, "งาน จัดซื้อ.xlsx", as_xlsx(ROWS))
    assert shown.status == 200
    heading = ROWS.split(",")[1]
    assert heading in shown.said(".understood tbody")
    assert shown.page.css_first(".understood dl.read") is not None
    assert "แทน proc_items.csv" in shown.said("fieldset")
    assert served.text(ITEMS) == before
    saved = accept(reader, address, shown)
    assert "การแก้ครั้งที่ 1" in saved.said(".notice.is-good")
    assert served.text(ITEMS) == before.replace("table: proc_items.csv", "table: งาน จัดซื้อ.xlsx")
    assert not (served.folder / TABLE).exists()
    (entry,) = [one for one in load(served.folder).disclosures if one.data.family == "proc_items"]
    assert entry.data.rows.count == ROWS.count("\n") - 1  # type: ignore[attr-defined]
    undone = reader.post("/history/1/undo", fields(reader.get("/history/1")))
    assert "ย้อนแล้ว" in undone.text
    assert served.text(ITEMS) == before
    assert served.text(TABLE) == ROWS
    assert not (served.folder / "2568/งาน จัดซื้อ.xlsx").exists()


def test_a_table_may_be_one_more(own: Callable[..., Served]) -> None:
    served = own(files=FILES)
    reader, address = served.reader(), f"/table/{ITEMS}"
    shown = sent(reader, address, "มกราคม.csv", ROWS.replace("671", "661").encode("cp874", "replace"))
    accept(reader, address, shown, replaces="")
    assert served.text(TABLE) == ROWS
    (entry,) = [one for one in load(served.folder).disclosures if one.data.family == "proc_items"]
    assert entry.data.table == ("proc_items.csv", "มกราคม.csv")  # type: ignore[attr-defined]


def test_a_table_of_the_same_name_changes_no_letter_of_the_data_file(own: Callable[..., Served]) -> None:
    served = own(files=FILES)
    reader, address = served.reader(), f"/table/{ITEMS}"
    before = served.text(ITEMS)
    first, last = ROWS.splitlines()[0], ROWS.splitlines()[-1]
    accept(reader, address, sent(reader, address, "proc_items.csv", f"{first}\n{last}\n".encode()))
    assert served.text(TABLE) == f"{first}\n{last}\n"
    assert served.text(ITEMS) == before
    assert [one.path for one in Door(served.folder).history()[0].files] == [TABLE]


def test_a_table_that_two_disclosures_name_stays_for_the_other(own: Callable[..., Served]) -> None:
    progress = (_DATA / "proc_progress" / "example.yaml").read_text("utf-8").replace("example.csv", "proc_items.csv")
    served = own(files={**FILES, "2568/proc_progress.yaml": progress})
    reader, address = served.reader(), f"/table/{ITEMS}"
    shown = sent(reader, address, "ใหม่.csv", ROWS.encode())
    assert "ใช้ proc_items.csv ด้วย" in shown.text
    accept(reader, address, shown)
    assert served.text(TABLE) == ROWS


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ว่าง.csv", b"", "แฟ้มเปล่า"),
        ("ตาราง.pdf", b"%PDF-1.4", "ไม่รับแฟ้ม"),
        ("มาโคร.xlsm", b"PK\x03\x04", "ไม่รับแฟ้ม"),
    ],
)
def test_what_is_no_table_is_refused(own: Callable[..., Served], name: str, content: bytes, said: str) -> None:
    served = own(files=FILES)
    got = sent(served.reader(), f"/table/{ITEMS}", name, content)
    assert got.status == 422
    assert said in got.said(".notice.is-bad")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("หัวคอลัมน์อื่น.csv", "ก,ข\n1,2\n".encode()),
        ("ไม่ใช่.xlsx", b"PK\x03\x04 no package"),
        ("เงินผิด.csv", ROWS.replace("480,000.00", "ยังไม่ทราบ").encode()),
    ],
)
def test_a_table_with_errors_is_told_and_not_written(own: Callable[..., Served], name: str, content: bytes) -> None:
    served = own(files=FILES)
    reader, address = served.reader(), f"/table/{ITEMS}"
    shown = sent(reader, address, name, content)
    assert "ยังบันทึกไม่ได้" in shown.said(".notice.is-bad")
    assert shown.page.css_first(".faults .is-error") is not None
    assert shown.page.css_first("input[name=desk-waiting]") is None
    assert Door(served.folder).history() == []


def test_only_disclosures_with_tables_take_one(own: Callable[..., Served]) -> None:
    served = own(files=FILES)
    reader = served.reader()
    for path in (NEWS, "agency.yaml", "2568/../agency.yaml", "2568/none.yaml"):
        assert reader.get(f"/table/{path}").status == 404
    assert "/table/" not in reader.get(f"/file/{NEWS}").text
    waiting = [key_of(reader), ("desk-waiting", "0" * 32), ("desk-step", "write")]
    assert reader.send(f"/table/{ITEMS}", waiting).status == 422


# --- of owners ---------------------------------------------------------------------------------------------------------

OWNERS = "/owners/2568"
NO_OWNER = {**SMALL, NEWS: SMALL[NEWS].replace("owner: ศทส.\n", "")}


def table_of(served: Served) -> dict[str, tuple[str, str]]:
    """Code of an item → its owner and its day, as the table on the disk says."""
    book = openpyxl.load_workbook(served.folder / "2568/owners.xlsx")
    assert book.active is not None
    rows = list(book.active.iter_rows(min_row=2, values_only=True))
    return {str(row[0]): (str(row[2] or ""), str(row[3] or "")) for row in rows if row[2] or row[3]}


def test_owners_and_days_are_typed_shown_written_and_taken_back(own: Callable[..., Served]) -> None:
    served = own(files=NO_OWNER)
    reader = served.reader()
    assert OWNERS in reader.get("/").text
    pairs = fields(reader.get(OWNERS), "#data-form")
    shown = reader.post(OWNERS, typed(pairs, "show", owner__O4="ศทส.", due__O4="๓๐ เม.ย. ๖๘", owner__O5="กองใหม่"))
    assert "30 เมษายน 2568" in shown.said(".changes")
    assert "กองใหม่" in shown.said(".notice")  # no unit of this name yet
    assert Door(served.folder).history() == []
    saved = reader.post(OWNERS, [*fields(shown, "form.deciding"), ("desk-step", "write")])
    assert "การแก้ครั้งที่ 1" in saved.said(".notice.is-good")
    assert table_of(served) == {"O4": ("ศทส.", "30 เมษายน 2568"), "O5": ("กองใหม่", "")}
    assert "30 เมษายน 2568" in reader.get("/?by=day&all=1").text
    unchanged = reader.post(OWNERS, [*fields(saved, "#data-form"), ("desk-step", "show")])
    assert "จึงไม่ได้เขียนแฟ้ม" in unchanged.text
    reader.post("/history/1/undo", fields(reader.get("/history/1")))
    assert not (served.folder / "2568/owners.xlsx").exists()


def test_what_is_no_day_stands_at_its_box(own: Callable[..., Served]) -> None:
    served = own(files=NO_OWNER)
    reader = served.reader()
    pairs = fields(reader.get(OWNERS), "#data-form")
    got = reader.post(OWNERS, typed(pairs, "show", due__O4="สิ้นเดือน", owner__O4="ศทส."))
    assert got.status == 422
    box = got.page.css_first('[name="due.O4"]')
    assert box is not None
    assert (box.attributes["value"], box.attributes["aria-invalid"]) == ("สิ้นเดือน", "true")
    assert "อ่านเป็นวันไม่ได้" in got.said("#fault-O4")
    assert 'value="ศทส."' in got.text


def test_two_officers_at_the_table_lose_nothing(own: Callable[..., Served]) -> None:
    served = own(files=NO_OWNER)
    one, other = served.reader(), served.reader()
    mine = typed(fields(one.get(OWNERS), "#data-form"), "show", owner__O4="ศทส.")
    theirs = typed(fields(other.get(OWNERS), "#data-form"), "show", owner__O5="ศทส.")
    shown = one.post(OWNERS, mine)
    their = other.post(OWNERS, theirs)
    other.post(OWNERS, [*fields(their, "form.deciding"), ("desk-step", "write")])
    again = one.post(OWNERS, [*fields(shown, "form.deciding"), ("desk-step", "write")])
    assert again.status == 409
    assert "มีผู้แก้ตารางนี้" in again.said(".notice")
    assert "O5" not in again.said(".changes")
    one.post(OWNERS, [*fields(again, "form.deciding"), ("desk-step", "write")])
    assert table_of(served) == {"O4": ("ศทส.", ""), "O5": ("ศทส.", "")}


def test_a_table_edited_in_excel_is_sent_back(own: Callable[..., Served]) -> None:
    served = own(files=NO_OWNER)
    reader = served.reader()
    got = reader.get(f"{OWNERS}/file")
    assert got.body == owners_table(load(served.folder).catalogues[2568], {}, [str(load(served.folder).units[0].label)])
    book = openpyxl.load_workbook(io.BytesIO(got.body))
    assert book.active is not None
    (row,) = (cell.row for cell in book.active["A"] if cell.value == "O4")
    book.active.cell(row, 3, "ศทส.")
    buffer = io.BytesIO()
    book.save(buffer)
    shown = sent(reader, OWNERS, "ผู้รับผิดชอบ ฉบับแก้.xlsx", buffer.getvalue())
    assert "O4" in shown.said(".changes")
    accept(reader, OWNERS, shown)
    assert (served.folder / "2568/owners.xlsx").read_bytes() == buffer.getvalue()
    page = reader.get(OWNERS)
    assert table_of(served) == {"O4": ("ศทส.", "")}
    again = reader.post(OWNERS, typed(fields(page, "#data-form"), "show", due__O4="1 พ.ค. 68"))
    assert "เขียนตารางใหม่ทั้งแฟ้ม" in again.text  # its looks are those of another program


def test_a_table_that_says_more_than_the_page_holds_is_edited_in_excel_alone(own: Callable[..., Served]) -> None:
    served = own(files={**NO_OWNER, "2568/owners.csv": "ข้อ,ผู้รับผิดชอบ,โทรศัพท์\nO4,ศทส.,1234\n"})
    reader = served.reader()
    page = reader.get(OWNERS)
    assert "แก้ใน Excel แล้วส่งแฟ้มข้างล่าง" in page.said(".notice.is-fair")
    assert page.page.css_first("[name='owner.O4']") is None
    assert "ศทส." in page.said(".owners")
    assert reader.get("/file/2568/owners.csv").status == 404
    shown = sent(reader, OWNERS, "ใหม่.xlsx", as_xlsx("ข้อ,ผู้รับผิดชอบ\nO4,กองใหม่\nO99,กองใหม่"))
    assert "แถวที่ไม่ใช่ข้อของปีนี้ 1 แถว" in shown.text
    accept(reader, OWNERS, shown)
    assert not (served.folder / "2568/owners.csv").exists()
    assert "กองใหม่" in reader.get(OWNERS).said(".owners")


@pytest.mark.parametrize(("name", "content"), [("x.csv", b"a,b\n1,2\n"), ("x.xlsx", b"PK\x03\x04"), ("x.docx", b"PK")])
def test_what_is_no_table_of_owners_is_told_and_not_written(
    own: Callable[..., Served], name: str, content: bytes
) -> None:
    served = own(files=NO_OWNER)
    got = sent(served.reader(), OWNERS, name, content)
    assert got.status == 422
    assert got.said(".notice.is-bad")
    assert Door(served.folder).history() == []


def test_there_is_a_page_of_owners_for_shown_years_alone(own: Callable[..., Served]) -> None:
    reader = own(files=NO_OWNER).reader()
    assert reader.get("/owners/2567").status == 404
    assert reader.get("/owners/2567/file").status == 404
