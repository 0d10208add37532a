"""Totals that a table states, compared with its rows: the sum of a part, of a sheet, or of all that came before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.tables.columns import Form
from generator.tables.foreign_rows import ForeignRow
from generator.writing.figures import write_figure


class Running:
    """What rows come to so far: each amount, and ``None`` for their number.

    Attributes:
        before: what they came to at each total before, and at the beginning.
    """

    def __init__(self, form: Form) -> None:
        amounts = [column.key for column in form.kept if column.kind == "amount"]
        self.now: dict[str | None, Decimal] = dict.fromkeys((None, *amounts), Decimal(0))
        self.before: dict[str | None, set[Decimal]] = {key: {Decimal(0)} for key in self.now}
        self.last = dict(self.now)

    def fits(self, key: str | None, stated: Decimal) -> bool:
        """Whether a total is that of the rows since any total before it, or since the beginning."""
        return self.now[key] - stated in self.before[key]

    def close(self) -> None:
        """Begin a new part behind a total."""
        for key, now in self.now.items():
            self.before[key].add(now)
        self.last = dict(self.now)


class StatedTotals:
    """The totals of one table.

    Attributes:
        is_certain: whether every row above could be read; else no total can be judged.
    """

    def __init__(self, form: Form, order: Mapping[str, int], whole: Running) -> None:
        self.own = Running(form)
        self.whole = whole
        self.is_certain = True
        self.order: dict[str | None, int] = {key: order[key] for key in self.own.now if key and key in order}

    def add(self, values: Sequence[Sequence[Any]], count: int) -> None:
        """Add rows, whose values are given column by column."""
        for key, place in self.order.items():
            amount = sum((value for value in values[place] if value is not None), Decimal(0))
            for one in (self.own, self.whole):
                one.now[key] += amount
        for one in (self.own, self.whole):
            one.now[None] += count

    def is_sum(self, total: ForeignRow) -> bool:
        """Whether amounts that nothing calls a total are those that the rows come to."""
        return self.is_certain and all(self._fits(key, amount) for key, (_, amount) in total.amounts.items())

    def compare(self, total: ForeignRow) -> Iterator[tuple[int, dict[str, str]]]:
        """Position of a cell whose total no rows come to, with what it states and what the rows come to."""
        stated: list[tuple[int, tuple[str | None, ...], Decimal]] = [
            (index, (key,), amount) for key, (index, amount) in total.amounts.items() if key in self.order
        ]
        if self.order:
            stated += [(index, tuple(reversed(self.order)), amount) for index, amount in total.of_any]
        if total.count is not None:
            stated.append((total.count[0], (None,), Decimal(total.count[1])))
        if self.is_certain and not total.is_running:
            for index, keys, amount in stated:
                if not any(self._fits(key, amount) for key in keys):
                    yield index, self._facts(keys[0], amount)
        self.own.close()
        self.whole.close()

    def _fits(self, key: str | None, stated: Decimal) -> bool:
        return self.own.fits(key, stated) or self.whole.fits(key, stated)

    def _facts(self, key: str | None, stated: Decimal) -> dict[str, str]:
        """The sum of the last part; of the whole table where there is only one part, or the total stands below others."""
        part = self.own.now[key] - self.own.last[key]
        return {"stated": write_figure(stated), "computed": write_figure(part or self.own.now[key])}
