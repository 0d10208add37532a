"""A trigram index, sharded into small files: an inverted index from three letters in a row to pieces of text, and the texts.

Every file calls one function of ``search.js``, because a page opened from a disk may load a script but not data:

``start.js``
    everything small: the pages with kind, year, families and sections; names; the first trigram of each file.
``g<number>.<version>.js``
    trigrams (a word begins and ends with a space) → postings: numbers of pieces, delta-coded (:func:`pack`).
``t<number>.<version>.js``
    the text of some pieces that follow one another, for the words around a hit.
``p0.<version>.js``, ``p0g…``, ``p0t…``
    the same of pages of older years, in parts of :data:`PAGES` pages: what a query loads has a bound.
``r0g…``, ``r0t…``, ``e0g…``, ``e0t…``
    the same of rows of tables and of evidence, in parts of :data:`PART` records, so that what a query asks of them has a
    bound; ``evidence0`` says which files those of evidence are, and comes only when somebody asks for them.

The version is made from the file and its neighbours (:data:`TOGETHER`), so that files of two builds never meet, and a build
writes anew, and an officer uploads again, only files that say something else. Pages are numbered best first: items of
the newest year before those of older years, then other kinds of pages.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator import languages
from generator.publish.search.folding import fold
from generator.publish.search.known import GUIDE, Known
from generator.publish.search.reading import Article
from generator.publish.search.rows import Record
from generator.site.addresses import year_of
from generator.writing.companies import FORMS

GRAM = 3
GRAM_FILE = 3_000
"""Bytes of a file of trigrams, about; compressed it is less than half of that."""
TEXT_FILE = 2_500
"""Letters of a file of texts, about; a Thai letter is three bytes, and compressed less than one."""
PAGE = ("url", "title", "kind", "year", "data year", "code", "families", "sections", "state")
"""What ``start.js`` says of pages: a list of all for each of these, which is packed smaller than a list for each page."""
TOGETHER = 16
"""Files that have one version: each has its own content to tell, but ``start.js``, which every search loads, names them all."""
_DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_BASE = len(_DIGITS) // 2


def files(articles: Iterable[Article], known: Known) -> dict[str, bytes]:
    """Every file of the index by its name below ``search/``; the same articles give the same bytes."""
    families = {family: number for number, family in enumerate(known.family_names)}
    found: dict[str, bytes] = {}
    newest, *older = (
        _part(pages, known, families, f"p{number - 1}" if number else "", found)
        for number, pages in enumerate(_parts(articles, known))
    )
    versions = _add_files("p", older, found)
    ages = [sorted(set(part["pages"][PAGE.index("year")]) - {0}) for part in older]
    rows, evidence = _loose("r", known.rows, found), _loose("e", known.evidence, found)
    typed = languages.words_of_search()
    start: dict[str, Any] = {
        "language": known.language,
        "digits": known.digits,
        "words": known.words,
        "families": [
            [name, _folded(known.family_words.get(family, ()))] for family, name in known.family_names.items()
        ],
        "units": [[one.id, one.names, one.title, one.contact] for one in known.units],
        "spellings": [[fold(right), _folded(wrong)] for right, wrong in typed["spellings"].items()],
        "particles": [word for group in typed["particles"] for word in group],
        "questions": [word for group in typed["questions"] for word in group],
        "buying": typed["buying"],
        "elsewhere": typed["elsewhere"],
        "of_reports": typed["of_reports"],
        "reports": [
            [families[plan], families[report]]
            for plan, report in typed["reports"].items()
            if plan in families and report in families
        ],
        "people": known.people,
        "named": [[pattern, _folded(some)] for pattern, some in typed["pages"].items()],
        "companies": FORMS,
        "wanted": known.wanted,
        "rows": rows,
        "row_names": sum(address != "n" for address, _, _ in known.rows),
        "spending": [number for family, number in families.items() if family.startswith("proc_")],
        "evidence": _add_files("evidence", [evidence], found)[0] if evidence else "",
        "older": [(versions[number // TOGETHER], years) for number, years in enumerate(ages)],
        **newest,
    }
    return {"start.js": _script("start", start), **found}


PART = 4_000
"""Records of a part of what is searched beside pages: no run of letters has more pieces, however many there are."""
PAGES = 400
"""Pages of a part, unless a year has more: ``start.js`` has the newest years; others come when their year is asked for."""


def _parts(articles: Iterable[Article], known: Known) -> list[list[Article]]:
    """The pages in parts of whole years, the newest and what is of no year first, each part best first; at least one part."""
    of_years: dict[int, list[Article]] = {}
    for one in articles:
        of_years.setdefault(_year(one.url), []).append(one)
    parts = [of_years.pop(0, [])]
    for number, year in enumerate(sorted(of_years, reverse=True)):
        if number and len(parts[-1]) + len(of_years[year]) > PAGES:
            parts.append([])
        parts[-1] += of_years[year]
    return [sorted(part, key=lambda one: _order(one, known)) for part in parts]


def _year(url: str) -> int:
    """The year of a page, or of the month that it is of."""
    found = _OF_YEAR.search(url)
    return int(found[1]) if found else 0


_OF_YEAR = re.compile(r"(?:^|/)(2[45]\d\d)(?=[-/])")


def _part(
    pages: Sequence[Article], known: Known, families: Mapping[str, int], prefix: str, files: dict[str, bytes]
) -> dict[str, Any]:
    """What is said of the pages of a part; the files of its words and texts are added to ``files``."""
    headings: dict[str, int] = {"": 0}
    rows = []
    texts: list[tuple[str, str, str]] = []
    pieces_of: dict[str, list[int]] = {}
    for page in pages:
        sections: list[int] = []
        is_guide = known.kind(page.url) == GUIDE  # a guide's headings are as its text: they would only weigh
        for section in page.sections:
            heading = "" if is_guide or section.heading == page.title else section.heading
            number = headings.setdefault(heading, len(headings))
            if sections and number == sections[-2] == 0:
                sections[-1] += len(section.pieces)
            else:
                sections += [number, len(section.pieces)]
            for piece in section.pieces:
                _add(len(texts), f"{section.heading}\n{piece}", pieces_of)
                texts.append((section.anchor, section.heading, piece))
        code, of_families = known.items.get(page.url, ("", ()))
        rows.append(
            [
                page.url,
                page.title,
                known.kind(page.url),
                year_of(page.url),
                known.data_years.get(page.url, 0),
                code,
                [families[family] for family in of_families],
                sections,
                known.states.get(page.url, ""),
            ]
        )
    return {
        "headings": "|".join(map(fold, headings)),
        "pages": list(zip(*rows, strict=True)) or [()] * len(PAGE),
        "main": _store(prefix, pieces_of, texts, files),
    }


Store = tuple[list[str], list[int], list[str], list[str]]
"""What finds files of trigrams and of texts: the first trigram of each, how many pieces each has, and the versions of both."""


def _loose(letter: str, records: Sequence[Record], files: dict[str, bytes]) -> list[Store]:
    """Add the files of records to ``files``, part by part."""
    found = []
    for number, first in enumerate(range(0, len(records), PART)):
        pieces_of: dict[str, list[int]] = {}
        some = records[first : first + PART]
        for piece, (address, title, text) in enumerate(some):
            _add(piece, title if address in ("j", "s") else f"{title}\n{text}", pieces_of)
        found.append(_store(f"{letter}{number}", pieces_of, some, files))
    return found


def _store(
    prefix: str, pieces_of: Mapping[str, Sequence[int]], texts: Sequence[tuple[str, str, str]], files: dict[str, bytes]
) -> Store:
    """Add the files of some pieces to ``files``."""
    gram_files, firsts = _gram_files(pieces_of)
    text_files, counts = _text_files(texts)
    return firsts, counts, _add_files(f"{prefix}g", gram_files, files), _add_files(f"{prefix}t", text_files, files)


def _add_files(kind: str, contents: Sequence[object], files: dict[str, bytes]) -> list[str]:
    """Add files of a kind to ``files``; gives the version of each :data:`TOGETHER` of them."""
    versions = []
    for first in range(0, len(contents), TOGETHER):
        some = enumerate(contents[first : first + TOGETHER], first)
        scripts = {f"{kind}{number}": _script(f"{kind}{number}", content) for number, content in some}
        version = hashlib.sha256(b"".join(scripts.values())).hexdigest()[:8]
        files.update({f"{name}.{version}.js": script for name, script in scripts.items()})
        versions.append(version)
    return versions


def _folded(words: Iterable[str]) -> str:
    """Words as they are compared, each once; folding leaves no bar in any."""
    return "|".join(sorted({fold(word) for word in words} - {""}))


def _order(article: Article, known: Known) -> tuple[int, int, int, str]:
    code = known.items.get(article.url, ("0",))[0]
    return known.kind(article.url), -year_of(article.url), int("0" + "".join(filter(str.isdigit, code))), article.url


def _add(number: int, text: str, pieces_of: dict[str, list[int]]) -> None:
    """Add a piece to those of each of its words, as they are written."""
    for word in set(text.replace("\n", " ").split(" ")):
        pieces = pieces_of.get(word)
        if pieces is None:
            pieces_of[word] = [number]
        else:
            pieces.append(number)


def _postings(pieces_of: Mapping[str, Sequence[int]]) -> dict[str, Sequence[int]]:
    """The pieces of each trigram; each word is folded and cut once, in however many pieces it comes."""
    words_of: dict[str, list[str]] = {}
    for word in pieces_of:
        grams: set[str] = set()
        for folded in fold(word).split(" "):  # nothing that is folded reaches across a space
            padded = f" {folded} "
            grams.update(padded[at : at + GRAM] for at in range(len(padded) - GRAM + 1))
        for gram in grams:
            words_of.setdefault(gram, []).append(word)
    return {
        gram: sorted(set().union(*map(pieces_of.__getitem__, words))) if len(words) > 1 else pieces_of[words[0]]
        for gram, words in words_of.items()
    }


class _Packed(dict[int, str]):
    """Each difference as text, worked out once: most of them come many times."""

    def __missing__(self, rest: int) -> str:
        found = self[rest] = _packed(rest)
        return found


def _packed(rest: int) -> str:
    digits = _DIGITS[rest % _BASE]
    rest //= _BASE
    while rest:
        rest -= 1
        digits = _DIGITS[_BASE + rest % _BASE] + digits
        rest //= _BASE
    return digits


_PACKED = _Packed()


def pack(numbers: Sequence[int]) -> str:
    """Postings as text: delta-coded, each difference a variable-length number whose last digit is a low one."""
    followed = (-1, *numbers)
    return "".join([_PACKED[number - before - 1] for before, number in zip(followed, numbers, strict=False)])


def unpack(packed: str) -> list[int]:
    """The numbers of :func:`pack`; ``search.js`` does the same."""
    numbers: list[int] = []
    before, rest = -1, 0
    for letter in packed:
        digit = _DIGITS.index(letter)
        if digit >= _BASE:
            rest = rest * _BASE + digit - _BASE + 1
            continue
        before += rest * _BASE + digit + 1
        numbers.append(before)
        rest = 0
    return numbers


def _gram_files(pieces_of: Mapping[str, Sequence[int]]) -> tuple[list[list[list[str]]], list[str]]:
    """Shards of neighbouring trigrams, each ``[[trigram, …], [postings, …]]``, and the first trigram of each."""
    found: list[list[list[str]]] = []
    firsts: list[str] = []
    size = GRAM_FILE
    postings = _postings(pieces_of)
    for gram in sorted(postings):
        packed = pack(postings[gram])
        if size >= GRAM_FILE:
            found.append([[], []])
            firsts.append(gram)
            size = 0
        found[-1][0].append(gram)
        found[-1][1].append(packed)
        size += 8 + len(packed)
    return found, firsts


def _text_files(texts: Sequence[tuple[str, str, str]]) -> tuple[list[list[str]], list[int]]:
    """Files of pieces that follow one another, each piece as anchor, heading and text; how many pieces each file has."""
    found: list[list[str]] = []
    size = TEXT_FILE
    for text in texts:
        if size >= TEXT_FILE:
            found.append([])
            size = 0
        found[-1] += text
        size += sum(map(len, text))
    return found, [len(pieces) // 3 for pieces in found]


def _script(name: str, content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"oitSearch.take({json.dumps(name)},{text})\n".encode()
