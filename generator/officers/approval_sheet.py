"""The sheet that a director signs: what waits for approval, item by item, on A4, with what changed in words.

An XLSX file, as offices print and file them; a line of a change is a row, so that long items run over pages.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.officers.approving import Candidate
from generator.tables.xlsx import CREATED
from generator.writing.dates import write_date

MOST = 60
"""Changes of one item that are listed."""
_WIDTHS = (9, 72, 9)
_A4 = 9
_HASH = 12
"""Letters of the hash by which the paper is known to be of the content that ``approvals.yaml`` names."""


def approval_sheet(
    agency: str, listed: Sequence[Candidate], words: Mapping[str, Any], *, by: str = "", day: str = ""
) -> bytes:
    """The content of the XLSX file, the same bytes for the same content.

    Args:
        agency: its name.
        words: the part ``approve`` of the fixed words, in Thai.
        by: who approves, where that is known; else there is a line to write it on.
        day: when, as it is written.
    """
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED})
    _Sheet(book, words["sheet"], words).write(agency, listed, by, day)
    book.close()
    return buffer.getvalue()


class _Sheet:
    """The one sheet while it is written, row by row."""

    def __init__(self, book: Workbook, said: Mapping[str, str], words: Mapping[str, Any]) -> None:
        self._said, self._words, self._row = said, words, 0
        look: dict[str, dict[str, Any]] = {
            "title": {"bold": True, "font_size": 15, "align": "center"},
            "middle": {"align": "center", "text_wrap": True, "valign": "top"},
            "head": {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "bg_color": "#DCE6F1"},
            "item": {"bold": True, "border": 1, "text_wrap": True, "valign": "top", "bg_color": "#F2F2F2"},
            "box": {"border": 1, "align": "center", "valign": "top", "font_size": 14, "bg_color": "#F2F2F2"},
            "note": {
                "left": 1,
                "right": 1,
                "text_wrap": True,
                "valign": "top",
                "italic": True,
                "font_color": "#333333",
            },
            "line": {"left": 1, "right": 1, "text_wrap": True, "valign": "top", "indent": 1},
            "side": {"left": 1, "right": 1},
            "last": {"top": 1},
            "plain": {"valign": "top"},
        }
        self._look: dict[str, Format] = {name: book.add_format({"font_size": 11, **one}) for name, one in look.items()}
        self._sheet: Worksheet = book.add_worksheet(said["name"])
        for column, width in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, width)
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.7, right=0.5, top=0.7, bottom=0.8)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.hide_gridlines(2)
        self._sheet.set_footer(said["footer"])

    def write(self, agency: str, listed: Sequence[Candidate], by: str, day: str) -> None:
        years = ", ".join(str(year) for year in sorted({one.year for one in listed}))
        self._cells(("", self._said["title"].format(years=years), ""), "title")
        self._cells(("", agency, ""), "middle")
        self._cells(("", self._said["lead"].format(count=len(listed)), ""), "middle")
        self._row += 1
        self._sheet.repeat_rows(self._row)
        self._cells((self._said["item"], self._said["changes"], self._said["agreed"]), "head")
        for one in listed:
            self._item(one, is_agreed=bool(by))
        self._cells(("", "", ""), "last")
        self._signature(by, day)

    def _item(self, one: Candidate, *, is_agreed: bool) -> None:
        title = f"{one.title} ({one.owner})" if one.owner else one.title
        self._sheet.write_string(self._row, 0, one.code or one.family, self._look["item"])
        self._sheet.write_string(
            self._row, 1, f"{title} {self._said['of_year'].format(year=one.year)}", self._look["item"]
        )
        self._sheet.write_string(self._row, 2, "☑" if is_agreed else "☐", self._look["box"])
        self._row += 1
        why = str(self._words["why"][one.why])
        if one.last:
            why += self._words["last"].format(by=one.last.by, date=write_date(one.last.date, "th"))
        if one.files:
            why += self._said["hash"].format(hash=one.files[0].sha256[:_HASH])
        self._line(why, "note")
        for change in one.changes[:MOST]:
            self._line(f"• {change}", "line")
        if len(one.changes) > MOST:
            self._line(self._words["more"].format(count=len(one.changes) - MOST), "note")

    def _line(self, text: str, look: str) -> None:
        self._sheet.write_blank(self._row, 0, None, self._look["side"])
        self._sheet.write_string(self._row, 1, text, self._look[look])
        self._sheet.write_blank(self._row, 2, None, self._look["side"])
        self._row += 1

    def _signature(self, by: str, day: str) -> None:
        """Kept together at the end: who prepared it, who approves."""
        self._row += 1
        for text in (
            self._said["prepared"],
            self._said["day_line"],
            "",
            self._said["opinion"],
            "",
            self._said["signed"],
            self._said["by"].format(by=by) if by else self._said["by_line"],
            self._said["day"].format(day=day) if day else self._said["day_line"],
        ):
            self._sheet.write_string(self._row, 1, text, self._look["middle" if text else "plain"])
            self._sheet.set_row(self._row, 22)
            self._row += 1

    def _cells(self, cells: Sequence[str], look: str) -> None:
        for column, text in enumerate(cells):
            if text:
                self._sheet.write_string(self._row, column, text, self._look[look])
            elif look in ("head", "last"):
                self._sheet.write_blank(self._row, column, None, self._look[look])
        self._row += 1
