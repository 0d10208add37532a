"""Rows that are no entry of a table: totals, notes, signatures, headings, and what says that a month had none.

Only rows that are not read as an entry come here, so that an entry is never taken for one of these.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from generator.tables.columns import Form, header_key, matches, shown
from generator.tables.headers import Header
from generator.tables.layouts import is_numbering
from generator.tables.months import month_in
from generator.tables.records import Record
from generator.writing.baht import baht_of_words
from generator.writing.figures import fold_digits, parse_figure
from generator.writing.readings import plain_amount


class Kind(StrEnum):
    """What a row is that is no entry."""

    BLANK = "blank"
    NUMBERED = "numbered"
    TOTAL = "total"
    NONE = "none"
    NOTE = "note"
    SIGNATURE = "signature"
    TITLE = "title"
    HEADER = "header"


@dataclass(frozen=True)
class ForeignRow:
    """A row that is no entry.

    Attributes:
        amounts: column of a sum → what a total says that it comes to, and the position of the cell.
        count: how many entries a total says that there are, and the position of the cell.
        month: the month that a heading names, or that had none.
        text: what it says.
        is_running: whether a total counts what other tables have, too, or tells something else of it, as what is left.
        of_any: amounts in words or in a sentence, below no column: each may be the sum of any; and the position of the cell.
        is_named: whether anything says that it is a total; amounts alone may be a part of a job.
    """

    kind: Kind
    amounts: Mapping[str, tuple[int, Decimal]] = field(default_factory=dict)
    count: tuple[int, int] | None = None
    month: datetime.date | None = None
    text: str = ""
    is_running: bool = False
    of_any: tuple[tuple[int, Decimal], ...] = ()
    is_named: bool = True


_TOTAL = re.compile(
    r"[\s(\-–]*(?:ราคา|จำนวนเงิน|ผล|ยอด|วงเงิน)?\s*(?:รวม|ทั้งสิ้น|ทั้งหมด)|ยอด(?:เงิน)?(?:รวม|ทั้งสิ้น|ยกมา|ยกไป)|ยก(?:มา|ไป)|เป็นเงิน|จำนวนเงินทั้ง|สรุปยอด|"
    r"(?:grand\s*|sub\s*-?)?total\b|sum\b",
    re.IGNORECASE,
)
_RUNNING = re.compile("สะสม|ยกมา|ยกไป|ทุกเดือน|ตั้งแต่|ถึงเดือน")
_OF_TOTAL = re.compile(
    r"[\s(\-–]*(?:จำนวน)?(?:เงิน|วงเงิน|งบประมาณ|งบ|ราคา)?(?:ที่)?(?:ประหยัด|คงเหลือ|เหลือ(?:จ่าย)?|ส่วนต่าง|ผลต่าง|ลดลง|คิดเป็น|ร้อยละ|โดยเฉลี่ย|เฉลี่ย)"
)
"""How a row below a total begins that tells something else of it: what was saved, what is left, a share."""
_SHARE = re.compile(r"[\d.,]+\s*%")
_IN_SENTENCE = re.compile(r"(?<![\d.,/])(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)(?:\s*\.?-)?\s*บาท")
_COUNTED = re.compile(r"(\d{1,6})\s*(?:รายการ|งาน|โครงการ|สัญญา|ฉบับ|เรื่อง|ราย)")
_NONE = re.compile(
    r"[\s*\-–—_.\"“”()]*(?:(?:ใน|ประจำ)?(?:รอบ)?\s*เดือน\s*[ก-๙.]+\s*(?:พ\.?\s?ศ\.?)?\s*\d*\s*)?(?:หน่วยงาน)?"
    r"ไม่(?:มี|ได้|ปรากฏ)\s*(?:การ|รายการ|ผล|ผลการ|การดำเนินการ|ดำเนินการ|โครงการ|ข้อมูล(?:การ)?|งาน(?:ที่)?|มีการ)*\s*(?:จัด)?(?:ซื้อ|จ้าง|หา)"
)
_BARE_NONE = re.compile(
    r"[\s*\-–—_.\"“”()]*(?:(?:ใน|ประจำ)?(?:รอบ)?\s*เดือน(?:นี้|\s*[ก-๙.]+\s*(?:พ\.?\s?ศ\.?)?\s*\d*)\s*)?"
    r"ไม่มี(?:ข้อมูล|รายการ|งาน|การดำเนินการ)?\s*(?:ใน)?(?:รอบ)?(?:เดือน)?(?:นี้)?[\s*\-–—_.\"“”()]*"
)
"""A statement of none that is one where nothing else stands in its row."""
_NONE_BEHIND = re.compile(r"[^\n]{1,60}?\s*ไม่(?:มี|ได้)\s*(?:การ|รายการ|ดำเนินการ)*\s*จัด(?:ซื้อ|จ้าง|หา)")
"""A statement of none behind whose it is, where nothing else stands in its row."""
_FEWEST_DASHES = 3
"""Cells with a dash that make a row of an empty month."""
_POINT = re.compile(r"\s*(?:\(?[0-9๐-๙]{1,2}[.)]|[-–•*])")
_NOTE = re.compile(r"\s*(?:หมายเหตุ|ที่มา|ข้อมูล\s*ณ|อ้างอิง|คำอธิบาย|note\b|remark|source\b|\*)", re.IGNORECASE)
_PART = re.compile(
    r"\s*(?:[0-9๐-๙ก-ฮ]{1,2}[.)]\s*)?(?:(?:หมวด|ประเภท|ส่วนที่|กลุ่มที่|ตอนที่)[^\n]{0,60}|งบ(?:ลงทุน|ดำเนินงาน|กลาง|บุคลากร|เงินอุดหนุน|รายจ่ายอื่น)"
    r"|(?:งาน|การ|รายการ)?(?:(?:จัด)?(?:ซื้อ|จ้าง|หา|เช่า)(?:/|หรือ|และ)?)+(?:\s*(?:โดย)?วิธี[^\n]{0,40})?|(?:โดย)?วิธี[^\n]{0,40})\s*"
)
"""A heading of rows of one kind, which is no job: ``งานจัดซื้อ``, ``หมวดค่าวัสดุ``, ``วิธีเฉพาะเจาะจง``."""
_SIGNATURE = re.compile(
    r"\s*(?:ลงชื่อ|ลงนาม|\(ลงชื่อ|ตำแหน่ง|ผู้(?:รายงาน|จัดทำ|ตรวจ|อนุมัติ|รับรอง|บันทึก|เสนอ$|ทาน|ลงนาม|สรุป)|\(?\s*[.…_]{5,}"
    r"|\(\s*(?:นาย|นาง|น\.ส\.|ดร\.|ว่าที่|พ\.|ร\.|จ่า|ส\.|ผศ\.|รศ\.).*\)\s*$|\(\s*[ก-๙. ]+\s+[ก-๙. ]+\)\s*$)"
)
_MOST_OF_A_SIGNATURE = 4
"""Cells of one row of a signature: several people may sign beside each other."""


@dataclass
class _Total:
    """What is found of a total from left to right."""

    label: str = ""
    count: tuple[int, int] | None = None
    of_any: list[tuple[int, Decimal]] = field(default_factory=list)
    amounts: dict[str, tuple[int, Decimal]] = field(default_factory=dict)

    def take_text(self, index: int, text: str) -> bool:
        """Note a text that a total may have beside its amounts; False of any other."""
        is_label = (_TOTAL.match(text) or _OF_TOTAL.match(text)) is not None
        if is_label:
            self.label = self.label or text
        if (words := _words_of(text)) is not None:
            self.of_any.append((index, words))
        elif said := self._in_sentence(text) if is_label or text.startswith("จำนวน") else []:
            self.of_any += [(index, amount) for amount in said]
            self.label = self.label or text
        elif counted := _COUNTED.search(fold_digits(text)):
            self.count = (index, int(counted[1]))
        else:
            return is_label or text in ("บาท", "บาทถ้วน") or _SHARE.fullmatch(text) is not None
        if counted := _COUNTED.search(fold_digits(text)):
            self.count = (index, int(counted[1]))
        return True

    @staticmethod
    def _in_sentence(text: str) -> list[Decimal]:
        """The amounts of a text that sums up in words of its own: ``จำนวน 2 สัญญา รวมเป็นเงิน 10,000 บาท``."""
        if _OF_TOTAL.match(text) or not re.search("รวม|ทั้งสิ้น|เป็นเงิน", text):
            return []
        return [Decimal(found[1].replace(",", "")) for found in _IN_SENTENCE.finditer(fold_digits(text))]

    def row(self) -> ForeignRow:
        is_running = bool(_RUNNING.search(self.label) or _OF_TOTAL.match(self.label))
        return ForeignRow(
            Kind.TOTAL,
            self.amounts,
            self.count,
            text=self.label,
            is_running=is_running,
            of_any=tuple(self.of_any),
            is_named=bool(self.label or self.of_any),
        )


class ForeignRows:
    """Tells what a row is that is no entry; knows what came before, because a signature has several rows."""

    def __init__(self, form: Form, header: Header, year: int) -> None:
        self.form = form
        self.header = header
        self.year = year
        self.last: Kind | None = None
        self.keys = {position: column for position, column in header.columns}
        self.sums = {header.origin(position): one for position, one in header.columns if one.kind == "amount"}

    def classified(self, cells: Sequence[Any], *, is_across: bool = False) -> ForeignRow | None:
        """What a row is, or None where it may be an entry.

        Args:
            is_across: whether its one text is merged over several columns.
        """
        texts = [shown(cell).strip() for cell in cells]
        filled = {
            index: text for index, text in enumerate(texts) if text.strip("-–— ") and index not in self.header.ordinals
        }
        numbers = {index: texts[index] for index in self.header.ordinals if index < len(texts) and texts[index]}
        found = self._classified(texts, filled, numbers, is_across)
        if found is None or found.kind is not Kind.BLANK:
            self.last = found.kind if found else None
        return found

    def _classified(
        self, texts: list[str], filled: dict[int, str], numbers: dict[int, str], is_across: bool
    ) -> ForeignRow | None:
        worded = {index: text for index, text in numbers.items() if text.strip("-–— ") and not _is_number(text)}
        if not filled and not worded:
            if self.form.has_months and sum(bool(text) for text in texts) - len(numbers) >= _FEWEST_DASHES:
                return ForeignRow(Kind.NONE)  # a row of dashes; of which month, the sheet has to say
            return ForeignRow(Kind.NUMBERED if numbers else Kind.BLANK)
        said = {**worded, **filled}
        return self._none(said) or self._repeated_header(texts) or self._total(said) or self._aside(said, is_across)

    def _none(self, said: dict[int, str]) -> ForeignRow | None:
        """A statement that there was none, beside nothing but its month."""
        texts = list(said.values())
        stated = next((text for text in texts if _NONE.match(text)), "")
        if not stated and len(texts) == 1 and (_BARE_NONE.fullmatch(texts[0]) or _NONE_BEHIND.match(texts[0])):
            stated = texts[0]
        if not stated or not self.form.has_months:
            return None
        others = [text for text in texts if text != stated]
        months = {month for text in (stated, *others) if (month := month_in(text, self.year))}
        if len(months) > 1 or any(not month_in(text, self.year) and not _NONE.match(text) for text in others):
            return None
        return ForeignRow(Kind.NONE, month=next(iter(months), None), text=stated.strip(' -–—*_."“”'))

    def _repeated_header(self, texts: list[str]) -> ForeignRow | None:
        """The header once more, with the same columns in the same places; or the numbers of its columns."""
        if is_numbering([text for text in texts if text]) and len(self.header.columns) > 3:
            return ForeignRow(Kind.HEADER)
        if matches(self.form, texts) < min(3, len(self.header.columns)):
            return None
        names = [header_key(name) for name in self.header.names]
        is_same = all(not text or (n < len(names) and header_key(text) == names[n]) for n, text in enumerate(texts))
        return ForeignRow(Kind.HEADER) if is_same else None

    def _total(self, said: dict[int, str]) -> ForeignRow | None:
        """A row that sums up: a word for it, amounts, an amount in words, a number of entries, and nothing else."""
        total = _Total()
        for index, text in said.items():
            amount = _amount(text)
            if amount is None:
                if not total.take_text(index, text) and not month_in(text, self.year):
                    return None
            elif column := self.sums.get(index):
                total.amounts[column.key] = (index, amount)
            elif not self._may_be_sum(index):
                return None
        if total.amounts and not total.label:  # in words alone, below amounts, they are those of the same row
            total.of_any.clear()
        is_nameless = self.last is not Kind.SIGNATURE and set(said) <= set(self.sums)
        return total.row() if total.label or total.of_any or is_nameless else None

    def _may_be_sum(self, index: int) -> bool:
        """Whether an amount under this column may be a part of a total: that of other amounts, or a number of rows."""
        column = self.keys.get(index)
        return column is None or column.kind in ("amount", "lines", "text")

    def _aside(self, said: dict[int, str], is_across: bool) -> ForeignRow | None:
        """Notes, signatures and headings."""
        texts = list(said.values())
        if _NOTE.match(texts[0]) and len(texts) <= 2:
            return ForeignRow(Kind.NOTE, text=texts[0])
        if self._is_signature(said):
            return ForeignRow(Kind.SIGNATURE, text=texts[0])
        return self._alone(texts[0], is_across or self._is_apart(said)) if len(texts) == 1 else None

    def _is_signature(self, said: dict[int, str]) -> bool:
        is_signed = self.last is Kind.SIGNATURE or any(map(_SIGNATURE.match, said.values()))
        return is_signed and len(said) <= _MOST_OF_A_SIGNATURE and not any(map(self._is_typed, said, said.values()))

    def _alone(self, text: str, is_apart: bool) -> ForeignRow | None:
        """What the one text of a row is: where no entry has a text, or of a period, it is a heading."""
        if self.last is Kind.NOTE and (is_apart or _POINT.match(text)):
            return ForeignRow(Kind.NOTE, text=text)
        month = month_in(text, self.year) if self.form.month_of else None
        if month or is_apart or _PART.fullmatch(text) or re.match(r"\s*(?:ประจำ)?(?:เดือน|ไตรมาส|ปีงบประมาณ)", text):
            return ForeignRow(Kind.TITLE, month=month, text=text)
        return None

    def _is_apart(self, said: dict[int, str]) -> bool:
        """Whether the one text of a row stands where the rows are numbered, and no entry has a text."""
        return set(said) <= self.header.ordinals

    def _is_typed(self, index: int, text: str) -> bool:
        column = self.keys.get(index)
        return column is not None and column.kind == "amount" and _amount(text) is not None


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[\d๐-๙.()\s/]+", text) is not None


def _amount(text: str) -> Decimal | None:
    """The amount that a text has in digits."""
    try:
        if baht_of_words(text) is not None:
            return None
        return parse_figure(plain_amount(text))
    except ValueError:
        return None


def _words_of(text: str) -> Decimal | None:
    """The amount in words of a text, alone or behind its label."""
    return (
        baht_of_words(text) or baht_of_words(re.sub(r"^[^(]*[(:]", "", text)) or baht_of_words(_TOTAL.sub("", text, 1))
    )


def bids_continued(form: Form, header: Header, records: Iterator[Record]) -> Iterator[Record]:
    """The records, each with the rows below it that only go on with one of its columns, as bids of further bidders do."""
    own = header.cells_of(form.continued) if form.continued else frozenset()
    if not own:
        yield from records
        return
    lead = next((header.origin(position) for position, _ in header.columns if position not in own), 0)
    before: Record | None = None
    for record in records:
        cells = record[2]
        is_job = len(cells) > lead and cells[lead] and cells[lead] != " "  # the usual case, known at once
        if before is not None and not is_job:
            if not any(shown(cell).strip() for cell in cells):
                yield record
                continue
            if _goes_on(own, cells):
                before = (before[0], before[1], _joined(own, header.width, before[2], cells))
                continue
        if before is not None:
            yield before
        before = record
    if before is not None:
        yield before


def _goes_on(own: frozenset[int], cells: Sequence[Any]) -> bool:
    """Whether a row has nothing but cells of one column, which are no statement, total or note."""
    filled = {index: text for index, cell in enumerate(cells) if (text := shown(cell).strip())}
    return own.issuperset(filled) and not any(_NONE.match(text) or is_aside(text) for text in filled.values())


def _joined(own: frozenset[int], width: int, above: Sequence[Any], cells: Sequence[Any]) -> list[Any]:
    """The row above with the cells of one column of this row below its own."""
    joined = [*above, *[""] * (width - len(above))]
    for index in own.intersection(range(len(cells))):
        joined[index] = "\n".join(filter(None, (shown(joined[index]).strip(), shown(cells[index]).strip())))
    return joined


def is_aside(text: str) -> bool:
    """Whether a text is that of a total, a note or a signature."""
    return _TOTAL.match(text) is not None or _NOTE.match(text) is not None or _SIGNATURE.match(text) is not None
