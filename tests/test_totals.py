"""What is computed from the rows of tables: totals, groups, the rows that pages show, numbers that must be unique."""

from __future__ import annotations

import datetime
import tracemalloc
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.families.proc_items.model import ProcItems
from tests.jobs import HEADER, ROW, YEAR, as_csv, fine, places, read, row


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
    read_disclosure = disclosure.with_rows(table)
    presence = {key: of.state.value for key, of in read_disclosure.shows().items()}
    assert presence["budget"] == "shown"
    assert presence["median_price"] == "none"
    assert disclosure.rows is None  # what was made from the file alone stays as it was
    assert presence["winner"] == "missing"


SATANG = st.integers(0, 10**9).map(lambda satang: Decimal(satang) / 100)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(budgets=st.lists(SATANG, min_size=1, max_size=30), split=st.integers(0, 30))
def test_sums_are_exact_and_every_breakdown_adds_up_to_them(budgets: list[Decimal], split: int, tmp_path: Path) -> None:
    methods = ["เฉพาะเจาะจง", "คัดเลือก", "e-bidding"]
    rows = [
        row(budget=str(budget), method=methods[n % 3], egp_number=f"67{10 + n % 3}9{n:06}", agreed_price="", winner="")
        for n, budget in enumerate(budgets)
    ]
    files = [
        as_csv(tmp_path / f"{n}.csv", [HEADER, *part]) for n, part in enumerate((rows[:split], rows[split:])) if part
    ]
    table = fine(*files)
    assert (table.count, table.sums["budget"]) == (len(budgets), sum(budgets))
    for groups in table.groups.values():
        assert (sum(g.count for g in groups), sum(g.sums[0] for g in groups)) == (len(budgets), sum(budgets))
    assert [one["budget"] for one in table.largest] == sorted(budgets, reverse=True)


def test_a_number_that_a_row_of_any_file_has_is_told_with_the_first_place_of_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first = as_csv(tmp_path / "a.csv", [HEADER, row(egp_number="-"), ROW, row(egp_number="-"), ROW])
    second = as_csv(tmp_path / "b" / "a.csv", [HEADER, row(egp_number="67109000002"), ROW])
    _, faults = read(first, second)
    assert places(faults) == [(5, 9, "table-repeated-number", "I5"), (3, 9, "table-repeated-number", "I3")]
    assert [fault.facts["first"] for fault in faults] == ["a.csv:3", "a.csv:3"]  # same name, same line, another folder


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
