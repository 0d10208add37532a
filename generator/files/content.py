"""What is read out of a page or file, and the bounds within which every kind is read.

A file comes from anywhere: of each kind so much is read as a person would look at, and what lies beyond a bound is
said (``is_whole``), not read. The bounds are numbers of this one module; the readers beside it keep them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from generator.files.kinds import Kind

MAX_UNPACKED = 100_000_000
"""Bytes that a workbook may have when it is unpacked."""
MAX_WORDS = 12_000_000
"""Bytes of XML that are read of one document of words or slides."""
MAX_TEXT = 300_000
"""Letters that are kept of one document."""
MAX_HTML = 5_000_000
"""Bytes that are read of a page."""
MAX_BLOCKS = 20_000
"""Blocks that are kept of a page; also its anchors, and its links."""
MAX_DEPTH = 5_000
"""Elements of a page inside of each other; a browser builds no more than 512, and a parser's time grows by the square."""

Problem = Literal["", "empty", "damaged", "locked", "restricted", "oversized"]
"""What a reader meets who opens a file; ``restricted`` opens, but may refuse to be copied or read aloud;
``oversized`` is out of all proportion once unpacked, so that it was not read."""


@dataclass(frozen=True)
class Reach:
    """How far a file is read.

    Attributes:
        pages: of a PDF.
        letters: of the text; the line that passes them is the last.
        has_time: asked between pages; the rest is left unread where it says no.
        is_thorough: whether also what stands beside the pages is read: comments, properties, files inside.
    """

    pages: int
    letters: int
    has_time: Callable[[], bool] = lambda: True
    is_thorough: bool = False


Active = Literal["macro", "script", "launch", "form", "attachment"]
"""What a file holds besides words and pictures: programs, actions that start one, fields to fill in, files inside."""


@dataclass(frozen=True)
class Inner:
    """A file inside of a file, or as much of it as is read."""

    name: str
    body: bytes


@dataclass(frozen=True)
class Content:
    """What a reader found in a file of any kind but a page.

    Attributes:
        lines: where (page, paragraph, cell), and what is written there.
        titles: names of the sheets of a workbook, or of the files in an archive.
        pages: of a PDF.
        has_text: whether there are words in it; None where the lines tell.
        images: pictures in it; of a PDF, pages that have one.
        metadata: what it says of itself, such as its author.
        is_whole: whether ``lines`` is all of its text.
        hidden: as ``lines``, of what stands beside the pages, as far as a thorough reader asks for it.
        active: what it holds besides words and pictures.
        inner: the files inside, of which a thorough reader reads on.
        is_thorough: whether ``hidden`` is all that there is beside the pages.
    """

    lines: tuple[tuple[str, str], ...] = ()
    problem: Problem = ""
    titles: tuple[str, ...] = ()
    pages: int | None = None
    has_text: bool | None = None
    images: int = 0
    metadata: tuple[tuple[str, str], ...] = ()
    is_whole: bool = True
    hidden: tuple[tuple[str, str], ...] = ()
    active: tuple[Active, ...] = ()
    inner: tuple[Inner, ...] = ()
    is_thorough: bool = True


def within(lines: Iterable[tuple[str, str]], letters: int) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The lines up to the one that passes so many letters, and whether these are all."""
    kept: list[tuple[str, str]] = []
    length = 0
    for where, text in lines:
        if length > letters:
            return tuple(kept), False
        kept.append((where, text))
        length += len(text)
    return tuple(kept), length <= letters


def as_metadata(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What a file says of itself, as short lines without what nobody sees."""
    return tuple((key, " ".join(value.replace("\0", "").split())[:500]) for key, value in islice(pairs, 40))


@dataclass(frozen=True)
class Anchor:
    """A link of a page: where it leads, the words on it, and where it stands in the source.

    Attributes:
        title: what its ``title`` or ``aria-label`` says beyond the words.
        language: what ``hreflang`` or ``lang`` says of its target.
        is_frame: whether the page shows the target inside of itself.
        is_toggle: whether it opens or closes a part of its own page.
        at: letters of its block before it; -1 where that was not counted.
    """

    href: str
    text: str
    line: int = 0
    column: int = 0
    title: str = ""
    language: str = ""
    is_frame: bool = False
    is_toggle: bool = False
    at: int = field(default=-1, compare=False)


@dataclass(frozen=True)
class Block:
    """A heading, a row of a table, an entry of a list, a paragraph or a line.

    Attributes:
        cells: of a row: the text of each cell, and how many links it has.
        group: number of the table or list it stands in, 0 for none.
        is_aside: whether it is the page's frame (menu, header, footer), not its content.
        tab: the words of the tab or button that shows the part of the page it stands in.
        within: numbers of the elements it stands in, the innermost first, as far as anybody asks.
    """

    tag: str
    text: str
    line: int = 0
    column: int = 0
    links: tuple[Anchor, ...] = ()
    cells: tuple[tuple[str, int], ...] = ()
    group: int = 0
    is_aside: bool = False
    tab: str = ""
    within: tuple[int, ...] = ()

    @property
    def level(self) -> int:
        """Of a heading, 1 to 6; else 0."""
        return int(self.tag[1]) if re.fullmatch("h[1-6]", self.tag) else 0


@dataclass(frozen=True)
class ReadDocument:
    """What can be seen in one page or file.

    Attributes:
        kind: by its content, not by its name.
        text: of a file; a page has its text in ``blocks``.
        images: pictures in the content of a page, or pages of a PDF that have one.
        pages: of a PDF.
        is_locked: whether a password is needed.
        is_damaged: whether nobody can open it.
        is_whole: whether all of its text was read: false where there is too much of it, or no reader for its kind.
        leads_on: where a page sends its readers at once, or empty.
        needs_scripts: whether there is nothing on a page until its scripts have run.
    """

    kind: Kind
    text: str = ""
    title: str = ""
    language: str = ""
    blocks: tuple[Block, ...] = ()
    ids: tuple[str, ...] = ()
    images: int = 0
    pages: int = 0
    has_form: bool = False
    has_password: bool = False
    is_locked: bool = False
    is_damaged: bool = False
    is_whole: bool = True
    leads_on: str = ""
    needs_scripts: bool = False

    def content(self) -> str:
        """All text that a reader came for, a line a block."""
        if self.kind != "html":
            return self.text
        return "\n".join(block.text for block in self.blocks if not block.is_aside)

    def everything(self) -> str:
        """All text, header and footer included."""
        return self.text if self.kind != "html" else "\n".join([self.title, *(block.text for block in self.blocks)])


def walk_links(document: ReadDocument, *, aside: bool = False) -> Iterator[tuple[Block, Anchor]]:
    """Every link of a page's content, with the block it stands in."""
    for block in document.blocks:
        if aside or not block.is_aside:
            for link in block.links:
                yield block, link
