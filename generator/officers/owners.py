"""The table of the owners and days of a year's items, as ``oit new`` and ``oit new-year`` write it.

It is a workbook and no CSV file: Excel opens both by a double click, but saves a CSV file in the letters of old Windows
and turns a day that was typed into one of its own. Here every cell to fill in is text, so that Excel leaves alone what is
typed (``30 เม.ย. 68``, ``30/4/2568``), and a day that comes from elsewhere is read as well.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter import Workbook

from generator.models.catalogue import Catalogue
from generator.models.owners import ItemOwner
from generator.site.owners import FORM, NAME, short_title
from generator.tables.xlsx import CREATED
from generator.writing.dates import write_date

SHEET = "ผู้รับผิดชอบ"
_WIDTHS = (10, 70, 30, 24)
_LONGEST_LIST = 255
"""Letters of a list that Excel keeps in a cell."""


def owners_path(year: int) -> str:
    """Where the table of a year stands in the data folder."""
    return f"{year}/{NAME}"


def owners_table(catalogue: Catalogue, said: Mapping[str, ItemOwner] | None = None, units: Iterable[str] = ()) -> bytes:
    """The content of the table: a row an item, in the order of the list. The same data gives the same bytes.

    Args:
        said: code of an item → what is known of its owner and its day.
        units: names of the agency's units, which Excel then offers.
    """
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED})
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "top"})
    fixed = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "font_color": "#444444"})
    open_ = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    sheet = book.add_worksheet(SHEET)
    for column, (of, width) in enumerate(zip(FORM.kept, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, of.header, head)
    for number, row in enumerate(_rows(catalogue, said or {}), 1):
        for column, text in enumerate(row):
            form = fixed if column < 2 else open_
            if text:
                sheet.write_string(number, column, text, form)
            else:
                sheet.write_blank(number, column, None, form)
    offered = list(units)
    if offered and len(",".join(offered)) <= _LONGEST_LIST:
        choice = {"validate": "list", "source": offered, "show_error": False}
        sheet.data_validation(1, 2, max(len(catalogue.items), 1), 2, choice)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()


def _rows(catalogue: Catalogue, said: Mapping[str, ItemOwner]) -> Iterable[Sequence[str]]:
    for item in catalogue.items:
        known = said.get(item.code)
        owner = known.owner.unit if known and known.owner else ""
        due = write_date(known.due, "th", "arabic") if known and known.due else ""
        yield item.code, short_title(item), owner, due
