"""What the evidence of one item says: years, months, names, and the words that show each component.

Pure, over documents that were read: nobody knows here where they came from.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from generator.audit import clues
from generator.files.html import Block, Document
from generator.models.catalogue import Component
from generator.writing.dates import BE_OFFSET, FIRST_SHORT_YEAR, FIRST_YEAR, LAST_YEAR, Width, month_names

# --- names ---------------------------------------------------------------------------------------------

_FILE_ENDING = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|csv|ods|odt|txt|zip|rar|7z|jpe?g|png|gif|webp)$", re.IGNORECASE)


def file_name(address: str) -> str:
    """The name of the file at an address, empty for a page."""
    name = unquote(posixpath.basename(urlsplit(address).path))
    return name if _FILE_ENDING.search(name) else ""


def file_ending(address: str) -> str:
    """``pdf``, ``xlsx`` …, empty for a page."""
    found = _FILE_ENDING.search(urlsplit(address).path)
    return found[1].lower() if found else ""


def is_cut(name: str) -> bool:
    """Whether a name stops in mid-word: with dots, with a letter that no word ends with, or within a long word that is known."""
    stem = _FILE_ENDING.sub("", name).strip(" _-")
    if re.search(r"(?:…|\.\.\.?)$", stem):
        return True
    if not re.search("[ก-๛]", stem):
        return False
    if re.search("[เแโใไัื]$", stem) or re.search("(?<!ก)็$", stem):
        return True
    last = re.split(r"[\s_().-]", clues.folded(stem))[-1]
    for word in map(clues.folded, clues.phrases("long_words")):
        for length in range(len(word) - 1, 3, -1):
            if last.endswith(word[:length]) and (len(last) > length or len(word) > length + 2):
                return not _is_whole_word(last, word[:length])
    return False


def _is_whole_word(last: str, beginning: str) -> bool:
    """Whether a text that ends as a long word begins may well end there: ``งบ``, ``ดำเนิน``, ``ประเมิน`` are words."""
    ends = ("ดำเนิน", "ประเมิน", "ปฏิบัติ", "หน่วย", "ทุจริต", "จัดซื้อ", "จัดหา", "ร้อง", "ประชา", "ความ", "การ", "ประจำ")
    more = ("ทรัพยากร", "ประมวล", "จัดจ้าง", "ประโยชน์", "ความเสี่ยง", "ประพฤติ", "คุณ", "ธรรม", "ราชการ", "บุคคล", "งบ")
    words = (*ends, *more, *clues.phrases("long_words"))
    return any(last.endswith(word) and (len(word) >= len(beginning) or word == beginning) for word in words)


def has_words(text: str, pages: int) -> bool:
    """Whether a PDF has a text layer that can be read: letters, and Thai or Latin ones, not the codes of a lost font."""
    letters = re.findall(r"[^\W\d_]", text)
    if len(letters) < min(20, 10 * pages):
        return False
    known = sum("ก" <= letter <= "๛" or letter.isascii() for letter in letters)
    return bool(known * 2 >= len(letters))


# --- years and months ----------------------------------------------------------------------------------

YEAR = re.compile(r"(?<![\d.,/-])(2[45]\d\d)(?![\d,])(?!\.\d)")
_CE_YEAR = re.compile(r"(?<![\d.,])(20[0-4]\d)(?![\d,])(?!\.\d)")
_RANGE = re.compile(r"(2[45]\d\d)\s*(?:-|–|—|ถึง|/)\s*(?:พ\.?\s?ศ\.?\s*)?(2[45]\d\d|\d\d)(?!\d)")
_WIDTHS: tuple[Width, ...] = ("wide", "abbreviated")
_MONTHS = tuple(
    tuple(dict.fromkeys(name.removesuffix(".").lower() for name in names))
    for names in zip(*(month_names(language, width) for language in ("th", "en") for width in _WIDTHS), strict=True)
)
"""Each month as it may be written: in full and short, in Thai and in small English letters."""
MONTH_NAMES = month_names()
_MONTH = re.compile(
    "|".join(
        f"(?P<m{number}>{'|'.join(re.escape(name) if not name.isascii() else rf'(?<![a-z]){name}(?![a-z])' for name in names)})"
        for number, names in enumerate(_MONTHS, 1)
    )
)
_SHORT_YEAR = re.compile(
    rf"(?:ปี(?:งบประมาณ)?|พ\.?\s?ศ\.?|(?:{_MONTH.pattern.replace('?P<', '?P<y')})\.?)\s*['’]?(?P<short>\d\d)(?!\d)"
)


def years_written(text: str) -> set[int]:
    """Years of the Buddhist Era written with four digits, and those within ranges."""
    folded = clues.folded(text)
    years = {int(year) for year in YEAR.findall(folded) if FIRST_YEAR <= int(year) <= LAST_YEAR}
    for first, last in _RANGE.findall(folded):
        end = int(last) if len(last) == 4 else int(first) // 100 * 100 + int(last)
        if int(first) < end <= int(first) + 25:
            years.update(range(int(first), end + 1))
    return years


def years_in(text: str) -> Counter[int]:
    """Every year that a text speaks of, in B.E., and how often: also short ones and those of the Common Era."""
    folded = clues.folded(text)
    found = Counter(int(year) for year in YEAR.findall(folded) if FIRST_YEAR <= int(year) <= LAST_YEAR)
    found.update(year for year in years_written(text) if year not in found)
    found.update(int(year) + BE_OFFSET for year in _CE_YEAR.findall(folded))
    for match in _SHORT_YEAR.finditer(folded):
        short_year = int(match["short"])
        if short_year >= FIRST_SHORT_YEAR:
            found[FIRST_YEAR + 100 + short_year] += 1
    return found


def _month_of(label: str) -> int | None:
    """The one month that a label names."""
    found = {int(match.lastgroup[1:]) for match in _MONTH.finditer(clues.folded(label)) if match.lastgroup}
    return found.pop() if len(found) == 1 else None


def series_in(document: Document) -> Iterator[tuple[Block, list[str], bool]]:
    """Lists of labels of a page that may be months: the rows of a table, the entries of a list, headings, files.

    Each with the block that it begins at, and whether it is one of links.
    """
    groups: dict[str, list[tuple[Block, str]]] = {}
    files: list[tuple[Block, str]] = []
    for block in document.blocks:
        if block.is_aside:
            continue
        if block.tag == "tr" and block.cells:
            groups.setdefault(f"rows{block.group}", []).append((block, " ".join(text for text, _ in block.cells[:2])))
        elif block.tag == "li":
            groups.setdefault(f"entries{block.group}", []).append((block, block.text))
        elif block.level:
            groups.setdefault(f"headings{block.level}", []).append((block, block.text))
        for link in block.links:
            if name := file_name(link.href):
                files.append((block, link.text or name))
    for found in (*groups.values(), *([files] if files else [])):
        are_linked = sum(bool(block.links) for block, _ in found) * 2 > len(found)
        yield found[0][0], [label for _, label in found], are_linked


FEWEST_MONTHS = 6


def missing_months(labels: Sequence[str], years: set[int]) -> list[int]:
    """Months that a series skips, or the one that twelve lack; none where the labels are no series of months.

    A year that is not over yet lacks its last months, which is no fault.
    """
    named = [(month, label) for label in labels if (month := _month_of(label))]
    if not named and sum("เดือน" in label for label in labels) * 2 > len(labels):
        named = [(number, label) for number, label in _numbered(labels) if 1 <= number <= 12]
    if len(named) * 10 < len(labels) * 6:
        return []
    in_year = []
    for month, label in named:
        said = years_in(label)
        if len(said) == 1:
            (year,) = said
            fiscal = year + (month >= 10)
            if fiscal not in years and year not in years:
                continue
        in_year.append(month)
    there = {(month - 10) % 12 for month in in_year}  # October is the first
    if len(there) < FEWEST_MONTHS:
        return []
    gaps = [n for n in range(min(there), max(there)) if n not in there]
    if len(there) == 11 and not gaps:
        gaps = [n for n in range(12) if n not in there]
    return [(n + 9) % 12 + 1 for n in gaps] if len(gaps) <= 3 else []


def _numbered(labels: Sequence[str]) -> list[tuple[int, str]]:
    """Labels that differ in one number only, with that number."""
    shapes: dict[str, list[tuple[int, str]]] = {}
    for label in labels:
        folded = clues.folded(label)
        found = re.search(r"(?<![\d.])\d{1,2}(?![\d.])", folded)
        if found:
            shapes.setdefault(folded[: found.start()] + "#" + folded[found.end() :], []).append((int(found[0]), label))
    return max(shapes.values(), key=len, default=[])


def sorted_as_text(labels: Sequence[str]) -> str:
    """The order of a series that was sorted as text (1, 10, 11, 12, 2), or an empty text."""
    numbers = list(dict.fromkeys(number for number, _ in _numbered(labels)))
    if len(numbers) >= FEWEST_MONTHS and max(numbers) >= 10 and max(numbers) <= 31:
        as_text = sorted(numbers, key=str)
        if numbers == as_text and numbers != sorted(numbers):
            return ", ".join(map(str, numbers))
    months = list(dict.fromkeys(month for label in labels if (month := _month_of(label))))
    if len(months) >= FEWEST_MONTHS and len(months) * 10 >= len(labels) * 6:
        as_text = sorted(months, key=lambda month: MONTH_NAMES[month - 1])
        if months == as_text:
            return ", ".join(MONTH_NAMES[month - 1] for month in months)
    return ""


# --- components ----------------------------------------------------------------------------------------


def body_blocks(document: Document) -> Iterator[Block]:
    """The content of a page without what only says what must be shown."""
    skips = 0
    for block in document.blocks:
        if block.is_aside:
            continue
        if block.level:
            if skips and block.level <= skips:
                skips = 0
            if not skips and clues.matches("only_asks", block.text):
                skips = block.level
        if not skips:
            yield block


def body_text(document: Document) -> str:
    """The words of a page below its heading."""
    return " ".join(block.text for block in body_blocks(document) if not block.level).strip()


_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+\.[\w.-]+")
_TELEPHONE = re.compile(r"(?<!\d)(?:0\s?\d(?:[\s-]?\d){7,8}|1\d{3})(?!\d)")
_EGP = re.compile(r"(?<!\d)[5-7]\d[01]\d{8}(?!\d)")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


class Seen:
    """All that was seen for one item, ready to be asked for words."""

    def __init__(self, pages: Sequence[Document], year: int, links: Sequence[str]) -> None:
        """``links``: addresses that the list itself gives for the item."""
        self._year = year
        parts: list[str] = []
        bodies: list[str] = []
        pdfs: list[str] = []
        self._images = self._forms = 0
        self._addresses: list[str] = []
        for page in pages:
            self._images += page.images
            self._forms += page.has_form
            if page.kind == "html":
                blocks = list(body_blocks(page))
                parts += [page.title, *(block.text for block in blocks)]
                bodies += [block.text for block in blocks if block.level not in (1, 2)]
                self._addresses += [link.href for block in blocks for link in block.links]
                names = (file_name(link.href) for block in blocks for link in block.links)
                bodies += [name for name in names if name]
            else:
                parts.append(page.text)
                bodies.append(page.text)
                if page.kind == "pdf":
                    pdfs.append(page.text)
        self._addresses += links
        self._text = clues.folded("\n".join(parts))
        self._plain = clues.plain_of(self._text)
        self._bones = clues.bones(clues.plain_of("\n".join(pdfs)))
        self._counted = years_in("\n".join(bodies))
        self.years = set(self._counted)

    def usual_years(self) -> list[int]:
        return sorted(year for year, _ in self._counted.most_common(3))

    def shows(self, component: Component) -> bool | None:
        """Whether the component was seen; None where the year's own check speaks of it, or nobody knows the word."""
        words = clues.evidence_words().get(component.family, {}).get(component.id, [])
        if not words or all(word in ("has:data-year", "has:assessed-year") for word in words):
            return None
        return any(self._has(word) for word in words)

    def _has(self, word: str) -> bool:
        if word.startswith("has:"):
            return self._has_thing(word.removeprefix("has:"))
        if word.startswith("/") and word.endswith("/"):
            return re.search(word[1:-1], self._text, re.IGNORECASE) is not None
        return all(self._says(clues.plain(part)) for part in word.split(" + "))

    def _says(self, plain: str) -> bool:
        if plain in self._plain:
            return True
        bones = clues.bones(plain)
        return len(bones) >= 4 and bones in self._bones

    def _has_thing(self, name: str) -> bool:
        match name:
            case "image":
                return self._images > 0
            case "form":
                return self._forms > 0
            case "map":
                return any(clues.matches("maps", address) for address in self._addresses)
            case "social":
                return any(clues.is_host_of("social", _host(address)) for address in self._addresses)
            case "email":
                return _EMAIL.search(self._text) is not None or any(a.startswith("mailto:") for a in self._addresses)
            case "telephone":
                return _TELEPHONE.search(self._text) is not None or any(a.startswith("tel:") for a in self._addresses)
            case "english":
                return len(re.findall("[a-z]{3,}", self._text)) >= 25
            case "data-year" | "assessed-year":
                return self._year in self.years
            case "years-around":
                return self._year in self.years
            case "egp":
                return _EGP.search(self._text) is not None
            case "all-months":
                return len({match.lastgroup for match in _MONTH.finditer(self._text)}) >= FEWEST_MONTHS
        raise ValueError(name)
