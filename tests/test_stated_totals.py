"""Totals against rows: of a part, of all, of several parts together; and what is no total of these rows."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.blocks.procurement import PLAN
from generator.tables.foreign_rows import ForeignRow, Kind
from generator.tables.stated_totals import Running, StatedTotals


def stated(amount: int, count: int | None = None, *, is_running: bool = False) -> ForeignRow:
    return ForeignRow(
        Kind.TOTAL, {"budget": (1, Decimal(amount))}, (0, count) if count else None, is_running=is_running
    )


def totals() -> StatedTotals:
    return StatedTotals(PLAN, {"budget": 0}, Running(PLAN))


PARTS = st.lists(st.lists(st.integers(0, 10**6), max_size=4), min_size=1, max_size=5)


@given(parts=PARTS)
def test_the_total_of_each_part_and_of_all_agree_and_a_satang_more_does_not(parts: list[list[int]]) -> None:
    table, wrong = totals(), totals()
    for part in parts:
        for one in (table, wrong):
            one.add([[Decimal(amount) for amount in part]], len(part))
        assert list(table.compare(stated(sum(part)))) == []
    everything = sum(map(sum, parts))
    assert list(table.compare(stated(everything, sum(map(len, parts))))) == []
    (found,) = wrong.compare(ForeignRow(Kind.TOTAL, {"budget": (1, everything + Decimal("0.01"))}))
    assert found[0] == 1


def test_a_number_of_rows_is_a_total_too_and_what_was_brought_forward_is_none() -> None:
    table = totals()
    table.add([[Decimal(5), Decimal(7), None]], 3)
    assert list(table.compare(stated(99, is_running=True))) == []
    assert list(table.compare(stated(12, 2))) == [(0, {"stated": "2", "computed": "3"})]
    table.is_certain = False
    assert list(table.compare(stated(99))) == []


def test_a_total_of_all_sheets_stands_on_the_last_one() -> None:
    whole = Running(PLAN)
    first, last = (StatedTotals(PLAN, {"budget": 0}, whole) for _ in range(2))
    first.add([[Decimal(5)]], 1)
    last.add([[Decimal(7)]], 1)
    assert list(last.compare(stated(12))) == []
    last.add([[Decimal(1)]], 1)
    assert list(last.compare(stated(5))) == [(1, {"stated": "5", "computed": "1"})]
