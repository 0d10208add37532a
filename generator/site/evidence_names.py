"""The papers that disclosures answer with: what they are called, and what years they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from generator.files.evidence import EvidenceFile
from generator.files.pdf import surviving_letters
from generator.input.source import KeyPath
from generator.models.disclosure import Disclosure
from generator.models.shared import Evidence
from generator.site.site import Entry, Site
from generator.writing.figures import fold_digits

_NOTHING = EvidenceFile("")


def papers(site: Site) -> Iterator[tuple[Entry[Disclosure], KeyPath, Evidence, EvidenceFile]]:
    """All evidence of all disclosures, but for photographs of people, with what is known of its file."""
    for entry in site.disclosures:
        for number, evidence in enumerate(entry.data.evidence):
            file = site.evidence.get(evidence.file or "", _NOTHING)
            yield entry, ("evidence", number), evidence, file


def name_of(evidence: Evidence) -> str:
    """What the file is called, without its ending; empty where a link does not lead to a file."""
    target = evidence.file or path_of(evidence.link or "")
    stem, dot, ending = target.rpartition("/")[2].rpartition(".")
    return stem if dot and ending.isalnum() and len(ending) <= 4 else ""


def path_of(link: str) -> str:
    """The path of an address, as its files are called."""
    if plain := _PLAIN.fullmatch(link):
        return plain[1]
    return unquote(urlsplit(link).path)


_PLAIN = re.compile(r"https?://[0-9A-Za-z.-]+(/[0-9A-Za-z./_-]*)")
"""What most addresses are: nothing in them is written in another way than it is read."""

# --- years --------------------------------------------------------------------------------------------------------


def years_of(data: Disclosure) -> frozenset[int]:
    """The years that evidence of a disclosure may speak of."""
    years = {data.assessed_year, data.data_year}
    ita_year = getattr(data, "ita_year", None)
    if ita_year:
        years.add(ita_year)
    elif hasattr(data, "ita_year"):
        years.add(data.assessed_year - 1)  # an analysis rests on the result of the year before
    return frozenset(years)


def is_legible(file: EvidenceFile, language: str) -> bool:
    """Whether enough words of a file could be read to say what is not among them."""
    return bool(file.has_text) and _counts(file.text, language) >= 150


@lru_cache(maxsize=2048)
def _counts(text: str, language: str) -> int:
    return len(re.findall("[ก-ฮ]" if language == "th" else "[A-Za-z]", text))


_LABELLED = re.compile(
    r"(?:ป|งบประมาณ|ประจาป|fy|fiscalyear|year)(?:พศ)?((?:2[45]\d\d)(?:(?:และ|ถง|-)?2[45]\d\d)*)(?!\d)"
)
_MAY_BE_YEAR = re.compile(r"2[^0-9]*[45][^0-9]*[0-9][^0-9]*[0-9]")
"""The digits of a year, whatever stands between them: letters that a PDF loses are not read either."""
_LAST = re.compile(r"(?<![\d/])(?<!พ\.ศ\. )(?<!พ\.ศ\.)(?<!พศ)(?<!\d )(2[45]\d\d)[)\]]?\s*$")
_MONTH = re.compile(
    r"(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?\s*$|(?:คม|ยน|พันธ์|กุมภาพันธ์)\s*$"
)
_AUTUMN = "(?:ตลาคม|ตค|พฤศจกายน|พย|ธนวาคม|ธค)(?:พศ)?"


def other_years(text: str, years: frozenset[int]) -> list[int]:
    """The years that a text is said to be of, where none of them is right."""
    folded = fold_digits(text)
    if not _MAY_BE_YEAR.search(folded) or _holds_one(folded, years):
        return []
    found = {
        int(year)
        for match in _LABELLED.finditer(surviving_letters(text))
        for year in re.findall(r"2[45]\d\d", match[1])
    }
    last = _LAST.search(folded.strip())
    if last and not _MONTH.search(folded[: last.start()]):
        found.add(int(last[1]))
    return sorted(found) if found and not found & years else []


def names_year(file: EvidenceFile, years: frozenset[int]) -> bool:
    """Whether a file speaks of one of the years, in whatever way."""
    return _holds_one(fold_digits(file.text), years) or any(str(year) in file.surviving_letters for year in years)


def has_any_year(file: EvidenceFile) -> bool:
    """Whether a file speaks of a year at all, of either era, in four digits or two."""
    text = fold_digits(file.text)
    return bool(
        re.search(r"(?<!\d)(?:2[45]\d\d|19\d\d|20\d\d)(?!\d)|\d{1,2}/\d{1,2}/\d{2}(?!\d)", text)
        or re.search(
            r"2[45]\d\d|(?:ป|งบประมาณ|คม|ยน|พนธ|มค|กพ|มค|เมย|พค|มย|กค|สค|กย|ตค|พย|ธค)(?:พศ)?\d\d",
            file.surviving_letters,
        )
    )


def _holds_one(text: str, years: frozenset[int]) -> bool:
    """Whether a text names one of the years, a span that holds one, or the first quarter of one."""
    if any(str(year) in text or str(year - 543) in text for year in years):
        return True
    span = re.compile(r"(2[45]\d\d)\s*(?:-|–|—|ถึง|/)\s*(?:พ\.ศ\.\s*)?(2[45]\d\d|\d\d)(?!\d)")
    for match in span.finditer(text):
        first, last = int(match[1]), int(match[2])
        last = last if last > 100 else first // 100 * 100 + last
        if any(first <= year <= last for year in years):
            return True
    firm = surviving_letters(text)
    return any(re.search(f"{_AUTUMN}(?:{year - 1}|{(year - 1) % 100:02}(?!\\d))", firm) for year in years)
