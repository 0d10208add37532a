"""The list of OIT items on a page that anybody made: tables, lists, headings, accordions.

An item is recognised by its code (``O12``, ``ข้อ 12``, Thai digits) or by its title in the catalogue, with
tolerance. What belongs to it is what follows, until the next item or the end of the list. Pages in,
:class:`Listed` out; nothing is opened here.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.audit.clues import matches, plain
from generator.files.html import ITEM_CODE, Anchor, Block, Document
from generator.models.catalogue import Catalogue, Item
from generator.writing.dates import LAST_YEAR
from generator.writing.figures import fold_digits

FEWEST = 5
"""Items that make a list; fewer are a mention."""
ALIKE = 0.85
"""How alike two titles are that mean the same item."""
MOST_LINKS = 80
"""Links of one item that are looked at; more is a menu."""


@dataclass(frozen=True)
class Listed:
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


@lru_cache(50_000)
def alike(one: str, other: str) -> float:
    """How alike two plain titles are, 0 to 1; one within the other counts by how much of it there is."""
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=len)
    if short in long and len(short) >= 8:
        return 0.9 + 0.1 * len(short) / len(long)
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > 0.5 and matcher.quick_ratio() > 0.5 else 0.0


def titles_of(catalogue: Catalogue) -> dict[str, str]:
    """Code → plain title."""
    return {item.code: plain(item.title.th) for item in catalogue.items}


_SAID = re.compile(r"^\W*ข้อ(?:ที่|\s)?\s*(\d{1,2})(?![\d.]\d|\d)")
_NUMBERED = re.compile(r"^\W*(\d{1,2})(?![\d])\s*[.)]?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(2[45]\d\d)(?!\d)")
_CONTEXT = re.compile(r"\b(?:oit|ita)\b|ปี|พ\.?\s?ศ|ประเมิน|เปิดเผย", re.IGNORECASE)
_BARE = re.compile(r"^\W*[OoОо０]?\s?[-.–]?\s?\d{1,2}\W*$")


@dataclass
class _Marker:
    """Where an item begins."""

    number: int
    code: str
    title: str
    block: Block
    year: int | None
    is_coded: bool


def lists_of(document: Document, page: str, catalogues: Mapping[int, Catalogue]) -> dict[int | None, list[Listed]]:
    """Year → the items that a page lists for it, in order; None where the page does not say of which year they are.

    What a page repeats in its menu does not count, unless there is nothing else.
    """
    for is_aside in (False, True):
        blocks = [block for block in document.blocks if not block.is_aside or is_aside]
        markers = list(_markers(blocks, catalogues))
        coded = [marker for marker in markers if marker.is_coded]
        if len({marker.code for marker in coded}) >= FEWEST:
            markers = coded  # where items have codes, a title alone is a mention
        if len({marker.code for marker in markers}) >= FEWEST:
            break
    else:
        return {}
    page_year = _year_of(document.title) if _CONTEXT.search(document.title) else None
    found: dict[int | None, list[Listed]] = {}
    heads: dict[int, tuple[str, ...]] = {}
    for block in blocks:
        if block.tag == "tr" and block.group not in heads and len(block.cells) > 1:
            heads[block.group] = tuple(text for text, _ in block.cells)
    for marker, following in zip(markers, [*markers[1:], None], strict=True):
        end = following.number if following else len(blocks)
        inside = list(_scope(blocks, marker, end, is_last=following is None))
        links = tuple(link for block in inside for link in _answers(block, heads.get(block.group, ())))
        text = "\n".join(block.text for block in inside)
        year = marker.year or page_year
        listed = Listed(
            marker.code,
            marker.title,
            text,
            links[:MOST_LINKS],
            page,
            marker.block.line or next((link.line for link in links), 0),
            marker.block.column or next((link.column for link in links), 0),
            year,
            marker.is_coded,
        )
        found.setdefault(year, []).append(listed)
    return {year: items for year, items in found.items() if len({item.code for item in items}) >= FEWEST}


def merged(items: Iterable[Listed]) -> list[Listed]:
    """Every item once: a code that is listed again adds its links, unless it has another title."""
    found: list[Listed] = []
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


def _is_same(one: Listed, other: Listed) -> bool:
    first, second = plain(one.title), plain(other.title)
    return not first or not second or alike(first, second) > 0.5


def _year_of(text: str) -> int | None:
    years = {int(year) for year in _YEAR.findall(fold_digits(text)) if int(year) <= LAST_YEAR}
    return years.pop() if len(years) == 1 else None


def _markers(blocks: Sequence[Block], catalogues: Mapping[int, Catalogue]) -> Iterator[_Marker]:
    """Every block at which an item begins, with the year of the headings above it."""
    above: dict[int, int | None] = {}
    tabled: dict[int, int | None] = {}
    titles = _Titles(catalogues.values())
    for number, block in enumerate(blocks):
        text = fold_digits(block.text)
        code, title, is_coded = _item_at(block, text, titles)
        if code:
            year = tabled.get(block.group) or next((above[n] for n in sorted(above, reverse=True) if above[n]), None)
            yield _Marker(number, code, title, block, year, is_coded)
        elif block.level:
            above = {level: year for level, year in above.items() if level < block.level}
            above[block.level] = _year_of(text) if _CONTEXT.search(text) else None
        elif block.tag == "caption":
            tabled[block.group] = _year_of(text) if _CONTEXT.search(text) else None
        elif (
            block.tag in ("summary", "button", "p")
            and len(text) < 120
            and not block.links
            and re.search(r"\b(?:oit|ita)\b|ปีงบประมาณ|เปิดเผย", text, re.IGNORECASE)
            and (year := _year_of(text))
        ):
            above[7] = year


class _Titles:
    """Every title that an item has had in any year, found by likeness."""

    def __init__(self, catalogues: Iterable[Catalogue]) -> None:
        self._codes: dict[str, set[str]] = {}
        self._with: dict[str, set[str]] = {}
        for catalogue in catalogues:
            for code, title in titles_of(catalogue).items():
                self._codes.setdefault(title, set()).add(code)
        for title in self._codes:
            for three in _threes(title):
                self._with.setdefault(three, set()).add(title)
        self._known: dict[str, tuple[set[str], float]] = {}

    def like(self, likely: str) -> tuple[set[str], float]:
        """The codes of the title that is most like a plain text, and how alike they are."""
        if likely not in self._known:
            hits = Counter(title for three in _threes(likely) for title in self._with.get(three, ()))
            best: tuple[float, str] = (0.0, "")
            for title, count in hits.most_common(8):
                # A title within much more text is a mention of it.
                if 2 * count >= min(len(title), len(likely)) - 2 and len(likely) <= 2 * len(title) + 20:
                    best = max(best, (alike(likely, title), title))
            self._known[likely] = (self._codes.get(best[1], set()), best[0])
        return self._known[likely]


def _threes(text: str) -> set[str]:
    return {text[n : n + 3] for n in range(len(text) - 2)} or {text}


def _item_at(block: Block, text: str, titles: _Titles) -> tuple[str, str, bool]:
    """The code and title of the item that begins at a block, and whether its code stands there; empty for none."""
    if not text or (not block.cells and len(text) > 600):
        return "", "", False
    head = text[:60]
    found = ITEM_CODE.search(head)
    if found and (found.start() <= 25 or block.cells) and int(found[1]) > 0:
        if len(set(ITEM_CODE.findall(text))) > 2:  # a sentence about several items, or one that leads to the others
            return "", "", False
        return f"O{int(found[1])}", _title(block, text[found.end() :]), True
    if found := _SAID.match(text):
        return f"O{int(found[1])}", _title(block, text[found.end() :]), True
    if not (block.cells or block.level or block.tag in ("li", "dt", "summary", "button", "p", "td")):
        return "", "", False
    numbered = _NUMBERED.match(text)
    title = _title(block, text[numbered.end() :] if numbered else text)
    likely = plain(title)
    if not 4 <= len(likely) <= 220:
        return "", "", False
    codes, score = titles.like(likely)
    if numbered and f"O{int(numbered[1])}" in codes and score >= ALIKE:
        return f"O{int(numbered[1])}", title, True
    if not numbered and score >= 0.93 and (block.links or block.cells or block.level):
        return f"?{likely}", title, False
    return "", "", False


def _title(block: Block, rest: str) -> str:
    """What stands beside a code: of a row, the next cell that says something."""
    if block.cells:
        for text, _ in block.cells:
            folded = fold_digits(text)
            if _BARE.match(folded) or not folded.strip():
                continue
            code = ITEM_CODE.search(folded[:40]) or _SAID.match(folded)
            said = folded[code.end() :] if code else _NUMBERED.sub("", folded, count=1)
            if plain(said):
                return _tidy(said)
        return ""
    return _tidy(rest)


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"^[\s.:)\]–—-]+", "", text).split())[:300]


def codes_by_title(items: Iterable[Listed], catalogue: Catalogue) -> list[Listed]:
    """Items that were recognised by title, with the code that this year's catalogue gives them; others are dropped."""
    titles = titles_of(catalogue)
    found = []
    for item in items:
        if not item.code.startswith("?"):
            found.append(item)
            continue
        best = max(titles, key=lambda code: alike(item.code[1:], titles[code]), default="")
        if best and alike(item.code[1:], titles[best]) >= 0.93:
            found.append(replace(item, code=best))
    return found


def _scope(blocks: Sequence[Block], marker: _Marker, end: int, *, is_last: bool) -> Iterator[Block]:
    """The blocks of an item: from where it begins to the next one, or to where its list ends."""
    first = marker.block
    yield first
    for number in range(marker.number + 1, end):
        block = blocks[number]
        if first.level and block.level and block.level <= first.level:
            return
        if not first.level and block.level and (is_last or block.level <= 4):
            return
        if first.tag == "tr" and block.group < first.group:
            return
        if first.tag == "tr" and block.group == 0:
            return
        if first.group and block.group == 0 and is_last:
            return
        yield block


def _answers(block: Block, heads: Sequence[str]) -> Iterator[Anchor]:
    """The links of a block that answer: of a row, not those below ``ผู้รับผิดชอบ`` and the like."""
    if not block.cells or len(heads) != len(block.cells):
        yield from block.links
        return
    links = iter(block.links)
    for head, (_, count) in zip(heads, block.cells, strict=True):
        for _ in range(count):
            link = next(links, None)
            if link is not None and not matches("not_answers", head):
                yield link


def item_of(catalogue: Catalogue, code: str) -> Item | None:
    return next((item for item in catalogue.items if item.code == code), None)
