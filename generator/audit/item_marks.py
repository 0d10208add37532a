"""Where an OIT item begins on a page that anybody made: its code (``O12``, ``ข้อ 12``, Thai digits) or its title.

Titles are compared with tolerance: a page shortens and misspells them.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.audit.audit_words import matches, plain
from generator.files.content import Block
from generator.files.html import ITEM_CODE
from generator.models.catalogue import Catalogue
from generator.writing.dates import BE_OFFSET, FIRST_SHORT_YEAR, FIRST_YEAR, LAST_YEAR
from generator.writing.figures import fold_digits

ALIKE = 0.85
"""How alike a title beside a number is at least to the title of that item, 0 to 1."""
SURELY_ALIKE = 0.93
"""The same of a title that stands alone."""
FARTHEST = 25
"""Letters before a code that begins a text."""
LONGEST_TEXT = 600
"""Letters of a text that an item may begin, unless it is a row; a longer one is prose."""
LONGEST_TITLE = 220
MOST_COMPARED = 1_000
"""Different texts of a page that are compared with titles: 28 items of 6 years are 168. Comparing takes a millisecond each."""

_YEAR = re.compile(r"(?<!\d)(2[45]\d\d)(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}\s*[ก-๙][ก-๙.]{2,12}\s*(?:พ\.?\s?ศ\.?\s*)?2[45]\d\d(?!\d)")
_CE_YEAR = re.compile(r"(?<![\d:/.-])(20[1-4]\d)(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?:ปี(?:งบประมาณ)?(?:\s*พ\.?\s?ศ\.?)?|พ\.?\s?ศ\.?|\bita|\bfy)\s*['’]?(\d\d)(?![\d.])", re.IGNORECASE
)
"""``ปี 68``, ``ITA 68``, ``FY68``; behind ``OIT`` two digits are an item."""
_SAYS_YEAR = re.compile(r"\b(?:oit|ita|fy)(?:\b|(?=\d))|ปี|พ\.?\s?ศ|ประเมิน|เปิดเผย", re.IGNORECASE)
"""Words of a heading whose year is that of the list below it."""
_FOLD_SAYS_YEAR = re.compile(r"\b(?:oit|ita)\b|ปีงบประมาณ|เปิดเผย", re.IGNORECASE)
"""The same of a fold, button or line, where a year is more often something else."""
_WORDED = re.compile(r"^\W*(?:(?:OIT|ITA)\s*)?ข้อ(?:ที่|\s)?\s*(\d{1,2})(?![\d.]\d|\d)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^\W*(?:(?:ลำดับ|ประเด็น|รายการ|หัวข้อ|เรื่อง)(?:ที่)?\s*)?(?:0\s?[-.]?\s?(?=\d))?(\d{1,2})(?![\d])\s*[.)]?(?!\d)"
)
"""A number that begins a text, a zero before it perhaps, which many type for the letter O."""
_ENDS = re.compile(rf"(?P<bracket>[(\[])?\s*{ITEM_CODE.pattern}\s*[)\]]?\W*$")
_BRACKETED = re.compile(rf"(?P<bracket>[(\[])\s*{ITEM_CODE.pattern}\s*[)\]]")
_STATES = re.compile(r"\s(?=(?:ในปี|ปีงบประมาณ|รอบปี|ไม่มี|ไม่พบ|ไม่ปรากฏ|ไม่ได้รับ))")
"""Where a title ends beside which a list states that there was none."""
_RANGE = re.compile(rf"{ITEM_CODE.pattern}\s*(?:-|–|—|~|ถึง|to)\s*(?:[OoОоΟοＯｏ０]|OIT)\s?[-.]?\s?\d{{1,2}}(?!\d)")
"""``O1 - O4``: a heading above these items, or a sentence about them."""
_SHORT_RANGE = re.compile(r"[(\[]\s*[OoОоΟοＯｏ０]\s?\d{1,2}\s*[-–—]\s*\d{1,2}\s*[)\]]")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_OTHER_CODE = re.compile(r"^\W*([A-Z]{2,6})(?:\s?[-.]\s?|\s?)(\d{1,2})(?![\d.]\d|\d)")
"""A code of several letters, as lists of other kinds of agencies have: ``MOIT1``."""
_BARE = re.compile(r"^\W*[OoОоΟοＯｏ０]?\s?[-.–]?\s?\d{1,2}\W*$")
_TITLED = ("li", "dt", "summary", "button", "p", "td")
"""Elements that an item may begin by its title alone."""


@dataclass(frozen=True)
class ItemMark:
    """Where an item begins.

    Attributes:
        number: of the block, among the blocks that were given.
        code: ``O12``; or ``?`` and the plain title where only the title told which item it is.
        codes: those that this title has had, as far as the year is known; none where the code stands there.
        year: the year that its list says it is of, or None.
    """

    number: int
    code: str
    title: str
    block: Block
    year: int | None
    is_coded: bool
    codes: frozenset[str] = frozenset()


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


def year_said(text: str) -> int | None:
    """The one year that a heading or title gives to what is below it."""
    return year_of(text) if _SAYS_YEAR.search(text) else None


def year_of(text: str) -> int | None:
    """The one year of the Buddhist Era, or else of the Common Era or with two digits, that a text names."""
    text = fold_digits(text)
    if len(set(_YEAR.findall(text))) > 1:
        text = _DAY.sub(" ", text)  # ``ปีงบประมาณ 2568 (1 ต.ค. 2567 - 30 ก.ย. 2568)``
    years = (
        {int(year) for year in _YEAR.findall(text)}
        or {int(year) + BE_OFFSET for year in _CE_YEAR.findall(text)}
        or {FIRST_YEAR + 100 + int(year) for year in _SHORT_YEAR.findall(text) if int(year) >= FIRST_SHORT_YEAR}
    )
    years = {year for year in years if year <= LAST_YEAR}
    return years.pop() if len(years) == 1 else None


def item_marks(blocks: Sequence[Block], catalogues: Mapping[int, Catalogue]) -> Iterator[ItemMark]:
    """Every block at which an item begins, with the year of the headings above it."""
    years = _YearsAbove()
    titles = _Titles(catalogues)
    for number, block in enumerate(blocks):
        text = _UNSEEN.sub("", fold_digits(block.text))
        if found := _item_at(block, text, titles, has_below=_has_below(blocks, number)):
            code, title, is_coded = found
            year = years.of(block, code)
            codes = frozenset() if is_coded else titles.codes(code[1:], year)
            yield ItemMark(number, code, title, block, year, is_coded, codes)
        else:
            years.read(block, text)


def _has_below(blocks: Sequence[Block], number: int) -> bool:
    """Whether an entry has links in a list of its own, or a fold, term or button has them right below."""
    block, below = blocks[number], blocks[number + 1 : number + 2]
    is_opener = block.tag in ("summary", "button", "dt") and any(one.tag != block.tag for one in below)
    return any(one.links and (is_opener or one.group > block.group > 0) for one in below)


def other_marks(blocks: Sequence[Block]) -> Iterator[ItemMark]:
    """Every block that begins with a code of several letters."""
    years = _YearsAbove()
    for number, block in enumerate(blocks):
        text = fold_digits(block.text)
        code = _OTHER_CODE.match(text)
        if code and code[1] not in ("OIT", "ITA", "IIT", "EIT") and len(text) <= LONGEST_TEXT:
            title = _title(block, text[code.end() :])
            named = f"{code[1]}{int(code[2])}"
            yield ItemMark(number, named, title, block, years.of(block, named), True)
        else:
            years.read(block, text)


@dataclass(frozen=True)
class _Said:
    """The year that a heading says; the element that it stands in, 0 where that is the page; the items that are listed there."""

    year: int | None
    around: int
    codes: set[str] = field(default_factory=set)


class _YearsAbove:
    """The years that headings, captions and folds have given so far to what follows them.

    A list that follows the element of a heading and its list, and has the same item once more, is another list.
    """

    _FOLD = 7
    """The level of a fold: below every heading."""

    def __init__(self) -> None:
        self._by_level: dict[int, _Said] = {}
        self._by_table: dict[int, int | None] = {}

    def read(self, block: Block, text: str) -> None:
        around = block.within[1] if len(block.within) > 1 else 0
        if block.level:
            self._by_level = {level: said for level, said in self._by_level.items() if level < block.level}
            self._by_level[block.level] = _Said(year_said(text), around)
        elif block.tag == "caption":
            self._by_table[block.group] = year_said(text)
        elif _is_fold(block, text) and (year := year_of(text)):
            self._by_level[self._FOLD] = _Said(year, around)

    def of(self, block: Block, code: str) -> int | None:
        """The year of the item of a code that begins in a block."""
        holding = []
        for _, said in sorted(self._by_level.items(), reverse=True):
            if said.around in block.within:
                said.codes.add(code)
            if said.year and (said.around in block.within or code not in said.codes):
                holding.append(said.year)
        return self._by_table.get(block.group) or year_of(block.tab) or next(iter(holding), None)


def _is_fold(block: Block, text: str) -> bool:
    """Whether a block may open or head a list, and speaks of its year."""
    is_short_line = block.tag in ("summary", "button", "p") and len(text) < 120 and not block.links
    return is_short_line and _FOLD_SAYS_YEAR.search(text) is not None


class _Titles:
    """Every title that an item has had in any year, found by likeness: candidates by trigram, then compared."""

    def __init__(self, catalogues: Mapping[int, Catalogue]) -> None:
        self._codes: dict[str, set[tuple[int, str]]] = {}
        self._with: dict[str, set[str]] = {}
        for year, catalogue in catalogues.items():
            for code, title in titles_of(catalogue).items():
                self._codes.setdefault(title, set()).add((year, code))
        for title in self._codes:
            for trigram in _trigrams(title):
                self._with.setdefault(trigram, set()).add(title)
        self._known: dict[str, tuple[str, float]] = {}

    def codes(self, likely: str, year: int | None = None) -> frozenset[str]:
        """The codes that the title most like a plain text has had: in one year, else in any."""
        every = self._codes.get(self._like(likely)[0], set())
        return frozenset(code for of, code in every if of == year) or frozenset(code for _, code in every)

    def like(self, likely: str) -> tuple[frozenset[str], float]:
        """The codes of the title that is most like a plain text, and how alike they are."""
        return self.codes(likely), self._like(likely)[1]

    def _like(self, likely: str) -> tuple[str, float]:
        if likely not in self._known:
            if len(self._known) >= MOST_COMPARED:
                return "", 0.0
            self._known[likely] = self._nearest(likely)
        return self._known[likely]

    def _nearest(self, likely: str) -> tuple[str, float]:
        hits = Counter(title for trigram in _trigrams(likely) for title in self._with.get(trigram, ()))
        best: tuple[float, str] = (0.0, "")
        for title, count in hits.most_common(8):
            # A title within much more text is a mention of it.
            if 2 * count >= min(len(title), len(likely)) - 2 and len(likely) <= 2 * len(title) + 20:
                best = max(best, (alike(likely, title), title))
        return best[1], best[0]


def _trigrams(text: str) -> set[str]:
    return {text[n : n + 3] for n in range(len(text) - 2)} or {text}


def _item_at(block: Block, text: str, titles: _Titles, *, has_below: bool) -> tuple[str, str, bool] | None:
    """The code and title of the item that begins at a block, and whether its code stands there."""
    if not text or (not block.cells and (len(text) > LONGEST_TEXT or _is_of_several(text))):
        return None
    if block.cells and _RANGE.match(text):
        return None
    return (
        _coded_item(block, text)
        or _item_that_ends(block, text, titles)
        or _titled_item(block, text, titles, has_below=has_below)
    )


def _is_of_several(text: str) -> bool:
    """Whether a text heads several items, is a sentence about them, or leads to the others; a row may mention some."""
    if _RANGE.search(text) or _SHORT_RANGE.search(text):
        return True
    return ITEM_CODE.search(text[:60]) is not None and len(set(ITEM_CODE.findall(text))) > 2


def _coded_item(block: Block, text: str) -> tuple[str, str, bool] | None:
    """The item whose code stands before its title: ``O12 title``, ``ข้อ 12 title``."""
    code = ITEM_CODE.search(text[:60])
    if code and (code.start() <= FARTHEST or block.cells) and int(code[1]) > 0:
        return f"O{int(code[1])}", _title(block, text[code.end() :]) or _tidy(text[: code.start()]), True
    if worded := _WORDED.match(text):
        return f"O{int(worded[1])}", _title(block, text[worded.end() :]), True
    return None


def _item_that_ends(block: Block, text: str, titles: _Titles) -> tuple[str, str, bool] | None:
    """The item whose code stands behind its title, ``title (O12)``; or in a cell of its own behind it."""
    if block.cells:
        bare = (ITEM_CODE.fullmatch(fold_digits(cell).strip(" .()[]")) for cell, _ in block.cells)
        code = next((found for found in bare if found), None)
        return (f"O{int(code[1])}", _title(block, ""), True) if code and int(code[1]) > 0 else None
    code = _ENDS.search(text) or _BRACKETED.search(text)
    if code is None or int(code[2]) == 0 or len(set(ITEM_CODE.findall(text))) > 1:
        return None
    title = _tidy(text[: code.start()])
    number = f"O{int(code[2])}"
    is_its_title = (code["bracket"] is not None and code.end() == len(text)) or number in titles.like(plain(title))[0]
    return (number, title, True) if is_its_title else None


def _titled_item(block: Block, text: str, titles: _Titles, *, has_below: bool) -> tuple[str, str, bool] | None:
    """As :func:`_item_of_title`, of an element that an item may begin by its title."""
    may_begin = block.cells or block.level or block.tag in _TITLED
    return _item_of_title(block, text, titles, has_below=has_below) if may_begin else None


def _item_of_title(
    block: Block, text: str, titles: _Titles, *, has_below: bool = False
) -> tuple[str, str, bool] | None:
    """The item whose title stands at a block, beside its number or alone."""
    numbered = _NUMBERED.match(text)
    states_none = not block.cells and matches("states_none", text)
    said = _STATES.split(text, maxsplit=1)[0] if states_none else text
    title = _title(block, said[numbered.end() :] if numbered else said)
    likely = plain(title)
    if not 4 <= len(likely) <= LONGEST_TITLE:
        return None
    codes, score = titles.like(likely)
    if numbered:
        code = f"O{int(numbered[1])}"
        return (code, title, True) if code in codes and score >= ALIKE else None
    if score >= SURELY_ALIKE and (block.links or block.cells or block.level or states_none or has_below):
        return f"?{likely}", title, False
    return None


def _title(block: Block, rest: str) -> str:
    """What stands beside a code: of a row, the next cell that says something."""
    if not block.cells:
        return _tidy(rest)
    for text, _ in block.cells:
        folded = fold_digits(text)
        if _BARE.match(folded) or not folded.strip():
            continue
        code = ITEM_CODE.search(folded[:40]) or _WORDED.match(folded)
        said = folded[code.end() :] if code else _NUMBERED.sub("", folded, count=1)
        if plain(said):
            return _tidy(said)
    return ""


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"^[\s.:)\]–—-]+", "", text).split())[:300]
