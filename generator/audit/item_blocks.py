"""Blocks of a page parted at the items that stand in them: a list that somebody wrote in one line, or as one row of pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.files.content import Anchor, Block
from generator.files.html import ITEM_CODE
from generator.writing.figures import fold_digits

FEWEST_LINKS = 5
"""Links one behind the other that may be a list without codes."""
MOST_PARTS = 300
"""Items of one line; no catalogue has a third of it in all of its years."""


def parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, each line of several items as a block an item."""
    for block in blocks:
        if block.cells or block.level or len(block.links) < 2 or block.links[0].at < 0:
            yield block
        else:
            yield from _parts(block)


def _parts(block: Block) -> Iterator[Block]:
    places = _places_of_links(block)
    starts = _starts_of_items(block, places)
    if len(starts) < 2 and _is_only_links(block):
        starts = [start for start, _ in places]
    if len(starts) < 2:
        yield block
        return
    starts = [0 if starts[0] <= places[0][0] else starts[0], *starts[1:]][:MOST_PARTS]
    ends = [*starts[1:], len(block.text) + 1]
    inside = [_links_between(block.links, places, start, end) for start, end in zip(starts, ends, strict=True)]
    if sum(bool(links) for links in inside) * 2 <= len(starts):  # a sentence that names several items
        yield block
        return
    for start, end, links in zip(starts, ends, inside, strict=True):
        line, column = (links[0].line, links[0].column) if links else (block.line, block.column)
        tag = "li" if block.tag == "p" else block.tag
        yield replace(block, tag=tag, text=block.text[start:end].strip(), links=links, line=line, column=column)


def _places_of_links(block: Block) -> list[tuple[int, int]]:
    """Where the words of each link begin and end in the text of its block."""
    return [(max(link.at, 0), max(link.at, 0) + len(link.text)) for link in block.links]


def _starts_of_items(block: Block, places: Sequence[tuple[int, int]]) -> list[int]:
    """Where items begin: at their codes, or where the link begins that has the code in it."""
    starts: dict[str, int] = {}
    for found in ITEM_CODE.finditer(fold_digits(block.text)):
        holder = next((start for start, end in places if start <= found.start() < end), found.start())
        starts.setdefault(found[1], holder)
    return sorted(set(starts.values()))


def _is_only_links(block: Block) -> bool:
    """Whether a block is nothing but links one behind the other."""
    return len(block.links) >= FEWEST_LINKS and sum(len(link.text) for link in block.links) * 5 >= len(block.text) * 4


def _links_between(
    links: Sequence[Anchor], places: Sequence[tuple[int, int]], start: int, end: int
) -> tuple[Anchor, ...]:
    return tuple(link for link, (at, _) in zip(links, places, strict=True) if start <= at < end)
