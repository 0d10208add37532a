"""The list of OIT items on a page that anybody made: tables, lists, headings, accordions.

What belongs to an item is what follows the place where it begins, until the next item or the end of the list. Pages in,
:class:`ListedItem` out; nothing is opened here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from generator.audit.audit_words import matches, plain
from generator.audit.item_blocks import parted
from generator.audit.item_marks import (
    SURELY_ALIKE,
    ItemMark,
    alike,
    item_marks,
    other_marks,
    titles_of,
    year_of,
    year_said,
)
from generator.files.content import Anchor, Block, ReadDocument
from generator.models.catalogue import Catalogue, Item

FEWEST_ITEMS = 5
"""Items that make a list; fewer are a mention."""
MOST_ITEMS = 300
"""Items of one page that are read; no catalogue has a third of it in all of its years."""
MOST_LINKS = 80
"""Links of one item that are read; more is a menu."""


@dataclass(frozen=True)
class ListedItem:
    """An item as a page lists it.

    Attributes:
        code: ``O12``.
        title: what stands beside the code.
        text: all that stands in its place.
        year: the year that its list says it is of, or None.
        page: address of the page.
        is_coded: whether the page gives the code; else the title told which item it is.
    """

    code: str
    title: str
    text: str
    links: tuple[Anchor, ...]
    page: str
    line: int
    column: int
    year: int | None = None
    is_coded: bool = True


def item_lists(
    document: ReadDocument, page: str, catalogues: Mapping[int, Catalogue], fewest: int = FEWEST_ITEMS
) -> dict[int | None, list[ListedItem]]:
    """Year → the items that a page lists for it, in order; None where the page does not say of which year they are.

    What a page repeats in its menu does not count, unless there is nothing else. Codes of several letters make a list
    where there are no others.

    Args:
        fewest: items that make a list.
    """
    for is_aside in (False, True):
        blocks = list(parted(block for block in document.blocks if not block.is_aside or is_aside))
        marks = _marks_of_list(item_marks(blocks, catalogues), fewest) or _marks_of_list(other_marks(blocks), fewest)
        if marks:
            return _by_year(_items_between(blocks, marks, page, year_said(document.title)), fewest)
    return {}


def _marks_of_list(marks: Iterable[ItemMark], fewest: int) -> list[ItemMark]:
    """The marks that make a list, none where there are too few."""
    every = list(marks)
    coded = [mark for mark in every if mark.is_coded]
    if _is_list(coded, fewest):
        every = _with_codes(every, coded)
    return every[:MOST_ITEMS] if _is_list(every, fewest) else []


def _with_codes(every: Sequence[ItemMark], coded: Sequence[ItemMark]) -> list[ItemMark]:
    """The items that have codes, and of those that have only titles the ones that the codes leave open.

    Any other title is a mention: of an item that has its code, or outside of what the list is made of.
    """
    known: dict[int | None, set[str]] = {}
    for mark in coded:
        known.setdefault(mark.year, set()).add(mark.code)
    tags = {mark.block.tag for mark in coded}

    def is_open(mark: ItemMark) -> bool:
        is_item = mark.block.links or mark.block.level or matches("states_none", mark.block.text)
        is_part = mark.block.tag in tags and is_item
        return bool(is_part and mark.codes - known.get(mark.year, set()))

    return [mark for mark in every if mark.is_coded or is_open(mark)]


def _is_list(items: Iterable[ItemMark | ListedItem], fewest: int) -> bool:
    return len({item.code for item in items}) >= fewest


def _items_between(
    blocks: Sequence[Block], marks: Sequence[ItemMark], page: str, page_year: int | None
) -> Iterator[ListedItem]:
    heads = _heads(blocks)
    units = _units(marks)
    starts = [
        _start(blocks, mark, unit, before) for mark, unit, before in zip(marks, units, [None, *marks], strict=False)
    ]
    longest = 0
    for mark, unit, start, end in zip(marks, units, starts, [*starts[1:], None], strict=True):
        is_last = end is None
        scope = list(_scope(blocks, mark, unit, len(blocks) if end is None else end, is_last=is_last))
        if is_last and len(marks) >= FEWEST_ITEMS and unit not in scope[-1].within:
            scope = scope[:longest]  # below the last item stands what is below the list, such as the foot of the page
        longest = max(longest, len(scope))
        inside = [*blocks[start : mark.number], *scope]
        year = mark.year or page_year
        columns = _years_of_columns(heads.get(mark.block.group, ())) if year is None and mark.block.cells else {}
        parts: list[tuple[int, int | None]] = [*columns.items()] or [(-1, year)]
        for column, column_year in parts:
            others = columns.keys() - {column}
            links = tuple(link for block in inside for link in _answers(block, heads.get(block.group, ()), others))[
                :MOST_LINKS
            ]
            yield ListedItem(
                mark.code,
                mark.title,
                "\n".join(_text_without(block, others) for block in inside),
                links,
                page,
                mark.block.line or next((link.line for link in links), 0),
                mark.block.column or next((link.column for link in links), 0),
                column_year,
                mark.is_coded,
            )


def _units(marks: Sequence[ItemMark]) -> list[int]:
    """Of each mark the number of the largest element in which no other item begins: a card, a fold, a section; else 0."""
    codes: dict[int, set[str]] = {}
    for mark in marks:
        for number in mark.block.within:
            codes.setdefault(number, set()).add(mark.code)
    own = ([number for number in mark.block.within if len(codes[number]) == 1] for mark in marks)
    return [numbers[-1] if numbers and len(codes) > len(numbers) else 0 for numbers in own]


def _start(blocks: Sequence[Block], mark: ItemMark, unit: int, before: ItemMark | None) -> int:
    """Where an item begins: at its mark, or above it in its own element, which may show its picture first."""
    first = before.number + 1 if before else 0
    start = mark.number
    while start > first and unit and unit in blocks[start - 1].within:
        start -= 1
    return start


def _by_year(items: Iterable[ListedItem], fewest: int) -> dict[int | None, list[ListedItem]]:
    found: dict[int | None, list[ListedItem]] = {}
    for item in items:
        found.setdefault(item.year, []).append(item)
    return {year: of_year for year, of_year in found.items() if _is_list(of_year, fewest)}


def _heads(blocks: Iterable[Block]) -> dict[int, tuple[str, ...]]:
    """Table → the words above its columns."""
    heads: dict[int, tuple[str, ...]] = {}
    for block in blocks:
        if block.tag == "tr" and block.group not in heads and len(block.cells) > 1:
            heads[block.group] = tuple(text for text, _ in block.cells)
    return heads


def _scope(blocks: Sequence[Block], mark: ItemMark, unit: int, end: int, *, is_last: bool) -> Iterator[Block]:
    """The blocks of an item: from where it begins to the next one, or to where its list ends."""
    first = mark.block
    yield first
    for number in range(mark.number + 1, end):
        block = blocks[number]
        if unit in block.within:
            yield block
            continue
        if _ends_by_heading(first, block, is_last=is_last) or _ends_by_group(first, block, is_last=is_last):
            return
        yield block


def _ends_by_heading(first: Block, block: Block, *, is_last: bool) -> bool:
    if first.level:
        return 0 < block.level <= first.level
    return block.level > 0 and (is_last or block.level <= 4)


def _ends_by_group(first: Block, block: Block, *, is_last: bool) -> bool:
    """Whether a block stands outside of the table or list in which an item began."""
    if first.tag == "tr":
        return block.group < first.group or block.group == 0
    return is_last and first.group > 0 and block.group == 0


def _years_of_columns(heads: Sequence[str]) -> dict[int, int]:
    """Number of a column → the year that it is of, where a table has the answers of several years beside each other."""
    years = {number: year for number, head in enumerate(heads) if (year := year_of(head))}
    return years if len(years) > 1 and len(set(years.values())) == len(years) else {}


def _text_without(block: Block, columns: Set[int]) -> str:
    """The text of a block, of a row without some of its columns."""
    if not columns or not block.cells:
        return block.text
    return " ".join(text for number, (text, _) in enumerate(block.cells) if number not in columns)


def _answers(block: Block, heads: Sequence[str], others: Set[int]) -> Iterator[Anchor]:
    """The links of a block that answer: of a row, not those below ``ผู้รับผิดชอบ`` and the like.

    Args:
        others: numbers of columns that are of other years.
    """
    if not block.cells or len(heads) != len(block.cells):
        yield from block.links
        return
    links = iter(block.links)
    yield from islice(links, max(0, len(block.links) - sum(count for _, count in block.cells)))  # of the row itself
    for number, (head, (_, count)) in enumerate(zip(heads, block.cells, strict=True)):
        for _ in range(count):
            link = next(links, None)
            if link is not None and number not in others and not matches("not_answers", head):
                yield link


def merged(items: Iterable[ListedItem]) -> list[ListedItem]:
    """Every item once: a code that is listed again adds its links, unless it has another title."""
    found: list[ListedItem] = []
    for item in items:
        same = next((n for n, one in enumerate(found) if one.code == item.code and _is_same(one, item)), None)
        if same is None:
            found.append(item)
        else:
            first = found[same]
            links = (*first.links, *(link for link in item.links if link not in first.links))
            title = first.title or item.title
            found[same] = replace(first, links=links, title=title, text=f"{first.text}\n{item.text}")
    return found


def _is_same(one: ListedItem, other: ListedItem) -> bool:
    first, second = plain(one.title), plain(other.title)
    in_two_languages = re.search("[ก-ฮ]", first) is None or re.search("[ก-ฮ]", second) is None
    return not first or not second or in_two_languages or alike(first, second) > 0.5


def codes_by_title(items: Iterable[ListedItem], catalogue: Catalogue) -> list[ListedItem]:
    """Items that were recognised by title, with the code that this year's catalogue gives them; others are dropped."""
    titles = titles_of(catalogue)
    found = []
    for item in items:
        if not item.code.startswith("?"):
            found.append(item)
            continue
        best = max(titles, key=lambda code: alike(item.code[1:], titles[code]), default="")
        if best and alike(item.code[1:], titles[best]) >= SURELY_ALIKE:
            found.append(replace(item, code=best))
    return found


def item_of(catalogue: Catalogue, code: str) -> Item | None:
    return next((item for item in catalogue.items if item.code == code), None)
